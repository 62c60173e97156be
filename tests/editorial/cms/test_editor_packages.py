"""What the form editor takes from npm: to the byte what the lock file names."""

import json
import shutil

import pytest

from generator.commands import build
from generator.core.errors import GeneratorError
from generator.editorial.cms.bundle import PACKAGES, package_files

TAKEN = {
    "@sveltia/cms": {
        "dist/sveltia-cms.js": "sveltia-cms.js",
        "dist/chunks/react-dom.js": "chunks/react-dom.js",
        "LICENSE.txt": "licenses/sveltia-cms.txt",
    },
    "yaml": {"browser": "yaml", "LICENSE": "licenses/yaml.txt"},
    "@fontsource-variable/material-symbols-outlined": {
        "files/material-symbols-outlined-latin-wght-normal.woff2": "fonts/",
        "LICENSE": "licenses/material-symbols.txt",
    },
    "@fontsource-variable/source-sans-3": {
        "files/source-sans-3-latin-wght-normal.woff2": "fonts/",
        "files/source-sans-3-latin-ext-wght-normal.woff2": "fonts/",
        "LICENSE": "licenses/source-sans-3.txt",
    },
}
"""Folder or file in a package, and where it goes."""


@pytest.fixture(scope="module")
def published(root):
    """Return the files as npm installed them, by path below the editor's folder."""
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    files = {}
    for package, taken in TAKEN.items():
        folder = root / "node_modules" / package
        if not folder.is_dir():
            pytest.fail(f"{package} is missing: python3 tasks.py test installs it")
        there = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        assert there == lock[f"node_modules/{package}"]["version"], package
        for source, target in taken.items():
            files |= copied(folder / source, target)
    return files


def copied(source, target):
    """Return a file, or every script of a folder, by the path where it goes."""
    if source.is_dir():
        return {
            f"{target}/{path.relative_to(source).as_posix()}": path.read_bytes()
            for path in sorted(source.rglob("*.js"))
        }
    return {target + source.name if target.endswith("/") else target: source.read_bytes()}


@pytest.mark.slow
@pytest.mark.usefixtures("golden")
def test_the_editors_packages_are_those_of_the_lock_file(request, published):
    """Nothing but the locked versions goes into a site, and no byte of them was changed by hand."""
    if request.config.getoption("--update-golden"):
        shutil.rmtree(PACKAGES, ignore_errors=True)
        for path, content in published.items():
            (PACKAGES / path).parent.mkdir(parents=True, exist_ok=True)
            (PACKAGES / path).write_bytes(content)
    names = [path for path, content in package_files().items() if published.get(path) != content]
    assert names == [], "python3 tasks.py golden renews them"
    assert package_files().keys() == published.keys(), "python3 tasks.py golden renews them"


def test_each_package_comes_with_its_license():
    """Whoever gets the editor gets the terms of all that it is made of."""
    licenses = [path for path in package_files() if path.startswith("licenses/")]
    assert len(licenses) == len(TAKEN)


def test_the_editor_needs_no_npm(town):
    """Also where neither a lock file of npm nor its packages are, as beside an installed wheel."""
    town.site.mkdir(exist_ok=True)
    (town.site / "index.html").write_text("<!doctype html><title>Site</title>", "utf-8")
    made = build.add_form_editor(town, None, "main")
    assert not (town.root / "package-lock.json").exists()
    assert {"index.html", "config.json", *package_files()} <= set(made.changed)


def test_without_a_site_the_next_step_is_told(town):
    """The command that adds the editor ends in words where there is nothing to add it to."""
    with pytest.raises(GeneratorError, match="no site yet"):
        build.add_form_editor(town, None, "main")
