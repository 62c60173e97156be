"""What is remembered of earlier runs: believed only where nothing has changed since."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from larkhaven import SAMPLE

from generator import memory, pipeline
from generator.clockwork import Clockwork
from generator.issues import errors_in
from generator.memory import memory_of
from generator.output import files_under
from generator.settings import Settings


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project of the sample town for which pages were made once."""
    folder = tmp_path_factory.mktemp("ran")
    shutil.copytree(SAMPLE.content, folder / "content")
    settings = Settings(folder)
    _generate(settings)
    return settings


@pytest.fixture
def project(ran: Settings, tmp_path: Path) -> Settings:
    """A copy of that project, in which what was made is as new as in the first."""
    shutil.copytree(ran.root, tmp_path / "project", copy_function=shutil.copy2)
    settings = Settings(tmp_path / "project")
    known = memory_of(settings)
    known.keep_outputs("pages", settings.docs)
    return settings


def _generate(settings: Settings) -> pipeline.Generated:
    return pipeline.generate(settings, Clockwork(), lambda issues: bool(errors_in(issues)))


def _stages(settings: Settings) -> set[str]:
    clockwork = Clockwork()
    pipeline.generate(settings, clockwork, lambda issues: bool(errors_in(issues)))
    return set(clockwork.seconds)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_under(folder)}


def test_nothing_is_done_where_nothing_changed(project: Settings) -> None:
    """A second run reads no record, and says the same of faults and files."""
    fresh = _generate(replace(project, remembers=False))

    again = _generate(project)

    assert _stages(project) == {"recall"}
    assert again == fresh


def _edit(project: Settings) -> None:
    file = project.content / "initiatives" / "one-form.yml"
    file.write_text(file.read_text() + "\n")


def _same_size(project: Settings) -> None:
    file = project.content / "initiatives" / "one-form.yml"
    file.write_text(file.read_text().replace("a", "e", 1))


def _title(project: Settings) -> None:
    file = project.content / "initiatives" / "one-form.yml"
    file.write_text(file.read_text().replace('title: "', 'title: "Really ', 1))


def _status(project: Settings) -> None:
    file = project.content / "updates" / "budget-fy2023-25" / "one-form.md"
    file.write_text(file.read_text().replace('"ongoing"', '"on_track"', 1))


def _text(project: Settings) -> None:
    file = project.content / "updates" / "budget-fy2023-25" / "one-form.md"
    file.write_text(f"{file.read_text()}More was **said**, with [a link](initiative:bench-map).\n")


def _vocabulary(project: Settings) -> None:
    file = project.content / "vocabulary.yml"
    file.write_text(file.read_text().replace('label: "', 'label: "Nearly ', 1))


def _gone(project: Settings) -> None:
    (project.content / "updates" / "budget-fy2023-25" / "one-form.md").unlink()


def _new(project: Settings) -> None:
    (project.content / "notes.txt").write_text("Something new.")


def _removed(project: Settings) -> None:
    (project.content / "editions" / "2022" / "introduction.md").unlink()


def _renamed(project: Settings) -> None:
    page = next((project.content / "pages").iterdir())
    page.rename(page.with_name("another.md"))


def _link(project: Settings) -> None:
    file = project.content / "report.yml"
    file.rename(project.root / "report.yml")
    file.symlink_to("../report.yml")


def _folder(project: Settings) -> None:
    (project.content / "empty").mkdir()


def _output_changed(project: Settings) -> None:
    page = project.docs / "index.md"
    page.write_text(page.read_text().replace("a", "e", 1))


def _output_removed(project: Settings) -> None:
    (project.docs / "index.md").unlink()


def _output_added(project: Settings) -> None:
    (project.docs / "stray.md").write_text("Stray.")


def _records(project: Settings) -> list[Path]:
    """Return everything that is remembered: of runs, of pages and of templates."""
    found = [path for path in project.cache.rglob("*") if path.is_file()]
    assert {path.parent.name for path in found} >= {"runs", "pages", "templates"}
    return found


