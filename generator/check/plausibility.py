"""R510-R513: updates that are valid and probably a slip: of day, milestone, author, or a second.

`doubts` says what is implausible of the updates of a report. The rules, and through them every way
of posting an update, tell the same. What editors compiled later is left alone: they write of any
time, under the milestone of their review.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.check.roles import RoleTerm, role_terms
from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.core.naming import name_list, quoted
from generator.derive.responsibility.budget_cycle import (
    OPEN_END,
    AnsweringDays,
    answering_days,
    open_window,
)
from generator.derive.responsibility.holders import units_of_holders
from generator.derive.snapshot.citations import update_key
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.keys import Basis, MilestoneKind, RoleKind
from generator.model.references import NO_HOLDER
from generator.model.report import Report
from generator.model.updates import Update


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is implausible of an update: by which rule, which field, what to do."""

    code: str
    update: Update
    field: str
    found: str
    expected: str
    next_step: str


def doubts(report: Report) -> Iterator[Doubt]:
    """Yield everything that is implausible of the updates of a report."""
    yield from _time_doubts(report)
    yield from _author_doubts(report)
    yield from _second_doubts(report)


def _faults(context: RuleContext, code: str, found: Iterable[Doubt]) -> Iterator[Fault]:
    for doubt in found:
        if doubt.code == code:
            at = context.places.of("update", update_key(doubt.update), doubt.field)
            yield Fault(at, doubt.found, doubt.expected, doubt.next_step)


@rule(
    "R510",
    "An update speaks of a time at which its milestone was open, or soon after.",
    "A year that was typed wrong would move the status to another time, in every list and edition.",
    Severity.WARNING,
)
def time_fits_the_milestone(context: RuleContext) -> Iterator[Fault]:
    """Yield updates as of a day before their milestone opened, or long after it was due."""
    return _faults(context, "R510", _time_doubts(context.report))


@rule(
    "R511",
    "An update is under the milestone to which its time belongs.",
    "The milestone that is due would still lack its update, and its Owner would be reminded.",
    Severity.WARNING,
)
def milestone_is_the_open_one(context: RuleContext) -> Iterator[Fault]:
    """Yield updates under a milestone that was not the open one at the time they speak of."""
    return _faults(context, "R511", _time_doubts(context.report))


@rule(
    "R512",
    "Whoever reports holds a role of the initiative.",
    "The update would be published in the name of someone who may know nothing of it.",
    Severity.WARNING,
)
def author_holds_a_role(context: RuleContext) -> Iterator[Fault]:
    """Yield reported updates whose author held no role at their time, nor on the day of entry."""
    return _faults(context, "R512", _author_doubts(context.report))


@rule(
    "R513",
    "An initiative has one update for one day.",
    "One of the two was probably posted twice, and only one of them counts.",
    Severity.WARNING,
)
def one_update_a_day(context: RuleContext) -> Iterator[Fault]:
    """Yield reported updates as of a day of which another update of the initiative speaks."""
    return _faults(context, "R513", _second_doubts(context.report))


# Of which time, under which milestone


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The milestones of a report, and the days of which updates to each may well speak."""

    report: Report
    days: Mapping[str, AnsweringDays]
    milestones: Mapping[str, Milestone]

    def at(self, when: PartialDate) -> Milestone | None:
        """Return the owed milestone to which a time belongs: that due last, where two do."""
        owed = [m for m in self.days if self.milestones[m].owed and self.days[m].meet(when)]
        return self.milestones[owed[-1]] if owed else None


def _time_doubts(report: Report) -> Iterator[Doubt]:
    found = {milestone.id: milestone for milestone in report.calendar.milestones}
    calendar = _Calendar(report, answering_days(report.calendar), found)
    answered = {(u.initiative, u.milestone) for u in report.updates}
    for update in report.updates:
        milestone = found.get(update.milestone)
        if update.basis is Basis.COMPILED:
            continue
        if milestone is None:
            yield from _between_milestones(calendar, update, answered)
        elif milestone.kind is MilestoneKind.COMPILATION:
            yield from _at_a_compilation(calendar, update, milestone)
        else:
            yield from _at_another_time(calendar, update, milestone)


def _at_another_time(calendar: _Calendar, update: Update, milestone: Milestone) -> Iterator[Doubt]:
    days = calendar.days[milestone.id]
    if days.meet(update.as_of):
        return
    other = calendar.at(update.as_of)
    entered_for_it = days.first <= update.recorded <= days.last
    if other and not entered_for_it:
        yield _not_the_open_one(update, _titled(milestone), other)
        return
    early = update.as_of.last(OPEN_END) < days.first
    yield Doubt(
        "R510",
        update,
        "as_of",
        f"as_of {update.as_of}, {_how_far(milestone, early=early)}",
        f"a day from {days.first} to {days.last} for the milestone {milestone.id}",
        "Correct the date, if it is a slip; if it is right, choose the milestone of that time.",
    )


def _how_far(milestone: Milestone, *, early: bool) -> str:
    if early and milestone.opens:
        return f"before the milestone {_titled(milestone)} opened ({milestone.opens})"
    when = "long before" if early else "long after"
    return f"{when} the milestone {_titled(milestone)} was due ({milestone.due})"


def _at_a_compilation(calendar: _Calendar, update: Update, milestone: Milestone) -> Iterator[Doubt]:
    """Tell of what those responsible report under a milestone that is the editors' own."""
    if update.basis is Basis.REPORTED:
        own = f"{_titled(milestone)}, under which editors compile"
        yield _not_the_open_one(update, own, calendar.at(update.as_of))


