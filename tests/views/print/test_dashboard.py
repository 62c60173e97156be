"""The first page of the full report: everything at a glance, for reports that have less, too."""

from dataclasses import replace

import pytest
from press import living

from generator.derive.editions.editions import open_edition
from generator.views.base import addresses
from generator.views.charts.matrix import MOST_IN_ONE
from generator.views.print.blocks import (
    Beside,
    Heading,
    Lede,
    MatrixBlock,
    RecordList,
    TableBlock,
)
from generator.views.print.dashboard import MOST_MATTERS, dashboard
from generator.views.print.document import DocumentFrame
from tests.spoken import ENGLISH, spoken


def parts(frame):
    """Return the parts of a dashboard: above, left, right."""
    *above, beside = dashboard(frame)
    assert isinstance(beside, Beside)
    return above, beside.left, beside.right


def test_it_has_every_initiative_and_counts_each_once_a_time():
    """The columns of the table by status add up to the rows of the matrix that are listed then."""
    frame = living("west-hollywood")
    above, (left,), right = parts(frame)
    assert [type(part) for part in above] == [Heading, Lede]
    assert above[0].anchor == addresses.INITIATIVES
    assert isinstance(left, MatrixBlock)
    rows = left.matrix.rows
    assert {row.id for row in rows} == {s.initiative.id for s in frame.snapshot.states}
    statuses = next(part.table for part in right if isinstance(part, TableBlock))
    for at in range(len(left.matrix.columns)):
        counted = [row[at + 1][0].text for row in statuses.rows if row[at + 1]]
        assert sum(counted) == sum(row.states[at] is not None for row in rows)


def test_each_exception_says_its_money_its_owner_and_what_is_next():
    """The first of them are there, gravest first, and the caption counts all."""
    _, _, right = parts(living("west-hollywood"))
    listed = next(spoken(part) for part in right if isinstance(part, RecordList))
    assert len(listed.items) == MOST_MATTERS
    names = [item.head[0].text for item in listed.items]
    assert "Build WeHo Fiber utility" in names
    for item in listed.items:
        assert [ENGLISH(fact.name) for fact in item.values] == [
            *("", "", "Money", "Owner", "Next step")
        ]


def test_an_edition_is_a_time_of_its_own_and_not_today():
    """Its last column is its year; no edition is there twice."""
    report = living("larkhaven").snapshot.report
    told = sorted((open_edition(report, e) for e in report.editions), key=lambda e: e.edition.year)
    last = told[-1]
    frame = DocumentFrame(last.then, "0" * 64, last.edition, tuple(told))
    _, (left,), _ = parts(frame)
    assert [ENGLISH(c.label) for c in left.matrix.columns] == [str(e.edition.year) for e in told]


def test_many_initiatives_are_counted_by_topic():
    """A matrix of more rows than a page has would be read by nobody."""
    frame = living("west-hollywood")
    states = frame.snapshot.states * (MOST_IN_ONE // len(frame.snapshot.states) + 1)
    many = replace(frame, snapshot=replace(frame.snapshot, states=states))
    _, (left,), _ = parts(many)
    assert isinstance(left, TableBlock)
    assert len(left.table.rows) == len(frame.snapshot.report.areas)


@pytest.mark.parametrize("city", ["larkhaven", "west-hollywood"])
def test_without_initiatives_there_is_nothing_beside(city):
    """A report that begins says so, and no more."""
    frame = living(city)
    empty = replace(frame, snapshot=replace(frame.snapshot, states=()))
    assert [type(part) for part in dashboard(empty)] == [Heading, Lede]
