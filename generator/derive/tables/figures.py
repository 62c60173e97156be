"""Tables of what is measured, and of money."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.derive.money.entries import Entry, entries_of
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
from generator.model.fields import fields_of
from generator.model.keys import MissingWhy
from generator.model.measures import Classified, Measure
from generator.model.money import Funding
from generator.model.records import Missing
from generator.words.message import Text, msg


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


def _gap_columns(part: str, missing: Text) -> tuple[Column[OwnedMeasure], ...]:
    """Return the columns that say why a measure has no baseline, targets or actuals."""

    def gap(name: str) -> Callable[[OwnedMeasure], Value]:
        def value(row: OwnedMeasure) -> Value:
            found = getattr(row.measure, part)
            said: Value = getattr(found, name) if isinstance(found, Missing) else None
            return said

        return value

    return (
        keyed(f"{part}_missing", MissingWhy, missing, gap("missing")),
        Column(f"{part}_missing_why", CellKind.TEXT, msg("dictionary-missing-why"), gap("why")),
        Column(
            f"{part}_missing_until",
            CellKind.DATE,
            msg("dictionary-missing-until"),
            gap("expected_on"),
        ),
    )


def _measure(row: OwnedMeasure) -> Measure:
    return row.measure


_OF_MEASURES = ("id", "title", "unit", "kind", "direction", "accumulation")
_MEASURES: tuple[Column[OwnedMeasure], ...] = (
    Column(
        "initiative", CellKind.ID, msg("dictionary-measured-initiative"), lambda row: row.initiative
    ),
    Column("area", CellKind.ID, msg("dictionary-measured-area"), lambda row: row.area),
    *field_columns(Measure, _OF_MEASURES, _measure),
    *field_columns(
        Classified, ("basis", "reason"), lambda row: row.measure.classified, "classified_"
    ),
    *field_columns(Measure, ("goals",), _measure),
    Column(
        "series",
        CellKind.IDS,
        msg("dictionary-lines"),
        lambda row: tuple(series.id for series in row.measure.series),
    ),
    *_gap_columns("baseline", msg("dictionary-missing-baseline")),
    *_gap_columns("targets", msg("dictionary-missing-target")),
    *_gap_columns("actuals", msg("dictionary-missing-actual")),
    *field_columns(Measure, ("note",), _measure),
)


def measure_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of measures: what is followed, and why a part of it is missing."""
    return FlatTable(
        "measures",
        msg("dictionary-measures"),
        msg("dictionary-measures.means"),
        ("initiative", "area", "id"),
        _MEASURES,
        rows(_MEASURES, measures_of(snapshot)),
    )


def _funding(row: OwnedRecord[Entry]) -> Funding:
    return row.record.funding


_OF_FUNDING = fields_of(Funding)
_FUNDING: tuple[Column[OwnedRecord[Entry]], ...] = (
    belonging(),
    *field_columns(Funding, ("id", "what"), _funding),
    *amount_columns(lambda row: row.record.amount),
    Column("currency", CellKind.ID, _OF_FUNDING["currency"], lambda row: row.record.currency),
    *field_columns(Funding, ("state",), _funding),
    Column("cycle", CellKind.ID, _OF_FUNDING["cycle"], lambda row: row.record.period),
    *field_columns(Funding, ("fund", "from_whom", "on", "note"), _funding),
    *entry_columns(_funding),
)


def funding_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of money: a row for each amount, those by year one by one."""
    about = snapshot.report.about
    found = [
        OwnedRecord(state.initiative.id, entry)
        for state in snapshot.states
        for funding in state.initiative.funding
        for entry in entries_of(about, funding)
    ]
    return FlatTable(
        "funding",
        msg("dictionary-funding"),
        msg("dictionary-funding.means"),
        ("initiative", "id", "cycle"),
        _FUNDING,
        rows(_FUNDING, found),
    )
