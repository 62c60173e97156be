"""Nothing that content says stays unshown: every field of every record reaches a page.

Words, numbers and dates are replaced by ones that are nowhere else, all at once, and looked for
on the pages. Keys, flags and references have no words of their own: each is changed alone, and a
page must change with it. The page of changes does not count: it tells differences, not how things
are.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any, NamedTuple

import pytest
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.editions.editions import open_edition
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.model.statuses import Status
from generator.model.values import Record
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.views.base.page import Page, PageFrame
from generator.words.localization import Localization
from generator.words.own_terms import own_terms
from generator.words.states import own_labels
from tests.spoken import ENGLISH

UNSHOWN = {
    "about.languages": "the language in which all else is said (tests/publish/test_languages.py)",
    "about.typefaces": "chooses the letters of printed documents; pages leave them to the browser",
    "about.paper": "chooses what documents are printed on",
    "about.look.color": "is in a style sheet (tests/publish/test_look.py)",
    "about.look.color_dark": "as above",
    "about.look.logo": "is in the frame around all pages, which the site builder makes",
    "about.look.typeface": "as the colors",
    "about.roles.owner.held_by": "is what a check allows; pages say who does hold it",
    "about.roles.sponsor.held_by": "as that of the Owner",
    "about.repository": "leads to its forms from the foot of every page, in the frame",
    "about.team": "asks for reviews at the git host; no reader needs it",
    "organization.posts.account": "asks for reviews at the git host; no reader needs it",
    "meetings.recommendation": "is in the staff report (tests/views/print/test_staff_report.py)",
    "meetings.analysis": "as above",
    "meetings.attachments": "as above",
    "links.gone.address": "names the source at which pages show it",
    "links.gone.found": "is shown at the source of that address, which the proof gives another",
    "links.unchecked.address": "tells editors which; readers get the number",
    "links.unchecked.found": "tells editors why a program could not look; readers get the number",
}
"""Fields that reach no page, by their path, and why."""

UNSAID_DATES = {
    "known_since": "decides from which day on pages show the record",
    "plans": "marks a time that the words of the record name",
}
"""Fields of dates that reach no page, by their name in every record, and why."""

APART = {
    "id": "the name by which records point at one another, seen in addresses and anchors",
    "recorded": "the day of entry, which only tells what was known when",
    "content_version": "which names and keys the files are written in, nothing about the report",
    "kind": "what an organization is called that has no term of its own (tests/words)",
}
"""Fields of every kind of record that are left out of the proof, and why."""

FROM_THE_SNAPSHOT = {"about.as_of": "pages say the day of the snapshot, which is asked for"}

END = date(2100, 1, 1)
"""A day by which every record of the sample has come true."""

FRAME = PageFrame("Invented.", "None", "1 January 2100")

ADDRESSES = {"address", "site", "repository"}
PROSE = {"body", "introduction"}
NAMES_OTHERS = {"about", "subject", "milestone", "measures", "order"}
"""Texts that are ids of other records."""

ROUNDED = {"meetings.presented.size"}
"""Numbers that are shown in thousands, by their path (tests/views/changes/test_meetings.py)."""

NOT_A_QUANTITY = {"order", "year", "cycle_years"}
"""Numbers that are places, names or rules; they are tried with the keys."""

WRITTEN_ONCE = {
    "about.fiscal_year_start": "10-01",
    "about.look.color": "#1f4f7a",
    "about.look.color_dark": "#a8cdf2",
    "about.look.logo": "quay.png",
    "about.look.typeface": "fontpkg-noto-sans-arabic",
    "about.languages": "es",
    "about.typefaces": "fontpkg-noto-sans-arabic",
    "initiatives.former_ids": "once-gauges",
    "initiatives.support.by": "harbour-office",
    "meetings.prepared_by": "desk-manager",
    "organization.units.part_of": "spark-group",
    "updates.continues_in": "tide-gauge",
}
"""What else a key may be, where the sample has it but once."""

Way = tuple[str | int, ...]


class Place(NamedTuple):
    """A plain value of a record: the way to it, the field it belongs to, and itself."""

    way: Way
    field: str
    kind: type[Record]
    value: Any

    @property
    def path(self) -> str:
        """Return the way without places in lists: the same for all records of one kind."""
        return ".".join(step for step in self.way if isinstance(step, str))


def places(record: Record, way: Way = ()) -> Iterator[Place]:
    """Yield every plain value at or below a record."""
    for name, value in record.__dict__.items():
        for below, part in parts(value, (*way, name)):
            if isinstance(part, Record):
                yield from places(part, below)
            elif part not in (None, ""):
                yield Place(below, name, type(record), part)


def parts(value: Any, way: Way) -> Iterator[tuple[Way, Any]]:
    """Yield what a field holds, lists and tables one by one."""
    if isinstance(value, tuple):
        yield from (((*way, index), part) for index, part in enumerate(value))
    elif isinstance(value, dict):
        yield from (((*way, str(key)), part) for key, part in value.items())
    else:
        yield way, value


def changed(value: Any, new: Mapping[Way, object], way: Way = ()) -> Any:
    """Return the value with others at the ends of ways."""
    if way in new:
        return new[way]
    if isinstance(value, Record):
        made = {name: changed(part, new, (*way, name)) for name, part in value.__dict__.items()}
        return value.model_copy(update=made)
    if isinstance(value, tuple):
        return tuple(changed(part, new, (*way, index)) for index, part in enumerate(value))
    if isinstance(value, dict):
        return {key: changed(part, new, (*way, str(key))) for key, part in value.items()}
    return value


def site(report: Report) -> Iterator[Page]:
    """Yield the pages of a report and its editions, but the page of changes."""
    editions = tuple(open_edition(report, edition) for edition in report.editions)
    found = pages(snapshot(report, END), editions)
    yield from (page for page in found if page.template != "changes")


def text_of(page: Page) -> str:
    """Return the page's Markdown file."""
    return render_page(environment(), page, FRAME)


