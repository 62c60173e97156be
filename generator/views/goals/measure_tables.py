"""Measures as sentence and table; findings as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.measures.comparable import (
    MeasurePoint,
    comparable_series,
    not_replaced,
    results_without_number,
    targets_of,
)
from generator.model.dates import PartialDate
from generator.model.keys import ActualState
from generator.model.measures import Actual, Baseline, Finding, Measure, Target
from generator.model.records import Missing, RivalValue
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Table, Words
from generator.views.base.shared import gap_text, remarks, sources, stated_text, text_cell
from generator.views.base.table_builder import Columns, Figures, Value, cited, facts, table_if_any
from generator.views.charts.measure_chart import measure_chart, why_no_chart
from generator.views.charts.shapes import Drawing
from generator.views.goals.measure_sentence import measure_sentences
from generator.views.goals.results import measure_result
from generator.words.message import Message, Period, Text, amount_text, msg


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure: what its figures say, their drawing, every figure, what it is."""

    id: str
    title: str
    sentences: Cell
    """What the figures say; empty where there is none."""
    unit: str
    chart: Drawing | None
    chart_why_none: Text
    """Why figures are there but no chart."""
    points: Table | None
    """Baseline, measured points and targets."""
    points_why_empty: Text
    facts: tuple[Fact, ...]
    files: tuple[LinkTo, ...]
    """The chart and the figures as files; nothing where there is no chart."""


def measure_view(report: Report, measure: Measure, owner_id: str, day: date) -> MeasureView:
    """Return the view of a measure of an initiative or area as of `day`."""
    anchor, said = f"measure-{measure.id}", measure_sentences(measure, day)
    chart = measure_chart(measure, day, said)
    return MeasureView(
        id=anchor,
        title=measure.title,
        sentences=tuple(map(Words, said)),
        unit=measure.unit,
        chart=chart,
        chart_why_none=why_no_chart(measure, day),
        points=_points(report, measure, anchor, day),
        points_why_empty=gap_text(measure.actuals)
        if isinstance(measure.actuals, Missing)
        else msg("measure-no-figure"),
        facts=_facts(report, measure, day),
        files=_files(owner_id, measure) if chart else (),
    )


def _files(owner_id: str, measure: Measure) -> tuple[LinkTo, ...]:
    return (
        LinkTo(msg("chart-file-drawing"), addresses.measure_chart(owner_id, measure.id)),
        LinkTo(msg("chart-file-figures"), addresses.measure_figures(owner_id, measure.id)),
    )


