"""A town whose every text tries to break out of its page: nothing runs, nothing calls out."""

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from playwright.sync_api import Browser
from sites import SAMPLE, Site, make_project, served

from generator.commands import build
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.load.report import LoadedReport, load_report
from generator.model.values import Record

pytestmark = pytest.mark.slow

SCRIPT = "</title></script><script>window.XSS=1</script>\"'><img src=x onerror=window.XSS=2>"
QUOTES = "\" onmouseover=window.XSS=3 x=\" ' autofocus onfocus=window.XSS=4 y='"
PROSE = (
    f'\n\n{SCRIPT}\n\n[link](javascript:window.XSS=5) ![x](x"onerror=window.XSS=6)\n\n## {SCRIPT}'
)
IDS_AS_TEXT = {"about", "milestone", "subject", "record", "measures"}
"""Fields that the model takes as text and rules then compare with the ids that there are."""
TOUCH_EVERYTHING = """() => {
  for (const element of document.querySelectorAll("*"))
    for (const kind of ["mouseover", "focus", "toggle", "load", "error"])
      element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
  return window.XSS ?? null;
}"""


def _hostile(value: Any, payload: str = "") -> Any:
    """Return the value with a payload behind each text in it; titles refuse angle brackets."""
    if isinstance(value, Record):
        fields = type(value).model_fields.items()
        changed = {
            name: _hostile(getattr(value, name), _payload(value, name)) for name, _ in fields
        }
        return value.model_copy(update=changed)
    if isinstance(value, dict):
        return {key: _hostile(part, payload) for key, part in value.items()}
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_hostile(part, payload) for part in value)
    return f"{value} {payload}" if payload and type(value) is str else value


def _payload(record: Record, name: str) -> str:
    """Return what a field of the record is to be made worse by, judged by its type."""
    field = type(record).model_fields[name]
    kind = f"{field.annotation} {field.metadata}"
    if name in IDS_AS_TEXT:
        return ""
    if name in ("body", "introduction", "description"):
        return PROSE
    if "_title" in kind:
        return QUOTES
    return SCRIPT if "_words" in kind else ""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of the sample town after somebody put payloads into all its texts."""

    def load(settings: Settings) -> LoadedReport:
        loaded = load_report(settings)
        return replace(loaded, report=_hostile(loaded.report))

    settings = make_project(SAMPLE, tmp_path_factory.mktemp("hostile"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.commands.check.load_report", load)
        made = build.build(settings, Timings(), lambda _: False, preview=True)
    assert made.site is not None
    with served(settings) as site:
        yield site


class _Head(HTMLParser):
    """Collects the parts of a page that a title can break out of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.handlers: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a title and every attribute that would run."""
        drawn = any(name == "viewbox" for name, _ in attrs)
        self._inside = tag == "title" and not drawn and not self.titles
        self.titles += [""] if self._inside else []
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, _: str) -> None:
        """Leave the title."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the title."""
        if self._inside:
            self.titles[-1] += data


def test_payloads_stand_on_the_pages(town: Site) -> None:
    """The proof below is about pages that do hold the payloads, as words."""
    text = town.pages["initiatives/tide-gauge/"].read_text("utf-8")
    assert text.count("window") > 20
    assert "&lt;script" in text or "&#60;script" in text


def test_titles_stay_whole_and_no_attribute_runs(town: Site) -> None:
    """Each page has one title, which holds the payload as words, and no event attribute."""
    for address, file in town.pages.items():
        head = _Head(file.read_text("utf-8"))
        assert len(head.titles) == 1, address
        assert head.handlers == [], address
    assert QUOTES in _Head(town.pages["initiatives/tide-gauge/"].read_text("utf-8")).titles[0]


def test_nothing_runs_and_nothing_is_fetched(
    browser: Browser, town: Site, request: pytest.FixtureRequest
) -> None:
    """With every element of a page touched, no payload has run or reached another host."""
    every = request.config.getoption("--every-page")
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: dialog.dismiss())
    ran = {}
    for address in town.pages if every else town.of_each_kind():
        tab.goto(town.address + address)
        ran[address] = tab.evaluate(TOUCH_EVERYTHING)
    context.close()
    assert {address: what for address, what in ran.items() if what is not None} == {}
    allowed = (town.address, "data:", "blob:")
    assert [url for url in asked if not url.startswith(allowed)] == []
    assert [url for url in asked if url.endswith("/x")] == []
