"""A search index in small chunks, for sites so large that a reader should not fetch it whole.

Pagefind, an optional package, makes it. It is given the words of each page without its drawings and
signals, and without what stands on another page too; kept copies of them spare it unchanged pages.
"""

import hashlib
import html
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from generator.errors import GeneratorError
from generator.output import bring, files_under
from generator.settings import Settings
from generator.workers import spread

FOLDER = "pagefind"
"""Folder of the site that holds the index."""

SEARCH_PAGE = "search/"
"""Address of the page with the box, which the header leads to."""

PACKAGE = "pagefind_bin"
_WITHOUT = (
    "an index that each reader fetches whole. For a site of this size install Pagefind: "
    ".venv/bin/python -m pip install 'pagefind[bin]'"
)
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


@contextmanager
def index_aside(settings: Settings) -> Iterator[Callable[[], str]]:
    """Begin with the index of the generated pages, which takes as long as a part of the site does.

    What is given publishes the index with the built site, and says in words what was done. It
    raises GeneratorError when the package fails.
    """
    if not has_chunks(settings):
        yield lambda: _WITHOUT if _has_page(settings) else ""
        return
    index = _Index(settings)
    try:
        index.begin()
        yield index.publish
    finally:
        index.stop()


def _has_page(settings: Settings) -> bool:
    return (settings.docs / "search.md").is_file()


def _language(page: Path) -> str:
    """Return the language that a page of the site says it is in."""
    found = _LANGUAGE.search(page.read_text("utf-8")) if page.is_file() else None
    return found[1] if found else "en"


class _Index:
    """The index in the cache: made anew where the words of the pages are others, or gone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pages = settings.cache / "search-pages"
        self._made = settings.cache / "search-index"
        self._seal = settings.cache / "search-index.txt"
        """Says of which program and language the index is, once it is whole."""
        self._language = ""
        self._running: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `stop`

    def begin(self) -> None:
        """Bring the words to what the pages say, and have them indexed if that is not done."""
        program = _digest_of_program()
        words = self._pages / "program.txt"
        if not self._settings.remembers or _text(words) != program:
            shutil.rmtree(self._pages, ignore_errors=True)
        if _bring_words(self._settings.docs, self._pages):
            self._seal.unlink(missing_ok=True)
        words.write_text(program, "utf-8")
        # The last site tells its language; should this one have another, `publish` begins again.
        self._index_in(_language(self._settings.site / SEARCH_PAGE / "index.html"))

    def _index_in(self, language: str) -> None:
        if language == self._language or _text(self._seal) == self._sealed(language):
            return
        self.stop()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as above
        shutil.rmtree(self._made, ignore_errors=True)
        words = ["--site", self._pages, "--output-path", self._made, "--force-language", language]
        command = [sys.executable, "-m", PACKAGE, *map(str, words), "--quiet"]
        self._language = language
        self._running = subprocess.Popen(command, stdout=self._said, stderr=self._said)  # noqa: S603

    def _sealed(self, language: str) -> str:
        return f"{language} {_digest_of_program()}"

    def publish(self) -> str:
        """Bring the site's index to what was made; return in words what that is."""
        language = _language(self._settings.site / SEARCH_PAGE / "index.html")
        self._index_in(language)
        if self._running:
            self._wait_for(self._running)
            self._seal.write_text(self._sealed(language), "utf-8")
        files = {
            path: (self._made / path).read_bytes()
            for path in files_under(self._made)
            if _USED.fullmatch(path.rpartition("/")[2])
        }
        bring(self._settings.site / FOLDER, files)
        return f"an index in {len(files)} parts, of which a reader fetches a few"

    def _wait_for(self, running: subprocess.Popen[bytes]) -> None:
        if running.wait() == 0:
            return
        self._said.seek(0)
        said = self._said.read().decode(errors="replace").strip()
        raise GeneratorError(
            f"Pagefind made no search index:\n{said}\n",
            "The pages are published. Build again; the cache in build/cache may be deleted first.",
        )

    def stop(self) -> None:
        """Leave nothing running behind."""
        if self._running and self._running.poll() is None:
            self._running.kill()
            self._running.wait()
        self._running = None
        self._said.close()


def _digest_of_program() -> str:
    """Return what tells this program from one that would give other words, or index otherwise."""
    own = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=16).hexdigest()
    return f"{own} {importlib.metadata.version('pagefind_bin')}"


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""


def _bring_words(docs: Path, pages: Path) -> bool:
    """Keep a page of nothing but words for each page that is searched; say whether any changed."""
    wanted = {path: docs / path for path in files_under(docs) if path.endswith(".md")}
    pages.mkdir(parents=True, exist_ok=True)
    known = {path for path in files_under(pages) if path.endswith(".html")}
    old = [
        path
        for path, source in wanted.items()
        if (place := _place(path)) not in known
        or (pages / place).stat().st_mtime_ns != source.stat().st_mtime_ns
    ]
    given = spread(len(old), lambda task: _give(wanted[old[task]], pages / _place(old[task])))
    kept = known & {_place(path) for path in wanted.keys() - old}
    stale = known - kept - {_place(path) for path, name in zip(old, given, strict=True) if name}
    for place in stale:
        (pages / place).unlink()
    return bool(stale or any(given))


def _give(source: Path, target: Path) -> str:
    """Write the page of words of a generated page; return its name if there is one."""
    stamp = source.stat().st_mtime_ns
    page = words_of(source.read_text("utf-8"))
    if page is None:
        return ""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, "utf-8")
    os.utime(target, ns=(stamp, stamp))
    return target.name


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
