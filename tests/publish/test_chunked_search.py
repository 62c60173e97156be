"""The search of large sites: what it is given, and what becomes of a site without its package."""

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.publish import chunked_search
from generator.publish.chunked_search import chunk_index, has_chunks, words_of
from generator.settings import Settings

PAGE = """---
title: "Tide <gauges>"
description: "All of them."
---

# Tide &#60;gauges&#62;

<p class="r-lede">Measure &#38; tell.</p>

## History {: #history data-search-exclude=w }

<ol data-search-exclude="w"><li><svg><title>Mark</title></svg> The barometer burst.</li></ol>

<div class="r-table" data-search-exclude><table><tr><td>Elsewhere</td></tr></table></div>

<p class="r-words" hidden><sub>heap of words</sub></p>
"""


def test_a_page_is_given_as_headings_and_words() -> None:
    """Sections keep their anchors; drawings, repeated tables and the heap of words stay out."""
    words = words_of(PAGE)
    assert words is not None
    assert "<title>Tide &lt;gauges&gt;</title>" in words
    assert "<h1>Tide &lt;gauges&gt;</h1>" in words
    assert '<h2 id="history">History</h2>' in words
    assert "<p>Measure &amp; tell.</p>" in words
    assert "<p>The barometer burst.</p>" in words
    assert not [out for out in ("Mark", "Elsewhere", "heap") if out in words]


def test_a_page_that_is_not_searched_is_not_given() -> None:
    """Ready-made lists are left out of this index as of the other."""
    assert words_of('---\ntitle: "A"\nsearch: {"exclude": true}\n---\n\n# A\n') is None


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """Return a project whose pages and site have a page of search."""
    settings = Settings(tmp_path)
    for path, text in {
        settings.docs / "search.md": PAGE.replace("---\n", '---\nsearch: {"exclude": true}\n', 1),
        settings.docs / "initiatives" / "tide.md": PAGE,
        settings.site / "search" / "index.html": '<!doctype html><html lang="en"><p>Search</p>',
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return settings


def test_without_the_package_the_themes_search_stays(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build goes on, and says what a site of this size gains by which package."""
    monkeypatch.setattr(chunked_search, "find_spec", lambda _: None)
    assert not has_chunks(project)
    assert "install Pagefind" in chunk_index(project)
    assert not (project.site / "pagefind").exists()


def test_a_small_site_needs_no_page_of_search(tmp_path: Path) -> None:
    """Nothing is said and nothing is done where the report is small."""
    (tmp_path / "build" / "docs").mkdir(parents=True)
    assert chunk_index(Settings(tmp_path)) == ""


@pytest.mark.slow
def test_unchanged_pages_are_not_indexed_again(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package runs at the first build and after a change, and not in between."""
    chunk_index(project)
    made = {path: path.read_bytes() for path in (project.site / "pagefind").rglob("*.pf_*")}
    assert made

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(chunked_search.subprocess, "run", refuse)
        chunk_index(project)
        (project.docs / "initiatives" / "tide.md").write_text(
            PAGE.replace("burst", "rose"), "utf-8"
        )
        with pytest.raises(AssertionError):
            chunk_index(project)


@pytest.mark.slow
def test_a_package_that_fails_is_told_in_words(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the package says is passed on, with what to do."""
    monkeypatch.setattr(chunked_search, "PACKAGE", "json.tool")
    with pytest.raises(GeneratorError, match="made no search index"):
        chunk_index(project)
