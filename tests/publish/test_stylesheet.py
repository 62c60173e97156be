"""The site has one style sheet, made of the program's parts, and every browser understands it."""

import re
from pathlib import Path

import pytest

from generator.publish.stylesheet import stylesheet, stylesheet_parts
from generator.theme import ASSETS

CLASS = re.compile(r"\.(r-[a-z0-9_-]+)")
"""A class of the site's own."""

COMPOSED = {"r-left", "r-right", "r-center", "r-date", "r-number"}
"""Classes of cells, which are made of what a column is; a modifier, too, may follow as a value."""


@pytest.fixture(scope="module")
def css() -> str:
    """Return the style sheet of a report without a look of its own."""
    return stylesheet().decode()


def test_every_part_is_in_it(css: str) -> None:
    """What is built on comes first, paper last; nothing is lost but comments and line breaks."""
    assert css.startswith(":root {")
    assert "/*" not in css
    for path in stylesheet_parts():
        last = (ASSETS.parent / path).read_text("utf-8").rstrip().splitlines()[-2].strip()
        assert last in css, path


def test_own_rules_decide() -> None:
    """A report's look comes after everything else."""
    assert stylesheet(":root { --r-font: serif; }").endswith(b":root { --r-font: serif; }\n")


def test_no_color_needs_a_new_browser(css: str) -> None:
    """Where functions of colors are unknown the whole rule is lost, and phases look the same."""
    assert "light-dark(" not in css
    mixed = re.findall(r"([^;{}]*);\s*[a-z-]+: color-mix", css)
    assert [before for before in mixed if "fill:" not in before] == []


def test_every_variable_has_a_value(css: str) -> None:
    """A variable that no rule sets leaves a property without a value."""
    used, made = (set(re.findall(p, css)) for p in (r"var\((--[\w-]+)\)", r"(--[\w-]+):"))
    assert used - made == set()


def test_every_class_is_on_some_page(css: str, root: Path) -> None:
    """A rule for what no template, script or view prints is dead."""
    places = [
        root / "overrides",
        *(root / "generator" / name for name in ("theme", "views", "render")),
    ]
    kinds = ("*.html", "*.j2", "*.js", "*.py")
    files = (path for place in places for kind in kinds for path in place.rglob(kind))
    texts = (path.read_text("utf-8") for path in files if "packages" not in path.parts)
    said = {word for text in texts for word in re.findall(r"r-[a-z0-9_-]+", text)}
    bases = {name: re.sub(r"--.*", "--", name) for name in set(CLASS.findall(css)) - COMPOSED}
    assert sorted(name for name, base in bases.items() if {name, base}.isdisjoint(said)) == []
