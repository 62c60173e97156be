"""The editors' guide beside the form editor: whole, closed in itself, read without a network."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from larkhaven import larkhaven

from generator.editorial.cms.bundle import page_files
from generator.editorial.cms.guide import guide_files

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs" / "editors"
OUT = {"../index.html", "../../index.html", "../../assets/favicon.svg"}
"""The form editor, the public site, its sign: the only ways out of the guide."""


class Links(HTMLParser):
    """What a page links to, its anchors, and its pictures without words."""

    def __init__(self, page):
        """Read a page."""
        super().__init__()
        self.targets, self.anchors, self.silent = [], {""}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note addresses, ids and alternatives."""
        given = dict(attrs)
        self.targets += [given[name] for name in ("href", "src") if name in given]
        self.anchors.add(given.get("id", ""))
        if tag == "img" and not given.get("alt"):
            self.silent.append(given.get("src"))


@pytest.fixture(scope="module")
def guide():
    """Return every file of the guide, pages as text."""
    files = guide_files("A <b>Report</b>")
    return {path: raw.decode() if path.endswith(".html") else raw for path, raw in files.items()}


def test_every_page_of_the_folder_is_there(guide):
    """A page that is written is read, with its title and the report's as text."""
    pages = {path.stem for path in FOLDER.glob("*.md")}
    assert {path for path in guide if path.endswith(".html")} == {f"guide/{p}.html" for p in pages}
    for page in pages:
        assert "A &lt;b&gt;Report&lt;/b&gt;" in guide[f"guide/{page}.html"]


def test_links_stay_in_the_guide_and_arrive(guide):
    """No link of a page is broken once the guide stands alone in a site; pictures are described."""
    pages = {path: Links(text) for path, text in guide.items() if path.endswith(".html")}
    for path, page in pages.items():
        assert page.silent == [], path
        for target in set(page.targets) - OUT:
            if "://" in target:
                continue
            name, _, anchor = target.partition("#")
            there = f"guide/{name}" if name else path
            assert there in guide, (path, target)
            assert not anchor or anchor in pages[there].anchors, (path, target)


def test_pages_carry_a_policy_and_no_script(guide):
    """Nothing runs in the guide, and nothing is asked of another host."""
    for path, text in guide.items():
        if path.endswith(".html"):
            assert "default-src 'none'" in text
            assert not re.search(r"<script|\son\w+=|\sstyle=", text), path


def test_pictures_are_small_and_all_are_shown(guide):
    """Each picture has less than 150 kB and is in a page."""
    shown = " ".join(text for path, text in guide.items() if path.endswith(".html"))
    for path, raw in guide.items():
        if path.endswith(".png"):
            assert len(raw) < 150_000, path
            assert path.removeprefix("guide/") in shown


def test_the_editor_leads_to_the_guide():
    """Whoever opens the form editor is one press away from how it is used."""
    assert b'href="guide/index.html"' in page_files(larkhaven(), None, "main")["index.html"]


def test_the_guide_has_no_row_of_a_role_that_is_not_asked() -> None:
    """Editors who are asked for no Sponsor read nothing of one."""
    pages = guide_files("Report", ["sponsor"])
    assert b"Sponsor" in guide_files("Report")["guide/errors.html"]
    assert b"sponsor" not in pages["guide/errors.html"].lower()
    assert b"R201" in pages["guide/errors.html"]
