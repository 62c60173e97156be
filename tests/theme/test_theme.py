"""The site's look keeps its promises: contrast, shapes, safe titles, no calls to third parties."""

import re

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from markdown import Markdown

from generator.model.statuses import SIGNALS
from generator.render.html.environment import site_environment
from generator.views.base.blocks import (
    Count,
    DatedEntry,
    EntryPoint,
    Fact,
    Signal,
    Table,
    TableColumn,
)
from generator.views.base.table_builder import cell
from tests.spoken import ENGLISH

EVERY_STATE = [state for kind in SIGNALS.values() for state in kind]
PALETTES = {"light": 0, "dark": 1}


@pytest.fixture(scope="module")
def colors(root):
    """Return every color of the style sheet by name, as its light and its dark value."""
    css = (root / "generator/theme/assets/css/tokens.css").read_text("utf-8")
    either = r"--r-([\w-]+): var\(--r-light, (#\w{6})\) var\(--r-dark, (#\w{6})\);"
    found = re.findall(either, css)
    return {name: (light, dark) for name, light, dark in found}


@pytest.fixture(scope="module")
def environment():
    """Return templates as the site has them, with links that stay as they are."""
    made = site_environment(ENGLISH)
    made.globals |= {"to": lambda target: target, "prose": lambda text, _anchor: text}
    return made


@pytest.fixture(scope="module")
def components(environment):
    """Return the smallest building blocks as functions that give HTML."""
    return environment.get_template("_components.md.j2").module


@pytest.fixture(scope="module")
def blocks(environment):
    """Return the building blocks made of views as functions that give HTML."""
    return environment.get_template("_blocks.md.j2").module


