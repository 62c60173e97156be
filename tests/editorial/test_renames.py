"""Renamed initiatives: the same one everywhere, at every time, by every id that it has had."""

import json
import random
import re
import shutil

import pytest
from errata import write_errata
from renaming import rename, with_former
from spoken import ENGLISH, spoken

from generator.commands import edit, starting
from generator.commands.check import check
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.renames import ids_elsewhere
from generator.editorial.editions.frozen_files import digest_of
from generator.editorial.editions.report_versions import ReportVersion, compare
from generator.editorial.starting.scaffold import NewInitiative, NewUpdate
from generator.export.snapshot_json import canonical
from generator.load.report import load_report
from generator.model.keys import RoleKind
from generator.views.initiatives.in_editions import in_each_edition
from generator.words.message import msg

pytestmark = pytest.mark.slow

IDS = ("tide-gauge", "one-form", "night-ferry", "shade-trees", "open-ledger", "youth-council")


def told(issues):
    """Return what issues say, without where."""
    return sorted((issue.code, issue.found) for issue in issues)


def codes(project):
    """Return the codes of all faults, notices as well."""
    return sorted(issue.code for issue in check(project, Timings()).issues)


def since(edition, checked):
    """Return the sentences from an edition to today."""
    return compare(
        ReportVersion("then", edition.then, is_edition=True), ReportVersion("now", checked.now)
    )


def plain(sentences):
    """Return what sentences tell of whom, but for their ids."""
    return sorted((s.kind, s.title, ENGLISH(s.text)) for s in sentences)


def _is_rename(sentence):
    """Return whether a sentence tells that something has another id."""
    return getattr(sentence.text, "id", "") == "change-renamed"


def _forge(path, raw):
    """Write a snapshot as freezing does, with the digest of its bytes."""
    path.write_bytes(canonical(raw))
    path.with_name("digest").write_bytes(digest_of(path.read_bytes()))


@pytest.fixture(scope="module")
def before(frozen_town):
    """Return what checking the frozen town comes to."""
    return check(frozen_town, Timings())


@pytest.mark.parametrize("seed", range(6))
def test_renaming_rewrites_nothing(town, before, seed):
    """Whatever is renamed, once or twice: no new fault, and only the rename is a difference."""
    draw = random.Random(seed)  # noqa: S311 - for tests
    names = {}
    for old in draw.sample(IDS, draw.randint(1, 3)):
        new = old
        for turn in range(draw.randint(1, 2)):
            former, new = new, f"{old}-{'abc'[turn]}{seed}"
            rename(town.content, former, new)
        names[old] = new
    after = check(town, Timings())
    assert sorted(i.code for i in after.issues) == sorted(i.code for i in before.issues)
    assert errors_in(after.issues) == []
    for one, other in zip(before.editions, after.editions, strict=True):
        made = since(other, after)
        held = {s.initiative.id for s in one.then.states}
        ids = {s.subject: s.text for s in made if _is_rename(s)}
        assert ids == {
            f"initiative:{new}": msg("change-renamed", now=new, former=old)
            for old, new in names.items()
            if old in held
        }
        others = [s for s in made if not _is_rename(s)]
        assert plain(others) == plain(since(one, before))


@pytest.mark.parametrize("new", ["a-new-id", "zz-new-id"])
@pytest.mark.parametrize("old", ["tide-gauge", "one-form"])
def test_a_rename_that_changes_the_order_says_nothing(town, before, old, new):
    """Initiatives and their reports are in the order of ids, which says nothing."""
    rename(town.content, old, new)
    assert codes(town) == sorted(i.code for i in before.issues)


def test_another_order_beside_a_rename_is_told(town):
    """What somebody moved in a snapshot is told also where ids of it are others today."""
    rename(town.content, "tide-gauge", "a-new-id")
    path = town.content / "editions" / "2023" / "snapshot.json"
    raw = json.loads(path.read_bytes())
    updates = raw["report"]["updates"]
    place = next(n for n, one in enumerate(updates) if one["initiative"] == "tide-gauge")
    updates.insert(0 if place else 1, updates.pop(place))
    _forge(path, raw)
    found = [i.found for i in check(town, Timings()).issues if i.code == "V013"]
    assert "updates in a different order than today" in found


