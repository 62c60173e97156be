"""A document is small enough to mail: some eight kilobytes a page, its data aside."""

from io import BytesIO

import pikepdf
import pytest
from crowd import crowd
from pdf.papers import NAMES, TOWNS, Paper, paper, printed, reports

from generator.derive.snapshot.snapshot import snapshot

pytestmark = pytest.mark.slow

MOST_BYTES_A_PAGE = 9216
"""Nine kilobytes: pages are filled to their end, and those of claims have a link in every cell."""

SHORT = ("brief", "sheet")
"""Documents of one or two pages, in which what a file has once weighs more than the pages do."""

MOST_BYTES_ONCE = 21_504
"""Typefaces, color profile, properties and bookkeeping of a short document: the letters of three
faces alone take 13 kB, whether they are printed once or on a hundred pages."""


MOST_BYTES_OF_OWN_TYPEFACE = 8_192
"""What a report's own typeface takes more: nobody cut it for print, as the program's own is."""


def once(name: str) -> int:
    """Return what a file of a report may have once."""
    town, _ = name.split()
    own = reports(town)[0].report.about.look.typeface
    return MOST_BYTES_ONCE + (MOST_BYTES_OF_OWN_TYPEFACE if own else 0)


@pytest.mark.parametrize("name", [n for n in NAMES if n.split()[1] not in SHORT])
def test_pages_are_light(name: str) -> None:
    """A report or packet is within nine kilobytes a page, but for what any file has once."""
    made = paper(name)

    assert weight(made) <= made.pdf.pages * MOST_BYTES_A_PAGE + once(name)


@pytest.mark.parametrize("name", [n for n in NAMES if n.split()[1] in SHORT])
def test_short_documents_are_light(name: str) -> None:
    """A brief or sheet is so too, but for what any file has once, which has a bound of its own."""
    made = paper(name)

    assert weight(made) <= made.pdf.pages * MOST_BYTES_A_PAGE + once(name)


def test_a_crowd_is_light() -> None:
    """A hundred random initiatives keep to the same weight."""
    report = crowd(100)
    made = printed(TOWNS["real"], snapshot(report, report.about.as_of))

    assert weight(made) <= made.pdf.pages * MOST_BYTES_A_PAGE


def weight(made: Paper) -> int:
    """Return the bytes of a file without those of the data it carries."""
    with pikepdf.open(BytesIO(made.pdf.content)) as pdf:
        attached = pdf.Root.get("/AF", ())
        return len(made.pdf.content) - sum(len(f.EF.F.read_raw_bytes()) for f in attached)
