"""Completion in a shell: its scripts, and which ids an argument may be."""

from collections.abc import Callable, Mapping, Sequence

import click
from click.shell_completion import CompletionItem, get_completion_class

from generator.cli.console import guarded
from generator.core.errors import GeneratorError
from generator.core.settings import find_project

_Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_PROGRAM = "annual-report"
_VARIABLE = "_ANNUAL_REPORT_COMPLETE"


def ids_of(*targets: str) -> _Offer:
    """Return what offers the ids of all of some kinds (`Ref.to`), each with its name."""
    return lambda context, _, begun: _offered(context, targets, begun)


def subjects(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return what a document may be about, by its kind."""
    kinds = {"department": ("unit",), "sheet": ("initiative",)}
    # An option that still waits for its value keeps click from taking in the arguments before it.
    kind = context.params.get("kind") or next(iter(context.args), "")
    return _offered(context, kinds.get(kind, ()), begun)


def _offered(context: click.Context, targets: Sequence[str], begun: str) -> list[CompletionItem]:
    names = _known(context) if targets else {}
    return [
        CompletionItem(some_id, help=name)
        for target in targets
        for some_id, name in names.get(target, {}).items()
        if some_id.startswith(begun)
    ]


def _known(context: click.Context) -> Mapping[str, Mapping[str, str]]:
    """Return the ids of what can be read of the report; none where there is no report."""
    from generator.commands.check import readable_names

    try:
        return readable_names(find_project(context.find_root().params["project"]))
    except GeneratorError:
        return {}


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
@guarded
def completion(context: click.Context, shell: str) -> None:
    """Print a script that completes commands, options, and ids in a shell.

    For bash, write it to ~/.local/share/bash-completion/completions/annual-report; for zsh, to a
    file _annual-report in a folder of $fpath; for fish, to
    ~/.config/fish/completions/annual-report.fish.
    """
    made = get_completion_class(shell)
    if made is None:
        raise GeneratorError(f"There is no completion for {shell}.", "Name another shell.")
    script = made(context.find_root().command, {}, _PROGRAM, _VARIABLE)
    click.echo(script.source_template % script.source_vars())
