"""Tables of what was said and what happened: updates, events, and the sources of both."""

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    OwnedRecord,
    belonging,
    entry_columns,
    field_columns,
    keyed,
    pairs,
    rows,
)
from generator.model.initiative import Event
from generator.model.keys import MissingWhy
from generator.model.link_checks import Archived
from generator.model.records import Missing
from generator.model.report import Source
from generator.model.updates import Ask, Update
from generator.words.message import msg

_BEFORE_ASK = (
    *("milestone", "as_of", "basis", "author", "status", "source_word", "reason", "actual_on"),
    *("continues_in", "phase", "phase_reason"),
    *("confidence", "confidence_by", "confidence_reason"),
)


def _update(update: Update) -> Update:
    return update


_UPDATES: tuple[Column[Update], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda u: u.initiative),
    *field_columns(Update, _BEFORE_ASK, _update),
    *field_columns(Ask, ("of", "what", "by"), lambda u: u.ask, "ask_"),
    Column(
        "ideas",
        CellKind.IDS,
        msg("dictionary-idea-states"),
        lambda u: pairs(u.ideas.items()),
    ),
    *field_columns(Update, ("evidence", "body"), _update),
    *entry_columns(_update),
)


def update_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of updates, by initiative, oldest first."""
    found = [update for state in snapshot.states for update in state.updates]
    return FlatTable(
        "updates",
        msg("dictionary-updates"),
        msg("dictionary-updates.means"),
        ("initiative", "milestone"),
        _UPDATES,
        rows(_UPDATES, found),
    )


_OF_EVENTS = ("id", "on", "kind", "about", "match", "source_word", "text", "note")
_EVENTS: tuple[Column[OwnedRecord[Event]], ...] = (
    belonging(msg("dictionary-event-initiative")),
    *field_columns(Event, _OF_EVENTS, lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def event_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of events: those of the program, then by initiative."""
    found = [OwnedRecord("", event) for event in snapshot.report.about.events]
    found += [OwnedRecord(s.initiative.id, e) for s in snapshot.states for e in s.initiative.events]
    return FlatTable(
        "events",
        msg("dictionary-events"),
        msg("dictionary-events.means"),
        ("initiative", "id"),
        _EVENTS,
        rows(_EVENTS, found),
    )


def _source(source: Source) -> Source:
    return source


def _gap(source: Source) -> Missing | None:
    return source.published if isinstance(source.published, Missing) else None


_SOURCES: tuple[Column[Source], ...] = (
    *field_columns(Source, ("id", "title", "address", "published"), _source),
    keyed(
        "published_missing",
        MissingWhy,
        msg("dictionary-missing-date"),
        lambda s: gap.missing if (gap := _gap(s)) else None,
    ),
    Column(
        "published_missing_why",
        CellKind.TEXT,
        msg("dictionary-missing-why"),
        lambda s: gap.why if (gap := _gap(s)) else None,
    ),
    *field_columns(Source, ("stated", "holder", "note"), _source),
    *field_columns(Archived, ("address", "on"), lambda source: source.archived, "archived_"),
)


def source_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of sources."""
    return FlatTable(
        "sources",
        msg("dictionary-sources"),
        msg("dictionary-sources.means"),
        ("id",),
        _SOURCES,
        rows(_SOURCES, snapshot.report.sources),
    )
