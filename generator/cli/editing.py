"""The commands of the cycle: who owes what, new records, history, the workbook, reminders."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.console import FAULTS, failed, guarded, settings_here
from generator.cli.console import say as _say
from generator.cli.reporting import as_short_text, as_text
from generator.commands import edit, editions, host, importing, starting
from generator.commands import review as reviewing
from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.editorial.host.reminders import ESCALATES_AFTER
from generator.editorial.sheet.flat.bringing_in import FlatImport
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.workbook_reader import MOST_REFUSALS
from generator.editorial.starting.scaffold import NewArea, NewInitiative, NewUpdate
from generator.model.keys import Basis, RoleKind
from generator.model.statuses import Phase, Status

_as_of = click.option(
    "--as-of", metavar="DATE", help="The date to look from; default: the report's day."
)
_recorded = click.option(
    "--recorded", metavar="DAY", help="The day of entry; default: the report's day."
)
_sources = click.option(
    "--source", "sources", multiple=True, metavar="ID", help="The id of a source; can be repeated."
)


def _tell(proposed: edit.ProposedChange) -> int:
    """Print what a change of the content says to the public, or every error that it would make."""
    if proposed.errors:
        return failed(as_text(proposed.errors), "Nothing was written.")
    if not proposed.files:
        click.echo("Nothing changes.")
        return 0
    _say(proposed.told)
    click.echo()
    _tell_doubts(proposed.warnings)
    for path in sorted(proposed.files):
        click.echo(f"{'Written' if proposed.made else 'Would be written'}: {path}")
    return 0


def _tell_doubts(warnings: Sequence[Issue]) -> None:
    """Print what is doubted of a change that can be made all the same."""
    if warnings:
        _say(f"Please check whether this is meant:\n{as_short_text(warnings)}\n")


@click.command()
@click.option("--milestone", metavar="ID", help="Only updates due for this milestone.")
@_as_of
@guarded
def due(milestone: str | None, as_of: str | None) -> None:
    """List the status updates that are due: from whom, and by when."""
    _say(edit.due(settings_here(), milestone, as_of))


@click.command()
@click.option(
    "--milestone", metavar="ID", help="Only for this milestone, also before it falls due."
)
@_as_of
@click.option(
    "--weeks",
    type=click.IntRange(0, 520),
    default=ESCALATES_AFTER,
    show_default=True,
    help="Weeks until the Sponsor is asked.",
)
@click.option("--apply", is_flag=True, help="Open the issues, comment on them, and close them.")
@guarded
def remind(milestone: str | None, as_of: str | None, weeks: int, *, apply: bool) -> None:
    """Plan an issue for each holder and milestone with missing updates; open them with --apply."""
    _say(host.remind(settings_here(), as_of, weeks, milestone, apply=apply))
    if not apply:
        click.echo("Nothing was done; use --apply to do it.")


@click.command()
@click.argument("initiative")
@guarded
def history(initiative: str) -> None:
    """Print who changed an initiative, when, and who approved or merged it, according to git."""
    _say(host.history_of(settings_here(), initiative))


@click.command()
@click.argument("span", metavar="BASE..HEAD | FOLDER")
@click.argument("after", metavar="[FOLDER]", required=False)
@click.option("--format", "form", type=click.Choice([*reviewing.FORMS]), default="text")
@click.option("--site", metavar="ADDRESS", default="", help="A site built with the change.")
@guarded
def review(span: str, after: str | None, form: str, site: str) -> None:
    """Say what changes for the public between two git revisions, or two folders of content.

    BASE...HEAD is what a branch changes. New and reworded texts are shown whole, also those that
    the report shows only from a later day.
    """
    if after:
        reviewing.review_folders(span, after, _say, form, site)
    else:
        reviewing.review(settings_here(), span, _say, form, site)


@click.command()
@click.argument("year", type=int)
@click.option("--again", is_flag=True, help="Freeze a frozen edition again, from today's content.")
@click.option(
    "--erratum", metavar="WHY", help="With --again: the reason; the edition's page shows it."
)
@_recorded
@guarded
def freeze(year: int, erratum: str | None, recorded: str | None, *, again: bool) -> int:
    """Freeze an edition: store it as it is now, for good."""
    if again is (erratum is None) or (recorded and not again):
        raise GeneratorError(
            "Freezing an edition again requires a reason.",
            f'Write annual-report freeze {year} --again --erratum "why".',
        )
    errors, written = editions.freeze(settings_here(), year, erratum, recorded)
    if not written:
        return failed(as_text(errors), "Nothing was frozen.")
    for path in written:
        click.echo(f"Written: content/{path}")
    return 0


@click.command()
@click.argument("initiative")
@click.option("--owner", metavar="ID", help="The post or unit that owns it from then on.")
@click.option("--sponsor", metavar="ID", help="The post or unit accountable for it from then on.")
@click.option("--on", "since", metavar="DATE", required=True, help="The first day.")
@_sources
@_recorded
@guarded
def assign(
    initiative: str, since: str, sources: Sequence[str], recorded: str | None, **posts: str | None
) -> int:
    """Give an initiative a new Owner or Sponsor; the former one stays on the record."""
    holders = {RoleKind(role): post for role, post in posts.items() if post}
    if not holders:
        raise GeneratorError("Nobody was named.", "Add --owner ID, --sponsor ID, or both.")
    dates = (since, recorded)
    return _tell(edit.assign(settings_here(), initiative, holders, dates, sources))


@click.group()
def new() -> None:
    """Start the file of a new topic area, initiative, status update, or translation."""


@new.command("area")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True)
@click.option("--short-title", default="", help="For narrow places; default: the title.")
@click.option("--source", "sources", multiple=True, required=True, metavar="ID")
@guarded
def new_area(id_: str, title: str, short_title: str, sources: tuple[str, ...]) -> int:
    """Write the file of a new topic area."""
    asked = NewArea(id_, title, short_title or title, sources)
    return _tell(starting.start_area(settings_here(), asked))


@new.command("initiative")
@click.argument("id_", metavar="ID")
@click.option("--title", required=True)
@click.option("--area", required=True, metavar="ID")
@click.option("--summary", default="", help="What is promised, in a sentence or two.")
@click.option(
    "--on",
    "proposed",
    default="",
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
@click.option("--source", "sources", multiple=True, required=True, metavar="ID")
@_recorded
@guarded
def new_initiative(recorded: str | None, id_: str, **given: str) -> int:
    """Write the file of a new initiative, as it was proposed."""
    asked = NewInitiative(id=id_, **given)
    return _tell(starting.start_initiative(settings_here(), asked, recorded))


@new.command("update")
@click.argument("initiative", metavar="ID")
@click.option(
    "--milestone",
    required=True,
    metavar="ID",
    help="Or a full day, for a change between milestones.",
)
@click.option("--status", required=True, type=click.Choice([s.value for s in Status][:-1]))
@click.option("--on", "as_of", default="", metavar="DATE", help="The date it describes.")
@click.option("--reason", default="", help="Why it has this status, in one sentence.")
@click.option("--phase", default="", type=click.Choice(["", *(p.value for p in Phase)]))
@click.option("--author", default="", metavar="ID", help="Who reports; default: the Owner.")
@click.option("--basis", default=Basis.REPORTED.value, type=click.Choice([b.value for b in Basis]))
@click.option("--actual-on", default="", metavar="DATE", help="When it was completed or ended.")
@click.option(
    "--evidence", multiple=True, metavar="ID", help="The id of an event; can be repeated."
)
@click.option("--text", "body", default="", help="The text for the public, in Markdown.")
@_sources
@_recorded
@guarded
def new_update(recorded: str | None, **given: str) -> int:
    """Write the file of a new status update."""
    asked = NewUpdate(**given)
    return _tell(starting.start_update(settings_here(), asked, recorded))


@new.command("translation")
@click.argument("record", metavar="ID")
@click.argument("language", metavar="LANGUAGE")
@guarded
def new_translation(record: str, language: str) -> int:
    """Write the texts of a record or a file that still need translation, beside the others."""
    return _tell(starting.start_translation(settings_here(), record, language))


@click.group()
def sheet() -> None:
    """Export the content to a workbook, and import a filled-in one."""


@sheet.command("new")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", "again", is_flag=True, help="Overwrite an existing workbook.")
@guarded
def sheet_new(file: Path, *, again: bool) -> None:
    """Write an empty flat sheet: one table, a row for each initiative."""
    importing.flat_new(settings_here(), file, again=again)
    click.echo(f"Written: {file.name}. Fill it in, then run: sheet import {file.name}")


@sheet.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--flat", is_flag=True, help="One table, a row for each initiative.")
@click.option("--replace", "again", is_flag=True, help="Overwrite an existing workbook.")
@guarded
def sheet_export(file: Path, *, flat: bool, again: bool) -> None:
    """Write the content as a workbook for Excel or LibreOffice."""
    if flat:
        rows = importing.flat_export(settings_here(), file, again=again)
        size = "1 initiative" if rows == 1 else f"{rows} initiatives"
    else:
        size = f"{importing.sheet_export(settings_here(), file, again=again)} bytes"
    click.echo(f"Written: {file.name} ({size}). Fill it in, then run: sheet import {file.name}")


@sheet.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--apply", is_flag=True, help="Write the content; default: only show what would change."
)
@click.option("--as-of", metavar="DAY", help="Flat sheet: its day; default: the report's day.")
@click.option(
    "--source-title", "title", default="", help="Flat sheet: its name; default: that of its file."
)
@click.option("--source-holder", "holder", default="", help="Flat sheet: who keeps it.")
@click.option(
    "--new", "confirmed", multiple=True, metavar="NAME", help="Flat sheet: no slip, but a new name."
)
@guarded
def sheet_import(file: Path, *, apply: bool, **flat: Any) -> int:  # noqa: ANN401 - options
    """Show what a filled-in workbook or flat sheet changes, and write it with --apply."""
    if importing.is_flat_sheet(file):
        asked = importing.FlatRequest(**flat, apply=apply)
        return _tell_flat(*importing.flat_import(settings_here(), file, asked), apply=apply)
    brought = importing.sheet_import(settings_here(), file, apply=apply)
    merged = brought.imported.merged
    if merged.refusals:
        _tell_refusals(merged.refusals)
        if brought.proposed.errors:
            click.echo(as_text(brought.proposed.errors), nl=False, err=True)
        return FAULTS
    code = _tell(brought.proposed)
    _tell_doubted(brought.doubted)
    for unseen in merged.unseen[:MOST_REFUSALS]:
        _say(f"{unseen} in the workbook, and is read like any other.\n")
    if merged.absent:
        click.echo(f"Sheets missing from the workbook: {', '.join(merged.absent)}.")
    if merged.missing:
        click.echo(
            f"Rows missing from the workbook: {merged.missing}. An import never deletes anything."
        )
    for conflict in merged.conflicts:
        _say(f"Conflict: {conflict}\n")
    if merged.conflicts:
        count = len(merged.conflicts)
        click.echo(f"{count} rows were changed in both places and will not be written.", err=True)
    elif brought.proposed.files and not apply and code == 0:
        click.echo("Nothing was written; use --apply to write it.")
    return code or (FAULTS if merged.conflicts else 0)


def _tell_doubted(doubted: Sequence[Refusal]) -> None:
    if doubted:
        _say("Please check whether these cells are meant as they are:\n")
        _say("".join(map(str, doubted[:MOST_REFUSALS])))
        more = len(doubted) - MOST_REFUSALS
        click.echo(f"... and {more} more cells." if more > 0 else "")


def _tell_refusals(refusals: Sequence[Refusal]) -> None:
    for refusal in refusals[:MOST_REFUSALS]:
        _say(str(refusal))
    count = len(refusals)
    cells = "1 cell" if count == 1 else f"{count} cells"
    listed = f"; the first {MOST_REFUSALS} are listed" if count > MOST_REFUSALS else ""
    click.echo(f"{cells} cannot be imported{listed}; nothing was written.", err=True)


MOST_SENTENCES = 60
"""How many lines of what changes for the public a preview of a flat sheet has."""


def _tell_flat(found: FlatImport, proposed: edit.ProposedChange, *, apply: bool) -> int:
    for line in found.told:
        _say(f"{line}\n")
    if found.refusals:
        _tell_refusals(found.refusals)
        return FAULTS
    if not proposed.files:
        click.echo("Nothing changes.")
        return 0
    lines = proposed.told.splitlines()
    click.echo()
    _say("".join(f"{line}\n" for line in lines[:MOST_SENTENCES]))
    if len(lines) > MOST_SENTENCES:
        click.echo(f"... and {len(lines) - MOST_SENTENCES} more lines.")
    click.echo()
    _tell_doubts(proposed.warnings)
    click.echo(
        f"{'Written' if proposed.made else 'Would be written'}: {len(proposed.files)} files."
    )
    if not apply:
        click.echo("Nothing was written; use --apply to write it.")
    return 0
