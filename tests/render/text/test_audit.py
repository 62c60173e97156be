"""A sample as text: whole in both forms, and in Markdown nothing of content is markup."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from nasty import PLAIN

from generator.render.text.audit import markdown_sections, plain_sections
from generator.views.base.blocks import Fact, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.table_builder import table
from generator.words.localization import Localization

ENGLISH = Localization("en-US")


def view(text: str) -> SectionsView:
    """Return a page of one section that says a text everywhere."""
    listed = table("one", text, [text], {text: lambda row: row, "Also": lambda row: row})
    section = Section("one", text, listed, text=text, facts=(Fact(text, (Words(text),)),))
    return SectionsView(text, text, (), (section,))


def test_the_plain_form_says_everything_in_its_order() -> None:
    """Title, lede, heading, text, fact, and the table with its head."""
    assert plain_sections(view("Quays"), ENGLISH).splitlines() == [
        *("Quays", "", "Quays", "", "Quays"),
        *("  Quays", "  Quays: Quays", "  Quays | Also", "  Quays | Quays"),
    ]


@given(text=st.sampled_from(PLAIN))
def test_in_markdown_no_text_is_markup(text: str) -> None:
    """Whatever an editor typed comes out of Markdown as the same words, and as no tag."""
    html = Markdown(extensions=["tables"]).convert(markdown_sections(view(f"A {text}"), ENGLISH))
    soup = BeautifulSoup(html, "html.parser")

    known = {"h1", "h2", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert {tag.name for tag in soup.find_all(name=True)} <= known
    said = [tag.text.split() for tag in soup.select("h1, p, h2, td")]
    assert said == [f"A {text}".split()] * 6
