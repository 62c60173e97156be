"""The table of points: baselines, targets, actuals, and what other sources give for these."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    amount_columns,
    field_columns,
    keyed,
    rows,
)
from generator.derive.tables.figures import OwnedMeasure, measures_of
from generator.model.dates import PartialDate
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Amount, Missing
from generator.words.message import msg

POINTS = "points"
"""The name of the table."""


class PointKind(StrEnum):
    """What a point of a measure is."""

    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"
    ALSO_STATED = "also_stated"


@dataclass(frozen=True, slots=True)
class _TablePoint:
    """One point with the record it is, or whose rival it is."""

    number: int
    of: OwnedMeasure
    kind: PointKind
    dated: Baseline | Target | Actual
    amount: Amount
    sources: tuple[str, ...]
    note: str | None

    @property
    def target(self) -> Target | None:
        return self.dated if isinstance(self.dated, Target) else None

    @property
    def actual(self) -> Actual | None:
        return self.dated if isinstance(self.dated, Actual) else None

    @property
    def series(self) -> tuple[str, ...]:
        if self.target:
            return self.target.series
        return (self.actual.series,) if self.actual and self.actual.series else ()

    @property
    def labels(self) -> str | None:
        labels = [s.label for s in self.of.measure.series if s.id in self.series]
        return "; ".join(labels) or None

    @property
    def period(self) -> PartialDate | None:
        return None if isinstance(self.dated, Target) else self.dated.period

    @property
    def reported(self) -> PartialDate | None:
        return None if isinstance(self.dated, Target) else self.dated.reported


def _points(owned: OwnedMeasure) -> Iterator[_TablePoint]:
    number = 0
    for kind, record in _records(owned.measure):
        number += 1
        note = None if isinstance(record, Baseline) else record.note
        yield _TablePoint(number, owned, kind, record, record, record.sources, note)
        if isinstance(record, Actual):
            for rival in record.also_stated:
                number += 1
                yield _TablePoint(
                    number, owned, PointKind.ALSO_STATED, record, rival, rival.sources, rival.note
                )


def _records(measure: Measure) -> Iterator[tuple[PointKind, Baseline | Target | Actual]]:
    if not isinstance(measure.baseline, Missing):
        yield PointKind.BASELINE, measure.baseline
    if not isinstance(measure.targets, Missing):
        yield from ((PointKind.TARGET, target) for target in measure.targets)
    if not isinstance(measure.actuals, Missing):
        yield from ((PointKind.ACTUAL, actual) for actual in measure.actuals)


_POINTS: tuple[Column[_TablePoint], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda p: p.of.initiative),
    Column("area", CellKind.ID, msg("dictionary-owning-area"), lambda p: p.of.area),
    Column("measure", CellKind.ID, msg("dictionary-measure"), lambda p: p.of.measure.id),
    Column("number", CellKind.WHOLE, msg("dictionary-number"), lambda p: p.number),
    keyed(
        "point",
        PointKind,
        msg("dictionary-point"),
        lambda p: p.kind,
    ),
    Column("series", CellKind.IDS, msg("dictionary-point-lines"), lambda p: p.series),
    Column("series_label", CellKind.TEXT, msg("dictionary-line-names"), lambda p: p.labels),
    Column("period", CellKind.DATE, msg("dictionary-period"), lambda p: p.period),
    Column("reported", CellKind.DATE, msg("dictionary-reported"), lambda p: p.reported),
    *field_columns(Target, ("standing", "set_on", "due", "why_no_due", "more"), lambda p: p.target),
    *amount_columns(lambda p: p.amount),
    Column("unit", CellKind.TEXT, msg("dictionary-unit"), lambda p: p.of.measure.unit),
    *field_columns(Actual, ("result", "state", "partial"), lambda p: p.actual),
    *field_columns(Target, ("reason",), lambda p: p.target),
    Column("note", CellKind.TEXT, msg("dictionary-note"), lambda p: p.note),
    Column("recorded", CellKind.DAY, msg("dictionary-recorded"), lambda p: p.dated.recorded),
    Column("sources", CellKind.IDS, msg("dictionary-cited"), lambda p: p.sources),
)


def point_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of points, by measure."""
    found = [point for owned in measures_of(snapshot) for point in _points(owned)]
    return FlatTable(
        POINTS,
        msg("dictionary-points"),
        msg("dictionary-points.means"),
        ("initiative", "area", "measure", "number"),
        _POINTS,
        rows(_POINTS, found),
    )
