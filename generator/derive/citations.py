"""Which sources the report rests on, and what rests on each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.records import Missing
from generator.model.report import Report
from generator.model.values import Record

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report that cites sources: its kind, key, the path inside, and the record."""

    kind: str
    key: str
    path: Path
    record: Record

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites."""
        return getattr(self.record, "sources", ())


def parts(report: Report) -> Iterator[Part]:
    """Yield every record of the report with its address, parents before children.

    The addresses are those of `generator.issues.Places`.
    """
    singles: dict[str, Record | None] = {
        "about": report.about,
        "vocabulary": report.vocabulary,
        "organisation": report.organisation,
        "calendar": report.calendar,
        "history": report.background.history,
        "survey": report.background.survey,
        "salons": report.background.salons,
    }
    for kind, record in singles.items():
        if record is not None:
            yield from _walk(kind, "", (), record)
    lists: dict[str, tuple[Record, ...]] = {
        "sources": report.sources,
        "discrepancies": report.background.discrepancies,
        "questions": report.background.questions,
    }
    for kind, records in lists.items():
        for index, record in enumerate(records):
            yield from _walk(kind, "", (kind, index), record)
    for area in report.areas:
        yield from _walk("area", area.id, (), area)
    for initiative in report.initiatives:
        yield from _walk("initiative", initiative.id, (), initiative)
    for update in report.updates:
        yield from _walk("update", f"{update.milestone}/{update.initiative}", (), update)
    for evaluation in report.evaluations:
        yield from _walk(
            "evaluation", evaluation_key(evaluation.subject, evaluation.year), (), (evaluation)
        )
    for edition in report.editions:
        yield from _walk("edition", str(edition.year), (), edition)
    for page in report.pages:
        yield from _walk("page", page.id, (), page)


def evaluation_key(subject: str, year: int) -> str:
    """Return the address of an evaluation: its year and the id of its subject."""
    return f"{year}/{subject.rsplit(':', 1)[-1]}"


def _walk(kind: str, key: str, path: Path, record: Record) -> Iterator[Part]:
    yield Part(kind, key, path, record)
    for name, value in record.__dict__.items():
        if isinstance(value, Record) and not isinstance(value, Missing):
            yield from _walk(kind, key, (*path, name), value)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _walk(kind, key, (*path, name, index), item)
        elif isinstance(value, dict):
            for name_inside, item in value.items():
                if isinstance(item, Record):
                    yield from _walk(kind, key, (*path, name, str(name_inside)), item)


def cited_by(report: Report) -> dict[str, list[Part]]:
    """Return the parts that cite each source, by source id, in the report's order."""
    citing: dict[str, list[Part]] = defaultdict(list)
    for part in parts(report):
        for source in part.sources:
            citing[source].append(part)
    return dict(citing)
