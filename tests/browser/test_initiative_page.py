"""The page of an initiative answers first, is short, and unfolds what a link leads to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sites import Site

pytestmark = pytest.mark.slow

RICHEST = (("real", "shared-bicycles"), ("real", "vision-zero"), ("sample", "tide-gauge"))
TALLEST, MOST_STOPS = 4000, 60
INSIDE = ("history", "update-report-2016", "measure-trips", "partners", "in-editions", "sources")
"""Anchors in folded parts, to which other pages lead."""

richest = pytest.mark.parametrize(("which", "name"), RICHEST)


@pytest.fixture
def address(request: pytest.FixtureRequest, which: str, name: str) -> str:
    """Return the address of an initiative's page on one of the sites."""
    site: Site = request.getfixturevalue(which)
    return f"{site.address}initiatives/{name}/"


def stops(tab: Page) -> Iterator[str]:
    """Yield what the tab key stops at, until it has been everywhere."""
    seen = "e => { const old = e.dataset.stop; e.dataset.stop = 1; return old ? '' : e.outerHTML }"
    while True:
        tab.keyboard.press("Tab")
        here = tab.evaluate(f"({seen})(document.activeElement)")
        if not here or here.startswith("<body"):
            return
        yield here


@richest
def test_it_is_short_by_length_and_by_keyboard(browser: Browser, address: str) -> None:
    """Folded as it is served: less than four screens, and few stops to its foot."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(address)

    assert tab.evaluate("document.documentElement.scrollHeight") <= TALLEST
    assert len(list(stops(tab))) <= MOST_STOPS
    tab.close()


@richest
def test_the_first_screen_of_a_small_phone_answers(browser: Browser, address: str) -> None:
    """Title, what became of it and when, and who is responsible, or that nobody is known."""
    tab = browser.new_page(viewport={"width": 320, "height": 640})
    tab.goto(address)
    for part in ("h1", ".r-verdict__state small", ".r-verdict__sentence", ".r-verdict dt >> nth=0"):
        box = tab.locator(part).first.bounding_box()
        assert box is not None, part
        assert box["y"] + box["height"] <= 640, part
    assert "Owner" in tab.locator(".r-verdict dl").inner_text()
    tab.close()


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_link_into_what_is_folded_unfolds_it(
    browser: Browser, real: Site, *, script: bool
) -> None:
    """Every address that other pages and documents lead to shows what it promises."""
    context = browser.new_context(java_script_enabled=script)
    tab = context.new_page()
    for anchor in INSIDE:
        tab.goto("about:blank")
        tab.goto(f"{real.address}initiatives/shared-bicycles/#{anchor}")
        tab.locator(f"#{anchor}").wait_for(state="visible")
    context.close()
