"""A newcomer's questions, answered by following links that a newcomer would choose."""

import re

import pytest
from playwright.sync_api import Browser
from sites import Site

pytestmark = pytest.mark.slow

MOST_LINKS = 40
MOST_STEPS = 3
TO_INITIATIVES = "Transportation"

QUESTIONS = {
    "What happened to bike share?": (
        [TO_INITIATIVES, "Increase number of shared bicycles per capita"],
        r"Council voted in December 2018 to end the bike share.* closed on August 30, 2019",
    ),
    "Who is responsible for Wi-Fi?": (
        ["Government", "Introduce WeHo Wi-Fi"],
        r"^Owner(?: and Sponsor)? Not named in public sources",
    ),
    "Which initiatives have had no update?": (
        ["All 46 initiatives", r"No update yet \(\d+\)"],
        r"^Beautify crosswalks and sidewalks .* No update yet",
    ),
    "What changed between 2015 and 2016?": (
        [r"What changed between reports\?"],
        r"^From the 2015 edition to the 2016 edition",
    ),
    "What did the city say it would do for seniors?": (
        ["Ideas"],
        r"^Form a volunteer corps that teaches seniors new technology\. ",
    ),
    "What is the evidence that crosswalks got safer?": (
        [TO_INITIATIVES, "Launch WeHo Vision Zero Campaign"],
        r"^Change in pedestrian collisions after the 2014-15 measures .*38 percent",
    ),
}

SENTENCES_AND_ROWS = "article :is(p, li, tr, h2, h3, dl > div)"


def test_front_page_offers_few_ways(browser: Browser, real: Site) -> None:
    """The main part of the front page holds at most forty links."""
    tab = browser.new_page()
    tab.goto(real.address)
    assert 10 <= tab.locator("article a:not(.headerlink)").count() <= MOST_LINKS
    tab.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_is_answered(browser: Browser, real: Site, question: str) -> None:
    """At most three links, and no script, lead to a page that says it in a sentence or a row."""
    way, answer = QUESTIONS[question]
    assert len(way) <= MOST_STEPS
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    tab = context.new_page()
    tab.goto(real.address)
    for words in way:
        exact = re.compile(rf"^\s*{words}\s*$")
        with tab.expect_navigation():
            tab.locator("article a:not(.headerlink)").filter(has_text=exact).first.click()

    said = [" ".join(text.split()) for text in tab.locator(SENTENCES_AND_ROWS).all_inner_texts()]

    assert [text for text in said if re.search(answer, text)], tab.url
    context.close()
