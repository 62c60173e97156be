"""Rendered pages kept by all that they depend on: never the text of another page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import DictLoader, Environment
from larkhaven import larkhaven
from markupsafe import Markup

from generator.derive.snapshot import snapshot
from generator.memory import NO_SHELF, Shelf
from generator.model.dates import PartialDate
from generator.model.keys import Phase, Status
from generator.pages.blocks import LinkTo, Words
from generator.pages.groups import PageGroup, PlainFile
from generator.pages.page import Frame, Page
from generator.pages.site import MovedView, page_groups, pages, prose_targets
from generator.render.keeping import CompiledTemplates, KeptTexts, digest_of
from generator.render.site import render_site

FRAME = Frame("None of this is true.", "CC0", "10 February 2024")


NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def _rendered(shelf=NO_SHELF):
    return render_site(page_groups(NOW), prose_targets(NOW), FRAME, shelf)


def _counting(made):
    def render():
        made.append(1)
        return f"text {len(made)}"

    return render


def test_every_page_is_kept_and_found_again(tmp_path):
    """Equal pages, made of other objects, are taken from the shelf, byte for byte."""
    shelf, fresh = Shelf(tmp_path), _rendered()

    first = _rendered(shelf)
    kept = sorted(path.name for path in tmp_path.iterdir())
    second = _rendered(shelf)

    assert first == second == fresh
    assert len(kept) == len(tuple(pages(NOW)))
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
    kept, made = KeptTexts(Shelf(tmp_path), "program", ["one/"]), []

    names = [kept.name((p, FRAME)) for p in (page, replace(page, **change), page)]
    texts = [kept.text(name, _counting(made)) for name in names]

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
    for kept, around in (
        (KeptTexts(Shelf(tmp_path), "program", ["one/"]), FRAME),
        (KeptTexts(Shelf(tmp_path), program, known), frame),
    ):
        kept.text(kept.name((page, around)), _counting(made))

    assert len(made) == len("ab")


def test_what_no_page_needs_is_swept_away(tmp_path):
    """The shelf holds the pages of the newest run and no more."""
    (tmp_path / "before").write_bytes(b"of another run")

    texts = _rendered(Shelf(tmp_path))

    assert len(list(tmp_path.iterdir())) == len(texts)


def _group(made, of, text="words"):
    """Return a group of one page and one file, which counts how often it is made."""

    def make():
        made.append(1)
        yield Page("one/", "moved", "One", "About one.", MovedView(text, LinkTo(text, "two/")))
        yield PlainFile("data/one.csv", f"a,{text}\r\n")

    return PageGroup(make, made_of=of)


@pytest.mark.parametrize("of", [None, ("one", 1)])
def test_a_group_is_not_made_where_it_is_known_to_be_the_same(tmp_path, of):
    """What says of what it is made is taken whole from the shelf; other groups are made."""
    made, shelf = [], Shelf(tmp_path)

    texts = [render_site([_group(made, of)], (), FRAME, shelf) for _ in "abc"]

    assert texts[0] == texts[1] == texts[2] == render_site([_group([], of)], (), FRAME)
    assert texts[0]["data/one.csv"] == "a,words\r\n"
    assert len(made) == (1 if of else 3)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_group_made_of_something_else_is_made(tmp_path):
    """Other inputs, another frame, other pages around or another number of files: all anew."""
    made, shelf = [], Shelf(tmp_path)
    other = replace(FRAME, disclaimer="Another")

    render_site([_group(made, ("one", 1))], (), FRAME, shelf)
    assert "other" in render_site([_group(made, ("one", 2), "other")], (), FRAME, shelf)["one.md"]
    assert "Another" in render_site([_group(made, ("one", 2))], (), other, shelf)["one.md"]
    render_site([_group(made, ("one", 2))], ("two/",), other, shelf)

    assert len(made) == 4


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
    kept, made = KeptTexts(Shelf(tmp_path), "program", []), []

    assert [kept.text(kept.name(page), _counting(made)) for _ in "ab"] == ["text 1", "text 2"]
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