def contrast(one, other):
    """Return the contrast ratio of two colors (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def tone_rules():
    """Return the rules that give each state the tone of its row, as the style sheet has them."""
    by_tone = {}
    for state in EVERY_STATE:
        by_tone.setdefault(state.tone, []).append(f".r-signal--{state.axis}-{state}")
    rules = [
        f"{', '.join(names)} {{\n  color: var(--r-tone-{tone});\n}}\n\n"
        for tone, names in by_tone.items()
    ]
    return "".join(rules).replace(", ", ",\n")


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_text_colors_stand_out_from_every_ground(colors, palette, ground):
    """Every color that carries words has at least 4.5:1 on both grounds of both palettes."""
    side = PALETTES[palette]
    words = [n for n in colors if n.startswith("tone-")] + ["ink", "quiet", "accent"]
    weak = {n: contrast(colors[n][side], colors[ground][side]) for n in words}
    assert len(weak) == 10
    assert {n: ratio for n, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", ["edge", "warm"])
def test_borders_and_focus_ring_stand_out(colors, palette, name):
    """Borders of controls and the ring around what has focus have at least 3:1."""
    side = PALETTES[palette]
    assert contrast(colors[name][side], colors["paper"][side]) >= 3


@pytest.mark.usefixtures("golden")
def test_every_state_has_the_tone_of_its_row(colors, root, pytestconfig):
    """The style sheet is what the table of states says; `golden` writes it anew."""
    path = root / "generator/theme/assets/css/signals.css"
    css = path.read_text("utf-8")
    start, end = css.index(".r-signal--"), css.index(".r-content .r-legend")
    expected = css[:start] + tone_rules() + css[end:]
    if pytestconfig.getoption("--update-golden"):
        path.write_text(expected, "utf-8")
        css = expected
    assert css == expected
    assert {f"tone-{state.tone}" for state in EVERY_STATE} <= colors.keys()


def test_state_says_its_word_and_hides_its_drawing(components):
    """A screen reader gets the word once and nothing of the drawing."""
    signal = BeautifulSoup(components.signal("status", "at_risk", "At risk"), "html.parser")
    assert signal.get_text() == "At risk"
    assert signal.svg["aria-hidden"] == "true"


def test_unknown_state_stops_the_run(components):
    """A key that the design does not know is an error and never an empty mark."""
    with pytest.raises(ValueError, match="brilliant"):
        components.signal("status", "brilliant", "Brilliant")


def table(blocks, **options):
    """Return a small table as HTML."""
    columns = (TableColumn("Period", "head"), TableColumn("Figure", "number"), TableColumn("Note"))
    rows = (
        (cell("2016"), cell("4"), cell("few")),
        (cell("2017"), cell("9"), ()),
    )
    return blocks.table(Table("trips", "Trips", columns, rows), **options)


def test_table_names_its_columns_and_rows(blocks):
    """Each figure is tied to a column and a row, and the table to its caption."""
    parsed = BeautifulSoup(table(blocks), "html.parser")
    assert [th.get_text() for th in parsed.select("th[scope=col]")] == ["Period", "Figure", "Note"]
    assert [th.get_text() for th in parsed.select("th[scope=row]")] == ["2016", "2017"]
    assert parsed.caption.get_text() == "Trips"
    assert {len(tr.find_all(["th", "td"])) for tr in parsed.select("tr")} == {3}


def test_table_box_can_be_reached_by_keyboard(blocks):
    """A table wider than its screen scrolls by keyboard, in a region named by its caption."""
    box = BeautifulSoup(table(blocks), "html.parser").div
    assert (box["tabindex"], box["role"]) == ("0", "region")
    assert box.find(id=box["aria-labelledby"]).get_text() == "Trips"


def test_repeating_table_stays_out_of_search(blocks):
    """A table that only repeats other pages does not crowd out those pages in search."""
    assert "data-pagefind-ignore" in table(blocks, searched=False)
    assert "data-pagefind-ignore" not in table(blocks)


def test_bar_of_a_count_has_its_number_as_text(blocks):
    """A count is read as a number; its bar only repeats it for the eye."""
    ended = Signal("status", "ended", "Ended", "Delivered, then stopped.")
    row = Count(ended, 2, 40, "ended/", 20, "last found in 2016")
    counts = BeautifulSoup(blocks.counts([row]), "html.parser")
    assert counts.get_text(" ", strip=True) == "Ended 2 last found in 2016"
    assert [bar["width"] for bar in counts.find_all("rect")] == ["40", "20"]


@pytest.fixture(scope="module")
def every_block(components, blocks):
    """Return one example of each building block that stands alone on a page."""
    state = Signal("status", "ended", "Ended", "Delivered, then stopped.")
    return {
        "legend": blocks.legends([state]),
        "facts": blocks.facts([Fact("Owner", cell("Not named"))]),
        "lede": components.lede("What it is."),
        "table": table(blocks),
        "ways": blocks.ways([EntryPoint("By topic", "areas/", "Five areas.")]),
        "beside": components.beside("one", "two"),
        "notice": components.notice("gap", "Missing."),
        "timeline": blocks.timeline([DatedEntry("2016", cell("Opened."))]),
        "disclosure": components.disclosure("As a table", "one", id="more"),
        "empty": components.empty("Nothing was found."),
        "match": components.match_legend(),
    }


def test_blocks_pass_through_markdown_untouched(every_block):
    """A site builder's Markdown neither changes a block nor reads its inside as Markdown."""
    reader = Markdown(extensions=["attr_list", "tables", "toc"])
    changed = []
    for name, html in every_block.items():
        shown = reader.reset().convert(f"Before\n\n{html}\n\nAfter")
        if shown.replace("\n", "") != f"<p>Before</p>{html}<p>After</p>":
            changed.append(name)
    assert changed == []


def test_what_is_folded_is_folded_in_one_way(root):
    """One macro prints everything that unfolds, so that all of it looks and works alike."""
    folder = root / "generator/theme/templates/site"
    own = [p.name for p in folder.rglob("*.j2") if "<details" in p.read_text("utf-8")]
    assert own == ["_components.md.j2"]


def test_blocks_are_one_line_and_carry_no_styles(every_block):
    """Blocks need no inline style or script, so that a strict content policy can be."""
    for html in every_block.values():
        assert "\n" not in html
        assert " style=" not in html
        assert "<script" not in html


def overrides(root):
    """Return every theme template by its path."""
    folder = root / "overrides"
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.html")}


def test_theme_prints_no_field_unescaped(root):
    """Whatever comes from front matter, headings or the configuration is escaped where printed."""
    risky = re.compile(r"\{\{[^}]*(?:meta\.|title|site_name|crumb|description)[^}]*\}\}")
    raw = [
        (path, printed)
        for path, text in overrides(root).items()
        for printed in risky.findall(text)
        if not re.search(r"\| (e|tojson|length \+ 1) \}\}$", printed)
    ]
    assert raw == []