def _between_milestones(
    calendar: _Calendar, update: Update, answered: set[tuple[str, str]]
) -> Iterator[Doubt]:
    """Tell of a report under a day of its own while a milestone is open that has no update yet."""
    if update.basis is not Basis.REPORTED or update.as_of.is_open:
        return
    window = open_window(calendar.report.calendar, update.as_of.last(OPEN_END))
    if window and (update.initiative, window.id) not in answered:
        yield _not_the_open_one(update, f"{update.milestone}, between milestones", window)


def _not_the_open_one(update: Update, found: str, other: Milestone | None) -> Doubt:
    expected = "a milestone at which updates are due, or a full day for a change between milestones"
    step = "Choose the milestone that it answers."
    if other:
        since = f", open since {other.opens}" if other.opens else ""
        expected = f"{_titled(other)}{since}, due {other.due}: it was the open one at that time"
        step = f"Choose {other.id}, if that is meant; else check the date."
    told = f"the milestone {found}, as of {update.as_of}"
    return Doubt("R511", update, "milestone", told, expected, step)


def _titled(milestone: Milestone) -> str:
    return f"{milestone.id} ({milestone.title})"


# By whom


def _author_doubts(report: Report) -> Iterator[Doubt]:
    initiatives = {initiative.id: initiative for initiative in report.initiatives}
    units = units_of_holders(report.organization)
    for update in report.updates:
        initiative = initiatives.get(update.initiative)
        if update.basis is Basis.REPORTED and update.author in units and initiative:
            terms = _terms(report, initiative)
            if terms and not _speaks(update, terms, units):
                yield _not_its_holder(update, terms, report.about.roles.asked[0])


def _terms(report: Report, initiative: Initiative) -> list[RoleTerm]:
    """Return the entries of every role that is asked, Owners first."""
    return [t for kind in report.about.roles.asked for t in role_terms(initiative, kind)]


def _holds(term: RoleTerm, first: date, last: date) -> bool:
    """Return whether a role may have been held on one of the days."""
    return term.role.since.first() <= last and (not term.end or first <= term.end.last(OPEN_END))


def _speaks(update: Update, terms: list[RoleTerm], units: Mapping[str, str]) -> bool:
    """Return whether the author held a role then or on the day of entry, or speaks for its unit."""
    author = update.author or ""
    times = (
        (update.as_of.first(), update.as_of.last(OPEN_END)),
        (update.recorded, update.recorded),
    )
    held = {t.role.holder for t in terms if any(_holds(t, *time) for time in times)}
    of_unit = units[author] in held
    for_unit = author == units[author] and author in {units.get(holder) for holder in held}
    return author in held or of_unit or for_unit


def _not_its_holder(update: Update, terms: list[RoleTerm], kind: RoleKind) -> Doubt:
    day = update.as_of.last(update.recorded)
    held = [t for t in terms if _holds(t, day, day) and t.role.holder not in NO_HOLDER]
    named = name_list([f"{t.role.holder} ({t.role.role.value.capitalize()})" for t in held])
    return Doubt(
        "R512",
        update,
        "author",
        f"author {quoted(update.author)}, who does not hold a role of {quoted(update.initiative)} "
        f"on {update.as_of}",
        f"{named} on that day" if held else "whoever holds a role; nobody is known to hold one",
        f"Correct the author. If that is who has the role: annual-report assign "
        f"{update.initiative} --{kind.value} {update.author} --on DAY.",
    )


# For the second time


def _second_doubts(report: Report) -> Iterator[Doubt]:
    of_a_day: dict[tuple[str, str], list[Update]] = defaultdict(list)
    for update in report.updates:
        if update.basis is not Basis.COMPILED:
            of_a_day[update.initiative, update.as_of.text].append(update)
    for found in of_a_day.values():
        first, *more = sorted(found, key=lambda u: (u.recorded, u.milestone == u.as_of.text))
        for update in more:
            yield Doubt(
                "R513",
                update,
                "as_of",
                f"a second update of {quoted(update.initiative)} as of {update.as_of}; the first "
                f"is under {first.milestone}",
                "one update for one day; a later one speaks of a later day",
                "Remove one of the two, if it was posted twice; else correct the day.",
            )
