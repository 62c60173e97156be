"""The press: what Typst and the finishing pass make of documents, hard ones too."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from press import living

from generator.core.errors import GeneratorError
from generator.publish.pdf import typesetting as press
from generator.publish.pdf.typesetting import Attachment, print_pdf
from generator.render.pdf.document import RenderedDocument, render_document
from generator.views.base.blocks import Fact, SideNote, Words
from generator.views.base.table_builder import table
from generator.views.print.blocks import Empty, FactList, Heading, Masthead, ProseBlock, TableBlock
from generator.views.print.document import document
from tests.spoken import ENGLISH

ON = datetime(2024, 2, 10, tzinfo=UTC)
TOP = Masthead("Larkhaven", "A document", "", "As things stood", ())
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 6


def made(*parts, paper="us-letter", **more):
    """Return the PDF of a few parts under a masthead."""
    whole = document(living("larkhaven"), "department", "T", "d", (TOP, *parts))
    printed = render_document(whole, ENGLISH, paper)
    return print_pdf(printed, ON, **more)


def elements(pdf, kind):
    """Return every element of the structure tree of a kind."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        inside = element.get("/K")
        children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [c for c in reversed(children) if isinstance(c, pikepdf.Dictionary)]
        if element.get("/S") == kind:
            found.append(element)
    return found


def attribute(cell, name):
    """Return an attribute of a table's cell."""
    found = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
    return next(one[name] for one in found if name in one)


def spoken(pdf):
    """Return the languages that pages and tags name."""
    shown = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    tagged = (
        str(o.Lang) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Lang" in o
    )
    return {found.decode() for found in re.findall(rb"/Lang\((\w+)", shown)} | set(tagged)


def rows(number):
    """Return a table with a number of rows."""
    columns = {"Name": lambda n: f"Row {n}", "What": lambda _: "x", "Count:number": lambda n: n}
    return TableBlock(table("t", "Many rows", range(number), columns))


def test_every_row_of_a_table_over_several_pages_has_a_header():
    """Sixty rows stay one table, and each row's first cell names it for the others."""
    pdf = pikepdf.open(BytesIO(made(rows(60)).content))
    assert len(pdf.pages) > 1
    assert len(elements(pdf, "/Table")) == 1
    heads = [th for th in elements(pdf, "/TH") if attribute(th, "/Scope") == "/Row"]
    assert len(heads) == 60
    names = {bytes(th.ID) for th in elements(pdf, "/TH")}
    for cell in elements(pdf, "/TD"):
        headers = attribute(cell, "/Headers")
        assert {bytes(name) for name in headers} <= names
        assert len(headers) == 2
    listed = [bytes(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert listed == sorted(names)


def test_the_same_document_gives_the_same_bytes():
    """Nothing of the day, the folder or the run gets into the file."""
    sums = {hashlib.sha256(made(rows(3)).content).hexdigest() for _ in range(2)}
    assert len(sums) == 1


def test_data_is_attached_under_its_name():
    """A PDF carries the data behind it, as PDF/A-3 asks."""
    attachment = Attachment("initiatives.csv", "text/csv", "Initiatives", b"id\r\n")
    pdf = pikepdf.open(BytesIO(made(rows(1), attachments=[attachment]).content))
    assert pdf.attachments["initiatives.csv"].get_file().read_bytes() == b"id\r\n"
    assert [str(spec.AFRelationship) for spec in pdf.Root.AF] == ["/Data"]


def test_a_character_without_a_glyph_is_refused_and_named():
    """No box is ever printed; the message says which characters have no glyph."""
    with pytest.raises(GeneratorError, match="could not be displayed"):
        made(Empty("A \N{BICYCLE} ride"))


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
@pytest.mark.parametrize(
    "part",
    [
        pytest.param(Heading(2, LONG), id="one long word"),
        pytest.param(Heading(2, "A title of many words " * 14), id="title of 300 characters"),
        pytest.param(Empty("«Привет, мир», їжак, ¿señor?"), id="russian, ukrainian, spanish"),
        pytest.param(FactList((Fact(LONG, (Words(LONG), SideNote(LONG))),)), id="long facts"),
        pytest.param(ProseBlock("", 3), id="no prose at all"),
        pytest.param(ProseBlock(f"# A\n\n- {LONG}\n\n> b\n\n[^1]\n\n[^1]: c", 2), id="rich prose"),
        pytest.param(FactList(()), id="no facts"),
    ],
)
def test_hard_texts_are_set(part, paper):
    """Long words, long titles, other alphabets and nothing at all make a page."""
    assert made(part, paper=paper).pages >= 1


def test_language_and_title_are_told():
    """A reader that speaks aloud knows the language, the title, and passages in another one."""
    pdf = pikepdf.open(BytesIO(made(Empty("Привет, мир, and ¿qué pasa?")).content))
    assert str(pdf.Root.Lang) == "en-US"
    assert str(pdf.docinfo.Title) == "T"
    assert str(pdf.docinfo.Author) == "The editors of this report, not Larkhaven (an invented town)"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert {"ru", "es"} <= spoken(pdf)


def test_a_picture_in_prose_is_drawn(root):
    """A picture alone in its paragraph, and one among words, are drawn and not only described."""
    words = "![A quay](media:quay.png)\n\nHere ![the quay](media:quay.png) it is."
    quay = (root / "tests/sample/content/media/quay.png").read_bytes()
    whole = document(living("larkhaven"), "department", "T", "d", (TOP, ProseBlock(words, 3)))
    printed = render_document(whole, ENGLISH)
    assert printed.media == ("quay.png",)
    pdf = pikepdf.open(BytesIO(print_pdf(printed, ON, pictures={"quay.png": quay}).content))
    assert sorted(str(f.Alt) for f in elements(pdf, "/Figure")) == ["A quay", "the quay"]
    assert all(len(f.K) for f in elements(pdf, "/Figure"))


def test_what_would_be_lost_is_refused(tmp_path, monkeypatch):
    """What Typst leaves out with a mere warning is a fault: nothing is lost in silence."""
    template = '#set document(title: "T")\n= T\n#let f() = { [lost]; return [x] }\n#f()'
    (tmp_path / "document.typ").write_text(template, "utf-8")
    monkeypatch.setattr(press, "PRINT_TEMPLATES", tmp_path)
    with pytest.raises(GeneratorError, match="would be lost in print"):
        print_pdf(RenderedDocument(b"{}", ()), ON)


def test_a_link_to_nothing_is_refused():
    """A link to a heading that the document lacks is a fault, and names it."""
    lost = b'{"k":"paragraph","sticky":false,"c":[{"k":"a","t":"there","to":"nowhere/"}]}'
    whole = document(living("larkhaven"), "department", "T", "d", (TOP, Empty("x")))
    printed = render_document(whole, ENGLISH)
    data = printed.data.replace(b'{"k":"empty","t":"x"}', lost)
    assert lost in data
    with pytest.raises(GeneratorError, match='"nowhere/"'):
        print_pdf(replace(printed, data=data), ON)
