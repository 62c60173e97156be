"""The pages for other organizations are true: each command in them runs, from the wheel alone."""

import os
import re
import subprocess
import sysconfig

import pytest
from wheels import ROOT, build_distributions

PAGES = sorted((ROOT / "docs" / "adopt").glob("*.md"))
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def blocks_of(page):
    """Return the commands that a page shows, in its order."""
    return re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the folder with the wheel."""
    return build_distributions(tmp_path_factory.mktemp("source"), ["wheel"])


def surroundings(wheel, home):
    """Return variables with which pip finds the wheel and no registry.

    The packages that the program needs are those of the tests, which Python finds by its path.
    """
    known = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    who = {
        f"GIT_{role}_{what}": "editor@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    pip = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_FIND_LINKS": str(wheel),
        "PIP_FORCE_REINSTALL": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_QUIET": "1",
    }
    return {**known, **who, **pip, "HOME": str(home), "PYTHONPATH": sysconfig.get_path("purelib")}


@pytest.mark.parametrize("page", [p for p in PAGES if blocks_of(p)], ids=lambda page: page.stem)
def test_every_command_runs(page, wheel, tmp_path):
    """From an empty folder, in the order of the page, without a fault and without a network."""
    script = "set -euo pipefail\n" + "\n".join(blocks_of(page))
    ended = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=surroundings(wheel, tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_page_for_other_organizations_is_listed():
    """The first page leads to each of the others."""
    index = (ROOT / "docs" / "adopt" / "index.md").read_text("utf-8")
    assert [
        page.name for page in PAGES if page.stem != "index" and f"]({page.name})" not in index
    ] == []
