"""What ids, keys and values are called, as sentences of change say them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from generator.derive.history.changes.phrasing import in_details, stopped, unstopped
from generator.derive.money.entries import currency_of
from generator.derive.references import Known, known
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.facts import Address, record_at
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.dates import PartialDate
from generator.model.fields import Field, fields_at
from generator.model.initiative import Initiative
from generator.model.records import Missing
from generator.model.references import NOT_NAMED, UNASSIGNED, Ref
from generator.model.report import Report
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.key_labels import key_label
from generator.words.message import Message, Money, Text, msg

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NAME_FIELDS = ("title", "name", "label", "text", "what", "topic", "theme", "body", "decision")


@dataclass(frozen=True)
class Names:
    """What ids and keys are called, in the words of the newer snapshot, else of the older."""

    before: Snapshot
    after: Snapshot

    @cached_property
    def _known(self) -> tuple[Known, Known]:
        return known(self.after.report), known(self.before.report)

    def name(self, to: str, written: str) -> str:
        """Return what readers call that to which a reference leads (`Ref.to`)."""
        return next((k[to][written] for k in self._known if written in k[to]), written)

    def holder(self, written: str) -> Text:
        """Return who holds a role, or which kind of gap there is."""
        gaps = {UNASSIGNED: msg("common-vacant"), NOT_NAMED: msg("change-not-named")}
        return gaps.get(written) or self.name("holder", written)

    def fiscal(self, written: str) -> str:
        """Return what a budget cycle or fiscal year is called, by its id."""
        before, after = self.before.report, self.after.report
        listed = {cycle.id for cycle in after.calendar.cycles}
        gone = {cycle.id for cycle in before.calendar.cycles} - listed
        return fiscal_words(before if written in gone else after, written)

    def goal(self, reference: str) -> str:
        """Return a goal's text, to be quoted."""
        return unstopped(self.name("goal", reference))

    @cached_property
    def _ideas(self) -> dict[tuple[str, str], str]:
        return {
            (state.initiative.id, idea.id): unstopped(idea.text)
            for snapshot in (self.before, self.after)
            for state in snapshot.states
            for idea in state.initiative.ideas
        }

    def idea(self, initiative_id: str, idea_id: str) -> str:
        """Return an idea's text, to be quoted."""
        return self._ideas.get((initiative_id, idea_id), idea_id)

    def milestone(self, written: str, *, in_quotes: bool = False) -> Text:
        """Return what the milestone of an update is called, or the day that is in its place."""
        name = self.name("milestone", written)
        is_day = name == written and _DAY.fullmatch(written)
        if is_day:
            return PartialDate(written)
        return quoted(name) if in_quotes else name

    def item(self, address: Address) -> Text:
        """Return what an item of a list is called: by its name in quotation marks, else its key."""
        match address:
            case ("initiative", _, "updates", _):
                record = record_at(self.after, address) or record_at(self.before, address)
                if isinstance(record, Update):
                    return self.milestone(record.milestone, in_quotes=True)
            case ("initiative", some_id, *_, "ideas", idea_id):
                return quoted(self.idea(some_id, idea_id))
            case _:
                record = record_at(self.after, address) or record_at(self.before, address)
        name = headline(record) if record else address[-1]
        return name if name == address[-1] else quoted(name)

    def value(self, field: Field | None, value: object, currency: str = "") -> Message:
        """Return a value of a field in quotation marks, or that there is none.

        What names something is called as readers know it; `currency` is that of sums of money.
        """
        return (
            msg("change-not-given") if value is None else quoted(self._said(field, value, currency))
        )

    def _said(self, field: Field | None, value: object, currency: str) -> Text:  # noqa: PLR0911 - one line a type
        ref = field.ref if field else None
        match value:
            case StrEnum():
                return key_label(value)
            case bool():
                return msg("change-yes" if value else "change-no")
            case Decimal() if currency:
                return Money(value, currency)
            case int() if field and field.name == "year":
                return str(value)
            case PartialDate() | date() | int() | Decimal():
                return value
            case tuple():
                return in_details([self._id_or_text(ref, str(item)) for item in value])
            case Record():
                return headline(value)
        return self._id_or_text(ref, str(value))

    def _id_or_text(self, ref: Ref | None, text: str) -> Text:
        if ref is None:
            return text
        if ref.to in ("cycle", "fiscal_year"):
            return self.fiscal(text)
        if ref.to == "holder":
            return self.holder(text)
        return self.name(ref.to, text) if ref.to in self._known[0] else text

    def currency(self, address: Address) -> str:
        """Return the currency of the sums at an address; nothing where no money is."""
        match address:
            case ("initiative", some_id, "record", "funding", funding, _):
                states = (s.state_of(some_id) for s in (self.after, self.before))
                found = (f for state in states if state for f in state.initiative.funding)
                return next(
                    (currency_of(self.after.report.about, f) for f in found if f.id == funding), ""
                )
        return ""


def field_at(address: Address) -> Field | None:
    """Return the field at an address of the record; of several, one that names something."""
    match address:
        case ("initiative", _, "record", *path):
            fields = fields_at(Initiative, path)
        case ("initiative", _, "updates", _, *path):
            fields = fields_at(Update, path)
        case _:
            fields = fields_at(Report, address)
    return next((field for field in fields if field.ref), next(iter(fields), None))


def headline(record: Record) -> Text:
    """Return what a record is called: its title, name or text, else its key."""
    if isinstance(record, Missing):
        return gap(record)
    for name in _NAME_FIELDS:
        text = getattr(record, name, None)
        if isinstance(text, str) and text.strip():
            return text.strip()
    return record.key


def gap(missing: Missing) -> Message:
    """Return which kind of gap there is, and why, in sentences."""
    return msg(f"common-gap-{missing.missing.value}", why=stopped(missing.why))


def quoted(text: Text) -> Message:
    """Return a text in quotation marks, so that a reader sees where it begins and ends."""
    return msg("change-quoted", text=text)
