"""Editions and changes as views: everything said, nothing linked that is not there."""

from collections import Counter
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.editions.edition_comparison import compare_edition, current_content
from generator.derive.editions.editions import notice, open_edition
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import snapshot
from generator.model.edition import Errata, Erratum, Renewal
from generator.model.keys import EditionKind, EditionState
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.views.base import addresses
from generator.views.base.page import PageFrame
from generator.views.changes.changes import HEADINGS, SHOWN_WHOLE, changes_view, groups, lead
from generator.views.changes.editions import (
    edition_view,
)
from generator.views.initiatives.in_editions import in_each_edition
from tests.spoken import ENGLISH, spoken


@pytest.fixture
def editions():
    """Return the sample's editions, open as they are."""
    report = larkhaven()
    return tuple(open_edition(report, edition) for edition in report.editions)


@pytest.fixture
def now():
    """Return the living sample."""
    report = larkhaven()
    return snapshot(report, report.about.as_of)


def frozen(edition):
    """Return an edition as if it had been frozen, with an erratum."""
    about = edition.edition.model_copy(
        update={"state": EditionState.FROZEN, "frozen_on": date(2024, 2, 10)}
    )
    erratum = Erratum(record="initiative/x", on=date(2024, 3, 1), reason="It was wrong.")
    errata = Errata(errata=(erratum,), body="More words.")
    return replace(edition, edition=about, errata=errata)


def test_every_kind_of_change_has_a_heading():
    """No sentence can be without a place to be."""
    assert set(HEADINGS) == set(ChangeKind)


def test_every_sentence_stands_on_the_page(editions, now):
    """Between neighbors and up to today, each sentence is told in exactly one group."""
    for one, two in pairwise(editions):
        told = changes(one.then, two.then)
        shown = [
            text[0].text
            for group in groups(two.then.report, told, "x")
            for changed in group.subjects
            for text in changed.texts
        ]
        shown += [
            (row[1] if len(row) > 1 else group.list.same[0].value)[0].text
            for group in groups(two.then.report, told, "x")
            if group.list
            for row in group.list.rows
        ]
        assert Counter(shown) == Counter(s.text for s in told)
    view = changes_view(now, editions)
    assert len(view.comparisons) == min(len(editions), SHOWN_WHOLE)
    assert view.comparisons[0].anchor == "from-2023-to-today"


def test_anchors_are_once_on_a_page(editions, now):
    """Comparisons and kinds have ids of their own."""
    view = changes_view(now, editions)
    anchors = [c.anchor for c in view.comparisons]
    anchors += [group.anchor for c in view.comparisons for group in c.groups]
    assert len(anchors) == len(set(anchors))


def test_older_comparisons_are_linked(editions, now):
    """What the page does not show whole is with its edition."""
    many = tuple(
        replace(editions[0], edition=editions[0].edition.model_copy(update={"year": year}))
        for year in range(2001, 2011)
    )
    view = changes_view(now, many)
    assert len(view.comparisons) == SHOWN_WHOLE
    assert len(view.elsewhere) == len(many) - SHOWN_WHOLE
    assert all(link.target.endswith("#changes") for link in view.elsewhere)


def test_without_editions_there_are_no_pages_of_them(now):
    """A report that has no edition yet has neither a list of them nor what changed since."""
    assert not list(pages(now, (), "editions", "edition", "changes"))


def test_a_reconstruction_says_that_it_is_one(editions):
    """A reconstruction is never taken for the organization's own; a published one says nothing."""
    for edition in editions:
        words = ENGLISH(notice(edition.edition))
        made = edition.edition.kind is EditionKind.RECONSTRUCTED
        assert ("by the organization itself" in words) is made
        assert bool(words) is made


