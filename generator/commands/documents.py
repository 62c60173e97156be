"""From a snapshot to PDFs: which documents there are, how long they may be, what they carry."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeAlias

from generator.commands.check import CheckResult, check
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.history.renames import state_of
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.report import report_tables
from generator.editorial.editions.shown import SaidReport, Shown, edition_of
from generator.editorial.updates.asking import no_subject
from generator.export.csv_tables import csv_files
from generator.export.snapshot_json import to_json
from generator.model.look import PaperSize
from generator.model.meetings import Meeting
from generator.model.report import Report
from generator.publish.cards import cards_as_data, draw_cards
from generator.publish.docx.writing import print_docx
from generator.publish.pdf.finishing import Pdf
from generator.publish.pdf.typesetting import Attachment, Typefaces, print_pdf
from generator.render.pdf.document import Paper, RenderedDocument, render_document
from generator.storage.parallel import new_processes
from generator.storage.sync import replace_all
from generator.views.base import addresses
from generator.views.base.share_card import share_cards
from generator.views.print.brief import LENGTHS, brief_document
from generator.views.print.brief import MOST_PAGES as MOST_BRIEF_PAGES
from generator.views.print.department import SHEET_LENGTHS, department_document, sheet_document
from generator.views.print.document import Document, DocumentFrame, DocumentKind
from generator.views.print.download import Download
from generator.views.print.report import report_documents, report_sections
from generator.views.print.sections import differences
from generator.views.print.staff_report import staff_report_document
from generator.views.print.volumes import MOST_PAGES, VolumeName
from generator.words.localization import Localization
from generator.words.message import msg
from generator.words.report_language import language_of

MADE_BY_BUILD: tuple[DocumentKind, ...] = ("brief", "report")

_PAPERS: dict[PaperSize, Paper] = {PaperSize.LETTER: "us-letter", PaperSize.A4: "a4"}

_AT_ONCE = 2
"""Documents that are printed at a time, each by a process of its own."""

_FEW_INITIATIVES = 200
"""Up to how many two reports may be in memory together."""

_TRIES = 3
_MARGIN = 0.95
_ESTIMATED_PAGES = MOST_PAGES * _MARGIN
"""How long a volume is planned to be: an estimate may be too low."""


Material: TypeAlias = tuple[
    RenderedDocument, datetime, Mapping[str, bytes], Sequence[Attachment], Typefaces
]


@dataclass(frozen=True, slots=True)
class Printout:
    """A document, or a volume of one."""

    pdf: Pdf
    volume: VolumeName | None = None
    """Which volume it is; None where the document is whole."""
    docx: bytes | None = None
    """The same for a word processor, where others edit it before it is presented."""


@dataclass(frozen=True, slots=True)
class PdfRequest:
    """A request for one document: its kind, subject, meeting and paper."""

    kind: DocumentKind = "report"
    subject: str = ""
    """The id of a department or of an initiative, where the kind needs one."""
    meeting_date: date | None = None
    agenda_item: str = ""
    """The number of the item on the agenda, where it is not the meeting's own."""
    paper: PaperSize | None = None
    """The paper, where it is not the report's."""


def pdf_request(
    kind: DocumentKind,
    *,
    subject: str,
    meeting_date: datetime | None,
    agenda_item: str,
    a4: bool | None,
) -> PdfRequest:
    """Return the request that the options of the command line describe."""
    papers = {None: None, True: PaperSize.A4, False: PaperSize.LETTER}
    return PdfRequest(kind, subject, meeting_date and meeting_date.date(), agenda_item, papers[a4])


