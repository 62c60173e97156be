"""What a report claims, claim by claim, and a sample of it that anybody can draw again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from itertools import chain, islice, zip_longest

from generator.derive.snapshot.citations import update_key
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.files import FILE_KINDS
from generator.model.initiative import Idea, Initiative
from generator.model.measures import Area, Measure
from generator.model.records import Missing
from generator.model.updates import Update
from generator.model.values import Record


class ClaimKind(StrEnum):
    """What is claimed; a sample has as many of each kind as of any other, while there are some."""

    STATUS = "status"
    IDEA = "idea"
    EVENT = "event"
    FIGURE = "figure"
    """A figure of an event, or of a topic area."""
    MEASURED = "measured"
    """A measured value, or the baseline of a measure."""
    TARGET = "target"
    MONEY = "money"
    ROLE = "role"
    PARTNER = "partner"
    GOAL = "goal"
    """That an initiative serves a goal."""
    STEP = "step"
    """A step of an initiative's roadmap, and when it was planned."""
    DECISION = "decision"
    PROGRESS = "progress"
    """How far an initiative is by the organization's own count."""
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, the record that makes it, and whose it is: an initiative, an area, the program."""

    kind: ClaimKind
    address: Address
    """The record's address, which stays the same as the report grows."""
    record: Record
    sources: tuple[str, ...]
    state: InitiativeState | None = None
    area: Area | None = None
    measure: Measure | None = None
    """The measure, of what is measured and of targets."""
    idea: Idea | None = None
    """The idea, where the claim is what became of it."""

    @property
    def file(self) -> str:
        """Return the file of the record, below the content's folder."""
        if isinstance(self.record, Update):
            return _file("update", *update_key(self.record).split("/"))
        if self.state:
            return _file("initiative", self.state.initiative.id)
        return _file("area", self.area.id) if self.area else _file("report")

    @property
    def inside(self) -> tuple[str, ...]:
        """Return where in that file the record is, in names of fields and keys of records."""
        if isinstance(self.record, Update):
            return self.address[4:]
        if self.state:
            return self.address[3:]
        return self.address[2:] if self.area else self.address[1:]


def _file(kind: str, *keys: str) -> str:
    path = FILE_KINDS[kind].path
    for key in keys:
        path = path.replace("*", key, 1)
    return path


def claims(snapshot: Snapshot) -> Iterator[Claim]:
    """Yield every claim of a report that a page shows with its source."""
    for state in snapshot.states:
        known = (_status(state),) if "status" in snapshot.axes else ()
        yield from (replace(claim, state=state) for claim in (*known, *_of_initiative(state)))
    for area in snapshot.report.areas:
        yield from (replace(claim, area=area) for claim in _of_area(area))
    if any(page.id == "history" for page in snapshot.report.pages):
        about = snapshot.report.about
        yield from _listed(ClaimKind.EVENT, ("about", "events"), about.events)


def sample(found: Sequence[Claim], seed: int, size: int) -> tuple[Claim, ...]:
    """Return `size` claims, drawn at random by a seed, or all where there are no more.

    Each kind gives one in turn. Which come first is told by a digest of seed and address: the same
    on every machine, and a record that is new changes nothing but what it takes the place of.
    """

    def rank(*words: object) -> str:
        return sha256("\n".join(map(str, (seed, *words))).encode()).hexdigest()

    kinds = sorted({claim.kind for claim in found}, key=rank)
    drawn = [
        sorted((c for c in found if c.kind is kind), key=lambda c: rank(*c.address))
        for kind in kinds
    ]
    turns = chain.from_iterable(zip_longest(*drawn))
    taken = islice((claim for claim in turns if claim), size)
    order = list(ClaimKind)
    return tuple(sorted(taken, key=lambda claim: order.index(claim.kind)))


def _of_initiative(state: InitiativeState) -> Iterator[Claim]:
    one, here = state.initiative, ("initiative", state.initiative.id, "record")
    yield from (_idea(state, idea) for idea in one.ideas if idea.id in state.ideas)
    yield from _listed(ClaimKind.EVENT, (*here, "events"), one.events)
    for event in one.events:
        place = (*here, "events", event.key, "figures")
        for figure in event.figures:
            yield Claim(ClaimKind.FIGURE, (*place, figure.key), figure, event.sources)
    yield from _measured(here, one.measures)
    for name, kind in _LISTS.items():
        yield from _listed(kind, (*here, name), getattr(one, name))


_LISTS = {
    "funding": ClaimKind.MONEY,
    "staffing": ClaimKind.MONEY,
    "roles": ClaimKind.ROLE,
    "partners": ClaimKind.PARTNER,
    "goals": ClaimKind.GOAL,
    "roadmap": ClaimKind.STEP,
    "approvals": ClaimKind.DECISION,
    "progress": ClaimKind.PROGRESS,
    "risks": ClaimKind.RISK,
}
"""Lists of an initiative each of whose records is a claim with sources of its own."""


def _of_area(area: Area) -> Iterator[Claim]:
    here = ("areas", area.id)
    yield from _measured(here, area.measures)
    yield from _listed(ClaimKind.FIGURE, (*here, "figures"), area.figures)


def _listed(kind: ClaimKind, here: Address, records: Sequence[Record]) -> Iterator[Claim]:
    for record in records:
        yield Claim(kind, (*here, record.key), record, record.__dict__["sources"])


def _measured(here: Address, measures: Sequence[Measure]) -> Iterator[Claim]:
    for measure in measures:
        place = (*here, "measures", measure.id)
        baseline, targets, actuals = measure.baseline, measure.targets, measure.actuals
        if not isinstance(baseline, Missing):
            at = (*place, "baseline")
            yield Claim(ClaimKind.MEASURED, at, baseline, baseline.sources, measure=measure)
        lists = ((ClaimKind.TARGET, "targets", targets), (ClaimKind.MEASURED, "actuals", actuals))
        for kind, name, records in lists:
            if not isinstance(records, Missing):
                found = _listed(kind, (*place, name), records)
                yield from (replace(claim, measure=measure) for claim in found)


def _status(state: InitiativeState) -> Claim:
    return _said(ClaimKind.STATUS, state, state.newest, "status")


def _idea(state: InitiativeState, idea: Idea) -> Claim:
    told = next((u for u in reversed(state.updates) if idea.id in u.ideas), None)
    return replace(_said(ClaimKind.IDEA, state, told, "ideas", idea.id), idea=idea)


def _said_at_proposal(kind: ClaimKind, initiative: Initiative, inside: Sequence[str]) -> Claim:
    """Return what was so at the proposal; where no more is said of it, that it was proposed."""
    here = ("initiative", initiative.id, "record")
    proposed, start = initiative.proposed, initiative.at_proposal
    known = proposed.sources or initiative.sources
    if start is None:
        return Claim(kind, (*here, "proposed"), proposed, known)
    return Claim(kind, (*here, "at_proposal", *inside), start, start.sources or known)


def _said(kind: ClaimKind, state: InitiativeState, update: Update | None, *inside: str) -> Claim:
    """Return what an update says; without one, what was so at the proposal."""
    here = ("initiative", state.initiative.id)
    if update is None:
        return _said_at_proposal(kind, state.initiative, inside)
    cited = [e for e in state.initiative.events if e.id in update.evidence]
    sources = dict.fromkeys(s for record in (*cited, update) for s in record.sources)
    return Claim(kind, (*here, "updates", update.key, *inside), update, tuple(sources))
