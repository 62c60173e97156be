"""Frozen editions against their digests and against today's content (docs/model.md, 22).

| code | what it means |
| --- | --- |
| V001 | an edition is marked as frozen, but its snapshot or digest is not there |
| V002 | a frozen snapshot is not, byte for byte, the one that was frozen |
| V003 | a frozen snapshot cannot be read |
| V004 | a dated record that a frozen edition holds says something else today |
| V005 | a record that a frozen edition holds is gone |
| V006 | a text without a date that a frozen edition holds is worded differently (a notice) |
| V007 | an erratum names a record that stands as it was frozen |
| V008 | edition.yml says something else than the frozen edition |
| V009 | a snapshot or digest beside an edition that is still open (a notice) |
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.derive.editions import EditionThen, open_edition
from generator.derive.rewriting import (
    Rewriting,
    Rewritten,
    Today,
    named_in,
    rewriting,
    today,
    written_address,
)
from generator.derive.sharing import Stock
from generator.derive.visibility import Settled
from generator.derive.wording import counted, date_words, day_words
from generator.editorial.edition_files import (
    DIGEST,
    SNAPSHOT,
    EditionFiles,
    edition_files,
    errata_of,
)
from generator.editorial.frozen_words import stored, told_once
from generator.editorial.places import place_of
from generator.export.snapshot_json import SnapshotFormError, from_json
from generator.issues import Issue, Location, Severity
from generator.load.report import Loaded
from generator.model.edition import Edition, Errata
from generator.model.keys import EditionState
from generator.model.report import Report
from generator.settings import Settings

_FROM_HISTORY = "Take the file back from the commit that froze the edition."


@dataclass(frozen=True, slots=True)
class Verified:
    """All editions, what is at fault with the frozen ones, and what was found since."""

    editions: tuple[EditionThen, ...]
    """In the order of their years; those with faults of form are left out."""
    issues: list[Issue]
    since: dict[int, Rewriting]
    """How today's content stands to each frozen edition, by year."""

    def found_since(self) -> list[str]:
        """Return in lines what was found about each frozen edition's time after it was frozen."""
        lines = []
        for year, against in self.since.items():
            number = counted(len(against.found_since), "record")
            lines.append(f"Edition {year}: {number} found since.")
            lines += [
                f"  {written_address(f.address)}, {date_words(f.record.when)}, "
                f"entered {day_words(f.record.recorded)}"
                for f in against.found_since
            ]
        return lines


def verify(settings: Settings, loaded: Loaded, days: Settled | None = None) -> Verified:
    """Return every edition, and every fault of those that are frozen.

    `days` are from when today's records are seen whole, for callers that know them already.
    """
    result = Verified((), [], {})
    editions = []
    by_year: list[tuple[int, Issue]] = []
    if loaded.report is None:
        return result
    now = today(loaded.report, days)
    for edition in sorted(loaded.report.editions, key=lambda e: e.year):
        known = len(result.issues)
        found = _one(settings, loaded, edition, now, result)
        by_year += [(edition.year, issue) for issue in result.issues[known:]]
        if found:
            editions.append(found)
    return Verified(tuple(editions), told_once(by_year), result.since)


def _one(
    settings: Settings,
    loaded: Loaded,
    edition: Edition,
    now: Today,
    result: Verified,
) -> EditionThen | None:
    files = edition_files(settings, edition)
    if edition.state is not EditionState.FROZEN:
        result.issues.extend(_left_over(files))
        return open_edition(now.report, edition, now.days)
    errata, faults = errata_of(settings, edition, loaded.media)
    then, broken = _thawed(files, edition, errata, now.stock)
    result.issues.extend((*faults, *broken))
    if then is None:
        return None
    against = rewriting(then.then, now)
    result.since[edition.year] = against
    result.issues.extend(_same_edition(files, edition, then.edition))
    result.issues.extend(_rewritten(loaded, now.report, then, against))
    result.issues.extend(_idle_errata(files, errata, against))
    return replace(then, found_since=against.found_since)


def _left_over(files: EditionFiles) -> Iterator[Issue]:
    for name, content in ((SNAPSHOT, files.snapshot), (DIGEST, files.digest)):
        if content is not None:
            yield Issue(
                "V009",
                files.place(name),
                f"{name} beside an edition whose state is open",
                "these files only with a frozen edition",
                "Freeze the edition with annual-report freeze, or remove the file.",
                Severity.WARNING,
            )


