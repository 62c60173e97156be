"""The sources that somebody names on the command line, and a memo that becomes one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.updates.asking import no_such
from generator.editorial.updates.content_files import ContentFile, read_sources, with_fields
from generator.load.source_document import Value
from generator.model.ids import free_id_from
from generator.model.report import Report

LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo or decision that says so, and is not listed yet."""

    title: str
    held_by: str = ""
    """Who keeps it, and under which name; else the organization."""


def cite(
    settings: Settings, report: Report, sources: Sequence[str | Memo], day: date
) -> tuple[list[str], list[ContentFile]]:
    """Return the ids of sources, and the file that lists them if it changes.

    A memo becomes a source of its day, unless one with its title is listed. Raises GeneratorError
    for an id that is not listed.
    """
    known = {source.id: source.title for source in report.sources}
    listed = {source.title: source.id for source in report.sources}
    ids: list[str] = []
    new: list[Value] = []
    for source in sources:
        if isinstance(source, str):
            ids.append(_listed(source, known))
        elif source.title in listed:
            ids.append(listed[source.title])
        else:
            # The last is the heading of the page that lists them.
            taken = {*known, "sources", *ids}
            ids.append(free_id_from(source.title, taken, LONGEST_ID, "memo"))
            new.append(_entry(ids[-1], source, report, day))
    if not new:
        return ids, []
    file = read_sources(settings)
    before = file.fields.get("sources", [])
    there = before if isinstance(before, list) else []
    return ids, [with_fields(file, sources=[*there, *new])]


def _listed(some_id: str, known: Mapping[str, str]) -> str:
    if some_id in known:
        return some_id
    refusal = no_such("source", some_id, known)
    step = 'One that is not listed yet, as a memo: --memo "TITLE" instead.'
    raise GeneratorError(refusal.message, f"{refusal.next_step} {step}")


def _entry(some_id: str, memo: Memo, report: Report, day: date) -> Value:
    holder = memo.held_by or report.about.city
    return {
        "id": some_id,
        "title": memo.title,
        "holder": holder,
        "published": day.isoformat(),
    }


def refuse_unsaid(what: str, sources: Sequence[str | Memo]) -> None:
    """Raise GeneratorError where nothing is named that says so."""
    if not sources:
        raise GeneratorError(
            f"Nobody could check {what} without a source.",
            'Add --source ID for one that is listed, or --memo "TITLE" for a memo or decision that '
            "is not; --held-by says who keeps it.",
        )