def test_a_rename_and_a_change_are_told_apart(town, before):
    """A new id hides no rewriting, and what is rewritten is told at its place of today."""
    rename(town.content, "tide-gauge", "water-gauge")
    path = town.content / "initiatives" / "water-gauge.yml"
    text = path.read_text("utf-8")
    events = text.index("\nevents:")
    changed = text[events:].replace('text: "', 'text: "Not so: ', 1)
    path.write_text(text[:events] + changed, "utf-8")
    after = check(town, Timings())
    new = [i for i in after.issues if told([i])[0] not in told(before.issues)]
    assert {i.code for i in new} == {"V004"}
    assert {i.location.path for i in new} == {"content/initiatives/water-gauge.yml"}
    assert all("initiative/water-gauge" in i.found + i.next_step for i in new)


def test_an_erratum_about_the_former_id_still_counts(town):
    """What an erratum excused before the rename, by the id of then, it excuses after it."""
    path = town.content / "initiatives" / "tide-gauge.yml"
    text = path.read_text("utf-8")
    event = re.search(r'events:\n  - id: "([a-z-]+)"', text)[1]
    place = text.index(f'- id: "{event}"')
    path.write_text(text[:place] + re.sub(r'text: "', 'text: "Not so: ', text[place:], count=1))
    for year in (2021, 2022, 2023):
        write_errata(town, year, f"initiative/tide-gauge/events/{event}")
    excused = codes(town)
    rename(town.content, "tide-gauge", "water-gauge")
    assert codes(town) == excused


def test_an_initiative_that_took_over_the_id_of_another_is_not_that_one(town):
    """Two that an edition holds do not become one because one bears the other's id as a former."""
    shutil.rmtree(town.content / "updates" / "2023-08-15", ignore_errors=True)
    report = load_report(town).report
    one, other, *rest = report.initiatives
    merged = other.model_copy(update={"former_ids": (one.id,)})
    assert ids_elsewhere(report, report.model_copy(update={"initiatives": (merged, *rest)})) == {}


def test_an_initiative_that_was_renamed_without_a_word_is_told_with_the_remedy(town):
    """Where the former id is not kept, the message says where to add it."""
    rename(town.content, "night-ferry", "late-ferry")
    path = town.content / "initiatives" / "late-ferry.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('former_ids:\n  - "night-ferry"\n', ""), "utf-8")
    issues = check(town, Timings()).issues
    steps = [i.next_step for i in issues if i.code == "V005"]
    assert not [i for i in issues if i.found.startswith("initiative/late-ferry")]
    wanted = 'If it is now "late-ferry", add "night-ferry" to the former_ids of that initiative.'
    assert any(step.startswith(f"{wanted} If snapshot.json was edited: ") for step in steps)


@pytest.mark.parametrize(("some_id", "code"), [("tide-gauge", "V004"), ("one-form", "V013")])
def test_a_former_id_without_a_rename_is_told(town, some_id, code):
    """Where nothing was renamed since, an edition holds every former id that there was.

    Of the first one nothing says since when it is there, which is a notice.
    """
    path = town.content / "initiatives" / f"{some_id}.yml"
    path.write_text(with_former(path.read_text("utf-8"), "flood-post"), "utf-8")
    found = [i for i in check(town, Timings()).issues if "former_ids" in i.found]
    assert {issue.code for issue in found} == {code}
    assert all(f"initiative/{some_id}/former_ids" in issue.found for issue in found)


def test_a_rename_hides_no_forgery(town):
    """What is edited in an edition is told, also where a new id stands for it now."""
    rename(town.content, "tide-gauge", "water-gauge")
    path = town.content / "editions" / "2023" / "snapshot.json"
    raw = json.loads(path.read_bytes())
    held = next(i for i in raw["report"]["initiatives"] if i["id"] == "tide-gauge")
    held["events"].append(dict(held["events"][-1], id="invented", text="Nobody said so."))
    gone = held["events"].pop(0)["id"]
    _forge(path, raw)
    told = errors_in(check(town, Timings()).issues)
    by_code = {issue.code: issue for issue in told}
    assert by_code.keys() == {"V005", "V012"}
    assert by_code["V005"].found.startswith("initiative/water-gauge/events/invented is missing")
    assert by_code["V012"].found.startswith(f"initiative/water-gauge/events/{gone},")
    assert "content/editions/2023/snapshot.json" in by_code["V005"].next_step


