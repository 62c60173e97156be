"""A department's packet, and one initiative on one page."""

from collections.abc import Iterator

from generator.derive.responsibility.roles import register
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.organization import Unit
from generator.views.base import addresses
from generator.views.base.blocks import DatedEntry, SideNote, Table
from generator.views.base.shared import legend
from generator.views.base.table_builder import table
from generator.views.initiatives.initiative import InitiativeView, initiative_view
from generator.views.initiatives.rows import initiative_columns
from generator.views.initiatives.status_axes import keys
from generator.views.print.blocks import (
    Empty,
    FactList,
    Heading,
    Lede,
    Legend,
    Masthead,
    Notice,
    Paragraph,
    Part,
    ProseBlock,
    TableBlock,
    Timeline,
)
from generator.views.print.document import Document, DocumentFrame, cited, document
from generator.views.print.initiative import initiative_parts
from generator.views.print.sections import section_parts
from generator.views.responsibility.holders import unit_view
from generator.words.english import counted

SHEET_LENGTHS = (40, 20, 12, 8, 5, 3, 2, 1, 0)
"""How many rows and entries a sheet may show, tried in turn until it fits its page."""


def department_document(frame: DocumentFrame, unit: Unit) -> Document:
    """Return the packet of a unit of the city: what it answers for, and its initiatives whole."""
    snapshot = frame.snapshot
    here = involved(snapshot, unit.id)
    parts = (
        Masthead(
            city=snapshot.report.about.city,
            title=unit.name,
            standing=f"{frame.name}. {frame.standing}.",
            facts=(),
            notes=frame.notes,
        ),
        *_overview(snapshot, here),
        *section_parts(unit_view(snapshot, register(snapshot), unit), 2, addresses.unit(unit.id)),
        *(part for state in here for part in _whole(snapshot, state)),
        *_words(snapshot, here),
    )
    description = f"{counted(len(here), 'initiative')} of {unit.name}. {frame.standing}."
    return document(frame, "department", f"Packet: {unit.name}", description, parts)


def involved(snapshot: Snapshot, unit_id: str) -> tuple[InitiativeState, ...]:
    """Return the initiatives that concern a unit or a part of it, as the site's lists have them."""
    report = snapshot.report
    return tuple(s for s in snapshot.states if unit_id in keys(report, s)["department"])


def _overview(snapshot: Snapshot, here: tuple[InitiativeState, ...]) -> Iterator[Part]:
    yield Heading(2, "Its initiatives")
    if not here:
        yield Empty("No source ties an initiative to it.")
        return
    columns = initiative_columns(snapshot.report, with_area=True)
    yield TableBlock(table("initiatives", counted(len(here), "initiative"), here, columns))


def _whole(snapshot: Snapshot, state: InitiativeState) -> tuple[Part, ...]:
    view = initiative_view(snapshot, state)
    return initiative_parts(view, state.initiative.id, 2, fresh_page=True)


def _words(snapshot: Snapshot, here: tuple[InitiativeState, ...]) -> Iterator[Part]:
    yield Heading(2, "What the signals mean", fresh_page=True)
    yield Legend(legend(snapshot.report, (state for s in here for state in s.states)))


def sheet_document(frame: DocumentFrame, state: InitiativeState, most: int) -> Document:
    """Return one initiative on a page, with at most `most` rows in tables and entries in lists."""
    view = initiative_view(frame.snapshot, state)
    parts = tuple(_sheet(frame, view, most))
    sources = cited(parts)
    listed = (Heading(2, "Sources"), sources) if sources else ()
    return document(
        frame, "sheet", view.title, f"{view.summary} {frame.standing}.", (*parts, *listed)
    )


def _sheet(frame: DocumentFrame, view: InitiativeView, most: int) -> Iterator[Part]:
    yield Masthead(
        city=frame.snapshot.report.about.city,
        title=view.title,
        standing=f"{frame.name}. {frame.standing}.",
        facts=(),
        notes=frame.notes,
    )
    yield Lede(view.summary)
    yield FactList(view.facts, paired=True)
    if view.gap:
        yield Notice(view.gap)
    if view.newest_update:
        yield Heading(2, view.newest_update.heading)
        yield ProseBlock(view.newest_update.body, 3)
        if view.newest_update.ask:
            yield Notice(view.newest_update.ask, "Needed")
    yield Heading(2, "Ideas")
    if view.ideas:
        yield TableBlock(_first(view.ideas, most))
    else:
        yield Empty(view.ideas_why_empty)
    told = [m.sentences for m in view.measures if m.sentences][:most]
    if told:
        yield Heading(2, "Measures")
        yield from map(Paragraph, told)
    yield Heading(2, "History")
    yield Timeline(_entries(view.history, max(most, 1)))


def _first(made: Table, most: int) -> Table:
    rows = made.rows[: max(most, 1)]
    if len(rows) == len(made.rows):
        return made
    caption = f"{made.caption} ({len(rows)} of {len(made.rows)})"
    return Table(made.id, caption, made.columns, rows)


def _entries(history: tuple[DatedEntry, ...], most: int) -> tuple[DatedEntry, ...]:
    shown = tuple(DatedEntry(entry.date, entry.value) for entry in history[:most])
    rest = len(history) - len(shown)
    if not rest:
        return shown
    return (*shown, DatedEntry("Earlier", (SideNote(f"{rest} more entries in the full report"),)))