def _thawed(
    files: EditionFiles, edition: Edition, errata: Errata | None, known: Stock
) -> tuple[EditionThen | None, list[Issue]]:
    """Return the edition from its frozen bytes, or what stands in the way."""
    missing = [
        name
        for name, content in ((SNAPSHOT, files.snapshot), (DIGEST, files.digest))
        if content is None
    ]
    if missing or files.snapshot is None:
        found = f"edition {edition.year} is frozen, without {' and '.join(missing)}"
        wanted = f"{SNAPSHOT} and {DIGEST} in its folder"
        at = files.place("edition.yml")
        return None, [Issue("V001", at, found, wanted, _FROM_HISTORY)]
    issues = []
    if not files.intact:
        found, wanted = "other bytes than were frozen", "the bytes whose sum stands in digest"
        issues.append(Issue("V002", files.place(SNAPSHOT), found, wanted, _FROM_HISTORY))
    try:
        then, frozen = from_json(files.snapshot, known)
    except SnapshotFormError as error:
        at, wanted = files.place(SNAPSHOT), "a snapshot that annual-report freeze wrote"
        return None, [*issues, Issue("V003", at, error.message, wanted, error.next_step)]
    digest = files.digest.decode() if files.intact and files.digest else ""
    return EditionThen(frozen or edition, then, errata, digest=digest), issues


def _same_edition(files: EditionFiles, today: Edition, frozen: Edition) -> Iterator[Issue]:
    for name in Edition.model_fields:
        now, then = getattr(today, name), getattr(frozen, name)
        if now == then:
            continue
        yield Issue(
            "V008",
            files.place("introduction.md" if name == "introduction" else "edition.yml"),
            f"{name} is another than in the frozen edition",
            "an edition that says what it said when it was frozen",
            "Take it back; say what was wrong in errata.md.",
        )


def _rewritten(
    loaded: Loaded, report: Report, edition: EditionThen, against: Rewriting
) -> Iterator[Issue]:
    errata = edition.errata.errata if edition.errata else ()
    year = edition.edition.year
    for change in against.history:
        if not named_in(errata, change.address, against.renamed):
            yield _history_issue(year, change, place_of(change.address, report, loaded.places))
    for change in against.wording:
        if not named_in(errata, change.address, against.renamed):
            at = place_of(change.address, report, loaded.places)
            written = written_address(change.address)
            found = f"{written} is worded differently than in edition {year}"
            wanted = f"{stored(change.before)}, or a better wording of the same"
            step = "Nothing, if it means the same; else take it back."
            yield Issue("V006", at, found, wanted, step, Severity.WARNING)


def _history_issue(year: int, change: Rewritten, at: Location) -> Issue:
    written = written_address(change.address)
    erratum = f'name "{written}" in content/editions/{year}/errata.md with the reason.'
    if change.after is None:
        found = f"{written} is gone, and frozen edition {year} holds it"
        wanted = "every record of a frozen edition still there"
        return Issue("V005", at, found, wanted, _other_id(change) or f"Put it back, or {erratum}")
    found = f"{stored(change.after)} as {written}"
    wanted = f"{stored(change.before)}, as in frozen edition {year}"
    step = f"Take it back and add what is new as a record of its own, or {erratum}"
    return Issue("V004", at, found, wanted, step)


def _other_id(change: Rewritten) -> str:
    """Return what to do where a record seems to be gone because its id was changed."""
    if not change.twin:
        return ""
    if change.address[0] == "initiative" and change.address[-1] == "record":
        former = change.address[1]
        return f'If it is "{change.twin}" now, add "{former}" to the former_ids of that initiative.'
    own = change.address[-1]
    return (
        f'"{change.twin}" says the same: give it the id "{own}" back. Of an id, only that of an'
        " initiative may change, because only an initiative keeps its former ids."
    )


def _idle_errata(files: EditionFiles, errata: Errata | None, against: Rewriting) -> Iterator[Issue]:
    changed = [change.address for change in (*against.history, *against.wording)]
    for erratum in errata.errata if errata else ():
        if not any(named_in((erratum,), address, against.renamed) for address in changed):
            yield Issue(
                "V007",
                files.place("errata.md"),
                f"an erratum about {erratum.record}, which stands as it was frozen",
                "the address of a record that today's content gives differently",
                "Copy the address from the message of annual-report verify.",
            )
