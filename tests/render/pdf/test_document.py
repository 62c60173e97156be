"""A printed document says what the pages say, and its data is whole and steady."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest
from press import living

from generator.prose.parser import parse_prose
from generator.prose.tree import words
from generator.render.pdf.column_widths import widths
from generator.render.pdf.document import render_document
from generator.render.pdf.marks import PALETTE
from generator.render.pdf.text import ZERO_WIDTH_SPACE, exact, printed
from generator.views.base.blocks import Phrase, Table
from generator.views.goals.measure_tables import MeasureView
from generator.views.initiatives.initiative import InitiativeView, initiative_view
from generator.views.initiatives.roadmap import InitiativeRoadmap
from generator.views.print.blocks import ProseBlock
from generator.views.print.brief import brief_document
from generator.views.print.department import department_document, sheet_document
from generator.views.print.document import cited, document
from generator.views.print.initiative import initiative_parts
from generator.views.print.report import report_document
from tests.spoken import ENGLISH, spoken

CITIES = ("larkhaven", "west-hollywood")
SILENT = {
    "kind",
    "target",
    "address",
    "id",
    "anchor",
    "key",
    "axis",
    "means",
    "look",
    "tone",
    "shape",
}
"""Fields of views that pages do not print as words; meanings are in the legend once."""
FOLDED = {
    # Told once more on the site: history and plans say it on paper; tests/pdf looks each row up.
    (InitiativeRoadmap, "table"),
    # The chapter on the roadmap has the drawing where nobody planned any steps.
    (InitiativeRoadmap, "note"),
    # A heading says what is below it, where a table is set as a list.
    (Table, "caption"),
    # Files for whoever reads on the web; the document carries its data with it.
    (MeasureView, "files"),
}
"""Fields of some views that a section does not print."""
DRAWN = {"charts", "chart", "drawing", "key", "rules", "axis_labels"}
"""Drawings: their words are those of the table beside them, or held by tests of drawings."""

LEFT_OUT = {
    "signals": "the chapter on how to read explains every signal once",
    "has_matches": "the chapter on how to read explains the mark",
    "story": "the history has the same, and all else that happened",
    "checklist": "the list of the ideas has the same",
    "best": "it is one of the measures",
}
"""Fields of the page's view that a section does not show, and why."""


def data_of(document_):
    """Return a document's data."""
    return json.loads(render_document(document_, ENGLISH).data)


def words_in(value):
    """Return all texts of data without white space: pieces of a sentence may be apart."""
    return squeezed(" ".join(strings(value)).replace(ZERO_WIDTH_SPACE, ""))


def squeezed(text):
    """Return a text without white space."""
    return "".join(text.split())


UNSAID = {"k", "g", "to", "spot", "url", "label", "file", "anchor", "look", "tone"}
"""Keys whose text is not printed."""


def strings(value):
    """Yield every text in data, keys aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in UNSAID:
                yield from strings(item)


def facts_of(view, name=""):
    """Yield every text that a page shows of a view, prose as its words."""
    if isinstance(view, str):
        if name in ("body", "description"):
            yield from words(parse_prose(view).children).split()
        elif view:
            yield view
    elif isinstance(view, tuple):
        for item in view:
            yield from facts_of(item, name)
    elif isinstance(view, Phrase):
        # Without the pieces inside it, whose words come by themselves.
        around = ENGLISH(replace(view.message, values=tuple((n, "|") for n, _ in view.parts)))
        yield from around.split("|")
        yield from facts_of(spoken(tuple(piece for _, piece in view.parts)))
    elif is_dataclass(view):
        for field in fields(view):
            if not unprinted(view, field.name):
                yield from facts_of(getattr(view, field.name), field.name)


def unprinted(view, name):
    """Return whether a view's field is none that a section prints as words."""
    skipped = SILENT | DRAWN | {"id_prefix"} | ({"columns"} if isinstance(view, Table) else set())
    left_out = LEFT_OUT if isinstance(view, InitiativeView) else {}
    unused = name.endswith("why_empty") or name == "chart_why_none"
    return name in skipped or name in left_out or unused or (type(view), name) in FOLDED


def missing_facts(frame, state):
    """Return what the page of an initiative says and its section in print does not."""
    view = initiative_view(frame.snapshot, state, frame.editions)
    parts = initiative_parts(view, state.initiative.id, 3)
    said = words_in(data_of(document(frame, "report", "t", "d", parts))["parts"])
    return [fact for fact in facts_of(spoken(view)) if squeezed(fact) not in said]


@pytest.mark.parametrize("city", CITIES)
def test_every_fact_of_an_initiatives_page_is_in_its_section(city):
    """What the site says of an initiative, the printed report says too, word for word."""
    frame = living(city)
    missing = {s.initiative.id: missing_facts(frame, s) for s in frame.snapshot.states}
    assert {name: facts for name, facts in missing.items() if facts} == {}


def test_what_a_section_leaves_out_is_a_field_and_has_a_reason():
    """Nothing is left out in silence, and no reason outlives its field."""
    assert set(LEFT_OUT) <= {field.name for field in fields(InitiativeView)}
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("city", CITIES)
def test_links_inside_a_document_lead_to_something_in_it(city):
    """No link inside leads nowhere: the whole document would be refused."""
    data = data_of(report_document(living(city)))
    anchors = {part.get("anchor") for part in data["parts"]}
    text = json.dumps(data)
    assert set(re.findall(r'"(?:to|spot)": "([^"]+)"', text)) - anchors <= set(
        re.findall(r'"label": "([^"]+)"', text)
    )


