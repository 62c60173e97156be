"""A filled-in flat sheet as a change of the content."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from generator.core.issues import Issue
from generator.core.naming import name_list
from generator.core.settings import Settings
from generator.derive.history.renames import present_ids
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.importing.completing import ImportTime
from generator.editorial.importing.mapping import ColumnMap, MappingFile
from generator.editorial.importing.plan import (
    Content,
    ImportPlan,
    Planner,
    told_counts,
    told_made,
)
from generator.editorial.sheet.cell_words import in_sheet_words
from generator.editorial.sheet.flat.columns import Column, flat_columns
from generator.editorial.sheet.flat.current import current_rows
from generator.editorial.sheet.flat.drafting import FlatDrafts, Known, draft_rows
from generator.editorial.sheet.flat.names import FlatNames
from generator.editorial.sheet.flat.reading import FlatSheet, read_flat
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.workbook_package import UnfitError
from generator.editorial.updates.content_files import read_content
from generator.model.dates import PartialDate
from generator.model.ids import LONGEST_MADE, free_id_from
from generator.model.report import Report, Source
from generator.words.message import msg
from generator.words.report_language import language_of

_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class AskedFlat:
    """What whoever brings in a flat sheet says of it."""

    name: str
    """The name of its file."""
    day: date
    """The day of which it speaks where a row gives no other."""
    title: str
    """What the sheet is called, as the source of what it says."""
    holder: str
    """Who keeps it."""
    confirmed: Collection[str] = ()
    """Names that are new, though they look like others."""


@dataclass(slots=True)
class FlatImport:
    """What a flat sheet changes in the content."""

    plan: ImportPlan = field(default_factory=ImportPlan)
    refusals: list[Refusal] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What was read and what would change, a line each."""


def bring_in(settings: Settings, report: Report, content: bytes, asked: AskedFlat) -> FlatImport:
    """Return what a flat sheet changes in the content as it is now; nothing is written.

    Raises GeneratorError if the workbook cannot be read.
    """
    columns = flat_columns(report)
    try:
        sheet = read_flat(content, report, columns)
    except UnfitError as error:
        raise error.of(asked.name) from error
    names = FlatNames(report, asked.confirmed)
    drafts = draft_rows(sheet, _known(report, asked), names)
    if drafts.refusals:
        return FlatImport(refusals=list(dict.fromkeys(drafts.refusals)), told=sheet.told)
    mapping = _mapping(report, asked)
    recorded, say = max(report.about.as_of, asked.day).isoformat(), language_of(report)
    time = ImportTime(
        *(asked.day.isoformat(), recorded, mapping.source.id, report.about.languages[0]),
        not_given=say(msg("sheet-not-given")),
        date_changed=say(msg("sheet-date-changed")),
    )
    plan = Planner(Content(settings, report, read_content(settings)), mapping, time).plan(
        drafts.drafts
    )
    plan.gone = []
    refusals = [refusal_of(issue) for issue in plan.faults]
    return FlatImport(
        plan, refusals, [*sheet.told, *_told(report, sheet, drafts, plan, mapping.source)]
    )


def refusal_of(issue: Issue) -> Refusal:
    """Return a fault that comes from a cell as a refusal of it."""
    words = (issue.found, issue.expected, issue.next_step)
    return Refusal(issue.location.path, *map(in_sheet_words, words))


def newest_snapshot(report: Report) -> Snapshot:
    """Return the report with everything in it, also what the living report does not show yet."""
    now = report.about.as_of
    days = [day for one in report.updates for day in (one.as_of.last(now), one.recorded)]
    days += [s.published.last(now) for s in report.sources if isinstance(s.published, PartialDate)]
    return snapshot(report, PartialDate(max([now, *days]).isoformat()))


def _known(report: Report, asked: AskedFlat) -> Known:
    now = newest_snapshot(report)
    entered = {s.initiative.id: s.newest.recorded for s in now.states if s.newest}
    rows = current_rows(now, flat_columns(report))
    recorded = max(report.about.as_of, asked.day)
    return Known(rows, entered, present_ids(report.initiatives), report, asked.day, recorded)


def _mapping(report: Report, asked: AskedFlat) -> MappingFile:
    """Return what the import of exports wants to know of a flat sheet: that it is a source."""
    day = asked.day.isoformat()
    taken = {source.id for source in report.sources}
    same = (s.id for s in report.sources if (s.title, str(s.published)) == (asked.title, day))
    some_id = next(same, "") or free_id_from(f"{asked.title} {day}", taken, LONGEST_MADE, "sheet")
    source = Source(id=some_id, title=asked.title, holder=asked.holder, published=PartialDate(day))
    title = Column.TITLE.value
    return MappingFile(source=source, row_key=(title,), columns={title: (ColumnMap(to="title"),)})


def _told(
    report: Report, sheet: FlatSheet, drafts: FlatDrafts, plan: ImportPlan, source: Source
) -> list[str]:
    lines = [f"Rows: {len(sheet.rows)}, of which {drafts.untouched} say what the content says."]
    if plan.kept:
        lines.append(f"Source: {source.title}, held by {source.holder}, as of {source.published}.")
        lines.append(told_counts(plan))
    lines += told_made(plan)
    day, shown = source.published, report.about.as_of
    if plan.kept and isinstance(day, PartialDate) and day.first() > shown:
        lines.append(
            f"The report speaks of {shown}. What came later is shown once as_of in "
            f'content/report.yml is moved, for example to "{day}".'
        )
    if drafts.emptied:
        emptied = name_list(drafts.emptied, "and", _MOST_NAMES)
        lines.append(f"Emptied cells change nothing: {emptied}.")
    if drafts.removed:
        removed = name_list(drafts.removed, "and", _MOST_NAMES)
        lines.append(f"No longer in the sheet, and left as they are: {removed}.")
    return lines
