"""The content's files: each by its role, and nothing ignored without a word."""

import os
import re

import pytest
from larkhaven import SAMPLE

from generator.core.issues import Severity
from generator.core.settings import Settings
from generator.load.characters import LARGEST
from generator.load.files import find_files, read_file

GOOD = (
    "report.yml",
    "vocabulary.yml",
    "organization.yml",
    "cycles.yml",
    "sources.yml",
    "areas/streets.yml",
    "initiatives/shared-bicycles.yml",
    "initiatives/live-chat.yml",
    "updates/report-2016/shared-bicycles.md",
    "updates/2018-12-03/shared-bicycles.md",
    "evaluations/2017/streets.md",
    "editions/2016/edition.yml",
    "editions/2016/introduction.md",
    "editions/2016/snapshot.json",
    "editions/2016/digest",
    "background/history.yml",
    "pages/introduction.md",
    "media/bikes.2016.jpg",
)


@pytest.fixture
def project(tmp_path):
    """Return the settings of a project with one good file of each kind."""
    for path in GOOD:
        put(tmp_path, path)
    return Settings(root=tmp_path)


def put(root, path):
    """Make an empty file of content."""
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def test_every_file_has_its_role(project):
    """Files are named by role, as paths from the project's root, in a stable order."""
    files, issues = find_files(project)
    assert issues == []
    assert files.report == "content/report.yml"
    assert files.areas == {"streets": "content/areas/streets.yml"}
    assert list(files.initiatives) == ["live-chat", "shared-bicycles"]
    assert list(files.updates) == [
        ("2018-12-03", "shared-bicycles"),
        ("report-2016", "shared-bicycles"),
    ]
    assert list(files.evaluations) == [("2017", "streets")]
    assert files.editions["2016"].digest == "content/editions/2016/digest"
    assert files.editions["2016"].errata is None
    assert files.background == {"history": "content/background/history.yml"}
    assert files.pages == {"introduction": "content/pages/introduction.md"}
    assert files.media == {"bikes.2016.jpg": "content/media/bikes.2016.jpg"}


def test_missing_files_are_named(tmp_path):
    """Without a content folder, each file that must be there is told."""
    files, issues = find_files(Settings(root=tmp_path))
    assert files.report is None
    assert {issue.code for issue in issues} == {"F001"}
    assert len(issues) == 3


