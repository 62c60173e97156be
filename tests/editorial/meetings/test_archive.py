"""The archive of meetings: what was presented stays as it was, or a check tells."""

import io
from datetime import date

import pikepdf
import pytest
from click.testing import CliRunner
from sites import SAMPLE, make_project

from generator.cli.main import main
from generator.commands.check import check
from generator.commands.meetings import present
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.timings import Timings
from generator.editorial.meetings.archive import presented_files
from generator.export.digests import sha256_of
from generator.load.report import load_report

DAY = "2024-02-20"
HELD = date(2024, 2, 20)
KEPT = "content/meetings/2024-02-20/staff-report.pdf"
FILE = "content/meetings/2024-02-20.yml"


@pytest.fixture
def project(tmp_path):
    """Return the sample town, at one of whose meetings something was presented."""
    return make_project(SAMPLE, tmp_path)


def paper(folder, name="Letter (final).pdf", title="A letter"):
    """Return the path of a PDF of two pages."""
    made = pikepdf.new()
    for _ in range(2):
        made.add_blank_page()
    if title:
        made.docinfo["/Title"] = title
    made.save(folder / name)
    return folder / name


def faults(project):
    """Return the faults of the archive: code, path, and what is found."""
    return [
        (issue.code, issue.location.path, issue.found)
        for issue in check(project, Timings()).issues
        if issue.code in ("R910", "R911", "R912")
    ]


def presented(project, day):
    """Return what is listed of a meeting."""
    meetings = load_report(project).report.meetings
    return next(meeting.presented for meeting in meetings if meeting.on == day)


def test_what_was_presented_is_kept_with_its_digest_and_its_day(project, tmp_path):
    """The file is there byte for byte; the meeting's file says what it is."""
    letter = paper(tmp_path)
    written = present(project, DAY, [letter], "2024-02-22")

    assert written == ["content/meetings/2024-02-20/letter-final.pdf", FILE]
    content = (project.root / written[0]).read_bytes()
    assert content == letter.read_bytes()
    *_, listed = presented(project, HELD)
    assert (listed.file, listed.title, listed.pages) == ("letter-final.pdf", "A letter", 2)
    assert (listed.size, listed.digest) == (len(content), sha256_of(content))
    assert listed.archived_on == date(2024, 2, 22)
    assert faults(project) == []
    assert not errors_in(check(project, Timings()).issues)


def test_archiving_twice_changes_nothing(project, tmp_path):
    """The same file again is the same document."""
    letter = paper(tmp_path)
    present(project, DAY, [letter], None)
    assert present(project, DAY, [letter], "2024-03-01") == []


def test_a_meeting_without_a_file_gets_one(project, tmp_path):
    """On the day itself, unless another one is given."""
    day = date(2024, 3, 19)
    present(project, str(day), [paper(tmp_path, title="")], None)

    (listed,) = presented(project, day)
    assert (listed.title, listed.archived_on) == ("Letter (final)", day)


def test_nothing_takes_the_place_of_what_was_presented(project, tmp_path):
    """Another version under the same name is refused, and nothing is written."""
    other = paper(tmp_path, "staff-report.pdf", "Another one")
    before = (project.root / KEPT).read_bytes()

    with pytest.raises(GeneratorError, match="with other contents") as refused:
        present(project, DAY, [paper(tmp_path), other], None)
    assert "another name" in refused.value.next_step
    assert (project.root / KEPT).read_bytes() == before
    assert not (project.root / KEPT).with_name("letter-final.pdf").exists()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.txt", b"words", "no document that can be archived"),
        ("brief.pdf", b"no PDF", "cannot be read"),
        ("brief.docx", b"no package", "cannot be read"),
        ("---.pdf", b"%PDF", "no document that can be archived"),
    ],
)
def test_what_is_no_document_is_refused(project, tmp_path, name, content, says):
    """With its name and what to do, and without a traceback."""
    (tmp_path / name).write_bytes(content)
    words = ["--project", str(project.root), "present", "2024-02-20", str(tmp_path / name)]
    done = CliRunner().invoke(main, words)

    assert done.exit_code == 2
    assert says in done.output
    assert isinstance(done.exception, SystemExit)


def test_a_changed_file_is_an_error_that_says_how_to_restore_it(project):
    """R910: by one byte; it is not published."""
    (project.root / KEPT).write_bytes((project.root / KEPT).read_bytes() + b"\n")

    ((code, path, found),) = faults(project)
    assert (code, path) == ("R910", KEPT)
    assert "not the one presented on 2024-02-20" in found
    assert presented_files(project, load_report(project).report.meetings) == {}


def test_a_lost_file_is_told_at_its_line(project):
    """R911: where the list names it."""
    (project.root / KEPT).unlink()

    ((code, path, found),) = faults(project)
    assert (code, path) == ("R911", FILE)
    assert KEPT in found


def test_a_file_that_nobody_archived_is_told(project):
    """R912: a warning with the command; another kind of file is one where none is expected."""
    beside = (project.root / KEPT).with_name("slides.pptx")
    beside.write_bytes(b"PK")

    ((code, path, _),) = faults(project)
    assert (code, path) == ("R912", "content/meetings/2024-02-20/slides.pptx")
    assert not errors_in(check(project, Timings()).issues)


def test_the_title_of_an_office_file_is_its_own(project, tmp_path):
    """A DOCX says its title, and not how many pages it has."""
    from docx import Document  # noqa: PLC0415 - only here

    made = Document()
    made.core_properties.title = "Motion"
    held = io.BytesIO()
    made.save(held)
    (tmp_path / "motion.docx").write_bytes(held.getvalue())
    present(project, DAY, [tmp_path / "motion.docx"], None)

    *_, listed = presented(project, HELD)
    assert (listed.title, listed.pages) == ("Motion", None)
