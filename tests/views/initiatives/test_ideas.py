"""Ideas: the sentence, the squares, the totals, and the lists say the same of each."""

from collections import Counter
from dataclasses import replace

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.model.keys import IdeaState
from generator.render.glyphs import SQUARES
from generator.views.initiatives import ideas
from generator.views.initiatives.idea_squares import (
    KINDS,
    MOST_SQUARES,
    IdeaKind,
    ideas_a_square,
    kinds_of,
    square_runs,
)
from generator.views.initiatives.ideas import area_ideas_view, areas_with_ideas, ideas_view
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
ALL = sum(len(state.initiative.ideas) for state in NOW.states)


def test_every_idea_has_a_square_and_a_row() -> None:
    """Of each topic, squares, totals, the table, and the lists are of the same ideas."""
    view = ideas_view(NOW)
    of_topics = [sum(run.count for run in topic.squares) for topic in view.topics]
    assert sum(of_topics) == ALL
    assert of_topics == [sum(run.squares for run in topic.squares) for topic in view.topics]
    assert [int(ENGLISH(row[-1][0].text)) for row in view.by_topic.rows] == [*of_topics, ALL]  # type: ignore[union-attr]
    for topic, count in zip(view.topics, of_topics, strict=True):
        assert topic.lists
        tables = (topic.lists.found, topic.lists.silent)
        assert sum(len(table.rows) for table in tables if table) == count


def test_the_sentence_counts_what_became_of_them() -> None:
    """States are counted whenever they were found; what never occurs is not said."""
    said = ENGLISH(ideas_view(NOW).lead)
    found = Counter(state for s in NOW.states for state in s.ideas.values())
    assert said.startswith(f"{ALL} ideas for putting the")
    assert all(str(count) in said for count in found.values())
    assert ("dropped" in said) == bool(found[IdeaState.DROPPED])


def test_few_ideas_are_on_one_page_and_many_on_one_for_each_topic(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """The page itself lists few; of many, it leads to the pages that do."""
    assert not ideas.areas_with_pages(NOW)
    assert all(topic.lists and not topic.link for topic in ideas_view(NOW).topics)
    monkeypatch.setattr(ideas, "MOST_ON_ONE_PAGE", ALL - 1)
    links = [topic.link for topic in ideas_view(NOW).topics]
    assert [link and link.target for link in links] == [
        f"ideas/{area.id}/" for area in areas_with_ideas(NOW)
    ]


def test_the_page_of_a_topic_has_the_furthest_first() -> None:
    """Squares and rows are in one order, and what is silent needs no column for that."""
    for area in areas_with_ideas(NOW):
        view = spoken(area_ideas_view(NOW, area))
        labels = [run.label for run in view.squares]
        assert labels == [ENGLISH(k.label) for k in KINDS if ENGLISH(k.label) in labels]
        assert view.lists.silent is None or len(view.lists.silent.columns) == 2


def test_no_two_kinds_look_alike() -> None:
    """Outline and filling tell them apart without tone."""
    assert len({SQUARES[kind.look] for kind in KINDS}) == len(KINDS)


def test_of_very_many_ideas_a_square_stands_for_several() -> None:
    """A page never has many more squares than it may, and no kind goes unseen."""
    assert [ideas_a_square(n) for n in (1, MOST_SQUARES, MOST_SQUARES + 1, 4_000, 60_000)] == [
        *(1, 1, 10, 10, 100),
    ]
    kinds = Counter({IdeaKind(IdeaState.IN_PLACE): 3, IdeaKind(None): 3_997})
    runs = square_runs(kinds, ideas_a_square(kinds.total()))
    assert [(run.count, run.squares) for run in runs] == [(3, 1), (3_997, 400)]


def test_a_report_in_which_nothing_was_found_says_so() -> None:
    """No list of states is empty behind a colon."""
    silent = replace(NOW, states=tuple(replace(s, ideas={}) for s in NOW.states))
    assert ENGLISH(ideas_view(silent).lead).endswith("Nothing was found about what became of them.")
    assert kinds_of(silent.states) == Counter({IdeaKind(None): ALL})
