"""Results in words: a measure's line against its target, and a goal, with formula and inputs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from generator.derive.measures.comparable import targets_of, trend
from generator.derive.measures.goals import GoalReason, GoalState, MeasureResults
from generator.derive.measures.results import Reason, TargetResult, Verdict, target_results
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import Direction
from generator.model.measures import Actual, Area, Measure, Target
from generator.model.records import Missing
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import gap_text, text_cell
from generator.views.base.table_builder import Columns, table_if_any
from generator.words.message import Message, Period, Text, amount_text, msg

MeasureLine: TypeAlias = tuple[MeasureResults, TargetResult]
"""A line of a measure, and the measure with whose it is."""

_WAYS = {
    Direction.INCREASE: "up",
    Direction.COMPLETE: "up",
    Direction.MAINTAIN_AT_OR_ABOVE: "up",
    Direction.DECREASE: "down",
    Direction.MAINTAIN_AT_OR_BELOW: "down",
    Direction.RANGE: "range",
}
"""On which side of its target a measure is to be."""


def results_table(
    table_id: str, caption: Text, found: Iterable[MeasureLine], *, with_verdict: bool = True
) -> Table | None:
    """Return lines of measures, each with its target beside the figure and what comes of it.

    Where a heading gives the verdict of all lines, a row has only what it rests on. What a figure
    and a target rest on is where the measure is.
    """
    columns: Columns[MeasureLine] = {
        msg("result-measure"): lambda line: _name(*line),
        msg("result-target"): lambda line: _target(line[1]),
        msg("result-figure"): lambda line: _newest(line[1], line[1].judged),
        msg("result-heading" if with_verdict else "result-why"): lambda line: (
            _result(line[1]) if with_verdict else tuple(map(Words, comparison(line[1])))
        ),
    }
    return table_if_any(table_id, caption, found, columns)


def figures_table(table_id: str, caption: Text, found: Iterable[MeasureLine]) -> Table | None:
    """Return lines of measures that no target was set for, each with its newest figure."""
    columns: Columns[MeasureLine] = {
        msg("result-measure"): lambda line: _name(*line),
        msg("result-newest"): lambda line: _newest(line[1]),
    }
    return table_if_any(table_id, caption, found, columns)


def lines_of(found: Iterable[MeasureResults]) -> list[MeasureLine]:
    """Return every line of some measures, each with its measure."""
    return [(measured, reading) for measured in found for reading in measured.readings]


def has_target(reading: TargetResult) -> bool:
    """Return whether there is anything by which a line is, or could be, judged."""
    return bool(reading.target or reading.not_adopted or reading.why is Reason.STATED)


def _name(measured: MeasureResults, reading: TargetResult) -> Cell:
    """Return which line of a measure it is, whose the measure is, and what its figures count."""
    measure = reading.measure
    label = next((s.label for s in measure.series if s.id == reading.series), None)
    owner = msg("result-owner", owner=_owner(measured)[0], unit=measure.unit)
    return (measure_link(measured), *text_cell(None, label, owner))


def measure_link(measured: MeasureResults) -> LinkTo:
    """Return the link to a measure, on the page of its area or initiative."""
    page = _owner(measured)[1]
    return LinkTo(measured.measure.title, addresses.measure(page, measured.measure.id))


def _owner(measured: MeasureResults) -> tuple[str, str]:
    """Return the name and the address of what a measure belongs to."""
    match measured.owner:
        case Area() as area:
            return area.short_title, addresses.area(area.id)
        case InitiativeState() as standing:
            return standing.initiative.title, addresses.initiative(standing.initiative.id)


def _figure(point: Actual) -> Cell:
    """Return a figure and when it is from."""
    return (
        Words(amount_text(point)),
        SideNote(msg("result-for", date=Period(point.period))),
    )


def _none(why: Text) -> Cell:
    return (Words(msg("result-none")), SideNote(why))


def _target(reading: TargetResult) -> Cell:
    target = reading.target or reading.not_adopted
    if target is None:
        targets = reading.measure.targets
        if isinstance(targets, Missing):
            return _none(gap_text(targets))
        return _none(msg("result-no-target-set"))
    known = len(targets_of(reading.measure))
    changed = (SideNote(msg("result-targets-known", count=known)),) if known > 1 else ()
    return (Words(amount_text(target)), *_standing(target), *_dates(target), *changed)


def _standing(target: Target) -> Iterator[SideNote]:
    """Yield whose a target is, where the organization did not adopt it."""
    if target.standing:
        yield SideNote(msg(f"result-standing-{target.standing.value}"))


def _dates(target: Target) -> Iterator[SideNote]:
    """Yield by when a target should be reached and when it was set, or why nothing says so."""
    if target.due:
        yield SideNote(msg("result-target-dates", due=target.due, set=target.set_on))
        return
    yield SideNote(msg("result-target-undated", set=target.set_on))
    if target.why_no_due:
        yield SideNote(target.why_no_due)


def _newest(reading: TargetResult, judged: Actual | None = None) -> Cell:
    """Return the figure that decides, if any does; else the newest, or why there is none."""
    newest = judged or reading.newest
    if newest is None:
        actuals = reading.measure.actuals
        return _none(gap_text(actuals) if isinstance(actuals, Missing) else _why(Reason.NO_FIGURE))
    return _figure(newest)


def _result(reading: TargetResult) -> Cell:
    """Return a line's result, with the comparison it rests on or why there is none."""
    return (Strong(_verdict(reading.verdict)), *map(SideNote, comparison(reading)))


