"""Every sentence that counts, denies or claims all is borne out by the records, at any date."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from statements.catalog import BY_FIGURES, EXEMPT, claims
from statements.claims import CLAIMS
from statements.known import days, ids
from statements.said import Output, outputs
from statements.situations import Situation, elsewhere, rare, situations
from statements.texts import faults, finer

from generator.words.bundles import FIRST_LANGUAGE
from tests.words.test_catalog import catalog

ALWAYS = frozenset(
    {
        *("area-list-lead", "area-lead", "goal-scorecard-caption", "home-all", "idea-lead"),
        *("facts-group-lede", "report-all", "search-lead", "source-lead"),
        *("status-filter-all", "status-lead"),
        *("holder-unit-none-both", "status-list-none"),
    }
)
"""Counts that every report gives, and what is true of some unit or list of every report."""


def untrue(output: Output) -> list[str]:
    """Return the claims of a page or document that the records do not bear out."""
    place = output.place
    return [
        f"{place.kind} {place.target} on {place.now.day}: {said.id} {dict(said.values)}"
        for said in output.messages
        if said.id in CLAIMS and not CLAIMS[said.id](place, dict(said.values))
    ]


def borne_out(made: Situation) -> set[str]:
    """Return the claims that a report makes; fail where its records do not bear one out.

    And for a flaw that every reader sees: a doubled mark, a colon before nothing, an id for a
    title, "0 of", a bare thousand, a day that is finer than what a record gives.
    """
    every, known_ids, known_days = list(outputs(made)), ids(made), days(made)
    assert [line for output in every for line in untrue(output)] == []
    assert [line for output in every for line in faults(output, known_ids, known_days)] == []
    assert finer(made.frame.snapshot) == []
    return {said.id for output in every for said in output.messages} & CLAIMS.keys()


@pytest.mark.slow
def test_no_sentence_says_more_than_the_records(tmp_path: Path) -> None:
    """Whatever a report has and has not, an independent count agrees with each sentence.

    And each is said of one report and left out of another, so that its test tells true from false.
    """
    told = [borne_out(made) for made in (*rare(), *elsewhere(tmp_path))]

    @settings(suppress_health_check=list(HealthCheck))
    @given(situations())
    def look(made: Situation) -> None:
        told.append(borne_out(made))

    look()
    assert sorted(CLAIMS.keys() - set.union(*told)) == []
    assert sorted(set.intersection(*told) - ALWAYS) == []


def test_every_claim_of_the_catalog_is_in_the_table():
    """Whoever writes a sentence with such a word says by which records it is true."""
    known = {*CLAIMS, *EXEMPT}
    assert [name for name in claims() if name not in known and not BY_FIGURES.match(name)] == []


def test_no_reason_is_left_of_a_sentence_that_is_gone():
    """The table and the list hold only what the catalog says, and nothing twice."""
    listed = set(catalog(FIRST_LANGUAGE))
    assert sorted({*CLAIMS, *EXEMPT} - listed) == []
    assert sorted(EXEMPT.keys() & CLAIMS.keys()) == []
