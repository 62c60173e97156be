"""What the preview makes when it is asked is, byte for byte, what a build makes of all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_language import MADE
from sites import SAMPLE, build_project, make_project, name_languages

from generator.commands.build import docs_folder, docs_folders
from generator.commands.check import check
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.editions.shown import said_in_each
from generator.publish.docs_folder import DocsFolder
from generator.publish.preview.pages import MadeSites
from generator.storage.sync import files_under
from generator.words import bundles

ONLY_BUILT = re.compile(rf"({MADE}/)?pagefind/.*|sitemap\.xml(\.gz)?|robots\.txt")
"""What is made of all pages, and answered from the last build."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, made_folder: Path) -> Iterator[Settings]:
    """Return the sample town, its site built without documents in two languages."""
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("town"))
    name_languages(settings, "en-GB", MADE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "CATALOG", made_folder)
        build_project(settings, documents=False)
        yield settings


def folders_of(settings: Settings) -> tuple[DocsFolder, ...]:
    """Return what a project's content gives the site builder."""
    checked = check(settings, Timings())
    assert checked.shown is not None
    said = said_in_each(settings, checked.shown, checked.loaded.translations)
    return docs_folders(docs_folder(settings, checked.shown, lambda: checked.pictures), said)


@pytest.fixture
def made(town: Settings, tmp_path: Path) -> MadeSites:
    """Return the town's site, of which nothing has been made yet."""
    site = MadeSites(town, tmp_path)
    site.show(folders_of(town))
    return site


@pytest.mark.slow
def test_every_page_and_file_is_that_of_a_build(town: Settings, made: MadeSites) -> None:
    """Pages, data, pictures, the theme's files and the error page; in any order."""
    built = [path for path in files_under(town.site) if not ONLY_BUILT.fullmatch(path)]
    assert len(built) > 300
    assert f"{MADE}/index.html" in built

    differing = [p for p in built[::-1] if made.file(p) != (town.site / p).read_bytes()]

    assert differing == []


def configured(made: MadeSites, settings: Settings, old: str, new: str) -> None:
    """Change the site's configuration, and let it be read again."""
    text = settings.mkdocs_config.read_text("utf-8")
    assert old in text
    settings.mkdocs_config.write_text(text.replace(old, new, 1), "utf-8")
    made.reset()


def test_configuration_and_nav_are_read_again_when_asked(tmp_path: Path) -> None:
    """Another name of the site, and a nav that leaves the name of a page to the page."""
    settings = make_project(SAMPLE, tmp_path / "town")
    made = MadeSites(settings, tmp_path)
    assert made.file("index.html") is None
    made.show(folders_of(settings))
    before = made.file("ideas/index.html")
    assert before is not None

    configured(made, settings, "- Ideas: ideas.md", "- ideas.md")
    assert made.file("ideas/index.html") == before

    configured(made, settings, "site_name: ", "site_name: New ")
    after = made.file("ideas/index.html")
    assert after is not None
    assert b"New " in after


def test_where_pages_cannot_be_made_alone_none_is_made(tmp_path: Path) -> None:
    """With a foreign plugin pages are left to the build; files that are no pages are answered."""
    settings = make_project(SAMPLE, tmp_path / "town")
    made = MadeSites(settings, tmp_path)
    made.show(folders_of(settings))
    configured(made, settings, "plugins: []", "plugins: [search]")

    assert made.file("index.html") is None
    assert made.file("404.html") is None
    assert made.file("data/initiatives.csv") is not None


def test_the_nav_follows_what_the_report_has(tmp_path: Path) -> None:
    """Once nothing fills a page any more, no page leads to it."""
    settings = make_project(SAMPLE, tmp_path / "town")
    made = MadeSites(settings, tmp_path)
    folders = folders_of(settings)
    made.show(folders)
    assert b'href="editions/"' in (made.file("index.html") or b"")

    made.show([replace(folder, editions=()) for folder in folders])
    after = made.file("index.html") or b""
    assert b'href="initiatives/"' in after
    assert b'href="editions/"' not in after
    assert made.file("editions/index.html") is None
