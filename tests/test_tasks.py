"""The locked environment: what is installed is named, hashed and the same everywhere."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import tasks

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (tasks.RUNTIME_LOCK, tasks.DEV_LOCK)


def packages_of(lock):
    """Return the version and the number of hashes of each package in a lock file."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    requirements = [Requirement(entry.split("\\")[0].strip()) for entry in entries]
    hashes = [len(re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)) for entry in entries]
    return {
        need.name: (str(need.specifier), count)
        for need, count in zip(requirements, hashes, strict=True)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_a_hash(lock):
    """Nothing is installed that was not named to the byte."""
    for name, (version, hashes) in packages_of(lock).items():
        assert version.startswith("=="), name
        assert hashes, name


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json", "pyproject.toml", "package.json"])
def test_no_lock_names_a_host(name):
    """A lock file holds for every registry and mirror: it names no address."""
    assert "://" not in (ROOT / name).read_text("utf-8")


def test_the_development_lock_holds_the_runtime_lock():
    """Tests run with the very packages that build the site."""
    assert packages_of(tasks.RUNTIME_LOCK).items() <= packages_of(tasks.DEV_LOCK).items()


def test_every_npm_package_has_a_hash():
    """The tools from npm are named to the byte as well."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_a_changed_lock_is_seen(tmp_path):
    """The environment is renewed when a lock file changes, and only then."""
    lock = tmp_path / "some.lock"
    lock.write_text("a==1", "utf-8")
    before = tasks.digest(lock)
    assert tasks.digest(lock) == before
    lock.write_text("a==2", "utf-8")
    assert tasks.digest(lock) != before


def test_an_unknown_task_lists_the_known_ones(capsys):
    """A wrong word is answered with every task and the exit code of wrong use."""
    assert tasks.main(["biuld"]) == 2
    shown = capsys.readouterr().out
    assert all(f"  {name}" in shown for name in tasks.TASKS)


def test_what_is_missing_is_named_where_it_cannot_be_installed(monkeypatch):
    """Without the right to install, what is missing is reported and not passed over."""
    monkeypatch.setattr(tasks.shutil, "which", lambda _name, **_: None)
    monkeypatch.setattr(tasks.ctypes.util, "find_library", lambda _name: None)
    assert tasks.complete_system() == list(tasks.SYSTEM_PACKAGES)


def test_the_program_is_compiled_where_it_is_installed(monkeypatch, tmp_path):
    """Where Python may not keep what it compiles, no run has to compile this package anew."""
    ran = []
    monkeypatch.setattr(tasks, "make_environment", lambda: None)
    monkeypatch.setattr(tasks, "must", ran.append)
    monkeypatch.setattr(tasks, "STAMP", tmp_path / "installed.json")
    tasks.install_python(tasks.RUNTIME_LOCK)
    assert ran[-1] == [tasks.PYTHON, "-m", "compileall", "-q", "generator"]


@pytest.mark.slow
def test_a_release_lists_everything_that_is_in_it(tmp_path):
    """The list (CycloneDX) is of the package itself, and names each locked package once."""
    sbom = tmp_path / "sbom.cdx.json"
    program = Path(sys.executable).with_name("cyclonedx-py")
    words = ("requirements", "--output-reproducible", "--pyproject", "pyproject.toml")
    ended = subprocess.run(
        [program, *words, "-o", sbom, tasks.RUNTIME_LOCK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    said = json.loads(sbom.read_text("utf-8"))
    assert said["metadata"]["component"]["name"] == "innovations-annual-report"
    assert {one["name"] for one in said["components"]} == set(packages_of(tasks.RUNTIME_LOCK))
