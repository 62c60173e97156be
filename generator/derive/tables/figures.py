"""Tables of what is measured, and of money."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    OwnedRecord,
    Value,
    amount_columns,
    belonging,
    entry_columns,
    field_columns,
    keyed,
    rows,
)
from generator.model.initiative import Funding
from generator.model.keys import (
    MissingWhy,
)
from generator.model.measures import Classified, Measure
from generator.model.records import Missing


@dataclass(frozen=True, slots=True)
class OwnedMeasure:
    """A measure and whose it is: an initiative's, or a topic area's."""

    initiative: str | None
    area: str | None
    measure: Measure


def measures_of(snapshot: Snapshot) -> Iterator[OwnedMeasure]:
    """Yield every measure: those of initiatives, then those of topic areas."""
    for state in snapshot.states:
        for measure in state.initiative.measures:
            yield OwnedMeasure(state.initiative.id, None, measure)
    for area in snapshot.report.areas:
        for measure in area.measures:
            yield OwnedMeasure(None, area.id, measure)


def _gap_columns(part: str, words: str) -> tuple[Column[OwnedMeasure], ...]:
    """Return the columns that say why a measure has no baseline, targets or actuals."""

    def gap(name: str) -> Callable[[OwnedMeasure], Value]:
        def value(row: OwnedMeasure) -> Value:
            found = getattr(row.measure, part)
            said: Value = getattr(found, name) if isinstance(found, Missing) else None
            return said

        return value

    return (
        keyed(f"{part}_missing", MissingWhy, f"Why there is no {words}.", gap("missing")),
        Column(f"{part}_missing_why", CellKind.TEXT, "The same in words.", gap("why")),
        Column(
            f"{part}_missing_until", CellKind.DATE, "When it should be there.", gap("expected_on")
        ),
    )


def _measure(row: OwnedMeasure) -> Measure:
    return row.measure


_OF_MEASURES = ("id", "title", "unit", "kind", "direction", "accumulation")
_MEASURES: tuple[Column[OwnedMeasure], ...] = (
    Column("initiative", CellKind.ID, "The initiative it measures.", lambda row: row.initiative),
    Column("area", CellKind.ID, "The topic area it measures.", lambda row: row.area),
    *field_columns(Measure, _OF_MEASURES, _measure),
    *field_columns(
        Classified, ("basis", "reason"), lambda row: row.measure.classified, "classified_"
    ),
    *field_columns(Measure, ("goals",), _measure),
    Column(
        "series",
        CellKind.IDS,
        "Ids of its lines, where it has more than one.",
        lambda row: tuple(series.id for series in row.measure.series),
    ),
    *_gap_columns("baseline", "baseline"),
    *_gap_columns("targets", "target"),
    *_gap_columns("actuals", "measured point"),
    *field_columns(Measure, ("note",), _measure),
)


def measure_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of measures: what is followed, and why a part of it is missing."""
    return FlatTable(
        "measures",
        "Measures",
        "What is measured, in which unit, and which way it should go.",
        ("initiative", "area", "id"),
        _MEASURES,
        rows(_MEASURES, measures_of(snapshot)),
    )


_OF_FUNDING = ("currency", "state", "cycle", "from_whom", "on", "note")
_FUNDING: tuple[Column[OwnedRecord[Funding]], ...] = (
    belonging(),
    *field_columns(Funding, ("id", "what"), lambda row: row.record),
    *amount_columns(lambda row: row.record),
    *field_columns(Funding, _OF_FUNDING, lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def funding_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of money."""
    found = [OwnedRecord(s.initiative.id, f) for s in snapshot.states for f in s.initiative.funding]
    return FlatTable(
        "funding",
        "Funding",
        "Money, as a source gives it.",
        ("initiative", "id"),
        _FUNDING,
        rows(_FUNDING, found),
    )
