"""The sites that these tests visit, each built once by one process of the run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import REAL, SAMPLE, Site, build_project, make_project, served

HERE = Path(__file__).parent
BUILT_ONCE = ("real", "sample")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process do all the tests that ask for a site by its name."""
    for item in items:
        for name in BUILT_ONCE:
            if name in getattr(item, "fixturenames", ()) and item.path.is_relative_to(HERE):
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


@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in BUILT_ONCE]
)
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the two sites in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def visited(site: Site, request: pytest.FixtureRequest) -> list[str]:
    """Return the addresses to visit: one page of each kind, or all with `--every-page`."""
    return [*site.pages] if request.config.getoption("--every-page") else site.of_each_kind()
