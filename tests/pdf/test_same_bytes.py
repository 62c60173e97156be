"""The same content gives the same files, on any machine and on any day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pdf.papers import ROOT

pytestmark = pytest.mark.slow


def digests(place: Path, zone: str, seed: str) -> str:
    """Return the digest of every document of the sample, made by a process of its own."""
    surroundings = {
        **os.environ,
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
    }
    command = [sys.executable, "-m", "pdf.papers"]
    return subprocess.run(
        command, cwd=place, env=surroundings, capture_output=True, text=True, check=True
    ).stdout


def test_two_machines_make_the_same_files(tmp_path: Path) -> None:
    """Neither the time zone nor the order of sets nor the folder changes a byte."""
    here = digests(tmp_path, "Pacific/Auckland", "1")

    assert digests(ROOT, "America/Los_Angeles", "2") == here
    assert len(here.splitlines()) == 6
