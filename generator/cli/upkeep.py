"""The commands that keep a finished report in order: addresses that answer, what must go."""

import click

from generator.cli.console import FAULTS, failed, guarded, say, settings_here
from generator.cli.reporting import as_text
from generator.commands import links as link_checks
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in


@click.command()
@click.option("--write", is_flag=True, help="Store what was found in content/links.yml.")
@click.option("--on", "day", metavar="DAY", help="With --write: the day of the check, as today.")
@guarded
def links(day: str | None, *, write: bool) -> int:
    """Ask every web address of the content whether it still answers (needs the network)."""
    if write is not bool(day):
        raise GeneratorError(
            "What is found is stored with its day, and nothing here reads the clock.",
            "Write both: --write --on DAY.",
        )
    checked = link_checks.links(settings_here(), day, lambda words: click.echo(words, err=True))
    say("".join(f"{line}\n" for line in checked.lines))
    say(as_text(checked.issues))
    if checked.proposed and checked.proposed.errors:
        return failed(as_text(checked.proposed.errors), "Nothing was written.")
    for path in checked.proposed.files if checked.proposed else ():
        click.echo(f"Written: {path}")
    return FAULTS if errors_in(checked.issues) else 0
