"""The report as of a date: what was visible then, and the state of every initiative.

One pure function. What is recorded later about a later time never changes an earlier snapshot.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from generator.derive.responsibility.budget_cycle import cycle_after, cycle_on, keeps_cycles
from generator.derive.snapshot.evidence import Evidence, evidence_of
from generator.derive.snapshot.freshness import (
    OwedMilestones,
    freshness,
    is_measured,
    owed_milestones,
)
from generator.derive.snapshot.pruning import any_began_later, without_later, without_unused
from generator.derive.snapshot.timing import InitiativeTiming, timing_of
from generator.derive.snapshot.visibility import (
    AsOf,
    CompleteDates,
    complete_from,
    publication_days,
)
from generator.model.dates import PartialDate
from generator.model.fiscal_years import first_day, fiscal_start, last_day, year_id
from generator.model.initiative import Initiative, Role
from generator.model.keys import IdeaState, MissingWhy, RoleKind
from generator.model.links import Link
from generator.model.measures import Area, Measure
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.schedule import Schedule, ScheduledDate
from generator.model.statuses import AXES, Confidence, Freshness, Group, Phase, State, Status
from generator.model.updates import Update
from generator.model.values import Record

R = TypeVar("R", bound=Record)

DERIVATION = 2
"""The number of the rules in this module and in `freshness`, by which standings are derived.

Raised with every change of what is judged (freshness, stage, what was owed): editions keep what was
judged by the rules of their time. What repeats records must come out the same for ever.
"""

UNSEEN = Missing(missing=MissingWhy.NOT_YET_DUE, why="Not known on this date.")
"""Stands where a snapshot does not see a value that the model asks for."""


_NOTHING_KNOWN = (Status.NOT_REPORTED, Phase.NOT_ASSESSED, Confidence.NOT_ASSESSED)
"""States that say of their axis only that nobody told."""


class Stage(StrEnum):
    """Now, next, later, done, or not reported: the roadmap in five words."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"
    DONE = "done"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class InitiativeState:
    """The state of one initiative."""

    initiative: Initiative
    """The initiative with only what was visible."""
    updates: tuple[Update, ...]
    """Visible updates, oldest first."""
    status: Status
    """What the newest update says; the initial state while none is owed; else not reported."""
    last_known: Status
    """The newest status that anybody gave, even where nothing was reported since."""
    last_known_on: PartialDate
    """As of when `last_known` was given."""
    phase: Phase
    confidence: Confidence
    freshness: Freshness
    owed_milestones: OwedMilestones
    owner: Role | None
    sponsor: Role | None
    ideas: Mapping[str, IdeaState]
    """State by idea id; an idea of which nothing was found is absent."""
    stage: Stage
    evidence: Evidence
    """How old all this is; stored nowhere, since it follows from the records and the day."""
    timing: InitiativeTiming
    """Whether it is in time; stored nowhere either."""

    @property
    def states(self) -> tuple[State, ...]:
        """Return its state on every axis."""
        return (self.status, self.phase, self.confidence, self.freshness)

    def held(self, kind: RoleKind) -> Role | None:
        """Return who holds a role."""
        return self.owner if kind is RoleKind.OWNER else self.sponsor

    @property
    def newest(self) -> Update | None:
        """Return the newest visible update."""
        return self.updates[-1] if self.updates else None


