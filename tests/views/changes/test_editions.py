"""Editions and changes as views: everything said, nothing linked that is not there."""

from dataclasses import replace
from datetime import date
from html import unescape

from site_pages import pages

from generator.derive.editions.editions import notice
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.edition import Errata, Erratum, Renewal
from generator.model.keys import EditionKind, EditionState
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.views.base import addresses
from generator.views.base.page import PageFrame
from generator.views.changes.editions import (
    edition_view,
)
from generator.views.initiatives.in_editions import in_each_edition
from tests.spoken import ENGLISH, spoken


def frozen(edition):
    """Return an edition as if it had been frozen, with an erratum."""
    about = edition.edition.model_copy(
        update={"state": EditionState.FROZEN, "frozen_on": date(2024, 2, 10)}
    )
    erratum = Erratum(record="initiative/x", on=date(2024, 3, 1), reason="It was wrong.")
    errata = Errata(errata=(erratum,), body="More words.")
    return replace(edition, edition=about, errata=errata)


def test_without_editions_there_are_no_pages_of_them(now):
    """A report that has no edition yet has neither a list of them nor what changed since."""
    assert not list(pages(now, (), "editions", "edition", "changes", "interval"))


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
    row = [" ".join(piece.text for piece in cell) for cell in view.renewals.rows[0]]
    assert row[0] == "May 1, 2024"
    assert all(said in row[1] for said in ("A wrong day.", "February 10, 2024", "sha256:12"))
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
    assert any("none before it" in sentence for sentence in view.empty)
    assert any(fact.name == "Frozen" and fact.value[0].text == "Not yet" for fact in view.facts)


def test_an_edition_lists_every_initiative_of_its_time(editions):
    """The table has a row for each initiative that was on the record then, and no other."""
    for edition in editions:
        view = edition_view(edition, None)
        assert sum(len(found.table.rows) for found in view.initiatives) == len(edition.then.states)
        assert sum(count.count for count in view.counts) == len(edition.then.states)
        anchors = {
            f"{addresses.edition(edition.edition.year)}#{f.anchor}" for f in view.initiatives
        }
        assert {count.target for count in view.counts} <= anchors


def test_an_edition_without_statuses_lists_its_initiatives_all_the_same(editions, monkeypatch):
    """A report that does not speak of statuses has one list, and no table of statuses."""
    monkeypatch.setattr(Snapshot, "axes", frozenset())
    view = edition_view(editions[-1], None)
    assert view.by_area is None
    (every,) = view.initiatives
    assert len(every.table.rows) == len(editions[-1].then.states)
    assert ENGLISH(every.table.caption).startswith(f"All {len(every.table.rows)} initiatives")


def test_areas_and_statuses_add_up(editions):
    """The table by topic area counts each initiative once in a row, and once in a column."""
    for edition in editions:
        made = edition_view(edition, None).by_area
        assert made is not None
        numbers = [[cell[0].text if cell else 0 for cell in row[1:]] for row in made.rows]
        assert sum(row[-1] for row in numbers) == len(edition.then.states)
        assert all(sum(row[:-1]) == row[-1] for row in numbers)


def test_where_an_initiative_stood_in_each_edition(editions, now):
    """There is a row for every edition, also from before it was on the record."""
    ids = [(s.initiative.id, *s.initiative.former_ids) for s in now.states]
    for some in ids:
        made = in_each_edition(editions, some)
        assert made is not None
        assert len(made.rows) == len(editions)
    assert in_each_edition((), ids[0]) is None
