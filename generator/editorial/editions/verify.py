"""Frozen editions against their digests, themselves and today's content (docs/model.md, 22).

| code | what it means |
| --- | --- |
| V001 | an edition is marked as frozen, but its snapshot or digest is not there |
| V002 | a frozen snapshot is not, byte for byte, the one that was frozen |
| V003 | a frozen snapshot cannot be read, or is not written as `freeze` writes it |
| V004 | a record in a frozen edition says something else today |
| V005 | a record in a frozen edition is missing today |
| V006 | a text without a date in a frozen edition is worded differently today (a notice) |
| V007 | an erratum names a record that is just as it was frozen |
| V008 | edition.yml says something other than the frozen edition |
| V009 | a snapshot or digest beside an edition whose state is open |
| V010 | a frozen snapshot says what does not follow from its own records |
| V011 | what was worked out by the rules of its time, and would be different today (a notice) |
| V012 | a frozen edition does not have a record that was entered by the day it was frozen |
| V013 | undated records that may be new since then, or are in a different order (a notice) |
| V014 | a frozen edition tells of a time after its own, and not as a plan |
| V015 | personal data was taken out of a frozen edition (a note) |

Every edit of a snapshot is told by one of these, even where its digest was made right, as long as
today's content was not edited alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.check.later_times import foreknown
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, Severity, errors_in
from generator.core.settings import Settings
from generator.derive.editions.consistency import Contradiction, contradictions
from generator.derive.editions.edition_comparison import (
    CurrentContent,
    EditionComparison,
    LaterRecord,
    compare_edition,
    current_content,
    written_address,
)
from generator.derive.editions.editions import EditionSnapshot, notice, open_edition
from generator.derive.snapshot.snapshot import DERIVATION
from generator.derive.snapshot.visibility import CompleteDates, complete_from
from generator.editorial.editions.frozen_faults import FrozenFaults, merged_by_year
from generator.editorial.editions.frozen_files import (
    DIGEST,
    ERRATA,
    SNAPSHOT,
    FrozenEditionFiles,
    edition_files,
    errata_of,
)
from generator.editorial.editions.frozen_snapshot import FrozenSnapshot, read_frozen
from generator.load.report import LoadedReport
from generator.model.edition import Edition, Errata
from generator.model.keys import EditionState
from generator.model.report import Report
from generator.storage.parallel import parallel_map
from generator.words.english import counted, in_english
from generator.words.report_language import language_of

MANY = 100
"""Initiatives from which on rules and frozen editions are checked on all cores.

Both take some tenths of a second for so many, several times what a copy of the process costs.
"""

CONTENT_DIFFERS = frozenset({"V004", "V005", "V007", "V008", "V012", "V014"})
"""The errors that tell of a frozen edition and of content that says otherwise, each sound."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of verification: all editions, faults of frozen ones, what was found since."""

    editions: tuple[EditionSnapshot, ...]
    """In the order of their years; those with faults of form are left out."""
    issues: list[Issue]
    since: dict[int, EditionComparison]
    """How today's content relates to each frozen edition, by year."""

    def as_frozen(self) -> tuple[EditionSnapshot, ...]:
        """Return the editions; raises GeneratorError if a frozen one is not what was frozen."""
        if any(_tells_of_frozen(issue) for issue in errors_in(self.issues)):
            raise GeneratorError(
                "A frozen edition has changed since it was frozen.",
                "Run annual-report verify; it says which one, and what to do.",
            )
        return self.editions

    def found_since(self) -> list[str]:
        """Return in lines what was found about each frozen edition's time after it was frozen."""
        lines = []
        for year, against in self.since.items():
            number = counted(len(against.found_since), "record")
            lines.append(f"Edition {year}: {number} found since.")
            lines += [
                f"  {written_address(f.address)}, {in_english(f.record.when)}, "
                f"entered {in_english(f.record.recorded)}"
                for f in against.found_since
            ]
        return lines


@dataclass(frozen=True, slots=True)
class FrozenEditions:
    """The frozen editions as they were read, to be compared with today's content."""

    report: Report
    """Today's content."""
    days: CompleteDates
    now: CurrentContent | None
    """The same, ready to be compared with them; None where there are none."""
    read: Mapping[int, FrozenSnapshot]
    """By year; those with faults of form are left out."""
    faults: Mapping[int, list[Issue]]
    """By year, of every edition, what is at fault with its files."""


def read_frozen_editions(
    settings: Settings, report: Report, days: CompleteDates | None = None
) -> FrozenEditions:
    """Return what the frozen editions hold, and every fault of their files.

    `days` are from when today's records are seen whole, for callers that know them already.
    """
    days = days or complete_from(report)
    frozen = any(edition.state is EditionState.FROZEN for edition in report.editions)
    now = current_content(report, days) if frozen else None
    read: dict[int, FrozenSnapshot] = {}
    faults: dict[int, list[Issue]] = {}
    for edition in report.editions:
        files = edition_files(settings, edition)
        if now is None or edition.state is not EditionState.FROZEN:
            faults[edition.year] = list(_leftover_files(files))
            continue
        one, faults[edition.year] = read_frozen(files, edition.year, now.stock)
        if one:
            read[edition.year] = one
    return FrozenEditions(report, days, now, read, faults)


