"""Nothing is newer than the oldest Python that pyproject.toml promises, to the patch."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tasks

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [
    ROOT / "tasks.py",
    *sorted(path for name in (".ci", "generator", "tests") for path in (ROOT / name).rglob("*.py")),
]

LATER_NAMES = {
    *("data_filter", "tar_filter", "fully_trusted_filter", "extraction_filter"),  # 3.11.4
    *("FilterError", "AbsolutePathError", "OutsideDestinationError", "SpecialFileError"),
    *("AbsoluteLinkError", "LinkOutsideDestinationError", "LinkFallbackError"),
    *("SetReparseDeferralEnabled", "GetReparseDeferralEnabled"),  # 3.11.9
    *("verify_generated_headers", "supports_strict_parsing", "ENOTCAPABLE"),  # 3.11.10, .1
}
"""Names that came with a patch of 3.11, which the linter vermin and mypy take for 3.11's own."""

LATER_ARGUMENTS = {
    ("extract", "filter"),  # of a tar archive, 3.11.4
    ("extractall", "filter"),
    ("unpack_archive", "filter"),
    ("getaddresses", "strict"),  # 3.11.10
    ("parseaddr", "strict"),
}
"""Functions and arguments of theirs that came with a patch of 3.11."""


def later(source):
    """Yield line and name of everything in a Python text that came with a patch of 3.11."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.alias(name=name) if name in LATER_NAMES:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), keywords=given):
                for word in given:
                    if (name, word.arg) in LATER_ARGUMENTS:
                        yield node.lineno, f"{name}({word.arg}=)"
            case _:
                pass


def test_one_oldest_python_everywhere():
    """Who builds the lock, checks the types and starts a workflow goes by the same promise."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["requires-python"] == f">={tasks.PROMISED}"
    assert project["tool"]["mypy"]["python_version"] == tasks.PROMISED
    assert (ROOT / ".python-version").read_text("utf-8").strip() == tasks.PROMISED
    assert f"Python {tasks.PROMISED} or newer" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("newer", ["shutil.rmtree('x', onexc=None)", "itertools.batched([], 2)"])
def test_the_linter_sees_what_is_newer(tmp_path, newer):
    """A function or argument of a later Python fails the checks, with the name of what it is."""
    program, *options = tasks.LINTERS["vermin"]
    options = [option for option in options if option.startswith("--")]
    (tmp_path / "newer.py").write_text(f"import itertools, shutil\n{newer}\n", "utf-8")
    command = [Path(sys.executable).parent / program, *options, tmp_path / "newer.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert newer.partition("(")[0] in done.stdout


def test_nothing_came_with_a_patch_of_the_oldest_python():
    """What the linter cannot tell: Debian 12 has 3.11.2, and the promise includes 3.11.0."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in SOURCES
        for line, name in later(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("archive.extractall(folder, filter='data')", ["extractall(filter=)"]),
        ("import shutil\nshutil.unpack_archive('x', filter='tar')", ["unpack_archive(filter=)"]),
        ("from tarfile import data_filter", ["data_filter"]),
        ("import tarfile\ntry: ...\nexcept tarfile.FilterError: ...", ["FilterError"]),
        ("archive.extractall(folder)\nfilter = 'data'", []),
    ],
)
def test_each_way_to_use_it_is_seen(source, names):
    """The watch reads arguments, attributes and imports, and nothing into other words."""
    assert [name for _, name in later(source)] == names
