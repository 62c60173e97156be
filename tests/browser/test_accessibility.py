"""Every kind of page, light and dark, wide and narrow: accessible, quiet, and inside its screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from sites import ROOT, Site

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN_AXE = """async rules => (await axe.run(document, {
  runOnly: {type: "tag", values: rules}, resultTypes: ["violations"], elementRef: false,
})).violations.map(v => `${v.id}: ${v.nodes.length} x ${v.nodes[0].target.join(" ")} `
  + (v.nodes[0].any[0]?.message ?? v.help))"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visits:
    """One reader's way of looking, and all that went wrong on the way."""

    context: BrowserContext
    site: Site
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Return a page once it stands still; what it asks for and complains of is noted."""
        tab = self.context.new_page()
        tab.on("request", lambda asked: self._note(address, "asks for", asked.url))
        tab.on("pageerror", lambda error: self.faults.append(f"{address}: {error}"))
        tab.on(
            "console",
            lambda said: (
                self.faults.append(f"{address}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        tab.goto(self.site.address + address)
        tab.evaluate("document.fonts.ready.then(() => true)")
        return tab

    def _note(self, address: str, what: str, url: str) -> None:
        if not url.startswith((self.site.address, "data:", "blob:")):
            self.faults.append(f"{address}: {what} {url}")

    def judge(self, tab: Page, name: str) -> None:
        """Hold the page as it stands against every rule."""
        if (beyond := tab.evaluate(OVERFLOW)) > 0:
            self.faults.append(f"{name}: {beyond} px wider than the screen")
        tab.evaluate(AXE.read_text("utf-8"))
        self.faults += [f"{name}: {fault}" for fault in tab.evaluate(RUN_AXE, RULES)]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Return each palette in turn."""
    return str(request.param)


@pytest.fixture(params=[1280, 320])
def width(request: pytest.FixtureRequest) -> int:
    """Return each width in turn."""
    return int(request.param)


@pytest.fixture
def visits(browser: Browser, site: Site, scheme: str, width: int) -> Iterator[Visits]:
    """Return a reader of one site with one palette and one width."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield Visits(context, site)
    context.close()


def test_every_kind_of_page(visits: Visits) -> None:
    """No rule of WCAG 2.2 AA or good practice is broken, nothing is asked for from elsewhere,
    nothing is complained of, and no page scrolls sideways.
    """
    for address in visits.site.of_each_kind():
        tab = visits.open(address)
        visits.judge(tab, address or "home")
        tab.close()

    assert visits.faults == []


def test_search_menu_and_filter_in_use(visits: Visits, width: int) -> None:
    """What opens over a page or changes it keeps the same promises while it is in use."""
    tab = visits.open("")
    search = tab.locator("[data-md-component=search-query]")
    tab.keyboard.press("f")
    search.fill("the")
    tab.locator(".md-search-result__item").first.wait_for()
    visits.judge(tab, "search")
    tab.close()
    tab = visits.open("status/")
    tab.locator("#filter-status").select_option("ongoing")
    tab.get_by_text("Filter: Status").wait_for()
    visits.judge(tab, "filter")
    tab.get_by_label("Words in the row").fill("no such words")
    tab.get_by_text("Nothing matches").wait_for()
    visits.judge(tab, "filter without a match")
    if width == 320:
        tab.locator(".r-menu summary").click()
        visits.judge(tab, "menu")
    tab.close()

    assert visits.faults == []
