"""A long report in volumes: by topic area, then by number, none of more pages than is handy.

How long a volume will be is estimated before it is set: to set a report twice, to know its pages,
would take twice as long. Whoever sets it asks for shorter ones where the estimate was too low.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise
from math import ceil

from generator.views.base.blocks import Refs
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import SwimlaneChart
from generator.views.print.blocks import DrawingBlock, Heading, Part, SwimlaneBlock, TableBlock

MOST_PAGES = 400

_CHARACTERS_A_PAGE = 4000
_ROWS_A_PAGE = 50
_FIGURES_A_PAGE = 6
"""What a page holds, by the reports of 46 and of 500 initiatives, of which it is within 5 %."""

_DIGITS = 4
"""What a source takes where only its number is printed."""

_CUT_LEVEL = 3
"""Before a heading of this level or above, a section too long for a volume may be cut."""

_NOT_PRINTED = frozenset({"kind", "target", "anchor", "axis", "key", "id"})


@dataclass(frozen=True, slots=True)
class VolumeSection:
    """Parts of a report that belong into one volume where they fit."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """One of several volumes."""

    number: int
    of: int
    subject: str
    """What it is about, such as the names of topic areas."""
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """Return what is on its cover."""
        return f"Volume {self.number} of {self.of}: {self.subject}"


def divide(sections: Sequence[VolumeSection], most: float) -> tuple[Volume, ...]:
    """Return a report in as few volumes of estimated pages as keep sections together.

    Sections stay in their order, and share a volume where they fit. One that alone is too long is
    cut into volumes of its own, of about the same length.
    """
    shared: list[list[VolumeSection]] = []
    room = 0.0
    for section in sections:
        pages = estimated_pages(section.parts)
        if pages > most:
            shared += [[piece] for piece in _cut(section, ceil(pages / most))]
            room = 0
        elif pages <= room:
            shared[-1].append(section)
            room -= pages
        else:
            shared.append([section])
            room = most - pages
    return tuple(
        Volume(
            number,
            len(shared),
            "; ".join(section.title for section in together),
            tuple(part for section in together for part in section.parts),
        )
        for number, together in enumerate(shared, start=1)
    )


def _cut(section: VolumeSection, number: int) -> Iterator[VolumeSection]:
    """Yield a section in some pieces of about the same length, cut before headings."""
    starts = [
        place
        for place, part in enumerate(section.parts)
        if isinstance(part, Heading) and part.level <= _CUT_LEVEL
    ]
    ends = [*starts[1:], len(section.parts)]
    lengths = [
        estimated_pages(section.parts[a:b]) for a, b in zip([0, *starts[1:]], ends, strict=True)
    ]
    share = sum(lengths) / number
    cuts, before = [0], 0.0
    for start, length in zip(starts, lengths, strict=True):
        if before + length / 2 > share * len(cuts):
            cuts.append(start)
        before += length
    pieces = list(pairwise([*cuts, len(section.parts)]))
    for place, (first, last) in enumerate(pieces, start=1):
        title = f"{section.title}, part {place} of {len(pieces)}"
        yield VolumeSection(title, section.parts[first:last])


def estimated_pages(parts: Iterable[Part]) -> float:
    """Return about how many pages parts take."""
    return sum(
        _characters(part) / _CHARACTERS_A_PAGE + (1 + _rows(part)) / _ROWS_A_PAGE for part in parts
    )


def _rows(part: Part) -> float:
    match part:
        case TableBlock():
            return len(part.table.rows)
        case SwimlaneBlock():
            return len(part.chart.lanes)
        case DrawingBlock():
            return _ROWS_A_PAGE / _FIGURES_A_PAGE
    return 0


def _characters(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Refs):
        return _DIGITS * len(value.refs)
    if isinstance(value, tuple):
        return sum(map(_characters, value))
    if is_dataclass(value) and not isinstance(value, Drawing | SwimlaneChart):
        printed = (one.name for one in fields(value) if one.name not in _NOT_PRINTED)
        return sum(_characters(getattr(value, name)) for name in printed)
    return 0
