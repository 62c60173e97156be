"""Where the words of a measure's chart are: beside what they name, never over one another."""

from collections.abc import Sequence
from operator import attrgetter

from generator.views.charts.shapes import (
    NARROWEST,
    Bar,
    Box,
    Label,
    Mark,
    box_of,
    on_either_side,
    placed,
)

RADIUS = 6
ROOMY = 480
"""Units across that a chart has at least where roomy labels are shown."""
MOST_LABELLED = 12
"""Points up to which every one has its figure beside it; of more, the outstanding ones."""


def chart_labels(
    bars: Sequence[Bar],
    marks: Sequence[Mark],
    dates: Sequence[Label],
    names: Sequence[tuple[Sequence[Mark], str]],
    height: float,
) -> tuple[Label, ...]:
    """Return the labels that have room, the dates first: those say when, and are all there.

    `names` are the points of each line with its name. What has room only in a wider drawing is
    shown there.
    """
    wanted = _wanted(bars, marks, names)
    narrow, wide = (_taken(bars, marks, dates, width) for width in (NARROWEST, ROOMY))
    return (*dates, *placed(wanted, narrow, wide, height, ROOMY))


def _wanted(
    bars: Sequence[Bar], marks: Sequence[Mark], names: Sequence[tuple[Sequence[Mark], str]]
) -> list[list[Label]]:
    """Return the places each label may take, the best first, the most telling label first."""
    return [
        *([label for mark in mine for label in _beside(mark, name)] for mine, name in names),
        *(_around(mark) for mark in _by_weight(bars, marks)),
    ]


def _taken(
    bars: Sequence[Bar], marks: Sequence[Mark], labels: Sequence[Label], width: float
) -> list[Box]:
    """Return the room that is taken in a drawing of `width` units."""
    share = width / 100
    return [
        *(
            Box(m.x * share - RADIUS, m.y - RADIUS, m.x * share + RADIUS, m.y + RADIUS)
            for m in marks
        ),
        *(Box(b.x * share, b.y, (b.x + b.width) * share, b.y + b.height) for b in bars),
        *(box_of(label, width) for label in labels),
    ]


def _by_weight(bars: Sequence[Bar], marks: Sequence[Mark]) -> list[Mark]:
    """Return what gets a figure, the most telling first: targets, the ends, the extremes."""
    tops = [Mark(round(b.x + b.width / 2, 2), b.y, "circle", b.tone, says=b.says) for b in bars]
    points = [*tops, *(m for m in marks if m.shape not in {"diamond", "planned"})]
    targets = [m for m in marks if m.shape in {"diamond", "planned"}]
    if not points:
        return targets
    height = attrgetter("y")
    in_time = sorted(points, key=lambda m: (m.x, m.y))
    changed = [in_time[-1], in_time[0], min(points, key=height), max(points, key=height)]
    rest = in_time if len(points) <= MOST_LABELLED else []
    return list(dict.fromkeys([*changed, *targets, *rest]))


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
        *on_either_side(Label(mark.x, above, words, tone=mark.tone), 8),
        Label(mark.x, mark.y + 4, words, "end", -10, tone=mark.tone),
        Label(mark.x, mark.y + 4, words, "start", 10, tone=mark.tone),
        *on_either_side(Label(mark.x, below, words, tone=mark.tone), 8),
        Label(mark.x, below + 15, words, "end", 8, tone=mark.tone),
    ]


def _beside(mark: Mark, name: str) -> list[Label]:
    rows = (mark.y - 25, mark.y + 34, mark.y - 10, mark.y + 19)
    named = (Label(mark.x, y, name, look="name", tone=mark.tone) for y in rows)
    return [label for one in named for label in on_either_side(one, 8)]
