"""What is wrong with a frozen edition in words: what was found, what was frozen, what to do."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.check.later_times import LaterTime
from generator.core.issues import Issue, Location, RecordLocations, Severity
from generator.core.naming import name_list, quoted
from generator.derive.editions.consistency import Contradiction
from generator.derive.editions.edition_comparison import (
    ChangedValue,
    EditionComparison,
    named_in,
    written_address,
)
from generator.derive.editions.missing_records import MissingRecord, ReorderedList, prefixes
from generator.derive.snapshot.facts import Address
from generator.editorial.editions.frozen_files import ERRATA, SNAPSHOT
from generator.editorial.editions.frozen_snapshot import FrozenSnapshot
from generator.editorial.updates.record_locations import location_of
from generator.model.edition import Edition, Errata
from generator.model.report import Report

_LONGEST = 80
_NAMED = re.compile(r"(?<=edition )\d{4}|(?<=editions/)\d{4}")
"""The year of an edition in a message; other years, as in ids, are part of what is told."""


class FrozenFaults:
    """Tells the faults of one frozen edition."""

    def __init__(
        self,
        frozen: FrozenSnapshot,
        edition: Edition,
        report: Report,
        places: RecordLocations,
        others: Sequence[FrozenSnapshot] = (),
    ) -> None:
        """Tell of one edition; `others` are all other frozen ones, which may bear witness.

        Those are named as today's report names them.
        """
        self.thawed = frozen
        self._files = frozen.files
        self._year = edition.year
        self.edition = edition
        self.frozen = frozen.stored.edition or edition
        """The edition as it was frozen."""
        self._report = report
        self._places = places
        self._named = frozen.named_as(report)
        self._others = [o for o in others if _frozen_by(o, edition.frozen_on)]

    def contradictions(self, found: Iterator[Contradiction]) -> Iterator[Issue]:
        """Yield what does not follow from the snapshot's own records."""
        noted: dict[str, list[str]] = defaultdict(list)
        for one in found:
            if one.judged:
                noted[one.address[-1]].append(one.address[1])
                continue
            written = written_address(one.address)
            wanted = stored(one.follows) if one.follows else "nothing there"
            yield Issue(
                "V010",
                self.thawed.place(one.address),
                f"{stored(one.stored)} as {written}",
                f"{wanted}, according to the rest of frozen edition {self._year}",
                f"Restore it from git: {self._files.restoring}.",
            )
        for name, initiatives in noted.items():
            yield Issue(
                "V011",
                self._files.place(SNAPSHOT),
                f"{name} of {', '.join(initiatives)} judged by rules number"
                f" {self.thawed.stored.derivation}, which differs from what today's rules say",
                "what was worked out when the edition was frozen; it is shown as stored",
                "Nothing, if nobody edited the file.",
                Severity.WARNING,
            )

    @property
    def day(self) -> date:
        """The last day of which the edition tells."""
        return self.thawed.stored.snapshot.day

    def foreknown(self, found: Iterator[LaterTime], errata: Errata | None) -> Iterator[Issue]:
        """Yield what the edition tells of later times, but for what the errata name."""
        excused = errata.errata if errata else ()
        for one in found:
            if not named_in(excused, one.address, {}):
                fault = one.fault(self.thawed.place(one.address))
                again = f'annual-report freeze {self._year} --again --erratum "why"'
                step = f"{fault.next_step} Then freeze the edition anew: {again}."
                yield replace(fault, next_step=step).issue("V014")

    def rewritten(self, against: EditionComparison, errata: Errata | None) -> Iterator[Issue]:
        """Yield what today's content gives otherwise, but for what the errata name."""
        excused = errata.errata if errata else ()
        for change in against.history:
            if not named_in(excused, change.address, against.renamed):
                yield self._history(change)
        for change in against.wording:
            if not named_in(excused, change.address, against.renamed):
                yield self._wording(change)
        likely_renames = {_twin_of(change) for change in against.history if change.twin}
        for absent in against.absent:
            known = named_in(excused, absent.address, against.renamed)
            if not known and likely_renames.isdisjoint(prefixes(absent.address)):
                yield self._absent(absent)
        for one in against.listed:
            if one.repeated or not named_in(excused, one.address, against.renamed):
                yield self._listed(one)

    def _history(self, change: ChangedValue) -> Issue:
        written, at = written_address(change.address), self._now(change)
        if change.after is None:
            found = f"{written} is missing, but frozen edition {self._year} has it"
            wanted = "every record of a frozen edition, still in place"
            step = self._either("Put it back", written)
            if change.twin:
                step = f"{_other_id(change)} {self._if_edited()}"
            return Issue("V005", at, found, wanted, step)
        found = f"{stored(change.after)} as {written}"
        wanted = f"{stored(change.before)}, as in frozen edition {self._year}"
        first = "Undo the change, and add what is new as a separate record"
        return Issue("V004", at, found, wanted, self._either(first, written))

    def _wording(self, change: ChangedValue) -> Issue:
        written, at = written_address(change.address), self._now(change)
        found = f"{written} is worded differently than in edition {self._year}"
        wanted = f"{stored(change.before)}, or a better wording of the same thing"
        return self._notice("V006", at, found, wanted)

    def _absent(self, absent: MissingRecord) -> Issue:
        written = written_address(absent.address)
        at = location_of(absent.address, self._report, self._places)
        frozen = f"frozen edition {self._year}"
        if not (absent.certain or any(absent.address in other.addresses for other in self._others)):
            found = f"{written}, which {frozen} does not have; nothing says when it was added"
            return self._notice("V013", at, found, f"it in that edition too, or new since {frozen}")
        if not absent.is_record:
            found = f"{stored(absent.text)} as {written}"
            wanted = f"nothing there, as in {frozen}"
            first = "Undo the change, and add what is new as a separate record"
            return Issue("V004", at, found, wanted, self._either(first, written))
        found = f"{written}, which {frozen} does not have"
        wanted = f"{frozen} with everything entered by {self.edition.frozen_on}, when it was frozen"
        first = "If it was found later, enter it with the day it was found"
        return Issue("V012", at, found, wanted, self._either(first, written))

    def _listed(self, one: ReorderedList) -> Issue:
        written, at = written_address(one.address), self._named.place(one.address)
        if one.repeated:
            found = f"{', '.join(one.repeated)} more than once in {written}"
            step = f"Restore it from git: {self._files.restoring}."
            return Issue("V010", at, found, "each record in a list once", step)
        found = f"{written} in a different order than today"
        return self._notice(
            "V013", at, found, "the same order, although order alone has no meaning"
        )

    def _notice(self, code: str, at: Location, found: str, wanted: str) -> Issue:
        step = f"Nothing, if the content was edited. Otherwise, {self._files.restoring}."
        return Issue(code, at, found, wanted, step, Severity.WARNING)

    def _either(self, first: str, written: str) -> str:
        """Return what to do, whichever of the two was edited."""
        return (
            f'{first}, or name "{written}" in {self._files.folder}/{ERRATA} with the reason. '
            f"{self._if_edited()}"
        )

    def _if_edited(self) -> str:
        return f"If {SNAPSHOT} was edited: {self._files.restoring}."

    def _now(self, change: ChangedValue) -> Location:
        at = location_of(change.address, self._report, self._places)
        return at if at.path != "content" else self._named.place(change.address)

    def idle_errata(self, errata: Errata | None, against: EditionComparison) -> Iterator[Issue]:
        """Yield the errata that match no fault; one from before the last renewal is history."""
        changed = [
            one.address
            for kind in (against.history, against.wording, against.absent, against.listed)
            for one in kind
        ]
        renewed = max((renewal.on for renewal in self.edition.renewals), default=None)
        for erratum in errata.errata if errata else ():
            if renewed and erratum.on <= renewed:
                continue
            if not any(named_in((erratum,), one, against.renamed) for one in changed):
                yield Issue(
                    "V007",
                    self._files.place(ERRATA),
                    f"an erratum about {erratum.record}, which is just as it was frozen",
                    "the address of a record that is different in today's content",
                    "Copy the address from the message of annual-report verify.",
                )


