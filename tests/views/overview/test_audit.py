"""The sample to check: what it says is on the page that it names, and leads to each source."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from bs4 import BeautifulSoup
from larkhaven import SAMPLE, larkhaven
from spoken import spoken

from generator.commands.build import docs_folder
from generator.derive.snapshot.claims import Claim, ClaimKind, claims, sample
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.editions.shown import Shown
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.keys import EditionState
from generator.publish.docs_folder import DocsFolder
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Phrase, SideNote, Signal, Strong, Words
from generator.views.base.sections import Section
from generator.views.overview.audit import SIZE, Draw, audit_sheet, audit_view
from generator.views.overview.claim_words import page_of, says
from generator.words.message import Listing, Message, Text
from generator.words.report_language import language_of

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
EVERY = tuple(claims(NOW))
ENGLISH = language_of(larkhaven())


@cache
def folder() -> DocsFolder:
    """Return what the site builder gets of the sample town."""
    return docs_folder(SAMPLE, Shown(NOW, ()), dict)


@cache
def page(address: str) -> BeautifulSoup:
    """Return the Markdown of a page, of which HTML is the most."""
    text = folder().page(address)
    assert text is not None, address
    return BeautifulSoup(text, "html.parser")


def leaves(text: Text) -> Iterator[str]:
    """Yield the values of a sentence, each as the page has it, whatever words are between."""
    match text:
        case Message() if text.values:
            for _, value in text.values:
                yield from leaves(value)
        case Listing():
            for item in text.items:
                yield from leaves(item)
        case _:
            yield ENGLISH(text)


def words_of(claim: Claim) -> Iterator[str]:
    """Yield what the page must have of what is said of a claim."""
    for piece in says(NOW, claim):
        match piece:
            case Words() | Strong() | SideNote() | LinkTo():
                yield from leaves(piece.text)
            case Signal():
                yield ENGLISH(piece.label)
            case Phrase():
                yield from (ENGLISH(p.text) for _, p in piece.parts if isinstance(p, LinkTo))


@pytest.mark.parametrize("kind", ClaimKind)
def test_what_is_said_of_a_claim_is_on_its_page(kind: ClaimKind) -> None:
    """Every claim of every kind: the page and the place on it are there, with the same words."""
    for claim in (c for c in EVERY if c.kind is kind):
        address, _, anchor = page_of(claim).partition("#")
        here = page(address)
        marked = f"{{: #{anchor} }}"
        assert not anchor or marked in here.text or here.find(id=anchor), page_of(claim)
        # Where a sentence begins with it on one page, it may be inside one on the other.
        shown = " ".join(here.text.split()).casefold()
        for said in words_of(claim):
            assert " ".join(said.split()).casefold() in shown, (page_of(claim), said)


def test_every_claim_is_said_in_words() -> None:
    """No claim of the sample, on no day, is left without a sentence and a page."""
    later = snapshot(larkhaven(), PartialDate("2031-01-01"))

    for claim in claims(later):
        assert says(later, claim), claim.address
        assert page_of(claim), claim.address


def told(section: Section) -> dict[str, str]:
    """Return the facts of a claim's section, as words."""
    return {
        ENGLISH(fact.name): " ".join(ENGLISH(p.text) for p in fact.value if hasattr(p, "text"))
        for fact in section.facts
    }


def test_each_claim_has_its_page_record_sources_and_room_for_the_finding() -> None:
    """The way from the sentence to its evidence is whole, in the order in which it is gone."""
    view = audit_sheet(NOW)
    drawn = sample(EVERY, 20240210, SIZE)
    titles = {source.id: source for source in NOW.report.sources}

    sections = [s for s in view.sections if s.anchor.startswith("claim-")]
    assert len(sections) == len(drawn) == SIZE
    for claim, section in zip(drawn, sections, strict=True):
        found = told(section)
        names = ["The report says", "On the page", "Record", "Source", "Finding"]
        assert list(dict.fromkeys(re.sub(r" [0-9] of [0-9]$", "", name) for name in found)) == names
        cited = " ".join(value for name, value in found.items() if "Source" in name)
        assert found["On the page"].endswith(f"/{page_of(claim)}")
        assert f"content/{claim.file}" in found["Record"]
        for source in claim.sources:
            assert titles[source].title in cited
            assert titles[source].address in cited
        targets = {p.target for fact in section.facts for p in fact.value if isinstance(p, LinkTo)}
        assert {addresses.source(source) for source in claim.sources} <= targets


def test_the_page_has_a_row_for_each_claim_of_the_sheet() -> None:
    """Screen and paper have the same sample: what is read, the record, the sources, and links."""
    page_view, sheet = spoken(audit_view(NOW), ENGLISH), spoken(audit_sheet(NOW), ENGLISH)
    listed = page_view.sections[-1].table
    assert listed

    assert page_view.sections[:-1] == sheet.sections[:2]
    assert len(listed.rows) == len(sheet.sections) - 2 == SIZE
    for row, section, claim in zip(
        listed.rows, sheet.sections[2:], sample(EVERY, 20240210, SIZE), strict=True
    ):
        found = {fact.name: fact.value for fact in section.facts}
        assert row[0] == (LinkTo(section.heading, page_of(claim)),)
        assert row[1:3] == (found["The report says"], found["Record"])
        cited = tuple(p for name, cell in found.items() if "Source" in str(name) for p in cell)
        assert row[3] == cited


def test_the_population_is_counted_by_kind() -> None:
    """Whoever judges the sample sees from how many claims of each kind it was drawn."""
    counted = next(s.table for s in audit_sheet(NOW).sections if s.anchor == "counted")
    assert counted
    rows = [[piece.text for cell in row for piece in cell] for row in counted.rows]  # type: ignore[union-attr]

    numbers = [sum(claim.kind is kind for claim in EVERY) for kind in ClaimKind]
    assert [row[1] for row in rows] == [number for number in numbers if number]
    assert sum(int(row[2]) for row in rows) == SIZE


def test_the_published_sample_is_that_of_the_report_s_day() -> None:
    """Without a seed it is always the same, and says the command that draws it again."""
    how = spoken(audit_sheet(NOW), ENGLISH).sections[0]

    assert told(how)["Command"] == "annual-report audit --seed 20240210 --sample 24"
    assert spoken(audit_sheet(NOW), ENGLISH) == spoken(
        audit_sheet(NOW, Draw(20240210, 24)), ENGLISH
    )
    assert audit_sheet(NOW) != audit_sheet(NOW, Draw(1))


def test_a_report_without_claims_says_so_once() -> None:
    """Where nothing is claimed, there is one sentence and no table of zeros."""
    view = audit_sheet(snapshot(larkhaven().model_copy(update={"pages": ()}), PartialDate("2020")))

    assert ENGLISH(view.lede) == "This report makes no claim yet, so there is nothing to check."
    assert view.sections == ()


@pytest.mark.parametrize("state", EditionState)
def test_a_sample_of_an_edition_leads_to_the_edition(state: EditionState) -> None:
    """Its claims are read in the edition; those of a frozen one rest on what was frozen."""
    edition: Edition = larkhaven().editions[0].model_copy(update={"state": state})
    view = spoken(audit_sheet(NOW, edition=edition), ENGLISH)
    found = told(view.sections[2])

    assert edition.title in found["On the page"]
    frozen = f"content/editions/{edition.year}/snapshot.json"
    assert found["Record"].startswith(frozen) is (state is EditionState.FROZEN)
    assert f"--edition {edition.year}" in told(view.sections[0])["Command"]
