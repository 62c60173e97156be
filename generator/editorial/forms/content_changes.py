"""What the answers of a form change: files as they would be, or why they would not do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.core.issues import Issue
from generator.editorial.forms.answers import Answers
from generator.load.binding import bind
from generator.load.normal_form import NormalFormError, format_markdown, format_yaml
from generator.load.source_document import MarkdownDocument, SourceMap, Value, YamlDocument
from generator.model.dates import PartialDate
from generator.model.fields import fields_of
from generator.model.report import Report
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.english import in_english

MOST_ITEMS = 60
"""How many ideas, states of ideas, or ids an answer may list; no initiative has so many."""


@dataclass(slots=True)
class ContentChange:
    """The change of the content that a filled-in form asks for."""

    title: str
    """What it is about, in words and ids that the program made and nobody typed."""
    files: dict[str, bytes] = field(default_factory=dict)
    """New bytes by path from the project."""
    faults: list[str] = field(default_factory=list)
    """In words."""
    issues: list[Issue] = field(default_factory=list)
    """Answers that do not fit their field."""
    doubts: list[Issue] = field(default_factory=list)
    """Answers that are possible, and may be slips: they prevent nothing."""
    notes: list[str] = field(default_factory=list)
    """What whoever sent the form should know besides."""
    stand_ins: set[str] = field(default_factory=set)
    """Keys whose value takes the place of an answer that cannot be used: nothing is told of them.

    So the rules can tell at once what else is wrong.
    """
    to_copy: tuple[str, ...] = ()
    """Lines to copy into an answer and to be filled in there."""

    @property
    def good(self) -> bool:
        """Whether nothing speaks against it."""
        return bool(self.files) and not self.faults and not self.issues


def shown_later(report: Report, as_of: PartialDate) -> list[str]:
    """Return what to know of a record that the report shows only from a later day."""
    day = report.about.as_of
    if as_of.last(day) <= day:
        return []
    shown = "This shows on the site once that day (as_of in content/report.yml) is"
    first = in_english(as_of.last(day))
    return [f"The report describes {in_english(day)}. {shown} {first} or later."]


def lines_in(text: str) -> list[str]:
    """Return the lines of an answer that lists one thing on each, without what marks an item."""
    return [line for line in (one.strip(" \t-*•◦▪·") for one in text.splitlines()) if line]


def too_many(answers: Answers) -> list[str]:
    """Return what of a form lists more than anybody could mean."""
    fields = fields_of(Update)
    listed = {fields["ideas"].label: lines_in(answers.get("ideas"))}
    listed |= {fields[n].label: ids_in(answers.get(n)) for n in ("sources", "evidence")}
    return [
        f"“{label}” lists {len(items)}; at most {MOST_ITEMS} can be read. Name fewer."
        for label, items in listed.items()
        if len(items) > MOST_ITEMS
    ]


def ids_in(text: str) -> list[str]:
    """Return the words of an answer that lists ids."""
    return [word for word in re.split(r"[\s,;]+", text) if word]


def one_line(text: str) -> str:
    """Return a text in one line, with single spaces."""
    return " ".join(text.split())


def add_file(
    change: ContentChange, model: type[Record], document: YamlDocument, body: str | None = None
) -> None:
    """Add a file in the normal form to a change, or what in it does not fit.

    `body` is the text of a Markdown file, None for YAML.
    """
    bound, issues = bind(model, document, added=None if body is None else {"body": body})
    change.issues += issues
    if bound is None:
        return
    try:
        if body is None:
            text = format_yaml(document, model)
        else:
            text = format_markdown(MarkdownDocument(document.path, document, body, 1), model)
    except NormalFormError as refusal:
        change.faults.append(f"{refusal.message} {refusal.next_step}")
        return
    change.files[document.path] = text.encode()


def document(path: str, fields: Mapping[str, Value]) -> YamlDocument:
    """Return the fields of a file that a form makes."""
    return YamlDocument(path, dict(fields), SourceMap(path, dict))