def _frozen_by(frozen: FrozenSnapshot, day: date | None) -> bool:
    """Return whether an edition was frozen by a day: its undated records were known then."""
    frozen_on = frozen.stored.edition and frozen.stored.edition.frozen_on
    return bool(frozen_on and day and frozen_on <= day)


def _twin_of(change: ChangedValue) -> Address:
    """Return where everything is that seems to be new because its id was changed."""
    if change.address[0] == "initiative" and change.address[-1] == "record":
        return ("initiative", change.twin)
    return (*change.address[:-1], change.twin)


def _other_id(change: ChangedValue) -> str:
    """Return what to do where a record seems to be gone because its id was changed."""
    if change.address[0] == "initiative" and change.address[-1] == "record":
        former = change.address[1]
        return f'If it is now "{change.twin}", add "{former}" to the former_ids of that initiative.'
    own = change.address[-1]
    return (
        f'"{change.twin}" says the same: change its id back to "{own}". Only the id of an'
        " initiative may change, because only initiatives keep their former ids."
    )


def stored(text: str) -> str:
    """Return a stored value in words: quoted on one line, a list as its items, nothing as such."""
    if not text:
        return "nothing"
    if text.startswith("[") and text.endswith("]"):
        try:
            items = json.loads(text)
        except ValueError:
            items = None
        if isinstance(items, list):
            return name_list([stored(str(item)) for item in items], "and") if items else "nothing"
    line = " ".join(text.split())
    return quoted(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}...")


def merged_by_year(found: Iterable[tuple[int, Issue]]) -> list[Issue]:
    """Return issues of editions, by year, those that differ in nothing but the year as one."""
    alike: dict[tuple[object, ...], list[tuple[int, Issue]]] = {}
    for year, issue in found:
        said = (issue.found, issue.expected, issue.next_step)
        but_for_year = tuple(_NAMED.sub("", words) for words in said)
        key = (issue.code, issue.location, issue.severity, *but_for_year)
        alike.setdefault(key, []).append((year, issue))
    return [_one(same) for same in alike.values()]


def _one(same: list[tuple[int, Issue]]) -> Issue:
    (_, issue), *others = same
    years = list(dict.fromkeys(year for year, _ in others))
    if not years:
        return issue
    editions = f"edition{'s' if len(years) > 1 else ''} {name_list(years, 'and')}"
    return replace(
        issue,
        found=f"{issue.found} (and so with {editions})",
        next_step=f"{issue.next_step} Likewise for {editions}.",
    )
