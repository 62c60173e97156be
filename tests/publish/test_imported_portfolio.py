"""What an organization does not fill is not there: a portfolio as an import makes it."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import normpath

import pytest
import yaml
from press import DIGEST
from trial_organizations import write_portfolio

from generator.commands.serve import ContentReader
from generator.core.settings import Settings
from generator.publish.configuration import whole_configuration
from generator.publish.docs_folder import DocsFolder
from generator.views.base.addresses import file_of
from generator.views.print.blocks import Empty, Part
from generator.views.print.brief import brief_document
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import spoken

ABSENT = {
    *("changes", "cycles", "editions", "evaluations", "goals", "groups", "ideas", "matches"),
    *("measures", "money", "places", "roadmap", "unknown"),
}
"""Pages of which such a portfolio has nothing."""

NOTHING = re.compile(r"(?<![\d.,:/–-])\b0 (?!to )[a-z]")
"""A sentence that counts nothing."""

UNSPOKEN = re.compile(
    r"not reported|phase|confidence|forecast|freshness|milestone|update|owner|sponsor|\bidea",
    re.IGNORECASE,
)
"""What nobody keeps there, so that nothing may be said of it."""

ABOUT_THE_REPORT = ("about/index.md", "data.md", "method.md")
"""Pages that say how any report is made and read, in words of any report."""

TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the project of the portfolio."""
    return write_portfolio(tmp_path_factory.mktemp("portfolio"))


@pytest.fixture(scope="module")
def folder(project: Settings) -> DocsFolder:
    """Return what the site builder gets of it."""
    (made,), issues = ContentReader(project).read()
    assert issues == []
    return made


@pytest.fixture(scope="module")
def pages(folder: DocsFolder) -> dict[str, str]:
    """Return the Markdown of every page by its file."""
    return {path: raw.decode() for path, raw in folder.files().items() if path.endswith(".md")}


def told(text: str) -> str:
    """Return the words of a page."""
    return unescape(TAG.sub(" ", text))


def listed(nav: list[object]) -> Iterator[str]:
    """Yield the file of every entry of a nav."""
    for entry in nav:
        for inside in entry.values() if isinstance(entry, dict) else (entry,):
            yield from listed(inside) if isinstance(inside, list) else (str(inside),)


def parts_of(folder: DocsFolder) -> Iterator[Part]:
    """Yield the parts of the brief and of the full report."""
    frame = DocumentFrame(folder.now, DIGEST)
    yield from brief_document(frame, None, 4).parts
    yield from report_document(frame).parts


def test_no_page_is_there_only_to_say_that_it_is_empty(pages: dict[str, str]) -> None:
    """Of what it has nothing of there is no page, and no part of a page says why it is empty."""
    assert {name for name in ABSENT if f"{name}.md" in pages} == set()
    assert [path for path, text in pages.items() if "r-empty" in text] == []
    assert [path for path in pages if path.startswith("status/")] == []


def test_no_sentence_counts_nothing(pages: dict[str, str]) -> None:
    """No page says "0 ideas"; the sizes of empty tables of data are no sentence."""
    said = {path: NOTHING.findall(told(text)) for path, text in pages.items()}
    assert {path: found for path, found in said.items() if found} == {}


def test_nothing_is_said_of_what_nobody_keeps(pages: dict[str, str]) -> None:
    """No page but those on how reports are made speaks of a status, a phase, or an Owner."""
    said = {
        path: UNSPOKEN.findall(told(text))
        for path, text in pages.items()
        if path not in ABOUT_THE_REPORT and not path.startswith("data/")
    }
    assert {path: found for path, found in said.items() if found} == {}


def test_the_nav_has_the_pages_that_are_there(
    project: Settings, folder: DocsFolder, pages: dict[str, str]
) -> None:
    """What leads nowhere is left out, and a page of partners alone is called so."""
    written = yaml.safe_load(whole_configuration(project, [folder.site_language]))
    assert set(listed(written["nav"])) <= pages.keys()
    titles = {title for entry in written["nav"] for title in entry}
    assert titles == {"Initiatives", "Topic areas", "Data and sources", "About"}
    assert "Partners" in {title for entry in written["nav"][0]["Initiatives"] for title in entry}


def test_every_link_leads_to_a_page_that_is_there(pages: dict[str, str]) -> None:
    """No page leads to one that the report does not have."""
    for path, text in pages.items():
        address = path.removesuffix(".md").removesuffix("index")
        for link in re.findall(r'href="([^"]*)"', text):
            target = unescape(link).partition("#")[0]
            if not target or ":" in target or not target.endswith("/"):
                continue
            to = normpath(f"{address}/{target}").removeprefix("/").removesuffix(".")
            assert file_of(to and f"{to}/") in pages, f"{path}: {link}"


def test_no_part_of_a_document_says_that_it_is_empty(folder: DocsFolder) -> None:
    """Brief and report leave out what they have nothing for."""
    made = [spoken(part) for part in parts_of(folder)]
    assert [part for part in made if isinstance(part, Empty)] == []
    assert NOTHING.findall(str(made)) == []
