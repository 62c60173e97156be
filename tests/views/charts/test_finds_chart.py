"""The drawing of how old what is known is: its bars count, and its words have room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_language import MADE
from spoken import ENGLISH

from generator.derive.snapshot.totals import YearOfFinds
from generator.views.charts.finds_chart import FOOT, HEIGHT, TOP, finds_chart
from generator.views.charts.shapes import NARROWEST, box_of
from generator.views.charts.swimlanes import ROOMY
from generator.words.localization import Localization

SOME = (YearOfFinds(2020, 0, 1), YearOfFinds(2021, 4, 2), YearOfFinds(2022, 0, 0))


@st.composite
def years(draw: st.DrawFn) -> tuple[YearOfFinds, ...]:
    """Draw years in a row with some finds."""
    first = draw(st.integers(1990, 2020))
    counts = draw(st.lists(st.tuples(*[st.integers(0, 3000)] * 2), min_size=1, max_size=45))
    return tuple(YearOfFinds(first + place, *both) for place, both in enumerate(counts))


@given(found=years(), never=st.integers(0, 3000))
def test_bars_are_as_high_as_what_they_count(found: tuple[YearOfFinds, ...], never: int) -> None:
    """All initiatives are in the bars, which are inside and in the proportion of their counts."""
    chart = finds_chart(found, never, ())
    total = never + sum(year.with_update + year.only_related for year in found)
    tallest = max([never, *(year.with_update + year.only_related for year in found)])

    assert sum(bar.says for bar in chart.bars if isinstance(bar.says, int)) == total
    for bar in chart.bars:
        assert isinstance(bar.says, int)
        assert bar.height == pytest.approx(bar.says / tallest * (FOOT - TOP), abs=0.02)
        assert 0 <= bar.x <= bar.x + bar.width <= 100
        assert TOP - 1 <= bar.y < bar.y + bar.height <= FOOT + 0.1


@given(found=years(), never=st.integers(0, 3000))
def test_words_do_not_meet(found: tuple[YearOfFinds, ...], never: int) -> None:
    """At the narrowest width and at the one from which more is shown."""
    labels = finds_chart(found, never, ()).letterer(ENGLISH).labels
    for width, shown in (
        (NARROWEST, [label for label in labels if not label.roomy]),
        (ROOMY, labels),
    ):
        boxes = [box_of(label, width) for label in shown]
        assert all(box.left >= 0 and box.right <= width and box.bottom <= HEIGHT for box in boxes)
        assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_key_explains_what_occurs() -> None:
    """No more, and no less."""
    keys = [(entry.bar, entry.tone) for entry in finds_chart(SOME, 3, ()).key]

    assert keys == [("full", "blue"), ("apart", "blue"), ("vague", "quiet")]
    assert [entry.bar for entry in finds_chart(SOME[:1], 0, ()).key] == ["apart"]


@pytest.mark.usefixtures("made_catalog")
def test_each_bar_has_its_count_and_every_year_its_name() -> None:
    """In any language, where there is room."""
    for language in (ENGLISH, Localization(MADE)):
        texts = [label.text for label in finds_chart(SOME, 3, ()).letterer(language).labels]
        assert {"2020", "2021", "2022", "1", "6", "3"} <= set(texts)
