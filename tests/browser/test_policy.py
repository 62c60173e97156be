"""The policy of every public page: it hinders no reader, and no script that slips in."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Page
from sites import Site

pytestmark = pytest.mark.slow

# Frames run it too; what they refuse is told to the page that holds them.
WATCH = """
if (self === top) top.refused = [];
document.addEventListener("securitypolicyviolation", event => {
  top.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
  top.dispatchEvent(new Event("refused"));
})"""
REFUSED = "window.refused"
AS_MANY = """([least, patience]) => new Promise(done => {
  const look = () => { if (refused.length >= least) done(refused); };
  addEventListener("refused", look);
  setTimeout(() => done(refused), patience);
  look();
})"""
PATIENCE = 60_000
"""Milliseconds after which what was refused until then is all."""


def _used(tab: Page) -> None:
    """Do on a page what a reader can do on every page."""
    tab.wait_for_load_state("networkidle")
    tab.locator(".r-theme-toggle").click()
    tab.evaluate("document.fonts.ready.then(() => true)")


def _refusals(tab: Page, *, at_least: int) -> list[str]:
    """What the page has refused, once it is as much as expected.

    Playwright's own waiting hands the page a text to evaluate, which is what this policy forbids.
    """
    refused: list[str] = tab.evaluate(AS_MANY, [at_least, PATIENCE])
    return refused


@pytest.mark.parametrize("site", ["real", "sample"], indirect=True)
def test_normal_use_meets_no_refusal(browser: Browser, site: Site, visited: Sequence[str]) -> None:
    """Every kind of page opens, searches and changes its palette without a single refusal."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    for address in visited:
        tab = context.new_page()
        tab.goto(site.address + address)
        assert tab.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        _used(tab)
        assert tab.evaluate(REFUSED) == [], address
        tab.close()
    tab = context.new_page()
    tab.goto(f"{site.address}search/?words=report")
    tab.locator(".r-search li").first.wait_for()
    assert tab.evaluate(REFUSED) == []
    context.close()


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ('<img src="gone" onerror="window.XSS=1">', "script-src-attr"),
        ('<iframe srcdoc="<script>parent.XSS=1</script>"></iframe>', "script-src-elem"),
        ('<img src="https://elsewhere.example/a.png">', "img-src"),
        ('<base href="https://elsewhere.example/">', "base-uri"),
        ('<form action="https://elsewhere.example/"><input></form>', "form-action"),
        ("<p style='position:fixed'>x</p>", "style-src-attr"),
    ],
)
def test_what_slips_in_is_refused(browser: Browser, real: Site, planted: str, rule: str) -> None:
    """A handler, a foreign frame, image, base, form or style planted in a page does nothing."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    tab = context.new_page()
    tab.goto(real.address)
    tab.evaluate("html => { document.body.insertAdjacentHTML('beforeend', html); }", planted)
    tab.evaluate("document.querySelector('form:last-of-type[action^=https]')?.submit()")

    refused = _refusals(tab, at_least=1)
    assert any(said.startswith(rule) for said in refused), refused
    assert tab.evaluate("window.XSS ?? null") is None
    context.close()


def test_a_planted_script_is_refused(browser: Browser, real: Site) -> None:
    """A script written into a page, whole or by address, does not run, nor does code from text."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    tab = context.new_page()
    tab.goto(real.address)
    tab.evaluate("""() => {
      for (const text of ["window.XSS=1", null]) {
        const script = document.createElement("script");
        if (text) script.textContent = text;
        else script.src = "https://elsewhere.example/a.js";
        document.body.append(script);
      }
    }""")

    assert len(_refusals(tab, at_least=2)) >= 2
    assert tab.evaluate("window.XSS ?? null") is None
    context.close()
