"""Labels take room only where nothing is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.charts.shapes import NARROWEST, Box, Label, box_of, columns, place

HEIGHT = 190
labels = st.builds(
    Label,
    st.floats(0, 100),
    st.floats(0, HEIGHT),
    st.text("0123456789 abc", min_size=1, max_size=20),
    st.sampled_from(["start", "middle", "end"]),
    st.sampled_from([-8, 0, 8]),
)


@given(st.lists(labels, max_size=30))
def test_placed_labels_lie_inside_and_apart(candidates):
    """Whatever is placed one after another, no two share room and none leaves the drawing."""
    taken: list[Box] = []
    placed = [made for label in candidates if (made := place([label], taken, HEIGHT))]
    boxes = [box_of(label) for label in placed]
    assert all(b.left >= 0 and b.right <= NARROWEST and b.bottom <= HEIGHT for b in boxes)
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


@given(labels, labels, st.floats(NARROWEST, 2000))
def test_labels_apart_stay_apart_in_a_wider_drawing(one, other, width):
    """A drawing is laid out once, at its narrowest; more room never brings words together."""
    one, other = (Label(x.x, x.y, x.text) for x in (one, other))
    if not box_of(one).meets(box_of(other)):
        assert not box_of(one, width).meets(box_of(other, width))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aug 2016", 8),
        ("Zu\u0308rich", 6),
        ("การศึกษา", 7),
        ("令和6年", 7),
        ("\u2068سنة\u2069", 3),
        ("", 0),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text, expected):
    """Marks above and below letters take no room of their own, wide letters take that of two."""
    assert columns(text) == expected
