"""What the answers of a form change: files as they would be, or why they would not do."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.core.naming import now_called
from generator.core.settings import Settings
from generator.derive.history.renames import present_ids
from generator.derive.snapshot.citations import update_key
from generator.editorial.forms.answers import Answers
from generator.editorial.forms.questions import CORRECT, OFF_CYCLE, PROPOSE, UPDATE
from generator.editorial.updates.content_files import as_document, read_one
from generator.load.binding import bind
from generator.load.files import find_files, read_file
from generator.load.normal_form import NormalFormError, format_markdown, format_yaml
from generator.load.source_document import MarkdownDocument, SourceMap, Value, YamlDocument
from generator.load.yaml.source import parse_yaml
from generator.model.dates import PartialDate
from generator.model.fields import Shape, fields_of, written_fields
from generator.model.ids import free_id_from, id_from, reserved
from generator.model.initiative import Initiative
from generator.model.keys import HowProposed, LinkKind, RoleKind
from generator.model.references import NOT_NAMED
from generator.model.report import Report, Sources
from generator.model.updates import Update
from generator.model.values import Record

MOST_ITEMS = 60
"""How many ideas, states of ideas, or ids an answer may list; no initiative has so many."""

_WRITTEN = tuple(
    field
    for field in written_fields(Update)
    if field.shape is Shape.ONE and not field.of and field.name not in Update.KEY
)
"""The fields of an update that are taken as they are answered."""


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

    @property
    def good(self) -> bool:
        """Whether nothing speaks against it."""
        return bool(self.files) and not self.faults and not self.issues


def proposal(settings: Settings, report: Report, answers: Answers, recorded: str) -> ContentChange:
    """Return the file of a new initiative, and the list of sources where one is new."""
    some_id = id_from(answers.get("title"))
    change = ContentChange(f"Proposal: {some_id}" if some_id else "Proposal")
    change.faults += [*_id_faults(report, some_id), *_too_many(answers)]
    sources = _ids(answers.get("sources"))
    sources += _new_source(settings, report, answers, change)
    if not sources:
        change.faults.append(
            "No source was named. Name one from the list, or a new one with its title."
        )
    if change.faults:
        return change
    ideas = _ideas(_lines(answers.get("ideas")))
    summary, why = (_line(answers.get(name)) for name in ("summary", "why"))
    fields: dict[str, Value] = {
        "id": some_id,
        "title": answers.get("title"),
        "area": answers.get("area"),
        "order": str(max((i.order or 0 for i in report.initiatives), default=0) + 1),
        **({"summary": summary} if summary else {}),
        "proposed": {
            "on": answers.get("on"),
            "how": HowProposed.PROPOSED.value,
            "recorded": recorded,
            "sources": [*sources],
        },
        "at_proposal": {
            "status": answers.get("status"),
            **({"why": why} if why else {}),
            "sources": [*sources],
        },
        "roles": [_role(kind, answers, recorded, sources) for kind in report.about.roles.asked],
        **({"ideas": [*ideas]} if ideas else {}),
        "sources": [*sources],
    }
    path = f"{settings.content.name}/initiatives/{some_id}.yml"
    add_file(change, Initiative, _document(path, fields))
    if path in change.files:
        change.notes += _shown_later(report, PartialDate.parse(answers.get("on")))
    return change


def status_update(
    settings: Settings, report: Report, answers: Answers, recorded: str
) -> ContentChange:
    """Return the file of a new status update; one that is there already is never touched."""
    initiative, milestone = answers.get("initiative"), answers.get("milestone")
    change = ContentChange(f"Status update: {initiative}")
    if milestone == OFF_CYCLE:
        milestone = answers.get("as_of")
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", milestone, re.ASCII):
            change.faults.append("Between milestones, “As of” is a full day: 2026-11-23.")
            return change
    change.title = f"Status update: {initiative}, {milestone}"
    if f"{milestone}/{initiative}" in {update_key(update) for update in report.updates}:
        change.faults.append(
            f"“Milestone”: found {milestone}, which already has an update from {initiative}; "
            "expected a milestone without one, since what was posted is never overwritten. "
            "Choose another milestone, or “None” for a change between milestones; to correct a "
            "mistake in what was posted, use the form “Suggest a correction”."
        )
    states, faults = _states(answers.get("ideas"))
    change.faults += [*faults, *_too_many(answers)]
    ask: dict[str, Value] = {n: answers.get(n) for n in ("of", "what", "by") if answers.get(n)}
    lists = {name: _ids(answers.get(name)) for name in ("evidence", "sources")}
    fields: dict[str, Value] = {"initiative": initiative, "milestone": milestone}
    fields |= {f.name: _line(answers.get(f.name)) for f in _WRITTEN if answers.get(f.name)}
    fields |= {name: value for name, value in (("ask", ask), ("ideas", states)) if value}
    fields |= {name: [*ids] for name, ids in lists.items() if ids}
    fields["recorded"] = recorded
    if not change.faults:
        path = f"{settings.content.name}/updates/{milestone}/{initiative}.md"
        add_file(change, Update, _document(path, fields), answers.get("body"))
    if change.files and answers.get("continues_in"):
        _record_takeover(settings, report, change, answers, recorded)
    if change.files:
        change.notes += _shown_later(report, PartialDate.parse(answers.get("as_of")))
    return change


def _record_takeover(
    settings: Settings, report: Report, change: ContentChange, answers: Answers, recorded: str
) -> None:
    """Add to the initiative that goes on that it takes over, unless it says so already."""
    heir, former = answers.get("continues_in"), answers.get("initiative")
    record = next(i for i in report.initiatives if i.id == heir)
    if any(k.kind is LinkKind.TAKES_OVER and k.to == former for k in record.links):
        return
    file = read_one(settings, ("initiative", heir))
    sources = _ids(answers.get("sources"))
    if not sources or not answers.get("reason"):
        change.faults.append(
            f"Fill in “Reason” and “Sources”: they are also entered in {heir}, which takes over "
            f"{former}."
        )
        return
    link: Value = {
        "kind": LinkKind.TAKES_OVER.value,
        "to": former,
        "since": answers.get("as_of"),
        "reason": _line(answers.get("reason")),
        "recorded": recorded,
        "sources": [*sources],
    }
    links = file.fields.get("links", [])
    listed = [*links, link] if isinstance(links, list) else [link]
    add_file(change, Initiative, replace(as_document(file), data={**file.fields, "links": listed}))


def _shown_later(report: Report, as_of: PartialDate) -> list[str]:
    day = report.about.as_of
    if as_of.last(day) <= day:
        return []
    shown = "This shows on the site once as_of in content/report.yml is"
    return [f"The report describes {day}. {shown} {as_of.last(day)} or later."]


def _id_faults(report: Report, some_id: str) -> list[str]:
    taken = {i.id for i in report.initiatives} | {a.id for a in report.areas}
    taken |= {"program", "initiative", PROPOSE, UPDATE, CORRECT}
    if not some_id:
        return ["The title has no letters to make an address from. Write it in words."]
    if present := present_ids(report.initiatives).get(some_id):
        told = f"{now_called(some_id, present)}, and old links by that id lead there."
        return [f"{told} Choose a title that tells the two apart."]
    if why := reserved(some_id):
        return [
            f"The title would have the address “{some_id}”, which {why}. Add a word to the title."
        ]
    if some_id in taken:
        return [f"There is already a record “{some_id}”. Choose a title that tells the two apart."]
    return []


def _new_source(
    settings: Settings, report: Report, answers: Answers, change: ContentChange
) -> list[str]:
    """Add a source that the form names to the list of sources; return its id, if there is one."""
    title = answers.get("source_title")
    found = {name: answers.get(f"source_{name}") for name in ("address", "holder")}
    where: dict[str, Value] = {name: text for name, text in found.items() if text}
    if not title and not where:
        return []
    if not title or not where:
        change.faults.append("A new source needs its title, and its address or who holds it.")
        return []
    # The last is the heading of the page that lists them.
    taken = {*(source.id for source in report.sources), "sources"}
    some_id = free_id_from(title, taken, 40, "source")
    published = answers.get("source_published")
    why = "The proposal does not say when it was published."
    source: dict[str, Value] = {
        "id": some_id,
        "title": title,
        **where,
        "published": published or {"missing": "not_stated", "why": why},
    }
    path = find_files(settings)[0].of_sources[-1]
    raw, _ = read_file(settings, path)
    document, _ = parse_yaml(raw or b"", path)
    listed = document.data if document else {}
    if not isinstance(listed, dict) or not isinstance(old := listed.get("sources", []), list):
        raise GeneratorError(
            f"{path} cannot be read.", "Run annual-report check and fix what it lists."
        )
    add_file(change, Sources, _document(path, {**listed, "sources": [*old, source]}))
    return [some_id]


def _role(kind: RoleKind, answers: Answers, recorded: str, sources: list[str]) -> Value:
    return {
        "role": kind.value,
        "holder": answers.get(kind.value) or NOT_NAMED,
        "since": answers.get("on"),
        "recorded": recorded,
        "sources": [*sources],
    }


def _lines(text: str) -> list[str]:
    return [line for line in (one.strip(" \t-*") for one in text.splitlines()) if line]


def _too_many(answers: Answers) -> list[str]:
    """Return what of a form lists more than anybody could mean."""
    fields = fields_of(Update)
    listed = {fields["ideas"].label: _lines(answers.get("ideas"))}
    listed |= {fields[n].label: _ids(answers.get(n)) for n in ("sources", "evidence")}
    return [
        f"“{label}” lists {len(items)}; at most {MOST_ITEMS} can be read. Name fewer."
        for label, items in listed.items()
        if len(items) > MOST_ITEMS
    ]


def _ideas(lines: Iterable[str]) -> list[Value]:
    ideas: dict[str, Value] = {}
    for words in lines:
        some_id = free_id_from(words, {*ideas, "initiative"}, 30, "idea")
        ideas[some_id] = {"id": some_id, "text": words}
    return list(ideas.values())


def _states(text: str) -> tuple[dict[str, Value], list[str]]:
    lines = _lines(text)
    pairs = [re.fullmatch(r"([a-z0-9-]+)\s*[:=]\s*([a-z_]+)", line, re.ASCII) for line in lines]
    if not all(pairs):
        return {}, ["Under “Ideas”, write one per line: its id, a colon, and its state."]
    return {pair[1]: pair[2] for pair in pairs if pair}, []


def _ids(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]


def _line(text: str) -> str:
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


def _document(path: str, fields: Mapping[str, Value]) -> YamlDocument:
    return YamlDocument(path, dict(fields), SourceMap(path, dict))
