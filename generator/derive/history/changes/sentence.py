"""A sentence of change: what kind, about whom, in which words, resting on what."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.snapshot.facts import Address
from generator.model.initiative import Event
from generator.model.records import Sourced
from generator.words.message import Text


class ChangeKind(StrEnum):
    """What a sentence tells; the order is that of pages and documents."""

    NEW = "new"
    STATUS = "status"
    ENDED = "ended"
    DROPPED = "dropped"
    PHASE = "phase"
    CONFIDENCE = "confidence"
    STILL = "still"
    ROLES = "roles"
    PARTNERS = "partners"
    IDEAS = "ideas"
    ROADMAP = "roadmap"
    TARGETS = "targets"
    MEASURES = "measures"
    FUNDING = "funding"
    EVENTS = "events"
    EVALUATIONS = "evaluations"
    GONE = "gone"
    RECORD = "record"
    WORDING = "wording"
    FRESHNESS = "freshness"
    NOTHING_SINCE = "nothing_since"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One change in words."""

    kind: ChangeKind
    text: Text
    """One or more sentences, the title not repeated."""
    evidence: tuple[Event, ...] = ()
    """Events that it rests on."""
    unchanged: tuple[Text, ...] = ()
    """What stayed the same beside what changed, each a name with its value."""
    sources: tuple[str, ...] = ()
    accounts: tuple[Address, ...] = ()
    """Addresses of the changed values that this sentence tells."""
    subject: str = ""
    """`initiative:ID`, `area:ID` or `program`; set, as the title, by whoever knows it."""
    title: str = ""


def sources_of(records: Iterable[Sourced]) -> tuple[str, ...]:
    """Return the sources of some records, each once."""
    return tuple(dict.fromkeys(source for record in records for source in record.sources))