@pytest.mark.parametrize(
    ("path", "code", "severity", "says"),
    [
        ("initiatives/park.md", "F002", Severity.ERROR, "initiatives/ID.yml"),
        ("initiatives/deep/park.yml", "F002", Severity.ERROR, "initiatives/ID.yml"),
        ("updates/park.md", "F002", Severity.ERROR, "updates/MILESTONE/ID.md"),
        ("evaluations/spring/park.md", "F002", Severity.ERROR, "evaluations/YEAR/ID.md"),
        ("editions/2016/report.pdf", "F002", Severity.WARNING, "edition.yml"),
        ("background/weather.yml", "F002", Severity.ERROR, "history.yml"),
        ("initiatives/park.yaml", "F002", Severity.ERROR, "initiatives/ID.yml"),
        ("media/film.mov", "F002", Severity.WARNING, "jpg"),
        ("media/drawing.svg", "F002", Severity.WARNING, "SVG and PDF can contain scripts"),
        ("media/report.pdf", "F002", Severity.WARNING, "SVG and PDF can contain scripts"),
        ("media/sub/quay.png", "F002", Severity.WARNING, "media/NAME"),
        ("stray.txt", "F002", Severity.WARNING, "report.yml"),
        ("initiatives/Park Lights.yml", "F003", Severity.ERROR, "park-lights.yml"),
        ("initiatives/park--lights.yml", "F003", Severity.ERROR, "park-lights.yml"),
        ("initiatives/park_lights.YAML", "F003", Severity.ERROR, "park-lights.yml"),
        ("updates/Report 2016/park.md", "F003", Severity.ERROR, "lowercase letters"),
        ("media/B\u00e4ume.jpg", "F003", Severity.WARNING, "baume.jpg"),
        ("pages/a\nb\u202e.md", "F003", Severity.ERROR, "a-b.md"),
    ],
)
def test_a_file_that_is_not_read_is_told(project, path, code, severity, says):
    """Nothing an editor wrote is passed over in silence."""
    put(project.root, path)
    _, issues = find_files(project)
    assert [(issue.code, issue.severity) for issue in issues] == [(code, severity)]
    assert says in f"{issues[0].expected} {issues[0].next_step}"
    assert issues[0].location.path.isprintable()


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("updates/mid-2024/parking-signs.md.txt", "updates/mid-2024/parking-signs.md"),
        ("updates/mid-2024/parking-signs.docx", "updates/mid-2024/parking-signs.md"),
        ("updates/mid-2024/parking-signs", "updates/mid-2024/parking-signs.md"),
        ("updates/Mid 2024/Parking Signs.MD", "updates/mid-2024/parking-signs.md"),
        ("update/mid-2024/parking-signs.md", "updates/mid-2024/parking-signs.md"),
        ("updates/mid-2024/new/parking-signs.md", "updates/mid-2024/parking-signs.md"),
        ("updates/parking-signs.md", "updates/MILESTONE/parking-signs.md"),
        ("mid-2024/parking-signs.md", "updates/mid-2024/parking-signs.md"),
        ("initiatives/parking-signs.yaml", "initiatives/parking-signs.yml"),
        ("initiatives/parking-signs.YML", "initiatives/parking-signs.yml"),
        ("initiatives/parking-signs.yml.txt", "initiatives/parking-signs.yml"),
        ("initatives/parking-signs.yml", "initiatives/parking-signs.yml"),
        ("Initiatives/parking-signs.yml", "initiatives/parking-signs.yml"),
        ("content/initiatives/parking-signs.yml", "initiatives/parking-signs.yml"),
        ("initiatives/deep/parking-signs.yml", "initiatives/parking-signs.yml"),
        ("initiatives/.parking-signs.yml", "initiatives/parking-signs.yml"),
        ("initiatives/copy of parking-signs.yml", "initiatives/parking-signs.yml"),
        ("initiatives/parking-signs (1).yml", "initiatives/parking-signs.yml"),
        ("initiatives/parking-signs - Copy.yml", "initiatives/parking-signs.yml"),
        ("initiatives/Łódź.yml", "initiatives/lodz.yml"),
        ("pages/history.markdown", "pages/history.md"),
        ("evaluations/2017/streets.md.txt", "evaluations/2017/streets.md"),
        ("evaluations/spring/streets.md", "evaluations/YEAR/streets.md"),
        ("background/survy.yml", "background/survey.yml"),
        ("editions/2016.yml", "editions/2016/edition.yml"),
        ("editions/2016/Errata.md", "editions/2016/errata.md"),
        ("organisation.yml", "organization.yml"),
        ("sources.yml.txt", "sources.yml"),
    ],
)
def test_a_record_with_another_name_is_an_error_with_the_right_one(project, path, right):
    """An update that nobody reads is lost; whoever typed it learns what to call it."""
    (project.content / "organization.yml").unlink()
    (project.content / "sources.yml").unlink()
    put(project.root, path)
    [issue] = [i for i in find_files(project)[1] if i.code != "F001"]
    assert issue.severity is Severity.ERROR
    taken = (project.content / right).exists()
    step = "Move what is new to" if taken else "Rename (or move )?it to"
    assert re.match(f"{step} content/{right}", issue.next_step)


@pytest.mark.parametrize(
    "path", ["initiatives/live-chat (2).yml", "initiatives/copy of live-chat.yml"]
)
def test_a_copy_of_a_record_goes_into_the_record(project, path):
    """Two files for one thing: what is new in the copy belongs into the first."""
    put(project.root, path)
    [issue] = find_files(project)[1]
    assert issue.next_step.startswith("Move what is new to content/initiatives/live-chat.yml")


@pytest.mark.parametrize("path", ["pages/notice.md", "pages/changelog.md", "media/readme.png"])
def test_a_name_in_small_letters_is_no_readme(project, path):
    """Only what is beside content by custom is left alone."""
    put(project.root, path)
    files, issues = find_files(project)
    assert issues == []
    assert f"content/{path}" in {*files.pages.values(), *files.media.values()}


@pytest.mark.posix
def test_what_programs_put_beside_content_is_left_alone(project):
    """What git and people put beside the content is none of its business."""
    for path in (
        *(".gitkeep", "media/.DS_Store", "README.md", "updates/README.md", "README", "LICENSE.txt"),
        *("media/Thumbs.db", "areas/desktop.ini", "initiatives/._park.yml", "pages/~$history.docx"),
        *("pages/history.md~", "pages/.history.md.swp", ".git/config", ".vscode/settings.json"),
    ):
        put(project.root, path)
    (project.content / "areas" / ".#streets.yml").symlink_to("editor@host.1234")
    assert find_files(project)[1] == []