@dataclass(frozen=True)
class Snapshot:
    """The report as of a date."""

    report: Report
    """The report with only what was visible."""
    as_of: PartialDate
    """The date as it was asked for; no finer than its contents."""
    day: date
    """Its last day, to which everything is compared."""
    known_by: date | None
    states: tuple[InitiativeState, ...]
    """In the order of the areas, then as first named."""

    @cached_property
    def axes(self) -> frozenset[str]:
        """The axes of which the report speaks: all where updates are asked for, else what is known.

        What is missing can be told only where somebody was to say it.
        """
        if is_measured(self.report):
            return frozenset(AXES)
        return frozenset(
            found.axis
            for state in self.states
            for found in (state.last_known, state.phase, state.confidence)
            if found not in _NOTHING_KNOWN
        )

    @cached_property
    def given(self) -> frozenset[str]:
        """The keys of initiatives under which any of them has something."""
        return frozenset(
            key
            for state in self.states
            for key, value in state.initiative.__dict__.items()
            if value
        )

    def state_of(self, initiative_id: str) -> InitiativeState | None:
        """Return the initiative's state, or None where it was not yet on the record."""
        return self._by_id.get(initiative_id)

    def links_to(self, initiative_id: str) -> tuple[tuple[InitiativeState, Link], ...]:
        """Return the links of other initiatives to one, with whose they are, in their order."""
        return tuple(self._links.get(initiative_id, ()))

    @cached_property
    def _by_id(self) -> dict[str, InitiativeState]:
        return {state.initiative.id: state for state in self.states}

    @cached_property
    def _links(self) -> dict[str, list[tuple[InitiativeState, Link]]]:
        found: dict[str, list[tuple[InitiativeState, Link]]] = {}
        for state in self.states:
            for link in state.initiative.links:
                found.setdefault(link.to, []).append((state, link))
        return found


def snapshot(
    report: Report,
    as_of: PartialDate | date,
    known_by: date | None = None,
    complete: CompleteDates | None = None,
) -> Snapshot:
    """Return the report as of a date, as far as it was entered by `known_by`.

    `complete` spares callers that look at one report several times a walk through all of it.
    """
    asked = as_of if isinstance(as_of, PartialDate) else PartialDate(as_of.isoformat())
    day = asked.last(report.about.as_of)
    complete = complete or complete_from(report)
    as_of_then = AsOf(day, known_by, publication_days(report), complete)
    seen = _without_unseen(report, _visible_report(report, as_of_then), as_of_then)
    told: dict[str, list[Update]] = {}
    for update in seen.updates:
        told.setdefault(update.initiative, []).append(update)
    states = tuple(_initiative_state(seen, i, told.get(i.id, ()), day) for i in seen.initiatives)
    return Snapshot(seen, asked, day, known_by, states)


def _visible_report(report: Report, as_of: AsOf) -> Report:
    in_order = sorted(report.areas, key=_in_order)
    areas = {area.id: place for place, area in enumerate(in_order)}
    initiatives = sorted(
        (i for i in report.initiatives if as_of.sees(i.proposed)),
        key=lambda i: (areas.get(i.area, len(areas)), *_in_order(i)),
    )
    on_record = {i.id for i in initiatives}
    visible = visible_part(report, as_of)
    return visible.model_copy(
        update={
            "areas": tuple(visible_part(area, as_of) for area in in_order),
            "initiatives": tuple(visible_part(i, as_of) for i in initiatives),
            "updates": tuple(u for u in visible.updates if u.initiative in on_record),
            "editions": tuple(e for e in visible.editions if _has_come(e.as_of, as_of.as_of)),
        }
    )


def _in_order(record: Area | Initiative) -> tuple[bool, int, str]:
    """Return what records are sorted by: those with a place come first, then the others by id."""
    return record.order is None, record.order or 0, record.id


def _without_unseen(report: Report, seen: Report, as_of: AsOf) -> Report:
    """Return what is seen without what is there only for records that are not."""
    told = without_later(report, seen, as_of.as_of)
    if as_of.sees_whole(report) and not any_began_later(report, as_of.as_of):
        return told
    return without_unused(report, told, as_of.as_of)


def _has_come(when: PartialDate, day: date) -> bool:
    return max(when.first(), when.last(day)) <= day


def visible_part(record: R, as_of: AsOf) -> R:
    """Return the record without the dated records that the vantage point does not see."""
    if as_of.sees_whole(record):
        return record
    changed = {
        name: seen
        for name, value in record.__dict__.items()
        if (seen := _visible_value(value, as_of)) is not value
    }
    if "baseline" in changed and changed["baseline"] is None:
        changed["baseline"] = UNSEEN
    return record.model_copy(update=changed) if changed else record


