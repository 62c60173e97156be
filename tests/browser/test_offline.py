"""The archive of the site, unpacked: every page is read from the disk."""

import zipfile
from pathlib import Path

import pytest
from broken_links import broken_links
from playwright.sync_api import Browser
from sites import Site

from generator.core.settings import Settings
from generator.publish.offline import NAME

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the archive of the real site where a reader unpacked it."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(real.settings.site / NAME) as archive:
        archive.extractall(folder)
    return Site(Settings(folder), f"{(folder / 'site').as_uri()}/")


def test_every_link_is_a_file(unpacked: Site) -> None:
    """No link needs a server that looks into a folder, and none leads to what is left out."""
    assert sorted(broken_links(unpacked, folders=False)) == []


def test_pages_are_read_from_the_disk(browser: Browser, unpacked: Site) -> None:
    """One page of each kind complains of nothing; search leads to the list of all initiatives."""
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("console", lambda said: faults.append(said.text))
    tab.on("pageerror", lambda error: faults.append(str(error)))

    for address in unpacked.of_each_kind():
        path = unpacked.pages[address]
        tab.goto(path.as_uri())
        assert tab.evaluate("document.fonts.ready.then(found => found.check('1em Report Sans'))")
    assert faults == []

    tab.goto((unpacked.settings.site / "index.html").as_uri())
    tab.locator("header .r-search-button").click()
    tab.wait_for_url("**/initiatives/index.html")
    tab.close()


def test_no_page_names_the_archive(unpacked: Site) -> None:
    """It cannot hold itself, and its size is on no page of it."""
    pages = [path.read_text("utf-8") for path in Path(unpacked.settings.site).rglob("*.html")]
    assert not any(f'/{NAME.rpartition("/")[2]}"' in page for page in pages)