@pytest.mark.parametrize("path", ["media/.face.png", "initiatives/.park.yml", ".notes/plan.yml"])
def test_a_hidden_name_is_told(project, path):
    """A name that begins with a period escapes nobody, neither as a file nor as a folder."""
    put(project.root, path)
    files, issues = find_files(project)
    assert [issue.code for issue in issues] == ["F003"]
    assert "begins with a period" in issues[0].found
    # A hidden record is a record that is lost.
    assert (issues[0].severity is Severity.ERROR) == path.startswith("initiatives/")
    assert list(files.media) == ["bikes.2016.jpg"]


@pytest.mark.posix
@pytest.mark.parametrize("path", ["media/.leak.png", "media/leak.png", "README.md", ".hidden"])
def test_a_link_is_told_under_any_name(project, path):
    """Nothing that lies elsewhere comes in, however the link is called."""
    (project.content / path).symlink_to("/etc/passwd")
    assert [issue.code for issue in find_files(project)[1]] == ["F005"]


def test_letters_that_look_like_others_are_named(project):
    """A name that nobody can tell from the right one says which letter it is."""
    put(project.root, "media/b\u0456kes.png")
    (issue,) = find_files(project)[1]
    assert "cyrillic small letter byelorussian-ukrainian i" in issue.found


def test_names_that_differ_in_how_an_accent_is_stored_are_told(project):
    """Some systems make one name of two."""
    for name in ("media/\u00e9.png", "media/e\u0301.png"):
        put(project.root, name)
    assert [issue.code for issue in find_files(project)[1]].count("F004") == 1


def test_a_folder_that_cannot_be_opened_is_told(project, monkeypatch):
    """A missing right is an issue with a place, not a traceback."""
    really = os.scandir

    def refuse(folder):
        if str(folder).endswith("updates"):
            raise PermissionError(13, "Permission denied", str(folder))
        return really(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    issues = find_files(project)[1]
    assert [(i.code, i.location.path) for i in issues] == [("F006", "content/updates")]


def test_names_that_differ_only_in_capitals_are_told(project):
    """Such files are one and the same on some computers."""
    put(project.root, "initiatives/Live-Chat.yml")
    assert {issue.code for issue in find_files(project)[1]} == {"F003", "F004"}


def test_names_that_differ_in_how_a_letter_is_put_together_are_told(project):
    """To one computer they are two files, to another one."""
    put(project.root, "media/caf\u00e9.png")
    put(project.root, "media/cafe\u0301.png")
    assert [i.code for i in find_files(project)[1]].count("F004") == 1


def test_each_missing_file_says_how_to_begin(tmp_path):
    """A first line for each file, and where a whole one can be seen."""
    for issue in find_files(Settings(root=tmp_path))[1]:
        assert "as a start" in issue.next_step
        example = issue.next_step.partition("For a complete one, see ")[2].partition(" in ")[0]
        assert (SAMPLE.root / example).is_file()
        assert "annual-report init --sample FOLDER" in issue.next_step


@pytest.mark.posix
def test_links_are_not_followed(project, tmp_path_factory):
    """Neither a linked file nor a linked folder brings in what lies outside."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text("secret: 1\n", "utf-8")
    (project.content / "initiatives" / "linked.yml").symlink_to(outside / "secret.yml")
    (project.content / "areas" / "more").symlink_to(outside)
    files, issues = find_files(project)
    assert [issue.code for issue in issues] == ["F005", "F005"]
    assert "linked" not in files.initiatives


@pytest.mark.posix
def test_what_is_no_file_is_never_opened(project):
    """A pipe would make the reader wait for ever."""
    os.mkfifo(project.content / "initiatives" / "pipe.yml")
    assert [issue.code for issue in find_files(project)[1]] == ["F005"]


def test_a_file_is_read_no_further_than_needed(project):
    """One byte too many is enough to refuse a huge file."""
    (project.content / "report.yml").write_bytes(b"x" * (LARGEST + 1000))
    raw, issues = read_file(project, "content/report.yml")
    assert issues == []
    assert len(raw) == LARGEST + 1


def test_a_file_that_cannot_be_opened_is_told(project):
    """A file that went away is an issue, not a traceback."""
    raw, issues = read_file(project, "content/gone.yml")
    assert raw is None
    assert [issue.code for issue in issues] == ["F006"]
