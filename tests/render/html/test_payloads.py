"""In a real browser no payload runs, neither from a plain field nor from prose."""

from pathlib import Path

import pytest
from markdown import Markdown
from nasty import EXTENSIONS, PLAIN
from playwright.sync_api import Browser

from generator.prose.html import NoteLabels, to_html
from generator.prose.parser import parse_prose
from generator.render.html.text import text

ATTACKS = (Path(__file__).parents[2] / "prose" / "attacks.txt").read_text("utf-8").splitlines()
TOUCH_EVERYTHING = """async () => {
  for (const element of document.querySelectorAll("*"))
    for (const kind of ["mouseover", "focus", "toggle", "load", "error", "click"])
      element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
  // What an event only sets going has had its turn once the page was drawn.
  await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
}"""


def _safe_page() -> str:
    plain = "\n\n".join(
        f"## {text(value)}\n\n{text(value)}\n\n- {text(value)}\n\n"
        f"| a | b |\n| - | - |\n| {text(value)} | x |\n\n"
        f'<div title="{text(value)}">\n<p>{text(value)}</p>\n</div>'
        for value in (*ATTACKS, *PLAIN)
    )
    fields = [*ATTACKS, "\n\n".join(ATTACKS), "\n".join(ATTACKS), "".join(ATTACKS)]
    prose = "\n\n".join(
        to_html(
            parse_prose(field),
            resolve=lambda _: "/x/",
            id_prefix=f"field-{number}",
            labels=NoteLabels("Notes", str),
        )
        for number, field in enumerate(fields)
    )
    return f"{plain}\n\n{prose}"


def _what_ran(browser: Browser, body: str) -> object:
    page = browser.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.route("**/*", lambda route: route.abort())
    page.set_content(f"<!doctype html><title>x</title><body>{body}</body>")
    page.evaluate(TOUCH_EVERYTHING)
    ran = page.evaluate("window.XSS")
    page.close()
    return ran


@pytest.mark.slow
def test_payloads_do_run_without_our_care(browser: Browser) -> None:
    """The same payloads, put into a page as they are, run: the proof below can fail."""
    assert _what_ran(browser, "\n".join(ATTACKS[:2])) == 1


@pytest.mark.slow
def test_no_payload_runs(browser: Browser) -> None:
    """A page full of payloads, made with every extension on, runs none of them."""
    body = Markdown(extensions=list(EXTENSIONS)).convert(_safe_page())

    assert _what_ran(browser, body) is None
