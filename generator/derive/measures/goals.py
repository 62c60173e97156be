"""Goals: who serves each, what tells about it, and whether it was reached."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.measures.results import Reason, TargetResult, Verdict, target_results
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.links import GoalLink
from generator.model.measures import Area, Goal, Measure
from generator.model.references import PROGRAM
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding


@dataclass(frozen=True, slots=True)
class MeasureResults:
    """A measure, whose it is, and how each of its lines relates to its target."""

    owner: Area | InitiativeState
    measure: Measure
    readings: tuple[TargetResult, ...]

    @property
    def reference(self) -> str:
        """Return the measure's address in evaluations: initiative or area, slash, measure."""
        owner = self.owner.id if isinstance(self.owner, Area) else self.owner.initiative.id
        return f"{owner}/{self.measure.id}"

    @property
    def area(self) -> str:
        """Return the id of the topic area to which the measure belongs."""
        return self.owner.id if isinstance(self.owner, Area) else self.owner.initiative.area


def all_measure_results(snapshot: Snapshot) -> tuple[MeasureResults, ...]:
    """Return every measure of areas and initiatives, area by area, its own measures first."""
    found = []
    for area in snapshot.report.areas:
        owners: list[Area | InitiativeState] = [area]
        owners += [s for s in snapshot.states if s.initiative.area == area.id]
        for owner in owners:
            measures = owner.measures if isinstance(owner, Area) else owner.initiative.measures
            found += [MeasureResults(owner, m, target_results(m, snapshot.day)) for m in measures]
    return tuple(found)


class GoalReason(StrEnum):
    """The reason for a goal's verdict."""

    NO_MEASURE = "no_measure"
    NO_TARGET = "no_target"
    """Measures tell about it, and none has a target that the organization adopted."""
    NOT_ALL_TOLD = "not_all_told"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class GoalState:
    """The state of one goal in a snapshot."""

    reference: str
    """`area/goal` or `program/goal`."""
    goal: Goal
    area: Area | None
    """None for a goal of the whole program."""
    serving: tuple[tuple[InitiativeState, GoalLink], ...]
    telling: tuple[MeasureResults, ...]
    findings: tuple[tuple[Evaluation, GoalFinding], ...]
    """What yearly evaluations found, newest first."""
    verdict: Verdict
    why: GoalReason

    @property
    def readings(self) -> tuple[TargetResult, ...]:
        """Return every line that tells about the goal."""
        return tuple(r for m in self.telling for r in m.readings)


def goal_references(report: Report) -> Iterator[str]:
    """Yield the reference of every goal: of the program, then of each area."""
    yield from (f"{PROGRAM}/{goal.id}" for goal in report.about.goals)
    yield from (f"{area.id}/{goal.id}" for area in report.areas for goal in area.goals)


def goal_states(snapshot: Snapshot) -> tuple[GoalState, ...]:
    """Return every goal: those of the program, then those of each area."""
    report = snapshot.report
    goals: list[tuple[Area | None, Goal]] = [(None, g) for g in report.about.goals]
    goals += [(area, g) for area in report.areas for g in area.goals]
    serving, changed, findings = _serving(snapshot), _indicators(snapshot), _findings(snapshot)
    made = []
    for area, goal in goals:
        reference = f"{area.id if area else PROGRAM}/{goal.id}"
        measured = tuple(changed[reference])
        verdict, why = goal_verdict([r for m in measured for r in m.readings])
        served, found = tuple(serving[reference]), tuple(findings[reference])
        state = GoalState(reference, goal, area, served, measured, found, verdict, why)
        made.append(state)
    return tuple(made)


def goal_verdict(lines: Sequence[TargetResult]) -> tuple[Verdict, GoalReason]:
    """Return a goal's verdict, which needs a verdict on every line that tells about it.

    Met if every line met its target, not met if any missed it, and else partly met; all else cannot
    be told, as one line says nothing of what the others would show.
    """
    if not lines:
        return Verdict.CANNOT_BE_TOLD, GoalReason.NO_MEASURE
    if all(line.why in {Reason.NO_TARGET, Reason.NOT_ADOPTED} for line in lines):
        return Verdict.CANNOT_BE_TOLD, GoalReason.NO_TARGET
    verdicts = {line.verdict for line in lines}
    if not all(line.is_told for line in lines):
        return Verdict.CANNOT_BE_TOLD, GoalReason.NOT_ALL_TOLD
    worst = (Verdict.NOT_MET, Verdict.PARTIALLY_MET, Verdict.MET)
    return next(one for one in worst if one in verdicts), GoalReason.COMPARED


def _serving(snapshot: Snapshot) -> dict[str, list[tuple[InitiativeState, GoalLink]]]:
    found = defaultdict(list)
    for state in snapshot.states:
        for link in state.initiative.goals:
            found[link.goal].append((state, link))
    return found


def _indicators(snapshot: Snapshot) -> dict[str, list[MeasureResults]]:
    found = defaultdict(list)
    for measured in all_measure_results(snapshot):
        for reference in measured.measure.goals:
            found[reference].append(measured)
    return found


def _findings(snapshot: Snapshot) -> dict[str, list[tuple[Evaluation, GoalFinding]]]:
    found = defaultdict(list)
    for evaluation in sorted(snapshot.report.evaluations, key=lambda e: (-e.year, e.subject)):
        for finding in evaluation.goals:
            found[finding.goal].append((evaluation, finding))
    return found


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How many goals can be judged at all: the parts add up to the whole."""

    goals: int
    met: int
    partially_met: int
    not_met: int
    without_measure: int
    without_target: int
    """Goals with a measure, none of which has an adopted target."""
    otherwise_untold: int
    """Goals with a target, whose result still cannot be told."""
    unserved: int
    """Goals that no initiative is linked to; counted apart from the results."""


def scorecard(goals: Sequence[GoalState]) -> Scorecard:
    """Return the counts of goals by result, and why results are missing."""
    whys = [g.why for g in goals if g.verdict is Verdict.CANNOT_BE_TOLD]
    return Scorecard(
        goals=len(goals),
        met=sum(g.verdict is Verdict.MET for g in goals),
        partially_met=sum(g.verdict is Verdict.PARTIALLY_MET for g in goals),
        not_met=sum(g.verdict is Verdict.NOT_MET for g in goals),
        without_measure=whys.count(GoalReason.NO_MEASURE),
        without_target=whys.count(GoalReason.NO_TARGET),
        otherwise_untold=whys.count(GoalReason.NOT_ALL_TOLD),
        unserved=sum(not g.serving for g in goals),
    )
