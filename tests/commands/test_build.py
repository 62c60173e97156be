"""The whole way from content to pages, on a copy of the real content."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from generator.commands import build, check, edit, editions
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.editions.frozen_files import digest_of
from generator.export.schemas import schema_files
from generator.storage import parallel
from generator.storage.atomic import locked
from generator.storage.sync import files_under

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """A project of its own with the real content."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return Settings(tmp_path)


def _generate(project: Settings) -> build.GenerateResult:
    return build.generate(project, Timings(), lambda issues: bool(errors_in(issues)))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_under(folder)}


@pytest.mark.slow
def test_second_run_writes_nothing(project: Settings) -> None:
    """The same content gives the same bytes, and then there is nothing to write."""
    _generate(project)
    before = _bytes(project.docs)

    second = _generate(project)

    assert second.written is not None
    assert second.written.changed == ()
    assert second.written.removed == ()
    assert _bytes(project.docs) == before


@pytest.mark.slow
def test_a_second_run_in_the_same_folder_waits(project: Settings) -> None:
    """While another run is building here, nothing is written; its end is waited for, in words."""
    waits, told = Event(), []

    def announce(stage: str) -> None:
        told.append(stage)
        if "another run" in stage:
            waits.set()

    def stops(issues: list[Issue]) -> bool:
        return bool(errors_in(issues))

    with ThreadPoolExecutor(1) as other:
        with locked(project.docs.parent):
            run = other.submit(build.generate, project, Timings(announce), stops)
            assert waits.wait(60)
            assert not project.docs.exists()
        assert run.result(60).written is not None
    assert told[0] == "waiting for another run in this folder to finish"


@pytest.mark.slow
def test_a_forged_edition_stops_the_build_and_leaves_the_last_good_output(
    project: Settings,
) -> None:
    """Every status completed, with the digest made right: it is told, and nothing is written."""
    _generate(project)
    before = _bytes(project.docs)
    path = project.content / "editions" / "2017" / "snapshot.json"
    forged = path.read_bytes().replace(b'"status": "under_way"', b'"status": "completed"')
    path.write_bytes(forged)
    path.with_name("digest").write_bytes(digest_of(forged))

    second = _generate(project)

    assert second.written is None
    assert {i.code for i in errors_in(second.issues)} >= {"V004", "V010"}
    assert set(errors_in(second.issues)) == set(editions.verify_editions(project).issues)
    assert _bytes(project.docs) == before


@pytest.mark.slow
def test_every_initiative_has_its_page(project: Settings) -> None:
    """There is one page for each initiative of the content, and none besides."""
    _generate(project)

    pages = {p.stem for p in (project.docs / "initiatives").glob("*.md")}

    assert pages == {p.stem for p in (project.content / "initiatives").glob("*.yml")}


@pytest.mark.slow
def test_data_stands_beside_the_pages(project: Settings) -> None:
    """The page of open data offers every file of it; frozen editions are there untouched.

    The figures of one measure are offered with its chart.
    """
    frozen = project.content / "editions" / "2015" / "snapshot.json"
    if not frozen.exists():
        editions.freeze(project, 2015)

    _generate(project)

    page = (project.docs / "data.md").read_text()
    files = [f"data/{path}" for path in files_under(project.docs / "data")]
    offered = [path for path in files if not path.endswith(".md") and "/measures/" not in path]
    assert {"data/report.json", "data/initiatives.csv"} < set(offered)
    assert [path for path in offered if f'href="../{path}"' not in page] == []
    written = project.docs / "data" / "editions" / "2015" / "snapshot.json"
    assert written.read_bytes() == frozen.read_bytes()


@pytest.mark.slow
def test_fault_leaves_the_last_good_output(project: Settings) -> None:
    """A run that finds a fault writes nothing and changes no file of the editor's."""
    _generate(project)
    update = project.content / "updates" / "report-2016" / "shared-bicycles.md"
    update.write_text(update.read_text().replace('"ongoing"', '"going"'))
    pages, content = _bytes(project.docs), _bytes(project.content)

    failed = _generate(project)

    assert failed.written is None
    assert [i.location.path for i in errors_in(failed.issues)] == [
        "content/updates/report-2016/shared-bicycles.md"
    ]
    assert _bytes(project.docs) == pages
    assert _bytes(project.content) == content


@pytest.mark.slow
def test_removed_update_removes_what_it_said(project: Settings) -> None:
    """What content no longer says disappears from the pages in the next run."""
    _generate(project)
    (project.content / "updates" / "review-2026" / "weho-wifi.md").unlink()

    second = _generate(project)

    assert second.written is not None
    assert "initiatives/weho-wifi.md" in second.written.changed


def test_show_tells_how_an_initiative_stood(project: Settings) -> None:
    """`show` speaks of any date, and of what was known by then."""
    in_2016 = edit.show(project, "shared-bicycles", "2016-12-31")
    today = edit.show(project, "shared-bicycles", None)

    assert "as of December 22, 2016" in in_2016
    assert "August 30, 2019" not in in_2016
    assert "as of August 30, 2019" in today


@pytest.mark.parametrize(
    ("initiative", "as_of", "words"),
    [
        ("live-chatt", None, 'Did you mean "live-chat"?'),
        ("live-chat", "2015-2016", "2015/2016"),
        ("live-chat", "2010", "not yet listed"),
    ],
)
def test_show_refuses_in_words(
    project: Settings, initiative: str, as_of: str | None, words: str
) -> None:
    """An unknown initiative or date is refused with what to do."""
    with pytest.raises(GeneratorError, match=words.replace("?", r"\?")):
        edit.show(project, initiative, as_of)


def test_normal_form_is_reached_and_kept(project: Settings) -> None:
    """`fmt` fixes what is not in normal form, changes nothing twice, and keeps the meaning."""
    source = project.content / "initiatives" / "live-chat.yml"
    good = source.read_text()
    source.write_text(good.replace('area: "civic"', "area: civic"))

    first = check.fmt(project, write=True)
    second = check.fmt(project, write=True)

    assert list(first.changed) == ["content/initiatives/live-chat.yml"]
    assert second.changed == {}
    assert source.read_text() == good


def test_schemas_are_as_the_model_says() -> None:
    """The committed schemas and editor settings are those that the model gives today."""
    for path, content in schema_files().items():
        assert (ROOT / path).read_bytes() == content, f"{path}: run annual-report schema"


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a large report on a machine with two cores."""
    monkeypatch.setattr(check, "MANY", 1)
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    monkeypatch.setattr(parallel, "_threads", lambda: 1)


def test_rules_beside_the_editions_find_the_same(
    project: Settings, request: pytest.FixtureRequest
) -> None:
    """Two cores see what one sees: every fault of today's content and of frozen editions."""
    file = project.content / "initiatives" / "shared-bicycles.yml"
    file.write_text(file.read_text("utf-8").replace('area: "', 'area: "no-', 1), "utf-8")
    (project.content / "editions" / "2016" / "digest").unlink()
    alone = check.check(project, Timings())
    request.getfixturevalue("two_cores")

    beside = check.check(project, Timings())

    assert {"R106", "V001"} <= {issue.code for issue in alone.issues}
    assert beside.issues == alone.issues
    assert beside.editions == alone.editions


@pytest.mark.usefixtures("two_cores")
def test_a_rule_that_fails_beside_the_editions_says_so(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong in another process is worded as it is in this one."""

    def broken(*_: object) -> list[Issue]:
        raise LookupError("nothing called harbour")

    monkeypatch.setattr(check, "check_report", broken)

    with pytest.raises(LookupError, match="nothing called harbour"):
        check.check(project, Timings())
