"""What the report is based on, and what it does not know."""

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.model.statuses import Freshness
from generator.views.overview.reference import method_view, sources_view, unknown_view
from generator.words.states import label
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("first-report", "September 15, 2021"),
        ("budget-2021", "June 2021"),
        ("late-memoir", "published later, March 1, 2024 (given as: March 2024)"),
        ("council-minutes", "October 2021 to December 20, 2023 (given as: monthly)"),
    ],
)
def test_a_date_is_said_twice_only_where_the_source_says_something_else(source, said):
    """Another order of day, month and year is no other date."""
    published = {one.id: one.published for one in sources_view(NOW).sources}
    assert ENGLISH(published[source]) == said


def test_a_gap_says_of_what_it_is_a_part():
    """Counts of initiatives, ideas and measures are in one column, and are not mixed up."""
    rows = spoken(unknown_view(NOW).gaps).rows
    whole = {words.partition(" ")[2] for *_, ((one,)) in rows for words in [one.text]}
    assert whole == {"initiatives", "ideas", "measures"}


def test_the_rules_of_updates_use_the_words_that_label_them():
    """A reader finds the label of a table in the rule that explains it."""
    rules = " ".join(map(ENGLISH, method_view(NOW).update_rules))
    named = (Freshness.CURRENT, Freshness.LATE, Freshness.STALE, Freshness.NOT_MEASURABLE)
    assert all(f"“{ENGLISH(label(one))}”" in rules for one in named)
