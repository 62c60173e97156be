"""Measures as sentence and table; findings as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.measures.comparable import (
    MeasurePoint,
    comparable_series,
    targets_in_force,
    targets_of,
)
from generator.model.keys import Accumulation, ActualState, Direction, MeasureKind
from generator.model.measures import Baseline, Finding, Measure, Target
from generator.model.records import Missing
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Table, Words
from generator.views.base.shared import gap_text, sources, stated_text, text_cell
from generator.views.base.table_builder import Columns, Figures, Value, cited, facts, table_if_any
from generator.views.charts.measure_chart import measure_chart, why_no_chart
from generator.views.charts.shapes import Drawing
from generator.views.goals.measure_sentence import measure_sentence
from generator.words.english import amount_words, date_words, sentence
from generator.words.message import Text, msg

_DIRECTIONS = {
    Direction.INCREASE: "should rise",
    Direction.DECREASE: "should fall",
    Direction.MAINTAIN_AT_OR_ABOVE: "should stay at or above its target",
    Direction.MAINTAIN_AT_OR_BELOW: "should stay at or below its target",
    Direction.COMPLETE: "should be completed",
    Direction.RANGE: "should stay within a range",
    Direction.NOT_STATED: "direction not stated",
}

_ADDS_UP = {
    Accumulation.LEVEL: "as it stands at one time",
    Accumulation.FLOW: "as much as came in one period",
    Accumulation.CUMULATIVE: "as a sum since the start",
}


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure: what its figures say, their drawing, every figure, what it is."""

    id: str
    title: str
    sentence: str
    """What the figures say; empty where there is none."""
    unit: str
    chart: Drawing | None
    chart_why_none: Text
    """Why figures are there but no chart."""
    points: Table | None
    """Baseline, measured points and targets."""
    points_why_empty: Text
    facts: tuple[Fact, ...]


def measure_view(
    report: Report, measure: Measure, anchor: str, day: date | None = None
) -> MeasureView:
    """Return the view of a measure as of `day`; `anchor` is its id on the page."""
    day = day or report.about.as_of
    said = measure_sentence(measure, day)
    return MeasureView(
        id=anchor,
        title=measure.title,
        sentence=said,
        unit=measure.unit,
        chart=measure_chart(measure, day, (said,)),
        chart_why_none=why_no_chart(measure, day),
        points=_points(report, measure, anchor, day),
        points_why_empty=gap_text(measure.actuals)
        if isinstance(measure.actuals, Missing)
        else "No point was found.",
        facts=_facts(report, measure),
    )


def _facts(report: Report, measure: Measure) -> tuple[Fact, ...]:
    goals = tuple(LinkTo(goal_text(report, g), addresses.goal(g)) for g in measure.goals)
    return facts(
        {
            "What it is": _kind(measure),
            "Counted in": text_cell(measure.unit, _ADDS_UP[measure.accumulation]),
            "Tells about": goals,
            "Not known": _unknown(measure),
            "Note": measure.note,
        }
    )


def _unknown(measure: Measure) -> Cell:
    """Return what has no figure, with why; what was not measured is said in the table's place."""
    gaps = {"baseline": measure.baseline, "target": measure.targets}
    said = [
        msg(f"measure-gap-{name}", gap=gap_text(gap))
        for name, gap in gaps.items()
        if isinstance(gap, Missing)
    ]
    if not measure.targets:
        said.append(msg("measure-no-target"))
    return tuple(Words(text) for text in said)


def goal_text(report: Report, reference: str) -> str:
    """Return the wording of a goal."""
    owner, _, goal_id = reference.partition("/")
    area = next((a for a in report.areas if a.id == owner), None)
    goals = area.goals if area else report.about.goals
    return next((g.text for g in goals if g.id == goal_id), reference)


def _kind(measure: Measure) -> Cell:
    kind = "kind not stated" if measure.kind is MeasureKind.NOT_STATED else measure.kind.value
    words = f"{sentence(kind)}; {_DIRECTIONS[measure.direction]}"
    by = f"{measure.classified.basis.value}: {measure.classified.reason}"
    return (Words(words), SideNote(by))


def _points(report: Report, measure: Measure, anchor: str, day: date) -> Table | None:
    found = [p for run in comparable_series(measure, day) for p in (*run.compared, *run.apart)]
    found.sort(key=lambda p: (p.last, p.first))
    rows = [_point(report, measure, point) for point in found]
    if isinstance(measure.baseline, Baseline) and not any(p.is_baseline for p in found):
        rows.insert(0, _baseline(measure.baseline))
    rows += [_target(measure, target) for target in targets_of(measure)]
    columns: Columns[_Row] = {
        "When": lambda row: row.when,
        "What": lambda row: row.what,
        Figures(f"{sentence(measure.unit)}"): lambda row: row.amount,
        "Remarks": lambda row: row.remarks,
        "Sources": cited(report),
    }
    caption = f"{measure.title}: every figure the sources give"
    return table_if_any(f"{anchor}-points", caption, rows, columns)


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure of a measure: a point, the baseline, or a target."""

    when: str
    what: Value
    amount: str
    remarks: Cell
    sources: tuple[str, ...]


def _point(report: Report, measure: Measure, point: MeasurePoint) -> _Row:
    record = point.record
    if isinstance(record, Baseline):
        return _baseline(record)
    labels = {s.id: s.label for s in measure.series}
    rivals = [
        piece
        for rival in record.also_stated
        for piece in (
            *text_cell(
                None, f"also given as {amount_words(rival)}", stated_text(rival), rival.note
            ),
            *sources(report, rival.sources),
        )
    ]
    partial = "not a whole period" if record.partial else None
    reported = f"reported {date_words(record.reported)}"
    state = record.state.value if record.state is not ActualState.NOT_STATED else None
    what = labels.get(record.series or "", "Measured")
    return _Row(
        date_words(record.period),
        f"{what}, baseline" if point.is_baseline else what,
        amount_words(record),
        (*text_cell(partial, state, stated_text(record), record.note, reported), *rivals),
        record.sources,
    )


def _baseline(baseline: Baseline) -> _Row:
    reported = f"reported {date_words(baseline.reported)}" if baseline.reported else None
    return _Row(
        date_words(baseline.period),
        "Baseline",
        amount_words(baseline),
        text_cell(stated_text(baseline), reported),
        baseline.sources,
    )


def _target(measure: Measure, target: Target) -> _Row:
    named = [s.label for s in measure.series if s.id in target.series]
    name = "Target" if target in targets_in_force(measure) else "Earlier target"
    set_on = f"set {date_words(target.set_on)}"
    return _Row(
        f"by {date_words(target.due)}" if target.due else "no date given",
        text_cell(name, *named),
        amount_words(target),
        text_cell(sentence(set_on), target.reason, target.note, stated_text(target)),
        target.sources,
    )


def findings(report: Report, found: Sequence[Finding]) -> Table | None:
    """Return one-off comparisons as a table, or None."""
    columns: Columns[Finding] = {
        "Finding": lambda f: text_cell(f.title, f.note),
        Figures("Value"): lambda f: text_cell(amount_words(f, f.unit), stated_text(f)),
        "Scope": lambda f: f.scope,
        "Compares": lambda f: f.compares,
        "Reported": lambda f: date_words(f.reported),
        "Sources": cited(report),
    }
    return table_if_any("findings", "One-off comparisons", found, columns)