def _visible_value(value: object, as_of: AsOf) -> object:
    """Return the value as seen: records without what is not visible, None for an unseen record."""
    if as_of.hides(value):
        return None
    if isinstance(value, Record):
        seen = visible_part(value, as_of)
        return None if seen is not value and _shows_nothing(seen) else seen
    if not isinstance(value, tuple) or not any(isinstance(v, Record) for v in value):
        return value
    seen_parts = [_visible_value(v, as_of) for v in value]
    unchanged = all(seen is v for seen, v in zip(seen_parts, value, strict=True))
    return value if unchanged else tuple(v for v in seen_parts if v is not None)


def _shows_nothing(record: Record) -> bool:
    """Return whether nothing is visible of what only dated records inside it would show.

    A measure without a point was not yet followed, and a schedule without a date not yet made.
    """
    if isinstance(record, Schedule | ScheduledDate):
        return not any(record.__dict__.values())
    if not isinstance(record, Measure):
        return False
    lists = [part for part in (record.targets, record.actuals) if isinstance(part, tuple)]
    return not any(lists) and isinstance(record.baseline, Missing)


def _initiative_state(
    report: Report, initiative: Initiative, told: Iterable[Update], day: date
) -> InitiativeState:
    updates = tuple(sorted(told, key=lambda u: (u.as_of.last(day), u.as_of.first(), u.milestone)))
    newest = updates[-1] if updates else None
    obligation = owed_milestones(report, initiative.proposed.on, updates, day)
    last_known = newest.status if newest else initiative.status_at_proposal
    status = last_known if newest or not obligation.owed else Status.NOT_REPORTED
    return InitiativeState(
        initiative=initiative,
        updates=updates,
        status=status,
        last_known=last_known,
        last_known_on=newest.as_of if newest else initiative.proposed.on,
        phase=newest.phase if newest else Phase.NOT_ASSESSED,
        confidence=newest.confidence if newest else Confidence.NOT_ASSESSED,
        freshness=freshness(report, obligation, newest, day),
        owed_milestones=obligation,
        owner=holder_of(initiative, RoleKind.OWNER, day),
        sponsor=holder_of(initiative, RoleKind.SPONSOR, day),
        ideas=_idea_states(initiative, updates),
        stage=_stage(report, initiative, status, day),
        evidence=evidence_of(report, initiative, updates, day),
        timing=timing_of(initiative, last_known, newest, day),
    )


def holder_of(initiative: Initiative, kind: RoleKind, day: date) -> Role | None:
    """Return the entry of the role that holds on `day`: the newest that has not ended."""
    entries = [
        r for r in initiative.roles if r.role is kind and not (r.until and r.until.last(day) < day)
    ]
    return max(entries, key=lambda r: (r.since.last(day), r.since.first()), default=None)


def _idea_states(initiative: Initiative, updates: tuple[Update, ...]) -> dict[str, IdeaState]:
    states = dict(initiative.ideas_at_proposal)
    for update in updates:
        states.update(update.ideas)
    return states


def _stage(report: Report, initiative: Initiative, status: Status, day: date) -> Stage:
    if status.group is not Group.WAITING:
        return Stage(status.group.value)
    return Stage.NEXT if _planned_soon(report, initiative, day) else Stage.LATER


def _planned_soon(report: Report, initiative: Initiative, day: date) -> bool:
    """Return whether a plan puts work into the present or the next budget."""
    budgets = _present_and_next(report, day)
    if any(entry.cycle == name for entry in initiative.work_plan for name, _, _ in budgets):
        return True
    planned = [step.planned for step in initiative.roadmap]
    if schedule := initiative.schedule:
        ends = [end.planned for end in (schedule.start, schedule.end) if end and end.planned]
        planned += [plan.planned for plan in ends]
    return any(
        p.last(ends) >= begins and p.first() <= ends for p in planned for _, begins, ends in budgets
    )


def _present_and_next(report: Report, day: date) -> list[tuple[str, date, date]]:
    """Return id and span of the budget cycles of now and next; without cycles, of fiscal years."""
    if keeps_cycles(report):
        cycles = (cycle_on(report.calendar, day), cycle_after(report.calendar, day))
        return [(c.id, c.begins, c.ends) for c in cycles if c]
    about, first = report.about, fiscal_start(report.about, day).year
    years = (first, first + 1)
    return [(year_id(about, y), first_day(about, y), last_day(about, y, 1)) for y in years]
