"""A site in two languages: one of them made by the tests, which is written from right to left."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from made_language import MADE
from sites import SAMPLE, build_project, make_project, name_languages

from generator.core.settings import Settings
from generator.model.translations import digest_of
from generator.publish.site import build_site
from generator.publish.site_languages import SiteLanguage
from generator.storage.sync import files_under
from generator.views.base.addresses import is_shared
from generator.words import bundles
from generator.words.localization import Localization
from generator.words.marking import END, FOREIGN, OUTDATED

pytestmark = pytest.mark.slow

FIRST = "en-GB"
DAY = date(2026, 11, 23)
MARKS = (FOREIGN, OUTDATED, END)
REPORT = "Larkhaven Promises Report"
TITLE = "Tide gauges on every quay"
TRANSLATION = """\
texts:
  title:
    of: "{of}"
    text: "Mååléént tídvånn"
  summary:
    of: "0123456789abcdef"
    text: "Élðr ágríp"
"""

_LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
_ALTERNATE = re.compile(r'<link rel="alternate " hreflang="([^"]*)" href="([^"]*)">')
_SWITCH = re.compile(r'<a href="([^"]*)" lang="([^"]*)" hreflang="\2"')


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, made_folder: Path) -> Iterator[Settings]:
    """Return the sample town, whose site was built in two languages."""
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("town"))
    name_languages(settings, FIRST, MADE)
    gauge = settings.content / "translations" / MADE / "initiatives" / "tide-gauge.yml"
    gauge.parent.mkdir(parents=True)
    gauge.write_text(TRANSLATION.format(of=digest_of(TITLE)), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "CATALOG", made_folder)
        build_project(settings, documents=False)
        yield settings


@pytest.fixture(scope="module")
def pages(town: Settings) -> dict[str, str]:
    """Return every page by its path, those of errors left out."""
    found = [path for path in files_under(town.site) if path.endswith("index.html")]
    return {path: (town.site / path).read_text("utf-8") for path in found}


def test_each_page_is_in_each_language(pages: dict[str, str]) -> None:
    """Every page says in which language it is, and which way it is read."""
    of_first = {path for path in pages if not path.startswith(f"{MADE}/")}
    assert {f"{MADE}/{path}" for path in of_first} == pages.keys() - of_first
    for path, page in pages.items():
        language, direction = (FIRST, "ltr") if path in of_first else (MADE, "rtl")
        assert f'<html lang="{language}"' in page, path
        assert f'<body dir="{direction}"' in page, path


def test_the_switch_stays_on_the_page(pages: dict[str, str]) -> None:
    """Readers without script, and search engines, find the same page in the other languages."""
    for path, page in pages.items():
        bare = path.removeprefix(f"{MADE}/").removesuffix("index.html")
        there = {FIRST: f"/{bare}", MADE: f"/{MADE}/{bare}"}
        led = {tag: urljoin(f"/{path}", to) for to, tag in _SWITCH.findall(page)}
        told = {tag: urljoin(f"/{path}", to) for tag, to in _ALTERNATE.findall(page)}
        assert led == there, path
        assert told == there | {"x-default": there[FIRST]}, path


def test_translated_texts_are_shown_and_others_are_marked(pages: dict[str, str]) -> None:
    """Titles are translated wherever they are named; outdated texts are marked and explained."""
    own, first = (
        pages[f"{folder}initiatives/tide-gauge/index.html"] for folder in (f"{MADE}/", "")
    )
    assert "Mååléént tídvånn</h1>" in own
    assert TITLE in unescape(first)
    assert "Élðr ágríp<sup>*</sup>" in unescape(own)
    assert '<p class="r-outdated">' in own
    assert "r-outdated" not in first
    assert f'<span lang="{FIRST}" dir="ltr">' in own
    assert "<span lang=" not in first
    assert not any(mark in page for page in pages.values() for mark in MARKS)
    assert 'id="languages"' in pages[f"{MADE}/method/index.html"]
    assert 'id="languages"' not in pages["method/index.html"]


_ELSEWHERE = f'[lang]:not([lang="{MADE}"]), svg, option, script, style, code, .r-toc'
"""What says that it is in another language; and what has room for text alone, or for code."""

_ENGLISH = re.compile(r"\w*[aeiou]\w*", re.IGNORECASE)
"""A word with a vowel as English writes it, which the made language does not."""


def test_whatever_is_in_english_says_so(pages: dict[str, str]) -> None:
    """All else is said by the catalogue: no message is missing, and no sentence is outside it."""
    found = set()
    for path in (path for path in pages if path.startswith(f"{MADE}/")):
        body = BeautifulSoup(pages[path], "html.parser").body
        assert body is not None
        for element in body.select(_ELSEWHERE):
            element.decompose()
        texts = [text for text in body.stripped_strings if text != REPORT]
        found |= {f"{path}: {text}" for text in texts if _ENGLISH.search(text)}
    assert found == set()


def test_every_link_leads_somewhere(town: Settings, pages: dict[str, str]) -> None:
    """Data, pictures, and what was presented are the first language's; all else is each one's."""
    files = set(files_under(town.site))
    for path, page in pages.items():
        for link in map(unescape, _LINK.findall(page)):
            if re.match(r"[a-z]+:|#", link):
                continue
            to = unquote(urljoin(f"/{path}", link).partition("#")[0].partition("?")[0])[1:]
            to = to if to and not to.endswith("/") else f"{to}index.html"
            assert to in files, f"{path}: {link}"
            if path.startswith(f"{MADE}/") and not is_shared(to.removesuffix("index.html")):
                assert to.startswith(f"{MADE}/") or link in _links_out(page), f"{path}: {link}"


def _links_out(page: str) -> set[str]:
    """Return the links of a page to the same page in another language."""
    return {to for to, _ in _SWITCH.findall(page)} | {to for _, to in _ALTERNATE.findall(page)}


def test_what_all_languages_share_exists_once(town: Settings) -> None:
    """Open data and pictures are at the first language's addresses alone; pages are in each."""
    below = [path for path in files_under(town.site / MADE) if path.startswith(("data/", "media/"))]
    assert "data/index.html" in below
    assert [path for path in below if not path.endswith("index.html")] == []
    assert (town.site / "data" / "report.json").is_file()


