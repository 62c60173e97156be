"""Who must do what by when, in a brief: the newest overdue updates, then what is still to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.holders import holder, name_of
from generator.derive.responsibility.obligations import (
    MilestoneObligations,
    ObligationState,
    obligations_by_milestone,
)
from generator.derive.snapshot.freshness import is_measured
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.keys import RoleKind
from generator.model.references import NO_HOLDER, NOT_NAMED, UNASSIGNED
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, Phrase, SideNote, Strong, Words, phrase
from generator.views.base.shared import to_initiative
from generator.views.print.blocks import FactList, Heading, Paragraph, Part
from generator.views.print.late import expected_dates
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date, with what is to be done by it, and by whom."""

    by: PartialDate
    who: Text
    """Empty where Owners are not asked."""
    what: Cell
    is_overdue: bool = False


def deadline_parts(snapshot: Snapshot, most: int) -> Iterator[Part]:
    """Yield the deadlines under their heading; nothing where there is none."""
    found = deadlines(snapshot)
    if not found:
        return
    yield Heading(2, msg("brief-deadlines-heading"))
    yield FactList(tuple(map(_fact, found[:most])))
    if len(found) > most:
        yield Paragraph((Words(msg("brief-deadlines-rest", count=len(found) - most)),))


def _fact(one: Deadline) -> Fact:
    name = msg("brief-overdue", day=one.by) if one.is_overdue else one.by
    who = (phrase(msg("common-name"), name=Strong(one.who)),) if one.who else ()
    return Fact(name, (*who, *one.what))


def deadlines(snapshot: Snapshot) -> list[Deadline]:
    """Return the newest overdue updates, then every date to come, the soonest first."""
    coming = sorted(_coming(snapshot), key=lambda one: (one.by.last(date.max), one.by.text))
    return [*_overdue(snapshot), *coming]


def _overdue(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the newest milestone for which updates are missing."""
    if not is_measured(snapshot.report):
        return
    found = [m for m in obligations_by_milestone(snapshot) if m.by_state[ObligationState.MISSING]]
    for newest in found[-1:]:
        link = LinkTo(newest.milestone.title, addresses.milestone(newest.milestone.id))
        states = [o.initiative_state for o in newest.initiatives if o.is_open]
        what = (_missing(newest, link),)
        yield Deadline(newest.milestone.due, _owners(snapshot, states), what, is_overdue=True)


def _missing(found: MilestoneObligations, milestone: LinkTo) -> Phrase:
    states = found.by_state
    owed = (ObligationState.CAME, ObligationState.COVERED, ObligationState.MISSING)
    every = sum(states[state] for state in owed)
    count = states[ObligationState.MISSING]
    return phrase(msg("brief-updates-missing", count=count, all=every), milestone=milestone)


def _coming(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield what comes after the snapshot's day: milestones, steps, starts and ends."""
    for m in snapshot.report.calendar.milestones:
        if m.owed and m.due.last(date.max) > snapshot.day:
            what = (Words(msg("brief-updates-due", milestone=m.title)),)
            yield Deadline(m.due, _owners(snapshot, snapshot.states), what)
    for state in snapshot.states:
        who = _owners(snapshot, (state,))
        for step in state.initiative.roadmap:
            if step.outcome is None and step.planned.last(date.max) > snapshot.day:
                named = (to_initiative(state.initiative), SideNote(step.title))
                yield Deadline(step.planned, who, named)
        for which, when in expected_dates(state):
            if when.last(date.max) > snapshot.day:
                part = SideNote(msg(f"schedule-part-{which}"))
                yield Deadline(when, who, (to_initiative(state.initiative), part))


def _owners(snapshot: Snapshot, states: Sequence[InitiativeState]) -> Text:
    """Return who is responsible: the Owner of one initiative, or the Owners of several."""
    if RoleKind.OWNER not in snapshot.report.about.roles.asked:
        return ""
    holders = {state.owner.holder if state.owner else UNASSIGNED for state in states}
    known = holders - NO_HOLDER
    if not known:
        return msg("brief-owner-not-named" if NOT_NAMED in holders else "brief-owner-vacant")
    found = holder(snapshot.report.organization, next(iter(known)))
    return name_of(found) if len(known) == 1 and found else msg("brief-owners")
