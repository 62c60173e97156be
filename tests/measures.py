"""Made-up measures for the tests of drawings."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.dates import PartialDate
from generator.model.keys import Accumulation, Basis, Direction, MeasureKind, MissingWhy, Qualifier
from generator.model.measures import Actual, Baseline, Classified, Measure, Series, Target
from generator.model.records import Missing

DAY = date(2024, 2, 10)
_GAP = Missing(missing=MissingWhy.NOT_FOUND, why="No source gives it.")
_COMMON: dict[str, Any] = {"recorded": DAY, "sources": ("minutes",)}


def amount(words: str) -> dict[str, Any]:
    """Return the fields of a figure written as `12`, `55-60`, `almost 14000`."""
    *qualifier, number = words.split()
    low, dash, high = number.partition("~")
    fields: dict[str, Any] = {"qualifier": Qualifier(qualifier[0]) if qualifier else None}
    if dash:
        return {**fields, "low": Decimal(low), "high": Decimal(high)}
    return {**fields, "value": Decimal(low)}


def actual(period: str, words: str, series: str | None = None, *, partial: bool = False) -> Actual:
    """Return a measured point."""
    when = PartialDate.parse(period)
    return Actual(
        **_COMMON,
        **amount(words),
        period=when,
        reported=PartialDate.parse("2024"),
        series=series,
        partial=partial,
    )


def target(set_on: str, due: str | None, words: str, **other: Any) -> Target:
    """Return a target."""
    return Target(
        **_COMMON,
        **amount(words),
        set_on=PartialDate.parse(set_on),
        due=PartialDate.parse(due) if due else None,
        **other,
    )


def measure(
    points: Sequence[Actual],
    accumulation: Accumulation = Accumulation.LEVEL,
    *,
    targets: Sequence[Target] = (),
    baseline: tuple[str, str] | None = None,
    series: Sequence[str] = (),
) -> Measure:
    """Return a measure with the given points."""
    first = (
        Baseline(**_COMMON, **amount(baseline[1]), period=PartialDate.parse(baseline[0]))
        if baseline
        else _GAP
    )
    return Measure(
        id="boats",
        title="Boats in the harbour",
        unit="boats",
        kind=MeasureKind.OUTPUT,
        direction=Direction.INCREASE,
        accumulation=accumulation,
        classified=Classified(basis=Basis.COMPILED, reason="Invented."),
        series=tuple(Series(id=s, label=s.replace("-", " ").capitalize()) for s in series),
        baseline=first,
        targets=tuple(targets),
        actuals=tuple(points) if points else _GAP,
    )


PER_MONTH = measure(
    [
        actual("2013", "4.4"),
        actual("2014", "3"),
        actual("2015", "2.2"),
        actual("2016-01-01/2016-05-15", "2.7", partial=True),
    ],
    Accumulation.FLOW,
    baseline=("2014", "3"),
)
SUM = measure(
    [actual("2016-08-30/2016-12-22", "3919"), actual("2016-08-30/2017-08", "almost 14000")],
    Accumulation.CUMULATIVE,
)
FULL = measure(
    [
        actual("2019", "10", "sail"),
        actual("2020-06-30", "14~16", "sail"),
        actual("2021-06-30", "about 22", "sail"),
        actual("2019-12-31", "30", "motor"),
        actual("2021-12-31", "18", "motor"),
    ],
    targets=[
        target("2019-01", "2021", "25", series=("sail",)),
        target("2020-01", "2022", "20", series=("sail",), reason="The quay was smaller."),
        target("2020-01", None, "at_most 15", series=("motor",)),
    ],
    baseline=("2018", "38"),
    series=["sail", "motor"],
)
LATE = measure(
    [actual("1986", "667"), actual("2017", "51"), actual("2018-03", "4", partial=True)],
    Accumulation.FLOW,
    baseline=("1980", "almost 700"),
    targets=[target("2016", "2020-06", "20~40")],
)
ONE_OFF = measure([actual("2020", "12")])
SEVERAL = {"per month": PER_MONTH, "sum": SUM, "full": FULL, "late": LATE}
