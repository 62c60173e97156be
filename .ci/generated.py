"""Files that follow from the program and are kept all the same: for people, and for the wheel.

`python .ci/generated.py` writes those that differ; a test compares them.
"""

import ast
import sys
from pathlib import Path

from errors_guide import errors_guide
from rules_page import rules_page

from generator.check.codes import ReadingCodes, reading_codes
from generator.check.rules import ALL
from generator.editorial.cms.collections import CONFIGURATION, configuration
from generator.storage.sync import replace_all

ROOT = Path(__file__).resolve().parents[1]
ROOMS_WITH_CODES = ("load", "editorial", "views")
"""Rooms whose modules give codes of faults that are no rules."""


def generated_files() -> dict[str, bytes]:
    """Return every such file by its path, as the program makes it now.

    Raises FileNotFoundError where a rule has no example in `tests/rules`.
    """
    folder = ROOT / "tests" / "rules"
    examples = {r.code: (folder / r.code / "expected.txt").read_text("utf-8") for r in ALL}
    reading = reading_tables()
    return {
        "docs/rules.md": rules_page(ALL, examples, reading).encode(),
        "docs/editors/errors.md": errors_guide(ALL, examples, reading).encode(),
        CONFIGURATION: configuration(),
    }


def reading_tables() -> list[ReadingCodes]:
    """Return the tables of codes in the docstrings of the loader and of what verifies editions."""
    package = ROOT / "generator"
    modules = sorted(path for room in ROOMS_WITH_CODES for path in (package / room).rglob("*.py"))
    docstrings = [ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for path in modules]
    return sorted((reading_codes(text) for text in docstrings), key=lambda t: t.rows)


def main() -> int:
    """Write the files that differ and say which."""
    for place in replace_all({ROOT / path: raw for path, raw in generated_files().items()}):
        sys.stdout.write(f"{place.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
