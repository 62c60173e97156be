"""The commands of a report's own repository: begin it, upgrade it, take its theme over, its CI."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.console import FAULTS, failed, guarded, settings_here
from generator.cli.reporting import as_text
from generator.commands import adopting
from generator.editorial.adopting.ejecting import BACK
from generator.editorial.adopting.managed_files import Host
from generator.editorial.adopting.upgrading import upgrade_words
from generator.editorial.starting.answers import (
    QUESTIONS,
    Question,
    asked_host,
    complete,
    own_terms_of,
)

_ASKS_TERM = (
    "Does it have its own words, as initiative=project, projects, a project (empty: no more)?"
)
_IN_ENGLISH = "The first sentences of content/report.yml and content/sources.yml are in English."
_HOSTS = click.Choice([host.value for host in Host])


def _asked(question: Question) -> str:
    """Ask until there is an answer that can be one."""
    while True:
        shown = f" ({', '.join(question.choices)})" if question.choices else ""
        example = f", such as {question.example}" if question.example else ""
        answer: str = click.prompt(
            f"{question.asks}{shown}{example}", default=question.default, err=True
        )
        fault = question.fault(answer) if answer else ""
        if not fault:
            return answer
        click.echo(fault, err=True)


def _asked_terms(languages: str) -> tuple[str, ...]:
    """Ask for own terms, one at a time, until there are no more."""
    terms: list[str] = []
    while said := click.prompt(_ASKS_TERM, default="", show_default=False, err=True):
        _, faults = own_terms_of(dict([_term(said)]), languages.partition(",")[0])
        terms += [] if faults else [said]
        for fault in faults:
            click.echo(fault.strip(), err=True)
    return tuple(terms)


def _term(said: str) -> tuple[str, str]:
    name, _, forms = said.partition("=")
    return name.strip(), forms


def _options(command: Any) -> Any:  # noqa: ANN401 - click's own
    for question in reversed(QUESTIONS):
        usual = f" default: {question.default}" if question.default else ""
        listed = f" One of {', '.join(question.choices)}." if question.choices else ""
        option = click.option(question.option, help=f"{question.asks}{listed}{usual}")
        command = option(command)
    return command


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_options
@click.option(
    "--term",
    "terms",
    metavar="NAME=FORMS",
    multiple=True,
    help='What the organization calls things, as initiative="project, projects, a project".',
)
@click.option("--sample", is_flag=True, help="A made-up organization that uses every field.")
@click.option("--ask/--no-ask", default=None, help="Ask; default: in a terminal.")
@guarded
def init(
    folder: Path, terms: tuple[str, ...], *, sample: bool, ask: bool | None, **given: str | None
) -> None:
    """Begin a report: write a small repository that checks without a fault, and builds."""
    adopting.refuse_used(folder)
    if sample:
        files = adopting.begin_sample(folder, asked_host(given["host"]))
    else:
        if sys.stdin.isatty() if ask is None else ask:
            given = {q.name: given[q.name] or _asked(q) for q in QUESTIONS}
            terms = terms or _asked_terms(str(given["languages"]))
        said = dict(_term(one) for one in terms)
        answers = complete(given, said)
        files = adopting.begin(folder, answers)
        if not answers.languages[0].startswith("en"):
            click.echo(f"{_IN_ENGLISH} Write them in {answers.languages[0]}.")
    for path in files:
        if sample and path.startswith("content/"):
            continue
        click.echo(f"Written: {path}")
    click.echo(f"The report begins in {folder}. README.md there says what comes next:")
    click.echo(f"  annual-report --project {folder} check")
    click.echo(f"  annual-report --project {folder} build")


@click.command()
@click.option("--apply", is_flag=True, help="Write what is shown.")
@click.option("--host", type=_HOSTS, help="Where the repository is from now on.")
@click.option(
    "--replace",
    "replaced",
    metavar="PATH",
    multiple=True,
    help="A file that was edited or removed here, to be as the program has it; can be repeated.",
)
@guarded
def upgrade(host: str | None, replaced: tuple[str, ...], *, apply: bool) -> int:
    """Show what this version changes of the files that it keeps; do it with --apply."""
    result = adopting.upgrade(settings_here(), host, replaced, apply=apply)
    if result.content.issues:
        return failed(as_text(result.content.issues), "Nothing was written.")
    for line in upgrade_words(result.upgrade):
        click.echo(line)
    for path, raw in result.content.changed.items():
        done = "is brought to the names of this version" if raw is not None else "is removed"
        click.echo(f"{path} {done}.")
    for refusal in result.content.refused:
        click.echo(refusal, err=True)
    if result.waits:
        click.echo(result.waits, err=True)
    for path in result.renewed:
        click.echo(f"{path} was written anew from the content.")
    if not (result.upgrade.changes or result.content.changed or result.renewed):
        click.echo("Everything is as this version of the program has it.")
    elif not apply:
        click.echo("Nothing was written; use --apply to do it.")
    return FAULTS if result.content.refused else 0


@click.command()
@click.argument("what", type=click.Choice(["overrides"]))
@guarded
def eject(what: str) -> None:
    """Copy the theme's HTML into the repository, for those who change it."""
    for path in adopting.eject(settings_here()):
        click.echo(f"Written: {path}")
    click.echo(f"The site is now built with {what}/. {BACK} annual-report upgrade says when the")
    click.echo("program's own file beside one of these has changed.")
