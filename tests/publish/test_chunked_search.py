"""The search of large sites: what it is given, and what becomes of a site without its package."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.publish import chunked_search
from generator.publish.chunked_search import has_chunks, index_aside, words_of
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


def chunk_index(settings: Settings) -> str:
    """Make the index with nothing done meanwhile; return what is said of it."""
    with index_aside(settings) as publish:
        return publish()


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
        patched.setattr(chunked_search.subprocess, "Popen", refuse)
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


@pytest.mark.slow
def test_an_index_that_was_not_finished_is_made_again(project: Settings) -> None:
    """Pages that could not be built end it at once; the next build begins anew."""
    with pytest.raises(LookupError), index_aside(project):
        raise LookupError
    assert not list((project.site).glob("pagefind"))
    chunk_index(project)
    assert list((project.site / "pagefind").rglob("*.pf_*"))


@pytest.mark.slow
def test_the_index_is_in_the_language_of_the_site_that_was_built(project: Settings) -> None:
    """A guess from the last site is put right; so is an index that is kept."""
    page = project.site / "search" / "index.html"
    entry = project.site / "pagefind" / "pagefind-entry.json"
    for language in ("fr", "de"):
        with index_aside(project) as publish:
            page.write_text(f'<!doctype html><html lang="{language}">', "utf-8")
            publish()
        assert f'"{language}"' in entry.read_text("utf-8")


@pytest.mark.slow
def test_pages_that_went_are_found_no_longer(project: Settings) -> None:
    """The index follows what is there, and so does a run that is to spare nothing."""
    other = project.docs / "initiatives" / "ebb.md"
    other.write_text(PAGE.replace("tide", "ebb"), "utf-8")
    chunk_index(project)
    entry = project.site / "pagefind" / "pagefind-entry.json"
    assert '"page_count":2' in entry.read_text("utf-8")
    other.unlink()
    chunk_index(project)
    assert '"page_count":1' in entry.read_text("utf-8")
    before = entry.stat().st_mtime_ns
    chunk_index(replace(project, remembers=False))
    assert '"page_count":1' in entry.read_text("utf-8")
    assert entry.stat().st_mtime_ns == before
