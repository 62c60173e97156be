"""The page of all initiatives and the lists hold every initiative under every one of its values."""

from collections import Counter

import pytest
from larkhaven import larkhaven
from site_pages import pages
from spoken import ENGLISH

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import SectionsView
from generator.views.initiatives.groups import GroupView
from generator.views.initiatives.rows import status_by_area
from generator.views.initiatives.status import (
    ListView,
    status_lists,
    status_view,
)


@pytest.fixture(scope="module")
def now() -> Snapshot:
    """Return the sample town as it is."""
    report = larkhaven()
    return snapshot(report, report.about.as_of)


def test_every_initiative_is_a_row(now: Snapshot) -> None:
    """The one table holds each initiative once, in the report's order."""
    view = status_view(now, status_lists(now))
    titles = [row.link.text for row in view.all.matrix.rows]
    assert titles == [s.initiative.title for s in now.states]


def test_counts_add_up(now: Snapshot) -> None:
    """The counted statuses, the key of the matrix, and the table by area add up to all."""
    view = status_view(now, status_lists(now))
    assert sum(count.count for count in view.counts) == len(now.states)
    assert sum(key.count for key in view.all.matrix.key) == len(now.states)
    last = [row[-1][0] for row in status_by_area(now).rows]
    assert sum(int(piece.text) for piece in last if piece.kind == "words") == len(now.states)


def test_every_row_has_a_value_the_filter_offers_on_each_axis(now: Snapshot) -> None:
    """No initiative is out of reach of any control, and no control offers an empty answer."""
    view = status_view(now, status_lists(now))
    for axis in view.all.filters:
        offered = {value.key for value in axis.values}
        given = {key for keys in view.all.keys.values() for key in keys[axis.name]}
        assert all(keys[axis.name] for keys in view.all.keys.values())
        assert given == offered


def test_a_division_counts_for_its_department(now: Snapshot) -> None:
    """Whoever looks for a department finds what its divisions do."""
    found = status_view(now, status_lists(now)).all.keys.values()
    departments = [keys["department"] for keys in found if "water-division" in keys["department"]]
    assert departments
    assert all("harbour-office" in some for some in departments)


def test_each_key_has_a_list_for_ever(now: Snapshot) -> None:
    """Every status, phase, confidence and freshness has its page, with initiatives or without."""
    targets = {page.target for page in pages(now, (), "status-list")}
    kinds = {"status": Status, "phase": Phase, "confidence": Confidence, "freshness": Freshness}
    assert targets == {addresses.state_list(key) for kind in kinds.values() for key in kind}


def test_lists_hold_what_the_page_says(now: Snapshot) -> None:
    """The number behind each link is the number of rows where it leads."""
    rows: Counter[str] = Counter()
    for page in pages(now, (), "status-list", "status-lists", "sections", "group"):
        view = page.view
        if isinstance(view, SectionsView):
            for section in view.sections:
                rows[f"{page.target}#{section.anchor}"] = (
                    len(section.table.rows) if section.table else 0
                )
        elif isinstance(view, ListView):
            rows[page.target] = len(view.table.rows) if view.table else 0
        elif isinstance(view, GroupView):
            rows[page.target] = len(view.initiatives.rows) if view.initiatives else 0
    for fact in status_view(now, status_lists(now)).lists:
        for link in fact.value:
            assert isinstance(link, LinkTo)
            if ENGLISH(fact.name) != "Topic area":
                assert ENGLISH(link.text).endswith(f"({rows[link.target]})")


def test_lists_that_have_moved_are_led_on_from_where_they_were(now: Snapshot) -> None:
    """An address of an earlier version says where the list is now."""
    moved = {page.target: page.view.to.target for page in pages(now, (), "moved")}

    assert moved["status/"] == "initiatives/#all"
    assert moved["status/ongoing/"] == "status/in-operation/"
    assert moved["status/freshness/stale/"] == "status/freshness/two-or-more-behind/"
