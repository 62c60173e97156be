"""What residents of West Hollywood type into the search of the report, and where that should lead.

Written before the search was built, from what people call things and not from the words of the
report. Every second query is held out: ranking, ignored words, and synonyms are chosen by looking
at the others alone, so that the held-out half says how well the search does with queries that
nobody prepared for. A query has more than one right page only where a resident could mean either.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages of which any is right."""

    words: str
    right: tuple[str, ...]


def _of(words: str, *right: str) -> Query:
    return Query(words, right)


QUERIES = (
    _of("scooters", "initiatives/shared-alternative-transportation/"),
    _of("bike share", "initiatives/shared-bicycles/"),
    _of("wifi cost", "initiatives/weho-wifi/"),
    _of("Is there free Wi-Fi in the park?", "initiatives/weho-wifi/"),
    _of("who is in charge", "responsibility/"),
    _of("mayor's", "departments/city-council/"),
    _of("report an error", "about/"),
    _of("how many ideas", "ideas/"),
    _of("bycicles", "initiatives/shared-bicycles/"),
    _of("electric car chargers", "initiatives/ev-charging/"),
    _of("велосипеды", "initiatives/shared-bicycles/"),
    _of("when is the next bus", "initiatives/real-time-transit/"),
    _of("CicLAvía", "partners/ciclavia/", "initiatives/shared-bicycles/"),
    _of("pedestrian deaths", "initiatives/vision-zero/"),
    _of("city’s app", "initiatives/smartphone-app/"),
    _of("how much was spent", "money/"),
    _of("rainbow crosswalk", "initiatives/crosswalks-and-sidewalks/"),
    _of("download spreadsheet", "data/"),
    _of("trash pickup", "initiatives/neighborhood-services-tool/"),
    _of("high speed internet", "initiatives/weho-fiber/"),
    _of("what changed", "changes/"),
    _of("2017 report", "editions/2017/"),
    _of(
        "computer classes for seniors",
        "initiatives/digital-training-generation-wh/",
    ),
    _of("vounteer", "initiatives/volunteer-corps/"),
    _of("sheriff", "departments/sheriff/"),
    _of("UBER", "partners/uber/", "initiatives/shared-vehicles/"),
    _of("where does this information come from", "sources/", "method/"),
    _of("street trees", "initiatives/sustainability-assets/"),
    _of("voter turnout", "initiatives/voter-participation/", "goals/civic/voter-turnout/"),
    _of("what is due next", "roadmap/"),
)
"""Thirty queries, in the order in which they came to mind."""

TUNED = QUERIES[::2]
"""The half that may be looked at while the search is tuned."""

HELD_OUT = QUERIES[1::2]
"""The half that is only ever counted."""
