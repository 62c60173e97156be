"""What changed since the report before, in a brief: statuses then and now, and other targets."""

from collections.abc import Iterator, Sequence

from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.statuses import Group, Status
from generator.views.base.blocks import Words
from generator.views.base.shared import status_cell
from generator.views.print.blocks import Heading, Paragraph, Part, Points
from generator.views.print.document import DocumentFrame
from generator.views.print.sections import about, of_kinds
from generator.views.print.shortened import cut, named, shortened
from generator.words.message import msg


def change_parts(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    """Yield what changed under its heading; nothing where nothing did, or in the first report."""
    found, targets = moved(frame), changed_targets(told)
    if frame.before is None or not (found or targets):
        return
    yield Heading(2, msg("brief-changes-heading"))
    if found:
        then = frame.before.then.as_of
        said = msg("brief-moved", count=len(found), report=frame.before.edition.title, day=then)
        yield Paragraph((Words(cut(said, found, most)),))
        yield Points(tuple((named(s), *status_cell(s)) for s in found[:most]))
    if targets:
        yield Points(shortened([(about(one), Words(one.text)) for one in targets], most))


def moved(frame: DocumentFrame) -> list[InitiativeState]:
    """Return what is new or was given another status, what is over first.

    There is nothing in a first report.
    """
    if frame.before is None or "status" not in frame.snapshot.axes:
        return []
    then = frame.before.then
    found = (s for s in frame.snapshot.states if _is_moved(then.state_of(s.initiative.id), s))
    return sorted(found, key=lambda state: state.status.group is not Group.DONE)


def changed_targets(told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences that tell of other targets of measures."""
    found = of_kinds(told, ChangeKind.TARGETS)
    return tuple(s for s in found if any("targets" in address for address in s.accounts))


def _is_moved(before: InitiativeState | None, now: InitiativeState) -> bool:
    return before is None or now.status not in {before.status, Status.NOT_REPORTED}
