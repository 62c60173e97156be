"""Where the words of a measure's chart stand: beside what they name, never over one another."""

from collections.abc import Sequence

from generator.pages.drawings.shapes import NARROWEST, Bar, Box, Label, Mark, box_of, place

RADIUS = 6
MOST_LABELLED = 12
"""Points up to which every one has its figure beside it; of more, the outstanding ones."""


def chart_labels(
    bars: Sequence[Bar],
    marks: Sequence[Mark],
    dates: Sequence[Label],
    names: Sequence[tuple[Mark, str]],
    height: float,
) -> tuple[Label, ...]:
    """Return the labels that have room, the dates first: those say when, and are all there."""
    taken = [_room(mark) for mark in marks] + [_room_of_bar(bar) for bar in bars]
    taken += [box_of(label) for label in dates]
    made: list[Label] = list(dates)
    for spot in _by_weight(bars, marks):
        label = place(_around(spot), taken, height)
        made += [label] if label else []
    for mark, name in names:
        label = place(_beside(mark, name), taken, height)
        made += [label] if label else []
    return tuple(made)


def _room(mark: Mark) -> Box:
    x = mark.x * NARROWEST / 100
    return Box(x - RADIUS, mark.y - RADIUS, x + RADIUS, mark.y + RADIUS)


def _room_of_bar(bar: Bar) -> Box:
    left, right = bar.x * NARROWEST / 100, (bar.x + bar.width) * NARROWEST / 100
    return Box(left, bar.y, right, bar.y + bar.height)


def _by_weight(bars: Sequence[Bar], marks: Sequence[Mark]) -> list[Mark]:
    """Return what gets a figure, the most telling first: targets, the ends, the extremes."""
    tops = [Mark(round(b.x + b.width / 2, 2), b.y, "circle", b.tone, says=b.says) for b in bars]
    points = [*tops, *(m for m in marks if m.shape not in {"diamond", "planned"})]
    targets = [m for m in marks if m.shape in {"diamond", "planned"}]
    if not points:
        return targets
    in_time = sorted(points, key=lambda m: (m.x, m.y))
    telling = [in_time[-1], in_time[0], min(points, key=_height), max(points, key=_height)]
    rest = in_time if len(points) <= MOST_LABELLED else []
    return list(dict.fromkeys([*telling, *targets, *rest]))


def _height(mark: Mark) -> float:
    return mark.y


def _around(mark: Mark) -> list[Label]:
    words = mark.says.rpartition(": ")[2]
    if mark.shape == "diamond":
        words = f"target {words}"
    elif mark.shape == "planned":
        words = f"earlier target {words}"
    elif mark.shape == "ring":
        words = f"baseline {words}"
    above, below = mark.y - 10, mark.y + 19
    return [
        Label(mark.x, above, words, tone=mark.tone),
        Label(mark.x, above, words, "end", 8, tone=mark.tone),
        Label(mark.x, above, words, "start", -8, tone=mark.tone),
        Label(mark.x, mark.y + 4, words, "end", -10, tone=mark.tone),
        Label(mark.x, mark.y + 4, words, "start", 10, tone=mark.tone),
        Label(mark.x, below, words, tone=mark.tone),
        Label(mark.x, below, words, "end", 8, tone=mark.tone),
        Label(mark.x, below, words, "start", -8, tone=mark.tone),
    ]


def _beside(mark: Mark, name: str) -> list[Label]:
    rows = (mark.y - 24, mark.y + 33, mark.y - 10, mark.y + 19)
    at_end = [Label(mark.x, y, name, "end", 8, "name", mark.tone) for y in rows]
    return [*at_end, *(Label(mark.x, y, name, "start", -8, "name", mark.tone) for y in rows)]
