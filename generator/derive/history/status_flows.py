"""How initiatives moved from status to status between two times, as flows that can be counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.history.renames import ids_of, state_under
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.statuses import Group, Status

_GROUPS = (Group.DONE, Group.NOW, Group.WAITING, Group.NOT_REPORTED)
"""From what is furthest along to what nothing is known of."""


@dataclass(frozen=True, slots=True)
class StatusThen:
    """The status of an initiative at a time, and whether that was old news even then."""

    status: Status | None
    """None where the initiative was not listed."""
    outdated: bool = False

    @property
    def order(self) -> tuple[int, int, bool]:
        """Return where it comes among others: what is furthest along first, the unlisted last."""
        if self.status is None:
            return (len(_GROUPS), 0, False)
        return (_GROUPS.index(self.status.group), [*Status].index(self.status), self.outdated)


NOT_LISTED = StatusThen(None)


@dataclass(frozen=True, slots=True)
class StatusFlow:
    """The initiatives that had one status at a time, and the same or another one at a later."""

    before: StatusThen
    after: StatusThen
    initiatives: tuple[InitiativeState, ...]
    """As they were later; those that were no longer listed, as they were before."""

    @property
    def is_move(self) -> bool:
        """Return whether somebody gave another status, or gave one for the first time.

        That nothing was reported any more, or that news grew old, is none.
        """
        was, now = self.before.status, self.after.status
        return was is not now and now not in {None, Status.NOT_REPORTED}

    @property
    def is_silence(self) -> bool:
        """Return whether an update was owed and none came, for the first time."""
        was, now = self.before.status, self.after.status
        return was is not now is Status.NOT_REPORTED


def status_then(state: InitiativeState) -> StatusThen:
    """Return the status of an initiative, and whether it was last found long before."""
    outdated = state.status.may_be_outdated and state.evidence.status.outdated
    return StatusThen(state.status, outdated)


def status_flows(before: Snapshot, after: Snapshot) -> tuple[StatusFlow, ...]:
    """Return every initiative of two times in its flow, in the order of later statuses.

    One that was renamed is the same one. There is none where statuses are not spoken of.
    """
    if "status" not in before.axes | after.axes:
        return ()
    found: dict[tuple[StatusThen, StatusThen], list[InitiativeState]] = {}
    seen = set()
    for now in after.states:
        was = state_under(before, ids_of(now.initiative))
        then = status_then(was) if was else NOT_LISTED
        found.setdefault((then, status_then(now)), []).append(now)
        if was:
            seen.add(was.initiative.id)
    for was in before.states:
        if was.initiative.id not in seen:
            found.setdefault((status_then(was), NOT_LISTED), []).append(was)
    in_order = sorted(found.items(), key=lambda item: (item[0][1].order, item[0][0].order))
    return tuple(StatusFlow(*ends, tuple(states)) for ends, states in in_order)


def by_status(states: Iterable[InitiativeState]) -> dict[StatusThen, list[InitiativeState]]:
    """Return some initiatives by their status, what is furthest along first."""
    found: dict[StatusThen, list[InitiativeState]] = {}
    for state in states:
        found.setdefault(status_then(state), []).append(state)
    return dict(sorted(found.items(), key=lambda item: item[0].order))
