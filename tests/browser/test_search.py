"""What a reader finds: as much as with Material's own index, in a fifth of the bytes."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sites import SAMPLE, Site, build_project, make_project, served

from generator.load.report import load_report
from tests.bench.recall import questions, recall
from tests.bench.weights import default_index

pytestmark = pytest.mark.slow


def test_marked_index_finds_as_much_in_a_fifth_of_the_bytes(real: Site) -> None:
    """Every title, idea and rare word of the real data is asked of both, by the theme's worker."""
    own = (real.settings.site / "search" / "search_index.json").read_bytes()
    default = default_index(real.settings.site)
    report = load_report(real.settings).report
    assert report is not None
    asked = questions(report)
    ours, theirs = recall(own, asked), recall(default, asked)
    assert len(gzip.compress(own, 9)) <= len(gzip.compress(default, 9)) / 5
    assert ours.keys() == {"titles", "ideas", "rare words"}
    for kind, found in ours.items():
        assert found.asked > 40
        assert found.found >= theirs[kind].found, kind
    assert ours["titles"].share == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_results_lead_to_the_page_and_show_only_words_asked_for(
    browser: Browser, sample: Site, width: int
) -> None:
    """A result names its page, says which words stand on it, and hides those nobody asked for."""
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(sample.address)
    if width == 320:
        tab.locator("label.md-header__button[for=__search]").click()
    box = tab.locator("input[name=query]")
    box.click()
    box.press_sequentially(_word_further_down(sample), delay=20)
    results = tab.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    shown = results.locator("p:has(> sub):visible").all()
    assert shown
    assert all(words.locator("mark").count() for words in shown)
    with tab.expect_navigation():
        results.first.locator("a").first.click()
    assert "h=" in tab.url
    expect(tab.locator("article mark").first).to_be_visible()
    tab.close()


def _word_further_down(site: Site) -> str:
    """Return a word that stands on an initiative's page below what the results show of it."""
    index = json.loads((site.settings.site / "search" / "search_index.json").read_bytes())
    texts = [doc["text"] for doc in index["docs"] if doc["location"].startswith("initiatives/")]
    words = " ".join(bag for text in texts for bag in re.findall(r"<sub>(.*?)</sub>", text))
    return max(re.findall(r"[a-z]+", words), key=len)


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return the sample town's site as if it were large."""
    monkeypatch.setattr("generator.pages.search.CHUNKED_FROM", 1)
    settings = make_project(SAMPLE, tmp_path)
    build_project(settings)
    with served(settings) as site:
        yield site


def test_large_site_is_searched_in_chunks(browser: Browser, large: Site) -> None:
    """The header leads to a page that finds by parts of an index, from this site alone."""
    faults: list[str] = []
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(large.address)
    tab.get_by_role("link", name="Search", exact=True).click()
    box = tab.get_by_role("searchbox", name="Words")
    box.fill("tide gauge")
    first = tab.locator("#found > li > a").first
    expect(first).to_be_visible()
    expect(tab.locator("#find-count")).to_contain_text(re.compile(r"^\d+ pages? found\.$"))
    assert "words=tide+gauge" in tab.url
    assert not [url for url in asked if "search_index.json" in url]
    assert all(url.startswith(large.address) for url in asked)
    first.click()
    assert "initiatives/tide-gauge/" in tab.url
    tab.go_back()
    expect(tab.locator("#found > li > a").first).to_be_visible()
    tab.get_by_role("searchbox", name="Words").fill("no such words at all")
    expect(tab.locator("#find-count")).to_contain_text("Nothing found.")
    assert faults == []
    tab.close()
