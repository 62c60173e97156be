"""The staff report for a word processor, by what its package says and what LibreOffice reads."""

import io
import json
import subprocess
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from larkhaven import larkhaven, pictures
from press import living

from generator.publish.docx.writing import print_docx
from generator.render.pdf.document import render_document
from generator.render.pdf.text import ZERO_WIDTH_SPACE
from generator.views.print.staff_report import staff_report_document
from tests.spoken import ENGLISH

ON = datetime(2024, 2, 10, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN = "{urn:oasis:names:tc:opendocument:xmlns:"
"""What names of OpenDocument begin with."""

ALT = "A white gauge on the quay, red from the fifth mark on."
ANALYSIS = f"""Two things are **certain**, and one is *not* so[^1].

## In numbers

| Quay | Gauges |
| --- | ---: |
| North | 3 |

![{ALT}](media:gauge.png)

- First
    - Within the first
- Second: [the harbor](https://harbor.example/)

> Somebody said so.

[^1]: Ask the Harbour Director.
"""


@cache
def package(analysis=ANALYSIS):
    """Return the bytes of the staff report of the sample's meeting, with a hard analysis."""
    (meeting,) = larkhaven().meetings
    meeting = meeting.model_copy(update={"analysis": analysis or None})
    document = staff_report_document(living("larkhaven"), meeting)
    return print_docx(render_document(document, ENGLISH, "a4"), ON, pictures(), "Larkhaven")


def part(name, content=None):
    """Return the root of one part of a package."""
    with zipfile.ZipFile(io.BytesIO(content or package())) as opened:
        return ET.fromstring(opened.read(name))  # noqa: S314 - our own file


def body():
    """Return the text's root."""
    return part("word/document.xml")


def text_of(element):
    """Return the words inside an element."""
    return "".join(found.text or "" for found in element.iter(f"{W}t"))


def styled(prefix):
    """Return the style and the words of each paragraph of a kind of style."""
    found = []
    for paragraph in body().iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        if name.startswith(prefix):
            found.append((name, text_of(paragraph)))
    return found


def test_headings_have_the_styles_of_headings():
    """One title, its sections below it, and what a text has itself below these."""
    assert styled("Heading") == [
        ("Heading1", "Staff report"),
        ("Heading2", "Recommendation"),
        ("Heading2", "Background"),
        ("Heading2", "Analysis"),
        ("Heading3", "In numbers"),
        ("Heading2", "Fiscal impact"),
        ("Heading2", "Goals served"),
        ("Heading2", "Attachments"),
    ]


def test_every_table_has_a_row_of_headers_that_is_repeated():
    """The first row of each, and no other; no table is there for the look of it."""
    tables = list(body().iter(f"{W}tbl"))
    assert len(tables) > 4
    for table in tables:
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(text_of(cell) for cell in first.iter(f"{W}tc"))
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_tables_are_named_and_captioned():
    """What stands above a table is in its properties too."""
    named = [
        table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for table in body().iter(f"{W}tbl")
    ]
    captions = [text for _, text in styled("Caption")]
    assert "The largest sums" in captions
    assert all(any(text.startswith(name) for text in captions) for name in named if name)


def test_the_language_is_said_once_for_all_and_where_it_changes():
    """Styles, settings and properties name that of the document."""
    tag = ENGLISH.speaks
    languages = [found.get(f"{W}val") for found in part("word/styles.xml").iter(f"{W}lang")]
    assert languages == [tag]
    told = {child.tag.rpartition("}")[2]: child.text for child in part("docProps/core.xml")}
    assert told["language"] == tag
    assert told["title"].startswith("Staff report to the")
    assert told["creator"] == told["lastModifiedBy"] == "Larkhaven"
    assert told["created"] == told["modified"] == "2024-02-10T00:00:00Z"


def test_every_picture_has_words():
    """The alternative text that its author gave it; there is no other picture."""
    drawn = [found for found in body().iter() if found.tag.endswith("}docPr")]
    assert [found.get("descr") for found in drawn] == [ALT]


def test_lists_are_lists_and_notes_are_told():
    """Marks and numbers are the word processor's own; a note stands below its text."""
    assert [name for name, _ in styled("List")] == [
        *("ListNumber", "ListNumber", "ListBullet", "ListBullet2", "ListBullet")
    ]
    text = text_of(body())
    assert "not so [1]" in text
    assert "[1] Ask the Harbour Director." in text
    links = part("word/_rels/document.xml.rels")
    assert "https://harbor.example/" in [link.get("Target") for link in links]


def test_a_placeholder_is_marked_by_words_and_by_its_style():
    """Nobody takes it for a text, with or without colors."""
    content = package("")
    found = [
        text_of(p)
        for p in part("word/document.xml", content).iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(f"{W}val") == "Placeholder"
    ]
    (said,) = found
    assert said.startswith("Placeholder: Write here")


def test_the_same_report_gives_the_same_bytes():
    """No time of day is in the package, and nothing of the library's own document."""
    before = package()
    package.cache_clear()
    assert package() == before
    with zipfile.ZipFile(io.BytesIO(before)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in opened.namelist())


NO_WORDS = {"k", "kinds", "anchor", "to", "url", "g", "tone", "align", "file", "label"}
"""What the data says beside words."""


def words_in(value):
    """Yield every text of a document's data that is printed."""
    if isinstance(value, str):
        yield value.replace(ZERO_WIDTH_SPACE, "").strip()
    elif isinstance(value, list):
        for item in value:
            yield from words_in(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in NO_WORDS:
                yield from words_in(item)


@pytest.mark.parametrize("which", ["larkhaven", "west-hollywood"])
def test_the_words_are_those_of_the_pdf(which):
    """Every text of the data that the PDF is set from is in the file, in the same order."""
    frame = living(which)
    printed = render_document(staff_report_document(frame, None), ENGLISH)
    text = text_of(part("word/document.xml", print_docx(printed, ON, pictures(), "An office")))
    said = list(words_in(json.loads(printed.data)["parts"]))
    assert len(said) > 100
    assert [one for one in said if one not in text] == []


@pytest.mark.slow
def test_libreoffice_reads_it(tmp_path: Path):
    """It opens, and headings, rows of headers, and words of pictures are known as such."""
    (tmp_path / "staff-report.docx").write_bytes(package())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = subprocess.run(
        [
            *("soffice", "--headless", profile, "--convert-to", "fodt", "--outdir", tmp_path),
            tmp_path / "staff-report.docx",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    read = tmp_path / "staff-report.fodt"
    assert read.exists(), done.stdout + done.stderr
    root = ET.fromstring(read.read_bytes())  # noqa: S314 - LibreOffice made it
    headings = ["".join(h.itertext()) for h in root.iter(f"{OPEN}text:1.0}}h")]
    assert headings == [text for _, text in styled("Heading")]
    tables = list(root.iter(f"{OPEN}table:1.0}}table"))
    assert len(tables) == len(list(body().iter(f"{W}tbl")))
    for table in tables:
        assert table.find(f"{OPEN}table:1.0}}table-header-rows") is not None
    described = root.iter("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc")
    assert [found.text for found in described] == [ALT]