@dataclass(frozen=True, slots=True)
class Renderer:
    """Prints the documents of one report as of a date, with the data that PDFs carry."""

    settings: Settings
    frame: DocumentFrame
    json: bytes
    data: Snapshot
    """The same as it was written, whatever language the document is in."""
    today: Report
    """Today's report, which knows the ids that an edition's initiatives have now."""
    pictures: Mapping[str, bytes]
    """Those that may be seen, by name."""
    words: Localization
    """The language of the documents."""

    processes: Executor | None = None
    """Who sets documents, so that Typst leaves no thread in this process; None for this one."""

    def print(self, request: PdfRequest) -> tuple[Printout, ...]:
        """Return the volumes of the document that is ordered: one, but of long reports.

        Raises GeneratorError if its subject does not exist or something cannot be set.
        """
        return _MAKERS[request.kind](self, request)

    def meeting(self, request: PdfRequest) -> Meeting | None:
        """Return the meeting that a document is for, with what the content says of it.

        Raises GeneratorError for an agenda item without a day.
        """
        if request.meeting_date is None:
            if request.agenda_item:
                raise GeneratorError("An agenda item needs a meeting.", "Add --meeting-date DAY.")
            return None
        there = {meeting.on: meeting for meeting in self.today.meetings}
        meeting = there.get(request.meeting_date, Meeting(on=request.meeting_date))
        given = {"agenda_item": request.agenda_item} if request.agenda_item else {}
        return meeting.model_copy(update=given)

    def print_data(self, document: Document, paper: PaperSize | None) -> Pdf:
        """Return a document as a PDF."""
        material = self.material(document, paper)
        if self.processes:
            return self.processes.submit(print_pdf, *material).result()
        return print_pdf(*material)

    def rendered(self, document: Document, paper: PaperSize | None) -> RenderedDocument:
        """Return a document as it is handed to the typesetter, in the report's own look."""
        about = self.today.about
        written_in, *_ = about.languages
        own = {"accent": about.look.color} if about.look.color else {}
        size = _PAPERS[paper or about.paper]
        return render_document(document, self.words, size, written_in, own)

    def material(self, document: Document, paper: PaperSize | None) -> Material:
        """Return what `print_pdf` makes a PDF of; only a first volume carries the data."""
        about, printed = self.today.about, self.rendered(document, paper)
        attached = tuple(self._attachments(document.kind)) if document.is_first else ()
        shown = {name: self.pictures[name] for name in printed.media if name in self.pictures}
        on = datetime.combine(document.day, time(), UTC)
        return printed, on, shown, attached, Typefaces(about.look.typeface, about.typefaces)

    def _attachments(self, kind: DocumentKind) -> Iterable[Attachment]:
        """Yield the data behind a document: all of it for the report, initiatives for others."""
        tables = sorted(report_tables(self.data), key=lambda flat: flat.name)
        contents = csv_files(tables)
        for flat in tables:
            name = f"{flat.name}.csv"
            if kind == "report" or name == "initiatives.csv":
                says = self.words(msg("print-attached-table", table=flat.title))
                yield Attachment(name, "text/csv", says, contents[name])
        if kind == "report":
            says = self.words(msg("print-attached-report"))
            yield Attachment("report.json", "application/json", says, self.json)


def renderer(
    settings: Settings,
    shown: Shown,
    year: int | None = None,
    pictures: Mapping[str, bytes] | None = None,
    said: SaidReport | None = None,
) -> Renderer:
    """Return the renderer of the living report, or of the edition of a year.

    `pictures` are those that may be seen, by name; `said` is the report in a language, if not the
    first. The data that documents carry is that of the report as it was written.

    Raises GeneratorError if there is no such edition.
    """
    said = said or SaidReport(language_of(shown.now.report), shown)
    told = tuple(sorted(said.shown.editions, key=lambda e: e.edition.year))
    if year is None:
        content, data = to_json(shown.now), shown.now
        frame = DocumentFrame(said.shown.now, _digest(content), None, told)
    else:
        written, edition = (edition_of(editions, year) for editions in (shown.editions, told))
        content, data = to_json(written.then, written.edition), written.then
        until = tuple(e for e in told if e.edition.year <= year)
        frame = DocumentFrame(edition.then, _digest(content), edition.edition, until)
    today = shown.now.report
    return Renderer(settings, frame, content, data, today, pictures or {}, said.words)


