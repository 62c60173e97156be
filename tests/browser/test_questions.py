"""Residents' questions, answered by following links that a resident would choose."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import Site

pytestmark = pytest.mark.slow

MOST_CLICKS = 2
MOST_WORDS = 120
"""Words before the answer: half a minute of reading."""

BIKE_SHARE = "Increase number of shared bicycles per capita"
SCOOTERS = "Explore new forms of shared alternative transportation platforms"

QUESTIONS = {
    "Which initiative ended early, and why?": (
        ["Delivered, later ended", BIKE_SHARE],
        r"Council voted in December 2018 to end the bike share because of cost, few riders",
    ),
    "What did Wi-Fi cost?": (["Introduce WeHo Wi-Fi"], r"Not known\s.*funding"),
    "Which claims are editors’ matches?": (
        ["Data and sources", "Editors’ matches"],
        r"made that connection for \d+ of the \d+ events, goals, and other names",
    ),
    "What is due next?": (["Initiatives", "Roadmap"], r"nothing is still to come"),
    "What happened to scooters?": (
        [SCOOTERS],
        r"After a ban on shared scooters in 2018, a dockless pilot began in 2021",
    ),
    "Which department has the most?": (
        [r"Who is responsible\?", r"All \d+ units"],
        r"from most to fewest initiatives\.\s[\s\S]*Finance and Technology Services Department",
    ),
    "Were the goals reached?": (["Goals"], r"None of them can be judged"),
    "What did 2017 drop silently?": (
        ["What changed", "From the 2016 edition to the 2017 edition"],
        r"No update was found for \d+ initiatives",
    ),
    "How many ideas are done?": (
        [r"What became of the ideas\?"],
        r"As last reported: \d+ in place, \d+ partly done",
    ),
    "Who is responsible for Wi-Fi?": (
        ["Introduce WeHo Wi-Fi"],
        r"Owner and Sponsor \(not named in public sources",
    ),
}


def _follow(tab: Page, words: str) -> None:
    link = tab.locator("a:visible").filter(has_text=re.compile(rf"^\s*{words}\s*$")).first
    with tab.expect_navigation():
        link.click()


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_is_answered(browser: Browser, real: Site, question: str) -> None:
    """At most two links, and no script, lead from the front page to a page that soon says it."""
    way, answer = QUESTIONS[question]
    assert len(way) <= MOST_CLICKS
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    tab = context.new_page()
    tab.goto(real.address)
    for words in way:
        _follow(tab, words)
    text = tab.locator("main article").inner_text()
    said = re.search(answer, text)
    assert said, f"{tab.url} does not say it: {text[:800]}"
    assert len(text[: said.end()].split()) <= MOST_WORDS, tab.url
    context.close()


def test_scooters_are_found_by_their_name(browser: Browser, real: Site) -> None:
    """Two clicks lead to what no title calls by that word: search, and the first result."""
    tab = browser.new_page()
    tab.goto(real.address)
    tab.get_by_role("button", name="Search", exact=True).click()
    tab.get_by_role("searchbox").fill("scooters")
    first = tab.get_by_role("dialog").locator("li a").first
    expect(first).to_have_text(SCOOTERS)
    first.click()
    expect(tab.locator("main article")).to_contain_text("After a ban on shared scooters in 2018")
    tab.close()


def test_an_error_can_be_reported_from_any_page(browser: Browser, sample: Site) -> None:
    """One click at the foot of a page writes to whoever the report names."""
    tab = browser.new_page()
    for page in ("", "initiatives/tide-gauge/", "sources/"):
        tab.goto(sample.address + page)
        link = tab.get_by_role("link", name="Suggest a correction")
        assert "editors@larkhaven.example" in str(link.get_attribute("href")), page
    tab.close()
