"""Long pages in parts: tables that would make a page heavy go on at numbered pages, by one rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Pager, Table
from generator.views.base.page import Page
from generator.views.changes.change_groups import ChangeGroup
from generator.views.charts.matrix import Matrix, part_of
from generator.words.message import Text, msg

ROWS_A_PART = 300
"""Rows of one table that a page shows; of the heaviest kind they weigh about one megabyte."""

CELLS_A_PAGE = 5_000
"""Cells of all tables of a page together, again about a megabyte; else each shows fewer rows."""

CELLS_A_TELLING = 6
"""What the sentences about one initiative weigh beside cells."""

LEAST = 10
"""Rows that a page shows of each table, however many tables it has."""

ALWAYS_WHOLE = frozenset({"initiative", "moved"})
"""Templates of pages about one thing, whose tables do not grow with the report."""

Long = Table | ChangeGroup | Matrix


@dataclass(frozen=True, slots=True)
class RowRange:
    """A range of rows: from `start` up to, not including, `end`, and links to the others."""

    start: int
    end: int
    target: str
    shown: Text
    """Which rows they are, as "301 to 600 of 4,812"."""
    parts: Pager


@dataclass(frozen=True, slots=True)
class PartView:
    """A further part of a long table or matrix, or of a long group of changes."""

    title: Text
    table: Table | None
    group: ChangeGroup | None
    matrix: Matrix | None
    parts: Pager


def in_parts(page: Page) -> Iterator[Page]:
    """Yield a page and, where its tables are long, a page for each further part of them.

    A page whose tables are short enough comes back as it is.
    """
    if page.template in ALWAYS_WHOLE:
        yield page
        return
    found = {id(one): one for one in _long_ones(page.view)}
    most = _most_rows([(len(_rows(one)), _across(one)) for one in found.values()])
    cut = {key: one for key, one in found.items() if len(_rows(one)) > most}
    if not cut:
        yield page
        return
    firsts = {key: _row_range(page, one, most, 0) for key, one in cut.items()}
    yield replace(page, view=_with(page.view, firsts))
    for one in cut.values():
        yield from _further(page, one, most)


def row_ranges(
    number: int, first: int, page: str, anchor: str, folder: str
) -> tuple[RowRange, ...]:
    """Return `number` rows in portions: `first` of them on the page itself, then equal parts.

    Further parts have addresses below `folder`; `anchor` is where the rows are on the page.
    """
    starts = [0, *range(first, number, ROWS_A_PART)]
    ends = [*starts[1:], number]
    targets = [f"{page}#{anchor}", *(addresses.part(folder, n) for n in range(2, len(starts) + 1))]
    spans = list(zip(starts, ends, targets, strict=True))
    links = [LinkTo(msg("part-rows", first=s + 1, last=e), target) for s, e, target in spans]
    return tuple(
        RowRange(
            start,
            end,
            target,
            msg("part-rows-of", first=start + 1, last=end, whole=number),
            _around(links, n),
        )
        for n, (start, end, target) in enumerate(spans)
    )


def _around(links: Sequence[LinkTo], here: int) -> Pager:
    return Pager(
        shown=links[here].text,
        before=links[here - 1] if here else None,
        after=links[here + 1] if here + 1 < len(links) else None,
        others=tuple(links),
    )


def _rows(one: Long) -> Sequence[object]:
    return one.subjects if isinstance(one, ChangeGroup) else one.rows


def _across(one: Long) -> int:
    match one:
        case Table():
            return len(one.columns)
        case Matrix():
            return one.beside + 1
        case ChangeGroup():
            return CELLS_A_TELLING


def _most_rows(sizes: Sequence[tuple[int, int]]) -> int:
    """Return how many rows a page shows of each of its tables, given their rows and columns."""
    most = ROWS_A_PART
    while most > LEAST and sum(min(rows, most) * wide for rows, wide in sizes) > CELLS_A_PAGE:
        most = max(LEAST, most * 9 // 10)
    return most


def _long_ones(value: object) -> Iterator[Long]:
    """Yield every table and group of changes of a view, in its order."""
    if isinstance(value, Table | ChangeGroup | Matrix):
        yield value
        if isinstance(value, ChangeGroup) and value.list:
            yield value.list
    elif isinstance(value, tuple):
        for one in value:
            yield from _long_ones(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _long_ones(getattr(value, field.name))


def _with(value: object, firsts: Mapping[int, Long]) -> object:
    """Return a view with its long tables cut; what holds none of them stays the same object."""
    if id(value) in firsts:
        return firsts[id(value)]
    if isinstance(value, tuple):
        made = tuple(_with(one, firsts) for one in value)
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if isinstance(value, Table | Matrix) or not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = _with(before, firsts)
        if after is not before:
            changed[field.name] = after
    return replace(value, **changed) if changed else value


def _split(page: Page, one: Long, most: int) -> tuple[RowRange, ...]:
    anchor = one.anchor if isinstance(one, ChangeGroup) else one.id
    name = anchor.removesuffix("-table") if isinstance(one, Table) else anchor
    return row_ranges(len(_rows(one)), most, page.target, anchor, f"{page.target}{name}/")


def _row_range(page: Page, one: Long, most: int, number: int) -> Long:
    portion = _split(page, one, most)[number]
    if isinstance(one, Table):
        further = msg("part-caption", name=one.caption, rows=portion.shown)
        caption = further if number else one.caption
        rows = one.rows[portion.start : portion.end]
        return replace(one, rows=rows, caption=caption, parts=portion.parts)
    if isinstance(one, Matrix):
        return part_of(one, portion.start, portion.end, portion.parts)
    tellings = one.subjects[portion.start : portion.end]
    return replace(one, subjects=tellings, parts=portion.parts)


def _further(page: Page, one: Long, most: int) -> Iterator[Page]:
    name = one.heading if isinstance(one, ChangeGroup) else one.caption
    for number, portion in enumerate(_split(page, one, most)):
        if not number:
            continue
        title = msg("part-title", page=page.title, name=name, rows=portion.shown)
        made = _row_range(page, one, most, number)
        yield Page(
            portion.target,
            "part",
            title,
            msg("part-description", page=page.title),
            PartView(
                title,
                made if isinstance(made, Table) else None,
                made if isinstance(made, ChangeGroup) else None,
                made if isinstance(made, Matrix) else None,
                portion.parts,
            ),
            (*page.crumbs, LinkTo(page.title, page.target)),
            searchable=False,
            wide=page.wide,
            frame=page.frame,
            section=page.section,
        )
