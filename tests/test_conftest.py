"""The switches that the task file gives to pytest do what it relies on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run(tmp_path):
    """Return a run of pytest over one file in a project of its own, answering the exit code."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "one.py").write_text("def f():\n    pass\n", "utf-8")
    for name in ("conftest.py", "processes.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests")

    def outcome(source, *options):
        (tmp_path / "tests" / "test_it.py").write_text(source, "utf-8")
        words = [sys.executable, "-m", "pytest", "--rootdir", tmp_path, "-c", "/dev/null", "tests"]
        ended = subprocess.run(
            [*words, *options], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return ended.returncode

    return outcome


@pytest.mark.slow
def test_a_skipped_test_fails_the_run_that_allows_none(run):
    """With --no-skips a run that skipped anything does not count as passed."""
    skips = (
        "import pytest\ndef test_it():\n    pytest.skip('no program')\ndef test_fine():\n    pass\n"
    )
    assert run(skips) == 0
    assert run(skips, "--no-skips") == 1


@pytest.mark.slow
def test_golden_files_are_compared_whole_and_renewed_on_request(run, tmp_path):
    """A text that differs, is missing or is stale fails; --update-golden renews the folder."""
    source = "def test_it(golden):\n    golden('site', {'a/index.md': 'words'})\n"
    stale = tmp_path / "tests" / "golden" / "site" / "old.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("gone", "utf-8")
    assert run(source) == 1
    assert run(source, "--update-golden") == 0
    assert run(source) == 0
    assert not stale.exists()
