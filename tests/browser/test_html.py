"""Every page is valid HTML, and every link of every page leads somewhere."""

import json
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from sites import ROOT, Site

from generator.core.settings import Settings

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HERE = "http://site/"

pytestmark = pytest.mark.slow


def test_html_checker_finds_no_error(site: Site) -> None:
    """The Nu HTML checker has nothing against any page."""
    options = ["--errors-only", "--format", "json", "--skip-non-html"]
    command = ["java", "-jar", CHECKER, *options, site.settings.site]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)

    messages = json.loads(checked.stderr)["messages"]

    found = {m["message"]: m["url"].partition("/site/")[2] for m in messages}
    assert found == {}


class _Links(HTMLParser):
    """Collects what a page links to and the places on it that can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.anchors = {""}
        self.doubled: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the id of an element, whatever its tag."""
        del tag
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.add(value)
            elif name == "id" and value is not None:
                (self.doubled if value in self.anchors else self.anchors).add(value)


def _broken(site: Site) -> Iterator[tuple[str, str]]:
    parsed = {HERE + a: _Links(f.read_text("utf-8")) for a, f in site.pages.items()}
    for page, found in parsed.items():
        yield from ((page, f"two elements with the id {doubled}") for doubled in found.doubled)
        for target in found.targets:
            whole, anchor = urldefrag(urljoin(page, target))
            if not whole.startswith(HERE):
                continue
            if whole in parsed:
                if unquote(anchor) not in parsed[whole].anchors:
                    yield page, target
            elif not (site.settings.site / unquote(whole.removeprefix(HERE))).is_file():
                yield page, target


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """A page with a missing file, a missing anchor and a doubled id is told of all three."""
    settings = Settings(tmp_path)
    settings.site.mkdir()
    page = '<p id="a"><p id="a"><a href="x/"></a><a href="#b"></a><a href="#a"></a>'
    (settings.site / "index.html").write_text(page, "utf-8")

    broken = list(_broken(Site(settings, HERE)))

    wrong = {"two elements with the id a", "x/", "#b"}
    assert set(broken) == {(HERE, what) for what in wrong}


def test_every_link_leads_to_a_page_and_a_place(site: Site) -> None:
    """Each internal address is a file of the site, each anchor an id on it, each id there once."""
    assert sorted(_broken(site)) == []
