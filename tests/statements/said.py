"""What a report says: every message of its pages and documents, with where, and all their text."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from site_pages import pages
from statements.records import Records
from statements.situations import Situation

from generator.derive.history.changes.sentences import changes
from generator.render.html.environment import SiteEnvironment, site_environment
from generator.render.html.pages import render_page
from generator.render.pdf.document import render_document
from generator.views.base.blocks import Phrase
from generator.views.base.page import Page, PageFrame
from generator.views.print.brief import brief_document
from generator.views.print.report import report_document
from generator.views.print.staff_report import staff_report_document
from generator.words.message import Listing, Message, msg
from tests.spoken import ENGLISH

FRAME = PageFrame("Invented.", "None", "today")

MOST = 5
"""Items in a list of the brief."""


@dataclass(frozen=True)
class Place:
    """Where something is said: on which page or in which document, as of when."""

    kind: str
    """The template of a page, or the kind of a document."""
    target: str
    """The address of a page; what a change is about; empty for a document."""
    now: Records
    before: Records | None = None
    """The report before, where there is one."""

    @property
    def subject(self) -> str:
        """Return the last part of the address: the id of what a page is about."""
        return self.target.rstrip("/").rpartition("/")[2]

    @property
    def is_about_one(self) -> bool:
        """Return whether it tells what the page is about; a document tells of all in turn."""
        return self.kind not in ("brief", "report", "staff-report")


@dataclass(frozen=True)
class Output:
    """A page or a document: the messages in it, and its text line by line."""

    place: Place
    messages: tuple[Message, ...]
    lines: tuple[str, ...]


def messages(value: Any) -> Iterator[Message]:  # noqa: C901 - one line a kind
    """Yield every message at or below a value, those inside others too."""
    if isinstance(value, Message):
        yield value
        for _, part in value.values:
            yield from messages(part)
    elif isinstance(value, Listing):
        yield from messages(value.items)
    elif isinstance(value, Phrase):
        yield from messages((value.message, value.parts))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from messages(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from messages((key, part))
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from messages(getattr(value, field.name))


class _Heard:
    """Messages that templates say, beside those of views."""

    def __init__(self) -> None:
        self.found: list[Message] = []

    def __call__(self, message_id: str, **values: Any) -> Message:
        """Return a message of the catalog, as a template says it."""
        said = msg(message_id, **values)
        self.found.append(said)
        return said


_heard = _Heard()


@cache
def _environment() -> SiteEnvironment:
    made = site_environment(ENGLISH)
    made.globals["t"] = _heard
    return made


def outputs(made: Situation) -> Iterator[Output]:
    """Yield every page and three documents of a report, and each sentence of what changed."""
    frame = made.frame
    seen = frame.snapshot
    before = frame.before.then if frame.before else None
    now, then = Records(seen, made.editions), Records(before) if before else None
    of_editions = {e.edition.year: e.then for e in made.editions}
    for page in pages(seen, made.editions):
        place = Place(page.template, page.target, now, then)
        if page.template == "edition":
            year = int(place.subject)
            earlier = [of_editions[y] for y in sorted(of_editions) if y < year]
            known = Records(earlier[-1]) if earlier else None
            place = Place("edition", page.target, Records(of_editions[year], made.editions), known)
        yield _page(place, page)
    for kind, document in (
        ("brief", brief_document(frame, None, MOST)),
        ("report", report_document(frame)),
        ("staff-report", staff_report_document(frame, None)),
    ):
        printed = json.loads(render_document(document, ENGLISH).data)
        lines = tuple(_strings(printed["parts"]))
        said = _printed(messages((document.title, document.parts)), " ".join(lines))
        yield Output(Place(kind, "", now, then), said, lines)
    for sentence in changes(before, seen) if before else ():
        place = Place("change", sentence.subject.replace(":", "/"), now, then)
        said = tuple(messages(sentence.text))
        yield Output(place, said, (ENGLISH(sentence.text),))


def _page(place: Place, page: Page) -> Output:
    _heard.found.clear()
    rendered = render_page(_environment(), page, FRAME)
    lines = tuple(text_lines(rendered.partition("\n---\n")[2]))
    said = (*_printed(messages((page.title, page.view)), " ".join(lines)), *_heard.found)
    return Output(place, said, lines)


def _printed(found: Iterable[Message], text: str) -> tuple[Message, ...]:
    """Return the messages that are in a text: views also hold what is said only of what is empty.

    A sentence that has links inside cannot be found whole, and is taken to be there.
    """
    known = " ".join(text.split())
    said = {message: _said(message) for message in found}
    return tuple(m for m, words in said.items() if words is None or words in known)


def _said(message: Message) -> str | None:
    try:
        return " ".join(ENGLISH(message).split())
    except LookupError:
        return None


_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|dl|dt|dd|div|h\d|t[drh]|table|caption|summary|details|svg|text|title|desc"
    r"|option|label|legend|figcaption|tspan|button|span)\b[^>]*>|\n"
)
_TAG = re.compile(r"<[^>]*>|\{:[^}]*\}")


def text_lines(body: str) -> Iterator[str]:
    """Yield the text of a page's Markdown, a line for each block and cell."""
    for part in _BLOCK.split(body):
        line = html.unescape(_TAG.sub("", part)).strip()
        if line:
            yield line


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
