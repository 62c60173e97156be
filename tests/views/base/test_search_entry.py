"""How search finds pages: by words that are not on them, and what it shows of them."""

from larkhaven import larkhaven
from spoken import ENGLISH

from generator.derive.snapshot.snapshot import snapshot
from generator.views.base import addresses
from generator.views.base.search_entry import (
    search_entry_at,
    search_entry_of_area,
    search_entry_of_initiative,
)

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


SHOWN = {
    "bench-map": "Completed, as of June 10, 2023",
    "open-ledger": "Last reported under way, April 2022",
    "youth-council": "Not reported, last known: Proposed, September 2021",
}


def test_an_initiative_comes_first_and_is_found_by_the_words_of_its_record() -> None:
    """What people call it finds it, before pages that are no initiatives."""
    gauge = next(state for state in NOW.states if state.initiative.id == "tide-gauge")
    entry = search_entry_of_initiative(NOW, gauge)

    assert (entry.group, entry.words) == ("initiative", ("Water level", "Flood warning"))
    assert [ENGLISH(text) for text in entry.subjects] == ["cost, costs, price"]


def test_an_initiative_shows_its_status_and_how_old_that_is() -> None:
    """What was so long ago is shown as what was last reported."""
    said = {
        state.initiative.id: ENGLISH(search_entry_of_initiative(NOW, state).snippet)
        for state in NOW.states
    }

    assert {name: said[name] for name in SHOWN} == SHOWN


def test_an_area_is_found_by_its_everyday_words() -> None:
    """What its record gives is what finds it."""
    harbour = next(area for area in NOW.report.areas if area.id == "harbour")

    assert search_entry_of_area(harbour).words == ("Seaside",)


def test_pages_that_name_everything_come_last() -> None:
    """Sources and editions are found by what they say, after pages that are about it."""
    listed = (addresses.SOURCES, f"{addresses.SOURCES}2/", addresses.edition(2023))

    assert {search_entry_at(address).group for address in listed} == {"reference"}
    assert search_entry_at(addresses.MONEY).group == ""
    assert "how much" in ENGLISH(search_entry_at(addresses.MONEY).words[0])
