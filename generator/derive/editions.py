"""The editions of the report as pages and data need them: each with what it held."""

from dataclasses import dataclass
from itertools import pairwise

from generator.derive.frozen_part import frozen_part
from generator.derive.rewriting import Found
from generator.derive.snapshot import Snapshot, snapshot
from generator.derive.visibility import Settled
from generator.derive.wording import date_words
from generator.model.edition import Edition, Errata
from generator.model.keys import EditionKind, EditionState
from generator.model.report import Report


@dataclass(frozen=True)
class EditionThen:
    """One edition with the report as it stood, and what has been found wrong in it since."""

    edition: Edition
    """As it was frozen; as it stands today while it is open."""
    then: Snapshot
    errata: Errata | None = None
    found_since: tuple[Found, ...] = ()
    """What today's content knows about its time and it did not hold; of frozen editions."""
    digest: str = ""
    """The sum of the bytes that `then` was read from; empty unless they are those once frozen."""

    @property
    def is_frozen(self) -> bool:
        """Whether nothing in it can change any more."""
        return self.edition.state is EditionState.FROZEN


def open_edition(report: Report, edition: Edition, settled: Settled | None = None) -> EditionThen:
    """Return an edition that is not frozen yet, with the report as of its date."""
    then = snapshot(report, edition.as_of, settled=settled)
    return EditionThen(edition, frozen_part(then, edition.introduction))


def neighbours(editions: tuple[EditionThen, ...]) -> tuple[tuple[EditionThen, EditionThen], ...]:
    """Return every edition with the one before it, in order."""
    return tuple(pairwise(editions))


def notice(edition: Edition) -> str:
    """Return what an edition must not be taken for; nothing for one that the City published."""
    when = date_words(edition.as_of)
    if edition.kind is EditionKind.PUBLISHED:
        return ""
    made = f" in {edition.frozen_on.year}" if edition.frozen_on else ""
    return (
        f"Reconstructed{made} from public sources, as things stood in {when}. "
        f"This is not the City's {edition.year} report."
    ).replace("in about", "about")
