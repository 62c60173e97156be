"""Rendered pages kept by all that they depend on: never the text of another page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import DictLoader, Environment
from larkhaven import larkhaven
from markupsafe import Markup

from generator.derive.snapshot import snapshot
from generator.memory import Shelf
from generator.model.dates import PartialDate
from generator.model.keys import Phase, Status
from generator.pages.blocks import LinkTo, Words
from generator.pages.page import Frame, Page
from generator.pages.site import pages
from generator.render.keeping import CompiledTemplates, KeptPages, digest_of
from generator.render.site import render_site

FRAME = Frame("None of this is true.", "CC0", "10 February 2024")


def _pages():
    now = snapshot(larkhaven(), larkhaven().about.as_of)
    return tuple(pages(now))


def _counting(made):
    def render():
        made.append(1)
        return f"text {len(made)}"

    return render


def test_every_page_is_kept_and_found_again(tmp_path):
    """Equal pages, made of other objects, are taken from the shelf, byte for byte."""
    shelf, fresh = Shelf(tmp_path), render_site(_pages(), FRAME)

    first = render_site(_pages(), FRAME, shelf)
    kept = sorted(path.name for path in tmp_path.iterdir())
    second = render_site(_pages(), FRAME, shelf)

    assert first == second == fresh
    assert len(kept) == len(_pages())
    assert sorted(path.name for path in tmp_path.iterdir()) == kept


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"description": "Another"},
        {"target": "another/"},
        {"template": "area"},
        {"view": Words("other words")},
        {"crumbs": (LinkTo("Home", "./"),)},
        {"searchable": False},
        {"frame": FRAME},
    ],
)
def test_another_page_is_another_text(tmp_path, change):
    """Whatever of a page differs: the text that is kept is not taken."""
    page = Page("one/", "home", "One", "About one.", Words("words"))
    kept, made = KeptPages(Shelf(tmp_path), "program", ["one/"]), []

    texts = [kept.text(p, FRAME, _counting(made)) for p in (page, replace(page, **change), page)]

    assert texts == ["text 1", "text 2", "text 1"]


@pytest.mark.parametrize(
    ("program", "known", "frame"),
    [
        ("another", ["one/"], FRAME),
        ("program", ["one/", "two/"], FRAME),
        ("program", ["one/"], replace(FRAME, notice="Reconstructed.")),
    ],
)
def test_other_surroundings_are_another_text(tmp_path, program, known, frame):
    """Another program, another page of the site or another frame makes every page anew."""
    page, made = Page("one/", "home", "One", "About one.", Words("words")), []
    KeptPages(Shelf(tmp_path), "program", ["one/"]).text(page, FRAME, _counting(made))

    KeptPages(Shelf(tmp_path), program, known).text(page, frame, _counting(made))

    assert len(made) == len("ab")


def test_what_no_page_needs_is_swept_away(tmp_path):
    """The shelf holds the pages of the newest run and no more."""
    page = Page("one/", "home", "One", "About one.", Words("words"))
    KeptPages(Shelf(tmp_path), "before", []).text(page, FRAME, _counting([]))
    now = KeptPages(Shelf(tmp_path), "now", [])
    now.text(page, FRAME, _counting([]))

    now.sweep()

    assert len(list(tmp_path.iterdir())) == 1


VALUES = [
    *(
        1,
        True,
        "1",
        "",
        None,
        (),
        ("1",),
        ["1"],
        {"a": 1},
        {"a": "1"},
        ("a", ("b",)),
        (("a",), "b"),
    ),
    *(Decimal("1.0"), Decimal("1.00"), date(2016, 1, 1), PartialDate("2016"), PartialDate("2016~")),
    *({"a": 1, "b": 2}, {"b": 2, "a": 1}, Markup("1"), Markup("&amp;"), "&amp;"),
    *(Status.UNDER_WAY, Status.ONGOING, Phase.CLOSED, "under_way", Words("a"), Words("b")),
    *(larkhaven().initiatives[0], larkhaven().initiatives[1], LinkTo("a", "b"), LinkTo("b", "a")),
]


def test_different_values_have_different_digests():
    """No two values that print otherwise, or come in another order, are taken for each other."""
    digests = [digest_of(value) for value in VALUES]

    assert None not in digests
    assert len(set(digests)) == len(VALUES)


def test_equal_values_have_equal_digests_whatever_they_share():
    """A record copied whole, or parts that are one object, make no difference."""
    one, words = larkhaven().initiatives[0], Words("a")

    assert digest_of(one) == digest_of(one.model_copy(deep=True))
    assert digest_of((words, words)) == digest_of((words, Words("a")))


def test_what_cannot_be_told_apart_is_never_kept(tmp_path):
    """A view with a function of its own is rendered each time."""
    page = Page("one/", "home", "One", "About one.", lambda: 1)
    kept, made = KeptPages(Shelf(tmp_path), "program", []), []

    assert [kept.text(page, FRAME, _counting(made)) for _ in "ab"] == ["text 1", "text 2"]
    assert not list(tmp_path.iterdir())


def test_templates_are_compiled_once_for_a_program(tmp_path):
    """Bytecode of another program, or of a template that has changed, is not run."""

    def printed(program, source):
        compiled = CompiledTemplates(Shelf(tmp_path), program)
        environment = Environment(loader=DictLoader({"a": source}), bytecode_cache=compiled)  # noqa: S701 - no page
        return environment.get_template("a").render()

    assert printed("one", "first") == "first"
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert printed("one", "first") == "first"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept
    assert printed("one", "second") == "second"
    assert printed("two", "third") == "third"
    assert len(list(tmp_path.iterdir())) == 1
