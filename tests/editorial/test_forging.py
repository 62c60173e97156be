"""No edit of a frozen snapshot goes unseen, even where its digest was made right.

Each forgery is written as `freeze` would write it, with the sum of its bytes beside it; the content
stays as it is.
"""

import copy
import json
import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.core.issues import Severity
from generator.core.settings import Settings
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.snapshot import DERIVATION, snapshot
from generator.editorial.editions.frozen_files import digest_of
from generator.editorial.editions.verify import verify
from generator.export.snapshot_json import canonical, read_snapshot, to_json
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.statuses import Status

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("completed", "2016-05-04", "not_reported", "7", "Another text.", "")
OPTIONAL = {"note": "A note.", "until": "2030", "qualifier": "about", "invented": "Something."}


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """Return a copy of the real content, whose editions were frozen by the first form."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "content", root / "content")
    return Settings(root)


@pytest.fixture(scope="module")
def forge(frozen_town, tmp_path_factory):
    """Return what forges an edition of a copy of the sample, and gives the issues."""
    root = tmp_path_factory.mktemp("forged")
    shutil.copytree(frozen_town.content, root / "content")
    return Forge(Settings(root))


class Forge:
    """A project of which one edition at a time is forged."""

    def __init__(self, settings):
        """Read the content once; nothing but snapshots and digests is changed."""
        self.settings = settings
        self.loaded = load_report(settings)
        self.editions = self.loaded.report.editions

    def path(self, year):
        """Return the snapshot's file."""
        return self.settings.content / "editions" / str(year) / "snapshot.json"

    def raw(self, year):
        """Return a frozen snapshot as plain data."""
        return json.loads(self.path(year).read_bytes())

    def issues(self, year, forged):
        """Return what verifying says of one edition with other bytes, then take them back."""
        path, digest = self.path(year), self.path(year).parent / "digest"
        before = path.read_bytes(), digest.read_bytes()
        path.write_bytes(forged)
        digest.write_bytes(digest_of(forged))
        try:
            return verify(self.settings, self.loaded).issues
        finally:
            path.write_bytes(before[0])
            digest.write_bytes(before[1])

    def codes(self, year, forged):
        """Return the codes of the errors."""
        found = self.issues(year, forged)
        return {issue.code for issue in found if issue.severity is Severity.ERROR}

    def rederived(self, year, change):
        """Return an edition with other records, and everything that follows from them anew."""
        stored = read_snapshot(self.raw(year))
        edition = stored.edition
        then = snapshot(change(stored.snapshot.report), edition.as_of)
        return to_json(frozen_part(then, edition.introduction), edition)


def containers(value, path=()):
    """Yield every mapping and list with its path."""
    if isinstance(value, dict | list):
        yield path, value
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from containers(part, (*path, step))


def changed(rng, value):
    """Return another plain value."""
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + rng.choice([1, -1, 7])
    place = rng.randrange(len(value) + 1)
    return rng.choice([f"{value} more", f"{value[:place]}0{value[place + 1 :]}", *WORDS])


def edit(rng, raw):
    """Change plain data in one place; return how."""
    path, inside = rng.choice(list(containers(raw)))
    steps = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    if not steps:
        return None
    one, other = rng.choice(steps), rng.choice(steps)
    kind = rng.choice(("change", "delete", "add", "swap", "move"))
    if kind == "change" and not isinstance(inside[one], dict | list):
        inside[one] = changed(rng, inside[one])
    elif kind == "delete":
        del inside[one]
    elif kind == "swap":
        inside[one], inside[other] = inside[other], inside[one]
    elif kind == "add" and isinstance(inside, dict):
        key = rng.choice(sorted(OPTIONAL))
        inside.setdefault(key, OPTIONAL[key])
    elif kind == "add":
        inside.insert(one, _invented(rng, inside[one]))
    elif kind == "move" and isinstance(inside, list) and path:
        alike = [c for p, c in containers(raw) if p[-1:] == path[-1:] and c is not inside]
        lists = [c for c in alike if isinstance(c, list)]
        if lists:
            rng.choice(lists).append(inside.pop(one))
    return kind


def _invented(rng, value):
    new = copy.deepcopy(value)
    if isinstance(new, dict):
        for key in set(new) & {"id", "label", "key"}:
            new[key] = "invented"
        for key in set(new) & {"on", "since", "as_of", "period"}:
            new[key] = rng.choice([new[key], "2015-03"])
    return new


