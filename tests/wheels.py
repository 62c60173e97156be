"""The wheel and the source distribution, built from what git keeps, for tests that install them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_BUILD = "from setuptools.build_meta import build_sdist, build_wheel; build_{}('dist')"
_NOT_NEEDED = ("tests/", "content/")
_NEEDED_ALL_THE_SAME = "tests/sample/content/"
"""What a package is built without, apart from the sample."""


def run(folder, *words):
    """Run a command in a folder, as if no checkout were there; return what it printed."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        words, cwd=folder, env=known, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def build_distributions(source, kinds):
    """Build distributions below a folder from what git keeps; return the folder that has them."""
    for path in run(ROOT, "git", "ls-files", "-z").split("\0"):
        needed = path.startswith(_NEEDED_ALL_THE_SAME) or not path.startswith(_NOT_NEEDED)
        if needed and (ROOT / path).is_file():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, source / path)
    (source / "dist").mkdir()
    for kind in kinds:
        run(source, sys.executable, "-c", _BUILD.format(kind))
    return source / "dist"
