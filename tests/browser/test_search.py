"""What a reader finds, by a page of search that fetches parts of an index from this site alone."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sites import SAMPLE, Site, build_project, make_project, served

from generator.load.report import load_report

pytestmark = pytest.mark.slow

FIRST = 5
ASK = """async ([top, asked, first]) => {
  const index = await import(top + "pagefind/pagefind.js");
  await index.init();
  const found = [];
  for (const words of asked) {
    const results = (await index.search(words)).results.slice(0, first);
    found.push((await Promise.all(results.map((one) => one.data()))).map((one) => one.raw_url));
  }
  return found;
}"""


def found(browser: Browser, site: Site, asked: Iterable[str]) -> list[list[str]]:
    """Return the addresses of the first results of each question."""
    tab = browser.new_page()
    tab.goto(f"{site.address}search/")
    answers: list[list[str]] = tab.evaluate(ASK, [site.address, list(asked), FIRST])
    tab.close()
    return answers


def test_every_title_and_idea_leads_to_its_initiative(browser: Browser, real: Site) -> None:
    """Asked for in its own words, each of them is among the first five results."""
    report = load_report(real.settings).report
    assert report is not None
    questions = [
        (words, f"/initiatives/{one.id}/")
        for one in report.initiatives
        for words in (one.title, *(idea.text for idea in one.ideas))
    ]
    answers = found(browser, real, [words for words, _ in questions])
    assert len(questions) > 100
    assert [
        words for (words, page), pages in zip(questions, answers, strict=True) if page not in pages
    ] == []


WORDS = "Кафе могут ставить столы. Łódź, Đặng, Siobhán, naïve, O’Neill’s R&D and the mayor's"


def test_any_writing_is_found_as_readers_type_it(browser: Browser, tmp_path: Path) -> None:
    """Other scripts, letters with strokes and accents, words with signs in them."""
    settings = make_project(SAMPLE, tmp_path)
    file = settings.content / "initiatives" / "tide-gauge.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^summary: .*", f'summary: "{WORDS}"', text), "utf-8")
    build_project(settings, documents=False)
    asked = ["кафе", "столы", "Łódź", "Lodz", "Đặng", "dang", "siobhan", "naive", "O'Neill", "R&D"]
    with served(settings) as site:
        answers = dict(zip(asked, found(browser, site, asked), strict=True))
    assert [words for words in asked if "/initiatives/tide-gauge/" not in answers[words]] == []


def test_the_header_leads_to_a_page_that_finds(browser: Browser, sample: Site) -> None:
    """From any page to results and on to a page and back, without a request to anybody else."""
    faults: list[str] = []
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(sample.address)
    assert not [url for url in asked if "pagefind" in url]
    tab.get_by_role("link", name="Search", exact=True).click()
    box = tab.get_by_role("searchbox", name="Words")
    box.fill("tide gauge")
    first = tab.locator("#found > li > a").first
    expect(first).to_be_visible()
    expect(tab.locator("#find-count")).to_contain_text(re.compile(r"^Pages found: \d+$"))
    assert "words=tide+gauge" in tab.url
    assert all(url.startswith(sample.address) for url in asked)
    first.click()
    assert "initiatives/tide-gauge/" in tab.url
    tab.go_back()
    expect(tab.locator("#found > li > a").first).to_be_visible()
    tab.get_by_role("searchbox", name="Words").fill("zyxwvutsrq")
    expect(tab.locator("#find-count")).to_contain_text("Nothing was found.")
    assert faults == []
    tab.close()


def test_without_an_index_search_leads_to_the_list_of_all(browser: Browser, sample: Site) -> None:
    """A copy of the site that nobody indexed says so, and its links go on."""
    tab = browser.new_page()
    tab.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    tab.goto(f"{sample.address}search/?words=tide")
    expect(tab.locator("#find-count")).to_contain_text("cannot be searched")
    tab.get_by_role("link", name="status page").click()
    assert tab.url.endswith("/status/")
    tab.close()
