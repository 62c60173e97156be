"""The roadmap in a browser: its axis stays in sight, and what is folded opens without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sites import Site

pytestmark = pytest.mark.slow


@pytest.fixture(params=[390, 1280])
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a tab without script, as wide as a telephone or a desk."""
    size = {"width": request.param, "height": 700}
    context = browser.new_context(java_script_enabled=False, viewport=size)
    yield context.new_page()
    context.close()


def test_the_axis_stays_above_its_lanes(tab: Page, real: Site) -> None:
    """Scrolled to the last lane of a topic area, its years are at the top of the screen."""
    tab.goto(f"{real.address}roadmap/")
    lanes = tab.locator(".r-swimlanes").first
    lanes.locator("li").last.evaluate("lane => lane.scrollIntoView({block: 'center'})")
    axis = lanes.locator(".r-swimlanes__axis").bounding_box()
    assert axis
    assert abs(axis["y"]) < 1


def test_what_is_folded_of_the_roadmap_opens_without_script(tab: Page, real: Site) -> None:
    """The equal table of a drawing is there for everybody."""
    tab.goto(f"{real.address}roadmap/")
    folded = tab.locator("details:has(table)").first
    assert not folded.locator("table").is_visible()
    folded.locator("summary").click()
    assert folded.locator("table").is_visible()