@pytest.mark.parametrize("city", CITIES)
def test_no_two_parts_have_one_anchor(city):
    """A label that is twice has no place to lead to."""
    data = data_of(report_document(living(city)))
    anchors = [part["anchor"] for part in data["parts"] if part.get("anchor")]
    assert len(anchors) == len(set(anchors))


def test_headings_go_down_one_level_at_a_time():
    """Bookmarks and structure of the report have no gap, prose included."""
    for city in CITIES:
        level = 0
        for part in data_of(report_document(living(city)))["parts"]:
            levels = {"heading": [part.get("level")], "cover": [1], "contents": [2]}.get(part["k"])
            if part["k"] == "prose":
                levels = [block["level"] for block in part["c"] if block["k"] == "heading"]
            for one in levels or ():
                assert one <= level + 1, part
                level = one


def test_a_drawing_stands_on_the_page_of_its_key():
    """What the marks mean is read where they are, not overleaf."""
    parts = data_of(report_document(living("larkhaven")))["parts"]
    drawn = [one for one, other in pairwise(parts) if (one["k"], other["k"]) == ("lanes", "key")]
    assert drawn
    assert all(one["sticky"] for one in drawn)


def test_prose_arrives_whole():
    """Every word and kind of block of the dialect of prose is carried into print."""
    markdown = (
        "# Top\n\nA *b* **c** `d` [e](https://example.org) [f](source:town-charter).[^1]\n\n"
        "1. one\n2. two\n    - deep\n\n- loose\n\n- list\n\n> quoted\n\n"
        "| h | i |\n|---|--:|\n| j | k |\n\nBefore code:\n\n    code  block\n\n"
        "![what it shows](media:quay.png)\n\n---\n\nAgain.[^1]\n\n[^1]: The note."
    )
    frame = living("larkhaven")
    data = data_of(document(frame, "report", "t", "d", (ProseBlock(markdown, 4),)))
    kinds = re.findall(r'"k": "(\w+)"', json.dumps(data["parts"]))
    wanted = ("heading", "p", "em", "strong", "code", "a", "note", "again", "ol", "ul")
    wanted += ("blockquote", "table", "pre", "img", "hr")
    assert set(wanted) <= set(kinds)
    said = words_in(data["parts"])
    assert all(word in said for word in words(parse_prose(markdown).children).split())


def test_a_section_cites_each_source_once():
    """The list at a section's end has every source of its claims, each once."""
    frame = living("larkhaven")
    state = frame.snapshot.state_of("tide-gauge")
    found = cited(initiative_parts(initiative_view(frame.snapshot, state), "tide-gauge", 3))
    assert len(found.sources) == len(set(found.sources)) > 1


@pytest.mark.parametrize("city", CITIES)
def test_the_same_document_gives_the_same_bytes(city):
    """Rendering twice changes nothing."""
    frame = living(city)
    unit = frame.snapshot.report.organization.units[0]
    state = frame.snapshot.states[0]
    for made in (
        lambda: brief_document(frame, None, 5),
        lambda: department_document(frame, unit),
        lambda: sheet_document(frame, state, 5),
    ):
        assert render_document(made(), ENGLISH).data == render_document(made(), ENGLISH).data


def test_a_passage_in_another_language_has_its_language():
    """A reader that speaks aloud is told of Russian, Ukrainian and Spanish, and of nothing else."""
    assert exact("Say «Привет, мир» twice", "en") == ["Say «", ["Привет, мир", "ru"], "» twice"]
    assert exact("їжак", "en") == [["їжак", "uk"]]
    asked = exact("Ask: ¿Qué pasa, señor? Now", "en")
    assert asked == ["Ask: ", ["¿Qué pasa, señor?", "es"], " Now"]
    assert exact("¡Hola! the mañana", "en") == [["¡Hola!", "es"], " the ", ["mañana", "es"]]
    assert exact("a café, naïve – “so”", "en") == "a café, naïve – “so”"


def test_the_language_of_the_document_is_not_marked():
    """Only passages in another language than the document's are told apart."""
    assert exact("¡Hola, señor!", "es") == "¡Hola, señor!"
    assert exact("¡Hola! Привет", "es") == ["¡Hola! ", ["Привет", "ru"]]


def test_long_words_get_places_to_break_and_lose_nothing():
    """An address breaks at its joints, a long word somewhere, a short one nowhere."""
    address = "https://example.org/a-long-path/to/some_thing?with=query"
    assert exact(address, "en").replace(ZERO_WIDTH_SPACE, "") == address
    assert ZERO_WIDTH_SPACE in exact("x" * 60, "en")
    assert printed("  short   words ", "en") == "short words"


def test_columns_have_room_for_their_longest_words():
    """Each column is wide enough for its longest word where there is room for all."""
    shares = widths([["Name", "Extraordinarily long"], ["No", "1"], ["Why", "because " * 40]], 100)
    assert shares[0] > len("Extraordinarily")
    assert abs(sum(shares) - 100) < 1
    assert shares[2] > shares[0]


TEXT_PAIRS = tuple(
    (text, ground)
    for text in ("ink", "quiet", "accent", "blue", "green", "amber", "red", "violet", "warm")
    for ground in ("paper", "wash")
)
"""Which colors text has on which ground."""


def test_text_can_be_read_on_its_ground():
    """Every pair of colors that text is printed in has a contrast of 4.5 to 1 (WCAG 1.4.3)."""
    for text, ground in TEXT_PAIRS:
        light, dark = sorted((luminance(PALETTE[text]), luminance(PALETTE[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)


def luminance(color):
    """Return a color's relative luminance (WCAG 2.2)."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
