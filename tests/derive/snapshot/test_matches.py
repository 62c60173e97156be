"""Editors' matches: every one is listed, and a status rests on them alone only if nothing else."""

from pathlib import Path
from typing import get_args

import pytest
from larkhaven import larkhaven

from generator.core.settings import Settings
from generator.derive.snapshot.citations import records_inside
from generator.derive.snapshot.matches import (
    Matched,
    MatchTotals,
    editors_matches,
    match_totals,
    rests_on_matches,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot, snapshot
from generator.load.report import load_report
from generator.model.initiative import Event
from generator.model.keys import Basis, Match

ROOT = Path(__file__).parents[3]
NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def real() -> Snapshot:
    """Return this repository's own report."""
    report = load_report(Settings(ROOT)).report
    assert report is not None
    return snapshot(report, report.about.as_of)


def compiled(*matches: Match, basis: Basis = Basis.COMPILED, cites: bool = False) -> Snapshot:
    """Return the sample with one initiative whose update rests on events matched like this."""
    initiative = next(i for i in larkhaven().initiatives if i.id == "bench-map")
    update = next(u for u in larkhaven().updates if u.initiative == "bench-map")
    event = initiative.events[0]
    events = tuple(
        event.model_copy(update={"id": f"event-{place}", "match": match})
        for place, match in enumerate(matches)
    )
    told = update.model_copy(
        update={
            "basis": basis,
            "evidence": tuple(e.id for e in events),
            "sources": initiative.sources if cites else (),
        }
    )
    changed = {
        "initiatives": (initiative.model_copy(update={"events": events}),),
        "updates": (told,),
    }
    return snapshot(larkhaven().model_copy(update=changed), larkhaven().about.as_of)


def only(seen: Snapshot) -> InitiativeState:
    """Return the one state of a snapshot."""
    (state,) = seen.states
    assert state.newest
    return state


@pytest.mark.parametrize("seen", [NOW, real()], ids=["sample", "real"])
def test_every_match_is_listed_and_counted(seen: Snapshot) -> None:
    """A walk through the whole report, which knows no kind of record, finds the same records."""
    said = [r for r in records_inside(seen.report) if "match" in type(r).model_fields]
    matched = [r for r in said if r.__dict__["match"] is Match.INFERRED]

    listed = [m.record for m in editors_matches(seen)]
    assert sorted(map(id, listed)) == sorted(map(id, matched))
    assert match_totals(seen).matches == len(matched)
    assert match_totals(seen).records == len(said)


def test_every_kind_of_record_that_may_be_matched_is_known() -> None:
    """A new record that says how it was matched is one of the kinds that the page shows."""
    types = {type(r) for r in records_inside(larkhaven()) if "match" in type(r).model_fields}

    assert types == set(get_args(Matched))


def test_the_real_report_rests_on_matches_as_it_was_counted_by_hand() -> None:
    """23 of the 35 statuses that updates give have no evidence that names the initiative."""
    found = match_totals(real())

    assert found == MatchTotals(matches=106, records=140, alone=23, statuses=35)


@pytest.mark.parametrize(
    ("seen", "alone"),
    [
        (compiled(Match.INFERRED), True),
        (compiled(Match.INFERRED, Match.INFERRED), True),
        (compiled(Match.INFERRED, Match.NAMED), False),
        (compiled(Match.NAMED), False),
        (compiled(), False),
        (compiled(Match.INFERRED, basis=Basis.REPORTED), False),
        (compiled(Match.INFERRED, cites=True), False),
    ],
    ids=["one", "two", "mixed", "named", "none", "reported", "own source"],
)
def test_a_status_rests_on_matches_alone_only_without_anything_else(
    seen: Snapshot, *, alone: bool
) -> None:
    """One event that names the initiative, the Owner's word, or a source of its own is enough."""
    state = only(seen)

    assert rests_on_matches(state) is alone
    assert match_totals(seen).alone == int(alone)
    inferred = [m for m in editors_matches(seen) if isinstance(m.record, Event)]
    assert all(m.carries_status is alone for m in inferred if m.state)
    assert all(m.updates == state.updates for m in inferred if m.state)
