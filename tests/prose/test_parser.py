"""A Markdown field becomes one small tree with all the author's words and none of their HTML."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose import parser
from generator.prose.parser import parse_prose
from generator.prose.tree import Element, Prose, images, links, walk, words

KNOWN_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "img", "em", "strong", "code", "pre"),
    *("blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br", "hr"),
    *("noteref", "notes", "note"),
}


def test_the_dialect_becomes_elements() -> None:
    """Emphasis, links and tight lists become the elements that they are."""
    prose = parse_prose("A *b* [c](https://d.example).\n\n- e\n- f")

    assert prose.children == (
        Element(
            "p",
            (),
            (
                "A ",
                Element("em", (), ("b",)),
                " ",
                Element("a", (("href", "https://d.example"),), ("c",)),
                ".",
            ),
        ),
        Element("ul", (), (Element("li", (), ("e",)), Element("li", (), ("f",)))),
    )
    assert prose.faults == ()


def test_footnotes_become_their_meaning() -> None:
    """A mark carries its number and a note its blocks; no id of the library is kept."""
    prose = parse_prose("Said[^a] twice[^a].\n\n[^a]: First.\n\n    Second.\n")

    first, notes = prose.children
    assert first.children == (
        "Said",
        Element("noteref", (("note", "1"),)),
        " twice",
        Element("noteref", (("note", "1"),)),
        ".",
    )
    note = Element("note", (), (Element("p", (), ("First.",)), Element("p", (), ("Second.",))))
    assert notes == Element("notes", (), (note,))
    assert prose.faults == ()


def test_lists_keep_their_first_number_and_drop_space_between_blocks() -> None:
    """A list that begins at three says so; loose items hold paragraphs only."""
    prose = parse_prose("3. three\n\n4. four\n")

    items = tuple(Element("li", (), (Element("p", (), (word,)),)) for word in ("three", "four"))
    assert prose.children == (Element("ol", (("start", "3"),), items),)


def test_table_cells_keep_their_alignment() -> None:
    """The alignment written in a table's second line is an attribute of its cells."""
    prose = parse_prose("| a | b |\n| --- | --: |\n| 1 | `2|3` |")

    cells = [e for e in walk(prose.children) if e.tag in {"th", "td"}]
    assert [cell.attribute("align") for cell in cells] == ["", "right", "", "right"]
    assert words(prose.children) == "a b 1 2|3"


def test_html_of_the_author_stays_visible_as_text() -> None:
    """A tag is neither carried out nor lost: it is shown as typed."""
    prose = parse_prose("<div>\nsay <b onclick=x>b</b>\n</div>")

    assert words(prose.children) == "<div> say <b onclick=x>b</b> </div>"
    assert {e.tag for e in walk(prose.children)} == {"p"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//host/x",
        "/\\host",
        "../up",
        "#here",
        "file:///etc/passwd",
        "source:two words",
        "source:../x",
        "https:host",
        "https://",
        "media:file.pdf",
        "SOURCE:abc",
    ],
)
def test_a_refused_link_keeps_its_words_only(address: str) -> None:
    """No link leads anywhere but to the web, to mail, to a telephone or into the report."""
    prose = parse_prose(f"[words](<{address}>)")

    assert words(prose.children) == "words"
    assert links(prose) == []
    assert prose.faults != ()


def test_links_and_images_are_listed_with_their_lines() -> None:
    """Checks of references get each target in reading order with its line."""
    prose = parse_prose(
        "[a](source:one)\n\n[b](initiative:two) ![c](media:d/e.png)\n\n"
        "[f](source:one) <g@h.example>"
    )

    assert [(t.scheme, t.name, t.line) for t in links(prose)][:3] == [
        ("source", "one", 1),
        ("initiative", "two", 3),
        ("source", "one", 5),
    ]
    assert links(prose)[3].address == "mailto:g@h.example"
    assert [(t.name, t.line) for t in images(prose)] == [("d/e.png", 3)]


