"""The whole site as one ZIP file, to be read from a disk, without a server or a connection.

What a server does is done beforehand: a link to a folder leads to its index.html. What cannot be
there is left out: search, whose index a browser does not read from a disk, gives way to the list of
all initiatives; and the error page, the list of pages for search engines, and the archive itself.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from generator.publish.page_finishing import ERROR_PAGE
from generator.publish.search import FOLDER as INDEX
from generator.views.base import addresses

NAME = addresses.data(addresses.SITE_ARCHIVE)
"""Where on the site the archive is."""

_TOP = "site/"
"""The folder that unpacking makes."""

_SEARCH_PAGE = f"{addresses.SEARCH}index.html"
_LEFT_OUT = (ERROR_PAGE, "sitemap.xml", "sitemap.xml.gz", "robots.txt", _SEARCH_PAGE, f"{INDEX}/")
"""Files and folders at the top of each language's pages."""
_PACKED = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".woff2")
"""Files that do not become smaller."""

_LINK = re.compile(
    rb"""(<(?:a|area|form|img|link|script|source)\b[^>]*?\s(?:action|href|src)=")([^"]*)\""""
)
_SEARCH_SWITCH = re.compile(rb"""(<a\b[^>]*?)\sdata-search(?:="")?(?=[\s>])""")
_ABOUT_THE_PAGE = re.compile(rb"<(?:link|meta)\b[^>]*>")
_LINKED_DATA = re.compile(rb'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_THE_ARCHIVE = re.compile(
    rb'<a\b[^>]*?href="[^"]*/%b"[^>]*>(.*?)</a>' % re.escape(addresses.SITE_ARCHIVE.encode())
)


@dataclass(frozen=True, slots=True)
class _OfflinePages:
    """Turns the pages of a site into pages that are read from a disk."""

    paths: frozenset[str]
    """Every file of the archive."""
    search_pages: frozenset[str]
    """The pages of search, which are none of them."""
    address: str
    """Where the site is published; empty where nobody said."""

    def page(self, html: bytes, path: str) -> bytes:
        """Return the page at a path with links to files, and without the site's own address."""
        html = _SEARCH_SWITCH.sub(rb"\1", _THE_ARCHIVE.sub(rb"\1", html))
        if self.address:
            html = _LINKED_DATA.sub(b"", html)
        html = _ABOUT_THE_PAGE.sub(self._about_the_page, html)
        return _LINK.sub(lambda link: link[1] + self._target(link[2], path) + b'"', html)

    def _about_the_page(self, tag: re.Match[bytes]) -> bytes:
        """Return a tag of the head, unless it is about the published page or needs a server."""
        # A typeface that is asked for beforehand is asked for as from another site, in vain.
        is_published = self.address and self.address.encode() in tag[0]
        return b"" if is_published or b'rel="preload"' in tag[0] else tag[0]

    def _target(self, written: bytes, page: str) -> bytes:
        """Return where a link leads on a disk: as it is written, but for folders of the site."""
        link = unescape(written.decode())
        way, *rest = re.split(r"(?=[?#])", link, maxsplit=1)
        if not way or ":" in way.partition("/")[0] or way.startswith("/"):
            return written
        target = normpath(join(dirname(page), way))
        if target in self.paths:
            return written
        index = f"{target}/index.html".removeprefix("./")
        if index in self.paths:
            way = f"{way.rstrip('/')}/index.html" if way not in (".", "./") else "index.html"
        elif index in self.search_pages:
            every = join(dirname(dirname(index)), addresses.INITIATIVES, "index.html")
            way, rest = relpath(every, dirname(page) or "."), []
        return escape(way + "".join(rest)).encode()


def write_archive(
    archive: Path, files: Mapping[str, bytes | Path], tops: Sequence[str], address: str = ""
) -> None:
    """Write the archive of a site's files, the same bytes for the same files.

    `tops` are the folders with the pages of each language; `address` is where the site will be.
    """
    left_out = tuple(f"{top}{name}" for top in tops for name in _LEFT_OUT)
    paths = sorted(path for path in files if not path.startswith(left_out))
    searches = frozenset(f"{top}{_SEARCH_PAGE}" for top in tops)
    pages = _OfflinePages(frozenset(paths), searches, address)
    with zipfile.ZipFile(archive, "w") as packed:
        for path in paths:
            file = files[path]
            content = file.read_bytes() if isinstance(file, Path) else file
            if path.endswith(".html"):
                content = pages.page(content, path)
            packed.writestr(_entry(path), content)


def _entry(path: str) -> zipfile.ZipInfo:
    """Return what an archive says of a file: a day that never changes, and who may read it."""
    entry = zipfile.ZipInfo(f"{_TOP}{path}")
    entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
