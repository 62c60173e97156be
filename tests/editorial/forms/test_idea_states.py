"""What became of ideas, as people write it: by name or id, with a word or a ticked box."""

import pytest

from generator.editorial.forms.idea_states import boxes, idea_states
from generator.model.initiative import Idea
from generator.model.keys import IdeaState

IDEAS = (
    Idea(id="sirens", text="Add sirens: one a quay."),
    Idea(id="first-gauges", text="Put up gauges on the first three quays."),
    Idea(id="other-gauges", text="Put up gauges on the other six."),
)
LABELS = {
    IdeaState.UNDER_WAY: "In work",
    IdeaState.IN_PLACE: "There",
    IdeaState.DROPPED: "Given up",
}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("sirens: dropped", {"sirens": "dropped"}),
        ("- First gauges = There", {"first-gauges": "in_place"}),
        ("• add sirens: one a quay: given up", {"sirens": "dropped"}),
        ("Put up gauges on the first: in work", {"first-gauges": "under_way"}),
        ("- [x] Put up gauges on the other six.: There", {"other-gauges": "in_place"}),
        ("Add sirens: one a quay.\n- [ ] In work\n- [X] There", {"sirens": "in_place"}),
        ("Add sirens: one a quay.\n- [ ] In work\n- [ ] There", {}),
        ("\n".join(boxes(IDEAS, LABELS)), {}),
        ("", {}),
    ],
)
def test_ideas_are_understood(text, states):
    """However they are named, and whichever way their state is given."""
    found = idea_states(text, IDEAS, LABELS)
    assert (found.states, found.faults) == (states, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Add syrens: one a quay: There", "Did you mean “Add sirens: one a quay.”?"),
        ("sirens: Their", "“Their” as a state; expected one of In work, There, or Given up. Did"),
        ("Put up gauges: There", "“Put up gauges”, which is no idea of this initiative"),
        ("something", "“something”, which is no idea of this initiative"),
        ("sirens\n- [x] There\n- [x] In work", "found two states for “Add sirens: one a quay.”"),
    ],
)
def test_what_is_not_understood_is_told(text, fault):
    """What was found, what could be meant, and what is expected."""
    [told] = idea_states(text, IDEAS, LABELS).faults
    assert fault in told
    assert told.startswith("“Ideas”: ")


def test_an_initiative_without_ideas():
    """Nobody is told to name one of none."""
    [told] = idea_states("x: There", (), LABELS).faults
    assert "has no ideas" in told


def test_each_idea_has_a_box_for_each_state():
    """The lines are to be copied as they are."""
    assert boxes(IDEAS[:1], LABELS) == (
        "Add sirens: one a quay.",
        "- [ ] In work",
        "- [ ] There",
        "- [ ] Given up",
        "",
    )