def _damaged(project: Settings) -> None:
    for record in _records(project):
        raw = record.read_bytes()
        record.write_bytes(raw[:-9] + b"X" + raw[-8:])


def _cut_off(project: Settings) -> None:
    for record in _records(project):
        record.write_bytes(record.read_bytes()[:-20])


def _emptied(project: Settings) -> None:
    for record in _records(project):
        record.write_bytes(b"")


@pytest.mark.parametrize(
    "change",
    [
        *(_title, _status, _text, _vocabulary, _gone),
        *(_edit, _same_size, _new, _removed, _renamed, _link, _folder),
        *(_output_changed, _output_removed, _output_added),
        *(_damaged, _cut_off, _emptied),
    ],
)
def test_after_any_change_all_is_as_without_memory(project: Settings, change) -> None:
    """Whatever changed in content, output or memory itself: the outcome is that of a fresh run."""
    change(project)

    assert _stages(project) > {"recall"}
    remembered, pages = _generate(project), _bytes(project.docs)
    fresh = _generate(replace(project, remembers=False))

    assert remembered.issues == fresh.issues
    assert pages == _bytes(project.docs)


def test_another_program_believes_nothing(
    project: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template or module that differs makes everything anew."""
    shutil.copytree(memory.PACKAGE, tmp_path / "generator")
    template = tmp_path / "generator" / "templates" / "site" / "home.md.j2"
    template.write_text(template.read_text() + " ")
    monkeypatch.setattr(memory, "PACKAGE", tmp_path / "generator")

    assert memory_of(project).issues() is None


def test_strict_stops_a_remembered_run(project: Settings) -> None:
    """What stops a run is asked again of what is remembered."""
    assert _generate(project).issues

    stopped = pipeline.generate(project, Clockwork(), bool)

    assert stopped.written is None


def test_content_that_changes_during_the_run_is_not_remembered(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows whether a file was read before or after it was edited meanwhile."""
    _edit(project)
    real = pipeline.check

    def slow(settings: Settings, clockwork: Clockwork) -> pipeline.Checked:
        checked = real(settings, clockwork)
        _new(settings)
        return checked

    monkeypatch.setattr(pipeline, "check", slow)
    _generate(project)

    assert memory_of(project).issues() is None


@pytest.mark.parametrize("what", ["content", "program", "name", "removed"])
def test_whatever_changes_during_a_run_is_seen(
    what: str, project: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also an edit that keeps a file's size and sets its time back."""
    shutil.copytree(memory.PACKAGE, tmp_path / "generator")
    monkeypatch.setattr(memory, "PACKAGE", tmp_path / "generator")
    known = memory_of(project)
    assert known.holds(project)
    file = {
        "content": project.content / "report.yml",
        "program": tmp_path / "generator" / "cli.py",
    }.get(what, project.content / "sources.yml")

    if what == "name":
        file.rename(file.with_name("other.yml"))
    elif what == "removed":
        file.unlink()
    else:
        times = file.stat()
        file.write_bytes(file.read_bytes().replace(b"e", b"i", 1))
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert not known.holds(project)


def test_bytecode_is_no_change(
    project: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Python compiles during a run makes no other program of it."""
    shutil.copytree(memory.PACKAGE, tmp_path / "generator")
    shutil.rmtree(tmp_path / "generator" / "__pycache__", ignore_errors=True)
    monkeypatch.setattr(memory, "PACKAGE", tmp_path / "generator")
    known = memory_of(project)

    (tmp_path / "generator" / "__pycache__").mkdir()
    (tmp_path / "generator" / "__pycache__" / "cli.pyc").write_bytes(b"compiled")

    assert known.holds(project)


def test_a_folder_that_is_gone_holds_nothing(project: Settings) -> None:
    """Content that was taken away during a run is no failure of it."""
    known = memory_of(project)
    project.content.rename(project.content.with_name("elsewhere"))

    assert not known.holds(project)


def test_a_folder_that_cannot_be_written_costs_only_time(project: Settings) -> None:
    """A file where the memory would be is no fault."""
    shutil.rmtree(project.cache)
    project.cache.write_text("in the way")

    assert _generate(project).written is not None
