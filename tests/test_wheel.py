"""Installed from the wheel or from the source distribution, the program does what it does here."""

import shutil
import sys
import sysconfig
from pathlib import Path

import pytest
from sites import ROOT, SAMPLE
from wheels import build_distributions, run

from generator.storage.sync import files_under

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def pip(folder, *words):
    """Run pip without any network."""
    own = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    return run(folder, sys.executable, "-m", "pip", *words, *own)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    """Return the folder with the wheel and the source distribution."""
    return build_distributions(tmp_path_factory.mktemp("source"), ["wheel", "sdist"])


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
    assert (tmp_path / "site" / "assets" / "css" / "report.css").is_file()
    zensical = Path(sys.executable).with_name("zensical")
    run(tmp_path, zensical, "build", "--strict", "-f", tmp_path / "build" / "mkdocs.yml")
    assert "Our promises" in (tmp_path / "build" / "site" / "index.html").read_text("utf-8")


def test_a_document_is_printed_with_the_fonts_that_come_along(program, tmp_path):
    """What is printed needs nothing but the package."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    run(tmp_path, program, "pdf", "brief", "--output", "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_the_wheel_begins_a_report_and_the_sample(program, tmp_path):
    """What is written into the repositories of others, and the sample, are in the package."""
    [bundled] = program.parents[1].rglob("generator/theme/bundled")
    found = {p: (bundled / p).read_bytes() for p in files_under(bundled) if "__pycache__" not in p}
    assert {path: (ROOT / path).read_bytes() for path in found} == found
    known = ("--name", "Springfield", "--as-of", "2026-11-30", "--fiscal-year-start", "07-01")
    contact = ("--contact", "mailto:editors@springfield.example")
    run(tmp_path, program, "init", "own", *known, *contact, "--host", "github")
    assert "0 errors, 0 warnings." in run(tmp_path / "own", program, "check")
    assert (tmp_path / "own" / ".github" / "workflows" / "publish.yml").is_file()
    run(tmp_path, program, "init", "sample", "--sample")
    sample = tmp_path / "sample" / "content"
    assert {p: (sample / p).read_bytes() for p in files_under(sample)} == {
        p: (SAMPLE / p).read_bytes() for p in files_under(SAMPLE)
    }