def pdf(
    settings: Settings, request: PdfRequest, path: Path, year: int | None, timings: Timings
) -> tuple[CheckResult, dict[Path, Pdf | bytes]]:
    """Write the requested document, of the living report or of an edition, to `path`.

    Further volumes of a long report are written beside it, and so is a DOCX of what others edit,
    as its bytes. There is none where the content has errors. Raises GeneratorError if what is
    ordered does not exist or cannot be written.
    """
    checked = check(settings, timings)
    if checked.shown is None or errors_in(checked.issues):
        return checked, {}
    ready = renderer(settings, checked.shown, year, checked.pictures)
    with timings.stage("print"):
        printed = ready.print(request)
    made: dict[Path, Pdf | bytes] = {}
    for number, printout in enumerate(printed, start=1):
        place = path.with_stem(f"{path.stem}-volume-{number}") if number > 1 else path
        made[place] = printout.pdf
        if printout.docx:
            made[place.with_suffix(".docx")] = printout.docx
    replace_all({at: one if isinstance(one, bytes) else one.content for at, one in made.items()})
    return checked, made


def made_by_build(
    settings: Settings,
    shown: Shown,
    pictures: Callable[[], Mapping[str, bytes]],
    said: SaidReport,
    address: str,
) -> bytes | None:
    """Return the document that a build would offer at an address; None where it offers none."""
    for year in (None, *(e.edition.year for e in shown.editions)):
        for kind in MADE_BY_BUILD:
            first = addresses.download(kind, year)
            if address == first or address.startswith(f"{first.removesuffix('.pdf')}-volume-"):
                ready = renderer(settings, shown, year, pictures(), said)
                printouts = enumerate(ready.print(PdfRequest(kind)), start=1)
                made = {addresses.download(kind, year, n): one.pdf for n, one in printouts}
                return made[address].content if address in made else None
    return None


def downloads(
    settings: Settings, shown: Shown, pictures: Mapping[str, bytes], said: SaidReport
) -> tuple[dict[str, bytes], tuple[Download, ...]]:
    """Return the PDFs that a build offers in a language, by path, and what pages say of them.

    With them come the pictures that go with links where people share one.
    """
    years = (None, *sorted((e.edition.year for e in shown.editions), reverse=True))
    wanted = [(year, kind) for year in years for kind in MADE_BY_BUILD]
    at_once = _AT_ONCE if len(shown.now.states) <= _FEW_INITIATIVES else 1
    with new_processes(at_once) as processes, ThreadPoolExecutor(at_once) as threads:
        renderers = {
            year: replace(renderer(settings, shown, year, pictures, said), processes=processes)
            for year in years
        }
        made = list(threads.map(lambda one: renderers[one[0]].print(PdfRequest(one[1])), wanted))
        cards = _cards(said, processes)
    offered = {
        Download(
            kind,
            year,
            addresses.download(kind, year, number),
            printout.pdf.pages,
            len(printout.pdf.content),
            printout.volume,
        ): printout.pdf.content
        for (year, kind), printouts in zip(wanted, made, strict=True)
        for number, printout in enumerate(printouts, start=1)
    }
    return {one.target: content for one, content in offered.items()} | cards, tuple(offered)


def _cards(said: SaidReport, processes: Executor) -> dict[str, bytes]:
    """Return the pictures that go with links where people share one, by path."""
    about = said.shown.now.report.about
    cards = share_cards(said.shown.now)
    data = cards_as_data(cards, about, said.words)
    typefaces = Typefaces(about.look.typeface, about.typefaces)
    drawn = processes.submit(draw_cards, data, typefaces).result()
    return dict(zip(cards, drawn, strict=True))