def _facts(report: Report, measure: Measure, day: date) -> tuple[Fact, ...]:
    goals = tuple(LinkTo(goal_text(report, g), addresses.goal(g)) for g in measure.goals)
    return facts(
        {
            msg("result-heading"): measure_result(measure, day),
            msg("measure-kind"): _kind(measure),
            msg("measure-unit"): text_cell(
                measure.unit, msg(f"measure-adds-{measure.accumulation.value}")
            ),
            msg("measure-goals"): goals,
            msg("measure-unknown"): _unknown(measure),
            msg("common-note"): remarks(report, measure, measure.note),
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
    said = msg(
        "measure-character",
        kind=msg(f"measure-kind-{measure.kind.value}"),
        direction=msg(f"measure-direction-{measure.direction.value}"),
    )
    by = measure.classified
    return (Words(said), SideNote(msg(f"measure-classified-{by.basis.value}", reason=by.reason)))


def _points(report: Report, measure: Measure, anchor: str, day: date) -> Table | None:
    found = [p for run in comparable_series(measure, day) for p in (*run.compared, *run.apart)]
    found += results_without_number(measure, day)
    found.sort(key=lambda p: (p.last, p.first))
    rows = [_point(report, measure, point, day) for point in found]
    if isinstance(measure.baseline, Baseline) and not any(p.is_baseline for p in found):
        rows.insert(0, _baseline(measure.baseline, day))
    rows += [_target(measure, target) for target in targets_of(measure)]
    columns: Columns[_Row] = {
        msg("measure-date"): lambda row: row.when,
        msg("measure-what"): lambda row: row.what,
        Figures(msg("measure-figure-in", unit=measure.unit)): lambda row: row.amount,
        msg("measure-remarks"): lambda row: row.remarks,
        msg("common-sources"): cited(report),
    }
    caption = msg("measure-figures", measure=measure.title)
    return table_if_any(f"{anchor}-points", caption, rows, columns)


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure of a measure: a point, the baseline, or a target."""

    when: Text
    what: Value
    amount: Text
    remarks: Cell
    sources: tuple[str, ...]


def _point(report: Report, measure: Measure, point: MeasurePoint, day: date) -> _Row:
    record = point.record
    if isinstance(record, Baseline):
        return _baseline(record, day)
    labels: dict[str | None, Text] = {s.id: s.label for s in measure.series}
    what = labels.get(record.series) or msg("measure-measured")
    return _Row(
        Period(record.period),
        msg("measure-point-and-baseline", what=what) if point.is_baseline else what,
        amount_text(record),
        (
            *_remarks(record, day),
            *(piece for r in record.also_stated for piece in _rival(report, r)),
        ),
        record.sources,
    )


def _remarks(record: Actual, day: date) -> Cell:
    stated = record.state is not ActualState.NOT_STATED
    return text_cell(
        msg("measure-partial-period") if record.partial else None,
        msg(f"measure-state-{record.state.value}") if stated else None,
        stated_text(record),
        record.note,
        _reported(record.reported, day),
    )


def _reported(when: PartialDate, day: date) -> Text:
    """Return when a source gave a figure, and that this was after the day, if it was."""
    return msg("measure-reported-later" if when.first() > day else "measure-reported", date=when)


def _rival(report: Report, rival: RivalValue) -> Cell:
    """Return what another source gives in place of a figure."""
    given = msg("measure-also-given", figure=amount_text(rival))
    return (
        *text_cell(None, given, stated_text(rival), rival.note),
        *sources(report, rival.sources),
    )


def _baseline(baseline: Baseline, day: date) -> _Row:
    reported = _reported(baseline.reported, day) if baseline.reported else None
    return _Row(
        Period(baseline.period),
        msg("measure-baseline"),
        amount_text(baseline),
        text_cell(stated_text(baseline), reported),
        baseline.sources,
    )


def _target(measure: Measure, target: Target) -> _Row:
    named = [s.label for s in measure.series if s.id in target.series]
    set_on = msg("measure-set", date=target.set_on)
    return _Row(
        msg("measure-by", date=target.due) if target.due else msg("measure-no-due-date"),
        text_cell(target_name(measure, target), *named),
        amount_text(target),
        text_cell(set_on, target.why_no_due, target.reason, target.note, stated_text(target)),
        target.sources,
    )


def target_name(measure: Measure, target: Target) -> Message:
    """Return what a target is called: whose it is, and whether another took its place."""
    if target.standing:
        return msg(f"measure-target-name-{target.standing.value}")
    replaced = target not in not_replaced(targets_of(measure))
    return msg("measure-earlier-target" if replaced else "measure-target-name")


def findings(report: Report, found: Sequence[Finding]) -> Table | None:
    """Return one-off comparisons as a table, or None."""
    columns: Columns[Finding] = {
        msg("measure-finding"): lambda f: text_cell(f.title, f.note),
        Figures(msg("measure-value")): lambda f: text_cell(amount_text(f, f.unit), stated_text(f)),
        msg("measure-scope"): lambda f: f.scope,
        msg("measure-compares"): lambda f: f.compares,
        msg("measure-finding-reported"): lambda f: f.reported,
        msg("common-sources"): cited(report),
    }
    return table_if_any("findings", msg("measure-findings"), found, columns)
