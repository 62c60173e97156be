"""Whether what a stored snapshot says follows from the records that it holds.

What repeats records is derived anew whatever the program's rules are by now. What is judged can be
checked only against the rules by which it was judged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from generator.derive.editions.frozen_part import frozen_part
from generator.derive.editions.missing_records import reordered_lists
from generator.derive.snapshot.citations import cited_sources
from generator.derive.snapshot.facts import Address, differing_records, facts_of, values
from generator.derive.snapshot.snapshot import DERIVATION, InitiativeState, Snapshot, snapshot
from generator.derive.snapshot.visibility import CompleteDates, complete_from
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Role
from generator.model.measures import Actual
from generator.model.records import Dated
from generator.model.statuses import Status
from generator.model.values import Record

_JUDGED = ("freshness", "stage", "owed", "missed")
"""What rests on rules of judgment; all else of a standing repeats records."""


_KNOWN_AT_DATES = 2
"""The number of the first rules that leave out what was not known yet, though it has no date."""

_UNDATED = ("about", "calendar", "organization", "sources")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value of a stored snapshot that does not follow from its own records."""

    address: Address
    stored: str
    follows: str
    """What follows instead; empty for what should not be there, and for what says why itself."""
    judged: bool = False
    """Whether it was judged by other rules than this program's, so that nothing can be said."""


def contradictions(
    stored: Snapshot, edition: Edition, derivation: int = DERIVATION
) -> Iterator[Contradiction]:
    """Yield what does not follow from the snapshot's own records and its edition.

    `derivation` is the number of the rules by which its standings were derived.
    """
    yield from _times(stored, edition)
    complete = complete_from(stored.report)
    seen = snapshot(stored.report, edition.as_of, complete=complete)
    again = frozen_part(seen, edition.introduction)
    yield from _unseen(stored, again, derivation)
    yield from _uncited(stored, edition)
    yield from _entered_later(stored, edition, complete)
    yield from _initiative_states(stored, again, derivation)


def _times(stored: Snapshot, edition: Edition) -> Iterator[Contradiction]:
    """Yield the times of the snapshot that are not those of its edition."""
    frozen_on = edition.frozen_on
    last = edition.as_of.last(stored.report.about.as_of)
    pairs: Mapping[Address, tuple[object, object]] = {
        ("as_of",): (stored.as_of, edition.as_of),
        ("day",): (stored.day, last),
        ("known_by",): (stored.known_by, None),
        ("about", "as_of"): (stored.report.about.as_of, frozen_on or stored.report.about.as_of),
    }
    for address, (found, follows) in pairs.items():
        if found != follows:
            yield Contradiction(address, str(found), "" if follows is None else str(follows))


def _unseen(stored: Snapshot, again: Snapshot, derivation: int) -> Iterator[Contradiction]:
    """Yield the outermost records that the snapshot holds and would not see."""
    before = derivation < _KNOWN_AT_DATES
    held, seen = differing_records(stored, again), differing_records(again, stored)
    words = facts_of(held)
    extra: set[Address] = set()
    for address in held:
        if before and _was_seen(address, held):
            continue
        if address in seen or any(address[:n] in extra for n in range(1, len(address))):
            continue
        extra.add(address)
        yield Contradiction(address, words[address], "")
    for listed in reordered_lists(stored.report, again.report, {}):
        yield Contradiction(listed.address, "another order", "the order that follows from it")
    on_record = {i.id for i in stored.report.initiatives}
    for update in stored.report.updates:
        if update.initiative not in on_record:
            yield Contradiction(("updates", update.key), type(update).__name__, "")


def _was_seen(address: Address, held: Mapping[Address, object]) -> bool:
    """Return whether earlier rules saw a value that is left out since."""
    around = (held.get(address[:length]) for length in range(1, len(address) + 1))
    return address[0] in _UNDATED or any(isinstance(value, Actual) for value in around)


def _uncited(stored: Snapshot, edition: Edition) -> Iterator[Contradiction]:
    """Yield the sources that something in the snapshot cites and that are not among its own."""
    known = {source.id for source in stored.report.sources}
    for source in sorted(cited_sources(stored.report, edition.introduction) - known):
        yield Contradiction(("sources", source), "", "the source, since it is cited")


def _entered_later(
    stored: Snapshot, edition: Edition, complete: CompleteDates
) -> Iterator[Contradiction]:
    """Yield the dated records that were entered only after the edition was frozen."""
    day = edition.frozen_on
    if day is None or complete.entered[id(stored.report)] <= day:
        return
    for address, value in values(stored).items():
        if isinstance(value, Dated) and value.recorded > day:
            follows = f"a day up to {day}, when the edition was frozen"
            yield Contradiction((*address, "recorded"), str(value.recorded), follows)


def _initiative_states(
    stored: Snapshot, again: Snapshot, derivation: int
) -> Iterator[Contradiction]:
    anew = {state.initiative.id: state for state in again.states}
    order = [state.initiative.id for state in stored.states]
    if order != list(anew):
        yield Contradiction(("states",), ", ".join(order), ", ".join(anew))
    for state in stored.states:
        follows = anew.get(state.initiative.id)
        if follows:
            yield from _initiative_state(state, follows, derivation)


def _initiative_state(
    stored: InitiativeState, follows: InitiativeState, derivation: int
) -> Iterator[Contradiction]:
    own = derivation == DERIVATION
    anew = _parts(follows)
    if not own and not stored.updates:
        # Whether a report was owed is judged; what is said where none was is a record's.
        anew["status"] = Status.NOT_REPORTED if stored.owed_milestones.owed else stored.last_known
    for name, value in _parts(stored).items():
        if value != anew[name]:
            address = ("initiative", stored.initiative.id, "standing", name)
            judged = name in _JUDGED and not own
            yield Contradiction(address, _words(value), _words(anew[name]), judged)


def _parts(state: InitiativeState) -> dict[str, object]:
    """Return what a standing says of its initiative, by the names under which it is stored."""
    parts = {field.name: getattr(state, field.name) for field in fields(state)}
    del parts["initiative"], parts["evidence"]
    answered = parts.pop("owed_milestones")
    return {**parts, "owed": answered.owed, "missed": answered.missed}


def _words(value: object) -> str:
    """Return a value of a standing in words."""
    if isinstance(value, Role):
        return f"{value.holder} since {value.since}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(part)}" for key, part in value.items()) or "none"
    if isinstance(value, tuple):
        return ", ".join(_words(part) for part in value) or "none"
    if isinstance(value, Record):
        return value.key
    if isinstance(value, PartialDate):
        return value.text
    return str(getattr(value, "value", value)) if value is not None else "nobody"
