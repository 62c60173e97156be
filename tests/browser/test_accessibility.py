"""Every kind of page, light and dark, wide and narrow: accessible, quiet, and inside its screen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from access_log import AccessLog
from playwright.sync_api import Browser, BrowserContext, Page
from sites import ROOT, Site

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SNIFFER = ROOT / "node_modules" / "html_codesniffer" / "build" / "HTMLCS.js"
SETS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
"""The rules of the sets above that another palette can break."""
RUN_AXE = """async wanted => (await axe.run(document, {
  runOnly: wanted, resultTypes: ["violations"], elementRef: false,
})).violations.map(v => `${v.id}: ${v.nodes.length} x ${v.nodes[0].target.join(" ")} `
  + (v.nodes[0].any[0]?.message ?? v.help))"""
RUN_SNIFFER = """() => new Promise(found => HTMLCS.process("WCAG2AA", document, () => found(
  HTMLCS.getMessages().filter(m => m.type === HTMLCS.ERROR)
    .map(m => `${m.code}: ${m.msg} ${m.element.outerHTML?.slice(0, 90)}`))))"""
UNFOLD = "document.querySelectorAll('article details').forEach(part => { part.open = true; })"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BEYOND = """[...document.querySelectorAll("body *")].filter(part => {
  const box = part.getBoundingClientRect();
  return box.width && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
}).map(part => `${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 40)}`)
  .slice(-5)"""
"""The innermost parts of a page that stand out of the screen."""


@dataclass
class Visits:
    """One reader's way of looking, and all that went wrong on the way."""

    context: BrowserContext
    site: Site
    log: AccessLog
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Return a page once it is still; what it asks for and complains of is noted."""
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

    def judge(self, tab: Page, name: str, view: str, *, rules: Sequence[str] = ()) -> None:
        """Check a view of a page against every rule, or of axe's against those that are named."""
        page, name = tab.url.partition("?")[0], f"{name}, {view}"
        if (beyond := tab.evaluate(OVERFLOW)) > 0:
            parts = "; ".join(tab.evaluate(BEYOND))
            self.faults.append(f"{name}: {beyond} px wider than the screen ({parts})")
        if not tab.evaluate("'axe' in window"):
            tab.evaluate(AXE.read_text("utf-8"))
            tab.evaluate(SNIFFER.read_text("utf-8"))
        wanted = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": SETS}
        found = {
            "axe-core": tab.evaluate(RUN_AXE, wanted),
            "HTML CodeSniffer": tab.evaluate(RUN_SNIFFER),
        }
        for engine, faults in found.items():
            self.faults += [f"{name}: {fault}" for fault in faults]
            self.log.note(engine, page, view)
        self.log.widths.add(tab.evaluate("innerWidth"))


@contextmanager
def reader(
    browser: Browser, site: Site, log: AccessLog, scheme: str, width: int
) -> Iterator[Visits]:
    """Give a reader of one site; fail with all that went wrong once the reader is done."""
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    visits = Visits(context, site, log)
    yield visits
    context.close()
    assert visits.faults == []


def test_every_kind_of_page(
    browser: Browser, site: Site, visited: Sequence[str], access_log: AccessLog
) -> None:
    """Wide and narrow, light and dark, no page breaks a rule, calls out, complains or overflows."""
    with reader(browser, site, access_log, "light", 1280) as visits:
        for address in visited:
            name = address or "home"
            tab = visits.open(address)
            visits.judge(tab, name, "wide")
            tab.set_viewport_size({"width": 320, "height": 640})
            tab.evaluate(UNFOLD)
            visits.judge(tab, name, "narrow and unfolded")
            tab.evaluate("document.body.dataset.mdColorScheme = 'slate'")
            visits.judge(tab, name, "narrow and dark", rules=COLORS)
            tab.set_viewport_size({"width": 1280, "height": 800})
            visits.judge(tab, name, "wide and dark", rules=COLORS)
            tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_search_menu_and_filter_in_use(
    browser: Browser, real: Site, access_log: AccessLog, scheme: str, width: int
) -> None:
    """What opens over a page or changes it keeps the same promises while it is in use."""
    how = f"{width} and {scheme}, in use"
    with reader(browser, real, access_log, scheme, width) as visits:
        tab = visits.open("")
        ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 22, 28)"}[scheme]
        tab.close()
        tab = visits.open("search/?words=wifi")
        tab.locator(".r-search li").first.wait_for()
        visits.judge(tab, "search", how)
        tab.close()
        tab = visits.open("areas/")
        tab.get_by_role("button", name="Search", exact=True).click()
        tab.get_by_role("searchbox").fill("bycicles")
        tab.get_by_role("dialog").locator("li").first.wait_for()
        visits.judge(tab, "search over a page", how)
        tab.close()
        tab = visits.open("initiatives/")
        tab.locator("#filter-status").select_option("in-operation")
        tab.get_by_text("Filter: Status").wait_for()
        visits.judge(tab, "filter", how)
        tab.get_by_label("Words in the row").fill("no such words")
        tab.get_by_text("Change the filter or show all").wait_for()
        visits.judge(tab, "filter", f"{how}, without a match")
        if width == 320:
            tab.locator(".r-menu summary").click()
            visits.judge(tab, "menu", f"{how}, with the menu")
