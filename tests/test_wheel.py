"""Installed from the wheel or from the source distribution, the program does what it does here."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from sites import ROOT, SAMPLE

from generator.storage.sync import files_under

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

BUILD = "from setuptools.build_meta import build_sdist, build_wheel; build_{}('dist')"
NOT_NEEDED = ("tests/", "content/")
"""What a package is built without."""


def run(folder, *words):
    """Run a command in a folder, as if no checkout were there; return what it printed."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        words, cwd=folder, env=known, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def pip(folder, *words):
    """Run pip without any network."""
    own = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    return run(folder, sys.executable, "-m", "pip", *words, *own)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    """Return the folder with the wheel and the source distribution, built from what git keeps."""
    source = tmp_path_factory.mktemp("source")
    for path in run(ROOT, "git", "ls-files", "-z").split("\0"):
        if (ROOT / path).is_file() and not path.startswith(NOT_NEEDED):
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, source / path)
    (source / "dist").mkdir()
    for kind in ("wheel", "sdist"):
        run(source, sys.executable, "-c", BUILD.format(kind))
    return source / "dist"


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def program(request, distributions, tmp_path_factory):
    """Return the command as it is installed into an environment of its own.

    The packages that it needs are those that the tests run with.
    """
    folder = tmp_path_factory.mktemp(request.param)
    wheel = next(distributions.glob("*.whl"))
    if request.param == "sdist":
        archive = next(distributions.glob("*.tar.gz"))
        pip(folder, "wheel", "--no-build-isolation", "--wheel-dir", ".", archive)
        wheel = next(folder.glob("*.whl"))
    run(folder, sys.executable, "-m", "venv", "--without-pip", "env")
    python = folder / "env" / "bin" / "python"
    pip(folder, "--python", python, "install", wheel)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(folder, python, "-c", where).strip())
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python.with_name("annual-report")


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """Return the site that the checkout makes of the sample's content alone."""
    return made(tmp_path_factory.mktemp("checkout"), Path(sys.executable).parent / "annual-report")


def made(folder, program):
    """Return every file that a command makes of the sample's content, where nothing else is."""
    shutil.copytree(SAMPLE, folder / "content")
    run(folder, program, "build", "--no-documents", "--edit")
    assert {path.name for path in folder.iterdir()} == {"content", "build", "site"}
    return {path: (folder / "site" / path).read_bytes() for path in files_under(folder / "site")}


def test_a_folder_of_content_becomes_the_same_site(program, expected, tmp_path):
    """With content and nothing else: the look, the nav, the form editor, its guide and licenses."""
    site = made(tmp_path, program)
    assert site.keys() == expected.keys()
    assert [path for path in site if site[path] != expected[path]] == []
    assert b"Larkhaven" in site["index.html"]
    kept = {"edit/index.html", "edit/guide/index.html", "edit/licenses/sveltia-cms.txt"}
    assert kept <= site.keys()


def test_a_report_says_what_it_wants_otherwise(program, tmp_path):
    """A mkdocs.yml of one line changes one thing; other builders take the whole from build/."""
    (tmp_path / "mkdocs.yml").write_text('site_name: "Our promises"\n', "utf-8")
    shutil.copytree(SAMPLE, tmp_path / "content")
    run(tmp_path, program, "build", "--no-documents")
    assert "Our promises" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert (tmp_path / "site" / "assets" / "css" / "page.css").is_file()
    zensical = Path(sys.executable).with_name("zensical")
    run(tmp_path, zensical, "build", "--strict", "-f", tmp_path / "build" / "mkdocs.yml")
    assert "Our promises" in (tmp_path / "build" / "site" / "index.html").read_text("utf-8")


def test_a_document_is_printed_with_the_fonts_that_come_along(program, tmp_path):
    """What is printed needs nothing but the package."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    run(tmp_path, program, "pdf", "--kind", "brief", "--output", "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_the_workflows_come_along(program):
    """What the git host runs is in the package, byte for byte."""
    [bundled] = program.parents[1].rglob("generator/theme/bundled")
    files = [path for path in files_under(bundled) if "__pycache__" not in path]
    found = {path: (bundled / path).read_bytes() for path in files}
    assert {path: (ROOT / path).read_bytes() for path in found} == found
    assert {
        ".github/workflows/publish.yml",
        ".ci/propose.py",
        "overrides/main.html",
    } <= found.keys()
