"""What all commands share: the project, exit codes, and words instead of a traceback."""

import re
import sys
import unicodedata
from collections.abc import Callable, Mapping
from functools import wraps
from importlib import import_module
from typing import Any, ParamSpec

import click

from generator.core.errors import GeneratorError, refused
from generator.core.settings import Settings, find_project

P = ParamSpec("P")

FAULTS = 1
WRONG_USE = 2


def guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """Turn a command's number, if it gives one, into its exit code; what stops a run into words."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            sys.exit(command(*args, **kwargs) or 0)
        except BrokenPipeError:
            # Whoever read what is printed has seen enough; click knows what to do.
            raise
        except (GeneratorError, OSError) as error:
            stop = refused(error) if isinstance(error, OSError) else error
            clear_progress()
            click.echo(f"{stop.message}\n{stop.next_step}", err=True)
            sys.exit(WRONG_USE)

    return run


def clear_progress() -> None:
    """Take what was announced of a run's stages off the screen."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)


def failed(faults: str, outcome: str = "") -> int:
    """Print faults in words and what came of the run; return the exit code for them."""
    click.echo(colored(faults), nl=False, err=True)
    if outcome:
        click.echo(outcome, err=True)
    return FAULTS


_SEVERITY = re.compile(r"^(\S.*?): (error|warning) ([A-Z]\d{3}): ", re.MULTILINE)
_COLORS = {"error": "red", "warning": "yellow"}


def colored(said: str) -> str:
    """Return faults in words with colors; click leaves them out where no terminal shows them."""

    def severity(found: re.Match[str]) -> str:
        word = click.style(f"{found[2]} {found[3]}", fg=_COLORS[found[2]], bold=True)
        return f"{click.style(found[1], bold=True)}: {word}: "

    steps = said.replace("\n    next step: ", f"\n    {click.style('next step:', fg='cyan')} ")
    return _SEVERITY.sub(severity, steps)


def say(words: str) -> None:
    """Print words that no terminal takes for anything but words."""
    click.echo(
        "".join(c if c == "\n" or unicodedata.category(c) != "Cc" else "\ufffd" for c in words),
        nl=False,
    )


class LateGroup(click.Group):
    """A group some of whose commands are loaded only when they are asked for.

    `late` gives these by name, each as `module:object`.
    """

    def __init__(self, *args: Any, late: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **options)
        self._late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in order."""
        return sorted([*super().list_commands(ctx), *self._late])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None where there is none."""
        if cmd_name not in self._late:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._late[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found


as_json = click.option(
    "--json", "data", is_flag=True, help="As data for scripts; docs/json-output.md has the shape."
)
"""What commands take whose answers scripts read as well."""


def settings_here() -> Settings:
    """Return the settings of the project that the command line names."""
    return find_project(click.get_current_context().obj)
