"""What the records of a report say, counted by themselves: no function that pages use is used."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative, Role
from generator.model.keys import Basis, HowProposed, Match, PartnerStanding, RoleKind
from generator.model.measures import Measure
from generator.model.records import Missing
from generator.model.schedule import ScheduledDate
from generator.model.statuses import Group, Status
from generator.model.updates import Update

CLOSED = {"completed", "ended", "cancelled", "merged", "superseded"}
GAPS = {"unassigned", "not_named"}


def _dates_to_come(one: Initiative, *, waits: bool) -> Iterator[PartialDate]:
    """Yield for when open steps are planned, and starts and ends that have not come expected."""
    yield from (step.planned for step in one.roadmap if step.outcome is None)
    if one.schedule and waits:
        both = (one.schedule.start, one.schedule.end)
        yield from (when for part in both if part and (when := _expected(part)))


def _expected(part: ScheduledDate) -> PartialDate | None:
    """Return for when a start or end that has not come is expected, by the newest word."""
    if part.actual:
        return None
    plan, forecasts = part.planned, part.forecasts
    moved = plan.revised[-1].on.first() if plan and plan.revised else date.min
    if forecasts and forecasts[-1].on.last(date.max) >= moved:
        return forecasts[-1].expects
    return plan.planned if plan else None


def _open_plan(part: ScheduledDate) -> Iterator[PartialDate | None]:
    """Yield the date planned last of a start or end that has a date and has not come."""
    if not part.actual and (part.planned or part.forecasts):
        yield part.planned.planned if part.planned else None


class Records:
    """The records that are visible on a day, and simple counts of them."""

    def __init__(self, seen: Snapshot, editions: Sequence[EditionSnapshot] = ()) -> None:
        self.report, self.day = seen.report, seen.day
        self.initiatives = [state.initiative for state in seen.states]
        self.editions = editions

    def updates(self, one: Initiative) -> list[Update]:
        """Return the updates of an initiative, oldest first."""
        own = [u for u in self.report.updates if u.initiative == one.id]
        return sorted(own, key=lambda u: (u.as_of.last(self.day), u.as_of.first(), u.milestone))

    def newest(self, one: Initiative) -> Update | None:
        """Return the newest update of an initiative."""
        return (self.updates(one) or [None])[-1]

    @cached_property
    def all_newest(self) -> list[Update]:
        """Every initiative's newest update, where it has any."""
        return [update for one in self.initiatives if (update := self.newest(one))]

    def status(self, one: Initiative) -> Status:
        """Return the last status that anybody gave."""
        if newest := self.newest(one):
            return newest.status
        if one.at_proposal:
            return one.at_proposal.status
        is_proposed = one.proposed.how is HowProposed.PROPOSED
        return Status.PROPOSED if is_proposed else Status.NOT_REPORTED

    def closed(self, one: Initiative) -> bool:
        """Return whether nothing more is to come of it."""
        return self.status(one).value in CLOSED

    @cached_property
    def troubled(self) -> int:
        """How many initiatives are off track or at risk by their newest update."""
        return sum(u.status.value in ("off_track", "at_risk") for u in self.all_newest)

    @cached_property
    def compiled(self) -> int:
        """How many newest updates were compiled by editors."""
        return sum(u.basis is Basis.COMPILED for u in self.all_newest)

    def entries(self, kind: RoleKind) -> Iterator[tuple[Initiative, Role]]:
        """Yield every entry of a role."""
        for one in self.initiatives:
            yield from ((one, role) for role in one.roles if role.role is kind)

    def holder(self, one: Initiative, kind: RoleKind) -> str:
        """Return who holds a role on the day; `unassigned` where no entry says."""
        own = [
            r
            for r in one.roles
            if r.role is kind and (r.until is None or r.until.last(self.day) >= self.day)
        ]
        own.sort(key=lambda r: (r.since.last(self.day), r.since.first()))
        return own[-1].holder if own else "unassigned"

    def count(self, kind: RoleKind, *holders: str) -> int:
        """Return for how many initiatives one of some holders has a role."""
        return sum(self.holder(one, kind) in holders for one in self.initiatives)

    def owned(self, *posts: str) -> int:
        """Return how many initiatives some posts own."""
        return self.count(RoleKind.OWNER, *posts)

    def sponsored(self, *posts: str) -> int:
        """Return how many initiatives some posts sponsor."""
        return self.count(RoleKind.SPONSOR, *posts)

    def posts_of(self, unit: str) -> set[str]:
        """Return the posts of a unit and of the units below it."""
        units = self.units_below(unit)
        return {post.id for post in self.report.organization.posts if post.unit in units}

    def units_below(self, unit: str) -> set[str]:
        """Return a unit and all units below it."""
        found = {unit}
        while more := {
            u.id for u in self.report.organization.units if u.part_of in found and u.id not in found
        }:
            found |= more
        return found

    def due(self, one: Initiative) -> list[Milestone]:
        """Return the milestones that an initiative has owed an update at so far."""
        listed = one.proposed.on.last(self.day)
        return [
            m
            for m in self.report.calendar.milestones
            if m.owed and listed < m.due.last(date.max) <= self.day
        ]

    def answered(self, one: Initiative, milestone: Milestone) -> bool:
        """Return whether an update of an initiative covers a milestone."""
        own = {m.id: m for m in self.report.calendar.milestones if m.owed}
        due = milestone.due.last(date.max)
        return any(
            (u.milestone in own and due <= own[u.milestone].due.last(date.max))
            or due <= u.as_of.last(self.day)
            for u in self.updates(one)
        )

    def released(self, one: Initiative, milestone: Milestone) -> bool:
        """Return whether an initiative was closed before a milestone."""
        due = milestone.due.last(date.max)
        before = [u for u in self.updates(one) if u.as_of.last(self.day) <= due]
        return bool(before) and before[-1].status.value in CLOSED

    def missing(self, one: Initiative) -> list[Milestone]:
        """Return the milestones for which an initiative's update is missing."""
        return [m for m in self.due(one) if not self.answered(one, m) and not self.released(one, m)]

    @cached_property
    def overdue(self) -> int:
        """How many updates are missing."""
        return sum(len(self.missing(one)) for one in self.initiatives)

    @cached_property
    def silent(self) -> int:
        """How many initiatives owed an update and have none."""
        return sum(bool(self.due(i)) and not self.updates(i) for i in self.initiatives)

    @cached_property
    def measures(self) -> list[Measure]:
        """Every measure, those of areas too."""
        mine = [m for one in self.initiatives for m in one.measures]
        return mine + [m for area in self.report.areas for m in area.measures]

    @cached_property
    def without_target(self) -> int:
        """How many measures have no target."""
        return sum(isinstance(m.targets, Missing) or not m.targets for m in self.measures)

    @cached_property
    def without_baseline(self) -> int:
        """How many measures have no baseline."""
        return sum(isinstance(m.baseline, Missing) for m in self.measures)

    @cached_property
    def ideas(self) -> int:
        """How many ideas there are."""
        return sum(len(one.ideas) for one in self.initiatives)

    def idea_states(self, one: Initiative) -> set[str]:
        """Return the ideas of an initiative of which a state is known."""
        begun = one.at_proposal.ideas if one.at_proposal else ()
        return set(begun) | {i for u in self.updates(one) for i in u.ideas}

    @cached_property
    def known_ideas(self) -> int:
        """How many ideas have a state."""
        return sum(len(self.idea_states(one)) for one in self.initiatives)

    @property
    def last_cycle(self) -> date:
        """The last day of the last budget cycle."""
        return max(cycle.ends for cycle in self.report.calendar.cycles)

    @property
    def last_known_cycle(self) -> date | None:
        """The last day of the last budget cycle of which more than its name is known."""
        known = [
            cycle.ends
            for cycle in self.report.calendar.cycles
            if any(v for n, v in cycle if n not in ("id", "begins", "ends"))
        ]
        return max(known, default=None)

    @property
    def cycles_over(self) -> bool:
        """Whether every budget cycle on record has ended."""
        return bool(self.report.calendar.cycles) and self.last_cycle < self.day

    def coming(self, *, owed: bool = True) -> list[Milestone]:
        """Return the milestones after the day; with `owed` those at which updates are due."""
        later = [m for m in self.report.calendar.milestones if m.due.last(date.max) > self.day]
        return [m for m in later if m.owed or not owed]

    @property
    def steps_ahead(self) -> int:
        """How many open roadmap steps, starts and ends are planned or expected for later."""
        dates = [p for one in self.initiatives for p in _dates_to_come(one, waits=self.waits(one))]
        return sum(when.last(date.max) > self.day for when in dates)

    @property
    def open_dates(self) -> tuple[int, int]:
        """How many steps, starts, ends, and milestones are to come, and how many are overdue."""
        plans = [plan for one in self.initiatives if self.waits(one) for plan in self._plans(one)]
        overdue = sum(bool(p) and p.last(date.max) < self.day for p in plans)
        return len(plans) - overdue + len(self.coming()), overdue

    def _plans(self, one: Initiative) -> Iterator[PartialDate | None]:
        """Yield the date planned last, if any, of all that is not over and has any date."""
        yield from (step.planned for step in one.roadmap if step.outcome is None)
        schedule = one.schedule
        if schedule and schedule.start and self.status(one).group is Group.WAITING:
            yield from _open_plan(schedule.start)
        if schedule and schedule.end:
            yield from _open_plan(schedule.end)

    def waits(self, one: Initiative) -> bool:
        """Return whether work on an initiative still goes on, or is still to come."""
        return self.status(one).group is not Group.DONE

    @property
    def steps_overdue(self) -> int:
        """How many open steps of what is not done were planned for a time that has passed."""
        return sum(
            step.outcome is None and step.planned.last(date.max) < self.day
            for one in self.initiatives
            if self.waits(one)
            for step in one.roadmap
        )

    @property
    def ends_overdue(self) -> int:
        """How many initiatives that are not done were to end at a time that has passed."""
        ends = [one.schedule.end for one in self.initiatives if one.schedule and self.waits(one)]
        return sum(
            end.actual is None and end.planned.planned.last(date.max) < self.day
            for end in ends
            if end and end.planned
        )

    @property
    def targets(self) -> dict[str, object]:
        """What is known of the targets of every measure, by whose it is."""
        owners = [*self.initiatives, *self.report.areas]
        return {f"{one.id}/{m.id}": m.targets or None for one in owners for m in one.measures}

    @property
    def areas(self) -> int:
        """How many topic areas have an initiative."""
        return len({one.area for one in self.initiatives})

    @property
    def next_cycle(self) -> str:
        """The first budget cycle that begins after the day."""
        later = [c for c in self.report.calendar.cycles if c.begins > self.day]
        return min(later, key=lambda c: c.begins).id

    def let_off(self, one: Initiative, milestone: Milestone) -> bool:
        """Return whether nothing covers a milestone, and nothing need cover it any more."""
        return not self.answered(one, milestone) and self.released(one, milestone)

    def holds_since(self, one: Initiative, kind: RoleKind) -> date:
        """Return since when, at the latest, today's holder has held a role without a break."""
        entries = [r for r in one.roles if r.role is kind]
        entries.sort(key=lambda r: (r.since.last(self.day), r.since.first()))
        begun = entries.pop()
        while entries and entries[-1].holder == begun.holder and entries[-1].until is None:
            begun = entries.pop()
        return begun.since.last(self.day)

    def with_state(self, target: str) -> int:
        """Return how many initiatives are in a list by status, phase or confidence, by address."""
        *_, axis, slug = target.strip("/").split("/")
        if axis == "status":
            return sum(self.shown_status(one).slug == slug for one in self.initiatives)
        states = [getattr(self.newest(one), axis, None) for one in self.initiatives]
        return sum(state is not None and state.slug == slug for state in states)

    def shown_status(self, one: Initiative) -> Status:
        """Return the status of an initiative; not reported where it owed an update and has none."""
        silent = self.due(one) and not self.updates(one)
        return Status.NOT_REPORTED if silent else self.status(one)

    def is_old(self, one: Initiative) -> bool:
        """Return whether what editors found of a status that may change is two updates old."""
        update = self.newest(one)
        if self.closed(one) or (update and update.basis is not Basis.COMPILED):
            return False
        found = self.found_on(one, update) if update else one.proposed.on
        last, told_at = found.last(self.day), update.milestone if update else ""
        missed = [
            m
            for m in self.report.calendar.milestones
            if m.owed and m.id != told_at and last < m.due.last(date.max) <= self.day
        ]
        years = self.day.year - last.year - (self.day.timetuple()[1:3] < last.timetuple()[1:3])
        cycles = max(years, 0) // (self.report.about.cycle_years or years + 2)
        return max(len(missed), cycles) >= 2

    def idea_share(self, one: Initiative) -> tuple[int, int]:
        """Return of how many ideas an update says something, and how many there are."""
        return len({idea for u in self.updates(one) for idea in u.ideas}), len(one.ideas)

    def events(self, one: Initiative) -> set[str]:
        """Return the events of an initiative, by their ids, that are known on the day."""
        return {e.id for known in self.initiatives if known.id == one.id for e in known.events}

    def first_day(self, when: PartialDate) -> date:
        """Return the first day that a date may mean, at the latest the day of the report."""
        first = when.first()
        return min(when.last(self.day), self.day) if first == date.min else first

    def found_on(self, one: Initiative, update: Update) -> PartialDate:
        """Return when what an update says was last found: its newest event, or its own time."""
        cited = [e.on for e in one.events if e.id in update.evidence]
        if update.basis is Basis.REPORTED or not cited:
            return update.as_of
        return max(cited, key=lambda on: (self.first_day(on), on.last(self.day)))

    def finds(self, one: Initiative) -> list[date]:
        """Return the days, oldest first, of all that was found after one was proposed."""
        dates = [self.found_on(one, u) for u in self.updates(one)]
        for records in (one.events, one.approvals, one.support, one.funding, one.staffing):
            dates += [record.when for record in records]
        dates += [record.when for record in one.findings]
        dates += [p.when for p in one.partners if p.standing is PartnerStanding.CONFIRMED]
        dates += [step.outcome.when for step in one.roadmap if step.outcome]
        for measure in one.measures:
            dates += (
                [] if isinstance(measure.actuals, Missing) else [a.when for a in measure.actuals]
            )
        proposed = self.first_day(one.proposed.on)
        return sorted(self.first_day(d) for d in dates if d.last(self.day) > proposed)

    @cached_property
    def newest_finds(self) -> list[date]:
        """The newest find of each initiative that has any, the oldest first."""
        return sorted(found[-1] for one in self.initiatives if (found := self.finds(one)))

    @property
    def quiet(self) -> list[Initiative]:
        """Those that owed an update and have none."""
        return [i for i in self.initiatives if self.due(i) and not self.updates(i)]

    @property
    def nothing(self) -> int:
        """Of how many of the quiet ones nothing at all was found."""
        return sum(not self.finds(one) for one in self.quiet)

    @property
    def related(self) -> int:
        """Of how many of the quiet ones something was found that is no update."""
        return len(self.quiet) - self.nothing

    @property
    def later_ideas(self) -> int:
        """Of how many ideas an update says something."""
        return sum(self.idea_share(one)[0] for one in self.initiatives)

    @property
    def recent_since(self) -> date:
        """The first day of the newest budget cycle that has passed, those by rule included."""
        years, cycles = self.report.about.cycle_years or 1, self.report.calendar.cycles
        past = [c for c in cycles if c.ends < self.day]
        if not past:
            month, day = map(int, self.report.about.fiscal_year_start.split("-"))
            begins = date(self.day.year, month, day)
            since = begins.year - years - (begins > self.day)
            return begins.replace(year=since)
        begins = max(past, key=lambda c: c.ends).begins
        while self.cycles_over and begins.replace(year=begins.year + 2 * years) <= self.day:
            begins = begins.replace(year=begins.year + years)
        return begins

    @property
    def recent(self) -> int:
        """About how many initiatives something was found in that cycle or since."""
        return sum(day >= self.recent_since for day in self.newest_finds)

    @property
    def matched(self) -> list[bool]:
        """Whether editors matched it, of each event, goal and other name."""
        records = list(self.report.about.events)
        for one in self.initiatives:
            records += [*one.also_titled, *one.goals, *one.events]  # type: ignore[list-item]
        return [record.match is Match.INFERRED for record in records]

    @property
    def on_matches(self) -> int:
        """How many statuses rest on matched events alone."""
        found = 0
        for one in self.initiatives:
            update = self.newest(one)
            if update and update.basis is Basis.COMPILED and not update.sources:
                cited = [e.match for e in one.events if e.id in update.evidence]
                found += bool(cited) and set(cited) == {Match.INFERRED}
        return found
