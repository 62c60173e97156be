"""What the preview makes when it is asked is, byte for byte, what a build makes of all."""

import re
from collections.abc import Iterator

import pytest
from sites import SAMPLE, build_project, make_project

from generator.commands.build import docs_folder
from generator.commands.check import check
from generator.core.settings import Settings
from generator.core.timings import Clockwork
from generator.publish.docs_folder import DocsFolder
from generator.publish.preview.pages import MadeSite
from generator.storage.sync import files_under

ONLY_BUILT = re.compile(r"pagefind/.*|sitemap\.xml(\.gz)?")
"""What is made of all pages, and answered from the last build."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the sample town, its site built without documents."""
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("town"))
    build_project(settings, documents=False)
    return settings


def folder_of(settings: Settings) -> DocsFolder:
    """Return what a project's content gives the site builder."""
    checked = check(settings, Clockwork())
    assert checked.shown is not None
    return docs_folder(settings, checked.shown, lambda: checked.pictures)


@pytest.fixture
def made(town: Settings) -> Iterator[MadeSite]:
    """Return the town's site, of which nothing has been made yet."""
    with MadeSite(town) as site:
        site.show(folder_of(town))
        yield site


@pytest.mark.slow
def test_every_page_and_file_is_that_of_a_build(town: Settings, made: MadeSite) -> None:
    """Pages, data, pictures, the theme's files and the error page; in any order."""
    built = [path for path in files_under(town.site) if not ONLY_BUILT.fullmatch(path)]
    assert len(built) > 150

    differing = [p for p in built[::-1] if made.file(p) != (town.site / p).read_bytes()]

    assert differing == []
