"""The updates that some initiatives owe: what is missing, and what is due next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.responsibility.obligations import ObligationState, obligations_by_milestone
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.cycles import Milestone
from generator.views.base.blocks import Fact
from generator.views.base.shared import to_initiative
from generator.views.base.table_builder import Columns, facts, table
from generator.views.print.blocks import Heading, Part, TableBlock
from generator.words.message import Text, listing, msg


@dataclass(frozen=True, slots=True)
class OwedUpdates:
    """The milestones for which an initiative still has to give an update."""

    state: InitiativeState
    missing: tuple[Milestone, ...]
    """Those that have passed, the oldest first."""
    expected: tuple[Milestone, ...]
    """Those still to come, the soonest first."""


def owed_updates(snapshot: Snapshot, states: Sequence[InitiativeState]) -> tuple[OwedUpdates, ...]:
    """Return what each of some initiatives owes, in their order; those that owe nothing not."""
    owed: dict[tuple[str, ObligationState], list[Milestone]] = {}
    for due in obligations_by_milestone(snapshot):
        for one in due.initiatives:
            if one.is_open:
                key = one.initiative_state.initiative.id, one.state
                owed.setdefault(key, []).append(due.milestone)
    found = (
        OwedUpdates(
            state,
            tuple(owed.get((state.initiative.id, ObligationState.MISSING), ())),
            tuple(owed.get((state.initiative.id, ObligationState.EXPECTED), ())),
        )
        for state in states
    )
    return tuple(one for one in found if one.missing or one.expected)


def owed_parts(found: Sequence[OwedUpdates]) -> Iterator[Part]:
    """Yield what is owed by several initiatives as a table under its heading, if anything is."""
    if not found:
        return
    yield Heading(2, msg("department-owed-heading"))
    columns: Columns[OwedUpdates] = {
        msg("common-initiative"): lambda one: to_initiative(one.state.initiative),
        msg("department-missing"): lambda one: _named(one.missing),
        msg("department-expected"): lambda one: _named(one.expected[:1]),
    }
    caption = msg("department-owed", count=len(found))
    yield TableBlock(table("owed", caption, found, columns))


def next_due(found: Sequence[OwedUpdates]) -> tuple[Fact, ...]:
    """Return for when the next update of one initiative is due; nothing where none is."""
    name = msg("department-expected")
    return tuple(fact for one in found for fact in facts({name: _named(one.expected[:1])}))


def _named(milestones: Sequence[Milestone]) -> Text | None:
    if not milestones:
        return None
    return listing(
        (msg("department-milestone", milestone=m.title, day=m.due) for m in milestones), "apart"
    )
