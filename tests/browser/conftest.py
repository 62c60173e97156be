"""The sites that these tests visit, each built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import REAL, SAMPLE, Site, build_project, make_project, served


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


@pytest.fixture(params=["real", "sample"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the two sites in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found
