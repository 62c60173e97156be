"""What the report is based on: where each source is found, and when it appeared."""

from dataclasses import replace

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.model.link_checks import LinkChecks
from generator.views.overview.sources import MOST_SOURCES_AT_ONCE, sources_view
from tests.spoken import ENGLISH

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("first-report", "September 15, 2021"),
        ("budget-2021", "June 2021"),
        ("late-memoir", "published later, March 1, 2024"),
        ("council-minutes", "October 2021 to December 20, 2023 (given as: monthly)"),
    ],
)
def test_a_date_is_said_twice_only_where_the_source_says_something_else(source, said):
    """Another order of day, month and year is no other date."""
    published = {one.id: one.published for one in sources_view(NOW).sources}
    assert ENGLISH(published[source]) == said


def test_readers_get_the_copy_where_a_page_is_gone():
    """The title leads to the copy, and the first address is still named."""
    by_id = {one.id: one for one in sources_view(NOW).sources}
    gone, there = by_id["desk-survey"], by_id["harbour-news"]

    assert gone.address.startswith("https://archive.example/")
    ((_, first),) = gone.seen[0].parts
    assert first.target == "https://larkhaven.example/survey"
    assert there.address == "https://news.example/larkhaven?q=a&b=c"
    assert there.seen[0].target.startswith("https://archive.example/")
    assert ENGLISH(there.seen[0].text) == "Archived copy of January 15, 2024"


def test_a_page_that_is_gone_without_a_copy_is_marked():
    """The reader is told before following the link."""
    (charter,) = (one for one in sources_view(NOW).sources if one.id == "town-charter")

    assert charter.address == "https://larkhaven.example/charter"
    assert ENGLISH(charter.seen[0].text) == (
        "Gone since February 8, 2024 or earlier (404 Not Found)"
    )


def test_the_page_says_once_when_addresses_were_last_checked():
    """What nobody has looked at since counts as not checked; before any check nothing is said."""
    assert ENGLISH(sources_view(NOW).seen) == (
        "When the addresses of the sources were last checked, on February 8, 2024, 5 of 8 answered,"
        " 2 were gone, and one could not be checked."
    )
    never = NOW.report.model_copy(update={"links": LinkChecks()})
    view = sources_view(replace(NOW, report=never))
    assert view.seen == ""
    assert [one.address for one in view.sources] == [one.address or "" for one in never.sources]


def test_few_sources_are_one_list():
    """A reader sees them all at once, and nothing is to be unfolded."""
    view = sources_view(NOW)
    assert len(view.sources) <= MOST_SOURCES_AT_ONCE
    assert view.most_used is None
    assert view.years == ()


def test_many_sources_are_folded_by_year_and_none_is_lost():
    """The newest year comes first; those without a date are last; the most used are named."""
    known = NOW.report.sources
    copies = [
        source.model_copy(update={"id": f"{source.id}-{n}"}) for n in range(4) for source in known
    ]
    report = NOW.report.model_copy(update={"sources": (*known, *copies)})
    view = sources_view(replace(NOW, report=report))

    headings = [ENGLISH(year.heading) for year in view.years]
    assert headings[0].startswith("2024: ")
    dated = [said for said in headings if said[0].isdigit()]
    assert dated == sorted(dated, reverse=True)
    assert headings[len(dated) :] == ["Date not known: 5 sources"]
    assert sorted(s.id for year in view.years for s in year.sources) == sorted(
        source.id for source in report.sources
    )
    assert view.most_used
    used = [row[-1][0].text for row in view.most_used.rows]
    assert used == sorted(used, reverse=True)