@pytest.mark.parametrize("seed", range(4))
def test_no_random_edit_goes_unseen(forge, seed):
    """Whatever is changed, deleted, added, swapped or moved, something is said of it."""
    _try_edits(forge, random.Random(seed), 15)  # noqa: S311 - edits, no secrets


@pytest.mark.parametrize("seed", range(3))
def test_no_random_edit_of_the_first_form_goes_unseen(real, seed):
    """Editions frozen by an earlier version are protected as much, without being rewritten."""
    _try_edits(Forge(real), random.Random(seed), 20)  # noqa: S311 - edits, no secrets


def _try_edits(forge, rng, number):
    for _ in range(number):
        year = rng.choice(forge.editions).year
        raw = forge.raw(year)
        kind = edit(rng, raw)
        forged = canonical(raw)
        if forged != forge.path(year).read_bytes():
            assert forge.issues(year, forged), (year, kind, forged)


def test_only_undated_words_and_additions_are_no_error(forge):
    """A notice is for what may be put better, may be new since, or says nothing: an order."""
    rng = random.Random(5)  # noqa: S311 - edits, no secrets
    for _ in range(30):
        raw = forge.raw(2022)
        edit(rng, raw)
        told = forge.issues(2022, canonical(raw))
        if not any(issue.severity is Severity.ERROR for issue in told):
            assert {issue.code for issue in told} <= {"V006", "V013"}


def with_initiative(report, place, **changes):
    """Return the report with other values in one initiative."""
    initiatives = list(report.initiatives)
    initiatives[place] = initiatives[place].model_copy(update=changes)
    return report.model_copy(update={"initiatives": tuple(initiatives)})


def completed(report):
    """Say of every initiative that it was completed."""
    updates = tuple(u.model_copy(update={"status": Status.COMPLETED}) for u in report.updates)
    return report.model_copy(update={"updates": updates})


def without_updates(report):
    """Remove all updates of one initiative."""
    one = report.updates[0].initiative
    return report.model_copy(
        update={"updates": tuple(u for u in report.updates if u.initiative != one)}
    )


def with_invented_event(report):
    """Add an event that nobody told of."""
    place, known = next((n, i) for n, i in enumerate(report.initiatives) if i.events)
    invented = known.events[0].model_copy(update={"id": "invented"})
    return with_initiative(report, place, events=(*known.events, invented))


def without_initiative(report):
    """Remove an initiative with all that was said of it."""
    gone = report.initiatives[0].id
    return report.model_copy(
        update={
            "initiatives": report.initiatives[1:],
            "updates": tuple(u for u in report.updates if u.initiative != gone),
        }
    )


def with_another_source_date(report):
    """Say that a source was published on another day."""
    place = next(n for n, s in enumerate(report.sources) if isinstance(s.published, PartialDate))
    sources = list(report.sources)
    sources[place] = sources[place].model_copy(update={"published": PartialDate("2001-01-01")})
    return report.model_copy(update={"sources": tuple(sources)})


def with_another_proposal(report):
    """Say that an initiative was proposed on another day."""
    first = report.initiatives[0]
    earlier = first.proposed.model_copy(update={"on": PartialDate("2001-01-01")})
    return with_initiative(report, 0, proposed=earlier)


def with_another_figure(report):
    """Say that something cost another sum."""
    place, known = next((n, i) for n, i in enumerate(report.initiatives) if i.funding)
    other = known.funding[0].model_copy(update={"value": 1, "low": None, "high": None})
    return with_initiative(report, place, funding=(other, *known.funding[1:]))


def without_milestone(report):
    """Remove the milestone that fell due first, so that nothing was owed at it."""
    calendar = report.calendar
    kept = sorted(calendar.milestones, key=lambda m: m.due.first())[1:]
    return report.model_copy(
        update={"calendar": calendar.model_copy(update={"milestones": tuple(kept)})}
    )


def with_postponed_milestone(report):
    """Put the milestone that fell due first far away, so that nothing was owed at it."""
    calendar = report.calendar
    first, *others = sorted(calendar.milestones, key=lambda m: m.due.first())
    moved = first.model_copy(update={"due": PartialDate("2099-01-01")})
    return report.model_copy(
        update={"calendar": calendar.model_copy(update={"milestones": (moved, *others)})}
    )


