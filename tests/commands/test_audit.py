"""The command that draws a sample: what it prints, and that it is the same again."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from larkhaven import SAMPLE

from generator.cli.main import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of the sample town as it is."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return tmp_path


def run(project: Path, *words: str) -> Result:
    """Run a command of the program in the project."""
    return CliRunner().invoke(main, ["--project", str(project), *words])


def audit(project: Path, *words: str) -> Result:
    """Draw a sample in the project."""
    return run(project, "audit", *words)


def test_the_sample_of_the_sample_town(
    project: Path, golden: Callable[[str, Mapping[str, str]], None]
) -> None:
    """The whole sample as it is printed."""
    golden("audit", {"sample.txt": audit(project).output})


def test_every_record_is_named_with_its_file_and_line(project: Path) -> None:
    """The line is that of the record, so that an editor opens it there."""
    printed = audit(project, "--sample", "500").output

    places = re.findall(r"Record: (content/\S+):(\d+) ", printed)
    assert len(places) > 50
    for path, line in places:
        assert int(line) <= len((project / path).read_text("utf-8").splitlines())


def test_the_same_seed_draws_the_same_sample_and_another_draws_another(project: Path) -> None:
    """Two people who name the same seed check the same claims."""
    one, again, other = (audit(project, "--seed", seed).output for seed in ("7", "7", "8"))

    assert one == again
    assert one != other


def test_a_frozen_edition_is_sampled_from_what_was_frozen(project: Path) -> None:
    """Its records are in its snapshot; a year without an edition is wrong use."""
    assert run(project, "freeze", "2021").exit_code == 0
    printed = audit(project, "--edition", "2021", "--sample", "3")
    none = audit(project, "--edition", "1999")

    assert printed.exit_code == 0, printed.output
    assert printed.output.count("Record: content/editions/2021/snapshot.json") == 3
    assert (none.exit_code, "There is no edition for 1999." in none.output) == (2, True)


def test_content_with_faults_is_not_sampled(project: Path) -> None:
    """The faults are told instead, as by check."""
    (project / "content" / "cycles.yml").write_text("cycles: 7\n", "utf-8")
    told = audit(project)

    assert told.exit_code == 1
    assert "content/cycles.yml:1" in told.output
