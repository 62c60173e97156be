"""A long report in volumes: by topic area, then by number, none of more pages than is handy.

How long a volume will be is estimated before it is set: to set a report twice, to know its pages,
would take twice as long. Whoever sets it asks for shorter ones where the estimate was too low.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import ceil

from generator.model.dates import PartialDate
from generator.views.base.blocks import Phrase, Refs
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import SwimlaneChart
from generator.views.print.blocks import DrawingBlock, Heading, Part, SwimlaneBlock, TableBlock
from generator.words.localization import Localization
from generator.words.message import Listing, Message, Money, Text, listing, msg

MOST_PAGES = 400

_CHARACTERS_A_PAGE = 4800
_ROWS_A_PAGE = 60
_FIGURES_A_PAGE = 6
"""What a page holds, by the reports of 46 and of 200 initiatives, of which it is within 5 %."""

_DIGITS = 4
"""What a source takes where only its number is printed."""

_CUT_LEVEL = 3
"""Before a heading of this level or above, a section too long for a volume may be cut."""

_NOT_PRINTED = frozenset({"kind", "target", "anchor", "axis", "key", "id"})


@dataclass(frozen=True, slots=True)
class VolumeSection:
    """Parts of a report that belong into one volume where they fit."""

    title: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class VolumeName:
    """Which volume it is, of how many, and what it is about."""

    number: int
    of: int
    subject: Text
    """Such as the names of topic areas."""

    @property
    def title(self) -> Message:
        """Return what is on its cover."""
        return msg("print-volume", number=str(self.number), of=str(self.of), subject=self.subject)


@dataclass(frozen=True, slots=True)
class Volume:
    """One of several volumes."""

    name: VolumeName
    parts: tuple[Part, ...]


def divide(
    sections: Sequence[VolumeSection], most: float, words: Localization
) -> tuple[Volume, ...]:
    """Return a report in as few volumes of estimated pages as keep sections together.

    Sections stay in their order, and share a volume where they fit. One that alone is too long is
    cut into volumes of its own, of about the same length.
    """
    shared: list[list[VolumeSection]] = []
    room = 0.0
    for section in sections:
        pages = estimated_pages(section.parts, words)
        if pages > most:
            shared += [[piece] for piece in _cut(section, ceil(pages / most), words)]
            room = 0
        elif pages <= room:
            shared[-1].append(section)
            room -= pages
        else:
            shared.append([section])
            room = most - pages
    return tuple(
        Volume(
            VolumeName(number, len(shared), listing((one.title for one in together), "apart")),
            tuple(part for section in together for part in section.parts),
        )
        for number, together in enumerate(shared, start=1)
    )


def _cut(section: VolumeSection, number: int, words: Localization) -> Iterator[VolumeSection]:
    """Yield a section in some pieces of about the same length, cut before headings."""
    starts = [
        place
        for place, part in enumerate(section.parts)
        if isinstance(part, Heading) and part.level <= _CUT_LEVEL
    ]
    ends = [*starts[1:], len(section.parts)]
    lengths = [
        estimated_pages(section.parts[a:b], words)
        for a, b in zip([0, *starts[1:]], ends, strict=True)
    ]
    share = sum(lengths) / number
    cuts, before = [0], 0.0
    for start, length in zip(starts, lengths, strict=True):
        if before + length / 2 > share * len(cuts):
            cuts.append(start)
        before += length
    pieces = list(pairwise([*cuts, len(section.parts)]))
    for place, (first, last) in enumerate(pieces, start=1):
        title = msg("print-volume-part", title=section.title, part=str(place), of=str(len(pieces)))
        yield VolumeSection(title, section.parts[first:last])


def estimated_pages(parts: Iterable[Part], words: Localization) -> float:
    """Return about how many pages parts take in a language."""
    return sum(
        _characters(part, words) / _CHARACTERS_A_PAGE + (1 + _rows(part)) / _ROWS_A_PAGE
        for part in parts
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


def _characters(value: object, words: Localization) -> int:
    """Return how many characters of a value are printed."""
    inside: Iterable[object] = ()
    match value:
        case str() | Decimal() | date() | PartialDate() | Message() | Listing() | Money():
            return len(words(value))
        case Refs():
            return _DIGITS * len(value.refs)
        case Phrase():
            places = ((name, "") for name, _ in value.parts)
            bare = Message(value.message.id, (*value.message.values, *places))
            inside = (bare, *(piece for _, piece in value.parts))
        case tuple():
            inside = value
        case Drawing() | SwimlaneChart():
            pass
        case _ if is_dataclass(value):
            printed = (one.name for one in fields(value) if one.name not in _NOT_PRINTED)
            inside = (getattr(value, name) for name in printed)
    return sum(_characters(item, words) for item in inside)
