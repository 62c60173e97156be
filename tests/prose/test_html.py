"""Prose becomes finished HTML that no extension of the site can touch and no browser can misuse."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nasty import PLAIN, rendered

from generator.prose.html import NoteLabels, to_html
from generator.prose.parser import parse_prose

URLS = {"source:a": "/sources/#a", "media:b.png": "/media/b.png", "page:c": '/c/"><script>'}
VOID = {"br", "hr", "img"}
LABELS = NoteLabels("Notes", lambda number: f"Back to mark {number} in the text")


def _html(markdown: str, prefix: str = "x", first_level: int = 3) -> str:
    return to_html(
        parse_prose(markdown),
        resolve=lambda address: URLS.get(address, f"/{address.replace(':', '/')}/"),
        id_prefix=prefix,
        labels=LABELS,
        first_level=first_level,
    )


def test_prose_stands_in_one_wrapper_without_blank_lines() -> None:
    """One block, one line for each top element, no empty line even in code."""
    html = _html("# One\n\nTwo.\n\n    three\n\n    four\n")

    assert html == (
        '<div class="prose">\n<h3>One</h3>\n<p>Two&#46;</p>\n'
        "<pre><code>three&#10;&#10;four&#10;</code></pre>\n</div>"
    )


@pytest.mark.parametrize(
    ("markdown", "first_level", "expected"),
    [
        ("# a\n\n## b", 3, ["h3", "h4"]),
        ("## a\n\n### b", 2, ["h2", "h3"]),
        ("### a", 2, ["h2"]),
        ("# a\n\n## b\n\n### c\n\n#### d\n\n##### e", 4, ["h4", "h5", "h6", "h6", "h6"]),
    ],
)
def test_headings_begin_at_the_asked_level(
    markdown: str, first_level: int, expected: list[str]
) -> None:
    """The highest heading gets the first level, the others follow, none passes h6."""
    page = rendered(_html(markdown, first_level=first_level))

    assert [e.name for e in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])] == expected


def test_links_and_images_are_resolved_and_safe() -> None:
    """Internal addresses become URLs, the web gets its rel, quotes in a URL end nothing."""
    page = rendered(
        _html("[a](source:a) [b](https://x.example/?q=1&r='2'\"3\") ![c](media:b.png) [d](page:c)")
    )

    first, second, third = page.find_all("a")
    assert (first["href"], first.get("rel")) == ("/sources/#a", None)
    assert second["href"].startswith("https://x.example/?q=1&r=")
    assert second["rel"] == ["noopener", "noreferrer"]
    assert third["href"] == '/c/"><script>'
    assert (page.img["src"], page.img["alt"]) == ("/media/b.png", "c")
    assert page.script is None


def test_a_link_to_what_is_not_there_becomes_its_words() -> None:
    """Readers never arrive at an error page; emphasis inside the link stays."""
    html = to_html(
        parse_prose("See [the *ferry*](initiative:ferry), [a](source:a)."),
        resolve=lambda address: URLS.get(address, ""),
        id_prefix="x",
        labels=LABELS,
    )

    assert "See the <em>ferry</em>&#44; <a href=" in html


def test_tables_say_which_cells_are_headers() -> None:
    """Header cells have a scope; alignment is a class of ours, not a style."""
    page = rendered(_html("| a | b |\n| - | -: |\n| 1 | 2 |"))

    assert [(th["scope"], th.get("class")) for th in page.find_all("th")] == [
        ("col", None),
        ("col", ["r-right"]),
    ]
    assert page.find_all("td")[1]["class"] == ["r-right"]


def test_two_fields_on_one_page_do_not_share_ids() -> None:
    """Every id is there once, and every link to a note or back meets its id."""
    field = "A[^1] b[^n] c[^1].\n\n[^1]: One.\n[^n]: Two:\n\n    - x\n"

    page = rendered(_html(field, "first") + "\n\n" + _html(field, "second"))

    ids = [e["id"] for e in page.find_all(id=True)]
    targets = [a["href"].removeprefix("#") for a in page.find_all("a")]
    assert len(ids) == len(set(ids)) == 10
    assert set(targets) <= set(ids)
    assert len(targets) == 10
    assert all(a.get("aria-label") or a.get_text() for a in page.find_all("a"))


def test_nasty_code_passes_the_sites_extensions() -> None:
    """Text that extensions would react to arrives exactly out of a prose field's code."""
    arrived = {}
    for value in PLAIN:
        html = _html(f"Before.\n\n    {value}\n\nAfter.")
        page = rendered(f"# Title\n\n{html}\n\nNext.")
        around = [p.get_text() for p in page.find_all("p")]
        arrived[value] = (page.find("pre").get_text().rstrip("\n"), around)

    around = ["Before.", "After.", "Next."]
    assert arrived == {value: (value.rstrip(), around) for value in PLAIN}


def test_the_sites_extensions_change_nothing() -> None:
    """The page holds the very HTML that was printed, whatever the field says."""
    changed = []
    for value in PLAIN:
        html = _html(value)
        page = rendered(f"Before.\n\n{html}\n\nAfter.")
        if page.find("div", class_="prose") != rendered_alone(html):
            changed.append(value)

    assert changed == []


def rendered_alone(html: str) -> Tag:
    """Return the printed wrapper as an HTML parser sees it without any Markdown."""
    return BeautifulSoup(html, "html.parser").div


class _Audit(HTMLParser):
    """Follows HTML and asserts that it is well-formed and harmless."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "style", "iframe", "object", "form", "svg", "base", "meta"}
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src"}:
                url = (value or "").strip().lower()
                assert url.startswith(("/", "#", "http://", "https://", "mailto:", "tel:"))
                assert not url.startswith("//")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


ATTACKS = (Path(__file__).parent / "attacks.txt").read_text("utf-8").splitlines()
PIECES = st.sampled_from([*ATTACKS, "\n\n", "\n", "> ", "- ", "word", "[a](", ")", "`", '"', "<"])


@given(pieces=st.lists(PIECES, max_size=8))
@example(pieces=["\n\n".join(ATTACKS)])
def test_any_prose_is_well_formed_and_harmless(pieces: list[str]) -> None:
    """No tag is left open, and there is no script, no handler, no unsafe address."""
    html = _html("".join(pieces))

    audit = _Audit()
    audit.feed(html)
    audit.close()

    assert audit.open == []
    assert "\n\n" not in html


@given(markdown=st.text(max_size=80))
def test_any_text_at_all_is_well_formed_and_harmless(markdown: str) -> None:
    """The same holds for any characters whatsoever."""
    audit = _Audit()
    audit.feed(_html(markdown))
    audit.close()

    assert audit.open == []


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(PIECES, max_size=6))
@example(pieces=["\n\n".join(ATTACKS)])
def test_no_prose_is_changed_by_the_sites_extensions(pieces: list[str]) -> None:
    """Whatever attacks are put together, the page holds the very HTML that was printed."""
    html = _html("".join(pieces))

    page = rendered(f"Before.\n\n{html}\n\nAfter.")

    assert page.find("div", class_="prose") == rendered_alone(html)
    assert page.find_all("p")[-1].get_text() == "After."
