"""What a change of the content comes to, as the commands that make one print it."""

from collections.abc import Sequence

import click

from generator.cli.console import failed, say
from generator.cli.reporting import as_short_text, as_text
from generator.commands.edit import ProposedChange
from generator.core.issues import Issue


def tell_change(proposed: ProposedChange) -> int:
    """Print what a change of the content says to the public, or every error that it would make."""
    if proposed.errors:
        return failed(as_text(proposed.errors), "Nothing was written.")
    if not proposed.files:
        click.echo("Nothing changes.")
        return 0
    say(proposed.told)
    click.echo()
    tell_doubts(proposed.warnings)
    for path in sorted(proposed.files):
        click.echo(f"{'Written' if proposed.made else 'Would be written'}: {path}")
    return 0


def tell_doubts(warnings: Sequence[Issue]) -> None:
    """Print what is doubted of a change that can be made all the same."""
    if warnings:
        say(f"Please check whether this is meant:\n{as_short_text(warnings)}\n")
