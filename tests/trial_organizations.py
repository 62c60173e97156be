"""Trial reports of organizations that are no town: the sample town in the words of another one.

All that it says, its ids and the names of its files are in the other's words, so that whatever
else speaks of towns is the program's.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sites import SAMPLE, make_project

from generator.core.settings import Settings

_TERMS = re.compile(r"(?m)^terms:\n(?: .*\n)+")
_LANGUAGES = re.compile(r"(?m)^languages:\n(?:  - .*\n)+")
_JULY = re.compile(r"(?<=\b\d{4}-)07(-\d\d)?\b")
_ANYWHERE = {
    'kind: "council"': 'kind: "commission"',
    "town-hall": "front-office",
    "Open town hall": "Open front office",
    "Town hall": "Front office",
}


@dataclass(frozen=True)
class Organization:
    """How an organization differs from the sample town."""

    language: str
    kind: str
    begins: str
    """The first day of its fiscal year, as 10-01."""
    ends: str
    words: Mapping[str, str]
    """Its own words, by those of the town."""
    terms: Mapping[str, Mapping[str, str]]
    answers: bool = True
    """Whether posts answer: an Owner and a Sponsor each; else departments, as Owners alone."""
    cycles: bool = True
    """Whether it has budget cycles."""


def _forms(one: str, other: str, indefinite: str) -> dict[str, str]:
    return {"one": one, "other": other, "indefinite": indefinite}


DEPARTMENT = Organization(
    language="en-US",
    kind="department",
    begins="10-01",
    ends="09-30",
    words={
        "Town Council": "Investment Board",
        "Council": "Board",
        "council": "board",
        "Town": "Department",
        "town": "department",
        "city": "department",
        "programme": "program",
        "Harbour": "Waterways",
        "harbour": "waterways",
        "grey": "gray",
        "centimetres": "inches",
        "LKC": "USD",
        "July": "October",
        "June 2023": "September 2023",
        "June 2025": "September 2025",
    },
    terms={
        "governing_body": _forms("Investment Board", "Investment Boards", "an Investment Board"),
        "initiative": _forms("project", "projects", "a project"),
        "area": _forms("portfolio", "portfolios", "a portfolio"),
        "owner": _forms("Project Lead", "Project Leads", "a Project Lead"),
    },
    answers=False,
)
"""A federal department: its years begin in October, a board decides, and its offices answer."""

BOROUGH = Organization(
    language="en-GB",
    kind="other",
    begins="04-01",
    ends="03-31",
    words={
        "Town Council": "Cabinet",
        "Council": "Cabinet",
        "council": "cabinet",
        "Town": "Borough",
        "town": "borough",
        "city": "borough",
        "LKC": "GBP",
        "July": "April",
        "June 2023": "March 2023",
        "June 2025": "March 2025",
        '"2021-06-15"': '"2021-03-15"',
        '"2023-06-20"': '"2023-03-20"',
        '"2023-05"': '"2023-02"',
    },
    terms={
        "governing_body": _forms("Cabinet", "Cabinets", "a Cabinet"),
        "organization": _forms("borough", "boroughs", "a borough"),
        "program": _forms("programme", "programmes", "a programme"),
    },
    cycles=False,
)
"""A British borough: its years begin in April, a cabinet decides, and each year has a budget."""


def write_trial(organization: Organization, root: Path) -> Settings:
    """Write the project of a trial report into `root`; nothing in it is worded by a vocabulary."""
    settings = make_project(SAMPLE, root)
    (settings.content / "vocabulary.yml").unlink()
    files = sorted(path for path in settings.content.rglob("*") if path.is_file())
    for file in files:
        if file.suffix in (".yml", ".md"):
            file.write_text(_in_words_of(organization, file.read_text("utf-8")), "utf-8")
        named = _renamed(organization, file.relative_to(settings.content).as_posix())
        (settings.content / named).parent.mkdir(parents=True, exist_ok=True)
        file.rename(settings.content / named)
    configuration = settings.mkdocs_config
    configuration.write_text(_renamed(organization, configuration.read_text("utf-8")), "utf-8")
    return settings


def _renamed(organization: Organization, text: str) -> str:
    for theirs, own in (*_ANYWHERE.items(), *organization.words.items()):
        # A key is the program's, and not the town's.
        text = re.sub(rf"{re.escape(theirs)}(?!:)", own, text)
    return text


def _in_words_of(organization: Organization, text: str) -> str:
    said = _TERMS.sub("", text)
    said = said.replace('kind: "city"', f'kind: "{organization.kind}"')
    said = _renamed(organization, said)
    said = said.replace('fiscal_year_start: "07-01"', f'fiscal_year_start: "{organization.begins}"')
    said = re.sub(r'(begins: "\d{4})-07-01"', rf'\1-{organization.begins}"', said)
    said = re.sub(r'(ends: "\d{4})-06-30"', rf'\1-{organization.ends}"', said)
    said = _JULY.sub(lambda day: "08-01" if day[1] else "08", said)
    if not organization.answers:
        said = _of_units(said)
    if not organization.cycles:
        said = _without_cycles(said)
    terms = json.dumps({organization.language: organization.terms})
    return _LANGUAGES.sub(f'languages:\n  - "{organization.language}"\nterms: {terms}\n', said)


_POLICY = re.compile(r"(?m)^roles:\n  owner:\n(?:    .*\n|  sponsor:\n)+")
_ASKED = 'roles:\n  owner:\n    asked: true\n    held_by: "unit"\n  sponsor:\n    asked: false\n'
_OF_SPONSOR = re.compile(r'(?m)^  - role: "sponsor"\n(?:    .*\n)+')
_UNITS = {
    "harbour-director": "harbour-office",
    "water-manager": "water-division",
    "desk-director": "front-desk",
    "desk-manager": "front-desk",
}


def _of_units(text: str) -> str:
    """Return a file in which units hold the role of Owner, report, and there is no Sponsor."""
    text = _OF_SPONSOR.sub("", _POLICY.sub(_ASKED, text))

    def unit(found: re.Match[str]) -> str:
        posts = {post.replace("harbour", "waterways"): held for post, held in _UNITS.items()}
        held = (_UNITS | posts).get(found[2], found[2])
        return f'{found[1]}"{held.replace("harbour", "waterways")}"'

    return re.sub(r'(?m)^( *(?:holder|author): )"([^"]+)"', unit, text)


_CYCLES = re.compile(r"(?m)^cycles:\n(?:  .*\n)+")
_OF_CYCLE = re.compile(r'(?m)^    cycle: "fy\d{4}-\d{2}"\n')


def _without_cycles(text: str) -> str:
    """Return a file of an organization whose years each have a budget, and no cycle."""
    text = re.sub(r"(?m)^cycle_years: 2\n", "", text)
    if text.startswith("cycles:"):
        text = _OF_CYCLE.sub("", _CYCLES.sub("", text))
        text = re.sub(r'kind: "(?:budget|mid_cycle)"', 'kind: "annual_report"', text)
    return re.sub(r'cycle: "fy(\d{4})-\d{2}"', _year, text)


def _year(cycle: re.Match[str]) -> str:
    """Return the first year of a budget cycle in its place."""
    return f'cycle: "fy{cycle[1]}-{(int(cycle[1]) + 1) % 100:02}"'


def write_portfolio(root: Path) -> Settings:
    """Write the project of a portfolio into `root` as an import makes it of a spreadsheet.

    It has names, areas, partners, and decisions of the organization's own records, and nothing
    else: no roles, ideas, goals, measures, calendar, statuses, or editions.
    """
    about, sources, organization = _PORTFOLIO
    files: dict[str, object] = {
        "report.yml": about,
        "sources.yml": {"sources": sources},
        "organization.yml": organization,
        "areas/roads.yml": {
            "id": "roads",
            "title": "Roads",
            "short_title": "Roads",
            "sources": ["register"],
        },
        "areas/schools.yml": {
            "id": "schools",
            "title": "Schools",
            "short_title": "Schools",
            "sources": ["register"],
        },
    }
    for number, area in enumerate(("roads", "roads", "schools"), 1):
        files[f"initiatives/project-{number}.yml"] = _project(number, area)
    settings = Settings(root)
    for name, said in files.items():
        file = settings.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(said), "utf-8")
    return settings


_RECORDED = {"recorded": "2026-05-31", "sources": ["register"]}
_PORTFOLIO: tuple[object, object, object] = (
    {
        "content_version": 4,
        "title": "Projects of the Ministry",
        "program": "Building Program",
        "city": "Ministry of Works",
        "kind": "other",
        "summary": "What the ministry builds.",
        "languages": ["en-US"],
        "as_of": "2026-05-31",
        "fiscal_year_start": "01-01",
        "roles": {"owner": {"asked": False}, "sponsor": {"asked": False}},
        "contact": {"missing": "not_stated", "why": "Nobody has been named."},
        "license": {"title": "No license", "text": "Ask the ministry."},
        "disclaimer": "Made of the register of projects.",
        "reporting_period": {"span": "2026/..", "sources": ["register"]},
        "sources": ["register"],
    },
    [
        {
            "id": "register",
            "title": "Register of projects",
            "holder": "Ministry of Works",
            "published": {"missing": "not_stated", "why": "The register does not say."},
        }
    ],
    {"partners": [{"id": "builders", "name": "United Builders"}]},
)


def _project(number: int, area: str) -> dict[str, object]:
    approval = {"on": "2024-02-20", "body": "Ministry", "decision": "Approved.", **_RECORDED}
    partner = {"org": "builders", "standing": "named", "role": "performer", "since": "2024"}
    return {
        "id": f"project-{number}",
        "title": f"Project {number}",
        "own_ids": [{"scheme": "Register", "id": str(number)}],
        "area": area,
        "description": "It is built in stages.",
        "proposed": {"on": "2026-05-31", "how": "first_seen", **_RECORDED},
        "partners": [{**partner, **_RECORDED}],
        "approvals": [approval],
        "sources": ["register"],
    }
