"""A sentence of change: what kind, about whom, in which words, resting on what."""

from dataclasses import dataclass
from enum import StrEnum

from generator.derive.snapshot.facts import Address
from generator.model.dates import PartialDate
from generator.model.keys import Match


class Kind(StrEnum):
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
class Evidence:
    """An event that a sentence rests on."""

    id: str
    on: PartialDate
    text: str
    match: Match
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One change in words."""

    kind: Kind
    subject: str
    """`initiative:ID`, `area:ID` or `programme`."""
    title: str
    text: str
    """One or more sentences in plain text, the title not repeated."""
    evidence: tuple[Evidence, ...] = ()
    unchanged: tuple[str, ...] = ()
    """What stayed the same beside what changed."""
    sources: tuple[str, ...] = ()
    accounts: tuple[Address, ...] = ()
    """Addresses of the changed values that this sentence tells."""
