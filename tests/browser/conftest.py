"""The sites that these tests visit, each built once by one process of the run."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from access_log import AccessLog
from made_language import MADE
from playwright.sync_api import Browser
from sites import REAL, SAMPLE, Site, build_project, make_project, name_languages, served

from generator.words import bundles

HERE = Path(__file__).parent
BUILT_ONCE = ("real", "sample", "made")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process do all the tests that ask for a site by its name."""
    for item in items:
        given = item.callspec.params if hasattr(item, "callspec") else {}
        asked = {*getattr(item, "fixturenames", ()), given.get("site")}
        for name in asked.intersection(BUILT_ONCE) if item.path.is_relative_to(HERE) else ():
            item.add_marker(pytest.mark.xdist_group(name))


def _built(content: Path, root: Path) -> Iterator[Site]:
    settings = make_project(content, root)
    build_project(settings)
    with served(settings) as site:
        yield site


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of the real content."""
    yield from _built(REAL, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of the sample town, which leaves no field unused."""
    yield from _built(SAMPLE, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, made_folder: Path) -> Iterator[Site]:
    """Return the site of the sample town in the made language, below the same in English."""
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("made"))
    name_languages(settings, "en-GB", MADE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "CATALOG", made_folder)
        build_project(settings)
    with served(settings) as site:
        yield replace(site, below=f"{MADE}/")


@pytest.fixture(scope="session")
def access_log(request: pytest.FixtureRequest, browser: Browser) -> Iterator[AccessLog]:
    """Return where is noted what engines judge; it is kept where the caller asks for that."""
    log = AccessLog()
    yield log
    file = request.config.getoption("--access-results")
    if file and not request.session.testsfailed:
        every_page = request.config.getoption("--every-page")
        log.write(Path(file), f"Chromium {browser.version}", every_page=every_page)


@pytest.fixture(params=BUILT_ONCE)
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the sites in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def visited(site: Site, request: pytest.FixtureRequest) -> list[str]:
    """Return the addresses to visit: one page of each kind, or all with `--every-page`."""
    every = [address for address in site.pages if address.startswith(site.below)]
    return every if request.config.getoption("--every-page") else site.of_each_kind()
