"""A page of prose: its headings are the page's own, and a long text is folded below them."""

from generator.render.html.environment import site_environment
from generator.render.html.prose import LONG_TEXT, ProsePrinter, SectionedText
from tests.spoken import ENGLISH

TEXT = """Before.

## The *team*

One[^a].

### Inside

## The team

Two.

[^a]: A note.
"""


def sections(markdown: str) -> SectionedText:
    """Return a text in sections, with links as they are."""
    return ProsePrinter(str, site_environment(ENGLISH)).sections(markdown, "page")


def test_headings_become_the_pages_own() -> None:
    """The contents list has them, each under a name of its own that says what it is."""
    found = sections(TEXT)

    assert "Before" in found.before
    assert [s.heading for s in found.sections] == ["The <em>team</em>", "The team"]
    assert [s.anchor for s in found.sections] == ["text-the-team", "text-the-team--2"]
    assert "<h3>Inside</h3>" in found.sections[0].html
    assert "A note" in found.notes
    assert not found.folded


def test_headings_in_any_script_have_anchors() -> None:
    """A heading without a Latin letter is linked to by its own."""
    (section,) = sections("## История города\n\nТекст.").sections

    assert section.anchor == "text-история-города"


def test_a_text_without_headings_is_whole() -> None:
    """Nothing of it is lost or folded away without a name."""
    found = sections("Only this.")

    assert "Only this" in found.before
    assert found.sections == ()
    assert found.notes == ""


def test_a_long_text_is_folded_by_its_headings() -> None:
    """Whoever looks for one section meets all headings on the first screens."""
    long = f"## One\n\n{'word ' * (LONG_TEXT // 5)}\n\n## Two\n\nEnd."

    assert sections(long).folded
    assert not sections(long[: LONG_TEXT // 2]).folded
