"""Every word can be read and every shape told, on paper, in greyscale and by weak eyes.

Contrast is computed as WCAG 2.2 defines it (relative luminance, contrast ratio); the limits are
those of its criteria 1.4.3 for text and 1.4.11 for graphics.
"""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from pdf.papers import NAMES, paper
from pdf.tagged import Tagged

from generator.model.statuses import SIGNALS
from generator.render.pdf.marks import PALETTE, mark_svg, signal_svg
from generator.views.base.shared import signal
from generator.views.charts.shapes import KeyEntry
from generator.views.print.blocks import DrawingBlock, Key, SwimlaneBlock

GROUNDS = ("paper", "wash")
ORNAMENTS = {"rule"}
"""Hairlines between rows, which tell nothing that the space between them does not."""

DASHED_COURSES = {"amber", "green", "violet"}
"""Tones whose lines the template dashes, each in its own rhythm; lines of others are whole."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colors, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Return a color's relative luminance, from 0 to 1."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_contrast_is_computed_as_defined() -> None:
    """Black on white is the most there is, and a gray between them is known."""
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_word_can_be_read(name: str) -> None:
    """All text of the finished file is in a color of the palette that both grounds bear."""
    used = {run.color for run in Tagged(paper(name).pdf.content).runs}
    palette = json.loads(paper(name).printed.data)["palette"]
    weak = {
        (color, ground)
        for color in used
        for ground in GROUNDS
        if contrast(color, PALETTE[ground]) < 4.5
    }

    assert used <= set(palette.values())
    assert len(used) > 3
    assert weak == set()


@pytest.mark.parametrize("name", sorted(PALETTE.keys() - {*GROUNDS, *ORNAMENTS}))
def test_every_shape_can_be_seen(name: str) -> None:
    """Marks, bars and lines stand out from their ground."""
    assert min(contrast(PALETTE[name], PALETTE[ground]) for ground in GROUNDS) >= 3


def without_color(svg: str) -> str:
    """Return a shape as greyscale print shows it at worst: one gray for all inks."""
    paper_white = PALETTE["paper"]
    return re.sub(r"#[0-9a-f]{6}", lambda hue: hue[0] if hue[0] == paper_white else "ink", svg)


@pytest.mark.parametrize("axis", SIGNALS)
def test_signals_differ_by_shape(axis: str) -> None:
    """No two signals of an axis share an outline, so color need not tell them apart."""
    signals = [signal(state) for state in SIGNALS[axis]]
    shapes = Counter(without_color(signal_svg(one)) for one in signals)

    assert max(shapes.values()) == 1
    assert all(signal_svg(replace(one, outdated=True)) != signal_svg(one) for one in signals)
    assert {state.tone for state in SIGNALS[axis]} <= PALETTE.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_keys_of_drawings_differ_by_shape(name: str) -> None:
    """In the key of every drawing each entry looks its own way without its color."""
    parts = paper(name).document.parts
    keys = [part.entries for part in parts if isinstance(part, Key)]
    keys += [part.drawing.key for part in parts if isinstance(part, DrawingBlock)]
    keys += [
        lane.drawing.key for p in parts if isinstance(p, SwimlaneBlock) for lane in p.chart.lanes
    ]
    alike = [look for key in keys for look, number in Counter(map(grey, key)).items() if number > 1]

    assert alike == []


def grey(entry: KeyEntry) -> tuple[str, str, str, str]:
    """Return how an entry of a key looks in greyscale."""
    rhythm = entry.tone if entry.line == "course" and entry.tone in DASHED_COURSES else ""
    mark = without_color(mark_svg(entry.mark)) if entry.mark else ""
    return mark, entry.bar, entry.line, rhythm