def _report(pdf_renderer: Renderer, request: PdfRequest) -> tuple[Printout, ...]:
    sections, most = report_sections(pdf_renderer.frame), _ESTIMATED_PAGES
    for _ in range(_TRIES):
        documents = report_documents(pdf_renderer.frame, sections, most, pdf_renderer.words)
        made = print_all(pdf_renderer, documents, request.paper)
        longest = max(pdf.pages for pdf in made)
        if longest <= MOST_PAGES:
            break
        most *= MOST_PAGES / longest * _MARGIN
    return tuple(Printout(pdf, d.volume) for d, pdf in zip(documents, made, strict=True))


def print_all(
    pdf_renderer: Renderer, documents: Sequence[Document], paper: PaperSize | None
) -> list[Pdf]:
    """Return documents as PDFs; each of several by a process that then gives its memory back."""
    if len(documents) == 1:
        return [pdf_renderer.print_data(documents[0], paper)]
    # Those with the most in them first, so that none is left when the others are done.
    longest_first = sorted(enumerate(documents), key=lambda pair: -len(pair[1].parts))
    with new_processes(_AT_ONCE, tasks_each=1) as processes:
        running = {
            place: processes.submit(print_pdf, *pdf_renderer.material(one, paper))
            for place, one in longest_first
        }
        return [running[place].result() for place in range(len(documents))]


def _brief(pdf_renderer: Renderer, request: PdfRequest) -> tuple[Printout, ...]:
    told, meeting = differences(pdf_renderer.frame), pdf_renderer.meeting(request)

    def of_length(most: int) -> Document:
        return brief_document(pdf_renderer.frame, meeting, most, told)

    return _fitted(pdf_renderer, request, of_length, LENGTHS, MOST_BRIEF_PAGES)


def _department(pdf_renderer: Renderer, request: PdfRequest) -> tuple[Printout, ...]:
    units = {unit.id: unit for unit in pdf_renderer.frame.snapshot.report.organization.units}
    unit = units.get(request.subject)
    if unit is None:
        names = {unit.id: unit.name for unit in units.values()}
        raise no_subject("department", request.subject, names)
    made = department_document(pdf_renderer.frame, unit)
    return (Printout(pdf_renderer.print_data(made, request.paper)),)


def _sheet(pdf_renderer: Renderer, request: PdfRequest) -> tuple[Printout, ...]:
    then = pdf_renderer.frame.snapshot
    state = state_of(then, request.subject, pdf_renderer.today)
    if state is None:
        titles = {s.initiative.id: s.initiative.title for s in then.states}
        raise no_subject("initiative", request.subject, titles)

    def of_length(most: int) -> Document:
        return sheet_document(pdf_renderer.frame, state, most)

    return _fitted(pdf_renderer, request, of_length, SHEET_LENGTHS, 1)


def _staff_report(pdf_renderer: Renderer, request: PdfRequest) -> tuple[Printout, ...]:
    made = staff_report_document(pdf_renderer.frame, pdf_renderer.meeting(request))
    material = pdf_renderer.material(made, request.paper)
    editable = print_docx(*material[:3], pdf_renderer.today.about.city)
    return (Printout(pdf_renderer.print_data(made, request.paper), docx=editable),)


_MAKERS: dict[DocumentKind, Callable[[Renderer, PdfRequest], tuple[Printout, ...]]] = {
    "report": _report,
    "brief": _brief,
    "department": _department,
    "sheet": _sheet,
    "staff-report": _staff_report,
}


def _fitted(
    pdf_renderer: Renderer,
    request: PdfRequest,
    of_length: Callable[[int], Document],
    lengths: tuple[int, ...],
    most_pages: int,
) -> tuple[Printout, ...]:
    """Return the longest version that has no more than `most_pages`, else the shortest."""
    made = pdf_renderer.print_data(of_length(lengths[0]), request.paper)
    for length in lengths[1:]:
        if made.pages <= most_pages:
            break
        made = pdf_renderer.print_data(of_length(length), request.paper)
    return (Printout(made),)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
