"""The council's documents that the gate looks at: of the real content and of the sample town.

`python -m pdf.papers` prints a digest of every document of the sample.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.commands import check
from generator.commands.documents import PdfRequest, Renderer, renderer
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.editions.shown import Shown
from generator.model.look import PaperSize
from generator.publish.pdf.finishing import Pdf
from generator.publish.pdf.typesetting import Attachment
from generator.render.pdf.document import RenderedDocument
from generator.views.print.blocks import Beside, Part
from generator.views.print.department import involved
from generator.views.print.document import Document
from tests.spoken import spoken

ROOT = Path(__file__).resolve().parents[2]
TOWNS = {"real": Settings(ROOT), "sample": Settings(ROOT / "tests" / "sample")}

KINDS = ("brief", "report", "department", "sheet", "staff-report")
NAMES = (
    *(f"{town} {kind}" for town in TOWNS for kind in KINDS),
    "sample edition",
)


@dataclass(frozen=True)
class Paper:
    """A document as it was meant, as it was handed to the typesetter, and as it came out.

    As it was meant, it is said in its language.
    """

    document: Document
    printed: RenderedDocument
    pdf: Pdf
    attachments: tuple[Attachment, ...]
    language: str


@dataclass(frozen=True)
class Watched(Renderer):
    """A press that keeps all that it prints."""

    made: list[Paper] = field(default_factory=list)

    def print_data(self, document: Document, paper: PaperSize | None) -> Pdf:
        """Return a document as a PDF."""
        pdf = super().print_data(document, paper)
        attached = tuple(self._attachments(document.kind))
        printed = self.rendered(document, paper)
        meant, language = spoken(document, self.words), self.words.language
        self.made.append(Paper(meant, printed, pdf, attached, language))
        return pdf


@cache
def pictures_in(settings: Settings) -> dict[str, bytes]:
    """Return every picture that may be seen, by name."""
    return dict(check.check(settings, Timings()).pictures)


@cache
def reports(town: str) -> tuple[Snapshot, tuple[EditionSnapshot, ...]]:
    """Return a town's living report, and its editions."""
    checked = check.check(TOWNS[town], Timings())
    if checked.now is None:
        raise AssertionError("\n".join(map(str, checked.issues)))
    return checked.now, checked.editions


@cache
def paper(name: str) -> Paper:
    """Return a document by town and kind, such as `real brief`."""
    town, kind = name.split()
    now, editions = reports(town)
    year = max(e.edition.year for e in editions) if kind == "edition" else None
    return printed(TOWNS[town], now, editions, order(kind, now), year)


def order(kind: str, now: Snapshot) -> PdfRequest:
    """Return what to order: of packets the busiest department's, of sheets the richest."""
    units = now.report.organization.units
    match kind:
        case "department":
            unit = max(units, key=lambda unit: (len(involved(now, unit.id)), unit.id))
            return PdfRequest("department", unit.id)
        case "sheet":
            told = max(now.states, key=lambda s: (len(s.updates), s.initiative.id))
            return PdfRequest("sheet", told.initiative.id)
        case "brief":
            return PdfRequest("brief")
        case "staff-report":
            days = [meeting.on for meeting in now.report.meetings]
            return PdfRequest("staff-report", meeting_date=max(days, default=None))
    return PdfRequest("report")


def printed(
    settings: Settings,
    now: Snapshot,
    editions: tuple[EditionSnapshot, ...] = (),
    wanted: PdfRequest = PdfRequest(),  # noqa: B008 - it is frozen
    year: int | None = None,
) -> Paper:
    """Return a document that is certainly printed anew."""
    with TemporaryDirectory(prefix="gate-") as folder:
        (Path(folder) / "content").symlink_to(settings.content)
        made = renderer(Settings(Path(folder)), Shown(now, editions), year, pictures_in(settings))
        watched = Watched(
            made.settings, made.frame, made.json, made.data, made.today, made.pictures, made.words
        )
        watched.print(wanted)
    return watched.made[-1]


def every_part(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield parts, those that are beside others too."""
    for part in parts:
        yield from every_part((*part.left, *part.right)) if isinstance(part, Beside) else (part,)


if __name__ == "__main__":
    for name in NAMES:
        if name.startswith("sample"):
            print(name, hashlib.sha256(paper(name).pdf.content).hexdigest())  # noqa: T201
