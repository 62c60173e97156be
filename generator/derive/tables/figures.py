"""Tables of what is measured, and of money."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    Column,
    FlatTable,
    Kind,
    Value,
    Within,
    amount_columns,
    belonging,
    entry_columns,
    keyed,
    rows,
)
from generator.model.initiative import Funding
from generator.model.keys import (
    Accumulation,
    Basis,
    Direction,
    FundingState,
    MeasureKind,
    MissingWhy,
)
from generator.model.measures import Measure
from generator.model.records import Missing


@dataclass(frozen=True, slots=True)
class Owned:
    """A measure and whose it is: an initiative's, or a topic area's."""

    initiative: str | None
    area: str | None
    measure: Measure


def measures_of(snapshot: Snapshot) -> Iterator[Owned]:
    """Yield every measure: those of initiatives, then those of topic areas."""
    for standing in snapshot.standings:
        for measure in standing.initiative.measures:
            yield Owned(standing.initiative.id, None, measure)
    for area in snapshot.report.areas:
        for measure in area.measures:
            yield Owned(None, area.id, measure)


def _gap_columns(part: str, words: str) -> tuple[Column[Owned], ...]:
    """Return the columns that say why a measure has no baseline, targets or actuals."""

    def gap(name: str) -> Callable[[Owned], Value]:
        def value(row: Owned) -> Value:
            found = getattr(row.measure, part)
            said: Value = getattr(found, name) if isinstance(found, Missing) else None
            return said

        return value

    return (
        keyed(f"{part}_missing", MissingWhy, f"Why there is no {words}.", gap("missing")),
        Column(f"{part}_missing_why", Kind.TEXT, "The same in words.", gap("why")),
        Column(f"{part}_missing_until", Kind.DATE, "When it should be there.", gap("expected_on")),
    )


_MEASURES: tuple[Column[Owned], ...] = (
    Column("initiative", Kind.ID, "The initiative it measures.", lambda row: row.initiative),
    Column("area", Kind.ID, "The topic area it measures.", lambda row: row.area),
    Column("id", Kind.ID, "Its id inside the initiative or area.", lambda row: row.measure.id),
    Column("title", Kind.TEXT, "What it measures.", lambda row: row.measure.title),
    Column("unit", Kind.TEXT, "The unit of its points.", lambda row: row.measure.unit),
    keyed("kind", MeasureKind, "Its place in the value chain.", lambda row: row.measure.kind),
    keyed("direction", Direction, "Which way it should go.", lambda row: row.measure.direction),
    keyed(
        "accumulation",
        Accumulation,
        "Whether points are levels, amounts per period, or sums since a start.",
        lambda row: row.measure.accumulation,
    ),
    keyed(
        "classified_basis",
        Basis,
        "Who set kind and direction.",
        lambda row: row.measure.classified.basis,
    ),
    Column(
        "classified_reason",
        Kind.TEXT,
        "Why this kind and direction.",
        lambda row: row.measure.classified.reason,
    ),
    Column("goals", Kind.IDS, "Goals it tells about.", lambda row: row.measure.goals),
    Column(
        "series",
        Kind.IDS,
        "Ids of its lines, where it has more than one.",
        lambda row: tuple(series.id for series in row.measure.series),
    ),
    *_gap_columns("baseline", "baseline"),
    *_gap_columns("targets", "target"),
    *_gap_columns("actuals", "measured point"),
    Column("note", Kind.TEXT, "A remark by the editors.", lambda row: row.measure.note),
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


_FUNDING: tuple[Column[Within[Funding]], ...] = (
    belonging(),
    Column("id", Kind.ID, "Its id inside the initiative.", lambda row: row.record.id),
    Column("what", Kind.TEXT, "What the money is for.", lambda row: row.record.what),
    *amount_columns(lambda row: row.record),
    Column("currency", Kind.ID, "Code of the currency.", lambda row: row.record.currency),
    keyed("state", FundingState, "How far it is committed.", lambda row: row.record.state),
    Column("cycle", Kind.ID, "The budget cycle or fiscal year.", lambda row: row.record.cycle),
    Column("from_whom", Kind.TEXT, "Who pays.", lambda row: row.record.from_whom),
    Column("on", Kind.DATE, "As of when.", lambda row: row.record.on),
    Column("note", Kind.TEXT, "A remark.", lambda row: row.record.note),
    *entry_columns(lambda row: row.record),
)


def funding_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of money."""
    found = [Within(s.initiative.id, f) for s in snapshot.standings for f in s.initiative.funding]
    return FlatTable(
        "funding",
        "Funding",
        "Money, as a source gives it.",
        ("initiative", "id"),
        _FUNDING,
        rows(_FUNDING, found),
    )