def _verdict(verdict: Verdict) -> Message:
    return msg(f"result-verdict-{verdict.value}")


def measure_result(measure: Measure, day: date) -> Cell:
    """Return how a measure relates to its targets, line by line; empty where it has no target.

    What is the same of all lines is said once.
    """
    labels = {series.id: series.label for series in measure.series}
    readings = [reading for reading in target_results(measure, day) if has_target(reading)]
    told = [(_verdict(r.verdict), tuple(comparison(r))) for r in readings]
    if len(readings) == len(labels) and len(set(told)) == 1:
        readings, labels = readings[:1], {}
    pieces: Cell = ()
    for reading, (verdict, said) in zip(readings, told, strict=False):
        label = labels.get(reading.series) if reading.series else None
        name = msg("measure-of-series", series=label, said=verdict) if label else verdict
        pieces = (*pieces, Strong(name), *map(SideNote, said))
    return pieces


def comparison(reading: TargetResult) -> Iterator[Message]:
    """Yield the formula of a line's result with its inputs, or why there is none, in sentences.

    What came after the due date is told behind it.
    """
    target, judged = reading.target, reading.judged
    if reading.why is Reason.STATED and judged:
        date = Period(judged.period)
        if judged.stated:
            yield msg("result-worded", date=date, wording=judged.stated)
        else:
            yield msg(f"result-stated-{reading.verdict.value}", date=date)
    elif reading.why is not Reason.COMPARED or target is None or judged is None:
        yield _why(reading.why)
    else:
        way = _WAYS[reading.measure.direction]
        yield msg(
            f"result-compared-{way}-{reading.verdict.value}",
            figure=amount_text(judged),
            date=Period(judged.period),
            target=amount_text(target),
        )
        if target.due and not reading.surely_by_due:
            yield msg("result-date-not-exact", due=target.due)
    yield from _course(reading)


def _course(reading: TargetResult) -> Iterator[Message]:
    """Yield when else the target was reached, and what came after its due date."""
    if point := reading.reached_before:
        yield msg("result-reached-before", figure=amount_text(point), date=Period(point.period))
    if point := reading.reached_later:
        yield msg("result-reached-later", figure=amount_text(point), date=Period(point.period))
    if reading.rival:
        point, rival = reading.rival
        yield msg("result-reached-by-rival", figure=amount_text(rival), date=Period(point.period))
    last = reading.later
    if last is None or last is reading.reached_later:
        return
    figure = amount_text(last)
    before = reading.reached_later or reading.judged
    if before is None:
        yield msg("result-after-due", figure=figure, date=Period(last.period))
    else:
        course = trend(before, last)
        yield msg(f"result-later-{course.value}", figure=figure, date=Period(last.period))


def _why(reason: Reason) -> Message:
    return msg(f"result-why-{reason.value}")


def goal_result(goal: GoalState) -> Cell:
    """Return a goal's result, with what it rests on or why there is none."""
    return (Strong(_verdict(goal.verdict)), SideNote(_goal_formula(goal)))


def _goal_formula(goal: GoalState) -> Message:
    """Return in words what a goal's result rests on."""
    match goal.why:
        case GoalReason.NO_MEASURE:
            return msg("result-goal-no-measure")
        case GoalReason.NO_TARGET:
            return msg("result-goal-no-target", measures=len(goal.telling))
        case GoalReason.NOT_ALL_TOLD:
            return _some_told(goal)
        case GoalReason.COMPARED:
            return _all_told(goal)


def _tally(goal: GoalState) -> tuple[int, int, int]:
    """Return how many lines met their target, partly met it, and missed it."""
    tally = Counter(line.verdict for line in goal.readings)
    return tally[Verdict.MET], tally[Verdict.PARTIALLY_MET], tally[Verdict.NOT_MET]


def _some_told(goal: GoalState) -> Message:
    lines, (met, partly, missed) = len(goal.readings), _tally(goal)
    untold = lines - met - partly - missed
    if untold == lines:
        return msg("result-goal-none-told", lines=lines)
    told: dict[str, Text] = {"lines": lines, "met": met, "missed": missed, "untold": untold}
    if partly:
        return msg("result-goal-some-told-partly", partly=partly, **told)
    return msg("result-goal-some-told", **told)


def _all_told(goal: GoalState) -> Message:
    lines, (_, partly, missed) = len(goal.readings), _tally(goal)
    if missed:
        return msg("result-goal-missed", lines=lines, missed=missed)
    if partly:
        return msg("result-goal-partly-met", lines=lines, partly=partly)
    return msg("result-goal-all-met", lines=lines)
