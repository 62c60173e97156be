"""What readers fetch: the weight of pages, and of the search index beside Material's default."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from material.plugins.search.plugin import Parser

from tests.bench.builders import OWN
from tests.bench.projects import Town
from tests.bench.results import Book

_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_MARKS = re.compile(r'\s?data-search-exclude(?:="[^"]*")?|<p class="r-words".*?</p>', re.DOTALL)


def note_weights(book: Book, town: Town) -> None:
    """Note the weights of the pages and of the index that our last build made."""
    site = town.ours / "site"
    pages = [p.stat().st_size for p in site.glob("initiatives/*/index.html")]
    book.note("weight", town.number, OWN, page=sum(pages) / len(pages))
    for name in ("status", "roadmap"):
        book.note("weight", town.number, OWN, **{name: zipped(site / name / "index.html")})
    every = [p for p in site.rglob("*.html") if "edit" not in p.relative_to(site).parts[:1]]
    book.note("weight", town.number, OWN, largest=max(p.stat().st_size for p in every))
    index = site / "search" / "search_index.json"
    if index.exists():
        raw = index.stat().st_size
        book.note("index", town.number, OWN, raw=raw, zipped=zipped(index))
    default = default_index(site)
    book.note(
        "index",
        town.number,
        "Material's default",
        raw=len(default),
        zipped=len(gzip.compress(default, 9, mtime=0)),
    )
    chunks = list((site / "pagefind").rglob("*"))
    if chunks:
        sizes = [p.stat().st_size for p in chunks if p.is_file()]
        book.note("index", town.number, "Pagefind, all files", raw=sum(sizes))


def zipped(file: Path) -> int:
    """Return the bytes of a file as a server sends it compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def default_index(site: Path) -> bytes:
    """Return the index that Material would make of a site's pages if nothing were marked."""
    docs = [entry for page in sorted(site.rglob("*.html")) for entry in _entries(site, page)]
    config = {
        "lang": ["en"],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
    }
    return json.dumps({"config": config, "docs": docs}, separators=(",", ":")).encode()


def _entries(site: Path, page: Path) -> Iterator[dict[str, str]]:
    path = page.relative_to(site).as_posix()
    article = _ARTICLE.search(page.read_text("utf-8"))
    if article is None or path == "404.html" or path.startswith("edit/"):
        return
    parser = Parser()
    parser.feed(_MARKS.sub("", article[1]))
    parser.close()
    address = path.removesuffix("index.html")
    for section in parser.data:
        anchor = f"#{section.id}" if section.id else ""
        yield {
            "location": f"{address}{anchor}",
            "title": "".join(section.title).strip(),
            "text": "".join(section.text).strip(),
        }
