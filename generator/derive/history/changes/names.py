"""Names and values in words, as sentences of change write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from generator.derive.references import Known, known
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.dates import PartialDate
from generator.model.fields import fields_at
from generator.model.initiative import Initiative
from generator.model.records import Missing
from generator.model.references import Ref
from generator.model.report import VOCABULARY_KEYS, Report, Term
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.english import date_words, day_words, number_words

_AXES = {keys: axis for axis, keys in VOCABULARY_KEYS.items()}
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

    def fiscal(self, written: str) -> str:
        """Return what a budget cycle or fiscal year is called, by its id."""
        before, after = self.before.report, self.after.report
        listed = {cycle.id for cycle in after.calendar.cycles}
        gone = {cycle.id for cycle in before.calendar.cycles} - listed
        return fiscal_words(before if written in gone else after, written)

    def goal(self, reference: str) -> str:
        """Return a goal's text, quoted."""
        text = self.name("goal", reference)
        return quoted(text) if text != reference else reference

    @cached_property
    def _ideas(self) -> dict[tuple[str, str], str]:
        return {
            (state.initiative.id, idea.id): quoted(idea.text.rstrip("."))
            for snapshot in (self.before, self.after)
            for state in snapshot.states
            for idea in state.initiative.ideas
        }

    def idea(self, initiative_id: str, idea_id: str) -> str:
        """Return an idea's text, quoted."""
        return self._ideas.get((initiative_id, idea_id), idea_id)

    def label(self, key: StrEnum) -> str:
        """Return a key's label in running text; its own word where the vocabulary has none."""
        axis = _AXES.get(type(key))
        vocabulary = self.after.report.vocabulary
        terms: Mapping[StrEnum, Term] = getattr(vocabulary, axis) if axis else {}
        return lower_first(terms[key].label) if key in terms else key.value.replace("_", " ")

    def value(self, ref: Ref | None, value: object) -> str:
        """Return a value, which may name something, as a sentence writes it."""
        match value:
            case None:
                return "not given"
            case StrEnum():
                words = self.label(value)
            case PartialDate():
                words = date_words(value)
            case date():
                words = day_words(value)
            case bool():
                words = "yes" if value else "no"
            case int() | Decimal():
                words = number_words(value)
            case tuple():
                words = "; ".join(self._id_or_text(ref, str(item)) for item in value)
            case Record():
                words = headline(value)
            case _:
                words = self._id_or_text(ref, str(value))
        return quoted(words)

    def _id_or_text(self, ref: Ref | None, text: str) -> str:
        if ref and ref.to in ("cycle", "fiscal_year"):
            return self.fiscal(text)
        return self.name(ref.to, text) if ref and ref.to in self._known[0] else text


def ref_at(address: Address) -> Ref | None:
    """Return what the words at an address of the record name, where they name something."""
    match address:
        case ("initiative", _, "record", *path):
            fields = fields_at(Initiative, path)
        case ("initiative", _, "updates", _, *path):
            fields = fields_at(Update, path)
        case _:
            fields = fields_at(Report, address)
    return next((field.ref for field in fields if field.ref), None)


def headline(record: Record) -> str:
    """Return what a record is called: its title, name or text, else its key."""
    if isinstance(record, Missing):
        return f"none ({record.missing.value.replace('_', ' ')}): {record.why}"
    for name in _NAME_FIELDS:
        text = getattr(record, name, None)
        if isinstance(text, str) and text.strip():
            return text.strip()
    return record.key or type(record).__name__.lower()


def lower_first(words: str) -> str:
    """Return words for the middle of a sentence; a name in capitals stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def quoted(words: str) -> str:
    """Return words in quotation marks, so that a reader sees where they begin and end."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def stopped(words: str) -> str:
    """Return words that end like a sentence."""
    text = words.strip()
    ends = (".", "!", "?", ".\N{RIGHT DOUBLE QUOTATION MARK}")
    return text if text.endswith(ends) else f"{text}."


def joined(pieces: tuple[str, ...] | list[str]) -> str:
    """Return pieces as sentences behind each other; empty ones are left out."""
    return " ".join(stopped(piece[:1].upper() + piece[1:]) for piece in pieces if piece)
