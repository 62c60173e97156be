"""How a whole is parted at one time after another, and what flows from part to part between them.

Times are columns from left to right, parts are bars one below the other, flows are bands between
them. Heights are exactly as the counts are; a small part has room below it for its words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Literal

from generator.model.statuses import Tone
from generator.views.charts.shapes import CHARACTER, Bar, Label, Letterer, Lettering, columns
from generator.words.localization import Localization
from generator.words.message import Text

HEIGHT, TOP, GAP, LEAST = 420.0, 24.0, 5.0, 19.0
"""Of the drawing, of its heading, between parts, and of the room of a part, in units."""
LAST = 66.0
"""Where the last column is, in percents of the width; right of it is room for its words."""
THICK = 2.2
"""How wide the bar of a part is, in percents."""
GLYPH = 16
"""Width of the shape beside a bar."""
LINE = 15
"""Height of a line of words."""
ROOMY = 660
"""Units of the narrowest drawing in which parts have their names beside them: on paper."""


@dataclass(frozen=True, slots=True)
class FlowPart:
    """A part of the whole at one time."""

    label: Text
    count: int
    shape: str
    """An outline of signals by its name; no two parts of one time share one."""
    tone: Tone
    look: Literal["full", "vague", "apart"]


@dataclass(frozen=True, slots=True)
class FlowColumn:
    """One time, with the parts of the whole that there were then, from top to bottom."""

    name: Text
    parts: tuple[FlowPart, ...]


@dataclass(frozen=True, slots=True)
class FlowInput:
    """How many went from a part of a column, by its place there, to one of the next column."""

    before: int
    after: int
    count: int
    target: str
    says: Text


@dataclass(frozen=True, slots=True)
class FlowBand:
    """A band between two bars: an outline on a field of 1000 by `HEIGHT`, and where it leads."""

    path: str
    tone: Tone
    target: str
    says: Text


@dataclass(frozen=True, slots=True)
class FlowGlyph:
    """The shape of a part, right of its bar."""

    x: float
    y: float
    shape: str
    tone: Tone
    look: str
    says: Text


@dataclass(frozen=True, slots=True)
class FlowChart:
    """A drawing of flows."""

    title: Text
    bars: tuple[Bar, ...]
    bands: tuple[FlowBand, ...]
    glyphs: tuple[FlowGlyph, ...]
    key: tuple[FlowGlyph, ...]
    """What each shape stands for, once."""
    letterer: Letterer = field(compare=False)
    height: float = HEIGHT


def flow_chart(
    title: Text, times: Sequence[FlowColumn], flows: Sequence[Sequence[FlowInput]]
) -> FlowChart:
    """Return the drawing; `flows` has those from each column to the next, in the order of both."""
    scale = _Scale.of(times)
    tops = [_tops(scale, column) for column in times]
    bars = [
        _bar(scale, number, part, top)
        for number, column in enumerate(times)
        for part, top in zip(column.parts, tops[number], strict=True)
    ]
    bands = [
        band
        for number, found in enumerate(flows)
        for band in _bands(scale, number, times, tops, found)
    ]
    glyphs = [
        _glyph(part, scale.right(number), top)
        for number, column in enumerate(times)
        for part, top in zip(column.parts, tops[number], strict=True)
    ]
    key = {part.label: _glyph(part) for column in times for part in column.parts}
    letterer = _Letterer(scale, tuple(times), tops)
    return FlowChart(title, tuple(bars), tuple(bands), tuple(glyphs), tuple(key.values()), letterer)


def _glyph(part: FlowPart, x: float = 0, y: float = 0) -> FlowGlyph:
    return FlowGlyph(x, y, part.shape, part.tone, part.look, part.label)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where columns are, and how high one of the whole is."""

    columns: int
    unit: float
    least: float

    @classmethod
    def of(cls, times: Sequence[FlowColumn]) -> "_Scale":
        """Return the largest scale on which the parts of every time fit below each other."""
        most = max(len(column.parts) for column in times)
        room = HEIGHT - TOP
        least = min(LEAST, room / most - GAP - 1)
        low, high = 0.0, room
        for _ in range(40):
            middle = (low + high) / 2
            fits = all(cls(1, middle, least).needs(column) <= room for column in times)
            low, high = (middle, high) if fits else (low, middle)
        return cls(len(times), low, least)

    def needs(self, column: FlowColumn) -> float:
        """Return how much room the parts of a column take."""
        return sum(self.slot(part.count) + GAP for part in column.parts)

    def slot(self, count: int) -> float:
        """Return the room of a part."""
        return max(count * self.unit, self.least)

    def left(self, column: int) -> float:
        """Return where the bars of a column begin."""
        return round(LAST * column / max(self.columns - 1, 1), 2)

    def right(self, column: int) -> float:
        """Return where they end."""
        return round(self.left(column) + THICK, 2)


