"""R308: texts that name a time that was still to come (docs/model.md, 51).

An edition of the past is put together from today's content, and knows nothing later: what a text
without a date says must have been true at the edition's time, what a dated record says at its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.check.dates_in_text import dates_in
from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location, Severity
from generator.core.naming import quoted
from generator.derive.snapshot.citations import LocatedRecord, located_records
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.known_calendar import is_by_name
from generator.derive.snapshot.record_addresses import address_of
from generator.model.cycles import Cycle, Milestone
from generator.model.dates import PartialDate
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.measures import Actual
from generator.model.records import Dated, Planning
from generator.model.report import Report, Source
from generator.model.values import Record

_NOT_HELD = frozenset(
    {"edition", "vocabulary", "page", "history", "survey", "salons", "discrepancies", "questions"}
)
"""Kinds of parts that no edition holds: they are shown as they are today."""

_BOOKKEEPING = frozenset({"recorded", "as_of", "frozen_on"})
"""Days on which something was entered or looked at, which no text is about."""


@dataclass(frozen=True, slots=True)
class LaterTime:
    """A time that a text names and that lies after its record's own."""

    part: LocatedRecord
    address: Address
    """Of the field, as frozen editions and their errata name it."""
    field: str
    words: str
    """The time as the text names it."""
    own: date
    """The last day that the text may speak of."""

    def fault(self, at: Location) -> Fault:
        """Return it as a fault at a place."""
        return Fault(
            at,
            f"{quoted(self.words)} in {self.field}",
            f"nothing later than {self.own}, of which the record tells",
            "Move what came later into an addendum under later, with its own date and sources; "
            "a record without later has it on the record around it. "
            "What was planned is marked with the time under plans.",
        )


@rule(
    "R308",
    "A text speaks of no time after its record's own, except as a plan.",
    "An edition of the past would tell what nobody could know yet.",
    Severity.WARNING,
)
def texts_know_nothing_later(context: RuleContext) -> Iterator[Fault]:
    """Yield the later times that texts name, of records without a date those after the report's."""
    for later in later_times(context.parts, context.report, context.report.about.as_of):
        yield later.fault(context.at(later.part, later.field))


def foreknown(report: Report, day: date) -> Iterator[LaterTime]:
    """Yield what a report as of a day tells of later times, in texts and as facts."""
    parts = tuple(located_records(report))
    for part in parts:
        if field := _later_fact(part.record, day):
            words = str(getattr(part.record, field))
            yield LaterTime(part, address_of(part, field), field, words, day)
    yield from later_times(parts, report, day)


def later_times(parts: Iterable[LocatedRecord], report: Report, day: date) -> Iterator[LaterTime]:
    """Yield what texts of a report as of a day name of later times, unless it is a plan.

    `parts` are all its records.
    """
    language = report.about.languages[0]
    for part in parts:
        if part.kind not in _NOT_HELD:
            yield from _in_record(part, report, day, language)


def _in_record(
    part: LocatedRecord, report: Report, day: date, language: str
) -> Iterator[LaterTime]:
    named_in = [
        (field, named)
        for field in _text_fields(type(part.record))
        if (value := part.record.__dict__[field.name])
        for text in ((value,) if isinstance(value, str) else value)
        for named in dates_in(text, language)
    ]
    if not named_in:
        return
    outer = part.lineage
    own = _own_day(outer, day)
    planned: list[PartialDate] | None = None
    for field, named in named_in:
        if named.when.first() <= own:
            continue
        planned = _planned(outer, report, day) if planned is None else planned
        if not any(_overlap(named.when, plan) for plan in planned):
            at = address_of(part, field.name)
            yield LaterTime(part, at, field.name, named.words, own)


def _later_fact(record: Record, day: date) -> str:
    """Return the field of a date that shows that a record was not known on the day, if any does.

    What cycles and milestones plan is known before; of one without a word since when, nothing is.
    """
    if isinstance(record, Cycle | Milestone) and not is_by_name(record):
        if isinstance(record, Cycle) and record.adopted and record.adopted.first() > day:
            return "adopted"
        begins = record.begins if isinstance(record, Cycle) else record.due.first()
        if record.known_since is None and begins > day:
            return "begins" if isinstance(record, Cycle) else "due"
    if isinstance(record, Actual) and record.reported.first() > day:
        return "reported" if record.period.last(day) >= day else ""
    return ""


def _own_day(outer: list[Record], day: date) -> date:
    """Return the last day of which the innermost dated record around a text tells."""
    for record in reversed(outer):
        if isinstance(record, Dated):
            return max(record.when.first(), record.when.last(day))
        if isinstance(record, Source):
            published = record.published
            known = published.last(day) if isinstance(published, PartialDate) else day
            return max(known, day)
    return day


@cache
def _text_fields(kind: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a type in which somebody wrote words; names and addresses are none."""
    return tuple(
        field
        for field in fields_of(kind).values()
        if field.holds in (Holds.TEXT, Holds.PROSE)
        and field.shape is not Shape.MAPPING
        and (field.is_long or not field.is_verbatim)
        and (kind is not Source or field.name == "note")
    )


def _planned(outer: list[Record], report: Report, day: date) -> list[PartialDate]:
    """Return the times that records may name: plans, dates of their own, and of their sources.

    A source that appeared after the day is named by nothing that was known on it.
    """
    found = [plan for record in outer if isinstance(record, Planning) for plan in record.plans]
    record = outer[-1]
    if isinstance(record, Milestone):
        spans: Mapping[str, Record] = {c.id: c for c in report.calendar.cycles}
        found += [d for r in (spans.get(record.cycle or ""),) if r for d in _dates_of(r)]
    cited = {source for one in outer for source in one.__dict__.get("sources", ())}
    published = [source.published for source in report.sources if source.id in cited]
    dated = (p for p in published if isinstance(p, PartialDate))
    return [*found, *_dates_of(record), *(p for p in dated if p.last(date.max) <= day)]


def _dates_of(record: Record) -> list[PartialDate]:
    """Return the dates that are fields of a record."""
    values = [v for name, v in record.__dict__.items() if name not in _BOOKKEEPING]
    days = [PartialDate(v.isoformat()) for v in values if isinstance(v, date)]
    return days + [v for v in values if isinstance(v, PartialDate)]


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    far = date.max
    return one.first() <= other.last(far) and other.first() <= one.last(far)
