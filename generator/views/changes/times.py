"""The times between which changes are told: each edition and today, in pairs of neighbors."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class ReportTime:
    """The report as it was at one time: in an edition, or as it is today."""

    then: Snapshot
    edition: EditionSnapshot | None = None
    """None today."""

    @property
    def key(self) -> str:
        """Return what stands for it in addresses: its year, or `today`."""
        return str(self.edition.edition.year) if self.edition else "today"

    @property
    def name(self) -> Text:
        """Return its name in few words."""
        return self.key if self.edition else msg("flow-today")

    @property
    def link(self) -> LinkTo | None:
        """Return the link to the edition; None today."""
        if self.edition is None:
            return None
        about = self.edition.edition
        return LinkTo(about.title, addresses.edition(about.year))


@dataclass(frozen=True, slots=True)
class Interval:
    """From one edition to the next, or from the last one to today."""

    before: ReportTime
    after: ReportTime

    @property
    def address(self) -> str:
        """Return the address of its page, named by its end: it stays if one is put in between."""
        return addresses.changes_up_to(self.after.key)

    @property
    def title(self) -> Text:
        """Return what it is called."""
        if self.after.edition is None:
            return msg("change-to-today", year=self.before.key)
        return msg("change-between", first=self.before.key, last=self.after.key)


def report_times(now: Snapshot, editions: Sequence[EditionSnapshot]) -> tuple[ReportTime, ...]:
    """Return every edition, oldest first, and today; of each what editions hold."""
    return (*(ReportTime(e.then, e) for e in editions), ReportTime(frozen_part(now)))


def intervals(now: Snapshot, editions: Sequence[EditionSnapshot]) -> tuple[Interval, ...]:
    """Return the intervals, oldest first; none where there is no edition."""
    return tuple(Interval(one, two) for one, two in pairwise(report_times(now, editions)))
