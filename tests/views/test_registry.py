"""Which pages there are: one for everything on the record, each with an address of its own."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from larkhaven import larkhaven
from press import DIGEST
from site_pages import pages

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.views.base import addresses
from generator.views.base.page import Page
from generator.views.base.page_groups import PageGroup, PlainFile
from generator.views.base.page_kind import AnyPageKind
from generator.views.base.site_context import OpenData, SiteContext
from generator.views.goals.measures import measure_drawings
from generator.views.page_kinds import PAGE_KINDS
from generator.views.print.blocks import Heading
from generator.views.print.department import (
    SHEET_LENGTHS,
    department_document,
    involved,
    sheet_document,
)
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from generator.views.registry import page_at, page_groups, pages_by_address, prose_targets
from tests.spoken import ENGLISH

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
BEFORE_ANYTHING = snapshot(larkhaven(), date(2020, 1, 1))
EVERYTHING = snapshot(larkhaven(), date(2031, 1, 1))
WEB = ("https://", "http://", "mailto:", "#")

FILES = ("data/a.csv", "data/report.json", "data/snapshot.schema.json", "data/datapackage.json")

EITHER = pytest.mark.parametrize(
    "seen", [BEFORE_ANYTHING, NOW, EVERYTHING], ids=["empty", "now", "later"]
)


def made(seen: Snapshot = NOW) -> dict[str, Page]:
    """Return the pages of a snapshot by address."""
    return {page.target: page for page in pages(seen)}


def targets_in(view: object) -> Iterator[str]:
    """Yield every address that a view holds, at whatever depth."""
    if is_dataclass(view):
        for field in fields(view):
            value = getattr(view, field.name)
            if field.name == "target" and isinstance(value, str):
                yield value
            else:
                yield from targets_in(value)
    elif isinstance(view, tuple | list):
        for part in view:
            yield from targets_in(part)
    elif isinstance(view, dict):
        yield from targets_in(tuple(view.values()))


@EITHER
def test_every_page_has_an_address_of_its_own(seen: Snapshot) -> None:
    """No page overwrites another, not even on a disk that does not tell capitals apart."""
    paths = [page.path.casefold() for page in pages(seen)]

    assert len(paths) == len(set(paths))


@EITHER
def test_every_page_says_what_it_is(seen: Snapshot) -> None:
    """Title and description are there for search engines and for previews of links."""
    assert all(
        ENGLISH(page.title).strip() and ENGLISH(page.description).strip() for page in pages(seen)
    )


@EITHER
def test_every_link_of_a_view_leads_to_a_page(seen: Snapshot) -> None:
    """Addresses that views hold are those of pages, or lie on the web."""
    known = {*made(seen), addresses.DATA}  # made beside the files, whose sizes it tells
    known |= {file.path for file in measure_drawings(seen)}
    known |= {
        addresses.presented(meeting.key, document.file)
        for meeting in seen.report.meetings
        for document in meeting.presented
    }

    lost = {
        (target, page.target)
        for page in pages(seen)
        for target in targets_in((page.view, page.crumbs))
        if not target.startswith(WEB)
        and not target.startswith(("media/", "assets/", "data/measures/"))
        and target.partition("#")[0] not in known
    }

    assert lost == set()


def test_the_walk_finds_links() -> None:
    """The proof above is no empty one."""
    view = made()["initiatives/tide-gauge/"].view

    assert {"areas/harbour/", "sources/#tide-data"} <= set(targets_in(view))


def test_everything_on_the_record_has_its_page() -> None:
    """Areas, initiatives, narrative pages, and a stub at every former id."""
    report, known = larkhaven(), made()
    expected = [addresses.area(area.id) for area in report.areas]
    expected += [addresses.initiative(i.id) for i in report.initiatives]
    expected += [addresses.initiative(name) for i in report.initiatives for name in i.former_ids]
    expected += [addresses.narrative(page.id) for page in report.pages]

    assert set(expected) <= set(known)
    assert addresses.HOME in known


def test_what_is_not_yet_on_the_record_has_no_page() -> None:
    """Before its proposal an initiative cannot be reached, nor its former addresses."""
    assert [target for target in made(BEFORE_ANYTHING) if target.startswith("initiatives/")] == [
        "initiatives/"
    ]


def test_a_former_address_leads_on_and_stays_out_of_search() -> None:
    """The stub links to the initiative; a search finds only the initiative itself."""
    stub = made()["initiatives/flood-gauges/"]

    assert list(targets_in(stub.view)) == ["initiatives/tide-gauge/"]
    assert not stub.searchable


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("", "index.md"),
        ("areas/", "areas/index.md"),
        ("initiatives/", "initiatives.md"),
        ("areas/harbour/", "areas/harbour.md"),
        ("sources/#tide-data", "sources.md"),
    ],
)
def test_an_address_has_its_file(target: str, path: str) -> None:
    """The Markdown file from which a site builder makes the page at that address."""
    assert addresses.file_of(target) == path


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("source:tide-data", "sources/#tide-data"),
        ("initiative:tide-gauge", "initiatives/tide-gauge/"),
        ("area:harbour", "areas/harbour/"),
        ("page:history", "about/history/"),
        ("media:gauge.png", "media/gauge.png"),
        ("goal:harbour/dry-feet", "goals/harbour/dry-feet/"),
        ("goal:program/trust", "goals/programme/trust/"),
    ],
)
def test_prose_links_have_addresses(link: str, target: str) -> None:
    """Every kind of link that prose may hold leads to a place on the site."""
    assert addresses.of_prose_link(link) == target


@EITHER
def test_what_prose_can_lead_to_is_known_before_any_page_is_made(seen: Snapshot) -> None:
    """The addresses are those of all pages that a link of prose has a name for, and no others."""
    name = "[a-z0-9]+(?:-[a-z0-9]+)*"
    kinds = dict.fromkeys(("initiative", "area", "page", "source"), name)
    patterns = [
        re.compile(addresses.of_prose_link(f"{kind}:{name}").partition("#")[0])
        for kind, name in {**kinds, "goal": f"{name}/{name}"}.items()
    ]
    to_be_led_to = {t for t in made(seen) if any(one.fullmatch(t) for one in patterns)}

    assert prose_targets(seen) == to_be_led_to


def test_groups_can_be_made_in_any_order() -> None:
    """Each group gives the same pages again, whatever was made before."""
    groups = list(page_groups(SiteContext(NOW)))
    backwards = [list(group.pages()) for group in reversed(groups)]

    made = [page for some in reversed(backwards) for page in some if isinstance(page, Page)]
    assert made == list(pages(NOW))


@EITHER
def test_every_page_is_found_by_its_address(seen: Snapshot) -> None:
    """What is at an address makes the page there, first and whole, and no other address does."""
    site = SiteContext(seen)
    groups = pages_by_address(site)

    for page in pages(seen):
        found = page_at(groups, page.target)
        assert isinstance(found, PageGroup)
        assert page in list(found.pages())
    assert set(groups) <= set(made(seen))


def test_a_further_part_is_found_below_its_page() -> None:
    """Whether a table is that long is told by making the page that holds it."""
    groups = pages_by_address(SiteContext(NOW))

    assert page_at(groups, "initiatives/all/part-2/") is groups["initiatives/"]
    assert page_at(groups, "sources/") is groups["sources/"]


@pytest.mark.parametrize("address", ["nowhere/", "nowhere/else/", "nowhere", "/"])
def test_where_nothing_is_nothing_is_found(address: str) -> None:
    """An address of no page has no group, and the front page does not be in for it."""
    assert page_at(pages_by_address(SiteContext(NOW)), address) is None


def test_open_data_comes_with_its_page() -> None:
    """The files are made with the page that tells of them, and only where data is offered."""
    offered = OpenData((), {"data/a.csv": b"id"}, dict.fromkeys(FILES, 2))
    site = SiteContext(NOW, open_data=lambda _: offered)
    page, *files = pages_by_address(site)[addresses.DATA].pages()

    assert isinstance(page, Page)
    assert files == [PlainFile("data/a.csv", "id")]
    assert page_at(pages_by_address(SiteContext(NOW)), addresses.DATA) is None


def in_navigation(entries: list[dict[str, Any]], above: tuple[str, ...] = ()) -> dict[Any, str]:
    """Return the file of every entry of a navigation, by the titles that lead to it."""
    found: dict[Any, str] = {}
    for entry in entries:
        for title, inside in entry.items():
            here = (*above, title)
            found |= {here: inside} if isinstance(inside, str) else in_navigation(inside, here)
    return found


def place(kind: AnyPageKind) -> tuple[str, ...]:
    """Return where the navigation has a kind's page: in its section, or as the whole of it."""
    section, nav = ENGLISH(kind.section), ENGLISH(kind.nav)
    return (section,) if section == nav else (section, nav)


