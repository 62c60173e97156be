"""A proposal by form: the file of a new initiative, and its source where that is new too."""

from collections.abc import Iterable

from generator.core.errors import GeneratorError
from generator.core.naming import now_called
from generator.core.settings import Settings
from generator.derive.history.renames import present_ids
from generator.editorial.forms.answers import Answers
from generator.editorial.forms.content_changes import (
    ContentChange,
    add_file,
    document,
    ids_in,
    lines_in,
    one_line,
    shown_later,
    too_many,
)
from generator.editorial.forms.questions import CORRECT, PROPOSE, UPDATE
from generator.load.files import find_files, read_file
from generator.load.source_document import Value
from generator.load.yaml.source import parse_yaml
from generator.model.dates import PartialDate
from generator.model.ids import free_id_from, id_from, reserved
from generator.model.initiative import Initiative
from generator.model.keys import HowProposed, RoleKind
from generator.model.references import NOT_NAMED
from generator.model.report import Report, Sources
from generator.model.statuses import Status

_STAND_IN = "proposed-by-form"
"""The id of a proposal as long as its title gives none."""


def proposal(settings: Settings, report: Report, answers: Answers, recorded: str) -> ContentChange:
    """Return the file of a new initiative, and the list of sources where one is new."""
    some_id = id_from(answers.get("title"))
    change = ContentChange(f"Proposal: {some_id}" if some_id else "Proposal")
    refused = [] if "title" in answers.unfit else _id_faults(report, some_id)
    change.faults += [*refused, *too_many(answers)]
    sources = ids_in(answers.get("sources"))
    sources += _new_source(settings, report, answers, change)
    if not sources and not answers.unfit & {"source_title", "source_address"}:
        change.faults.append(
            "No source was named. Name one from the list, or a new one with its title."
        )
    given = _usable(report, answers, change)
    if refused or "title" in answers.unfit:
        some_id = given["title"] = _STAND_IN
        change.stand_ins |= {"id", "title"}
    if not sources:
        change.stand_ins.add("sources")
    fields = _fields(
        report, given, answers, recorded, sources or [s.id for s in report.sources][:1]
    )
    path = f"{settings.content.name}/initiatives/{some_id}.yml"
    add_file(change, Initiative, document(path, {"id": some_id, **fields}))
    if path in change.files:
        change.notes += shown_later(report, PartialDate(given["on"]))
    return change


def _usable(report: Report, answers: Answers, change: ContentChange) -> dict[str, str]:
    """Return the answers that a proposal needs; for what cannot be used something stands in."""
    stand_ins = {
        "title": _STAND_IN,
        "area": next((area.id for area in report.areas), ""),
        "on": str(report.about.as_of),
        "status": Status.PROPOSED.value,
    }
    keys = {"on": "proposed", "status": "at_proposal"}
    change.stand_ins |= {keys.get(name, name) for name in stand_ins if name in answers.unfit}
    return {
        name: value if name in answers.unfit else answers.get(name)
        for name, value in stand_ins.items()
    }


def _fields(
    report: Report, given: dict[str, str], answers: Answers, recorded: str, sources: list[str]
) -> dict[str, Value]:
    """Return the fields of a new initiative, but for its id."""
    ideas = _ideas(lines_in(answers.get("ideas")))
    summary, why = (one_line(answers.get(name)) for name in ("summary", "why"))
    return {
        "title": given["title"],
        "area": given["area"],
        "order": str(max((i.order or 0 for i in report.initiatives), default=0) + 1),
        **({"summary": summary} if summary else {}),
        "proposed": {
            "on": given["on"],
            "how": HowProposed.PROPOSED.value,
            "recorded": recorded,
            "sources": [*sources],
        },
        "at_proposal": {
            "status": given["status"],
            **({"why": why} if why else {}),
            "sources": [*sources],
        },
        "roles": [
            _role(kind, answers.get(kind.value), given["on"], recorded, sources)
            for kind in report.about.roles.asked
        ],
        **({"ideas": [*ideas]} if ideas else {}),
        "sources": [*sources],
    }


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
    if (not title and not where) or answers.unfit & {"source_title", "source_address"}:
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
    parsed, _ = parse_yaml(raw or b"", path)
    listed = parsed.data if parsed else {}
    if not isinstance(listed, dict) or not isinstance(old := listed.get("sources", []), list):
        raise GeneratorError(
            f"{path} cannot be read.", "Run annual-report check and fix what it lists."
        )
    add_file(change, Sources, document(path, {**listed, "sources": [*old, source]}))
    return [some_id]


def _role(kind: RoleKind, holder: str, since: str, recorded: str, sources: list[str]) -> Value:
    return {
        "role": kind.value,
        "holder": holder or NOT_NAMED,
        "since": since,
        "recorded": recorded,
        "sources": [*sources],
    }


def _ideas(lines: Iterable[str]) -> list[Value]:
    ideas: dict[str, Value] = {}
    for words in lines:
        some_id = free_id_from(words, {*ideas, "initiative"}, 30, "idea")
        ideas[some_id] = {"id": some_id, "text": words}
    return list(ideas.values())
