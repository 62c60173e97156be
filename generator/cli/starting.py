"""The commands that write records: new ones of each kind, and another holder of a role."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from generator.cli.changes import tell_change
from generator.cli.completing import ids_of
from generator.cli.console import guarded, settings_here
from generator.cli.dates import a_date, a_day
from generator.commands import edit, starting
from generator.core.errors import GeneratorError
from generator.editorial.starting.scaffold import NewArea, NewInitiative, NewUpdate
from generator.editorial.updates.citing import Memo
from generator.model.keys import Basis, RoleKind
from generator.model.statuses import Confidence, Phase, Status

_recorded = click.option(
    "--recorded", callback=a_day, metavar="DAY", help="The day of entry; default: the report's day."
)


def _citation(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say who says so, and hand them on as one."""

    @click.option(
        "--source", "sources", multiple=True, metavar="ID", help="A listed source; repeatable."
    )
    @click.option(
        "--memo", default="", metavar="TITLE", help="A memo or decision, which is listed with it."
    )
    @click.option(
        "--held-by", default="", metavar="WHO", help="Who keeps the memo, and under which name."
    )
    @wraps(command)
    def cited(
        *args: object, sources: Sequence[str], memo: str, held_by: str, **options: object
    ) -> int:
        memos = [Memo(memo, held_by)] if memo else []
        return command(*args, sources=sources, memos=memos, **options)

    return cited


@click.command()
@click.argument("initiative", shell_complete=ids_of("initiative"))
@click.option(
    "--owner",
    metavar="ID",
    shell_complete=ids_of("reporter"),
    help="The post or unit that owns it from then on.",
)
@click.option(
    "--sponsor",
    metavar="ID",
    shell_complete=ids_of("reporter"),
    help="The post or unit accountable for it from then on.",
)
@click.option(
    "--on", "since", callback=a_date, metavar="DATE", required=True, help="The first day."
)
@_recorded
@guarded
@_citation
def assign(
    initiative: str,
    since: str,
    sources: Sequence[str],
    memos: Sequence[Memo],
    recorded: str | None,
    **posts: str | None,
) -> int:
    """Give an initiative a new Owner or Sponsor; the former one stays on the record."""
    holders = {RoleKind(role): post for role, post in posts.items() if post}
    if not holders:
        raise GeneratorError("Nobody was named.", "Add --owner ID, --sponsor ID, or both.")
    dates = (since, recorded)
    return tell_change(edit.assign(settings_here(), initiative, holders, dates, [*sources, *memos]))


@click.group()
def new() -> None:
    """Start the file of a new topic area, initiative, status update, or translation."""


@new.command("area")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True)
@click.option("--short-title", default="", help="For narrow places; default: the title.")
@guarded
@_citation
def new_area(
    id_: str, title: str, short_title: str, sources: Sequence[str], memos: Sequence[Memo]
) -> int:
    """Write the file of a new topic area."""
    asked = NewArea(id_, title, short_title or title, sources)
    return _tell_new(starting.start_area(settings_here(), asked, memos))


@new.command("initiative")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True)
@click.option("--area", required=True, metavar="ID")
@click.option("--summary", default="", help="What is promised, in a sentence or two.")
@click.option(
    "--on",
    "proposed",
    default="",
    callback=a_date,
    metavar="DATE",
    help="When it was proposed; default: first seen on the report's day.",
)
@click.option(
    "--owner", default="", metavar="ID", help="A post or unit, or unassigned; default: not_named."
)
@click.option(
    "--sponsor", default="", metavar="ID", help="A post or unit, or unassigned; default: not_named."
)
@click.option("--why", default="", help="What shows whether anything had begun.")
@_recorded
@guarded
@_citation
def new_initiative(recorded: str | None, id_: str, memos: Sequence[Memo], **given: Any) -> int:  # noqa: ANN401 - options
    """Write the file of a new initiative, as it was proposed."""
    asked = NewInitiative(id=id_, **given)
    return _tell_new(starting.start_initiative(settings_here(), asked, recorded, memos))


@new.command("update")
@click.argument("initiative", metavar="ID", shell_complete=ids_of("initiative"))
@click.option(
    "--milestone",
    default="",
    metavar="ID",
    shell_complete=ids_of("milestone"),
    help="Default: what is due now. Or a full day, for a change between milestones.",
)
@click.option("--status", required=True, type=click.Choice([s.value for s in Status][:-1]))
@click.option(
    "--on", "as_of", default="", callback=a_date, metavar="DATE", help="The date it describes."
)
@click.option("--reason", default="", help="Why it has this status, in one sentence.")
@click.option("--phase", default="", type=click.Choice(["", *(p.value for p in Phase)]))
@click.option("--author", default="", metavar="ID", help="Who reports; default: the Owner.")
@click.option("--basis", default=Basis.REPORTED.value, type=click.Choice([b.value for b in Basis]))
@click.option(
    "--actual-on",
    default="",
    callback=a_date,
    metavar="DATE",
    help="When it was completed or ended.",
)
@click.option(
    "--evidence", multiple=True, metavar="ID", help="The id of an event; can be repeated."
)
@click.option("--text", "body", default="", help="The text for the public, in Markdown.")
@click.option(
    "--confidence",
    default=Confidence.NOT_ASSESSED.value,
    type=click.Choice([c.value for c in Confidence]),
)
@click.option("--confidence-by", default="", metavar="WHO", help="Whose forecast it is.")
@click.option("--confidence-reason", default="", help="Why this forecast.")
@click.option("--ask-of", default="", metavar="WHO", help="Who must do something.")
@click.option("--ask-what", default="", help="What they must do.")
@click.option("--ask-by", default="", callback=a_date, metavar="DATE", help="By when.")
@_recorded
@guarded
@_citation
def new_update(recorded: str | None, memos: Sequence[Memo], **given: Any) -> int:  # noqa: ANN401 - options
    """Write the file of a new status update."""
    asked = NewUpdate(**given)
    return _tell_new(starting.start_update(settings_here(), asked, recorded, memos))


@new.command("translation")
@click.argument("record", metavar="ID")
@click.argument("language", metavar="LANGUAGE")
@guarded
def new_translation(record: str, language: str) -> int:
    """Write the texts of a record or a file that still need translation, beside the others."""
    return tell_change(starting.start_translation(settings_here(), record, language))


def _tell_new(proposed: edit.ProposedChange) -> int:
    """Tell what a new record changes; what it lacks is given by an option of the same name."""
    code = tell_change(proposed)
    if proposed.errors:
        click.echo("What is missing or wrong is an option of this command; see --help.", err=True)
    return code
