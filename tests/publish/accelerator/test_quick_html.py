"""The quick readers find in any text what the parsers find whose place they take."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown, preprocessors
from mkdocs.structure import pages as mkdocs_pages

from generator.publish.accelerator.quick_html import quick_reading

SIMPLE = [
    *("<div>", "</div>", "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<span>", "</span>"),
    *('<h1 id="top">', "</h1>", '<h2 id="b&amp;b" class="r-x">', "</h2>", "<h3>", "</h3>"),
    *('<a class="r-heading-link" href="#top">', "</a>", '<a name="old">', '<p name="not" id="i">'),
    *('<section data-pagefind-ignore="">', "<div data-pagefind-ignore>", "</section>", "<br>"),
    *('<div class="linenodiv">', "<pre>", "</pre>", "<code>", "</code>", "<hr>", "<hr/>"),
    *('<svg viewBox="0 0 1 1"><path d="M1 1"/></svg>', "<title>One &amp; two</title>", "<sub>"),
    *('<DIV ID="Upper">', "</DIV>", '<img src="a.png" alt="x > y">', "<input disabled>"),
    *(
        "text",
        " ",
        "\n",
        "\n\n",
        "\n\n\n",
        "  ",
        "&amp;",
        "&#44;",
        "&#x2c;",
        "a & b",
        "&copy",
        "&#",
    ),
    *("# Heading", "- item", "*word*", "`code`", "    indented", "<details open>", "</details>"),
]
ODD = [
    *(
        "<",
        ">",
        "</",
        "</>",
        "<a",
        "<a b",
        "a < b",
        "<https://city.example>",
        "<!-- note -->",
        "<!--",
    ),
    *("<script>", "</script>", "<style>", "<title><b>x</b></title>", "<title>", "<textarea>"),
    *("<p id=bare>", "<p id='single'>", '<p id="a" id="b">', "<p\tid='t'>", "<?php ?>", "<!x>"),
    *("`<div>`", '<p title="<b>">', "<div / >", "</div >", '</div class="x">', "<x-y>", "&#44 x"),
]


def documents(parts):
    """Return texts put together from some parts."""
    return st.lists(st.sampled_from(parts), max_size=25).map("".join)


ANY = documents(SIMPLE) | documents([*SIMPLE, *ODD]) | st.text("<>/ab=\"'&;#! \n-p", max_size=40)


def ids(text):
    """Return the ids that MkDocs finds in the raw HTML of a page."""
    reader = mkdocs_pages._HTMLHandler()  # noqa: SLF001 - what is put in its place is tested
    reader.feed(text)
    reader.close()
    return reader.present_anchor_ids


def blocks(text):
    """Return what Python-Markdown leaves of a text, and the raw HTML it takes out."""
    md = Markdown()
    lines = md.preprocessors["html_block"].run(text.split("\n"))
    return lines, md.htmlStash.rawHtmlBlocks


@given(ANY)
def test_ids_are_the_same(text):
    """Whatever a page's text, MkDocs knows the same places that a link can lead to."""
    slow = ids(text)
    with quick_reading():
        assert ids(text) == slow


@given(ANY)
def test_blocks_of_raw_html_are_the_same(text):
    """Whatever a page's text, Markdown takes out the same blocks and reads the same rest."""
    slow = blocks(text)
    with quick_reading():
        assert blocks(text) == slow


@given(documents(["```", "~~~", "~~~~", " ", "\n", "\n\n", "py", "{#a .b}", "<p>", "`", "word"]))
def test_blocks_of_code_are_the_same(text):
    """Markdown takes blocks of code out of a text alike."""

    def code():
        md = Markdown(extensions=["fenced_code"])
        lines = md.preprocessors["fenced_code_block"].run(text.split("\n"))
        return lines, md.htmlStash.rawHtmlBlocks

    slow = code()
    with quick_reading():
        assert code() == slow


@given(documents(["<p", ">", " ", "\n", "\n  \n", "\x1c", "\u2003", "word", '"', "=", "\t"]))
def test_empty_lines_go_as_they_went(text):
    """Markdown takes spaces out of empty lines alike."""

    def lines():
        return preprocessors.NormalizeWhitespace(Markdown()).run(text.split("\n"))

    slow = lines()
    with quick_reading():
        assert lines() == slow


def test_a_block_within_and_behind_others_is_the_same():
    """Blocks that follow each other in one line, and lines that are indented, are read alike."""
    texts = ("<p>a</p><div>b</div>\n\nx", "   <div>\n<p>\n</div>\n\n\n<p>a</p> b", "x <div>")
    for text in texts:
        slow = blocks(text)
        with quick_reading():
            assert blocks(text) == slow


def parsers():
    """Return the two classes whose places are taken."""
    handler = mkdocs_pages._HTMLHandler  # noqa: SLF001 - as above
    return preprocessors.HTMLExtractor, handler


def test_the_parsers_come_back():
    """Outside of a build the two parsers are what they were, also after a fault."""
    before = parsers()

    with suppress(LookupError), quick_reading():
        assert not set(parsers()) & set(before)
        raise LookupError

    assert parsers() == before
