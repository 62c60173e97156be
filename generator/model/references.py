"""References: texts that are ids of something else, and what they may name; said once, on the type.

Whoever checks, offers, names or follows references asks the catalog of fields for the `Ref` of a
field and keeps no list of fields.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from generator.model.ids import ID_PATTERN
from generator.model.values import Id, Text, matches

PROGRAM = "program"
"""Stands for the whole where something may be about an area or an initiative too."""

WHOLE = "initiative"
"""Stands for the whole initiative where the id of an idea could be."""

UNASSIGNED = "unassigned"
"""Stands for the holder of a role that is known to be vacant."""

NOT_NAMED = "not_named"
"""Stands for the holder of a role whom no source names."""

NO_HOLDER = frozenset({UNASSIGNED, NOT_NAMED})

_ID = rf"(?P<id>{ID_PATTERN})"

INITIATIVE = re.compile(_ID, re.ASCII)
"""How the id of an initiative stands where it stands alone."""

SUBJECT = re.compile(rf"initiative:{_ID}", re.ASCII)
"""How the id of an initiative stands where other things may be meant too."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks the type of a text that names something else which the report has."""

    to: str
    """What is named, as `post`; a word of its own where it may be of several kinds."""
    expected: str
    """What must stand there, in the words of messages."""
    example: str
    initiative: re.Pattern[str] | None = None
    """How the id of an initiative stands in it, as the group `id`; None where it names none."""


FiscalId = Annotated[
    str,
    AfterValidator(
        matches(
            ID_PATTERN,
            "not_a_fiscal_year",
            'the id of a budget cycle, or a fiscal year, such as "fy2016-17" or "fy2016"',
            "Write it in lowercase letters, digits, and hyphens, as in cycles.yml.",
        )
    ),
]
"""The id of a budget cycle, which may be any name of small letters."""

AreaRef = Annotated[Id, Ref("area", "the id of a topic area", "transportation")]

InitiativeRef = Annotated[
    Id, Ref("initiative", "the id of an initiative", "shared-bicycles", INITIATIVE)
]

UnitRef = Annotated[Id, Ref("unit", "the id of a unit in organization.yml", "public-works")]

PostRef = Annotated[Id, Ref("post", "the id of a post in organization.yml", "innovation-manager")]

MemberRef = Annotated[
    Id, Ref("member", "the id of a unit or partner in organization.yml", "public-works")
]
"""A unit of the organization, or a partner outside it."""

Holder = Annotated[
    str,
    AfterValidator(
        matches(
            rf"{ID_PATTERN}|{NOT_NAMED}",
            "not_a_holder",
            'the id of a post or unit, "unassigned" or "not_named"',
            "Both are in organization.yml; write unassigned for a known vacancy.",
        )
    ),
    Ref(
        "holder",
        'the id of a post or unit in organization.yml, "unassigned" or "not_named"',
        "innovation-manager",
    ),
]
"""Who holds a role: `unassigned` is a known vacancy; with `not_named`, no source names one.

Whether posts or units may hold it, the policy in report.yml says.
"""

ReporterRef = Annotated[
    Id, Ref("reporter", "the id of a post or unit in organization.yml", "innovation-manager")
]
"""Who reports: a post, or a unit where units may hold a role."""

MilestoneRef = Annotated[
    Text,
    Ref("milestone", 'the id of a milestone in cycles.yml, or a day as "2026-03-31"', "mid-2024"),
]
"""A milestone of the budget cycle by its id, or a full day off the cycle."""

CycleRef = Annotated[FiscalId, Ref("cycle", "the id of a budget cycle in cycles.yml", "fy2016-18")]

FiscalRef = Annotated[
    FiscalId,
    Ref("fiscal_year", "one fiscal year, or the id of a budget cycle in cycles.yml", "fy2016-18"),
]
"""A budget cycle by its id, or a fiscal year by its name; never a date."""

FundRef = Annotated[Id, Ref("fund", "the id of a fund in report.yml", "general-fund")]

SourceRef = Annotated[Id, Ref("source", "the id of a source in sources.yml", "annual-report-2016")]

GoalRef = Annotated[
    str,
    AfterValidator(
        matches(
            rf"{ID_PATTERN}/{ID_PATTERN}",
            "not_a_goal",
            'a goal, as "area/goal" or "program/goal"',
            'For example "transportation/pedestrian-safety".',
        )
    ),
    Ref("goal", "a goal, as area/goal or program/goal", "transportation/pedestrian-safety"),
]
"""A goal: the area's id (or `program`), a slash, the goal's id."""

TaxonomyValueRef = Annotated[
    str,
    AfterValidator(
        matches(
            rf"{ID_PATTERN}/{ID_PATTERN}",
            "not_a_taxonomy_value",
            'a value of a taxonomy of report.yml, as "taxonomy/value"',
            'For example "district/riverside".',
        )
    ),
    Ref(
        "taxonomy_value",
        "a value of a taxonomy of report.yml, as taxonomy/value",
        "district/riverside",
    ),
]
"""A value of one of the organization's own taxonomies: the taxonomy's id, a slash, its own id."""

MeasureRef = Annotated[
    Text,
    Ref(
        "measure",
        "a measure, as initiative/measure or area/measure",
        "shared-bicycles/trips",
        re.compile(rf"{_ID}/{ID_PATTERN}", re.ASCII),
    ),
]
"""A measure: the id of its initiative or area, a slash, its own id."""

SubjectRef = Annotated[
    Text,
    Ref(
        "subject",
        "program, area: with an area's id, or initiative: with an initiative's id",
        "initiative:shared-bicycles",
        SUBJECT,
    ),
]
"""`program`, `area:ID` or `initiative:ID`."""

StepRef = Annotated[
    str,
    AfterValidator(
        matches(
            rf"{ID_PATTERN}(?:\.{ID_PATTERN})?",
            "not_a_step",
            "a roadmap milestone, by its id or as INITIATIVE.MILESTONE",
            'For example "stations-open", or "shared-bicycles.stations-open" elsewhere.',
        )
    ),
    Ref(
        "step",
        "a roadmap milestone of this initiative, or INITIATIVE.MILESTONE of another",
        "stations-open",
        re.compile(rf"{_ID}\.{ID_PATTERN}", re.ASCII),
    ),
]
"""A roadmap milestone: its id, after the initiative's id and a point where that is another."""

IdeaRef = Annotated[Id, Ref("idea", "the id of one of the initiative's ideas", "first-stations")]

IdeaOrWholeRef = Annotated[
    Text,
    Ref(
        "idea_or_whole",
        'an idea of the initiative, "initiative" for the whole, or [] for context',
        "first-stations",
    ),
]
"""What an event is about: an idea of its initiative, or `initiative` for the whole."""

EventRef = Annotated[
    Id, Ref("event", "the id of one of the initiative's events", "stations-opened")
]

SeriesRef = Annotated[Id, Ref("series", "a series of this measure", "members")]
