"""A search index in small chunks, for sites so large that a reader should not fetch it whole.

Pagefind, an optional package, makes it. It is given the words of each page without its drawings and
signals, and without what stands on another page too; kept copies of them spare it unchanged pages.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.errors import GeneratorError
from generator.output import bring, files_under
from generator.settings import Settings

FOLDER = "pagefind"
"""Folder of the site that holds the index."""

SEARCH_PAGE = "search/"
"""Address of the page with the box, which the header leads to."""

PACKAGE = "pagefind_bin"
_LANGUAGE = re.compile(r'<html[^>]* lang="?([A-Za-z-]+)')
_USED = re.compile(r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+")
"""Files that our own search page asks for; the package's boxes and styles are not among them."""

_ELSEWHERE = "data-search-exclude"
_HEADING = re.compile(r"(#{1,6}) (.*?)(?: \{:(.*)\})?$")
_ANCHOR = re.compile(r"#([\w-]+)")
_TAG = re.compile(
    rf"<(\w+) [^>]*\b{_ELSEWHERE}(?!=)[^>]*>.*?</\1>|<svg.*?</svg>"
    r'|<p class="r-words".*?</p>|<span class="r-refs">.*?</span>|<[^>]*>|\{:[^}]*\}|\]\([^)]*\)'
)
_SPACE = re.compile(r"\s+")


def has_chunks(settings: Settings) -> bool:
    """Return whether the site's search is to be the one in chunks.

    It is where the generated pages have a page of search, and the package is installed.
    """
    return _has_page(settings) and find_spec(PACKAGE) is not None


def chunk_index(settings: Settings) -> str:
    """Bring the index of the built site to what its pages say; return in words what was done.

    Raises GeneratorError when the package fails.
    """
    if not _has_page(settings):
        return ""
    if not has_chunks(settings):
        return (
            "an index that each reader fetches whole. For a site of this size install Pagefind: "
            ".venv/bin/python -m pip install 'pagefind[bin]'"
        )
    pages = settings.cache / "search-pages"
    made = settings.cache / "search-index"
    changed = _bring_words(settings.docs, pages)
    if changed or not (made / "pagefind.js").is_file():
        _run(pages, made, _language(settings))
    files = {
        path: (made / path).read_bytes()
        for path in files_under(made)
        if _USED.fullmatch(path.rpartition("/")[2])
    }
    bring(settings.site / FOLDER, files)
    return f"an index in {len(files)} parts, of which a reader fetches a few"


def _has_page(settings: Settings) -> bool:
    return (settings.docs / "search.md").is_file()


def _language(settings: Settings) -> str:
    """Return the language that the site's pages say they are in."""
    page = (settings.site / SEARCH_PAGE / "index.html").read_text("utf-8")
    found = _LANGUAGE.search(page)
    return found[1] if found else "en"


def _run(pages: Path, made: Path, language: str) -> None:
    words = ["--site", str(pages), "--output-path", str(made), "--force-language", language]
    command = [sys.executable, "-m", PACKAGE, *words, "--quiet"]
    shutil.rmtree(made, ignore_errors=True)
    ended = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed words
    if ended.returncode:
        said = (ended.stdout + ended.stderr).decode(errors="replace").strip()
        raise GeneratorError(
            f"Pagefind made no search index:\n{said}\n",
            "The pages are published. Build again; the cache in build/cache may be deleted first.",
        )


def _bring_words(docs: Path, pages: Path) -> bool:
    """Keep a page of nothing but words for each page that is searched; say whether any changed."""
    wanted = {path: docs / path for path in files_under(docs) if path.endswith(".md")}
    pages.mkdir(parents=True, exist_ok=True)
    known = {path for path in files_under(pages) if path.endswith(".html")}
    kept = set()
    changed = False
    for path, source in wanted.items():
        place = _place(path)
        stamp = source.stat().st_mtime_ns
        target = pages / place
        if place in known and target.stat().st_mtime_ns == stamp:
            kept.add(place)
            continue
        page = words_of(source.read_text("utf-8"))
        if page is not None:
            kept.add(place)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, "utf-8")
            os.utime(target, ns=(stamp, stamp))
            changed = True
    for place in known - kept:
        (pages / place).unlink()
        changed = True
    return changed


def words_of(markdown: str) -> str | None:
    """Return a generated page as HTML of headings and words; None where it is not searched."""
    front, _, body = markdown.partition("\n---\n")
    meta = dict(line.split(": ", 1) for line in front.split("\n")[1:])
    if json.loads(meta.get("search", "{}")).get("exclude"):
        return None
    title = html.escape(json.loads(meta["title"]))
    lines: list[str] = []
    blank = True
    for line in body.split("\n"):
        heading = _HEADING.fullmatch(line) if blank else None
        blank = not line
        lines.append(_heading(heading) if heading else _words(line))
    content = "\n".join(filter(None, lines))
    return f"<!doctype html><html><head><title>{title}</title></head><body>{content}</body></html>"


def _heading(found: re.Match[str]) -> str:
    level, attributes = len(found[1]), found[3] or ""
    text = html.escape(html.unescape(_TAG.sub(" ", found[2])))
    anchor = _ANCHOR.search(attributes)
    name = f' id="{anchor[1]}"' if anchor else ""
    return f"<h{level}{name}>{text}</h{level}>"


def _words(line: str) -> str:
    text = _SPACE.sub(" ", html.unescape(_TAG.sub(" ", line))).strip()
    return f"<p>{html.escape(text)}</p>" if text else ""


def _place(path: str) -> str:
    """Return where the page of a Markdown file stands on the site."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return f"{stem}.html"
    return f"{stem}/index.html"
