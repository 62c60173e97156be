"""Texts that know what came later: each leak that frozen editions once had, and no false alarm."""

import json
from datetime import date
from pathlib import Path

import pytest
from larkhaven import larkhaven

from generator.check.dates_in_text import dates_in
from generator.check.later_times import foreknown
from generator.core.errors import GeneratorError
from generator.derive.editions.missing_records import as_frozen_today
from generator.editorial.editions.freeze import freeze
from generator.model.cycles import Calendar, Cycle, Milestone
from generator.model.initiative import Event
from generator.model.measures import Measure
from generator.model.organization import Organization, Unit

LEAKS = json.loads((Path(__file__).parent / "leaks_of_2017.json").read_text("utf-8"))
"""What the editions of 2015 to 2017 held when undated text was written from today."""


def read(kind, name):
    """Return the records of a kind in the extract."""
    return tuple(kind.model_validate(record) for record in LEAKS[name])


def leaking_report():
    """Return a report whose area, calendar, units, and first initiative are those that leaked."""
    report = larkhaven()
    area = report.areas[0].model_copy(update={"measures": read(Measure, "measures")})
    first = report.initiatives[0].model_copy(update={"events": read(Event, "events")})
    return report.model_copy(
        update={
            "calendar": Calendar(
                cycles=read(Cycle, "cycles"), milestones=read(Milestone, "milestones")
            ),
            "areas": (area,),
            "initiatives": (first,),
            "updates": (),
            "evaluations": (),
            "organization": Organization(units=read(Unit, "units")),
        }
    )


def found_in(year):
    """Return the places and words that an edition of a year would leak."""
    found = foreknown(leaking_report(), date(year, 12, 31))
    return {(one.address[-2], one.field, one.words) for one in found}


@pytest.mark.parametrize("year", [2015, 2016, 2017])
def test_the_election_of_2020_is_found_in_each_edition(year):
    """A note of a measure told of the first election in November."""
    assert ("turnout", "note", "November 3, 2020") in found_in(year)


@pytest.mark.parametrize("year", [2015, 2016, 2017])
def test_the_budget_of_2018_is_found_in_each_edition(year):
    """A cycle was there with its adoption on June 18, 2018 and its revenue."""
    found = found_in(year)
    assert ("fy2018-20", "adopted", "2018-06-18") in found
    assert ("FY2018-19 revenue", "label", "FY2018-19") in found
    assert ("budget-fy2018-20", "due", "2018-06-18") in found


@pytest.mark.parametrize("year", [2015, 2016, 2017])
def test_the_milestone_of_this_sites_own_review_is_found_in_each_edition(year):
    """No edition of the past knows of the review of November 2026."""
    assert ("review-2026", "due", "2026-11-23") in found_in(year)


def test_arrests_that_were_reported_in_2018_are_found_in_the_edition_of_2017():
    """The count of a year is not known before the year is over."""
    assert ("2017", "reported", "2018-05-03") in found_in(2017)


def test_the_lowest_year_since_cityhood_is_found_in_the_edition_of_2015():
    """A note of a measure told of 2017."""
    assert ("dui-arrests", "note", "2017") in found_in(2015)


def test_what_units_were_later_is_found():
    """Notes of units told of years to come."""
    assert ("communications-division", "note", "2017") in found_in(2016)
    assert ("information-technology", "note", "2021") in found_in(2017)


def test_the_sample_leaks_nothing_and_can_be_frozen():
    """What is marked as a plan, or dated, is no leak."""
    report = larkhaven()
    for edition in report.editions:
        held = as_frozen_today(report, edition)
        assert list(foreknown(held.report, held.day)) == []


def test_freezing_refuses_what_nobody_could_know():
    """The refusal names the record and the words, and what to do."""
    report = larkhaven()
    first, *rest = report.initiatives
    telling = first.model_copy(update={"summary": "It was given up in 2031."})
    told = report.model_copy(update={"initiatives": (telling, *rest)})
    year = min(edition.year for edition in report.editions)
    with pytest.raises(GeneratorError) as refused:
        freeze(told, year)
    assert f'initiative/{first.id}/summary names "2031"' in str(refused.value)
    assert "plans" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Held on November 3, 2020.", "en-US", ["2020-11-03"]),
        ("Held on 3rd of November 2020", "en-US", ["2020-11-03"]),
        ("Closed in Sept. 2019", "en-US", ["2019-09"]),
        ("Revenue of FY2018-19", "en-US", ["2018"]),
        ("In fiscal year 2016-17 and from 2016 to 2020", "en-US", ["2016", "2016", "2020"]),
        ("The plan for 2014\u20132019", "en-US", ["2019"]),
        ("Entered 2018-06-18, asked 2018-06", "en-US", ["2018-06-18", "2018-06"]),
        ("Am 18. Juni 2018 beschlossen", "de", ["2018-06-18"]),
        ("Aprobado el 18 de junio de 2018", "es", ["2018-06-18"]),
        ("\u8b70\u6703 2018\u5e746\u670818\u65e5", "zh-Hant", ["2018-06-18"]),
        ("2,020 people, $2018, USD 2019, 2020 %, 12.2016", "en-US", []),
        ("Resolution 2018, no. 2020, Resolution 18-2020, SB 2019", "en-US", []),
        ("\u201cVision 2020\u201d, [a report](source:plan-2020)", "en-US", []),
        ("Room 2016, model A2018, 20180 of them, 1:2000", "en-US", []),
        ("It opened in May and closed soon after", "en-US", []),
    ],
)
def test_dates_are_read_as_people_write_them(text, language, words):
    """Years, months, and days are found in the report's language; numbers are left alone."""
    assert sorted(one.when.text for one in dates_in(text, language)) == sorted(words)
