"""Strips show what is known of an initiative's time, and nothing between that no update says."""

from datetime import date
from itertools import pairwise

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.views.charts.shapes import NARROWEST, box_of
from generator.views.charts.swimlanes import SwimlaneScale, fiscal_axis, swimlane_chart
from generator.views.charts.timeline import initiative_timeline, phases
from generator.views.charts.timeline_events import of_kind, timeline_events
from generator.views.initiatives.roadmap import initiative_roadmap
from generator.views.roadmap.roadmap import roadmap_axis
from tests.spoken import ENGLISH, spoken

DAYS = {"now": larkhaven().about.as_of, "early": date(2022, 8, 1), "later": date(2031, 1, 1)}


@pytest.fixture(params=DAYS.values(), ids=DAYS)
def seen(request):
    """Return the sample town as of a day."""
    return snapshot(larkhaven(), request.param)


def inside(drawing):
    """Return whether every part of a drawing lies inside it."""
    across = [
        *(x for b in drawing.bars for x in (b.x, b.x + b.width)),
        *(x for line in drawing.lines for x in (line.x1, line.x2)),
        *(mark.x for mark in drawing.marks),
    ]
    down = [*(b.y + b.height for b in drawing.bars), *(mark.y for mark in drawing.marks)]
    return all(0 <= x <= 100 for x in across) and all(0 < y < drawing.height for y in down)


def charts(seen):
    """Return every initiative's own roadmap."""
    made = [initiative_roadmap(seen, state) for state in seen.states]
    return [own for own in made if own]


def test_every_strip_keeps_its_bounds(seen):
    """Past and future dates alike lie inside."""
    axis = roadmap_axis(seen)
    for state in seen.states:
        found = timeline_events(state)
        assert inside(initiative_timeline(state, found, axis, seen.day))
    for own in charts(seen):
        assert all(inside(lane.drawing) for lane in own.chart.lanes)


def test_every_drawn_mark_has_a_row(seen):
    """What a strip shows is in the table below it, in the same words."""
    for own in charts(seen):
        rows = [
            " ".join(piece.text for cell in row for piece in cell) for row in spoken(own.table).rows
        ]
        for lane in own.chart.lanes:
            for mark in lane.drawing.marks:
                # A status and its date are in two cells.
                said = (v for _, v in mark.says.values) if mark.shape == "circle" else [mark.says]
                words = [ENGLISH(text) for text in said]
                assert any(all(w in row for w in words) for row in rows), words
        drawn = sum(len(lane.drawing.marks) for lane in own.chart.lanes)
        statuses = sum(m.shape == "circle" for lane in own.chart.lanes for m in lane.drawing.marks)
        assert drawn - statuses == len(rows)


def test_updates_stand_in_order(seen):
    """However vague their dates, a later update never is left of an earlier one."""
    axis = roadmap_axis(seen)
    for state in seen.states:
        strip = initiative_timeline(state, timeline_events(state), axis, seen.day)
        places = [mark.x for mark in strip.marks if mark.shape.startswith("phase-")]
        assert all(one <= other for one, other in pairwise(places))


def test_labels_of_axis_and_statuses_do_not_overlap(seen):
    """At the narrowest width no two words that are shown there meet."""
    for own in charts(seen):
        letterers = [own.chart.axis_letterer, *(lane.drawing.letterer for lane in own.chart.lanes)]
        for letterer in letterers:
            boxes = [box_of(label) for label in letterer(ENGLISH).labels if not label.roomy]
            assert all(box.left >= 0 and box.right <= NARROWEST for box in boxes)
            assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_a_stretch_is_drawn_only_between_updates():
    """Before the first update and after the last, a dashed line says that nobody says."""
    now = snapshot(larkhaven(), DAYS["now"])
    state = now.state_of("open-ledger")
    found = timeline_events(state)
    bars, lines = phases(state, found, roadmap_axis(now), now.day)
    assert len(of_kind(found, "update")) == 1
    assert bars == ()
    assert [line.look for line in lines] == ["unknown", "unknown"]


def test_nothing_is_drawn_after_an_end():
    """An initiative that was closed has no dashed line behind its last update."""
    now = snapshot(larkhaven(), DAYS["now"])
    state = now.state_of("kiosk-hours")
    found = timeline_events(state)
    axis = roadmap_axis(now)
    _, lines = phases(state, found, axis, now.day)
    assert max(line.x2 for line in lines) < axis.at(now.day)


def test_axis_holds_whole_fiscal_years(seen):
    """The axis begins and ends with a fiscal year and holds the as-of date."""
    axis = fiscal_axis(seen.report, date(2021, 9, 3), seen.day)
    assert f"{axis.first:%m-%d}" == seen.report.about.fiscal_year_start
    assert axis.first <= date(2021, 9, 3)
    assert axis.first <= seen.day <= axis.last


def test_rules_run_from_left_to_right(seen):
    """Fiscal years, cycles and the as-of line are in the order of time."""
    axis = roadmap_axis(seen)
    chart = swimlane_chart(SwimlaneScale(seen.report, seen.day, axis), "all", ())
    years = [rule.x for rule in chart.rules if rule.look != "as-of"]
    assert years == sorted(years)
    assert [rule.look for rule in chart.rules][-1] == "as-of"
