"""A chart as a file: whole in itself, in whatever program it is opened."""

from xml.etree import ElementTree as ET

from larkhaven import larkhaven
from measures import DAY, FULL, LATE, SEVERAL

from generator.derive.snapshot.snapshot import snapshot
from generator.render.html.drawing_files import drawing_file
from generator.render.html.environment import site_environment
from generator.views.base.page_groups import DrawingFile
from generator.views.charts.measure_chart import measure_chart
from generator.views.goals.measures import measure_drawings
from tests.spoken import ENGLISH

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(measure) -> str:  # type: ignore[no-untyped-def]
    """Return the chart of a measure as a file."""
    chart = measure_chart(measure, DAY, ("It fell & rose.",))
    assert chart
    return drawing_file(site_environment(ENGLISH), DrawingFile("a.svg", chart, "Larkhaven"))


def test_every_chart_is_well_formed_and_says_what_it_is() -> None:
    """Title, description, key and source are in it, and all of it is inside its frame."""
    for measure in SEVERAL.values():
        tree = ET.fromstring(drawn(measure))  # noqa: S314 - made just above
        said = " ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text"))
        assert "Boats in the harbour, boats" in said
        assert "Larkhaven" in said
        assert tree.find(f".//{SVG}desc").text.startswith("It fell & rose.")  # type: ignore[union-attr]
        ends = [float(t.get("y", 0)) for t in tree.findall(f"{SVG}g/{SVG}text")]
        assert max(ends) < float(tree.attrib["height"])


def test_a_file_needs_no_style_sheet_and_no_newer_program() -> None:
    """Colors are written out: office programs know no variables and mix no colors."""
    style = ET.fromstring(drawn(FULL)).findtext(f"{SVG}style")  # noqa: S314 - made just above
    assert style
    assert "line.course" in style
    assert not any(word in style for word in ("var(", "color-mix", "@", "http"))


def test_a_long_title_is_on_several_lines() -> None:
    """It never reaches beyond the drawing."""
    long = LATE.model_copy(update={"title": "Boats that came into the harbour " * 5})
    heads = [t.text for t in ET.fromstring(drawn(long)).findall(f"{SVG}g/{SVG}text")]  # noqa: S314 - likewise
    assert all(len(head or "") <= 80 for head in heads)


def test_there_is_a_file_of_every_chart_on_a_page() -> None:
    """A page leads to it, and to the figures."""
    assert [file.path for file in measure_drawings(NOW)] == [
        "measures/harbour/warned-homes.svg",
        "measures/open-ledger/answers-in-time.svg",
    ]