def test_editions_bear_witness_under_the_ids_of_today(town):
    """What has no date is known to have been there if an edition frozen by then holds it."""
    rename(town.content, "tide-gauge", "water-gauge")
    path = town.content / "editions" / "2023" / "snapshot.json"
    raw = json.loads(path.read_bytes())
    held = next(i for i in raw["report"]["initiatives"] if i["id"] == "tide-gauge")
    gone = held["ideas"].pop(0)["id"]
    _forge(path, raw)
    told = errors_in(check(town, Timings()).issues)
    assert [i.code for i in told if f"initiative/water-gauge/ideas/{gone}" in i.found] == ["V012"]


def test_an_id_inside_an_initiative_is_asked_back(town):
    """An idea, event or measure keeps its id; the message says which it was and why."""
    path = town.content / "initiatives" / "tide-gauge.yml"
    text = path.read_text("utf-8")
    text = re.sub(r'(?<![a-z-])"three-quays"', '"some-quays"', text)
    path.write_text(text, "utf-8")
    steps = {i.next_step for i in check(town, Timings()).issues if i.code == "V005"}
    assert any(
        step.startswith('"some-quays" says the same: change its id back to "three')
        for step in steps
    )


@pytest.fixture
def renamed_town(town):
    """Return the town after a rename, with another initiative of a like name."""
    rename(town.content, "one-form", "single-form")
    return town


def test_commands_know_every_id(renamed_town):
    """Showing, assigning and beginning an update work by a former id, for the same initiative."""
    shown = edit.show(renamed_town, "one-form", None)
    assert shown.startswith('"one-form" is now "single-form".\n')
    assert shown.endswith(edit.show(renamed_town, "single-form", None))
    asked = NewUpdate("one-form", "2024-02-01", "on_track", "reported", author="desk-director")
    assert [*starting.start_update(renamed_town, asked, None).files] == [
        "content/updates/2024-02-01/single-form.md"
    ]
    dates, holders = ("2024-01-01", None), {RoleKind.OWNER: "desk-director"}
    made = edit.assign(renamed_town, "one-form", holders, dates, ["desk-survey"])
    assert [*made.files] == ["content/initiatives/single-form.yml"]


def test_an_id_that_was_given_up_is_given_to_nobody(renamed_town):
    """A new initiative by a former id would take over the links to another."""
    asked = NewInitiative("one-form", "Another", "town-hall", ["desk-survey"])
    with pytest.raises(GeneratorError, match='"one-form" is now "single-form"'):
        starting.start_initiative(renamed_town, asked, None)


def test_what_nobody_ever_had_is_refused(renamed_town):
    """A word that is no id gets the nearest id that there is."""
    with pytest.raises(GeneratorError) as refused:
        edit.show(renamed_town, "single-forms", None)
    assert refused.value.next_step == 'Did you mean "single-form"?'


def test_pages_follow_an_initiative_through_the_editions(renamed_town):
    """Its row in each edition is there, and the page of changes tells of it as of one."""
    checked = check(renamed_town, Timings())
    one = next(i for i in checked.now.report.initiatives if i.id == "single-form")
    rows = in_each_edition(checked.editions, (one.id, *one.former_ids)).rows
    assert sum("Not yet listed" in str(row) for row in spoken(rows)) == 1
    for edition in checked.editions:
        kinds = {s.kind for s in since(edition, checked) if s.title == one.title}
        held = any(s.initiative.title == one.title for s in edition.then.states)
        assert ChangeKind.GONE not in kinds
        assert (ChangeKind.NEW in kinds) == (not held)


def test_two_revisions_tell_a_rename_as_one(town, tmp_path):
    """Backwards as well: what had the new id then is no newcomer and not gone."""
    other = Settings(tmp_path / "other")
    shutil.copytree(town.content, other.content)
    rename(other.content, "night-ferry", "late-ferry")
    one, two = (ReportVersion("x", check(each, Timings()).now) for each in (town, other))
    assert [s.text for s in compare(one, two)] == [
        msg("change-renamed", now="late-ferry", former="night-ferry")
    ]
    assert {s.kind for s in compare(two, one)} == {ChangeKind.WORDING}