def _tops(scale: _Scale, column: FlowColumn) -> list[float]:
    """Return where each part of a column begins, from the top."""
    found, top = [], TOP
    for part in column.parts:
        found.append(round(top, 2))
        top += scale.slot(part.count) + GAP
    return found


def _bar(scale: _Scale, number: int, part: FlowPart, top: float) -> Bar:
    height = round(max(part.count * scale.unit, 1.5), 2)
    return Bar(scale.left(number), top, THICK, height, part.look, part.tone, part.count)


def _bands(
    scale: _Scale,
    number: int,
    times: Sequence[FlowColumn],
    tops: Sequence[Sequence[float]],
    flows: Sequence[FlowInput],
) -> list[FlowBand]:
    """Return the bands from a column to the next, one below the other at both ends."""
    ends_before = _stacked(scale, tops[number], {(f.before, f.after): f for f in flows})
    ends_after = _stacked(scale, tops[number + 1], {(f.after, f.before): f for f in flows})
    left, right = scale.right(number) * 10, scale.left(number + 1) * 10
    return [
        FlowBand(
            _outline(
                (left, ends_before[flow.before, flow.after]),
                (right, ends_after[flow.after, flow.before]),
                max(flow.count * scale.unit, 1),
            ),
            times[number + 1].parts[flow.after].tone,
            flow.target,
            flow.says,
        )
        for flow in flows
    ]


def _stacked(
    scale: _Scale, tops: Sequence[float], flows: Mapping[tuple[int, int], FlowInput]
) -> dict[tuple[int, int], float]:
    """Return where each flow begins at one end: by the part there, then by that at the other."""
    used: dict[int, float] = {}
    found = {}
    for here, there in sorted(flows):
        found[here, there] = tops[here] + used.get(here, 0)
        used[here] = used.get(here, 0) + flows[here, there].count * scale.unit
    return found


def _outline(begin: tuple[float, float], end: tuple[float, float], thick: float) -> str:
    (x1, y1), (x2, y2) = begin, end
    middle = (x1 + x2) / 2
    there = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    low1, low2 = y1 + thick, y2 + thick
    return (
        f"{there}V{low2:.1f}C{middle:.1f} {low2:.1f} {middle:.1f} {low1:.1f} {x1:.1f} {low1:.1f}Z"
    )


@dataclass(frozen=True, slots=True)
class _Letterer:
    """Places the words: times above, at each part its count and, where there is room, its name."""

    scale: _Scale
    times: tuple[FlowColumn, ...]
    tops: Sequence[Sequence[float]]

    def __call__(self, words: Localization) -> Lettering:
        """Return the labels in a language."""
        heads = [
            Label(self.scale.left(n), 13, words(time.name), "start", look="name")
            for n, time in enumerate(self.times)
        ]
        parts = [
            label
            for number, time in enumerate(self.times)
            for part, top in zip(time.parts, self.tops[number], strict=True)
            for label in self._part(words, number, part, top)
        ]
        return Lettering((*heads, *parts))

    def _part(self, words: Localization, number: int, part: FlowPart, top: float) -> list[Label]:
        x, count = self.scale.right(number), words(part.count)
        shift = GLYPH + 8
        found = [Label(x, top + 13, count, "start", shift)]
        shift += columns(count) * CHARACTER + 5
        end = 100 if number + 1 == len(self.times) else self.scale.left(number + 1)
        room = (end - x) * ROOMY / 100 - shift - 4
        lines = wrap(words(part.label), max(1, int(room / CHARACTER)))
        if len(lines) * LINE <= self.scale.slot(part.count) + GAP:
            found += [
                Label(x, top + 13 + LINE * n, line, "start", shift, "quiet", roomy=True)
                for n, line in enumerate(lines)
            ]
        return found
