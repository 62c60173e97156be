"""The index of finished pages: what is found, whoever built them, and what a failure leaves."""

import gzip
import re
from pathlib import Path

import pytest

from generator.core.errors import GeneratorError
from generator.publish import search
from generator.publish.search import index_files

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>
<nav>Menu</nav><article{mark}><h1 id="top">{title}<a class="r-heading-link" href="#top">#</a></h1>
{body}</article></body></html>"""


def site_of(folder: Path, **bodies: str) -> Path:
    """Return a finished site of some pages."""
    for name, body in bodies.items():
        mark = "" if name == "unlisted" else " data-pagefind-body"
        place = folder / name / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        text = PAGE.format(language="en", title=name.capitalize(), mark=mark, body=body)
        place.write_text(text, "utf-8")
    return folder


def fragments(files: dict[str, bytes]) -> str:
    """Return all texts that results can show."""
    parts = [raw for path, raw in files.items() if path.endswith(".pf_fragment")]
    return "\n".join(gzip.decompress(part).decode(errors="replace") for part in parts)


def test_pages_are_indexed_by_what_they_mark(tmp_path: Path) -> None:
    """The marked element is searched without repeated parts, drawings and signs for links."""
    body = (
        "<p>The barometer burst.</p><div data-pagefind-ignore>Repeated elsewhere.</div>"
        "<svg><title>Drawn</title></svg><p>См. кафе, mayor's R&amp;D</p>"
    )
    shown = fragments(index_files(site_of(tmp_path, tide=body, unlisted="<p>Unlisted words</p>")))

    assert "The barometer burst." in shown
    assert "См. кафе" in shown
    assert not re.search("Repeated|Drawn|Menu|Unlisted|Tide#", shown)


def test_only_what_our_page_fetches_is_published(tmp_path: Path) -> None:
    """The package's boxes and styles are no part of the site."""
    paths = list(index_files(site_of(tmp_path, tide="<p>Words</p>")))

    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js"} <= set(paths)
    assert not [path for path in paths if path.endswith(".css") or "-ui" in path]


def test_all_words_are_listed_those_on_most_pages_first(tmp_path: Path) -> None:
    """What readers misspell is looked up there: words without signs around them, no numbers."""
    site = site_of(tmp_path, tide="<p>Gauges, (gauges) 1,000 à</p>", ebb="<p>“Gauges” ร้านกาแฟ</p>")

    words = index_files(site)["pagefind/words.txt"].decode().splitlines()

    assert words == ["gauges", "ebb", "tide", "ร้านกาแฟ"]


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    """Two runs over the same pages give the same bytes."""
    site = site_of(tmp_path, tide="<p>Words</p>", ebb="<p>More words</p>")

    assert index_files(site) == index_files(site)


def test_a_failure_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the package says is passed on, with what to do."""
    monkeypatch.setattr(search, "PACKAGE", "json.tool")

    with pytest.raises(GeneratorError, match="did not make a search index"):
        index_files(site_of(tmp_path, tide="<p>Words</p>"))