environment = cache(partial(site_environment, ENGLISH))


def said_with(new: Mapping[Way, object]) -> str:
    """Return all that the pages say with other values at some places, signs as themselves."""
    report = changed(larkhaven(), new)
    own = own_labels(report.vocabulary)
    words = site_environment(Localization("en-US", own_terms(report.about, "en-US"), own))
    told = (render_page(words, page, FRAME) for page in site(report))
    return "\n".join(map(html.unescape, told))


def is_words(place: Place) -> bool:
    """Return whether a place holds words that are nobody's id."""
    if not isinstance(place.value, str) or isinstance(place.value, StrEnum):
        return False
    field = place.kind.model_fields[place.field]
    free = "function _words" in str([field.annotation, *field.metadata])
    return place.field not in NAMES_OTHERS and (free or place.field in {*PROSE, *ADDRESSES, "file"})


def is_quantity(place: Place) -> bool:
    """Return whether a place holds a number that counts something."""
    number = isinstance(place.value, int | Decimal) and not isinstance(place.value, bool)
    return number and place.field not in NOT_A_QUANTITY


ALL = tuple(
    place
    for place in places(larkhaven())
    if place.field not in APART
    and place.path not in FROM_THE_SNAPSHOT
    # Words of other sentences, tried in them (tests/words/test_own_terms.py).
    and not place.path.startswith("about.terms.")
)
WORDS = tuple(place for place in ALL if is_words(place))
QUANTITIES = tuple(place for place in ALL if is_quantity(place))
DATES = tuple(place for place in ALL if isinstance(place.value, PartialDate | date))
KEYS = tuple(p for p in ALL if p not in {*WORDS, *QUANTITIES, *DATES})


# --- words, numbers, dates: all at once -----------------------------------------------------------


def unheard_of(place: Place, number: int) -> str:
    """Return a text that is nowhere else, of the form that the field asks for."""
    word = f"zq{number}zq"
    if place.field == "file":
        return f"{word}.png"
    return f"https://{word}.example" if place.field in ADDRESSES else word


def test_every_word_stands_on_a_page() -> None:
    """Whatever an editor wrote in words can be read, in every record."""
    new = {place.way: unheard_of(place, number) for number, place in enumerate(WORDS)}

    said = said_with(new).lower()

    missing = {place.path for place in WORDS if str(new[place.way]) not in said}
    assert missing == set(UNSHOWN) - {place.path for place in KEYS}


