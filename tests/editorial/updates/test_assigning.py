"""Another holder of a role: the former one stays, and what cannot be is refused."""

import shutil

import pytest
from larkhaven import SAMPLE

from generator.commands import edit
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.updates.citing import Memo
from generator.load.formatting import format_content
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.keys import RoleKind
from generator.storage.sync import files_under

SOURCE = ("harbour-news",)


@pytest.fixture
def project(tmp_path):
    """Return a project of the sample town as it is."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Settings(tmp_path)


def roles(project, initiative):
    """Return the roles of an initiative, as the files have them."""
    report = load_report(project).report
    return next(i for i in report.initiatives if i.id == initiative).roles


def bytes_of(project):
    """Return every file of the content with its bytes."""
    return {p: (project.content / p).read_bytes() for p in files_under(project.content)}


def test_the_former_holder_stays_until_the_day_before(project):
    """The old entry ends, the new one follows it, and nothing else changes."""
    before = roles(project, "one-form")
    made = edit.assign(
        project, "one-form", {RoleKind.OWNER: "harbour-director"}, ("2024-02-01", None), SOURCE
    )
    assert made.made
    assert "Who is responsible" in made.told
    after = roles(project, "one-form")
    old = next(r for r in after if r.role is RoleKind.OWNER and r.holder == "desk-manager")
    new = after[after.index(old) + 1]
    assert (str(old.until), new.holder, str(new.since)) == (
        "2024-01-31",
        "harbour-director",
        "2024-02-01",
    )
    assert [r for r in after if r not in (old, new)] == [
        r for r in before if r.holder != old.holder or r.role is not RoleKind.OWNER
    ]
    assert not format_content(project).changed


def test_both_roles_at_once_as_exact_as_the_date(project):
    """Where only the month is known, the former entry ends in that month."""
    both = {RoleKind.OWNER: "water-manager", RoleKind.SPONSOR: "desk-director"}
    made = edit.assign(project, "tide-gauge", both, ("2024-02", None), SOURCE)
    assert made.made
    newest = [r for r in roles(project, "tide-gauge") if str(r.since) == "2024-02"]
    assert {r.role: r.holder for r in newest} == both
    ended = [r for r in roles(project, "tide-gauge") if str(r.until) == "2024-02"]
    assert {r.holder for r in ended} == {"unassigned", "harbour-director"}


def test_a_frozen_edition_does_not_mind(town):
    """Handing over after an edition was frozen is no rewriting of it."""
    made = edit.assign(
        town, "one-form", {RoleKind.OWNER: "harbour-director"}, ("2024-02-01", None), SOURCE
    )
    assert (made.made, list(made.errors)) == (True, [])


@pytest.mark.parametrize(
    ("initiative", "post", "since", "words"),
    [
        ("one-form", "desk-manager", "2024-02-01", "is the owner of one-form since"),
        ("one-form", "harbour-director", "2021", "has an entry for its owner since"),
        ("one-forms", "harbour-director", "2024-02-01", 'no initiative "one-forms"'),
        ("one-form", "harbour-director", "last week", "a date as exact as the source"),
    ],
)
def test_what_cannot_be_is_refused(project, initiative, post, since, words):
    """A change to nobody new, to an earlier time or of nothing is refused with the reason."""
    before = bytes_of(project)
    with pytest.raises(GeneratorError, match=words):
        edit.assign(project, initiative, {RoleKind.OWNER: post}, (since, None), SOURCE)
    assert bytes_of(project) == before


def test_what_the_rules_refuse_is_not_written(project):
    """The Sponsor as Owner is an error, and nothing is written."""
    before, sponsor = bytes_of(project), {RoleKind.OWNER: "desk-director"}
    made = edit.assign(project, "one-form", sponsor, ("2024-02-01", None), SOURCE)
    assert made.errors
    assert not made.made
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    ("post", "sources", "step"),
    [
        ("water-manger", SOURCE, 'Did you mean "water-manager"?'),
        ("Water Manager", SOURCE, 'Did you mean "water-manager"?'),
        ("nobody-known", SOURCE, "The content has harbour-director"),
        ("water-manager", ("harbor-news",), 'Did you mean "harbour-news"?'),
        ("water-manager", ("memo-2024",), '--memo "TITLE" instead'),
        ("water-manager", (), "Add --source ID"),
    ],
)
def test_a_name_is_judged_where_it_is_typed(project, post, sources, step):
    """What is not known is told before a file is looked at, with the nearest that is."""
    with pytest.raises(GeneratorError) as refused:
        edit.assign(project, "one-form", {RoleKind.OWNER: post}, ("2024-02-01", None), sources)
    assert step in refused.value.next_step


def test_a_later_change_is_scheduled(project):
    """It is written at once, shown from its day on, and the holder of today stays until then."""
    role = {RoleKind.OWNER: "water-manager"}
    made = edit.assign(project, "one-form", role, ("2024-07-01", None), SOURCE)
    assert made.made, made.errors
    assert made.told.startswith("Scheduled: shown from July 1, 2024 on")
    report = load_report(project).report
    for day, holder in (("2024-06-30", "desk-manager"), ("2024-07-01", "water-manager")):
        assert snapshot(report, PartialDate(day)).state_of("one-form").owner.holder == holder


def test_a_memo_may_be_the_source(project):
    """A decision that is not listed yet is listed with the change."""
    role = {RoleKind.OWNER: "water-manager"}
    memo = Memo("Memo of February 2024")
    made = edit.assign(project, "one-form", role, ("2024-02-01", None), [memo])
    assert made.made, made.errors
    source = load_report(project).report.sources[-1]
    assert (source.title, source.holder) == (memo.title, "Larkhaven (an invented town)")
