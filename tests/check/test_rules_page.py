"""docs/rules.md: made from the rules, their cases and the loader's own tables."""

import ast
import re
from pathlib import Path

import pytest

from generator.check.errors_guide import errors_guide
from generator.check.rules import ALL
from generator.check.rules_page import reading_faults, rules_page

ROOT = Path(__file__).resolve().parents[2]


def reading_tables():
    """Return the tables of codes in the docstrings of the loader and of what verifies editions."""
    rooms = ("load", "editorial", "views")
    modules = sorted(path for room in rooms for path in (ROOT / "generator" / room).rglob("*.py"))
    docstrings = [ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for path in modules]
    return sorted((reading_faults(text) for text in docstrings), key=lambda t: t.rows)


def current_page():
    """Return the page as the sources make it now."""
    folder = ROOT / "tests" / "rules"
    examples = {r.code: (folder / r.code / "expected.txt").read_text("utf-8") for r in ALL}
    return rules_page(ALL, examples, reading_tables())


def test_the_page_of_rules_is_current(golden):
    """docs/rules.md says what the rules and the loader say, and nothing else."""
    golden(ROOT / "docs" / "rules.md", current_page())


def test_the_guide_to_messages_is_current(golden):
    """docs/editors/errors.md says of every code what to do, in the words of real messages."""
    folder = ROOT / "tests" / "rules"
    examples = {r.code: (folder / r.code / "expected.txt").read_text("utf-8") for r in ALL}
    guide = errors_guide(ALL, examples, reading_tables())
    golden(ROOT / "docs" / "editors" / "errors.md", guide)


def test_every_code_that_the_loader_gives_is_on_the_page():
    """A reader who meets a code of the loader finds its meaning."""
    rooms = (ROOT / "generator" / room for room in ("load", "editorial"))
    texts = [path.read_text("utf-8") for room in rooms for path in room.rglob("*.py")]
    given = {code for text in texts for code in re.findall(r'"([FJSVY]\d{3})"', text)}
    assert given - set(re.findall(r"^\| ([FJSVY]\d{3}) ", current_page(), re.MULTILINE)) == set()


def test_a_rule_without_an_example_is_refused():
    """The page cannot be made while a rule shows no message."""
    with pytest.raises(KeyError):
        rules_page(ALL, {}, ())


def test_a_docstring_without_a_table_gives_no_rows():
    """Modules that give no codes leave no empty table."""
    assert reading_faults("Finds files.\n\nMore words.").rows == ()