def test_every_number_stands_on_a_page() -> None:
    """Whatever was counted or measured can be read, in every record."""
    ranked = sorted(QUANTITIES, key=lambda place: place.value)
    new = {p.way: type(p.value)(3_000_001 + 7 * rank) for rank, p in enumerate(ranked)}

    said = said_with(new)

    shown = {
        place.way
        for place in QUANTITIES
        if ENGLISH(new[place.way]) in said or str(new[place.way]) in said
    }
    assert {place.path for place in QUANTITIES if place.way not in shown} == ROUNDED


def last_and_first(value: PartialDate | date) -> tuple[date, date]:
    """Return the days by which dates are put in order."""
    return (value, value) if isinstance(value, date) else (value.last(END), value.first())


def test_every_date_stands_on_a_page() -> None:
    """Whatever has a date says it, in every record; the order of things stays as it was."""
    ranked = sorted(DATES, key=lambda place: last_and_first(place.value))
    days = {p.way: date(1001, 1, 1) + timedelta(9 * rank) for rank, p in enumerate(ranked)}
    new = {
        place.way: days[place.way]
        if isinstance(place.value, date)
        else PartialDate(days[place.way].isoformat())
        for place in DATES
    }

    said = set(re.findall(r"[A-Z][a-z]+ \d+, \d{4}", said_with(new)))

    unsaid = {place.field for place in DATES if ENGLISH(days[place.way]) not in said}
    assert unsaid == UNSAID_DATES.keys()
    assert all(p.field in UNSAID_DATES or ENGLISH(days[p.way]) in said for p in DATES)
    assert ENGLISH(PartialDate("1001-01-01")) == ENGLISH(date(1001, 1, 1))


# --- keys, flags and references: one by one -------------------------------------------------------


def others(place: Place) -> list[object]:
    """Return up to two other values of a place, such as the sample itself has."""
    value = place.value
    match value:
        case bool():
            return [not value]
        case StrEnum():
            return [key for key in type(value) if key not in (value, Status.NOT_REPORTED)][:2]
        case int():
            return [value + 7]
    if place.path in WRITTEN_ONCE:
        return [WRITTEN_ONCE[place.path]]
    kin = [p.value for p in ALL if p.path == place.path] + [
        p.value for p in ALL if p.field == place.field and type(p.value) is type(value)
    ]
    return [other for other in dict.fromkeys(kin) if other != value][:2]


@cache
def before() -> Mapping[str, Page]:
    """Return the pages of the sample by address."""
    return {page.target: page for page in site(larkhaven())}


def shows(report: Report, unseen: frozenset[str]) -> bool:
    """Return whether some page, other than of the unseen templates, is another than before."""
    old = before()
    for page in site(report):
        if page.template in unseen:
            continue
        if page.target not in old:
            return True
        if page != old[page.target] and text_of(page) != text_of(old[page.target]):
            return True
    return False


def makes_a_difference(path: str) -> bool:
    """Return whether another value of a key changes a page; a source does so beside its claim."""
    mine = [place for place in KEYS if place.path == path]
    cited = mine[0].field == "sources"
    of_edition = path.startswith("editions")
    unseen = frozenset(({"sources"} if of_edition else {"sources", "edition"}) if cited else ())
    tries = [(place.way, other) for place in mine[:6] for other in others(place)]

    assert tries, path
    return any(shows(changed(larkhaven(), {way: other}), unseen) for way, other in tries)


@pytest.mark.slow
@pytest.mark.parametrize("part", sorted({place.path.split(".")[0] for place in KEYS}))
def test_every_key_makes_a_difference(part: str) -> None:
    """Another state, kind, flag or tie changes a page."""
    paths = {place.path for place in KEYS if place.path.split(".")[0] == part}
    unshown = {path for path in sorted(paths) if not makes_a_difference(path)}

    assert unshown == paths & UNSHOWN.keys()


def test_the_proof_is_no_empty_one() -> None:
    """Hundreds of places are looked for."""
    assert len(WORDS) > 400
    assert len(QUANTITIES) > 40
    assert len(DATES) > 150
    assert len({place.path for place in KEYS}) > 100
