"""Walks through pages by the Tab key alone: what comes, in which order, and whether it is seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import Site

pytestmark = pytest.mark.slow

MOST = 400
"""Stops after which a walk does not end any more."""

STOP = """() => {
  const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const seen = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const before = window.lastStop;
  window.lastStop = at;
  return {
    what: `${at.localName} "${(at.ariaLabel || at.innerText || at.value || "").slice(0, 40)}"`,
    isNamed: Boolean(at.ariaLabel || at.innerText || at.title || at.labels?.length),
    isInView: seen.width > 0 && seen.height > 0 && seen.bottom > 0 && seen.right > 0
      && seen.top < innerHeight && seen.left < innerWidth && at.checkVisibility(),
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isNext: !before || (before.compareDocumentPosition(at) & FOLLOWING) > 0,
    inHeader: Boolean(at.closest("header")),
    scrolled: scrollY,
  };
}"""


@dataclass(frozen=True)
class Stop:
    """What the Tab key came to."""

    what: str
    isNamed: bool  # noqa: N815 - as the browser says it
    isInView: bool  # noqa: N815
    isMarked: bool  # noqa: N815
    isNext: bool  # noqa: N815
    inHeader: bool  # noqa: N815
    scrolled: float


def walk(tab: Page) -> Iterator[Stop]:
    """Yield each stop of the Tab key from the top of a page to its end."""
    for _ in range(MOST):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(STOP)
        if stop is None:
            return
        yield Stop(**stop)
    pytest.fail(f"After {MOST} stops the page has not ended: {tab.url}")


def faults(stops: Sequence[Stop]) -> list[str]:
    """Return what is wrong with some stops."""
    found = []
    top = 0.0
    for stop in stops:
        if not stop.isNamed:
            found.append(f"{stop.what} has no name")
        if not stop.isInView:
            found.append(f"{stop.what} has focus and is out of sight")
        if not stop.isMarked:
            found.append(f"{stop.what} shows no focus")
        if not stop.isNext:
            found.append(f"{stop.what} comes out of order")
        if stop.inHeader and stop.scrolled > top:
            found.append(f"{stop.what} is in the header and scrolls the page")
        top = max(top, stop.scrolled)
    return found


PAGES = {
    "home": "",
    "initiatives": "initiatives/",
    "initiative": "initiatives/shared-bicycles/",
    "search": "search/?words=wifi",
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_tab_leads_through_the_page(browser: Browser, real: Site, page: str, width: int) -> None:
    """From top to end, every stop has a name, is in view, shows that it has focus, and in order."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(real.address + PAGES[page])
    if page == "search":
        tab.locator(".r-search li").first.wait_for()
    stops = list(walk(tab))
    assert faults(stops) == []
    assert len(stops) > 10
    context.close()


def test_the_first_stop_leads_past_the_header(browser: Browser, real: Site) -> None:
    """Enter on it moves the focus to the text, and the next stop is in it."""
    tab = browser.new_page()
    tab.goto(f"{real.address}initiatives/shared-bicycles/")
    tab.keyboard.press("Tab")
    expect(tab.locator(".r-skip-link")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("Boolean(document.activeElement.closest('main'))")
    tab.close()
