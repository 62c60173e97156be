"""The roadmap holds every initiative, few or many, and says what no source tells."""

from datetime import date

import pytest
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.snapshot.snapshot import snapshot
from generator.model.initiative import Initiative
from generator.views.base import addresses
from generator.views.roadmap.roadmap import (
    LANES_A_PAGE,
    AreaRoadmapView,
    roadmap_view,
)

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def many(number):
    """Return the sample town with so many initiatives more, all in one area, and no updates."""
    report = larkhaven()
    one = next(i for i in report.initiatives if i.id == "youth-council")
    copies = tuple(
        Initiative.model_validate(
            {**dict(one), "id": f"copy-{n}", "order": 100 + n, "former_ids": ()}
        )
        for n in range(number)
    )
    return snapshot(
        report.model_copy(update={"initiatives": (*report.initiatives, *copies)}),
        report.about.as_of,
    )


def roadmap_pages(seen):
    """Return the roadmap and the pages of its areas, without further parts of their tables."""
    return [p for p in pages(seen, (), "roadmap", "roadmap_area") if p.template != "part"]


def lanes(view):
    """Return the addresses of all lanes drawn on a roadmap page."""
    areas = [view.lanes] if isinstance(view, AreaRoadmapView) else view.areas
    return [lane.target for area in areas if area.chart for lane in area.chart.lanes]


@pytest.mark.parametrize("more", [0, 40, 500])
def test_every_initiative_has_one_lane(more):
    """Each is drawn once, with a row of the same table, on this page or on its area's."""
    seen = many(more)
    drawn = [target for page in roadmap_pages(seen) for target in lanes(page.view)]
    assert sorted(drawn) == sorted(addresses.initiative(s.initiative.id) for s in seen.states)
    for page in roadmap_pages(seen):
        view = page.view
        for area in [view.lanes] if isinstance(view, AreaRoadmapView) else view.areas:
            if area.chart:
                assert len(area.table.rows) == len(area.chart.lanes) <= LANES_A_PAGE


def test_many_initiatives_get_pages():
    """Where an area does not fit, the roadmap links to its pages, and each to the others."""
    made = {page.target: page.view for page in roadmap_pages(many(500))}
    linked = [link.target for area in made["roadmap/"].areas for link in area.elsewhere]
    assert sorted(linked) == sorted(made.keys() - {"roadmap/"})
    assert "roadmap/town-hall/2/" in made
    assert len(made["roadmap/town-hall/2/"].pages) > 8


def test_work_plans_of_both_horizons_are_shown():
    """The sample town has work plans; each entry is a row."""
    entries = [e for s in NOW.states for e in s.initiative.work_plan]
    plans = roadmap_view(NOW).work_plans
    assert entries
    assert sum(len(plan.rows) for plan in plans) == len(entries)


def test_dependencies_are_listed():
    """What waits for what is listed, of initiatives and of steps."""
    assert roadmap_view(NOW).dependencies is not None


def test_nothing_is_there_before_it_was_planned():
    """Before anything was planned, there are neither lanes nor plans, and no word of them."""
    view = roadmap_view(snapshot(larkhaven(), date(2020, 1, 1)))
    assert view.areas == ()
    assert view.work_plans == ()
    assert view.dependencies is None