def test_each_language_is_searched_by_itself(town: Settings) -> None:
    """A language's index holds its own pages, in the language's own way to find words."""
    for folder, language in ((town.site, FIRST), (town.site / MADE, MADE)):
        entry = (folder / "pagefind" / "pagefind-entry.json").read_text("utf-8")
        assert re.findall(r'"(\w\w(?:-\w\w)?)":\{"hash"', entry) == [language.lower()]


def test_one_sitemap_lists_all_languages(town: Settings) -> None:
    """Each page is there at each of its addresses, with those of the other languages."""
    languages = [SiteLanguage(Localization(tag), "Larkhaven") for tag in (FIRST, MADE)]
    build_site(town, built_on=DAY, languages=languages, address="https://town.example/report/")
    listed = (town.site / "sitemap.xml").read_text("utf-8")

    assert not (town.site / MADE / "sitemap.xml").exists()
    assert "<loc>https://town.example/report/ideas/</loc>" in listed
    assert f"<loc>https://town.example/report/{MADE}/ideas/</loc>" in listed
    assert f'hreflang="{MADE}" href="https://town.example/report/{MADE}/ideas/"' in listed
    page = (town.site / MADE / "ideas" / "index.html").read_text("utf-8")
    assert dict(_ALTERNATE.findall(page))[FIRST] == "https://town.example/report/ideas/"
    assert f'<link rel="canonical" href="https://town.example/report/{MADE}/ideas/">' in page
