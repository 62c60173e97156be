"""The command line: exit codes, words, and no traceback."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with the real content."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def _run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), *arguments])


def _break(project: Path) -> None:
    update = project / "content" / "updates" / "report-2016" / "shared-bicycles.md"
    update.write_text(update.read_text().replace('"ongoing"', '"going"'))


def test_good_content_passes(project: Path) -> None:
    """Exit code 0 and a count, with the kinds of warning that repeat folded."""
    result = _run(project, "check")

    assert result.exit_code == 0
    assert result.output.rstrip().splitlines()[-1].startswith("0 errors, ")
    assert "--all prints them" in result.output


def test_all_prints_every_warning(project: Path) -> None:
    """`--all` folds nothing: as many warnings as the last line counts."""
    result = _run(project, "check", "--all")

    counted = int(result.output.split("0 errors, ")[1].split()[0])
    assert result.output.count(": warning ") == counted


def test_warnings_stop_a_strict_run(project: Path) -> None:
    """`--strict` turns the counted warnings into exit code 1."""
    assert _run(project, "check", "--strict").exit_code == 1


def test_fault_is_told_with_its_place(project: Path) -> None:
    """Exit code 1 and file, line and column, what was found, expected, and the next step."""
    _break(project)

    result = _run(project, "check")

    assert result.exit_code == 1
    assert "content/updates/report-2016/shared-bicycles.md:" in result.output
    assert "going" in result.output
    assert "ongoing" in result.output


def test_json_is_for_programs(project: Path) -> None:
    """`--format json` gives one list with a place for each fault."""
    _break(project)

    rows = json.loads(_run(project, "check", "--format", "json").output)

    worst = [row for row in rows if row["severity"] == "error"]
    assert [row["path"] for row in worst] == ["content/updates/report-2016/shared-bicycles.md"]
    assert worst[0]["line"] > 1


def test_annotations_are_for_the_git_host(project: Path) -> None:
    """`--format github` gives workflow commands, one a line, that content cannot forge."""
    _break(project)

    lines = _run(project, "check", "--format", "github").output.splitlines()

    assert any(line.startswith("::error file=content/updates/report-2016/") for line in lines)
    assert all(line.startswith(("::error ", "::warning ")) for line in lines[:-1])


def test_build_with_a_fault_names_it_and_writes_nothing(project: Path) -> None:
    """A failing build says that the last good output stays, and leaves no output behind."""
    _break(project)

    result = _run(project, "build")

    assert result.exit_code == 1
    assert "the last good output stays" in result.output
    assert not (project / "build" / "docs").exists()


def test_folder_without_a_report_is_wrong_use(tmp_path: Path) -> None:
    """Exit code 2 and what to do, where there is no content."""
    result = _run(tmp_path, "check")

    assert result.exit_code == 2
    assert "content/report.yml" in result.output


def test_an_empty_content_folder_says_how_to_begin(tmp_path: Path) -> None:
    """Where a report begins, every file that it needs is named with a first line for it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    result = _run(tmp_path, "check")
    assert result.exit_code == 1
    assert result.output.count("error F001") == 3
    assert "Create it, with content_version: 4 as a start;" in result.output
    (tmp_path / "content" / "report.yml").touch()
    assert "Write one key with its value" in _run(tmp_path, "check").output


@pytest.mark.slow
def test_a_report_of_the_future_is_not_published_empty(project: Path) -> None:
    """An as_of before every record is an error where it is, and each summary counts."""
    report = project / "content" / "report.yml"
    report.write_text(re.sub(r'as_of: "\d{4}', 'as_of: "1999', report.read_text("utf-8"), count=1))
    for command in ("check", "generate", "build"):
        result = _run(project, command)
        assert result.exit_code == 1
        assert "content/report.yml:" in result.output
        assert "none of 46 initiatives is shown" in result.output
        assert "46 initiatives, " in result.output.split(" errors, ")[-1]
        assert "not yet shown" in result.output
    assert not (project / "build" / "docs").exists()


