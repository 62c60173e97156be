"""Strips show what is known of an initiative's time, and nothing between that no update says."""

from datetime import date
from itertools import pairwise

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.model.statuses import Phase
from generator.views.charts.schedule_bar import schedule_bar
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
        found = timeline_events(seen.report, state, seen.day)
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
        # All other dates of a schedule make its bar.
        bar = [row for row in rows if " Schedule " in row and "first planned" not in row]
        assert drawn - statuses == len(rows) - len(bar)


def test_a_schedule_is_a_bar_that_goes_on_in_red_once_it_is_overdue():
    """From when it began to when it is expected, filled up to the day."""
    now = snapshot(larkhaven(), larkhaven().about.as_of)
    axis, state = roadmap_axis(now), now.state_of("night-ferry")
    bars, marks = schedule_bar(state, axis, now.day, 10)
    whole, taken, overdue = bars
    assert whole.x == taken.x == axis.at(date(2023, 1, 16))
    assert round(taken.x + taken.width, 2) == axis.at(now.day)
    assert (overdue.tone, overdue.x) == ("red", axis.at(date(2024, 1, 1)))
    assert whole.x + whole.width > axis.at(now.day)
    assert [mark.shape for mark in marks] == ["onset", "deadline"]


def test_updates_stand_in_order(seen):
    """However vague their dates, a later update never is left of an earlier one."""
    axis = roadmap_axis(seen)
    for state in seen.states:
        strip = initiative_timeline(
            state, timeline_events(seen.report, state, seen.day), axis, seen.day
        )
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


def ledger():
    """Return the sample and its ledger, whose one update, of June 2022, gives a phase."""
    report = larkhaven()
    told = tuple(
        u.model_copy(update={"phase": Phase.DISCOVERY}) if u.initiative == "open-ledger" else u
        for u in report.updates
    )
    now = snapshot(report.model_copy(update={"updates": told}), DAYS["now"])
    return now, now.state_of("open-ledger")


def test_a_phase_is_solid_until_the_next_update_came_or_was_due():
    """Before the first update and once one is overdue, dots say that nobody says."""
    now, state = ledger()
    axis = roadmap_axis(now)
    found = timeline_events(now.report, state, now.day)
    bars, lines = phases(state, found, axis, now.day)
    update = of_kind(found, "update")
    assert [event.when.text for event in update] == ["2022-06"]
    start, due = update[0].at(axis, now.day), axis.at(date(2023, 6, 20))
    assert {(bar.x, round(bar.x + bar.width, 2)) for bar in bars} == {(start, due)}
    assert [(line.look, line.x1, line.x2) for line in lines] == [
        ("unknown", due, axis.at(now.day)),
        ("unknown", of_kind(found, "record")[0].at(axis, now.day), start),
    ]


def test_what_is_dotted_is_said_in_words_too():
    """The sentence that is read out and the table say until when the phase is known."""
    now, state = ledger()
    says = ENGLISH(of_kind(timeline_events(now.report, state, now.day), "update")[0].says)
    assert says.endswith("June 2022 (not known after June 20, 2023)")
    drawn = initiative_roadmap(now, state)
    read_out = [s for lane in drawn.chart.lanes for s in lane.drawing.description]
    assert any(says in ENGLISH(sentence) for sentence in read_out)
    assert "not known" in ENGLISH(next(e.text for e in drawn.chart.key if e.line == "unknown"))


def test_no_phase_is_solid_where_an_update_was_overdue(seen):
    """Whatever the initiative: each bar ends where the next update is, or was due."""
    axis = roadmap_axis(seen)
    for state in seen.states:
        found = timeline_events(seen.report, state, seen.day)
        updates = of_kind(found, "update")
        bars, _ = phases(state, found, axis, seen.day)
        for bar in bars:
            here = max((u for u in updates if u.at(axis, seen.day) <= bar.x), key=updates.index)
            assert bar.x + bar.width <= axis.at(here.until.last(seen.day)) + 0.01


def test_nothing_is_drawn_after_an_end():
    """An initiative that was closed has no dashed line behind its last update."""
    now = snapshot(larkhaven(), DAYS["now"])
    state = now.state_of("kiosk-hours")
    found = timeline_events(now.report, state, now.day)
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
    """Years, cycles, and the as-of line are in the order of time; a year begins in January."""
    axis = roadmap_axis(seen)
    chart = swimlane_chart(SwimlaneScale(seen.report, seen.as_of, axis), "all", ())
    for look in ("year", "cycle"):
        places = [rule.x for rule in chart.rules if rule.look == look]
        assert places == sorted(places)
    assert [rule.x for rule in chart.rules if rule.look == "year"] == [
        axis.at(day) for day in axis.years()
    ]
    assert [rule.look for rule in chart.rules][-1] == "as-of"


def test_every_other_fiscal_year_is_shaded(seen):
    """From its first day to the first of the next; none is shaded beside another."""
    axis = roadmap_axis(seen)
    chart = swimlane_chart(SwimlaneScale(seen.report, seen.as_of, axis), "all", ())
    starts = [axis.first.replace(year=year) for year in range(axis.first.year, axis.last.year)]

    assert [band.x for band in chart.bands] == [axis.at(day) for day in starts[::2]]
    assert all(before.x + before.width < after.x for before, after in pairwise(chart.bands))
