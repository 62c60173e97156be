"""What is around every page works for everybody: light, by keyboard, on phones, in any colors."""

import gzip
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from sites import Site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("site", ["real", "sample"], indirect=True),
]

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""The text spacing that a page must bear (WCAG 2.2, 1.4.12)."""

SPACE_OUT = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""

BROKEN_WORDS = r"""() => {
  const broken = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode, element = text.parentElement;
    if (!element.checkVisibility() || element.closest("code, script")) continue;
    if (element.getBoundingClientRect().width <= 1) continue;
    for (const word of text.data.matchAll(/[^\s\u2010-\u2014-]+/gu)) {
      if (word[0].length > 24 || /[/@_?]/.test(word[0])) continue;
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = [...range.getClientRects()].filter((box) => box.width > 0);
      if (new Set(lines.map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
"""Words and numbers that go on in the next line, addresses and the longest left out."""

SHIFTS = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(resolve, 300, 0);
})"""
"""The share of a screen by which a page's parts moved while it loaded (Layout Instability, W3C)."""

CUT_TEXTS = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  const isText = one.innerText?.trim() && !one.closest("svg, [tabindex='0']");
  return isText && one.clientWidth > 1 && one.checkVisibility()
    && ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1
    && one.matches(":not(main, html, body)");
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """Return a page on a phone of the narrowest kind."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


def _weight(site: Site, page: Page, address: str) -> int:
    """Return the bytes that a browser gets for a page, compressed as servers do."""
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url))
    page.goto(site.address + address)
    page.wait_for_load_state("networkidle")
    paths = [urlsplit(url).path.lstrip("/") for url in asked]
    files = [
        site.settings.site / (p + "index.html" if p.endswith("/") or not p else p) for p in paths
    ]
    return sum(
        len(f.read_bytes() if f.suffix == ".woff2" else gzip.compress(f.read_bytes()))
        for f in files
    )


def test_pages_are_light(site: Site, tab: Page) -> None:
    """The front page has at most 65 kB in all, fonts included, an initiative 80, before search."""
    initiatives = [address for address in site.pages if address.startswith("initiatives/")]
    largest = max(initiatives, key=lambda address: site.pages[address].stat().st_size)
    assert _weight(site, tab, "") <= 65_000
    assert _weight(site, tab, largest) <= 80_000


def test_the_palette_is_a_button_with_a_state(site: Site, tab: Page) -> None:
    """A keyboard presses it where it is, its state is told, and the choice stays."""
    tab.goto(site.address)
    button = tab.locator(".r-theme-toggle")
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    tab.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert button.evaluate("button => button === document.activeElement")
    assert tab.evaluate("scrollY") == 0
    tab.reload()
    assert button.get_attribute("aria-pressed") == "true"
    ground = tab.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert ground == "rgb(17, 22, 28)"


def test_tab_stops_are_where_they_are_seen(site: Site, tab: Page) -> None:
    """Whatever a keyboard comes to in the header is visible, and nothing scrolls on the way."""
    tab.goto(site.address + "method/")
    seen = []
    for _ in range(6):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate("[document.activeElement.checkVisibility(), scrollY]"))
    assert seen == [[True, 0]] * 6


def test_headings_have_named_links_and_no_tab_stops_of_their_own(site: Site, tab: Page) -> None:
    """Each link beside a heading says where it leads; a keyboard has the list of contents."""
    tab.goto(site.address + "method/")
    links = tab.locator("article .r-heading-link")
    assert links.count() > 1
    for link in links.all():
        heading = link.evaluate("link => link.parentElement.firstChild.textContent")
        assert link.get_attribute("aria-label") == f"Link to: {heading}"
        assert link.get_attribute("tabindex") == "-1"


def test_a_phone_has_the_contents_and_the_way_back(site: Site, tab: Page) -> None:
    """The list is folded, opens by keyboard, leads to its part, and Escape closes it."""
    tab.goto(site.address + "method/")
    contents = tab.locator(".r-toc")
    assert not contents.locator("a").first.is_visible()
    contents.locator("summary").press("Enter")
    assert contents.locator("a").first.is_visible()
    tab.keyboard.press("Escape")
    assert not contents.locator("a").first.is_visible()
    tab.locator(".r-back-to-top a").click()
    assert tab.evaluate("scrollY") == 0


def test_pages_bear_the_readers_text_spacing(site: Site, tab: Page, visited: list[str]) -> None:
    """With lines, letters and words set apart no text is cut off, and nothing scrolls sideways."""
    faults = {}
    for address in visited:
        tab.goto(site.address + address)
        tab.evaluate(SPACE_OUT, SPACED)
        over = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        cut = tab.evaluate(CUT_TEXTS)
        if over > 0 or cut:
            faults[address] = (over, cut)
    assert faults == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_no_word_or_number_is_broken(site: Site, tab: Page, visited: list[str], width: int) -> None:
    """Words go on in the next line at spaces and hyphens alone; tables scroll instead."""
    tab.set_viewport_size({"width": width, "height": 640})
    broken = {}
    for address in visited:
        tab.goto(site.address + address)
        if found := tab.evaluate(BROKEN_WORDS):
            broken[address] = found
    assert broken == {}


def test_nothing_moves_while_a_page_loads(site: Site, tab: Page, visited: list[str]) -> None:
    """What scripts add has its room from the start: 0.1 is where a shift begins to disturb."""
    moved = {}
    for address in visited:
        tab.goto(site.address + address)
        if (share := tab.evaluate(SHIFTS)) > 0.1:
            moved[address] = share
    assert moved == {}


def test_forced_colors_keep_what_is_chosen_apart(site: Site, browser: Browser) -> None:
    """Where the system decides on colors, the marked section and a pressed button still differ."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 640})
    tab = context.new_page()
    tab.goto(site.address + "areas/")
    edges = "one => getComputedStyle(one).borderBottomColor"
    marked, other = (
        tab.locator(".r-nav a[aria-current]"),
        tab.locator(".r-nav a:not([aria-current])"),
    )
    assert marked.first.evaluate(edges) != other.first.evaluate(edges)
    context.close()


def test_print_is_grey(site: Site, tab: Page, visited: list[str]) -> None:
    """On paper the words and lines of a page need no color, and it has none to waste."""
    tab.emulate_media(media="print", color_scheme="dark")
    colored = {}
    for address in visited:
        tab.goto(site.address + address)
        found = tab.evaluate(
            """() => [...new Set([...document.querySelectorAll("body *")].flatMap((one) => {
              const { color, backgroundColor } = getComputedStyle(one);
              return [color, backgroundColor];
            }))].filter((color) => {
              const whole = color.startsWith("color(") ? 255 : 1;
              const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part * whole);
              return Math.max(r, g, b) - Math.min(r, g, b) > 24;
            })"""
        )
        if found:
            colored[address] = found
    assert colored == {}
