"""Results in words: a measure's line against its target, and a goal, with formula and inputs."""

from collections import Counter
from collections.abc import Iterable

from generator.derive.measures.comparable import targets_of
from generator.derive.measures.goals import GoalReason, GoalState, MeasureResults
from generator.derive.measures.results import Reason, TargetResult, Verdict
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import Direction
from generator.model.measures import Actual, Area
from generator.model.records import Missing
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import gap_text, sources, text_cell
from generator.views.base.table_builder import Columns, table_if_any
from generator.words.english import amount_words, counted, date_words

VERDICTS = {
    Verdict.MET: "Met",
    Verdict.NOT_MET: "Not met",
    Verdict.CANNOT_BE_TOLD: "Cannot be told",
}
_UNTOLD = {
    Reason.NO_TARGET: "No target was set.",
    Reason.NO_DIRECTION: "Nothing says whether it should rise or fall.",
    Reason.JOINT_TARGET: "One target stands for several series; nothing says whether it means each "
    "of them or their sum.",
    Reason.NO_NUMBER: "The target or the newest figure is not a number.",
    Reason.CONTRARY_TARGET: "The wording of the target points the other way than the measure.",
    Reason.NO_RANGE: "It should stay within a range, and the target names only one number.",
    Reason.NO_FIGURE: "No figure was found.",
    Reason.ONLY_PARTIAL: "The figures found are of incomplete periods.",
    Reason.UNLIKE_PERIODS: "The figures found are of unlike periods, so nothing says which of them "
    "the target means.",
    Reason.OLDER_THAN_TARGET: "The newest figure tells of a time before the target was set.",
    Reason.NOT_EXACT: "Target and figure are too vague to compare.",
    Reason.RIVAL_VALUES: "Sources give different values, and not all of them meet the target.",
    Reason.NOT_YET_DUE: "It has not been reached and is not yet due.",
    Reason.BEFORE_DUE: "The newest figure is from before the day the target fell due.",
}
_PASSES = {
    Direction.INCREASE: ("is at or above", "is below"),
    Direction.COMPLETE: ("is at or above", "is below"),
    Direction.MAINTAIN_AT_OR_ABOVE: ("is at or above", "is below"),
    Direction.DECREASE: ("is at or below", "is above"),
    Direction.MAINTAIN_AT_OR_BELOW: ("is at or below", "is above"),
    Direction.RANGE: ("lies within", "lies outside"),
}


def readings_table(
    table_id: str, caption: str, report: Report, found: Iterable[MeasureResults]
) -> Table | None:
    """Return the lines of measures, each with baseline, target, newest figure and result."""
    columns: Columns[tuple[MeasureResults, TargetResult]] = {
        "Measure": lambda m: (measure_link(m[0]), *text_cell(None, _label(m[1]))),
        "Of": lambda m: LinkTo(*_owner(m[0])),
        "Baseline": lambda m: _baseline(report, m[1]),
        "Target": lambda m: _target(report, m[1]),
        "Newest figure": lambda m: _newest(report, m[1]),
        "Result": lambda m: result_cell(m[1]),
    }
    lines = [(measured, reading) for measured in found for reading in measured.readings]
    return table_if_any(table_id, caption, lines, columns)


def _label(reading: TargetResult) -> str:
    return next((s.label for s in reading.measure.series if s.id == reading.series), "")


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


def _baseline(report: Report, reading: TargetResult) -> Cell:
    baseline = reading.measure.baseline
    if isinstance(baseline, Missing):
        return (Words("None"), SideNote(gap_text(baseline)))
    words = amount_words(baseline, reading.measure.unit)
    return (Words(words), SideNote(date_words(baseline.period)), *sources(report, baseline.sources))


def _target(report: Report, reading: TargetResult) -> Cell:
    target = reading.target
    if target is None:
        targets = reading.measure.targets
        why = gap_text(targets) if isinstance(targets, Missing) else "None was set for it."
        return (Words("None"), SideNote(why))
    due = f"by {date_words(target.due)}" if target.due else "no date given"
    known = len(targets_of(reading.measure))
    changed = (SideNote(f"one of {known} targets on record"),) if known > 1 else ()
    words = amount_words(target, reading.measure.unit)
    set_on = f"{due}; set {date_words(target.set_on)}"
    return (Words(words), SideNote(set_on), *changed, *sources(report, target.sources))


def _newest(report: Report, reading: TargetResult) -> Cell:
    newest = reading.newest
    if newest is None:
        actuals = reading.measure.actuals
        why = gap_text(actuals) if isinstance(actuals, Missing) else _UNTOLD[Reason.NO_FIGURE]
        return (Words("None"), SideNote(why))
    words = amount_words(newest, reading.measure.unit)
    return (Words(words), SideNote(date_words(newest.period)), *sources(report, newest.sources))


def result_cell(reading: TargetResult) -> Cell:
    """Return a line's result, with the comparison it rests on or why there is none."""
    return (Strong(VERDICTS[reading.verdict]), SideNote(comparison(reading)))


def comparison(reading: TargetResult) -> str:
    """Return the formula of a line's result with its inputs, or why it cannot be told."""
    if reading.why is not Reason.COMPARED or reading.target is None or reading.newest is None:
        return _UNTOLD[reading.why]
    passes, fails = _PASSES[reading.measure.direction]
    verb = passes if reading.verdict is Verdict.MET else fails
    said = f"{amount_words(reading.newest)} {verb} {amount_words(reading.target)}."
    if reading.reached_before:
        said += f" It was reached before: {_point(reading.reached_before)}."
    if reading.rival_before:
        point, rival = reading.rival_before
        when = date_words(point.period)
        said += f" For {when} another source gives {amount_words(rival)}, which reaches it."
    return said


def _point(point: Actual) -> str:
    return f"{amount_words(point)}, {date_words(point.period)}"


def goal_result(goal: GoalState) -> Cell:
    """Return a goal's result, with what it rests on or why there is none."""
    return (Strong(VERDICTS[goal.verdict]), SideNote(goal_formula(goal)))


def goal_formula(goal: GoalState) -> str:
    """Return in words what a goal's result rests on."""
    lines = goal.readings
    tally = Counter(line.verdict for line in lines)
    met, missed = tally[Verdict.MET], tally[Verdict.NOT_MET]
    match goal.why:
        case GoalReason.NO_MEASURE:
            return "No measure tells about it."
        case GoalReason.NO_TARGET:
            many = len(goal.telling) > 1
            return (
                f"{counted(len(goal.telling), 'measure')} {'tell' if many else 'tells'} about it, "
                f"without a target."
            )
        case GoalReason.NOT_ALL_TOLD:
            untold = tally[Verdict.CANNOT_BE_TOLD]
            return (
                f"Of {counted(len(lines), 'series', 'series')} measured, {met} met the target and "
                f"{missed} missed it; of {untold} it cannot be told."
            )
        case GoalReason.COMPARED:
            if not missed:
                return f"All {counted(len(lines), 'series', 'series')} measured met the target."
            return f"{missed} of {counted(len(lines), 'series', 'series')} measured missed it."