def test_every_page_but_the_front_page_is_in_a_section() -> None:
    """The sections are the ways in, and each has a page that the navigation leads to."""
    ways_in = {ENGLISH(kind.section) for kind in PAGE_KINDS if kind.nav}
    outside = [kind.address for kind in PAGE_KINDS if ENGLISH(kind.section) not in ways_in]

    assert len(ways_in) == 6
    assert outside == [addresses.HOME]


def test_further_pages_are_in_the_section_of_their_kind() -> None:
    """So are pages that only making can tell of, such as what rests on one source."""
    site = SiteContext(NOW)
    made = [
        (page.section, kind.section)
        for kind in PAGE_KINDS
        for group in kind.groups(site)
        for page in group.pages()
        if isinstance(page, Page)
    ]

    assert [one for one in made if one[0] != one[1]] == []


def test_the_navigation_is_what_the_kinds_say(root: Path) -> None:
    """mkdocs.yml has every kind of page that names its place there, and no other page."""
    written = (root / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    said = {place(kind): addresses.file_of(kind.address) for kind in PAGE_KINDS if kind.nav}

    assert in_navigation(yaml.safe_load(written)["nav"]) == said


def test_every_page_of_every_report_has_one_kind() -> None:
    """An address that is in the module of addresses belongs to a kind, and to one alone."""
    single = [kind.address for kind in PAGE_KINDS if isinstance(kind.address, str)]

    assert sorted(single) == sorted((*addresses.OF_EVERY_REPORT, *addresses.OF_SOME_REPORTS))


def test_documents_have_the_pages_that_their_kinds_say() -> None:
    """The full report has a heading for each page of those kinds, and of no others."""
    frame = DocumentFrame(NOW, DIGEST)
    headed = {part.anchor for part in report_document(frame).parts if isinstance(part, Heading)}
    site = SiteContext(NOW)
    for kind in PAGE_KINDS:
        for group in kind.groups(site):
            if group.address:
                assert (group.address in headed) is ("report" in kind.documents), group.address


def test_an_initiative_is_printed_alone_and_with_its_department() -> None:
    """A sheet is made of the same view as its page, and so is its part of a packet."""
    frame, state = DocumentFrame(NOW, DIGEST), NOW.states[0]
    [kind] = [kind for kind in PAGE_KINDS if kind.template == "initiative"]
    unit = next(u for u in NOW.report.organization.units if involved(NOW, u.id))
    packet = {p.anchor for p in department_document(frame, unit).parts if isinstance(p, Heading)}

    assert set(kind.documents) == {"report", "department", "sheet"}
    assert sheet_document(frame, state, SHEET_LENGTHS[0]).title == state.initiative.title
    assert {addresses.initiative(s.initiative.id) for s in involved(NOW, unit.id)} <= packet
