"""What a report holds and does not show yet, because it is dated after the day it speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.visibility import complete_from
from generator.model.records import Dated
from generator.model.report import Report
from generator.model.values import Record
from generator.words.english import counted


@dataclass(frozen=True, slots=True)
class NotYetShown:
    """How many records of each kind are not yet shown."""

    initiatives: int
    updates: int
    evaluations: int
    others: int
    """Dated records inside what is shown, as events and figures."""

    def kinds(self) -> list[str]:
        """Return each kind with its number, as "2 initiatives"; none where all is shown."""
        named = (
            (self.initiatives, "initiative"),
            (self.updates, "status update"),
            (self.evaluations, "evaluation"),
            (self.others, "other dated record"),
        )
        return [counted(number, noun) for number, noun in named if number]


def not_yet_shown(report: Report, now: Snapshot) -> NotYetShown:
    """Return what of the whole report `now` does not show."""
    shown = now.report
    known = {initiative.id for initiative in report.initiatives}
    inside: list[tuple[Sequence[Record], Sequence[Record]]] = [
        (report.initiatives, shown.initiatives),
        (report.areas, shown.areas),
        ((report.about,), (shown.about,)),
    ]
    return NotYetShown(
        initiatives=len(report.initiatives) - len(shown.initiatives),
        # One about an initiative that is not there waits for no day.
        updates=sum(u.initiative in known for u in report.updates) - len(shown.updates),
        evaluations=len(report.evaluations) - len(shown.evaluations),
        others=sum(_hidden_inside(whole, part) for whole, part in inside),
    )


def shown_from(before: Report, after: Report) -> date:
    """Return the day from which all is shown that a report says otherwise than another did.

    The first of all days where it says nothing otherwise.
    """
    days = complete_from(after).days
    known = {(type(record), record.key): record for record in _records(before)}
    changed = (r for r in _records(after) if known.get((type(r), r.key)) != r)
    return max((days[id(record)] for record in changed), default=date.min)


def _records(report: Report) -> Iterator[Record]:
    """Yield the records that a report consists of."""
    for value in report.__dict__.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield part


def _hidden_inside(whole: Sequence[Record], shown: Sequence[Record]) -> int:
    """Count the dated records that records which are shown hold beyond what is shown of them."""
    originals = {record.key: record for record in whole} if len(whole) > 1 else {}
    pairs = ((originals.get(seen.key, whole[0]), seen) for seen in shown)
    return sum(_dated(one) - _dated(seen) for one, seen in pairs if one is not seen)


def _dated(record: Record) -> int:
    """Count the dated records inside a record."""
    found = 0
    for value in record.__dict__.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                found += isinstance(part, Dated) + _dated(part)
    return found