FORGERIES = {
    with_postponed_milestone: "V004",
    completed: "V004",
    without_updates: "V012",
    with_invented_event: "V005",
    without_initiative: "V012",
    with_another_source_date: "V004",
    with_another_proposal: "V004",
    with_another_figure: "V004",
    without_milestone: "V012",
}


@pytest.mark.parametrize("change", FORGERIES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("where", ["sample", "real"])
def test_what_was_forged_and_derived_anew_is_an_error(forge, real, where, change):
    """Records changed, with everything that follows from them, still differ from the content."""
    one = forge if where == "sample" else Forge(real)
    year = one.editions[-1].year
    assert FORGERIES[change] in one.codes(year, one.rederived(year, change))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda raw: raw["states"][0].update(status="completed"), '"status": "completed"'),
        (lambda raw: raw["states"][0].update(freshness="not_due"), '"freshness": "not_due"'),
        (lambda raw: raw.update(day="2001-01-01"), '"day": "2001-01-01"'),
        (lambda raw: raw.update(notice=None), '"notice": null'),
        (lambda raw: raw["report"]["about"].update(as_of="2001-01-01"), '"as_of": "2001-01-01"'),
    ],
    ids=["status", "freshness", "day", "notice", "day of the report"],
)
def test_what_does_not_follow_is_named_with_its_line(forge, change, line):
    """What is beside the records must follow from them; the message leads to its line."""
    raw = forge.raw(2023)
    change(raw)
    forged = canonical(raw)
    found = [issue for issue in forge.issues(2023, forged) if issue.code == "V010"]
    assert line in forged.decode().split("\n")[found[0].location.line - 1]
    assert "git restore --source=COMMIT -- content/editions/2023/snapshot.json" in (
        found[0].next_step
    )


def test_all_forged_statuses_are_told_at_once(forge):
    """Whoever sets every status is told of every one."""
    raw = forge.raw(2023)
    for state in raw["states"]:
        state.update(status="completed", last_known="completed", stage="done")
    told = forge.issues(2023, canonical(raw))
    assert len([i for i in told if i.found.startswith('"completed" as')]) >= len(raw["states"])


def test_a_milestone_to_come_may_be_moved(forge):
    """What an edition only looked forward to may be put off; that is a notice, and no error."""
    calendar = forge.loaded.report.calendar
    last = max(calendar.milestones, key=lambda m: m.due.first())
    later = last.model_copy(update={"due": PartialDate("2099-01-01")})
    moved = tuple(later if m is last else m for m in calendar.milestones)
    report = forge.loaded.report.model_copy(
        update={"calendar": calendar.model_copy(update={"milestones": moved})}
    )
    told = verify(forge.settings, replace(forge.loaded, report=report)).issues
    assert {(i.code, i.severity) for i in told} == {("V006", Severity.WARNING)}


def test_a_later_day_of_entry_is_an_error(forge):
    """A snapshot cannot hold what was entered after it was frozen."""
    raw = forge.raw(2022)
    raw["report"]["initiatives"][0]["proposed"]["recorded"] = "2031-01-01"
    assert "V010" in forge.codes(2022, canonical(raw))


def test_what_was_judged_by_other_rules_is_noted(forge, monkeypatch):
    """After a change of the rules what was judged is noted, and what repeats records is held."""
    for module in (
        "derive.editions.consistency",
        "editorial.editions.verify",
        "export.snapshot_json",
    ):
        monkeypatch.setattr(f"generator.{module}.DERIVATION", DERIVATION + 1)
    raw = forge.raw(2023)
    raw["states"][0]["freshness"] = "not_measurable"
    told = forge.issues(2023, canonical(raw))
    assert [(i.code, i.severity) for i in told] == [("V011", Severity.WARNING)]
    raw["states"][0]["phase"] = "investigation"
    raw["states"][1]["owner"] = None
    raw["states"][1]["status"] = "merged"
    assert forge.codes(2023, canonical(raw)) == {"V010"}


def test_a_record_that_was_known_and_is_absent_is_an_error(forge):
    """What was entered by the day of freezing and is not in the edition was taken out."""
    edition = next(e for e in forge.editions if e.year == 2022)
    assert edition.frozen_on >= date(2022, 1, 1)
    raw = forge.raw(2022)
    with_events = next(i for i in raw["report"]["initiatives"] if i["events"])
    gone = with_events["events"].pop()["id"]
    told = forge.issues(2022, canonical(raw))
    assert any(i.code == "V012" and i.found.split(",")[0].endswith(gone) for i in told)
