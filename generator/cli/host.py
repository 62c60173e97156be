"""The commands between content and a git host: its forms, its reviewers, its workflows."""

import os
from pathlib import Path

import click

from generator.cli.console import FAULTS, guarded, say, settings_here
from generator.cli.dates import a_day
from generator.cli.main import build
from generator.cli.reporting import (
    as_github,
    as_gitlab,
    as_markdown,
    as_text,
    changed_first,
)
from generator.commands import ci as steps
from generator.commands import host
from generator.commands.check import check
from generator.commands.review import shortened
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.host.git import changed_since
from generator.editorial.host.surroundings import Surroundings, surroundings

_MOST_WORDS = 55_000
"""How many letters of a change a host's page takes."""

_QUALITY = "quality.json"
_REVIEW = "review.md"

_on = click.option(
    "--on", "day", callback=a_day, metavar="DAY", required=True, help="The day of this run."
)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; list the files.")
@guarded
def forms(*, only_check: bool) -> int:
    """Write the issue forms, with the choices that the content gives."""
    differing = host.issue_forms(settings_here(), write=not only_check)
    return _tell_files(differing, only_check=only_check)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; name the file.")
@guarded
def codeowners(*, only_check: bool) -> int:
    """Write who is asked to review each initiative: its Sponsor, or else the staff's team."""
    owners, differing = host.reviewers(settings_here(), write=not only_check)
    if owners.warning:
        click.echo(f"Warning: {owners.warning}", err=True)
    return _tell_files(differing, only_check=only_check)


def _tell_files(differing: list[str], *, only_check: bool) -> int:
    for path in differing:
        click.echo(f"{'Would change' if only_check else 'Changed'}: {path}")
    return FAULTS if only_check and differing else 0


@click.command()
@click.option(
    "--event", type=click.Path(path_type=Path), required=True, help="The file of the event."
)
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A new folder to write to."
)
@click.option(
    "--recorded", callback=a_day, metavar="DAY", help="The day of entry; default: the report's day."
)
@guarded
def form(event: Path, out: Path, recorded: str | None) -> int:
    """Turn an issue that was submitted with a form into a change to the content."""
    change = host.form(settings_here(), event, out, recorded)
    # Nothing that the issue says is printed: a log takes some lines for commands.
    click.echo("The issue results in a change." if change.good else "The issue cannot be used yet.")
    return 0 if change.good else FAULTS


@click.group()
def ci() -> None:
    """Run one step of a workflow, at GitHub, at GitLab, or on any computer."""


@ci.command()
@guarded
def review() -> int:
    """Say every fault beside its line, and what a change says to the public."""
    settings, around = settings_here(), surroundings(os.environ)
    issues = check(settings, Timings()).issues
    if around.base:
        issues = changed_first(issues, changed_since(settings, around.base))
    say(as_github(issues) if around.is_github else as_text(issues))
    stale = steps.stale_files(settings, at_github=around.is_github)
    for line in stale:
        click.echo(f"::warning::{line}" if around.is_github else f"Warning: {line}")
    if around.base and not around.is_github:
        say(steps.told_change(settings, around, "text"))
    if around.summary or around.is_gitlab:
        told = steps.told_change(settings, around, "markdown") if around.base else ""
        _write_down(settings, around, issues, told)
    return FAULTS if errors_in(issues) else 0


def _write_down(settings: Settings, around: Surroundings, issues: list[Issue], told: str) -> None:
    """Put what was found where the host shows it."""
    shown = shortened(told, _MOST_WORDS)
    change = f"### What changes for the public\n\n{shown}\n" if told else ""
    if around.summary:
        with around.summary.open("a", encoding="utf-8") as summary:
            summary.write(f"{change}{as_markdown(issues)}")
    if around.is_gitlab:
        _write(settings.root / _REVIEW, f"{change}{as_markdown(issues)}")
        _write(settings.root / _QUALITY, as_gitlab(issues))


def _write(place: Path, text: str) -> None:
    place.write_text(text, "utf-8", newline="\n")


@ci.command(name="build")
@click.pass_context
@guarded
def build_site(context: click.Context) -> None:
    """Build the site with its form editor, for the address that the host gives it."""
    around = surroundings(os.environ)
    if around.address and not (os.environ.get("SITE_URL") or steps.has_address(settings_here())):
        os.environ["SITE_URL"] = around.address
    context.invoke(build, edit=True, repo=around.repository, branch=around.branch)


@ci.command(name="form")
@_on
@guarded
def form_step(day: str) -> None:
    """Turn the issue that started this run into a branch, or answer it."""
    say(steps.convert_form(settings_here(), surroundings(os.environ), day) + "\n")


@ci.command()
@guarded
def renew() -> None:
    """Push a branch that renews issue forms and CODEOWNERS, where the content gives others."""
    say(steps.renew(settings_here(), surroundings(os.environ)) + "\n")


@ci.command()
@_on
@guarded
def links(day: str) -> None:
    """Ask every address of the content; push a branch with what is new."""
    say(steps.check_links(settings_here(), surroundings(os.environ), day) + "\n")


@ci.command()
@click.option(
    "--now", metavar="TIME", required=True, help="When this run is: 2026-11-20T16:23:00+00:00."
)
@guarded
def published(now: str) -> None:
    """Open an issue where a change has waited for a day to be on the site; close it afterward."""
    say(steps.tell_lag(settings_here(), surroundings(os.environ), now) + "\n")
