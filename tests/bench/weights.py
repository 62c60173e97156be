"""What readers fetch: the weight of pages, and of the search index."""

import gzip
from pathlib import Path

from tests.bench.builders import OWN
from tests.bench.projects import Town
from tests.bench.results import Book


def note_weights(book: Book, town: Town) -> None:
    """Note the weights of the pages and of the index that our last build made."""
    site = town.ours / "site"
    pages = [p.stat().st_size for p in site.glob("initiatives/*/index.html")]
    book.note("weight", town.number, OWN, page=sum(pages) / len(pages))
    for name in ("status", "roadmap"):
        book.note("weight", town.number, OWN, **{name: zipped(site / name / "index.html")})
    every = [p for p in site.rglob("*.html") if "edit" not in p.relative_to(site).parts[:1]]
    book.note("weight", town.number, OWN, largest=max(p.stat().st_size for p in every))
    chunks = list((site / "pagefind").rglob("*"))
    if chunks:
        sizes = [p.stat().st_size for p in chunks if p.is_file()]
        book.note("index", town.number, "Pagefind, all files", raw=sum(sizes))


def zipped(file: Path) -> int:
    """Return the bytes of a file as a server sends it compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))
