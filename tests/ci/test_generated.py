"""docs/rules.md, docs/editors/errors.md and the editor's forms: made from what they tell of."""

import re
from pathlib import Path

import pytest
from generated import generated_files
from rules_page import rules_page

from generator.check.codes import reading_codes
from generator.check.rules import ALL

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_generated_is_current():
    """Each page says what the rules and the loader say, each form what the model says."""
    differing = [
        path for path, raw in generated_files().items() if (ROOT / path).read_bytes() != raw
    ]
    assert differing == [], "python3 tasks.py golden renews them"


def test_every_code_that_the_loader_gives_is_on_the_page():
    """A reader who meets a code of the loader finds its meaning."""
    rooms = (ROOT / "generator" / room for room in ("load", "editorial"))
    texts = [path.read_text("utf-8") for room in rooms for path in room.rglob("*.py")]
    given = {code for text in texts for code in re.findall(r'"([FJSVY]\d{3})"', text)}
    page = generated_files()["docs/rules.md"].decode()
    assert given - set(re.findall(r"^\| ([FJSVY]\d{3}) ", page, re.MULTILINE)) == set()


def test_a_rule_without_an_example_is_refused():
    """The page cannot be made while a rule shows no message."""
    with pytest.raises(KeyError):
        rules_page(ALL, {}, ())


def test_a_docstring_without_a_table_gives_no_rows():
    """Modules that give no codes leave no empty table."""
    assert reading_codes("Finds files.\n\nMore words.").rows == ()
