"""What a reader finds: as much as with Material's own index, in a fifth of the bytes."""

import gzip
import json
import re

import pytest
from playwright.sync_api import Browser, expect
from sites import Site

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
