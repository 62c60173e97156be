"""Whoever copies what the check says to a key that is missing gets a step further."""

from pathlib import Path

import pytest

from generator.core.settings import Settings
from generator.load.binding import bind
from generator.load.report import load_report
from generator.load.value_to_copy import advice, line_to_copy
from generator.load.yaml.source import parse_yaml
from generator.model.cycles import Cycle, Milestone
from generator.model.fields import Shape, fields_of
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organization import Post, Unit
from generator.model.report import About, Source
from generator.model.updates import Update
from generator.model.values import Record

RECORDS = (About, Source, Area, Initiative, Unit, Post, Cycle, Milestone, Update)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_all_lines_together_are_a_record(record: type[Record]) -> None:
    """What is said for each required key, copied, loads without a fault."""
    asked = [field for field in fields_of(record).values() if field.is_required]
    lines = [line_to_copy(f) for f in asked if f.shape is not Shape.MAPPING and not f.in_file]
    document, issues = parse_yaml("".join(f"{line}\n" for line in lines).encode(), "x.yml")
    assert document is not None
    bound, faults = bind(record, document, added={f.name: "Text." for f in asked if f.in_file})
    assert (issues, faults, bound is not None) == ([], [], True)


def test_everything_that_is_missing_is_said_at_once(tmp_path: Path) -> None:
    """A folder with one line gets one fault for each file and each key, each with what to write."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "report.yml").write_text("content_version: 4\n", "utf-8")
    issues = load_report(Settings(tmp_path)).issues

    absent = [issue.location.path for issue in issues if issue.code == "F001"]
    assert absent == [f"content/{name}.yml" for name in ("organization", "sources")]
    missing = {issue.found: issue.next_step for issue in issues if issue.code == "S001"}
    required = [f'no key "{f.name}"' for f in fields_of(About).values() if f.is_required]
    assert sorted(missing) == sorted(required)
    assert missing['no key "as_of"'] == 'Add a line such as as_of: "2016-08-30".'
    assert "missing:" in missing['no key "contact"']


def test_an_unknown_key_has_no_example() -> None:
    """Where the model knows no field, the key alone is said."""
    assert advice(None, "x") == "Add a line that begins with x: and its value."
