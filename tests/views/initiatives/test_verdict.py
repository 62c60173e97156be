"""What the page of an initiative says first: what became of it, and what is not known."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import InitiativeState, snapshot
from generator.views.base.blocks import SourceLink, refs_in
from generator.views.initiatives.initiative import initiative_view
from generator.views.initiatives.story import MOST, checklist, story
from generator.views.initiatives.verdict import verdict
from tests.spoken import ENGLISH

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def state_of(name: str) -> InitiativeState:
    """Return the state of an initiative of the sample."""
    state = NOW.state_of(name)
    assert state is not None
    return state


def test_the_sentence_is_that_of_the_newest_record() -> None:
    """An update's own reason is said; nothing is put together from it."""
    for state in NOW.states:
        if state.newest and state.newest.reason:
            assert verdict(NOW, state).sentence == state.newest.reason


def test_every_state_is_said_with_its_date_or_with_what_was_last_known() -> None:
    """No verdict without an age."""
    for state in NOW.states:
        said = verdict(NOW, state)
        assert len(said.state) > 1 or not state.updates, state.initiative.id


def test_an_idea_counts_as_found_only_by_what_came_after_the_proposal() -> None:
    """What the proposal alone tells of is no find; the sentence counts the ticks."""
    for state in NOW.states:
        if made := checklist(NOW, state):
            found = {idea for update in state.updates for idea in update.ideas}
            ticked = [idea.is_found for idea in made.ideas]
            assert ticked == [idea.id in found for idea in state.initiative.ideas]


def test_a_story_is_short_and_tells_how_it_began() -> None:
    """The newest events in which something was done, and the first listing."""
    for state in NOW.states:
        told = story(NOW, state)
        assert len(told) <= MOST
        assert any(ENGLISH(piece.text).startswith("First") for e in told for piece in e.value[:1])


def test_sources_are_led_to_themselves() -> None:
    """A claim's link is the source's own address, where it has one; its record comes second."""
    view = initiative_view(NOW, state_of("tide-gauge"))
    cited = [ref for entry in view.history for ref in refs_in(entry.value)]

    assert cited
    assert all(isinstance(ref, SourceLink) and ref.target.startswith("sources/") for ref in cited)
    assert any(isinstance(ref, SourceLink) and ref.address.startswith("https") for ref in cited)