def test_theme_calls_no_python_methods(root):
    """Zensical's templates have no Python methods: only filters and the theme's own macros."""
    calls = {
        call
        for text in overrides(root).values()
        for expression in re.findall(r"\{[{%].*?[%}]\}", text)
        for call in re.findall(r"(\w+\.\w+)\(", expression)
    }
    macros = {
        "item.every",
        "item.top",
        "item.below",
        "item.marked",
        "languages.switch",
        "languages.alternates",
    }
    assert calls <= {"lang.t", "words.t", "fallback.t", *macros}


def test_no_file_of_the_look_names_another_host(root):
    """The look is served whole from the site itself."""
    files = [
        *(root / "overrides").rglob("*.html"),
        *(root / "generator/theme/assets").rglob("*.css"),
    ]
    files += [
        *(root / "generator/theme/assets").rglob("*.js"),
        root / "generator/theme/assets/favicon.svg",
    ]
    hosts = {
        h
        for f in files
        for h in re.findall(r"(?:https?:)?//[\w.-]+\.\w+[\w./]*", f.read_text("utf-8"))
    }
    assert hosts <= {"http://www.w3.org/2000/svg", "https://schema.org", "https://ogp.me"}


def test_preloaded_fonts_exist(root):
    """A page asks early only for fonts that are there."""
    main = overrides(root)["main.html"]
    wanted = re.findall(r"preload\" href=\"\{\{ '([^']+)'", main)
    assert len(wanted) == 2
    assert all((root / "generator" / "theme" / path).is_file() for path in wanted)


LETTERS = "etaoinshrdlcumwfgypbvkjxqz "
FREQUENCIES = (
    *(12.7, 9.1, 8.2, 7.5, 7, 6.7, 6.3, 6.1, 6, 4.3, 4, 2.8, 2.8, 2.4, 2.4, 2.2, 2, 2, 1.9, 1.5),
    *(1, 0.8, 0.2, 0.2, 0.1, 0.1, 19),
)
"""How often each letter is in English text, and a space."""

HELVETICA = (
    *(556, 278, 556, 556, 222, 556, 500, 556, 333, 556, 222, 500, 556, 833, 722, 278, 556, 500),
    *(556, 556, 500, 500, 222, 500, 556, 500, 278),
)
HELVETICA_BOLD = (
    *(556, 333, 556, 611, 278, 611, 556, 611, 389, 611, 278, 556, 611, 889, 778, 333, 611, 556),
    *(611, 611, 556, 556, 278, 556, 611, 500, 278),
)
"""How wide they are in thousandths (Adobe's metrics of Helvetica; Arial's are the same)."""


@pytest.mark.parametrize(
    ("face", "weight", "style", "widths"),
    [
        ("regular", "400", "normal", HELVETICA),
        ("semibold", "600 700", "normal", HELVETICA_BOLD),
        ("italic", "400", "italic", HELVETICA),
    ],
)
def test_text_takes_the_same_room_before_its_typeface_arrives(root, face, weight, style, widths):
    """The stand-in is as wide as the typeface and as high, so that nothing moves on the page."""
    assets = root / "generator/theme/assets"
    font = TTFont(assets / f"fonts/report-sans-{face}-latin.woff2")
    letters, advances = font.getBestCmap(), font["hmtx"]
    own = [advances[letters[ord(letter)]][0] for letter in LETTERS]
    size = _weighted(own) / font["head"].unitsPerEm * 1000 / _weighted(widths)
    rules = [
        dict(re.findall(r"([\w-]+): ([^;]+);", rule))
        for rule in re.findall(
            r"@font-face {(.*?)}", (assets / "css/tokens.css").read_text(), re.DOTALL
        )
    ]
    [told] = [
        rule
        for rule in rules
        if "Fallback" in rule["font-family"]
        and (rule["font-weight"], rule["font-style"]) == (weight, style)
    ]
    high = font["hhea"].ascent / font["head"].unitsPerEm
    low = -font["hhea"].descent / font["head"].unitsPerEm
    assert _percent(told["size-adjust"]) == pytest.approx(size, rel=0.01)
    assert _percent(told["ascent-override"]) * size == pytest.approx(high, rel=0.01)
    assert _percent(told["descent-override"]) * size == pytest.approx(low, rel=0.01)


def _weighted(widths):
    return sum(often * wide for often, wide in zip(FREQUENCIES, widths, strict=True))


def _percent(written):
    return float(written.removesuffix("%")) / 100
