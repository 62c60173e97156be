"""The commands of the cycle: who owes what, history, the workbook, reminders."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.changes import tell_change, tell_doubts
from generator.cli.completing import ids_of
from generator.cli.console import FAULTS, as_json, failed, guarded, settings_here
from generator.cli.console import say as _say
from generator.cli.dates import a_date, a_day
from generator.cli.reporting import as_text, data_text
from generator.commands import answers, edit, editions, host, importing, meetings
from generator.commands import review as reviewing
from generator.core.errors import GeneratorError
from generator.editorial.host.reminders import ESCALATES_AFTER
from generator.editorial.sheet.flat.bringing_in import FlatImport
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.workbook_reader import MOST_REFUSALS

_as_of = click.option(
    "--as-of",
    callback=a_date,
    metavar="DATE",
    help="The date to look from; default: the report's day.",
)
_recorded = click.option(
    "--recorded", callback=a_day, metavar="DAY", help="The day of entry; default: the report's day."
)


@click.command()
@click.option(
    "--milestone",
    metavar="ID",
    shell_complete=ids_of("milestone"),
    help="Only updates due for this milestone.",
)
@_as_of
@as_json
@guarded
def due(milestone: str | None, as_of: str | None, *, data: bool) -> None:
    """List the status updates that are due: from whom, and by when."""
    if data:
        _say(data_text(answers.due_data(settings_here(), milestone, as_of)))
    else:
        _say(edit.due(settings_here(), milestone, as_of))


@click.command()
@click.option(
    "--milestone",
    metavar="ID",
    shell_complete=ids_of("milestone"),
    help="Only for this milestone, also before it falls due.",
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
@click.argument("initiative", shell_complete=ids_of("initiative"))
@guarded
def history(initiative: str) -> None:
    """Print who changed an initiative, when, and who approved or merged it, according to git."""
    _say(host.history_of(settings_here(), initiative))


@click.command()
@click.argument("span", metavar="BASE..HEAD | FOLDER")
@click.argument("after", metavar="[FOLDER]", required=False)
@click.option("--format", "form", type=click.Choice([*reviewing.FORMS]), default="text")
@click.option("--site", metavar="ADDRESS", default="", help="A site built with the change.")
@as_json
@guarded
def review(span: str, after: str | None, form: str, site: str, *, data: bool) -> None:
    """Say what changes for the public between two git revisions, or two folders of content.

    BASE...HEAD is what a branch changes. New and reworded texts are shown whole, also those that
    the report shows only from a later day.
    """
    if data:
        _say(data_text(answers.review_data(settings_here, span, after)))
    elif after:
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
@click.argument("day", metavar="DAY", callback=a_day)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--recorded",
    callback=a_day,
    metavar="DAY",
    help="The day of archiving; default: the meeting's.",
)
@guarded
def present(day: str, files: Sequence[Path], recorded: str | None) -> int:
    """Archive what was presented at a meeting, as it was; the site lists it."""
    for path in meetings.present(settings_here(), day, files, recorded):
        click.echo(f"Written: {path}")
    return 0


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
@click.option(
    "--as-of", callback=a_day, metavar="DAY", help="Flat sheet: its day; default: the report's day."
)
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
    code = tell_change(brought.proposed)
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
    tell_doubts(proposed.warnings)
    click.echo(
        f"{'Written' if proposed.made else 'Would be written'}: {len(proposed.files)} files."
    )
    if not apply:
        click.echo("Nothing was written; use --apply to write it.")
    return 0
