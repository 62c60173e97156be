"""Claims and samples of them: every kind is drawn, and the same seed draws the same everywhere."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import SAMPLE, larkhaven

from generator.core.settings import Settings
from generator.derive.snapshot.citations import records_inside
from generator.derive.snapshot.claims import Claim, ClaimKind, claims, sample
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.updates.record_locations import location_of
from generator.load.report import LoadedReport, load_report
from generator.model.initiative import AtProposal, Event, Role
from generator.model.keys import Basis
from generator.model.measures import Actual, Baseline, Target
from generator.model.money import Funding
from generator.model.updates import Update

ROOT = Path(__file__).parents[3]
CONTENT = {"sample": SAMPLE, "real": Settings(ROOT)}
EVERY = pytest.mark.parametrize("town", CONTENT)


@cache
def loaded(town: str) -> LoadedReport:
    """Return a town's content as it was loaded."""
    return load_report(CONTENT[town])


@cache
def seen(town: str) -> Snapshot:
    """Return a town's report on its own day."""
    report = loaded(town).report
    assert report is not None
    return snapshot(report, report.about.as_of)


@cache
def found(town: str) -> tuple[Claim, ...]:
    """Return every claim of a town's report."""
    return tuple(claims(seen(town)))


@EVERY
def test_every_record_of_these_kinds_is_a_claim_once(town: str) -> None:
    """A walk through the whole report, which knows no claims, finds as many records."""
    inside = list(records_inside(seen(town).report))
    made = [claim.record for claim in found(town) if claim.kind is not ClaimKind.STATUS]

    for kind in (Event, Role, Funding, Target, Actual, Baseline):
        there = [record for record in inside if isinstance(record, kind)]
        listed = [record for record in made if isinstance(record, kind)]
        assert sorted(map(id, listed)) == sorted(map(id, there)), kind.__name__
    statuses = [claim for claim in found(town) if claim.kind is ClaimKind.STATUS]
    ideas = [claim for claim in found(town) if claim.kind is ClaimKind.IDEA]
    assert len(statuses) == len(seen(town).states)
    assert len(ideas) == sum(len(state.ideas) for state in seen(town).states)


@EVERY
def test_every_claim_has_its_own_address(town: str) -> None:
    """The address tells each claim from all others, so that it can be drawn by it."""
    addresses = [claim.address for claim in found(town)]

    assert len(set(addresses)) == len(addresses) > 0


def _as_typed(key: str) -> str:
    """Return a key as the sample has it, where quarters are typed by their names."""
    if key == "2022-07/2022-09":
        return "fy2022-23-q1"
    return re.sub(r"^(\d{4})-3([3-6])$", lambda found: f"{found[1]}-Q{int(found[2]) - 2}", key)


@EVERY
def test_every_claim_leads_to_its_record_in_the_file(town: str) -> None:
    """The file that a page names holds the record, at the line that the command names."""
    report, places = seen(town).report, loaded(town).places
    whole = loaded(town).report or report
    for claim in found(town):
        place = location_of(claim.address, whole, places)
        assert place.path == f"content/{claim.file}", claim.address
        lines = (CONTENT[town].root / place.path).read_text("utf-8").splitlines()
        here = "\n".join(lines[place.line - 1 : place.line + 8])
        assert claim.inside, claim.address
        last = _as_typed(claim.inside[-1].split(" ")[0].split(",")[0])
        assert last in here or last in ("baseline", "status"), (place, last)


@EVERY
def test_every_claim_leads_to_sources_that_there_are(town: str) -> None:
    """Only what an Owner reports, and a gap that nobody can cite, goes without a source."""
    known = {source.id for source in seen(town).report.sources}
    for claim in found(town):
        record = claim.record
        reported = isinstance(record, Update) and record.basis is Basis.REPORTED
        needs = isinstance(record, Event | AtProposal | Target | Actual) and not reported
        assert set(claim.sources) <= known, claim.address
        assert claim.sources or not needs, claim.address


def test_the_sample_town_tries_every_kind_of_claim() -> None:
    """Each kind has a claim in the sample, or what is said of it proves nothing."""
    later = snapshot(larkhaven(), date(2031, 1, 1))

    assert {claim.kind for claim in claims(later)} == set(ClaimKind)


@given(seed=st.integers(), size=st.integers(0, 80))
def test_a_sample_is_of_the_size_asked_for_and_the_same_again(seed: int, size: int) -> None:
    """No claim twice, none beside the report's; the order of the claims does not matter."""
    every = found("sample")
    drawn = sample(every, seed, size)

    assert len(drawn) == len({claim.address for claim in drawn}) == min(size, len(every))
    assert {claim.address for claim in drawn} <= {claim.address for claim in every}
    assert [c.address for c in sample(every[::-1], seed, size)] == [c.address for c in drawn]


@given(seed=st.integers(), size=st.integers(1, 80))
def test_no_kind_is_drawn_twice_more_often_than_another(seed: int, size: int) -> None:
    """Each kind gives one in turn, as long as it has some left."""
    every = found("sample")
    population, drawn = (
        Counter(c.kind for c in some) for some in (every, sample(every, seed, size))
    )

    most = max(drawn.values())
    for kind in population:
        assert drawn[kind] >= min(population[kind], most - 1), kind


@given(seed=st.integers(0, 500))
def test_a_larger_sample_holds_the_smaller_one(seed: int) -> None:
    """Who has time for more checks what was drawn before, and further claims."""
    every = found("sample")
    few, more = (sample(every, seed, size) for size in (7, 20))

    assert {c.address for c in few} <= {c.address for c in more}


def test_every_claim_can_be_drawn() -> None:
    """Over many seeds each claim of the sample town comes up in a sample of a fifth of them."""
    every = found("sample")
    fifth = len(every) // 5
    drawn = {claim.address for seed in range(300) for claim in sample(every, seed, fifth)}

    assert drawn == {claim.address for claim in every}


def test_a_seed_draws_what_it_drew_when_this_was_written() -> None:
    """Neither another Python nor another machine draws another sample."""
    record = larkhaven().about
    made = [
        Claim(kind, (kind.value, str(number)), record, ())
        for kind in (ClaimKind.STATUS, ClaimKind.EVENT, ClaimKind.ROLE)
        for number in range(50)
    ]

    assert [" ".join(claim.address) for claim in sample(made, 20240210, 6)] == [
        "status 6",
        "status 48",
        "event 18",
        "event 22",
        "role 7",
        "role 30",
    ]
