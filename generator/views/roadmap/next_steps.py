"""What comes next: open steps, starts, and ends of initiatives, and milestones of updates.

What is overdue comes first, for it was to come first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.budget_cycle import OPEN_END
from generator.derive.responsibility.obligations import MilestoneObligations, ObligationState
from generator.derive.snapshot.open_dates import OpenDate, open_dates
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.dates import PartialDate
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Phrase, Strong, Table, Words, phrase
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import to_initiative
from generator.views.base.table_builder import Columns, table_if_any
from generator.views.base.timing import date_timing_cell
from generator.words.message import Message, Text, msg

MOST_NEXT = 20
"""Dates that the roadmap shows; where there are more, all are on a page of their own."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that is still to come, and when."""

    when: PartialDate
    what: Cell
    who: Cell
    """The initiative that it belongs to, or from how many an update is expected."""
    timing: Cell = ()
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What is still to come as a sentence and a table, and what should have come already."""

    lead: Message
    table: Table | None
    more: LinkTo | None
    """The way to all of it, where that is too much for the roadmap."""
    missing: Phrase | None
    """How many updates are missing at milestones that have passed."""


def next_steps(
    snapshot: Snapshot, milestones: Sequence[MilestoneObligations]
) -> tuple[NextStep, ...]:
    """Return everything that is still to come, in the order of time."""
    found = [
        *(_open(one) for one in open_dates(snapshot)),
        *_milestones(milestones, snapshot.day),
    ]
    return tuple(sorted(found, key=lambda one: (one.when.last(date.max), one.when.first())))


def next_view(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> NextSteps:
    """Return what the roadmap shows of it."""
    found = next_steps(snapshot, milestones)
    missing = sum(one.by_state[ObligationState.MISSING] for one in milestones)
    every = LinkTo(msg("roadmap-next-all", count=len(found)), addresses.NEXT_STEPS)
    return NextSteps(
        lead=_lead(snapshot, found),
        table=_table(found, found[:MOST_NEXT]),
        more=every if len(found) > MOST_NEXT else None,
        missing=_missing(missing) if missing else None,
    )


def has_more(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> bool:
    """Return whether more is to come than the roadmap shows."""
    return len(next_steps(snapshot, milestones)) > MOST_NEXT


def all_next_view(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> SectionsView:
    """Return the view of everything that is still to come, where that has a page of its own."""
    found = next_steps(snapshot, milestones)
    heading = msg("roadmap-next-heading")
    return SectionsView(
        title=msg("roadmap-next-title"),
        lede=_lead(snapshot, found),
        facts=(),
        sections=(Section("next", heading, _table(found, found)),),
    )


def _open(one: OpenDate) -> NextStep:
    what = one.step.title if one.step else msg(f"schedule-part-{one.what}")
    return NextStep(
        one.when,
        (Strong(what),),
        (to_initiative(one.state.initiative),),
        date_timing_cell(one.timing, one.what),
        one.is_overdue,
    )


def _milestones(milestones: Sequence[MilestoneObligations], day: date) -> Iterator[NextStep]:
    """Yield the milestones to come at which updates are due."""
    for found in milestones:
        one = found.milestone
        if one.owed and one.due.last(OPEN_END) > day:
            expected = found.by_state[ObligationState.EXPECTED]
            who = Words(msg("roadmap-next-updates", count=expected))
            title = LinkTo(one.title, addresses.milestone(one.id))
            yield NextStep(one.due, (title,), (who,))


def _lead(snapshot: Snapshot, found: Sequence[NextStep]) -> Message:
    overdue = sum(one.is_overdue for one in found)
    coming = len(found) - overdue
    if not found:
        return msg("roadmap-lead-none", day=snapshot.as_of)
    return msg("roadmap-lead", coming=coming, overdue=overdue, day=snapshot.as_of)


def _missing(count: int) -> Phrase:
    where = LinkTo(msg("roadmap-next-missing.where"), addresses.CYCLES)
    return phrase(msg("roadmap-next-missing", count=count), where=where)


def _table(found: Sequence[NextStep], shown: Sequence[NextStep]) -> Table | None:
    columns: Columns[NextStep] = {
        msg("common-date"): lambda one: one.when,
        msg("roadmap-next-what"): lambda one: one.what,
        msg("common-initiative"): lambda one: one.who,
        msg("schedule-timing"): lambda one: one.timing,
    }
    caption: Text = msg("roadmap-next", count=len(found))
    if len(shown) < len(found):
        caption = msg("roadmap-next-shown", shown=len(shown), count=len(found))
    return table_if_any("next", caption, shown, columns)
