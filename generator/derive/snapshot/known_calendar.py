"""Cycles and milestones as they were known on a day (docs/model.md, 52)."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.derive.responsibility.budget_cycle import cycle_on
from generator.derive.snapshot.citations import records_inside
from generator.model.cycles import Calendar, Cycle, Milestone
from generator.model.fields import references_of
from generator.model.report import Report

CALENDAR = frozenset({"cycle", "fiscal_year", "milestone"})
"""What references name (`Ref.to`) that is in the calendar."""


def known_calendar(whole: Report, seen: Report, day: date) -> Calendar:
    """Return the calendar as seen, with the names of what is planned for or follows by rule."""
    calendar, shown = whole.calendar, seen.calendar
    known = all(c.adopted is None or c.adopted.first() <= day for c in shown.cycles)
    if known and (len(calendar.cycles), len(calendar.milestones)) == (
        len(shown.cycles),
        len(shown.milestones),
    ):
        return shown
    named = set(_names_in_calendar(seen))
    follows = _next_by_rule(whole, shown, day)
    cycles = {c.id: _without_later_facts(c, day) for c in shown.cycles}
    milestones = {m.id: m for m in shown.milestones}
    return Calendar(
        cycles=tuple(
            cycles.get(c.id) or _cycle_by_name(c)
            for c in calendar.cycles
            if c.id in cycles or c.id in named or c.id == follows
        ),
        milestones=tuple(
            milestones.get(m.id) or _milestone_by_name(m)
            for m in calendar.milestones
            if m.id in milestones or m.id in named
        ),
    )


def _names_in_calendar(report: Report) -> Iterator[str]:
    """Yield the cycles and milestones that records of a report name."""
    for record in records_inside(report):
        for name, ref in references_of(type(record)).items():
            if ref.to in CALENDAR and (value := getattr(record, name)):
                yield from (value,) if isinstance(value, str) else value


def _next_by_rule(whole: Report, shown: Calendar, day: date) -> str:
    """Return the id of the cycle after that of a day, where its span is the usual one."""
    now = cycle_on(shown, day)
    begins = now.ends + timedelta(days=1) if now else None
    follows = next((c for c in whole.calendar.cycles if c.begins == begins), None)
    if follows is None:
        return ""
    after = follows.ends + timedelta(days=1)
    usual = after.year - follows.begins.year == whole.about.cycle_years
    return follows.id if usual else ""


def _without_later_facts(cycle: Cycle, day: date) -> Cycle:
    adopted = cycle.adopted and cycle.adopted.first() > day
    return cycle.model_copy(update={"adopted": None}) if adopted else cycle


def is_by_name(record: Cycle | Milestone) -> bool:
    """Return whether only the name of a cycle or milestone is held, and nothing that it says."""
    by_name = _cycle_by_name(record) if isinstance(record, Cycle) else _milestone_by_name(record)
    return record == by_name


def last_known_cycle(calendar: Calendar) -> Cycle | None:
    """Return the last cycle of which more than the name is known."""
    known = (cycle for cycle in calendar.cycles if not is_by_name(cycle))
    return max(known, key=lambda cycle: cycle.ends, default=None)


def _cycle_by_name(cycle: Cycle) -> Cycle:
    return Cycle(id=cycle.id, begins=cycle.begins, ends=cycle.ends)


def _milestone_by_name(milestone: Milestone) -> Milestone:
    return Milestone(
        id=milestone.id,
        title=milestone.title,
        kind=milestone.kind,
        due=milestone.due,
        stated=milestone.title,
        owed=False,
    )
