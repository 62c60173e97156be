"""Tests for content of earlier versions: refused as it is, brought to the newest names."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.core.settings import Settings
from generator.load.migrations import STEPS, migrated
from generator.load.report import load_report
from generator.model.report import CONTENT_VERSION

ROOT = Path(__file__).resolve().parents[2]
OLD_NAMES = {
    "content/organization.yml": "content/organisation.yml",
    "content/evaluations/2022/program.md": "content/evaluations/2022/programme.md",
}
FIRST_KEYS = (
    ("content/report.yml", f"content_version: {CONTENT_VERSION}\n", ""),
    ("content/report.yml", 'languages:\n  - "en-GB"', 'language: "en-GB"'),
    ("content/report.yml", "\nprogram: ", "\nprogramme: "),
    ("content/report.yml", "\nlicense:", "\nlicence:"),
    ("content/report.yml", 'kind: "recognized"', 'kind: "recognised"'),
    ("content/background/history.yml", "programs:", "programmes:"),
    ("content/background/questions.yml", '- "program"', '- "programme"'),
    ("content/evaluations/2022/program.md", 'subject: "program"', 'subject: "programme"'),
    ("content/evaluations/2022/program.md", '"program/', '"programme/'),
    ("content/initiatives/tide-gauge.yml", '"program/', '"programme/'),
)


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a project's content by its path."""
    found = (path for path in sorted((folder / "content").rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def of_version_1(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return content as its first version named and spelled it."""
    old = dict(files)
    for path, now, then in FIRST_KEYS:
        assert now.encode() in old[path], f"{path} holds no {now!r}"
        old[path] = old[path].replace(now.encode(), then.encode())
    return {OLD_NAMES.get(path, path): raw for path, raw in old.items()}


@pytest.fixture
def old_project(tmp_path: Path) -> Settings:
    """Give a project whose content is of the first version."""
    for path, raw in of_version_1(content(ROOT / "tests" / "sample")).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return Settings(tmp_path)


def run(settings: Settings, *words: str) -> int:
    """Run the command in a project and return its exit code."""
    return CliRunner().invoke(main, ["--project", str(settings.root), *words]).exit_code


def test_every_version_has_its_step() -> None:
    """A step leads from each version to the next, the last to the one that this program reads."""
    assert len(STEPS) == CONTENT_VERSION - 1


def test_content_of_the_first_version_becomes_todays_byte_for_byte() -> None:
    """What was spelled the old way is spelled the new way, and nothing else is touched."""
    now = content(ROOT / "tests" / "sample")
    made, issues = migrated(of_version_1(now))
    assert not issues
    assert made == now
    assert migrated(made) == (made, [])


def test_what_people_wrote_beside_it_stays() -> None:
    """Comments, quotation marks, spaces and ids that hold an old word stay as they were typed."""
    old = {
        "content/report.yml": b"# ours\nlicence:   # terms\n  title: 'x'\nprogramme: P\n"
        b"language:  'en' # as spoken\n"
        b"events:\n- {id: programme-launched, kind: 'recognised', text: recognised}\n"
    }
    made, issues = migrated(old)
    assert not issues
    assert made["content/report.yml"] == (
        b"# ours\ncontent_version: 4\nlicense:   # terms\n  title: 'x'\nprogram: P\n"
        b"languages:\n  -  'en' # as spoken\n"
        b"events:\n- {id: programme-launched, kind: 'recognized', text: recognised}\n"
    )


@given(st.sets(st.sampled_from(range(1, len(FIRST_KEYS)))))
def test_half_renamed_content_is_finished(done: set[int]) -> None:
    """Whatever part of the names somebody has changed by hand already, the rest follows."""
    now = content(ROOT / "tests" / "sample")
    old = dict(now)
    for number, (path, new, then) in enumerate(FIRST_KEYS):
        if number not in done:
            old[path] = old[path].replace(new.encode(), then.encode())
    assert migrated(old)[0] == now


def test_older_content_has_one_fault_that_names_the_next_step(old_project: Settings) -> None:
    """Content of an earlier version is told once, not key by key."""
    [fault] = load_report(old_project).issues
    assert fault.code == "F007"
    assert "annual-report fmt --migrate" in fault.next_step


def test_newer_content_asks_for_a_newer_program(old_project: Settings) -> None:
    """Content of a version that this program does not know is read by none of its keys."""
    report = old_project.content / "report.yml"
    report.write_text(f"content_version: {CONTENT_VERSION + 1}\n", "utf-8")
    [fault] = load_report(old_project).issues
    assert "Upgrade the program" in fault.next_step


def test_the_command_brings_all_files_to_the_newest_names(old_project: Settings) -> None:
    """`fmt --migrate` writes what is new, removes what went to another name, and is done once."""
    before = content(old_project.root)
    assert run(old_project, "fmt") == 1
    assert run(old_project, "fmt", "--migrate", "--check") == 1
    assert content(old_project.root) == before
    assert run(old_project, "fmt", "--migrate") == 0
    assert content(old_project.root) == content(ROOT / "tests" / "sample")
    assert run(old_project, "fmt", "--migrate") == 0
    assert load_report(old_project).report == load_report(Settings(ROOT / "tests/sample")).report


def test_a_file_with_a_fault_keeps_all_as_they_are(old_project: Settings) -> None:
    """Where one file cannot be read, none is written."""
    (old_project.content / "background/history.yml").write_text("programmes: [\n", "utf-8")
    before = content(old_project.root)
    assert run(old_project, "fmt", "--migrate") == 1
    assert content(old_project.root) == before


def test_a_name_that_is_taken_is_told(old_project: Settings) -> None:
    """A file whose new name is there already is left for its editor to settle."""
    (old_project.content / "organization.yml").write_text("units: []\n", "utf-8")
    assert run(old_project, "fmt", "--migrate") == 1
    assert (old_project.content / "organisation.yml").is_file()


def test_a_cycle_is_known_since_it_was_adopted() -> None:
    """Of any other, and of milestones, only editors know since when: nothing is made up."""
    old = {
        "content/report.yml": b"content_version: 3\ntitle: T\n",
        "content/cycles.yml": b'cycles:\n  - id: a\n    adopted: "2016-06"  # by vote\n  - id: b\n'
        b'  - {id: c, adopted: "2018"}\n  - adopted: "2020"\n    known_since: "2019"\n'
        b"milestones:\n  - id: m\n",
    }
    made, issues = migrated(old)
    assert not issues
    assert made["content/cycles.yml"] == (
        b'cycles:\n  - id: a\n    known_since: "2016-06"\n    adopted: "2016-06"  # by vote\n'
        b'  - id: b\n  - {id: c, adopted: "2018"}\n  - adopted: "2020"\n    known_since: "2019"\n'
        b"milestones:\n  - id: m\n"
    )
    assert migrated(made) == (made, [])
