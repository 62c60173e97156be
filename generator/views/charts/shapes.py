"""What drawings are made of.

Across, places are percents of the drawing's width; downwards, they are units of which text is
`TEXT` high. So one drawing fits a telephone and a page of paper: it grows in width, and its words
keep their size.

Shapes are the same in every language, and time runs from left to right in all of them. Words are
placed by a `Letterer` when a drawing is rendered: only then a language says how long they are.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Self, TypeAlias

from generator.model.statuses import Tone
from generator.words.localization import Localization
from generator.words.message import Text

NARROWEST = 280
"""Units of the narrowest drawing that must be readable; wider ones only give more room."""

TEXT = 13
"""Height of the letters' box."""

CHARACTER = 7
"""Width to reckon with for one character, on the safe side of the typeface's mean."""

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Categories of what is above, below or around another character, or cannot be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: str
    tone: Tone = "blue"
    says: Text = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape around a point; `says` is the fact it stands for, as the table has it."""

    x: float
    y: float
    shape: str
    """An outline by its name; no two of one drawing's key share one."""
    tone: Tone = "ink"
    look: Literal["full", "hollow", "vague"] = "full"
    says: Text = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a language beside a point: `shift` units to its right, at the height of their foot.

    They begin, end or have their middle there, from left to right, whatever their script.
    """

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "middle"
    shift: float = 0
    look: Literal["value", "tick", "name", "quiet"] = "value"
    tone: Tone = "ink"
    roomy: bool = False
    """Whether it is shown only where there is more than the narrowest room."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a shape or line of the drawing means: a mark at its middle, or a look of lines."""

    text: Text
    tone: Tone
    mark: Mark | None = None
    line: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The words of a drawing in a language, and the strokes that lead to them."""

    labels: tuple[Label, ...] = ()
    strokes: tuple[Line, ...] = ()


Letterer: TypeAlias = Callable[[Localization], Lettering]
"""Places the words of a drawing in a language."""


def no_lettering(words: Localization) -> Lettering:  # noqa: ARG001 - a Letterer is given it
    """Return no words."""
    return Lettering()


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing with its name, what it shows in sentences, and its key."""

    title: Text
    description: tuple[Text, ...]
    height: float
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    letterer: Letterer = field(default=no_lettering, compare=False)
    key: tuple[KeyEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """The room that something takes in the narrowest drawing, in units from its left and top."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Self) -> bool:
        """Return whether the two share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def placed(
    wanted: Sequence[list[Label]], narrow: list[Box], wide: list[Box], height: float, roomy: float
) -> list[Label]:
    """Return a label of each that has room, the first come first.

    `narrow` and `wide` is what is taken in the narrowest drawing and in one of `roomy` units. What
    has room only in the latter is shown there.
    """
    shown: list[Label] = []
    others: list[list[Label]] = []
    for candidates in wanted:
        fitting = (one for one in candidates if has_room(one, narrow, height))
        label = next((one for one in fitting if has_room(one, wide, height, roomy)), None)
        if label is None:
            others.append([replace(one, roomy=True) for one in candidates])
        else:
            narrow.append(box_of(label))
            wide.append(box_of(label, roomy))
            shown.append(label)
    found = (place(candidates, wide, height, roomy) for candidates in others)
    return [*shown, *filter(None, found)]


def box_of(label: Label, width: float = NARROWEST) -> Box:
    """Return the room of a label in a drawing of `width` units."""
    at = label.x * width / 100 + label.shift
    length = columns(label.text) * CHARACTER
    left = {"start": at, "middle": at - length / 2, "end": at - length}[label.anchor]
    return Box(left, label.y - TEXT + 2, left + length, label.y + 3)


def columns(text: str) -> int:
    """Return how many characters of Latin are as wide as a text.

    What combines with another character takes no room, and a wide one of East Asia that of two.
    """
    return sum(
        1 + (unicodedata.east_asian_width(character) in {"W", "F"})
        for character in text
        if unicodedata.category(character) not in _NO_WIDTH
    )


def on_either_side(label: Label, shift: float) -> list[Label]:
    """Return a label above or below its point, and the same ending and beginning beside that."""
    return [
        label,
        replace(label, anchor="end", shift=shift),
        replace(label, anchor="start", shift=-shift),
    ]


def place(
    candidates: list[Label], taken: list[Box], height: float, width: float = NARROWEST
) -> Label | None:
    """Return the first label that lies inside and meets nothing, and take its room; else None."""
    found = next((one for one in candidates if has_room(one, taken, height, width)), None)
    if found:
        taken.append(box_of(found, width))
    return found


def has_room(label: Label, taken: Sequence[Box], height: float, width: float = NARROWEST) -> bool:
    """Return whether a label lies inside a drawing and meets nothing that is there."""
    box = box_of(label, width)
    inside = box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
    return inside and not any(box.meets(other) for other in taken)
