"""What a reader finds, by a search that fetches parts of an index from this site alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from browser.resident_queries import HELD_OUT, TUNED, Query
from playwright.sync_api import Browser, Page, expect
from sites import SAMPLE, Site, build_project, make_project, served

from generator.core.settings import Settings
from generator.load.report import load_report

pytestmark = pytest.mark.slow

FIRST = 5
ASK = """async ([top, asked, first]) => {
  const { openIndex } = await import(`${top}assets/js/search-index.js`);
  const index = await openIndex(document.querySelector(".r-search").dataset.smallWords);
  const found = [];
  for (const words of asked) {
    const { results } = await index.find(words);
    const shown = await Promise.all(results.slice(0, first).map((result) => result.data()));
    found.push(shown.map((one) => one.raw_url));
  }
  return found;
}"""


def found(browser: Browser, site: Site, asked: Iterable[str]) -> list[list[str]]:
    """Return the addresses of the first results of each question."""
    tab = browser.new_page()
    tab.goto(f"{site.address}{site.below}search/")
    top = f"{site.address}{site.below}"
    answers: list[list[str]] = tab.evaluate(ASK, [top, list(asked), FIRST])
    tab.close()
    return answers


def _ranks(browser: Browser, site: Site, queries: Sequence[Query]) -> tuple[int, int]:
    """Return for how many queries a right page is first, and for how many among the first five."""
    answers = found(browser, site, [query.words for query in queries])
    right = [
        [address.removeprefix("/") in query.right for address in pages]
        for query, pages in zip(queries, answers, strict=True)
    ]
    return sum(pages[:1] == [True] for pages in right), sum(map(any, right))


def test_residents_find_what_they_look_for(browser: Browser, real: Site) -> None:
    """Of thirty queries the right page is first for 24; of the half that was not looked at, ten."""
    tuned, held_out = _ranks(browser, real, TUNED), _ranks(browser, real, HELD_OUT)
    assert tuned[0] + held_out[0] >= 24, (tuned, held_out)
    assert held_out >= (10, 12), held_out


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
    asked += ["mayor's", "MAYOR’S", "Sióbhan"]
    with served(settings) as site:
        answers = dict(zip(asked, found(browser, site, asked), strict=True))
    assert [words for words in asked if "/initiatives/tide-gauge/" not in answers[words]] == []


@pytest.fixture
def tab(browser: Browser, sample: Site) -> Iterator[Page]:
    """Return the front page of the sample town; whatever the browser complains of is a failure."""
    faults: list[str] = []
    context = browser.new_context()
    tab = context.new_page()
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.goto(sample.address)
    yield tab
    assert faults == []
    context.close()


def test_keyboard_alone_searches_from_any_page(tab: Page, sample: Site) -> None:
    """Enter opens, the count is read out, Tab comes to the results, and Enter follows one."""
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.get_by_role("button", name="Search", exact=True).focus()
    tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    tab.keyboard.type("tide gauge")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^Pages found: \d+\.$"))
    results = dialog.get_by_role("listitem")
    expect(results.first).to_contain_text("Off course, as of 5 February 2024")
    for name in ("Search", "Close"):
        tab.keyboard.press("Tab")
        expect(dialog.get_by_role("button", name=name)).to_be_focused()
    tab.keyboard.press("Tab")
    expect(results.first.get_by_role("link")).to_be_focused()
    assert all(url.startswith(sample.address) for url in asked)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/initiatives/tide-gauge/")


def test_escape_closes_and_focus_returns(tab: Page) -> None:
    """Closed by key or button, nothing of the dialog stays on the page."""
    button = tab.get_by_role("button", name="Search", exact=True)
    for close in ("Escape", "Enter"):
        assert tab.locator("dialog, [role=dialog]").count() == 0
        button.press("Enter")
        expect(tab.get_by_role("searchbox")).to_be_focused()
        tab.keyboard.type("tide")
        if close == "Enter":
            tab.get_by_role("button", name="Close").focus()
        tab.keyboard.press(close)
        expect(tab.locator("dialog")).to_have_count(0)
        expect(button).to_be_focused()


def test_nothing_of_search_is_loaded_before_it_is_opened(browser: Browser, sample: Site) -> None:
    """A page fetches neither the script of search nor a part of its index."""
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(sample.address)
    tab.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"search.*\.js|search/|pagefind", url)] == []
    tab.close()


def test_small_and_misspelled_words(browser: Browser, sample: Site) -> None:
    """Small words find no longer ones; one that is nowhere gives way to the nearest."""
    plain, with_small, beginning = found(
        browser, sample, ["tide gauges", "What is in the tide gauges?", "gaug"]
    )
    assert plain[0] == with_small[0] == beginning[0] == "/initiatives/tide-gauge/"
    tab = browser.new_page()
    tab.goto(f"{sample.address}search/?words=tide+guages")
    said = "There is no “guages”; this is for “gauges”. Pages found: "
    expect(tab.get_by_role("status")).to_contain_text(said)
    expect(tab.locator(".r-search li a").first).to_have_text("Tide gauges on every quay")
    tab.close()


def test_a_search_can_be_shared(browser: Browser, sample: Site) -> None:
    """On its own page the words are in the address, and there again when a reader is back."""
    tab = browser.new_page()
    tab.goto(f"{sample.address}search/")
    tab.get_by_role("searchbox", name="Words").fill("tide gauge")
    first = tab.locator(".r-search li a").first
    first.click()
    tab.wait_for_url("**/initiatives/tide-gauge/")
    tab.go_back()
    assert "words=tide+gauge" in tab.url
    expect(first).to_be_visible()
    tab.get_by_role("searchbox", name="Words").fill("zyxwvutsrq")
    expect(tab.get_by_role("status")).to_have_text(re.compile("^Nothing was found."))
    tab.close()


def test_from_a_page_that_is_not_there(browser: Browser, sample: Site) -> None:
    """The error page, wherever it is shown, searches as any other."""
    tab = browser.new_page()
    error_page = (sample.settings.site / "404.html").read_text("utf-8")
    gone = f"{sample.address}no/such/page"
    tab.route(
        gone, lambda route: route.fulfill(status=404, body=error_page, content_type="text/html")
    )
    tab.goto(gone)
    tab.get_by_role("button", name="Search", exact=True).click()
    tab.get_by_role("searchbox").fill("tide gauge")
    tab.get_by_role("dialog").locator("li a").first.click()
    tab.wait_for_url("**/initiatives/tide-gauge/")
    tab.close()


def test_below_a_path(browser: Browser, sample: Site, tmp_path: Path) -> None:
    """A site that is not at the top of its host searches alike."""
    settings = Settings(tmp_path)
    settings.site.mkdir()
    (settings.site / "report").symlink_to(sample.settings.site)
    tab = browser.new_page()
    with served(settings) as site:
        tab.goto(f"{site.address}report/about/")
        tab.get_by_role("button", name="Search", exact=True).click()
        tab.get_by_role("searchbox").fill("tide gauge")
        tab.get_by_role("dialog").locator("li a").first.click()
        tab.wait_for_url(f"{site.address}report/initiatives/tide-gauge/")
        tab.close()


def test_without_script_search_leads_to_the_list_of_all(browser: Browser, sample: Site) -> None:
    """The button is a link then, and its page leads to every initiative."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(sample.address)
    tab.get_by_role("link", name="Search", exact=True).click()
    expect(tab.get_by_role("searchbox")).to_have_count(0)
    tab.get_by_role("link", name="list of all initiatives").click()
    assert tab.url.endswith("/initiatives/")
    context.close()


def test_without_an_index_search_leads_to_the_list_of_all(browser: Browser, sample: Site) -> None:
    """A copy of the site that nobody indexed says so, and its links go on."""
    tab = browser.new_page()
    tab.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    tab.goto(f"{sample.address}search/?words=tide")
    expect(tab.get_by_role("status")).to_contain_text("cannot be searched")
    tab.get_by_role("link", name="list of all initiatives").click()
    assert tab.url.endswith("/initiatives/")
    tab.close()
