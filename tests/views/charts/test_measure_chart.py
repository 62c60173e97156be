"""A chart shows what can be compared, keeps inside its bounds, and says in words what it shows."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven
from measures import (
    DAY,
    FULL,
    LATE,
    ONE_OFF,
    PER_MONTH,
    SEVERAL,
    SUM,
    actual,
    measure,
    target,
)

from generator.derive.snapshot.snapshot import snapshot
from generator.model.keys import Accumulation
from generator.views.charts.measure_chart import HEIGHT, measure_chart, why_no_chart
from generator.views.charts.measure_rows import ROW
from generator.views.charts.shapes import NARROWEST, box_of
from generator.views.charts.time_axis import ROOMY
from generator.views.goals.measure_tables import measure_view
from generator.words.localization import Localization
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
figures = st.decimals(-1000, 100000, places=1, allow_nan=False, allow_infinity=False)
when = st.dates(date(1990, 1, 1), date(2024, 1, 1))


@st.composite
def measures(draw):
    """Draw a level with some points, some of them ranges, and some targets."""
    found = draw(st.dictionaries(when, figures, min_size=2, max_size=16))
    points = [actual(day.isoformat(), str(value)) for day, value in found.items()]
    aims = draw(st.lists(st.tuples(when, st.none() | when, figures), max_size=3))
    made = [target(s.isoformat(), d.isoformat() if d else None, str(v)) for s, d, v in aims]
    return measure(points, targets=made)


def within(drawing):
    """Return whether everything of a drawing lies inside it."""
    across = [
        *(x for b in drawing.bars for x in (b.x, b.x + b.width)),
        *(x for line in drawing.lines for x in (line.x1, line.x2)),
        *(m.x for m in drawing.marks),
    ]
    down = [
        *(y for b in drawing.bars for y in (b.y, b.y + b.height)),
        *(y for line in drawing.lines for y in (line.y1, line.y2)),
        *(m.y for m in drawing.marks),
        *(label.y for label in drawing.letterer(ENGLISH).labels),
    ]
    return all(0 <= x <= 100 for x in across) and all(0 <= y <= drawing.height for y in down)


def apart(labels):
    """Return whether no two labels share room, in the narrowest drawing and in a roomy one."""
    roomy = [box_of(label, ROOMY) for label in labels]
    return not any(
        a.meets(b)
        for boxes in (narrow(labels), roomy)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
    )


def in_words(table):
    """Return every row of a table as one text."""
    return [
        " ".join(piece.text for cell in row for piece in cell if hasattr(piece, "text"))
        for row in table.rows
    ]


@pytest.mark.slow
@given(measures())
def test_any_chart_keeps_its_bounds(drawn):
    """Whatever the figures, all lies inside the drawing and no two labels overlap."""
    chart = measure_chart(drawn, DAY, ("Said.",))
    assert chart is not None
    assert within(chart)
    assert apart(chart.letterer(ENGLISH).labels)


@pytest.mark.parametrize("language", ["ar", "ja", "ru", "th"])
def test_words_of_any_language_have_room(language):
    """Dates of other scripts and lengths are no more over one another than those of English."""
    words = Localization(language)
    for drawn in SEVERAL.values():
        chart = measure_chart(drawn, DAY, ())
        lettering = chart.letterer(words)
        assert lettering.labels
        assert apart(lettering.labels)
        assert all(box.left >= 0 and box.right <= NARROWEST for box in narrow(lettering.labels))


def narrow(labels):
    """Return the room of the labels of the narrowest drawing."""
    return [box_of(label) for label in labels if not label.roomy]


@pytest.mark.parametrize("drawn", SEVERAL.values(), ids=SEVERAL)
def test_every_drawn_figure_has_a_row(drawn):
    """The table holds every point, target and baseline that the chart shows, in the same words."""
    view = spoken(measure_view(NOW.report, drawn, "harbour", DAY))
    rows = in_words(view.points)
    said = [ENGLISH(part.says) for part in (*view.chart.marks, *view.chart.bars)]
    assert said
    for figure in said:
        assert any(figure in row for row in rows), figure


def test_points_stand_as_high_as_their_figures():
    """Equal steps of value are equal steps of height, from zero."""
    bars = measure_chart(PER_MONTH, DAY, ()).bars
    heights = [float(bar.height) for bar in bars[:3]]
    assert heights == pytest.approx([4.4 * heights[1] / 3, heights[1], 2.2 * heights[1] / 3], 0.01)


def test_what_is_not_compared_is_hollow_and_not_joined():
    """A part of a period is drawn, dashed and empty."""
    levels = [actual(str(year), "4") for year in (2018, 2019, 2020)]
    chart = measure_chart(measure([*levels, actual("2021", "2", partial=True)]), DAY, ())
    assert [m.look for m in chart.marks] == ["full", "full", "full", "hollow"]
    assert sum(line.look == "course" for line in chart.lines) == 2
    assert [bar.look for bar in measure_chart(PER_MONTH, DAY, ()).bars][-1] == "apart"


def test_vague_figures_are_marked():
    """A figure the source only gives as almost so much has a look of its own."""
    assert [m.look for m in measure_chart(SUM, DAY, ()).marks] == ["full", "vague"]


def test_ranges_reach_from_low_to_high():
    """A range is a bar between its two figures."""
    ranges = [line for line in measure_chart(FULL, DAY, ()).lines if line.look == "range"]
    assert len(ranges) == 1
    assert ranges[0].y1 > ranges[0].y2


def test_old_targets_stay_and_are_lighter():
    """Every target is drawn; one that was replaced has another look."""
    looks = [line.look for line in measure_chart(FULL, DAY, ()).lines]
    assert looks.count("target") == 2
    assert looks.count("target-old") == 1


def test_shapes_tell_series_apart_without_color():
    """No two entries of a key share shape, line and filling, in whichever drawing."""
    for drawn in SEVERAL.values():
        key = measure_chart(drawn, DAY, ()).key
        seen = [(e.mark and (e.mark.shape, e.mark.look), e.line, e.bar) for e in key]
        assert len(set(seen)) == len(seen)


def test_every_series_is_named_beside_its_line():
    """Who cannot tell the tones reads the name at the line itself."""
    labels = measure_chart(FULL, DAY, ()).letterer(ENGLISH).labels
    assert {label.text for label in labels if label.look == "name"} == {"Sail", "Motor"}


def test_no_line_leads_over_years_without_a_figure():
    """A line joins neighbors that are as far apart as is usual, and no others."""
    years = (2001, 2002, 2003, 2007, 2008, 2009)
    chart = measure_chart(measure([actual(str(y), "4") for y in years]), DAY, ())
    places = {mark.x: year for mark, year in zip(chart.marks, years, strict=True)}
    joined = [(places[i.x1], places[i.x2]) for i in chart.lines if i.look == "course"]
    assert joined == [(2001, 2002), (2002, 2003), (2007, 2008), (2008, 2009)]


@pytest.mark.parametrize("drawn", [LATE, SUM], ids=["years apart", "two figures"])
def test_few_figures_far_apart_have_a_row_each(drawn):
    """Two figures, or a gap that would leave an axis of time empty, need none: rows say when."""
    chart = measure_chart(drawn, DAY, ())
    said = [label.text for label in chart.letterer(ENGLISH).labels]
    assert not any(line.look == "course" for line in chart.lines)
    assert chart.height == len(said) * ROW == (len(chart.bars) + len(chart.marks)) * ROW


def test_a_row_says_what_when_and_how_much():
    """Figures come by time, the baseline before them where it is the first, targets at the end."""
    labels = measure_chart(LATE, DAY, ()).letterer(ENGLISH).labels
    assert [label.text for label in labels] == [
        "1980: almost 700",
        "1986: 667",
        "2017: 51",
        "Mar 2018: 4",
        "target, Jun 2020: 20 to 40",
    ]


def test_a_row_of_a_series_names_it_where_that_has_room():
    """A name that is too long for a telephone gives way to the date and the figure."""
    short, long = "sail", "boats-that-came-into-the-harbour-for-repairs"
    points = [actual(year, "4", name) for year in ("2016", "2019") for name in (short, long)]
    labels = measure_chart(measure(points, series=[short, long]), DAY, ()).letterer(ENGLISH).labels
    assert [one.text for one in labels] == ["Sail, 2016: 4", "2016: 4", "Sail, 2019: 4", "2019: 4"]


def test_rows_of_any_sign_begin_at_zero():
    """What is below zero leads to the left of it, what is above to the right."""
    chart = measure_chart(measure([actual("2016", "-12.5"), actual("2017", "4")]), DAY, ())
    zero = next(line.x1 for line in chart.lines if line.look == "axis")
    below, above = chart.marks
    assert below.x < zero < above.x


def test_a_year_of_two_calendar_years_is_short_below_an_axis():
    """Fiscal years have room beside each other, each below its own bar."""
    years = [actual(f"{year}-07-01/{year + 1}-06-30", "4") for year in range(2014, 2018)]
    chart = measure_chart(measure(years, Accumulation.FLOW), DAY, ())
    ticks = [label for label in chart.letterer(ENGLISH).labels if label.look == "tick"]
    assert [label.text for label in ticks] == ["2014–15", "2015–16", "2016–17", "2017–18"]
    assert [label.x for label in ticks] == [
        pytest.approx(bar.x + bar.width / 2, abs=0.1) for bar in chart.bars
    ]


def test_a_target_has_its_figure_in_the_narrowest_drawing():
    """Where not all figures have room, what was aimed at has."""
    aims = [target("2014", "2018-06-30", "165")]
    years = [actual(f"{y}-07-01/{y + 1}-06-30", str(150 + y % 9)) for y in range(2010, 2018)]
    chart = measure_chart(measure(years, Accumulation.FLOW, targets=aims), DAY, ())
    labels = chart.letterer(ENGLISH).labels
    assert any(label.text == "target 165" and not label.roomy for label in labels)


def test_sums_grow_to_the_right():
    """A sum is at the end of the time it counts."""
    ends = ("2016-12", "2017-06", "2017-12")
    sums = [actual(f"2016-08-30/{end}", str(4 * n)) for n, end in enumerate(ends, start=1)]
    marks = measure_chart(measure(sums, Accumulation.CUMULATIVE), DAY, ()).marks
    assert all(one.x < other.x and one.y > other.y for one, other in pairwise(marks))


def test_a_single_figure_has_no_chart_and_says_why():
    """One point is told in words, not drawn."""
    assert measure_chart(ONE_OFF, DAY, ()) is None
    assert ENGLISH(why_no_chart(ONE_OFF, DAY)).startswith("There is only one figure")


def test_figures_of_other_spans_have_no_chart_and_say_why():
    """A month and a year of an amount per period cannot be compared."""
    unlike = measure([actual("2019", "5"), actual("2020-01", "1")], Accumulation.FLOW)
    assert measure_chart(unlike, DAY, ()) is None
    assert "different time spans" in ENGLISH(why_no_chart(unlike, DAY))


def test_figures_that_are_all_nought_are_drawn():
    """No division by an empty scale."""
    flat = measure([actual(year, "0") for year in ("2018", "2019", "2020")])
    assert {m.y for m in measure_chart(flat, DAY, ()).marks} == {158.0}
    assert len({m.x for m in measure_chart(measure(flat.actuals[:2]), DAY, ()).marks}) == 1


def test_chart_is_named_and_described():
    """Who does not see it hears what it is and what it shows."""
    chart = spoken(measure_chart(PER_MONTH, DAY, ("Fell.",)))
    assert chart.title == "Boats in the harbour, boats"
    assert chart.description[0] == "Fell."
    assert chart.description[1].startswith("The scale starts at 0.")
    assert chart.height == HEIGHT