def test_a_frozen_edition_offers_its_data_and_errata(editions):
    """Data and digest are linked, the erratum is shown with its reason."""
    view = edition_view(frozen(editions[1]), editions[0])
    targets = [piece.target for fact in view.data for piece in fact.value if piece.kind == "link"]
    year = editions[1].edition.year
    assert targets == [
        addresses.edition_data(year, "snapshot.json"),
        addresses.edition_data(year, "digest"),
    ]
    assert view.errata is not None
    assert view.errata.rows[0][2][0].text == "It was wrong."
    assert view.errata_text == "More words."
    assert "today’s wording" in ENGLISH(view.words_of_today)


def test_the_page_promises_what_the_digest_keeps(editions):
    """It says what the digest shows, what it cannot show, and what does that instead."""
    view = spoken(edition_view(frozen(editions[0]), None))
    words = " ".join(piece.text for fact in view.data for piece in fact.value)
    assert "by accident" in words
    assert "can make the digest anew" in words
    assert "in its first line" in words
    assert view.renewals is None


def test_a_renewal_stands_on_the_page(editions):
    """When and why an edition was frozen again, and the digest of what it replaced."""
    edition = frozen(editions[0])
    renewal = Renewal(
        on="2024-05-01", frozen_on="2024-02-10", digest="sha256:12", reason="A wrong day."
    )
    again = edition.edition.model_copy(update={"renewals": (renewal,)})
    view = spoken(edition_view(replace(edition, edition=again), None))
    row = [cell[0].text for cell in view.renewals.rows[0]]
    assert row == ["May 1, 2024", "A wrong day.", "February 10, 2024", "sha256:12"]
    page = next(pages(edition.then, (replace(edition, edition=again),), "edition"))
    written = unescape(render_page(site_environment(ENGLISH), page, PageFrame("", "", "")))
    assert "sha256:12" in written
    assert "No mistake in this edition has been found" not in written


def test_an_open_edition_says_that_it_may_change(editions):
    """Before it is frozen there is no data, and the page says why."""
    view = spoken(edition_view(editions[0], None))
    assert view.data == ()
    assert view.words_of_today == ""
    assert view.data_why_empty
    assert view.changes is None
    assert any(fact.name == "Frozen" and fact.value[0].text == "Not yet" for fact in view.facts)


def test_an_edition_lists_every_initiative_of_its_time(editions):
    """The table has a row for each initiative that was on the record then, and no other."""
    for edition in editions:
        view = edition_view(edition, None)
        assert len(view.initiatives.rows) == len(edition.then.states)
        assert sum(count.count for count in view.counts) == len(edition.then.states)


def test_a_learned_record_stands_on_the_page_of_changes(now, editions):
    """What an edition did not hold about its own time is listed with the day of entry."""
    report = larkhaven()
    early = snapshot(report, report.editions[0].as_of, known_by=date(2021, 10, 1))
    then = report.editions[0].model_copy(update={"frozen_on": date(2021, 10, 1)})
    found = compare_edition(early, then, current_content(report)).found_since
    known = frozen(replace(editions[0], then=early, find_since=lambda: found))
    learned = changes_view(now, (known,)).learned
    assert learned[0].table is not None
    entered = [row[3][0].text for row in learned[0].table.rows]
    assert date(2024, 3, 5) in entered


def test_where_an_initiative_stood_in_each_edition(editions, now):
    """There is a row for every edition, also from before it was on the record."""
    ids = [(s.initiative.id, *s.initiative.former_ids) for s in now.states]
    for some in ids:
        made = in_each_edition(editions, some)
        assert made is not None
        assert len(made.rows) == len(editions)
    assert in_each_edition((), ids[0]) is None


def test_the_lead_counts_what_the_groups_hold(editions):
    """The sentence above the groups says how many initiatives moved, in words that add up."""
    for one, two in pairwise(editions):
        told = changes(one.then, two.then)
        new = sum(s.kind is ChangeKind.NEW for s in told)
        assert not new or f"{new} " in ENGLISH(lead(told))
    assert ENGLISH(lead(())) == "No initiative changed its status or phase."