@pytest.mark.parametrize("address", ["https://h.example/x.png", "//h/x.png", "media:../x", "x.png"])
def test_a_refused_image_leaves_its_text(address: str) -> None:
    """Only files of content/media are shown; any other image gives way to its text."""
    prose = parse_prose(f"before ![what it shows]({address})")

    assert images(prose) == []
    assert words(prose.children) == "before what it shows"


def test_plain_text_has_no_marks_and_single_spaces() -> None:
    """Words for a description: blocks apart, marks left out, notes last."""
    prose = parse_prose("# One\n\ntwo[^1]  \nthree ![four](media:f.png)\n\n[^1]: five")

    assert words(prose.children) == "One two three four five"


@pytest.mark.parametrize(
    "markdown",
    [
        ">" * 3000 + "deep",
        "\n".join("    " * n + "- x" for n in range(120)),
        "[" * 1000,
        "![" * 600 + "](" * 600,
        "*a **b " * 800,
        "| " * 2000 + "\n" + "|-" * 2000,
        "[^1]: " * 500,
        "`" * 3001,
    ],
)
def test_heavy_nesting_is_survived(markdown: str) -> None:
    """Text that nests absurdly is still read, into a tree of bounded depth."""
    prose = parse_prose(markdown)

    assert _depth(prose.children) <= 45


def _depth(nodes: tuple[Element | str, ...]) -> int:
    return max((1 + _depth(n.children) for n in nodes if isinstance(n, Element)), default=0)


PIECES = st.sampled_from(
    [
        *("# ", "#### ", "- ", "1. ", "> ", "    ", "\n", "\n\n", "word", "*", "**", "`", "```"),
        *("| a | b |\n| - | - |\n", "| 1 ", "[^1]", "\n[^1]: note", "[x]", "(source:y)", "!["),
        *("](https://z.example)", "](javascript:a)", "<b>", "</b>", "<script>", "&lt;", "&#106;"),
        *("<!--", "-->", "<https://h.example>", "\\", "\x02", "\x03", "\x00", "klzzwxh:0000", "'"),
        *('"', "onclick=x", "<a@b.example>", "](media:f.png)", "[r]: http://r.example\n", "é", "�"),
    ]
)
MARKDOWN = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60))


@given(markdown=MARKDOWN)
def test_any_markdown_is_read_into_the_known_tree(markdown: str) -> None:
    """Reading never raises, and the tree holds known tags and allowed addresses only."""
    prose = parse_prose(markdown)

    assert {e.tag for e in walk(prose.children)} <= KNOWN_TAGS
    schemes = {t.scheme.lower() for t in links(prose)}
    assert schemes <= {"http", "https", "mailto", "tel", "source", "initiative", "area", "page"}
    assert {t.scheme for t in images(prose)} <= {"media"}


def _afresh(markdown: str) -> Prose:
    """Read a field as if no other had been read before."""
    parse_prose.cache_clear()
    parser.reader.cache_clear()
    return parse_prose(markdown)


@given(before=MARKDOWN, markdown=MARKDOWN)
def test_a_field_is_read_as_if_it_were_the_first(before: str, markdown: str) -> None:
    """Notes, addresses, tags and rows of one field never show in the next."""
    first = _afresh(markdown)
    _afresh(before)

    assert parse_prose.__wrapped__(markdown) == first


def test_a_field_too_deep_to_read_spoils_no_other() -> None:
    """After text that could not be read, plain words are read as ever."""
    plain = "one\n\n- two\n\n    three\n\n- four\n- five"
    first = _afresh(plain)
    assert parse_prose("- " * 3000 + "deep").faults != ()

    assert parse_prose.__wrapped__(plain) == first


def test_fields_are_read_in_threads_as_one_by_one() -> None:
    """Documents are printed in threads; none finds words of another in its own."""
    fields = [f"[a{n}][x] {n}[^1]\n\n[x]: source:s{n}\n[^1]: note {n}" for n in range(40)]
    alone = [_afresh(markdown) for markdown in fields]
    parse_prose.cache_clear()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parse_prose, fields)) == alone


def test_an_escaped_sign_arrives_in_a_note_too() -> None:
    """What the library puts in the place of a sign meanwhile is never shown."""
    assert words(parse_prose("a[^1]\n\n[^1]: b `\\`` c").children) == "a b ``` c"
