"""A department's packet, and one initiative on one page."""

from collections.abc import Iterator

from generator.derive.money.at_stake import money_at_stake
from generator.derive.money.ledger import ledger
from generator.derive.responsibility.roles import register
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.organization import Unit
from generator.views.base import addresses
from generator.views.base.blocks import DatedEntry, SideNote, Strong, Words
from generator.views.base.shared import legend, to_initiative
from generator.views.base.table_builder import table
from generator.views.initiatives.initiative import InitiativeView, initiative_view
from generator.views.initiatives.rows import initiative_columns
from generator.views.initiatives.status_axes import keys
from generator.views.money.at_stake import whole_money_cell
from generator.views.print.attention import matter_views, matters_table
from generator.views.print.blocks import (
    Empty,
    FactList,
    Heading,
    Legend,
    Masthead,
    Notice,
    Paragraph,
    Part,
    Points,
    ProseBlock,
    TableBlock,
    Timeline,
)
from generator.views.print.document import Document, DocumentFrame, cited, document
from generator.views.print.initiative import (
    all_facts,
    initiative_parts,
    related_parts,
    verdict_parts,
)
from generator.views.print.owed_updates import next_due, owed_parts, owed_updates
from generator.views.print.record_lists import under_heading
from generator.views.print.sections import section_parts
from generator.views.responsibility.holders import unit_view
from generator.words.message import msg

SHEET_LENGTHS = (40, 20, 12, 8, 5, 3, 2, 1, 0)
"""How many rows and entries a sheet may show, tried in turn until it fits its page."""


def department_document(frame: DocumentFrame, unit: Unit) -> Document:
    """Return the packet of a unit: what it is responsible for, and its initiatives whole."""
    snapshot = frame.snapshot
    here = involved(snapshot, unit.id)
    parts = (
        Masthead(
            organization=snapshot.report.about.city,
            title=unit.name,
            unofficial=frame.unofficial,
            standing=frame.masthead,
            facts=(),
            notes=frame.notes,
        ),
        *_overview(snapshot, here),
        *_attention(snapshot, here),
        *owed_parts(owed_updates(snapshot, here)),
        *_on_record(snapshot, unit),
        *(part for state in here for part in _whole(snapshot, state)),
        *_words(snapshot, here),
    )
    summary = msg("department-summary", count=len(here), unit=unit.name)
    description = msg("print-description", summary=summary, day=snapshot.as_of)
    title = msg("department-title", unit=unit.name)
    return document(frame, "department", title, description, parts)


def involved(snapshot: Snapshot, unit_id: str) -> tuple[InitiativeState, ...]:
    """Return the initiatives that concern a unit or a part of it, as the site's lists have them."""
    return tuple(s for s in snapshot.states if unit_id in keys(snapshot, s)["department"])


def _overview(snapshot: Snapshot, here: tuple[InitiativeState, ...]) -> Iterator[Part]:
    yield Heading(2, msg("department-initiatives-heading"))
    if not here:
        yield Empty(msg("department-no-initiative"))
        return
    columns = initiative_columns(snapshot, with_area=True)
    caption = msg("department-initiatives", count=len(here))
    yield TableBlock(table("initiatives", caption, here, columns))


def _attention(snapshot: Snapshot, here: tuple[InitiativeState, ...]) -> Iterator[Part]:
    own = {to_initiative(state.initiative) for state in here}
    found = [one for one in matter_views(snapshot) if one.initiative in own]
    if found:
        yield Heading(2, msg("brief-attention-heading"))
        yield TableBlock(matters_table(found, len(found)))


def _on_record(snapshot: Snapshot, unit: Unit) -> Iterator[Part]:
    """Yield the unit's page below a heading of its own: the packet has its name at the top."""
    target = addresses.unit(unit.id)
    _, *rest = section_parts(unit_view(snapshot, register(snapshot), unit), 2, target)
    yield Heading(2, msg("department-record-heading"), target)
    yield from rest


def _whole(snapshot: Snapshot, state: InitiativeState) -> tuple[Part, ...]:
    view = initiative_view(snapshot, state)
    return initiative_parts(view, state.initiative.id, 2, fresh_page=True)


def _words(snapshot: Snapshot, here: tuple[InitiativeState, ...]) -> Iterator[Part]:
    shown = [state for s in here for state in s.states if state.axis in snapshot.axes]
    if shown:
        yield Heading(2, msg("common-signals-heading"), fresh_page=True)
        yield Legend(legend(shown, here))


def sheet_document(frame: DocumentFrame, state: InitiativeState, most: int) -> Document:
    """Return one initiative on a page: at most `most` measures and entries of its history.

    Its ideas, its money, and what it owes are never cut.
    """
    view = initiative_view(frame.snapshot, state)
    parts = tuple(_sheet(frame, state, view, most))
    sources = cited(parts)
    description = msg("print-description", summary=view.summary, day=frame.snapshot.as_of)
    whole = (*parts, *((sources,) if sources else ()))
    return document(frame, "sheet", view.title, description, whole)


def _sheet(
    frame: DocumentFrame, state: InitiativeState, view: InitiativeView, most: int
) -> Iterator[Part]:
    yield Masthead(
        organization=frame.snapshot.report.about.city,
        title=view.title,
        unofficial=frame.unofficial,
        standing=frame.masthead,
        facts=(),
        notes=frame.notes,
    )
    yield from verdict_parts(view)
    owed = next_due(owed_updates(frame.snapshot, (state,)))
    yield FactList((*all_facts(view), *owed), paired=True)
    yield from related_parts(view)
    if view.newest_update:
        yield Heading(2, view.newest_update.heading)
        yield ProseBlock(view.newest_update.body, 3)
        if view.newest_update.ask:
            yield Notice(view.newest_update.ask)
    if view.ideas:
        yield Heading(2, msg("idea-title"))
        yield under_heading(view.ideas)
    yield from _money(frame.snapshot, state)
    yield from _measures(view, most)
    yield Heading(2, msg("initiative-history-heading"))
    yield Timeline(_entries(view.history, max(most, 1)))


def _money(snapshot: Snapshot, state: InitiativeState) -> Iterator[Part]:
    """Yield every sum that is known, and what it costs and brings in."""
    found = money_at_stake(snapshot, ledger(snapshot), state)
    if cell := whole_money_cell(snapshot.report.about, found):
        yield Heading(2, msg("initiative-money-heading"))
        yield Paragraph(cell)


def _measures(view: InitiativeView, most: int) -> Iterator[Part]:
    """Yield what the figures of each measure say, behind its name and its unit."""
    told = [one for one in view.measures if one.sentences]
    items = tuple(
        (Strong(msg("sheet-measure", title=one.title, unit=one.unit)), *one.sentences)
        for one in told[:most]
    )
    if items:
        yield Heading(2, msg("initiative-measures-heading"))
        yield Points(items)
    if rest := len(told) - len(items):
        yield Paragraph((Words(msg("sheet-more-measures", count=rest)),))


def _entries(history: tuple[DatedEntry, ...], most: int) -> tuple[DatedEntry, ...]:
    shown = tuple(DatedEntry(entry.date, entry.value) for entry in history[:most])
    rest = len(history) - len(shown)
    if not rest:
        return shown
    more = SideNote(msg("sheet-more-entries", count=rest))
    return (*shown, DatedEntry(msg("sheet-earlier"), (more,)))
