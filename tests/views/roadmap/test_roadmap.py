"""The roadmap holds every initiative, few or many, and says what no source tells."""

from datetime import date

import pytest
from larkhaven import larkhaven
from site_pages import pages

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.snapshot.snapshot import Stage, snapshot
from generator.model.initiative import Initiative
from generator.views.base import addresses
from generator.views.roadmap.roadmap import (
    LANES_A_PAGE,
    AreaRoadmapView,
    roadmap_view,
)
from generator.views.roadmap.stages import stages
from generator.views.roadmap.years import events_by_year
from tests.spoken import ENGLISH

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


def seen(now):
    """Return the view of the roadmap."""
    return roadmap_view(now, obligations_by_milestone(now))


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
    plans = seen(NOW).work_plans
    assert entries
    assert sum(len(plan.rows) for plan in plans) == len(entries)


def test_dependencies_are_listed():
    """What waits for what is listed, of initiatives and of steps."""
    assert seen(NOW).dependencies is not None


def test_nothing_is_there_before_it_was_planned():
    """Before anything was planned, there are neither lanes nor plans, and no word of them."""
    view = seen(snapshot(larkhaven(), date(2020, 1, 1)))
    assert view.areas == ()
    assert view.work_plans == ()
    assert view.dependencies is None


def in_stages(now):
    """Return the addresses of the initiatives in each stage, by its anchor."""
    return {
        view.anchor: {row[0][0].target for row in view.table.rows} if view.table else set()
        for view in stages(now)
    }


def test_what_is_under_way_with_a_step_to_come_is_in_both():
    """It is at work now, and something of it comes next; whatever else is once in one stage."""
    found = in_stages(NOW)
    both = addresses.initiative("night-ferry")

    assert both in found["stage-now"] & found["stage-next"]
    for state in NOW.states:
        here = {
            name
            for name, some in found.items()
            if addresses.initiative(state.initiative.id) in some
        }
        own = f"stage-{state.stage.value.replace('_', '-')}"
        assert here - {"stage-next"} == {own} - {"stage-next"}
        assert own in here
        assert here == {own} or state.stage is Stage.NOW


def test_each_year_has_a_page_and_all_that_falls_into_it():
    """Every event and every step is in one year; years lead to those before and after."""
    made = {
        page.target: page.view
        for page in pages(NOW, (), "sections")
        if page.target.startswith("roadmap/fy-")
    }
    falls = sum(len(s.initiative.events) + len(s.initiative.roadmap) for s in NOW.states)

    assert [link.target for link in seen(NOW).years] == list(made)
    assert sum(len(view.sections[0].table.rows) for view in made.values()) == falls
    assert [dict(link.text.values)["count"] for link in seen(NOW).years] == [
        len(events) for events in events_by_year(NOW).values()
    ]
    assert all(view.facts for view in made.values())


def test_years_of_the_calendar_are_not_called_fiscal():
    """Where fiscal years are those of the calendar, nothing speaks of them, nor is any shaded."""
    report = larkhaven()
    about = report.about.model_copy(update={"fiscal_year_start": "01-01"})
    now = snapshot(report.model_copy(update={"about": about}), about.as_of)
    view = seen(now)

    assert view.year_kind == "calendar"
    assert "fiscal" not in ENGLISH(view.key.note)
    assert all(area.chart.bands == () for area in view.areas if area.chart)
