"""The matrix: a row an initiative, its state in each edition and today, its finds, its ideas.

Plain values: whoever prints it draws the states by their outlines, and the strips by their places
in percents of the width. It is a table, so that nothing in it needs another one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.renames import ids_of, state_under
from generator.derive.snapshot.evidence import earliest, find_dates
from generator.derive.snapshot.filled import has_ideas
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Pager, Signal
from generator.views.base.shared import status_signal, to_initiative
from generator.views.charts.time_axis import TimeAxis
from generator.words.message import Text, msg

MOST_IN_ONE = 60
"""Initiatives from which on the front page shows topic areas instead of a matrix of all."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A time at which states are shown: an edition, or today."""

    label: Text
    target: str
    """The page of the edition; empty for today."""


@dataclass(frozen=True, slots=True)
class FindStrip:
    """When anything was found about an initiative, in percents of the strip's width."""

    proposed: float
    finds: tuple[float, ...]
    """From left to right; of those at one place only one."""
    count: int
    newest: str
    """The year of the newest, or the first that it may mean; empty where there is none."""

    @property
    def last(self) -> float:
        """Return where the newest find is."""
        return max((self.proposed, *self.finds))


@dataclass(frozen=True, slots=True)
class IdeaShare:
    """About how many of an initiative's ideas anything was found after they were proposed."""

    found: int
    proposed: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One initiative."""

    id: str
    link: LinkTo
    states: tuple[Signal | None, ...]
    """Its status in each column; None where it was not yet listed."""
    strip: FindStrip | None
    ideas: IdeaShare | None
    """None where it has no ideas."""
    found: date
    """The first day that its newest find may mean; its proposal's, where there is none."""


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """The initiatives of one topic area."""

    area: LinkTo | None
    """None where all are of one."""
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixKey:
    """What one look of a state means, and how many initiatives are in it today."""

    signal: Signal
    count: int
    target: str
    """The list of them; empty where none is in it today."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Initiatives by topic area, each with its states, finds, and ideas."""

    id: str
    caption: Text
    columns: tuple[MatrixColumn, ...]
    """The times of states; none where the report does not speak of statuses."""
    years: tuple[str, str] | None
    """The first and the last year of the strips; None where nothing was ever found."""
    has_ideas: bool
    text: tuple[Text, ...]
    """How to read it, in sentences."""
    groups: tuple[MatrixGroup, ...]
    key: tuple[MatrixKey, ...]
    parts: Pager | None = None
    """The way to its other rows, where they are too many for one page."""

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """Return the rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def beside(self) -> int:
        """Return how many columns it has beside the titles."""
        return len(self.columns) + bool(self.years) + self.has_ideas


def matrix(
    snapshot: Snapshot,
    editions: Sequence[EditionSnapshot],
    matrix_id: str,
    states: Sequence[InitiativeState] | None = None,
) -> Matrix:
    """Return the matrix of some initiatives, or of all of a snapshot.

    Columns that nothing in it fills are left out: states, finds, or ideas.
    """
    shown = snapshot.states if states is None else tuple(states)
    spoken_of = "status" in snapshot.axes
    told = _with_statuses(editions) if spoken_of else ()
    found = {s.initiative.id: find_dates(s.initiative, s.updates, snapshot.day) for s in shown}
    axis = _axis(snapshot, shown) if any(found.values()) else None
    made = _RowMaker(snapshot.day, told if spoken_of else None, axis, has_ideas(snapshot))
    rows = [made.row(state, found[state.initiative.id]) for state in shown]
    key = tuple(_key(rows)) if spoken_of else ()
    return Matrix(
        id=matrix_id,
        caption=msg("matrix-caption"),
        columns=tuple(_columns(told)) if spoken_of else (),
        years=(str(axis.first.year), str(axis.last.year)) if axis else None,
        has_ideas=any(row.ideas for row in rows),
        text=tuple(_text(len(told), key, made)),
        groups=_groups(snapshot, shown, rows),
        key=key,
    )


def part_of(whole: Matrix, start: int, end: int, parts: Pager) -> Matrix:
    """Return the rows from `start` up to, not including, `end`, with the way to the others."""
    ids = {row.id for row in whole.rows[start:end]}
    groups = (
        replace(group, rows=tuple(row for row in group.rows if row.id in ids))
        for group in whole.groups
    )
    return replace(whole, groups=tuple(group for group in groups if group.rows), parts=parts)


def _text(editions: int, key: Sequence[MatrixKey], made: "_RowMaker") -> Iterator[Text]:
    """Yield how to read what is there."""
    if key:
        yield msg("matrix-text", editions=editions)
    if any(one.signal.outdated for one in key):
        yield msg("matrix-text-hatched")
    if made.axis:
        yield msg("matrix-text-finds")
    if made.with_ideas:
        yield msg("matrix-text-ideas")


def _with_statuses(editions: Iterable[EditionSnapshot]) -> tuple[EditionSnapshot, ...]:
    told = (edition for edition in editions if "status" in edition.then.axes)
    return tuple(sorted(told, key=lambda edition: edition.edition.year))


def _columns(editions: Iterable[EditionSnapshot]) -> Iterator[MatrixColumn]:
    for one in editions:
        year = one.edition.year
        yield MatrixColumn(str(year), addresses.edition(year))
    yield MatrixColumn(msg("matrix-today"), "")


def _axis(snapshot: Snapshot, states: Iterable[InitiativeState]) -> TimeAxis:
    """Return whole years from the first proposal to the day of the report."""
    day = snapshot.day
    first = min(earliest(state.initiative.proposed.on, day) for state in states)
    return TimeAxis(date(first.year, 1, 1), date(day.year, 12, 31), 2, 98)


@dataclass(frozen=True, slots=True)
class _RowMaker:
    """Makes rows that share their columns and their axis."""

    day: date
    editions: Sequence[EditionSnapshot] | None
    """Those with states; None where no states are shown."""
    axis: TimeAxis | None
    with_ideas: bool

    def row(self, state: InitiativeState, finds: Sequence[PartialDate]) -> MatrixRow:
        newest = state.evidence.newest
        return MatrixRow(
            id=state.initiative.id,
            link=to_initiative(state.initiative),
            states=tuple(self._states(state)),
            strip=self._strip(state, finds) if self.axis else None,
            ideas=_idea_share(state) if self.with_ideas else None,
            found=earliest(newest or state.initiative.proposed.on, self.day),
        )

    def _states(self, state: InitiativeState) -> Iterator[Signal | None]:
        if self.editions is None:
            return
        for edition in self.editions:
            then = state_under(edition.then, ids_of(state.initiative))
            yield status_signal(then) if then else None
        yield status_signal(state)

    def _strip(self, state: InitiativeState, finds: Sequence[PartialDate]) -> FindStrip:
        assert self.axis is not None  # noqa: S101 - asked by its only caller
        places = {self._place(when) for when in finds}
        newest = state.evidence.newest
        return FindStrip(
            proposed=self._place(state.initiative.proposed.on),
            finds=tuple(sorted(places)),
            count=len(finds),
            newest=str(earliest(newest, self.day).year) if newest else "",
        )

    def _place(self, when: PartialDate) -> float:
        """Return the place of a date: in the middle of the days that it may mean."""
        assert self.axis is not None  # noqa: S101 - as above
        first = earliest(when, self.day)
        return round(self.axis.middle(first, max(first, min(when.last(self.day), self.day))), 1)


def _idea_share(state: InitiativeState) -> IdeaShare | None:
    ages = state.evidence.ideas.values()
    proposed = len(state.initiative.ideas)
    return IdeaShare(sum(not age.at_proposal for age in ages), proposed) if proposed else None


def _groups(
    snapshot: Snapshot, states: Sequence[InitiativeState], rows: Sequence[MatrixRow]
) -> tuple[MatrixGroup, ...]:
    """Return the rows by topic area, in the report's order; without headings where it is one."""
    by_area: dict[str, list[MatrixRow]] = {}
    for state, row in zip(states, rows, strict=True):
        by_area.setdefault(state.initiative.area, []).append(row)
    links: Mapping[str, LinkTo] = {
        area.id: LinkTo(area.short_title, addresses.area(area.id)) for area in snapshot.report.areas
    }
    named = len(by_area) > 1
    return tuple(
        MatrixGroup(links.get(area) if named else None, tuple(found))
        for area, found in by_area.items()
    )


def _key(rows: Sequence[MatrixRow]) -> Iterator[MatrixKey]:
    """Yield the looks of states that occur, with how many initiatives have each today."""
    today = Counter(row.states[-1] for row in rows)
    shown = {one for row in rows for one in row.states if one}
    order = [*Status]
    for one in sorted(shown, key=lambda s: (order.index(Status(s.key)), s.outdated)):
        count = today[one]
        target = addresses.state_list(Status(one.key)) if count else ""
        yield MatrixKey(one, count, target)
