"""Sources over several files: one list for readers, each entry in its own file for editors."""

import re

import pytest
from larkhaven import larkhaven
from sites import SAMPLE, make_project

from generator.check.rules import check_report
from generator.commands.check import check
from generator.commands.redact import RedactRequest, redact
from generator.core.issues import errors_in
from generator.core.timings import Timings
from generator.editorial.sheet.round_trip import export, read_back
from generator.editorial.updates.content_files import read_content, with_fields, written_files
from generator.load.files import find_files, record_types
from generator.load.report import load_report
from generator.model.report import Sources
from tests.check.conftest import subject_in

KEPT = 3
"""How many sources stay in sources.yml."""


@pytest.fixture
def split(tmp_path):
    """Return the sample town with its sources in sources.yml and in two files beside it."""
    settings = make_project(SAMPLE, tmp_path)
    whole = settings.content / "sources.yml"
    entries = re.split(r"(?m)^(?=  - id: )", whole.read_text("utf-8").removeprefix("sources:\n"))
    entries = [entry for entry in entries if entry]
    folder = settings.content / "sources"
    folder.mkdir()
    parts = {whole: entries[:KEPT], folder / "a.yml": entries[KEPT:-1]}
    for path, some in {**parts, folder / "b.yml": entries[-1:]}.items():
        path.write_text("sources:\n" + "".join(some), "utf-8")
    return settings


def test_the_report_is_the_same(split):
    """Wherever a source is listed, it is one of the report's, in the order of the files."""
    loaded = load_report(split)

    assert loaded.report is not None, loaded.issues
    assert loaded.report.sources == larkhaven().sources
    assert not errors_in(check(split, Timings()).issues)


def test_every_source_is_found_in_its_file(split):
    """A message leads to the line at which somebody typed what is wrong."""
    loaded = load_report(split)
    lines = {path: (split.root / path).read_text("utf-8").split("\n") for path in loaded.parsed}
    for place, source in enumerate(loaded.report.sources):
        at = loaded.places.of("sources", "", "sources", place, "title")
        assert source.title in lines[at.path][at.line - 1]


def test_sources_may_be_in_the_folder_alone(split):
    """With files in sources/, nobody misses sources.yml."""
    whole = split.content / "sources.yml"
    whole.rename(split.content / "sources" / "0.yml")

    files, issues = find_files(split)
    assert not issues
    assert [path.rpartition("/")[2] for path in files.of_sources] == ["0.yml", "a.yml", "b.yml"]
    assert {record_types(files)[path] for path in files.of_sources} == {Sources}
    assert load_report(split).report.sources == larkhaven().sources


def test_a_duplicate_names_both_files(split):
    """Two files may list one source by mistake; the message says where the first is."""
    entry = (split.content / "sources" / "b.yml").read_text("utf-8").removeprefix("sources:\n")
    with (split.content / "sources.yml").open("a", encoding="utf-8") as whole:
        whole.write(entry)

    (found,) = [one for one in check_report(subject_in(split.root)) if one.code == "R102"]
    assert found.location.path == "content/sources/b.yml"
    assert found.found.endswith("a second time under sources, first in content/sources.yml")


def test_what_changes_is_written_to_its_own_file(split):
    """Neither a change nor an addition moves an entry, or touches another file."""
    files = read_content(split)
    whole = files["sources",]
    entries = list(whole.fields["sources"])
    entries[0] = {**entries[0], "note": "Read again."}
    added = {"id": "new", "title": "New", "holder": "Town Clerk", "published": "2024"}

    changed = written_files([with_fields(whole, sources=[*entries, added])])
    assert list(changed) == ["content/sources.yml", "content/sources/b.yml"]
    assert b"Read again." in changed["content/sources.yml"]
    assert b'id: "new"' in changed["content/sources/b.yml"]
    assert not written_files([whole])


def test_a_workbook_that_nobody_changed_changes_nothing(split):
    """The sheet of sources has all of them, and knows where each is kept."""
    back = read_back(split, larkhaven(), export(split, larkhaven()), "town.xlsx")
    assert not back.merged.refusals
    assert back.files == {}


def test_redaction_finds_a_source_in_its_file(split):
    """What is at an address of the list goes from the file that has it."""
    with (split.content / "sources" / "b.yml").open("a", encoding="utf-8") as last:
        last.write('    note: "Lent by Jo Lund."\n')

    asked = RedactRequest((), ("sources/late-memoir/note",), "asked for.")
    found = str(redact(split, asked, apply=False))
    assert "content/sources/b.yml" in found
    assert "content/sources.yml" not in found
