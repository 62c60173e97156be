"""Measures as sentence and table; findings as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.wording import amount_words, date_words, sentence
from generator.model.keys import Direction, MeasureKind
from generator.model.measures import Actual, Baseline, Finding, Measure, Target
from generator.model.records import Missing
from generator.model.report import Report
from generator.pages import addresses
from generator.pages.blocks import Aside, Cell, Fact, LinkTo, Table, Words
from generator.pages.shared import sources, text_cell
from generator.pages.tables import table

_DIRECTIONS = {
    Direction.INCREASE: "should rise",
    Direction.DECREASE: "should fall",
    Direction.MAINTAIN_AT_OR_ABOVE: "should stay at or above its target",
    Direction.MAINTAIN_AT_OR_BELOW: "should stay at or below its target",
    Direction.COMPLETE: "should be completed",
    Direction.RANGE: "should stay within a range",
    Direction.NOT_STATED: "direction not stated",
}


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure: what it is, what was aimed at, what was measured."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    points: Table | None
    points_why_empty: str


def measure_view(report: Report, measure: Measure, anchor: str) -> MeasureView:
    """Return the view of a measure; `anchor` is its id on the page."""
    empty = measure.actuals.why if isinstance(measure.actuals, Missing) else "No point was found."
    return MeasureView(
        id=anchor,
        title=measure.title,
        facts=_facts(report, measure),
        points=_points(report, measure, anchor),
        points_why_empty=empty,
    )


def _facts(report: Report, measure: Measure) -> tuple[Fact, ...]:
    goals = tuple(LinkTo(goal_text(report, g), addresses.goal(g)) for g in measure.goals)
    return (
        Fact("Unit", text_cell(measure.unit)),
        Fact("Kind", _kind(measure)),
        *((Fact("Tells about", goals),) if goals else ()),
        Fact("Baseline", _baseline(report, measure.baseline, measure.unit)),
        Fact("Target", _targets(report, measure)),
        *((Fact("Note", text_cell(measure.note)),) if measure.note else ()),
    )


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
    return (Words(words), Aside(by))


def _baseline(report: Report, baseline: Baseline | Missing, unit: str) -> Cell:
    if isinstance(baseline, Missing):
        return (Words(f"None. {baseline.why}"),)
    words = f"{amount_words(baseline, unit)}, {date_words(baseline.period)}"
    return (Words(words), *sources(report, baseline.sources))


def _targets(report: Report, measure: Measure) -> Cell:
    if isinstance(measure.targets, Missing):
        return (Words(f"None. {measure.targets.why}"),)
    if not measure.targets:
        return (Words("None."),)
    return tuple(piece for t in measure.targets for piece in _target(report, measure, t))


def _target(report: Report, measure: Measure, target: Target) -> Cell:
    due = f"by {date_words(target.due)}" if target.due else "no date given"
    words = f"{amount_words(target, measure.unit)}, {due}, set {date_words(target.set_on)}"
    named = [s.label for s in measure.series if s.id in target.series]
    of = f" ({', '.join(named)})" if named else ""
    because = tuple(Aside(text) for text in (target.reason, target.note) if text)
    return (Words(words + of), *because, *sources(report, target.sources))


def _points(report: Report, measure: Measure, anchor: str) -> Table | None:
    if isinstance(measure.actuals, Missing) or not measure.actuals:
        return None
    labels = {s.id: s.label for s in measure.series}
    rows = [_point(report, labels, point) for point in measure.actuals]
    columns = ("Period:head", "Of what", f"{sentence(measure.unit)}:number", "Remarks", "Sources")
    return table(f"{anchor}-points", f"{measure.title}: what was measured", columns, rows)


def _point(report: Report, labels: dict[str, str], point: Actual) -> tuple[Cell, ...]:
    rivals = [
        piece
        for rival in point.also_stated
        for piece in (
            Aside(f"also given as {amount_words(rival)}{f' ({rival.note})' if rival.note else ''}"),
            *sources(report, rival.sources),
        )
    ]
    partial = "not a whole period" if point.partial else None
    stated = f"“{point.stated}”" if point.stated else None
    return (
        (Words(date_words(point.period)),),
        text_cell(labels.get(point.series or "")),
        (Words(amount_words(point)),),
        (*text_cell(partial, stated, point.note), *rivals),
        sources(report, point.sources),
    )


def findings(report: Report, found: Sequence[Finding]) -> Table | None:
    """Return one-off comparisons as a table, or None."""
    rows = [
        (
            text_cell(f.title, f.note),
            (Words(amount_words(f, f.unit)),),
            (Words(f.scope),),
            (Words(f.compares),),
            (Words(date_words(f.reported)),),
            sources(report, f.sources),
        )
        for f in found
    ]
    columns = ("Finding:head", "Value:number", "Scope", "Compares", "Reported", "Sources")
    return table("findings", "One-off comparisons", columns, rows) if rows else None
