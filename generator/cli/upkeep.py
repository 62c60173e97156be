"""The commands that keep a finished report in order: a sample to check, addresses, what must go."""

import click

from generator.cli.console import FAULTS, failed, guarded, say, settings_here
from generator.cli.dates import a_day
from generator.cli.reporting import as_text
from generator.commands import audit as audits
from generator.commands import links as link_checks
from generator.commands import redact as redaction
from generator.commands.audit import FORMS
from generator.commands.redact import RedactRequest
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.editorial.redaction.plan import NOT_REACHED


@click.command()
@click.option("--seed", type=int, help="Draws another sample; default: the published one.")
@click.option("--sample", "size", type=click.IntRange(1), help="How many; default: as published.")
@click.option("--edition", "year", type=int, metavar="YEAR", help="From an edition, not today.")
@click.option("--format", "form", type=click.Choice([*FORMS]), default="text", show_default=True)
@guarded
def audit(form: str, seed: int | None, size: int | None, year: int | None) -> int:
    """Draw claims at random, each with its page, its record, and its sources, to check them."""
    checked, text = audits.audit(settings_here(), form, seed, size, year)
    if not text:
        return failed(as_text(checked.issues))
    say(text)
    return 0


@click.command()
@click.option("--write", is_flag=True, help="Store what was found in content/links.yml.")
@click.option(
    "--on",
    "day",
    callback=a_day,
    metavar="DAY",
    help="With --write: the day of the check, as today.",
)
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


@click.command()
@click.option("--text", "texts", multiple=True, metavar="WORDS", help="The exact words to remove.")
@click.option(
    "--record",
    "addresses",
    multiple=True,
    metavar="ADDRESS",
    help="The address of a value, or of a record whose texts go, as verify writes it.",
)
@click.option("--reason", required=True, help="Why; readers see it. No word of what is removed.")
@click.option(
    "--recorded",
    callback=a_day,
    metavar="DAY",
    help="The day of removal; default: the report's day.",
)
@click.option("--apply", is_flag=True, help="Remove it; default: only show where it is.")
@guarded
def redact(
    texts: tuple[str, ...],
    addresses: tuple[str, ...],
    reason: str,
    recorded: str | None,
    *,
    apply: bool,
) -> int:
    """Take personal data out of the content and all frozen editions, and leave a mark."""
    asked = RedactRequest(texts, addresses, reason, recorded)
    result = redaction.redact(settings_here(), asked, apply=apply)
    for reached in result.plan.reach.places:
        say(f"{reached.at}: {reached.outcome}\n")
    for at in result.plan.similar:
        say(f"{at}: something like it stays; if it must go, give it as --text\n")
    if not result.plan.reach.places and not result.plan.left:
        return failed("It was not found in the content or any frozen edition.\n")
    in_the_way = [
        *(f"{at}: an id, a key, a comment or a file's name\n" for at in result.plan.left),
        *(f"{at}: comments, which would be lost\n" for at in result.plan.reach.commented),
        *(f"{at}: needed, and no place for a mark\n" for at in result.plan.reach.stuck),
    ]
    if in_the_way:
        advice = "Change these by hand first, then run this again. Nothing was written."
        return failed("".join(in_the_way), advice)
    if result.errors:
        return failed(as_text(result.errors), "Nothing was written.")
    for path in sorted(result.plan.reach.files):
        click.echo(f"{'Written' if result.made else 'Would be written'}: {path}")
    click.echo(NOT_REACHED, nl=False)
    if not result.made:
        click.echo("Nothing was written; use --apply to remove it.")
    return 0
