"""Both site builders make the same site of the same folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from sites import Site

pytestmark = pytest.mark.slow


@pytest.fixture
def other(site: Site, tmp_path: Path) -> Path:
    """Return the same pages, look and configuration as Zensical builds them."""
    project = tmp_path / "project"
    skipped = shutil.ignore_patterns("site", "content", "staging", "cache")
    shutil.copytree(site.settings.root, project, ignore=skipped)
    program = Path(sys.executable).parent / "zensical"
    built = subprocess.run(
        [program, "build", "--strict", "-f", project / "mkdocs.yml"],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


def _pages(folder: Path) -> dict[str, Path]:
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*.html"))}


def _of(file: Path) -> tuple[str, list[str], list[str], str]:
    """Return what a page is to a reader: its title, headings, places to link to, and words."""
    html = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    article = html.find("article")
    assert isinstance(article, Tag)
    assert html.title is not None
    headings = [" ".join(h.get_text().split()) for h in article.find_all(["h1", "h2", "h3"])]
    anchors = [str(tag["id"]) for tag in article.find_all(id=True)]
    return html.title.get_text(), headings, anchors, " ".join(article.get_text().split())


@pytest.mark.parametrize("site", ["real", "sample"], indirect=True)
def test_zensical_makes_the_same_pages(site: Site, other: Path) -> None:
    """The other builder, strict, gives every page with the same title, headings, anchors, words."""
    ours, theirs = _pages(site.settings.site), _pages(other)
    assert theirs.keys() == ours.keys()
    different = [path for path in ours if _of(ours[path]) != _of(theirs[path])]
    assert different == []
