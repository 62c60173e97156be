"""The council's documents that the gate looks at: real content, the sample town, 500 initiatives.

`python -m pdf.papers` prints a digest of every document of the sample.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

from generator import pipeline
from generator.derive.snapshot import Snapshot, snapshot
from generator.derive.tables.report import report_tables
from generator.export.data_files import data_files
from generator.export.snapshot_json import to_json
from generator.model.report import Report
from generator.pages.documents.brief import LENGTHS, MOST_PAGES, Meeting, brief_document
from generator.pages.documents.department import (
    SHEET_LENGTHS,
    department_document,
    involved,
    sheet_document,
)
from generator.pages.documents.document import Document, Frame
from generator.pages.documents.report import report_document
from generator.publish.pdf import Attachment, print_pdf
from generator.publish.pdf_finish import Pdf
from generator.render.document import Printed, render_document
from generator.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TOWNS = {"real": Settings(ROOT), "sample": Settings(ROOT / "tests" / "sample")}

NAMES = (
    *(f"{town} {kind}" for town in TOWNS for kind in ("brief", "report", "department", "sheet")),
    "sample edition",
)


@dataclass(frozen=True)
class Paper:
    """A document as it was meant, as it was handed to the typesetter, and as it came out."""

    document: Document
    printed: Printed
    pdf: Pdf
    attachments: tuple[Attachment, ...]


@cache
def frame(town: str) -> Frame:
    """Return what the documents of a town's living report say of it."""
    checked = pipeline.check(TOWNS[town], pipeline.Clockwork())
    if checked.now is None:
        raise AssertionError("\n".join(map(str, checked.issues)))
    return Frame(checked.now, _digest(checked.now), editions=checked.verified.editions)


@cache
def paper(name: str) -> Paper:
    """Return a document by town and kind, such as `real brief`."""
    town, kind = name.split()
    return _PAPERS[kind](frame(town), TOWNS[town].content / "media")


def _report(now: Frame, media: Path) -> Paper:
    return printed_paper(report_document(now), media, data_of(now.snapshot))


def _edition(now: Frame, media: Path) -> Paper:
    newest = now.editions[-1]
    then = Frame(newest.then, _digest(newest.then), newest.edition, now.editions)
    return printed_paper(report_document(then), media, data_of(newest.then))


def _brief(now: Frame, media: Path) -> Paper:
    papers = (printed_paper(brief_document(now, Meeting(), most), media) for most in LENGTHS)
    return next(made for made in papers if made.pdf.pages <= MOST_PAGES)


def _department(now: Frame, media: Path) -> Paper:
    units = now.snapshot.report.organisation.units
    busiest = max(units, key=lambda unit: (len(involved(now.snapshot, unit.id)), unit.id))
    return printed_paper(department_document(now, busiest), media)


def _sheet(now: Frame, media: Path) -> Paper:
    told = max(now.snapshot.standings, key=lambda s: (len(s.updates), s.initiative.id))
    papers = (printed_paper(sheet_document(now, told, most), media) for most in SHEET_LENGTHS)
    return next(made for made in papers if made.pdf.pages == 1)


_PAPERS: dict[str, Callable[[Frame, Path], Paper]] = {
    "report": _report,
    "edition": _edition,
    "brief": _brief,
    "department": _department,
    "sheet": _sheet,
}


def whole_report(report: Report) -> Paper:
    """Return the full report of any content without pictures."""
    now = snapshot(report, report.about.as_of)
    return printed_paper(report_document(Frame(now, _digest(now))), ROOT)


def printed_paper(
    document: Document, media: Path = ROOT, attachments: tuple[Attachment, ...] = ()
) -> Paper:
    """Return a document with its PDF."""
    printed = render_document(document)
    on = datetime.combine(document.day, time(), UTC)
    made = print_pdf(printed.data, on, media=media, shown=printed.media, attachments=attachments)
    return Paper(document, printed, made, attachments)


def data_of(now: Snapshot) -> tuple[Attachment, ...]:
    """Return the data that a report carries: its initiatives as a table, and the whole as JSON."""
    tables = data_files(now, report_tables(now))
    table = next(content for path, content in tables.items() if path.endswith("/initiatives.csv"))
    return (
        Attachment("initiatives.csv", "text/csv", "Every initiative in one table.", table),
        Attachment("snapshot.json", "application/json", "The whole report.", to_json(now)),
    )


def _digest(now: Snapshot) -> str:
    return hashlib.sha256(to_json(now)).hexdigest()


if __name__ == "__main__":
    for name in NAMES:
        if name.startswith("sample"):
            print(name, hashlib.sha256(paper(name).pdf.content).hexdigest())  # noqa: T201
