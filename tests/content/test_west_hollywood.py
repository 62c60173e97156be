"""What the content of West Hollywood promises; another city deletes this file with the content."""

from collections import Counter
from pathlib import Path

import pytest

from generator.commands import check
from generator.commands.check import CheckResult
from generator.core.issues import Severity
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.measures.goals import all_measure_results
from generator.derive.measures.results import Reason, Verdict
from generator.derive.snapshot.citations import cited_by
from generator.derive.snapshot.snapshot import snapshot
from generator.derive.snapshot.totals import totals
from generator.model.keys import Basis, HowProposed, Match, RoleKind
from generator.model.records import Missing
from generator.model.references import NOT_NAMED
from generator.model.report import Report
from generator.model.statuses import Freshness, Status

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> CheckResult:
    """The real content, compared with every rule."""
    return check.check(Settings(ROOT), Timings())


@pytest.fixture(scope="module")
def report(checked: CheckResult) -> Report:
    """The real report."""
    assert checked.loaded.report is not None
    return checked.loaded.report


def test_what_was_compiled_later_is_no_slip(checked: CheckResult) -> None:
    """Updates that editors wrote years after are doubted neither for their time nor milestone."""
    assert [i for i in checked.issues if i.code in {"R510", "R511", "R512", "R513"}] == []


def test_content_has_no_error(checked: CheckResult) -> None:
    """The real content keeps every rule."""
    assert [i for i in checked.issues if i.severity is Severity.ERROR] == []


def test_every_promise_of_2015_and_every_later_one_is_there(report: Report) -> None:
    """43 initiatives of the 2015 report, three that joined in 2016, and 95 ideas in 5 areas."""
    how = Counter(i.proposed.how for i in report.initiatives)

    assert how == {HowProposed.PROPOSED: 43, HowProposed.FIRST_SEEN: 3}
    assert sum(len(i.ideas) for i in report.initiatives) == 95
    assert len(report.areas) == 5
    assert {i.area for i in report.initiatives} == {a.id for a in report.areas}
    assert sorted(i.order for i in report.initiatives) == list(range(1, 47))


def test_every_source_is_there_and_cited(report: Report) -> None:
    """120 sources, each with something that rests on it."""
    citing = cited_by(report)

    assert len(report.sources) == 120
    assert [s.id for s in report.sources if s.id not in citing] == []


def test_every_known_event_is_there(report: Report) -> None:
    """At least the 108 progress entries and the three later additions' own, each with a source."""
    events = [e for i in report.initiatives for e in i.events]

    assert len(events) >= 111
    assert all(e.sources for e in events)
    assert Counter(e.match for e in events)[Match.INFERRED] >= 88


def test_background_is_whole(report: Report) -> None:
    """46 earlier programs, 4 salons, 10 discrepancies, and the survey's votes of every area."""
    background = report.background

    assert len(background.history.programs) == 46
    assert [s.number for s in background.salons.salons] == [1, 2, 3, 4]
    assert len(background.discrepancies) == 10
    assert background.survey is not None
    assert {a.area for a in background.survey.areas} == {a.id for a in report.areas}


def test_nobody_is_named_where_no_source_names_anyone(report: Report) -> None:
    """Every initiative has an Owner and a Sponsor, and each of them is not named."""
    for initiative in report.initiatives:
        holders = {r.role: r.holder for r in initiative.roles}
        assert holders == {RoleKind.OWNER: NOT_NAMED, RoleKind.SPONSOR: NOT_NAMED}, initiative.id


def test_every_status_is_compiled_with_a_reason(report: Report) -> None:
    """No update pretends that an Owner reported it, and none judges a schedule."""
    schedule = {Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.PAUSED}
    for update in report.updates:
        where = (update.milestone, update.initiative)
        assert update.basis is Basis.COMPILED, where
        assert update.reason, where
        assert update.evidence, where
        assert update.status not in schedule or update.source_word, where


def test_no_status_rests_on_the_claim_of_2017(report: Report) -> None:
    """No update cites an event that rests on the 2017 report's overall claim alone."""
    for update in report.updates:
        initiative = next(i for i in report.initiatives if i.id == update.initiative)
        cited = [e for e in initiative.events if e.id in update.evidence]
        overall = all(e.sources == ("spark-2017",) and e.match is Match.INFERRED for e in cited)
        assert not (overall and update.milestone == "report-2017"), update.initiative


@pytest.mark.parametrize(
    ("initiative", "word"),
    [
        ("shared-bicycles", "August 30, 2019"),
        ("shared-alternative-transportation", "ban"),
        ("weho-fiber", "dropped"),
    ],
)
def test_endings_are_told(report: Report, initiative: str, word: str) -> None:
    """Bike share ended, scooters were banned, the fibre deal was dropped: the record says so."""
    told = [u.body + (u.reason or "") for u in report.updates if u.initiative == initiative]

    assert any(word in text for text in told)


def test_warnings_count_what_the_site_counts(checked: CheckResult) -> None:
    """Vacancies and missing updates are the same numbers in the check and on the pages."""
    assert checked.now is not None
    counted = Counter(i.code for i in checked.issues)
    shown = totals(checked.now)
    missing = sum(
        bool(s.owed_milestones.missed) and s.freshness is not Freshness.NOT_DUE
        for s in checked.now.states
    )

    assert counted["R901"] == shown.roles[RoleKind.OWNER].open
    assert counted["R902"] == shown.roles[RoleKind.SPONSOR].open
    assert counted["R903"] == missing


def test_editorial_classifications_say_whose_they_are(report: Report) -> None:
    """Every measure's kind, goal link and phase carries whose reading it is, and why."""
    measures = [m for i in report.initiatives for m in i.measures]
    measures += [m for a in report.areas for m in a.measures]

    assert all(m.classified.reason for m in measures)
    assert all(link.reason for i in report.initiatives for link in i.goals)
    for measure in measures:
        if isinstance(measure.baseline, Missing):
            assert measure.baseline.why


JUDGED = {
    "shared-bicycles/bicycles": (Verdict.MET, Reason.COMPARED),
    "shared-bicycles/stations": (Verdict.CANNOT_BE_TOLD, Reason.NO_FIGURE_BY_DUE),
    "shared-vehicles/zipcar-use": (Verdict.NOT_JUDGED, Reason.NOT_ADOPTED),
    "smart-parking/spaces-behind-city-hall": (Verdict.MET, Reason.COMPARED),
    "smart-street-furniture/smart-shelters": (Verdict.CANNOT_BE_TOLD, Reason.BEFORE_DUE),
    "weho-wellness-data/hiv-infection-rate": (Verdict.NOT_JUDGED, Reason.NOT_ADOPTED),
    "vision-zero/traffic-collisions": (Verdict.CANNOT_BE_TOLD, Reason.JOINT_TARGET),
}
"""The result of every measure that has a target; see docs/content-decisions.md."""


def test_targets_are_judged_when_they_fell_due_and_only_if_they_were_adopted(
    report: Report,
) -> None:
    """150 bicycles of 2016 met the target of 2016; an operator's own target is nobody's promise."""
    found = {
        m.reference: {(r.verdict, r.why) for r in m.readings if r.target or r.not_adopted}
        for m in all_measure_results(snapshot(report, report.about.as_of))
    }

    assert {name: results for name, results in found.items() if results} == {
        name: {result} for name, result in JUDGED.items()
    }
