"""Freezing: everything or nothing, once, and only when nothing is missing."""

import shutil
from datetime import date

import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE, larkhaven

from generator.cli.main import main
from generator.commands import check, editions
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.editorial.editions.freeze import freeze
from generator.editorial.editions.frozen_files import digest_of
from generator.load.formatting import format_content
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.keys import EditionState
from generator.storage.sync import files_under
from generator.views.changes.editions import edition_view
from tests.spoken import ENGLISH


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
    with pytest.raises(GeneratorError, match="stays as it is"):
        editions.freeze(town, 2021)
    assert bytes_of(town) == before


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2022, "the editions before it are still open"),
        (1999, "There is no edition for 1999"),
    ],
)
def test_what_is_missing_is_named(project, year, words):
    """An edition that is not ready is refused with what it lacks, and nothing is written."""
    before = bytes_of(project)
    with pytest.raises(GeneratorError, match=words):
        editions.freeze(project, year)
    assert bytes_of(project) == before


def test_an_empty_introduction_and_a_time_to_come_are_named():
    """All that is missing is said at once."""
    report = larkhaven()
    first, *others = report.editions
    hasty = first.model_copy(update={"introduction": "", "as_of": PartialDate("2031")})
    report = report.model_copy(update={"editions": (hasty, *others)})
    with pytest.raises(GeneratorError, match=r"introduction\.md is missing.*has not ended"):
        freeze(report, first.year)


def test_content_with_errors_is_not_frozen(project):
    """While the check has errors nothing is written, and the errors are handed back."""
    path = next((project.content / "initiatives").glob("*.yml"))
    path.write_text(path.read_text("utf-8").replace("area:", "area: nowhere #", 1), "utf-8")
    before = bytes_of(project)
    errors, written = editions.freeze(project, 2021)
    assert (bool(errors), written, bytes_of(project)) == (True, [], before)


WHY = "The minutes give another day."


def corrected(town):
    """Correct the day of a proposal that all editions hold; return what verifying says."""
    path = town.content / "initiatives" / "night-ferry.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"2021-09"', '"2021-08"'), "utf-8")
    return {i.code for i in errors_in(editions.verify_editions(town).issues)}


def test_frozen_again_an_edition_says_why_and_keeps_its_former_digest(town):
    """What today's content corrects enters the edition, whose page tells when, why and what was."""
    folder = town.content / "editions" / "2022"
    former = (folder / "digest").read_text("utf-8").split(" ")[0]
    assert "V004" in corrected(town)
    for year in (2021, 2022, 2023):
        errors, written = editions.freeze(town, year, WHY, "2024-03-01")
        assert (errors, len(written)) == ([], 3)
    verified = editions.verify_editions(town)
    assert errors_in(verified.issues) == []
    [renewal] = next(e.edition for e in verified.editions if e.edition.year == 2022).renewals
    assert (renewal.reason, renewal.digest, str(renewal.on)) == (WHY, former, "2024-03-01")
    view = edition_view(next(e for e in verified.editions if e.edition.year == 2022), None)
    [on], [why, before] = view.renewals.rows[0]
    assert (on.text, why.text) == (date(2024, 3, 1), WHY)
    assert "February 10, 2024" in ENGLISH(before.text)
    assert former in ENGLISH(before.text)


def test_each_renewal_stays(town):
    """Frozen a third time, an edition tells of both times before; the day is the report's."""
    for number in (1, 2):
        assert editions.freeze(town, 2021, f"Reason {number}.", None)[0] == []
    edition = load_report(town).report.editions[0]
    assert [r.reason for r in edition.renewals] == ["Reason 1.", "Reason 2."]
    assert {r.on for r in edition.renewals} == {load_report(town).report.about.as_of}
    assert len({r.digest for r in edition.renewals}) == 2


def test_errata_from_before_stay(town):
    """What an erratum said of the former edition stays said, and is no fault after renewing."""
    corrected(town)
    editions.freeze(town, 2022, WHY, "2024-03-01")
    (town.content / "editions" / "2022" / "errata.md").write_text(
        '---\nerrata:\n  - record: "initiative/night-ferry"\n    on: "2024-02-20"\n'
        '    reason: "Wrong."\n---\n',
        "utf-8",
    )
    codes = {i.code for i in editions.verify_editions(town).issues if "2022" in i.location.path}
    assert codes == set()


def test_nothing_forged_is_frozen_with_it(town):
    """While a snapshot is changed since it was frozen, its edition cannot be frozen again."""
    path = town.content / "editions" / "2022" / "snapshot.json"
    path.write_bytes(path.read_bytes().replace(b'"day": "2022', b'"day": "2021', 1))
    path.with_name("digest").write_bytes(digest_of(path.read_bytes()))
    before = bytes_of(town)
    errors, written = editions.freeze(town, 2022, WHY, None)
    assert ({e.code for e in errors}, written, bytes_of(town)) == ({"V010"}, [], before)


@pytest.mark.parametrize(
    ("reason", "on", "words"),
    [
        ("  ", None, "the reason is empty"),
        (WHY, "2020-01-01", "is before it was frozen"),
        (WHY, "yesterday", "not a full day"),
    ],
)
def test_a_renewal_needs_a_reason_and_a_day(town, reason, on, words):
    """Without them nothing is written."""
    before = bytes_of(town)
    with pytest.raises(GeneratorError, match=words):
        editions.freeze(town, 2021, reason, on)
    assert bytes_of(town) == before


def test_an_open_edition_is_not_frozen_again(project):
    """What was never frozen has nothing to renew."""
    with pytest.raises(GeneratorError, match="not frozen yet"):
        editions.freeze(project, 2021, WHY, None)


@pytest.mark.parametrize(
    "words", [["--again"], ["--erratum", "why"], ["--recorded", "2024-03-01"]], ids=" ".join
)
def test_the_command_asks_for_both(town, words):
    """`--again` alone, and a reason without it, change nothing."""
    ended = CliRunner().invoke(main, ["--project", str(town.root), "freeze", "2021", *words])
    assert (ended.exit_code, "--again --erratum" in ended.output) == (2, True)


def test_fmt_leaves_frozen_files_alone(town):
    """However a frozen edition.yml is written, it stays as it was frozen."""
    path = town.content / "editions" / "2022" / "edition.yml"
    path.write_text("# A comment.\n" + path.read_text("utf-8"), "utf-8")
    before = bytes_of(town)
    formatted = check.fmt(town, write=True)
    assert not [p for p in formatted.changed if "editions/2022" in p]
    assert before["editions/2022/edition.yml"] == path.read_bytes()


def test_what_was_entered_after_the_day_of_the_report_is_not_frozen(frozen_town):
    """A record with a later day of entry is found since, and no part of the edition."""
    held = (frozen_town.content / "editions" / "2022" / "snapshot.json").read_text("utf-8")
    assert '"recorded": "2024-03' not in held
    assert editions.verify_editions(frozen_town).since[2022].found_since
