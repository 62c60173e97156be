"""A tiny city's content, and cases that differ from it in a few files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check.rule import RuleContext
from generator.core.settings import Settings
from generator.load.report import load_report

RULES = Path(__file__).resolve().parents[1] / "rules"


def subject_in(folder: Path) -> RuleContext:
    """Return what rules look at for the content of a folder; it must load without a fault."""
    loaded = load_report(Settings(root=folder))
    assert loaded.report is not None, loaded.issues
    found = loaded.places, loaded.media, loaded.files, loaded.translations
    return RuleContext(loaded.report, *found)


@pytest.fixture
def case(tmp_path: Path) -> Callable[..., RuleContext]:
    """Return a maker of subjects: the base, with the files of a case and edits laid over it.

    An edit is a path below content/, the words there, and the words instead.
    """

    def make(name: str = "", edits: tuple[tuple[str, str, str], ...] = ()) -> RuleContext:
        for layer in filter(None, ("base", name)):
            shutil.copytree(RULES / layer, tmp_path, dirs_exist_ok=True)
        for path, old, new in edits:
            file = tmp_path / "content" / path
            text = file.read_text("utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), "utf-8")
        return subject_in(tmp_path)

    return make


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a check of a text against a file; with `--update-golden` the file is written."""
    update = request.config.getoption("--update-golden")

    def compare(file: Path, text: str) -> None:
        if update:
            file.write_text(text, "utf-8", newline="\n")
        assert text == file.read_text("utf-8"), "python3 tasks.py golden renews it"

    return compare
