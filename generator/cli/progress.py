"""What a run says on the way: the stage that it is in, to whoever watches."""

import sys

import click

from generator.cli.console import clear_progress
from generator.core.timings import Timings

_WORDS = {
    "read": "Reading the content",
    "derive": "Working out what follows from it",
    "check": "Checking it",
    "pictures": "Preparing pictures",
    "print": "Printing documents",
    "render": "Making the pages",
    "write": "Writing the pages",
    "site": "Building the site",
}
"""What a person reads while a stage runs."""


def stage_timings(*, plain: bool = False) -> Timings:
    """Announce stages to a person who watches; to a log, a line each, where that is asked for."""
    if sys.stderr.isatty():
        return Timings(_show)
    return Timings(lambda stage: click.echo(f"{stage} ...", err=True)) if plain else Timings()


def _show(stage: str) -> None:
    click.echo(f"\r\033[K{_WORDS.get(stage, stage)} ...", nl=False, err=True)


def say_timings(timings: Timings, *, wanted: bool = False) -> None:
    """Take the last announcement off the screen; print what each stage took, if that is wanted."""
    clear_progress()
    if wanted:
        for stage, seconds in timings.seconds.items():
            click.echo(f"{stage:>8}  {seconds:6.3f} s", err=True)
