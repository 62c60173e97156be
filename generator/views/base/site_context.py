"""What the pages of a site are made from, and what several of them need, worked out once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import FlatTable
from generator.derive.translations import TranslationCounts
from generator.views.base.access_results import AccessResults
from generator.views.print.download import Download

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenData:
    """The report as open data."""

    tables: tuple[FlatTable, ...]
    files: Mapping[str, bytes]
    """By address; written with the page of open data."""
    sizes: Mapping[str, int]
    """Bytes of every file that is offered, those of frozen editions included, by address."""


@dataclass(frozen=True)
class SiteContext:
    """The living report, its editions, and what the site offers beside its pages."""

    now: Snapshot
    editions: tuple[EditionSnapshot, ...] = ()
    downloads: tuple[Download, ...] = ()
    open_data: Callable[[Snapshot], OpenData] | None = None
    """Makes the files of open data; without it there is no page of them."""
    counts: TranslationCounts | None = None
    """How much of it is translated; None in the language in which it was written."""
    access_results: AccessResults | None = None
    """What the program's tests of access found; without them there is no page of them."""
    _derived: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def data(self) -> OpenData:
        """Return the open data; raises ValueError where none is offered."""
        if self.open_data is None:
            raise ValueError("no open data is offered")
        return self.once(self.open_data)

    def once(self, derive: Callable[[Snapshot], T]) -> T:
        """Return what `derive` makes of the living report, made when it is first asked for."""
        if derive not in self._derived:
            self._derived[derive] = derive(self.now)
        return cast("T", self._derived[derive])
