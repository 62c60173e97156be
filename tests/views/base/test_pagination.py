"""Long tables go on at pages of their own, and nothing of them is lost on the way."""

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_site
from generator.views.base import pagination
from generator.views.base.blocks import Table, Words
from generator.views.base.page import Page, PageFrame
from generator.views.base.page_groups import PageGroup
from generator.views.base.pagination import CELLS_A_PAGE, ROWS_A_PART, PartView, in_parts
from generator.views.base.table_builder import Figures, table
from generator.views.changes.change_groups import ChangeGroup, SubjectChanges
from generator.views.initiatives.status import StatusPartView, StatusView
from tests.spoken import ENGLISH

FRAME = PageFrame("Invented.", "None", "10 February 2024")


@dataclass(frozen=True)
class Tables:
    """A view of nothing but tables, one of them deep inside."""

    first: Table | None
    others: tuple[tuple[str, Table], ...]


def long_table(name: str, rows: int) -> Table:
    """Return a table of numbered rows with ten columns."""
    columns = dict.fromkeys(("Row", *(Figures(str(n)) for n in range(9))), str)
    return table(name, f"Table {name}", range(rows), columns)


def page_of(lengths: list[int]) -> Page:
    """Return a page with tables of these lengths."""
    made = [long_table(f"t{n}", length) for n, length in enumerate(lengths)]
    view = Tables(made[0] if made else None, tuple((one.id, one) for one in made[1:]))
    return Page("lists/", "sections", "Lists", "All of them.", view)


def tables_of(page: Page) -> list[Table]:
    """Return the tables of a page, or of a part."""
    if isinstance(page.view, PartView):
        return [page.view.table] if page.view.table else []
    assert isinstance(page.view, Tables)
    return [one for one in (page.view.first, *(t for _, t in page.view.others)) if one]


@given(st.lists(st.integers(0, 1500), max_size=8))
def test_no_row_is_lost_and_none_stands_twice(lengths: list[int]) -> None:
    """All parts of a table, read in order, are the table; no page holds more than it may."""
    whole = page_of(lengths)
    made = list(in_parts(whole))
    found: dict[str, list[object]] = {one.id: [] for one in tables_of(whole)}
    for page in made:
        for one in tables_of(page):
            found[one.id] += one.rows
        assert all(len(one.rows) <= ROWS_A_PART for one in tables_of(page))
        assert sum(10 * len(one.rows) for one in tables_of(page)) <= CELLS_A_PAGE
    assert {one.id: list(one.rows) for one in tables_of(whole)} == found
    assert len({page.target for page in made}) == len(made)


def test_a_page_of_short_tables_is_left_alone() -> None:
    """Up to the limit a reader finds everything on one page, at the address it always had."""
    page = page_of([ROWS_A_PART, CELLS_A_PAGE // 10 - ROWS_A_PART])
    assert list(in_parts(page)) == [page]


def test_each_part_leads_to_its_neighbors() -> None:
    """Without script a reader comes from each part to the next, and back to the first."""
    first, *others = in_parts(page_of([2 * ROWS_A_PART + 1]))
    ways = [tables_of(page)[0].parts for page in (first, *others)]
    assert [way and way.after and way.after.target for way in ways] == [
        "lists/t0/part-2/",
        "lists/t0/part-3/",
        None,
    ]
    assert [way and way.before and way.before.target for way in ways] == [
        None,
        "lists/#t0-table",
        "lists/t0/part-2/",
    ]
    assert [ENGLISH(page.title) for page in others] == [
        "Lists: Table t0, 301 to 600 of 601",
        "Lists: Table t0, 601 to 601 of 601",
    ]
    assert not any(page.searchable for page in others)


def test_long_groups_of_changes_are_cut_as_tables_are() -> None:
    """The sentences of one kind go on at another page too."""
    tellings = tuple(SubjectChanges(Words(f"{n}"), (), (), "") for n in range(ROWS_A_PART + 5))
    group = ChangeGroup("up-to-today-new", "New", "305", tellings, None)
    page = replace(page_of([]), view=(group,))
    first, second = in_parts(page)
    assert isinstance(first.view, tuple)
    assert isinstance(second.view, PartView)
    assert second.view.group is not None
    assert (*first.view[0].subjects, *second.view.group.subjects) == tellings
    assert second.target == "lists/up-to-today-new/part-2/"


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """Return the sample town, with pages that hold three rows of a table and no more."""
    monkeypatch.setattr(pagination, "ROWS_A_PART", 3)
    monkeypatch.setattr("generator.views.initiatives.status.ROWS_A_PART", 3)
    monkeypatch.setattr("generator.views.overview.sources.MOST_USERS_LISTED", 3)
    report = larkhaven()
    return snapshot(report, report.about.as_of)


def _text(page: Page) -> str:
    alone = PageGroup(page.target, lambda: iter([page]))
    return render_site([alone], (), FRAME, site_environment(ENGLISH))[page.path].decode()


@pytest.mark.slow
def test_every_part_of_a_site_can_be_reached(tiny: Snapshot) -> None:
    """Whoever follows links comes to each part, and no link leads nowhere."""
    made = list(pages(tiny))
    # Former addresses only lead on.
    texts = {page.target: _text(page) for page in made if page.template != "moved"}
    parted = {target for target in texts if "/part-" in target}
    led = {
        found.removeprefix("../")
        for target, text in texts.items()
        for found in re.findall(rf'href="({"(?:../)+" if target else ""}[^"#]+)', text)
    }
    led = {found.replace("../", "") for found in led}
    assert len(parted) > 10
    assert parted <= led
    assert {found for found in led if "part-" in found} <= set(texts)


def test_the_filter_stands_with_each_part_of_all_initiatives(tiny: Snapshot) -> None:
    """Every part holds its rows and offers the values that occur in them, and says so."""
    made = list(pages(tiny))
    views = [p for p in made if isinstance(p.view, StatusView | StatusPartView)]
    rows = [row for page in views for row in page.view.all.matrix.rows]
    assert len(rows) == len(tiny.states)
    for page in views:
        assert page.script == "assets/js/filter.js"
        assert 0 < len(page.view.all.matrix.rows) <= 3
        for axis in page.view.all.filters:
            found = page.view.all.keys.values()
            here = {key for keys in found for key in keys[axis.name]}
            assert here == {value.key for value in axis.values}
        assert "look only at these rows" in _text(page)
