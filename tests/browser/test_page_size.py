"""No page of the site is endless, on a desk or on a phone, and none is wider than its screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser
from sites import Site

pytestmark = pytest.mark.slow

HEIGHTS = {1280: 6_000, 390: 12_000}
"""The highest that a page may be, in CSS pixels, by the width of the screen."""
INITIATIVE = {**HEIGHTS, 1280: 4_000}
"""The same for the page of an initiative."""
NARROWEST = 320
MEASURE = """() => [document.documentElement.scrollHeight,
  document.documentElement.scrollWidth - document.documentElement.clientWidth]"""


@dataclass(frozen=True)
class Size:
    """How large a page is on a screen of one width."""

    address: str
    width: int
    height: int
    beyond: int
    """How many pixels it is wider than the screen."""


@pytest.fixture(scope="module")
def sizes(browser: Browser, real: Site) -> list[Size]:
    """Return the size of every page of the real site on each width, folded parts as served."""
    tab = browser.new_page()
    found = []
    for address in real.pages:
        tab.goto(real.address + address)
        tab.evaluate("document.fonts.ready.then(() => true)")
        for width in (*HEIGHTS, NARROWEST):
            tab.set_viewport_size({"width": width, "height": 900})
            height, beyond = tab.evaluate(MEASURE)
            found.append(Size(address or "home", width, height, beyond))
    tab.close()
    return found


def _limits(address: str) -> Mapping[int, int]:
    return INITIATIVE if address.startswith("initiatives/") and address.count("/") > 1 else HEIGHTS


def _too_high(sizes: list[Size]) -> Iterator[str]:
    """Yield the pages over their limit, tallest first, each with its height and its limit."""
    for size in sorted(sizes, key=lambda size: -size.height):
        limit = _limits(size.address).get(size.width)
        if limit is not None and size.height > limit:
            yield f"{size.height:,} of {limit:,} px at {size.width}: {size.address}"


def test_no_page_is_endless(sizes: list[Size]) -> None:
    """Every page is read to its end in a few screens, the page of an initiative in fewer."""
    over = list(_too_high(sizes))
    assert not over, "\n".join(over)


def test_no_page_is_wider_than_its_screen(sizes: list[Size]) -> None:
    """No page has to be moved sideways, at the narrowest width and at those between."""
    wide = [f"{s.beyond} px beyond {s.width}: {s.address}" for s in sizes if s.beyond > 0]
    assert not wide, "\n".join(wide)
