"""A drawing of flows: heights are as the counts are, and nothing is outside or covered."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.charts.flow_chart import (
    HEIGHT,
    LAST,
    TOP,
    FlowChart,
    FlowColumn,
    FlowInput,
    FlowPart,
    flow_chart,
)
from generator.words.localization import Localization
from tests.spoken import ENGLISH

SHAPES = ("ring", "half", "target", "square", "dash", "box")


def drawn(matrices: list[list[list[int]]]) -> FlowChart:
    """Return the drawing of flows, one matrix of counts for each interval."""
    sums = [[sum(row) for row in matrices[0]]]
    sums += [[sum(column) for column in zip(*matrix, strict=True)] for matrix in matrices]
    times = [
        FlowColumn(
            str(2000 + n),
            tuple(
                FlowPart(f"Part {s}", c, s, "blue", "full")
                for s, c in zip(SHAPES, counts, strict=False)
            ),
        )
        for n, counts in enumerate(sums)
    ]
    flows = [
        [
            FlowInput(i, j, count, f"changes/{n}/#{i}-{j}", f"{i} to {j}")
            for i, row in enumerate(matrix)
            for j, count in enumerate(row)
            if count
        ]
        for n, matrix in enumerate(matrices)
    ]
    return flow_chart("Flows", times, flows)


square = st.lists(st.lists(st.integers(0, 3000), min_size=3, max_size=3), min_size=3, max_size=3)


@given(square.filter(lambda matrix: sum(map(sum, matrix)) > 0))
def test_everything_is_inside_and_in_proportion(matrix: list[list[int]]) -> None:
    """Bars are one below the other within the drawing, and twice as many are twice as high."""
    chart = drawn([matrix])
    for x in {bar.x for bar in chart.bars}:
        column = [bar for bar in chart.bars if bar.x == x]
        for above, below in pairwise(column):
            assert above.y + above.height <= below.y
        assert column[0].y >= TOP
        assert column[-1].y + column[-1].height <= HEIGHT + 0.1
    units = {
        round(bar.height / count, 1)
        for bar in chart.bars
        if isinstance(count := bar.says, int) and bar.height > 20
    }
    assert len(units) <= 2
    assert len(chart.bands) == sum(count > 0 for row in matrix for count in row)


def test_bands_fill_the_bars_at_both_ends() -> None:
    """Flows leave and arrive one below the other, in the order of the parts at the other end."""
    chart = drawn([[[2, 1], [0, 3]]])
    begins, ends = [], []
    for band in chart.bands:
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", band.path)]
        thick = numbers[8] - numbers[7]
        begins.append((numbers[1], round(thick)))
        ends.append((numbers[7], round(thick)))
    bars = [bar.y for bar in chart.bars]
    assert begins[0][0] == pytest.approx(bars[0], abs=0.1)
    assert begins[2][0] == pytest.approx(bars[1], abs=0.1)
    assert ends[0][0] == pytest.approx(bars[2], abs=0.1)
    assert ends[1][0] == pytest.approx(bars[3], abs=0.1)
    assert ends[2][0] == pytest.approx(bars[3] + ends[1][1], abs=1)


def test_each_part_has_its_count_and_its_shape() -> None:
    """On the narrowest screen there are numbers and shapes; names come where there is room."""
    chart = drawn([[[20, 0], [5, 30]], [[10, 15], [0, 30]]])
    written = chart.letterer(ENGLISH).labels
    always = [label.text for label in written if not label.roomy]
    assert always == ["2000", "2001", "2002", "20", "35", "25", "30", "10", "45"]
    assert {label.text for label in written if label.roomy} == {"Part ring", "Part half"}
    assert [glyph.shape for glyph in chart.glyphs] == ["ring", "half"] * 3
    assert [glyph.says for glyph in chart.key] == ["Part ring", "Part half"]
    assert max(bar.x for bar in chart.bars) == LAST


def test_a_long_name_is_left_to_the_key() -> None:
    """What would run into the next column is not written there."""
    times = [
        FlowColumn("a", (FlowPart("Long " * 40, 1, "ring", "blue", "full"),)),
        FlowColumn("b", (FlowPart("Short", 1000, "half", "blue", "full"),)),
        FlowColumn("c", (FlowPart("Short", 1000, "half", "blue", "full"),)),
    ]
    chart = flow_chart("Flows", times, [[FlowInput(0, 0, 1, "x", "y")], []])
    assert isinstance(ENGLISH, Localization)
    assert "Short" in {label.text for label in chart.letterer(ENGLISH).labels}
