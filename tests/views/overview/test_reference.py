"""How the report is made, and what it does not know."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.model.statuses import Freshness
from generator.views.overview.reference import method_view, unknown_view
from generator.words.states import label
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


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
