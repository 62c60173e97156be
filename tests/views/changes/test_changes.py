"""Changes as views: every sentence in one place, every flow counted and listed."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bs4 import BeautifulSoup
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.editions.edition_comparison import compare_edition, current_content
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.keys import EditionState
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.views.base.page import PageFrame
from generator.views.changes.change_groups import HEADINGS, by_topic, groups, lead, lists
from generator.views.changes.changes import changes_view
from generator.views.changes.interval import interval_frame, interval_view
from generator.views.changes.times import intervals
from tests.spoken import ENGLISH


def texts_of(made):
    """Return the sentences that groups of changes tell, in lists too."""
    told = [text[0].text for group in made for one in group.subjects for text in one.texts]
    told += [
        (row[1] if len(row) > 1 else group.list.same[0].value)[0].text
        for group in made
        if group.list
        for row in group.list.rows
    ]
    return Counter(told)


def test_every_kind_of_change_has_a_heading():
    """No sentence can be without a place to be."""
    assert set(HEADINGS) == set(ChangeKind)


def test_every_sentence_stands_in_one_place(editions):
    """By kind, and by topic area with the lists, each sentence is told exactly once."""
    for one, two in pairwise(editions):
        told = changes(one.then, two.then)
        whole = Counter(s.text for s in told)
        assert texts_of(groups(two.then.report, told, "x")) == whole
        assert texts_of((*by_topic(one.then, two.then, told), *lists(told))) == whole


def test_nothing_of_a_change_is_lost_in_folding(editions, now):
    """What is shown at once and what is folded are all sentences of an initiative."""
    for interval in intervals(now, editions):
        for group in interval_view(interval).topics:
            for one in group.subjects:
                shown = (one.first, *one.rest) if one.is_headed else one.rest
                assert shown == one.texts
                assert bool(one.folded) == bool(one.rest or one.evidence)


def test_each_interval_has_a_page_named_by_its_end(editions, now):
    """An edition that is put in between moves no address."""
    whole = [interval.address for interval in intervals(now, editions)]
    assert whole == ["changes/2022/", "changes/2023/", "changes/today/"]
    fewer = [interval.address for interval in intervals(now, (editions[0], editions[-1]))]
    assert set(fewer) < set(whole)
    assert not intervals(now, ())


def test_the_page_of_an_interval_is_framed_as_the_edition_at_its_end(editions, now):
    """What is compared with a reconstruction says so too; what leads to today does not."""
    *others, last = intervals(now, editions)
    assert interval_frame(last) is None
    for interval, edition in zip(others, editions[1:], strict=True):
        frame = interval_frame(interval)
        assert frame is not None
        assert ENGLISH(frame.as_of) == ENGLISH(pages_frame(edition).as_of)


def pages_frame(edition):
    """Return what is around the page of an edition."""
    page = next(pages(edition.then, (edition,), "edition"))
    assert page.frame is not None
    return page.frame


def test_every_initiative_is_in_one_flow(editions, now):
    """The lists of an interval hold each initiative of its end once, and who is gone."""
    for interval in intervals(now, editions):
        found = interval_view(interval).statuses
        titles = Counter(row[0][0].text for one in found for row in one.table.rows)
        assert set(titles.values()) == {1}
        assert {s.initiative.title for s in interval.after.then.states} <= set(titles)


def test_every_link_of_the_drawing_and_the_table_leads_to_a_list(editions, now):
    """Each band, and each number of the table, has a list on the page of its interval."""
    view = changes_view(now, editions)
    known = {
        f"{interval.address}#{one.anchor}"
        for interval in intervals(now, editions)
        for one in interval_view(interval).statuses
    }
    assert view.flow is not None
    bands = Counter(band.target for band in view.flow.chart.bands)
    rows = Counter(row[-1][0].target for row in view.flow.table.rows)
    assert bands == rows == Counter(known)


def test_the_drawing_says_in_words_what_it_shows(editions, now):
    """Every shape has its name in the key, and each band how many went from where to where."""
    page = next(pages(now, editions, "changes"))
    tree = BeautifulSoup(
        render_page(site_environment(ENGLISH), page, PageFrame("", "", "")), "html.parser"
    )
    figure = tree.find("figure", class_="r-flow")
    assert figure is not None
    key = [li.get_text(strip=True) for li in figure.find_all("li")]
    assert len(set(key)) == len(key) > 3
    titles = [title.get_text() for title in figure.find_all("title")]
    assert titles
    assert all(" from “" in title and " to “" in title for title in titles)


def test_a_drawing_of_many_editions_has_the_newest(editions, now):
    """A phone has room for five times; the table has all, and the page says so."""
    many = tuple(
        replace(editions[0], edition=editions[0].edition.model_copy(update={"year": year}))
        for year in range(2001, 2011)
    )
    view = changes_view(now, many)
    assert view.flow is not None
    assert ENGLISH(view.flow.note) == ("The drawing has the newest 4 editions; the table has all.")
    assert len(view.intervals) == len(many)
    assert len(view.flow.table.rows) > len(view.flow.chart.bands)
    assert changes_view(now, editions).flow.note == ""


def test_one_edition_is_compared_with_today(editions, now):
    """The first edition is enough for a drawing, of two times, and for a page of changes."""
    view = changes_view(now, editions[:1])
    assert view.flow is not None
    assert len({bar.x for bar in view.flow.chart.bars}) == 2
    assert [ENGLISH(entry.link.text) for entry in view.intervals] == [
        "From the 2021 edition to today"
    ]


def test_where_nothing_moved_the_page_says_so(editions, now):
    """Two editions that are alike have no status that moved."""
    again = replace(editions[0], edition=editions[0].edition.model_copy(update={"year": 2022}))
    last = changes_view(now, (editions[0], again)).intervals[-1]
    assert last.moved == ()
    assert ENGLISH(last.why_empty) == "No initiative moved to another status."


def test_without_statuses_nothing_flows(editions, now, monkeypatch):
    """A report that does not speak of statuses has its intervals, and neither drawing nor lists."""
    monkeypatch.setattr(Snapshot, "axes", frozenset())
    view = changes_view(now, editions)
    assert view.flow is None
    assert all(not entry.moved and not entry.why_empty for entry in view.intervals)
    assert len(view.intervals) == len(editions)
    assert not interval_view(intervals(now, editions)[0]).statuses


def test_a_learned_record_stands_on_the_page_of_changes(now, editions):
    """What an edition did not hold about its own time is listed with the day of entry."""
    report = larkhaven()
    early = snapshot(report, report.editions[0].as_of, known_by=date(2021, 10, 1))
    then = report.editions[0].model_copy(
        update={"state": EditionState.FROZEN, "frozen_on": date(2021, 10, 1)}
    )
    found = compare_edition(early, then, current_content(report)).found_since
    known = replace(editions[0], edition=then, then=early, find_since=lambda: found)
    view = changes_view(now, (known,))
    entered = [row[3][0].text for row in view.learned[0].rows]
    assert date(2024, 3, 5) in entered
    assert view.learned_none == ""
    nothing = changes_view(now, (replace(known, find_since=tuple),))
    assert nothing.learned == ()
    assert "Nothing" in ENGLISH(nothing.learned_none)


def test_the_lead_counts_what_the_groups_hold(editions):
    """The sentence above the groups says how many initiatives moved, in words that add up."""
    for one, two in pairwise(editions):
        told = changes(one.then, two.then)
        new = sum(s.kind is ChangeKind.NEW for s in told)
        assert not new or f"{new} " in ENGLISH(lead(told))
    assert ENGLISH(lead(())) == "No initiative changed its status or phase."
