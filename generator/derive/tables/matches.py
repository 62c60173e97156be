"""The table of editors' matches: what was matched with what, and what rests on it."""

from generator.derive.snapshot.matches import EditorsMatch, MatchedKind, editors_matches
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    field_columns,
    keyed,
    rows,
)
from generator.model.initiative import Event
from generator.words.message import msg


def _event(match: EditorsMatch) -> Event | None:
    return match.record if isinstance(match.record, Event) else None


_MATCHES: tuple[Column[EditorsMatch], ...] = (
    Column(
        "initiative",
        CellKind.ID,
        msg("dictionary-match-initiative"),
        lambda m: m.state.initiative.id if m.state else None,
    ),
    keyed("matched", MatchedKind, msg("dictionary-matched"), lambda m: m.kind),
    Column("record", CellKind.TEXT, msg("dictionary-match-record"), lambda m: m.record.key),
    *field_columns(Event, ("about",), _event),
    Column("on", CellKind.DATE, msg("dictionary-match-on"), lambda m: m.when),
    Column("why", CellKind.TEXT, msg("dictionary-match-why"), lambda m: m.why),
    Column(
        "updates",
        CellKind.IDS,
        msg("dictionary-match-updates"),
        lambda m: tuple(update.milestone for update in m.updates),
    ),
    Column(
        "carries_status",
        CellKind.FLAG,
        msg("dictionary-match-carries-status"),
        lambda m: m.carries_status,
    ),
    Column("sources", CellKind.IDS, msg("dictionary-cited"), lambda m: m.record.sources),
)


def match_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of what editors matched: with the program, then by initiative."""
    return FlatTable(
        "matches",
        msg("dictionary-matches"),
        msg("dictionary-matches.means"),
        ("initiative", "matched", "record"),
        _MATCHES,
        rows(_MATCHES, editors_matches(snapshot)),
    )
