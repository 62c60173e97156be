"""Pages of a report are filled: no page nearly empty, no heading apart from what it heads."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest
from pdf.papers import TOWNS, paper, printed, reports
from pdf.tagged import Tagged

from generator.commands.documents import PdfRequest
from generator.model.look import PaperSize
from generator.views.print.blocks import Heading

pytestmark = pytest.mark.slow

HEAD, FOOT = 56, 50
"""Points above and below which are what a page repeats."""

LEAST_FILLED = 1 / 3

MOST_REAL_PAGES = 105
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class PageText:
    """Words of a page with how far down they end, as a share of the room for text."""

    words: tuple[tuple[str, float], ...]

    @property
    def filled(self) -> float:
        """Return how far down the last word is."""
        return max((down for _, down in self.words), default=0.0)


@cache
def made(name: str) -> bytes:
    """Return a report by town and paper, such as `real a4`, or as the gate prints it."""
    town, size = name.split()
    if size != "a4":
        return paper(f"{town} report").pdf.content
    now, editions = reports(town)
    wanted = PdfRequest("report", paper=PaperSize.A4)
    return printed(TOWNS[town], now, editions, wanted).pdf.content


@cache
def pages(name: str) -> tuple[PageText, ...]:
    """Return the text of every page, read by Poppler."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.pdf"
        file.write_bytes(made(name))
        read = subprocess.run(
            ["pdftotext", "-bbox", file, "-"], capture_output=True, check=True
        ).stdout
    # Poppler writes characters that XML has not.
    tree = ET.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", read))  # noqa: S314 - it is our own
    return tuple(PageText(tuple(_words(one))) for one in tree.iter(f"{XHTML}page"))


def _words(one: ET.Element) -> Iterator[tuple[str, float]]:
    high = float(one.attrib["height"])
    for word in one.iter(f"{XHTML}word"):
        top, bottom = float(word.attrib["yMin"]), float(word.attrib["yMax"])
        if top > HEAD and bottom < high - FOOT:
            yield word.text or "", (bottom - HEAD) / (high - HEAD - FOOT)


def starts(name: str) -> set[int]:
    """Return the pages on which a part begins."""
    file = Tagged(made(name))
    fresh = {
        part.text
        for part in paper(f"{name.split(maxsplit=1)[0]} report").document.parts
        if isinstance(part, Heading) and part.fresh_page
    }
    heads = file.root.find("H2")
    found = {file.pages_of(head)[0] for head in heads if file.text(head) in fresh}
    contents = next(e for e in heads if file.text(e) == "Contents")
    return found | {file.pages_of(contents)[0]}


each = pytest.mark.parametrize("name", ["real letter", "real a4", "sample letter", "sample a4"])


@each
def test_no_page_is_nearly_empty(name: str) -> None:
    """Each is filled by a third at least, but for the cover and the last page of a part."""
    found = pages(name)
    last = {start - 1 for start in starts(name)} | {len(found)}
    thin = {
        number: round(one.filled, 2)
        for number, one in enumerate(found, start=1)
        if one.filled < LEAST_FILLED and number not in last
    }

    assert thin == {}


@each
def test_no_heading_is_at_the_foot_of_a_page(name: str) -> None:
    """Whatever a heading heads begins below it, on the same page."""
    file = Tagged(made(name))
    order_of_reading = [e for e in file.root.walk() if e.marked]
    apart = []
    for place, element in enumerate(order_of_reading[:-1]):
        if re.fullmatch(r"H[2-6]", element.tag):
            here = file.pages_of(element)[-1]
            after = file.pages_of(order_of_reading[place + 1])[0]
            if after != here:
                apart.append((here, file.text(element)))

    assert apart == []


@each
def test_the_first_page_after_the_cover_has_all_at_a_glance(name: str) -> None:
    """The dashboard is one page: what comes after it begins on the next."""
    file = Tagged(made(name))
    heads = {file.text(head): file.pages_of(head)[0] for head in file.root.find("H2")}

    assert heads["At a glance"] == 2
    assert heads["Contents"] == 3
    assert pages(name)[1].filled > LEAST_FILLED


def test_the_real_report_is_short_enough_to_be_read() -> None:
    """About a hundred pages: what is told is told once."""
    assert len(pages("real letter")) <= MOST_REAL_PAGES