def verify(
    settings: Settings, loaded: LoadedReport, frozen: FrozenEditions | None = None
) -> Verification:
    """Return every edition, and every fault of those that are frozen.

    `frozen` are the frozen ones, for callers that have read them already.
    """
    if loaded.report is None:
        return Verification((), [], {})
    frozen = frozen or read_frozen_editions(settings, loaded.report)
    in_order = sorted(loaded.report.editions, key=lambda e: e.year)
    issues = {e.year: list(frozen.faults[e.year]) for e in in_order}
    errata: dict[int, Errata | None] = {}
    for edition in in_order:
        if edition.state is EditionState.FROZEN:
            errata[edition.year], faults = errata_of(settings, edition, loaded.media)
            issues[edition.year] += faults
    since: dict[int, EditionComparison] = {}
    for year, found, against in _compared(loaded, frozen, in_order, errata):
        issues[year] += found
        since[year] = against
    editions = [
        _as_stored(frozen.read[e.year], e, errata[e.year], since[e.year].found_since)
        if e.year in since
        else open_edition(frozen.report, e, frozen.days)
        for e in in_order
        if e.year in since or e.state is not EditionState.FROZEN
    ]
    by_year = ((year, issue) for year, several in issues.items() for issue in several)
    return Verification(tuple(editions), merged_by_year(by_year), since)


def _compared(
    loaded: LoadedReport,
    frozen: FrozenEditions,
    in_order: Sequence[Edition],
    errata: Mapping[int, Errata | None],
) -> list[tuple[int, list[Issue], EditionComparison]]:
    """Return of each edition that was read its faults and what was found since, by year."""
    report, now = frozen.report, frozen.now
    if now is None:
        return []
    named = {year: one.named_as(report) for year, one in frozen.read.items()}

    def compared(edition: Edition) -> tuple[int, list[Issue], EditionComparison]:
        year = edition.year
        others = [other for y, other in named.items() if y != year]
        told = FrozenFaults(frozen.read[year], edition, report, loaded.places, others)
        against = compare_edition(frozen.read[year].stored.snapshot, told.frozen, now)
        return year, list(_faults(told, errata[year], against)), against

    # The last one holds the most, and so begins.
    read = [edition for edition in reversed(in_order) if edition.year in frozen.read]
    many = len(report.initiatives) >= MANY
    return parallel_map(compared, read, enough=1 if many else None)[::-1]


def _faults(
    told: FrozenFaults, errata: Errata | None, against: EditionComparison
) -> Iterator[Issue]:
    read = told.thawed
    yield from _same_edition(read.files, told.edition, read.stored.edition)
    yield from _redacted(read.files, told.edition)
    yield from told.contradictions(_contradictions(read, told.frozen))
    yield from told.foreknown(foreknown(read.stored.snapshot.report, told.day), errata)
    yield from told.rewritten(against, errata)
    yield from told.idle_errata(errata, against)


def _as_stored(
    frozen: FrozenSnapshot,
    edition: Edition,
    errata: Errata | None,
    found: tuple[LaterRecord, ...],
) -> EditionSnapshot:
    return replace(frozen.then(edition), errata=errata, find_since=lambda: found)


def _contradictions(read: FrozenSnapshot, edition: Edition) -> Iterator[Contradiction]:
    stored = read.stored
    yield from contradictions(stored.snapshot, edition, stored.derivation)
    said, follows = stored.notice or "", notice(edition)
    # How it was worded is part of what was frozen; whether it is there follows from the edition.
    if bool(said) != bool(follows) and stored.derivation == DERIVATION:
        yield Contradiction(("notice",), said, language_of(stored.snapshot.report)(follows))


def _tells_of_frozen(error: Issue) -> bool:
    """Return whether an issue is about frozen files, not about content or errata of today."""
    return error.code not in CONTENT_DIFFERS and not error.location.path.endswith(f"/{ERRATA}")


def _leftover_files(files: FrozenEditionFiles) -> Iterator[Issue]:
    for name, content in ((SNAPSHOT, files.snapshot), (DIGEST, files.digest)):
        if content is not None:
            yield Issue(
                "V009",
                files.place(name),
                f"{name} beside an edition whose state is open",
                "these files only with a frozen edition",
                "If it was frozen, restore edition.yml, since freezing cannot be undone. If not, "
                "freeze it with annual-report freeze, or remove the file.",
            )


def _redacted(files: FrozenEditionFiles, edition: Edition) -> Iterator[Issue]:
    for one in edition.redactions:
        yield Issue(
            "V015",
            files.place("edition.yml"),
            f"edition {edition.year}: {counted(one.texts, 'text')} without what was removed on "
            f"{in_english(one.on)} ({one.reason})",
            "an edition that is as it was frozen, but for what had to be removed",
            "Nothing; the page of the edition says so too.",
            Severity.NOTE,
        )


def _same_edition(
    files: FrozenEditionFiles, today: Edition, frozen: Edition | None
) -> Iterator[Issue]:
    step = f"Undo the change, and say what was wrong in errata.md. If {SNAPSHOT} was edited: "
    step += f"{files.restoring}."
    if frozen is None:
        found, wanted = (
            "a snapshot that does not belong to an edition",
            "the edition that was frozen",
        )
        yield Issue("V008", files.place(SNAPSHOT), found, wanted, step)
        return
    for name in Edition.model_fields:
        now, then = getattr(today, name), getattr(frozen, name)
        if now == then:
            continue
        yield Issue(
            "V008",
            files.place("introduction.md" if name == "introduction" else "edition.yml"),
            f"{name} is different in the frozen edition",
            "an edition that says what it said when it was frozen",
            step,
        )
