"""Drawings as SVG: named, described, told apart without color, and well to be seen."""

import re
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from larkhaven import larkhaven
from markupsafe import Markup
from measures import DAY, FULL, PER_MONTH, SEVERAL

from generator.derive.snapshot.snapshot import snapshot
from generator.render.glyphs import MARKS
from generator.render.html.environment import site_environment
from generator.views.charts.measure_chart import measure_chart
from generator.views.charts.measure_looks import SERIES
from generator.views.charts.shapes import Mark, Tone
from generator.views.charts.timeline import (
    LABELLED_HEIGHT,
    LANE_HEIGHT,
    MOST_STEP_ROWS,
    PLAIN_HEIGHT,
    STEP_HEIGHT,
)
from generator.views.initiatives.roadmap import initiative_roadmap
from generator.views.roadmap.roadmap import roadmap_view
from tests.spoken import ENGLISH

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
SHAPES = tuple(MARKS)


@pytest.fixture(scope="module")
def charts():
    """Return the macros that print drawings."""
    template = site_environment(ENGLISH).get_template("_charts.md.j2")
    return template.make_module({"to": lambda target: Markup(f"/{target}")})  # noqa: S704


@pytest.fixture(scope="module")
def css(root):
    """Return the style sheet of the drawings."""
    return (root / "generator/theme/assets/css/charts.css").read_text("utf-8")


def soup(markup):
    """Return markup as a tree."""
    return BeautifulSoup(str(markup), "html.parser")


def own_roadmap(initiative="tide-gauge"):
    """Return the drawing of one initiative of the sample town."""
    return initiative_roadmap(NOW, NOW.state_of(initiative)).chart


@pytest.mark.parametrize("drawn", SEVERAL.values(), ids=SEVERAL)
def test_a_chart_is_an_image_with_name_and_description(charts, drawn):
    """A screen reader meets one image, its name first, then what it shows."""
    chart = measure_chart(drawn, DAY, ("It fell.",))
    svg = soup(charts.chart(chart, "boats")).find("svg", role="img")
    first, second = list(svg.children)[:2]
    assert (first.name, first.get_text()) == ("title", "Boats in the harbour, boats")
    assert second.name == "desc"
    assert second.get_text().startswith("It fell.")


def test_every_lane_is_an_image_with_name_and_description(charts):
    """Each strip says in words what it draws; the axis, told by the note, is passed over."""
    tree = soup(charts.lanes(own_roadmap()))
    images = tree.find_all("svg", role="img")
    assert len(images) == len(own_roadmap().lanes)
    assert all(image.title.get_text() and image.desc.get_text() for image in images)
    assert tree.select_one(".r-swimlanes__axis")["aria-hidden"] == "true"


def test_lanes_of_the_roadmap_lead_to_initiatives(charts):
    """The names are links outside the images, so that a keyboard reaches them."""
    area = roadmap_view(NOW, ()).areas[0]
    links = soup(charts.lanes(area.chart)).select(".r-swimlanes__name a")
    assert [link["href"] for link in links] == [f"/{lane.target}" for lane in area.chart.lanes]


def test_drawings_bring_no_script_and_no_style_of_their_own(charts):
    """Colors and strokes come from the style sheet, so that dark paper and print hold."""
    printed = f"{charts.chart(measure_chart(FULL, DAY, ()), 'boats')}{charts.lanes(own_roadmap())}"
    assert not re.search(r'style=|fill="|stroke="|<script|on\w+="', printed)


def test_ids_of_one_drawing_are_its_own(charts):
    """The lines that lanes share are found under a name made of the drawing's own."""
    tree = soup(charts.lanes(own_roadmap()))
    assert [tag["id"] for tag in tree.select("[id]")] == ["own-roadmap-rules"]
    assert {use["href"] for use in tree.select("use")} == {"#own-roadmap-rules"}


def test_shapes_differ_in_outline_or_filling(charts):
    """In gray no two marks look alike, but the one that is the same in two kinds of drawing."""
    printed = {shape: str(charts.mark(Mark(50, 8, shape))) for shape in SHAPES}
    same = {"reached": "diamond"}
    told = [markup for shape, markup in printed.items() if shape not in same]
    assert len(set(told)) == len(told)
    assert all(printed[one] == printed[other] for one, other in same.items())


def test_series_have_shapes_of_their_own():
    """Five lines in one chart are five shapes."""
    assert len({shape for shape, _ in SERIES}) == len(SERIES)


def test_every_look_has_a_rule(charts, css):
    """No bar, line or mark is printed in a look that the style sheet does not know."""
    plain = {"mark", "full", "tick", "axis", "span", "start", "value"}
    printed = "".join(
        str(charts.chart(measure_chart(drawn, DAY, ()), "boats")) for drawn in SEVERAL.values()
    ) + str(charts.lanes(own_roadmap()))
    shown = {name for tag in soup(printed).select("[class]") for name in tag["class"]}
    shown -= plain | {name for name in shown if name.startswith(("r-swimlanes__", "r-chart__"))}
    plain_elements = {"quiet", "phase-fill"}
    assert {name for name in shown - plain_elements if f".{name}" not in css} - {"t-ink"} == set()


@pytest.mark.parametrize("rows", range(MOST_STEP_ROWS + 1))
def test_every_height_of_a_strip_has_a_rule(css, rows):
    """A strip is as high as its drawing."""
    for height in (PLAIN_HEIGHT + STEP_HEIGHT * rows, LANE_HEIGHT, LABELLED_HEIGHT):
        assert f".h{height:.0f} {{\n  min-height: {height:.0f}px;" in css


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_drawn_tones_stand_out(root, css, side):
    """Every tone of words and shapes has 4.5:1 on paper, the lines that tell have 3:1."""
    tokens = (root / "generator/theme/assets/css/tokens.css").read_text("utf-8")
    either = r"--r-([\w-]+): var\(--r-light, (#\w{6})\) var\(--r-dark, (#\w{6})\);"
    found = re.findall(either, tokens)
    colors = {name: pair[side] for name, *pair in found}
    used = dict(re.findall(r"\.t-(\w+) \{\n  color: var\(--r-([\w-]+)\)", css))
    assert used.keys() == set(get_args(Tone))
    weak = {t: contrast(colors[name], colors["paper"]) for t, name in used.items()}
    assert {tone: ratio for tone, ratio in weak.items() if ratio < 4.5} == {}
    assert contrast(colors["warm"], colors["paper"]) >= 3


def contrast(one, other):
    """Return the contrast ratio of two colors (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_drawings_of_the_sample_stay_as_they_are(charts, golden):
    """The geometry of a chart of each kind and of one roadmap, as printed, line by line."""
    printed = {
        "bars.svg.txt": charts.chart(measure_chart(PER_MONTH, DAY, ("It fell.",)), "boats"),
        "lines.svg.txt": charts.chart(measure_chart(FULL, DAY, ("It rose.",)), "boats"),
        "roadmap.svg.txt": charts.lanes(own_roadmap()),
    }
    golden(
        "charts", {name: str(made).replace("><", ">\n<") + "\n" for name, made in printed.items()}
    )
