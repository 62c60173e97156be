"""The site as an archive: read from a disk, the same bytes each time, and nothing of a server."""

import re
import zipfile
from pathlib import Path

import pytest

from generator.publish.offline import write_archive

PAGE = b"""<head><link rel="canonical" href="https://town.example/report/areas/harbour/">
<link rel="preload" href="../../assets/a.woff2" as="font" crossorigin>
<link rel="stylesheet" href="../../assets/a.css">
<meta property="og:url" content="https://town.example/report/areas/harbour/">
<script type="application/ld+json">{"url": "https://town.example/report/"}</script></head>
<a class="r-search-button" href="../../search/" data-search>Search</a>
<a href="../..">Home</a> <a href="../../">Home</a> <a href="./">Here</a> <a href="#top">Top</a>
<a href="../../sources/#late&amp;more">Source</a> <a href="../park/?a=1#b">Park</a>
<a href="../../data/report.json">Data</a> <a href="../../data/site.zip">site.zip</a>
<a href="https://town.example/report/">Ours</a> <a href="mailto:a@town.example">Mail</a>
<a href="../../initiatives/search/">An initiative of that name</a>"""
FILES: dict[str, bytes | Path] = {
    "index.html": b"<p>Home",
    "areas/harbour/index.html": PAGE,
    "areas/park/index.html": b"<p>Park",
    "assets/a.css": b"p {}",
    "assets/a.woff2": b"",
    "data/report.json": b"{}",
    "initiatives/search/index.html": b"<p>A search",
    "pagefind/pagefind.js": b"",
    "search/index.html": b"<p>Search",
    "sources/index.html": b"<p>Sources",
    "initiatives/index.html": b"<p>All",
    "404.html": b"<p>Nothing",
    "sitemap.xml": b"",
    "es/404.html": b"",
    "es/search/index.html": b"",
    "es/index.html": b'<a href="./">Aqui</a> <a href="search/">Buscar</a>',
    "es/initiatives/index.html": b"",
    "es/pagefind/pagefind.js": b"",
}
ADDRESS = "https://town.example/report/"


@pytest.fixture
def archive(tmp_path: Path) -> zipfile.ZipFile:
    """Return the archive of a small site in two languages."""
    write_archive(tmp_path / "site.zip", FILES, ["", "es/"], ADDRESS)
    return zipfile.ZipFile(tmp_path / "site.zip")


def test_what_needs_a_server_is_left_out(archive: zipfile.ZipFile) -> None:
    """There is no search of either language, no error page, no list of pages for search engines."""
    assert [name.removeprefix("site/") for name in archive.namelist()] == [
        "areas/harbour/index.html",
        "areas/park/index.html",
        "assets/a.css",
        "assets/a.woff2",
        "data/report.json",
        "es/index.html",
        "es/initiatives/index.html",
        "index.html",
        "initiatives/index.html",
        "initiatives/search/index.html",
        "sources/index.html",
    ]


def test_links_lead_to_files(archive: zipfile.ZipFile) -> None:
    """A folder is named by its page, search is the list of all, the archive no link at all."""
    page = archive.read("site/areas/harbour/index.html").decode()
    head, _, body = page.partition("</head>")

    assert head.split() == ["<head>", "<link", 'rel="stylesheet"', 'href="../../assets/a.css">']
    assert re.findall('href="([^"]*)"', body) == [
        "../../initiatives/index.html",
        "../../index.html",
        "../../index.html",
        "index.html",
        "#top",
        "../../sources/index.html#late&amp;more",
        "../park/index.html?a=1#b",
        "../../data/report.json",
        "https://town.example/report/",
        "mailto:a@town.example",
        "../../initiatives/search/index.html",
    ]
    assert "</a> site.zip" in body
    assert "data-search" not in body
    assert archive.read("site/es/index.html").decode() == (
        '<a href="index.html">Aqui</a> <a href="initiatives/index.html">Buscar</a>'
    )


def test_the_same_site_is_the_same_archive(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    """Neither the day nor the order in which files were made is in it."""
    again = tmp_path / "again.zip"
    (tmp_path / "a.css").write_bytes(b"p {}")
    files = {**dict(reversed(FILES.items())), "assets/a.css": tmp_path / "a.css"}

    write_archive(again, files, ["", "es/"], ADDRESS)

    assert again.read_bytes() == Path(archive.filename or "").read_bytes()
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