def test_what_waits_is_counted_and_stops_nothing(project: Path) -> None:
    """A record of a later day is no fault, not even in a strict run, but nobody overlooks it."""
    (project / "content").rename(project / "before")
    shutil.copytree(ROOT / "tests" / "rules" / "base" / "content", project / "content")
    shutil.rmtree(project / "content" / "editions")
    report = project / "content" / "report.yml"
    early = report.read_text("utf-8").replace("2025-03-31", "2024-06-30")
    report.write_text(early, "utf-8")
    result = _run(project, "check", "--strict")
    assert result.exit_code == 0
    last = result.output.splitlines()[-1]
    assert last == "0 errors, 0 warnings. 1 evaluation not yet shown, dated after 2024-06-30."


def test_show_prints_an_initiative(project: Path) -> None:
    """`show` prints where an initiative is."""
    result = _run(project, "show", "live-chat")

    assert result.exit_code == 0
    assert "Not reported" in result.output


def test_fmt_check_names_the_files(project: Path) -> None:
    """`fmt --check` exits with 1, names the file and changes nothing."""
    source = project / "content" / "initiatives" / "live-chat.yml"
    source.write_text(source.read_text().replace('area: "civic"', "area: civic"))
    before = source.read_text()

    result = _run(project, "fmt", "--check")

    assert result.exit_code == 1
    assert "content/initiatives/live-chat.yml" in result.output
    assert source.read_text() == before


def test_timings_name_the_stages(project: Path) -> None:
    """`--timings` prints the seconds of each stage."""
    result = _run(project, "check", "--timings")

    assert "read" in result.output
    assert "pictures" in result.output


def test_a_frozen_edition_is_not_frozen_again(project: Path) -> None:
    """Wrong use, in words: what is frozen stays."""
    result = _run(project, "freeze", "2016")

    assert result.exit_code == 2
    assert "stays as it is" in result.output


def test_verify_passes_and_lists(project: Path) -> None:
    """The real editions verify, and for each it is said what was found since."""
    result = _run(project, "verify")

    assert result.exit_code == 0
    assert "Edition 2015: 0 records found since." in result.output
    assert "a change by accident" in result.output.splitlines()[-1]


def test_verify_names_rewritten_history(project: Path) -> None:
    """A fact of a frozen edition that says something else is a fault, with its place and step."""
    path = project / "content" / "initiatives" / "shared-bicycles.yml"
    path.write_text(path.read_text().replace("approved a citywide", "turned down a citywide"))

    result = _run(project, "verify")

    assert result.exit_code == 1
    assert "content/initiatives/shared-bicycles.yml:" in result.output
    assert "V004" in result.output
    assert "errata.md" in result.output


def test_diff_tells_what_changed(project: Path) -> None:
    """Two editions are compared in sentences by kind; an unknown word is wrong use."""
    result = _run(project, "diff", "2015", "2016")

    assert result.exit_code == 0
    assert "From the 2015 edition to the 2016 edition" in result.output
    assert "Newly listed (3)" in result.output
    assert _run(project, "diff", "2015", "no-such-thing").exit_code == 2


@pytest.mark.slow
def test_a_log_tells_which_stage_runs(project: Path) -> None:
    """Where nobody watches, each stage is a line of its own, and none of what is printed."""
    result = _run(project, "generate")

    assert result.exit_code == 0
    told = [line for line in result.stderr.splitlines() if line.endswith(" ...")]
    assert told == [f"{stage} ..." for stage in _STAGES]
    assert "..." not in result.stdout
    assert " ..." not in _run(project, "check").stderr


_STAGES = ("read", "check", "pictures", "render", "write")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--allow-host", "http://desk/"], "not a host name"),
        (["--host", "192.0.2.7"], "not an address of this computer"),
        (["--port", "65536"], "65536"),
        (["--edit", "--host", "192.0.2.7"], "only on this computer"),
    ],
)
def test_a_preview_that_cannot_be(project: Path, words: list[str], expected: str) -> None:
    """Wrong use and what the network refuses end with 2 and words, before anything is built."""
    result = _run(project, "serve", *words)

    assert result.exit_code == 2
    assert expected in result.output
    assert not (project / "build").exists()
