"""Which sources the report rests on, and what rests on each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from generator.model.fields import with_records
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

Path = tuple[str | int, ...]

_LINK = re.compile(r"\bsource:([a-z0-9-]+)")
"""A link of prose to a source, however Markdown has it written."""


@dataclass(frozen=True, slots=True)
class LocatedRecord:
    """A part of the report that cites sources: its kind, key, the path inside, and the record."""

    kind: str
    key: str
    path: Path
    record: Record
    inside: Self | None = field(default=None, compare=False, repr=False)
    """The part in which it is."""

    @property
    def lineage(self) -> list[Record]:
        """Return all records around it and itself, from the outside in."""
        return [*(self.inside.lineage if self.inside else ()), self.record]

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites."""
        # Half of all records have no such field, and pydantic takes its time to say so.
        sources: tuple[str, ...] = self.record.__dict__.get("sources", ())
        return sources


def located_records(report: Report) -> Iterator[LocatedRecord]:
    """Yield every record of the report with its address, parents before children.

    The addresses are those of `generator.core.issues.RecordLocations`.
    """
    for kind, record in _single_files(report).items():
        if record is not None:
            yield from _walk(kind, "", (), record)
    for kind, records in in_lists(report).items():
        for index, record in enumerate(records):
            yield from _walk(kind, "", (kind, index), record)
    for kind, key, record in in_own_files(report):
        yield from _walk(kind, key, (), record)


def _single_files(report: Report) -> dict[str, Record | None]:
    return {
        "about": report.about,
        "vocabulary": report.vocabulary,
        "organization": report.organization,
        "calendar": report.calendar,
        "history": report.background.history,
        "survey": report.background.survey,
        "salons": report.background.salons,
    }


def in_lists(report: Report) -> dict[str, tuple[Record, ...]]:
    """Return the records of files that are a list, by the kind of the file."""
    return {
        "sources": report.sources,
        "discrepancies": report.background.discrepancies,
        "questions": report.background.questions,
    }


def in_own_files(report: Report) -> list[tuple[str, str, Record]]:
    """Return the records that have a file each, with kind and the key that their words give."""
    return [
        *(("area", area.id, area) for area in report.areas),
        *(("initiative", initiative.id, initiative) for initiative in report.initiatives),
        *(("update", update_key(u), u) for u in report.updates),
        *(("evaluation", evaluation_key(e), e) for e in report.evaluations),
        *(("edition", str(edition.year), edition) for edition in report.editions),
        *(("meeting", meeting.key, meeting) for meeting in report.meetings),
        *(("page", page.id, page) for page in report.pages),
    ]


def update_key(update: Update) -> str:
    """Return the address of an update: its milestone and initiative, as in its path."""
    return f"{update.milestone}/{update.initiative}"


def evaluation_key(evaluation: Evaluation) -> str:
    """Return the address of an evaluation: its year and the id of its subject, as in its path."""
    return f"{evaluation.year}/{evaluation.subject.rsplit(':', 1)[-1]}"


def _walk(
    kind: str, key: str, path: Path, record: Record, inside: LocatedRecord | None = None
) -> Iterator[LocatedRecord]:
    part = LocatedRecord(kind, key, path, record, inside)
    yield part
    for name in with_records(type(record)):
        value = record.__dict__[name]
        if isinstance(value, Record) and not isinstance(value, Missing):
            yield from _walk(kind, key, (*path, name), value, part)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _walk(kind, key, (*path, name, index), item, part)
        elif isinstance(value, dict):
            for name_inside, item in value.items():
                if isinstance(item, Record):
                    yield from _walk(kind, key, (*path, name, str(name_inside)), item, part)


def cited_sources(report: Report, *texts: str) -> set[str]:
    """Return the ids of all sources that records cite or link to, and that further texts do."""
    cited = {source for text in texts for source in _LINK.findall(text)}
    for record in records_inside(report):
        cited.update(record.__dict__.get("sources", ()))
        for value in record.__dict__.values():
            if isinstance(value, str) and "source:" in value:
                cited.update(_LINK.findall(value))
    return cited


def records_inside(report: Report) -> Iterator[Record]:
    """Yield every record of the report in no certain order, without its address.

    To find all addresses takes three times as long as what most look for.
    """
    waiting: list[Record] = [report]
    while waiting:
        record = waiting.pop()
        for name in with_records(type(record)):
            inside = _records_in(record.__dict__[name])
            waiting += inside
            yield from inside


def _records_in(value: object) -> Sequence[Record]:
    if isinstance(value, tuple):
        return [one for one in value if isinstance(one, Record)]
    if isinstance(value, dict):
        return [one for one in value.values() if isinstance(one, Record)]
    return (value,) if isinstance(value, Record) and not isinstance(value, Missing) else ()


def cited_by(report: Report) -> dict[str, list[LocatedRecord]]:
    """Return the parts that cite each source, by source id, in the report's order."""
    citing: dict[str, list[LocatedRecord]] = defaultdict(list)
    for part in located_records(report):
        for source in part.sources:
            citing[source].append(part)
    return dict(citing)
