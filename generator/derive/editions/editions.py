"""The editions of the report as pages and data need them: each with what it held."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from generator.derive.editions.edition_comparison import LaterRecord
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.pruning import without_unused
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.snapshot.visibility import CompleteDates
from generator.model.edition import Edition, Errata
from generator.model.keys import Basis, EditionKind, EditionState
from generator.model.report import Report
from generator.words.message import Text, msg


@dataclass(frozen=True)
class EditionSnapshot:
    """One edition with the report as it was, and what has been found wrong in it since."""

    edition: Edition
    """As it was frozen; as it is today while it is open."""
    then: Snapshot
    errata: Errata | None = None
    find_since: Callable[[], tuple[LaterRecord, ...]] = field(default=tuple, compare=False)
    """Finds what `found_since` returns, which takes a comparison of all records."""
    digest: str = ""
    """The sum of the bytes that `then` was read from; empty unless they are those once frozen."""

    @property
    def found_since(self) -> tuple[LaterRecord, ...]:
        """What today's content knows about its time and it did not hold; of frozen editions."""
        return self.find_since()

    @property
    def is_frozen(self) -> bool:
        """Whether nothing in it can change any more."""
        return self.edition.state is EditionState.FROZEN


def is_reconstruction(now: Snapshot, editions: Iterable[EditionSnapshot]) -> bool:
    """Return whether others compiled a report: an edition is reconstructed, or all updates are."""
    if any(one.edition.kind is EditionKind.RECONSTRUCTED for one in editions):
        return True
    told = now.report.updates
    return bool(told) and all(update.basis is Basis.COMPILED for update in told)


def open_edition(
    report: Report, edition: Edition, complete: CompleteDates | None = None
) -> EditionSnapshot:
    """Return an edition that is not frozen yet, with the report as of its date."""
    then = snapshot(report, edition.as_of, complete=complete)
    return EditionSnapshot(edition, frozen_part(then, edition.introduction))


def shown_on(day: date, editions: Iterable[EditionSnapshot]) -> tuple[EditionSnapshot, ...]:
    """Return the editions as they are shown on a day: errata of a later day are left out."""
    return tuple(_shown_on(day, edition) for edition in editions)


def _shown_on(day: date, edition: EditionSnapshot) -> EditionSnapshot:
    errata = edition.errata
    if errata is None or all(erratum.on <= day for erratum in errata.errata):
        return edition
    kept = tuple(erratum for erratum in errata.errata if erratum.on <= day)
    return replace(edition, errata=errata.model_copy(update={"errata": kept}) if kept else None)


def with_needs_of(editions: Iterable[EditionSnapshot], now: Snapshot, whole: Report) -> Snapshot:
    """Return the living report with what pages of its editions lead to as well.

    An edition may rest on a source, or name a post, that today only records of a later day use.
    """
    organization, shown = whole.organization, now.report.organization
    kinds = ("units", "posts", "partners")
    parts = [(whole.sources, now.report.sources)]
    parts += [(getattr(organization, k), getattr(shown, k)) for k in kinds]
    if all(len(all_) == len(seen) for all_, seen in parts):
        return now
    beside = [(e.then.report, _prose_files(e)) for e in editions]
    return replace(now, report=without_unused(whole, now.report, now.day, beside))


def _prose_files(edition: EditionSnapshot) -> str:
    """Return the prose of an edition that is beside its snapshot."""
    return "\n".join((edition.edition.introduction, edition.errata.body if edition.errata else ""))


def notice(edition: Edition) -> Text:
    """Return what an edition must not be taken for; nothing for one that was published."""
    if edition.kind is EditionKind.PUBLISHED:
        return ""
    year = str(edition.year)
    if edition.frozen_on is None:
        return msg("edition-notice", date=edition.as_of, year=year)
    made = str(edition.frozen_on.year)
    return msg("edition-notice-made", made=made, date=edition.as_of, year=year)
