"""Freezing: everything or nothing, once, and only when nothing is missing."""

import shutil

import pytest
from larkhaven import SAMPLE, larkhaven

from generator import pipeline
from generator.editorial.edition_files import digest_of
from generator.editorial.freeze import freeze
from generator.errors import GeneratorError
from generator.load.formatting import format_content
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.keys import EditionState
from generator.output import files_under
from generator.settings import Settings


@pytest.fixture
def project(tmp_path):
    """Return a project of the sample town as it is, editions open."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Settings(tmp_path)


def bytes_of(settings):
    """Return every file of the content with its bytes."""
    return {path: (settings.content / path).read_bytes() for path in files_under(settings.content)}


def test_a_frozen_edition_holds_its_snapshot_and_digest(frozen_town):
    """Freezing writes the snapshot, its sum, and the state; the day is the living report's."""
    report = load_report(frozen_town).report
    for edition in report.editions:
        folder = frozen_town.content / "editions" / str(edition.year)
        assert edition.state is EditionState.FROZEN
        assert edition.frozen_on == report.about.as_of
        assert (folder / "digest").read_bytes() == digest_of(
            (folder / "snapshot.json").read_bytes()
        )


def test_files_stay_in_normal_form(frozen_town):
    """What freezing writes is what fmt would write."""
    assert not [p for p in format_content(frozen_town).changed if p.endswith("edition.yml")]


def test_an_edition_is_frozen_once(town):
    """A second freezing is refused and changes nothing."""
    before = bytes_of(town)
    with pytest.raises(GeneratorError, match="never changes again"):
        pipeline.freeze(town, 2021)
    assert bytes_of(town) == before


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2022, "the editions before it are still open"),
        (1999, "There is no edition 1999"),
    ],
)
def test_what_is_missing_is_named(project, year, words):
    """An edition that is not ready is refused with what it lacks, and nothing is written."""
    before = bytes_of(project)
    with pytest.raises(GeneratorError, match=words):
        pipeline.freeze(project, year)
    assert bytes_of(project) == before


def test_an_empty_introduction_and_a_time_to_come_are_named():
    """All that is missing is said at once."""
    report = larkhaven()
    first, *others = report.editions
    hasty = first.model_copy(update={"introduction": "", "as_of": PartialDate("2031")})
    report = report.model_copy(update={"editions": (hasty, *others)})
    with pytest.raises(GeneratorError, match=r"introduction\.md is missing.*not over"):
        freeze(report, first.year)


def test_content_with_errors_is_not_frozen(project):
    """While the check has errors nothing is written, and the errors are handed back."""
    path = next((project.content / "initiatives").glob("*.yml"))
    path.write_text(path.read_text("utf-8").replace("area:", "area: nowhere #", 1), "utf-8")
    before = bytes_of(project)
    checked, written = pipeline.freeze(project, 2021)
    assert (bool(checked.issues), written, bytes_of(project)) == (True, [], before)
