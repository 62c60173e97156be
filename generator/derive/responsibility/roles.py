"""Who answers for what: roles with their history, partners, support, work plans, by holder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.derive.responsibility.obligations import (
    Obligation,
    ObligationState,
    obligations_by_milestone,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Partnership, Role, Support, WorkPlanEntry
from generator.model.keys import RoleKind
from generator.model.organization import Organization, Post, Unit
from generator.model.references import NO_HOLDER
from generator.model.updates import Update

"""What is in a role's place where nobody is known to hold it."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One entry of a role: who held it for an initiative, from when to when."""

    initiative_state: InitiativeState
    role: Role
    until: PartialDate | None
    """Its end as written, else the beginning of the next entry; None while it lasts."""
    now: bool
    """Whether it is the entry that holds on the snapshot's day."""

    @property
    def vacant(self) -> bool:
        """Return whether nobody is known to hold the role."""
        return self.role.holder in NO_HOLDER


def tenures(snapshot: Snapshot) -> Iterator[Tenure]:
    """Yield every entry of every role, by initiative, Owners first, oldest first."""
    for state in snapshot.states:
        for kind in RoleKind:
            entries = [r for r in state.initiative.roles if r.role is kind]
            entries.sort(key=lambda r: _order(r, snapshot.day))
            current = state.owner if kind is RoleKind.OWNER else state.sponsor
            for place, role in enumerate(entries):
                following = entries[place + 1].since if place + 1 < len(entries) else None
                now = role is current
                yield Tenure(state, role, role.until or (None if now else following), now)


def _order(role: Role, day: date) -> tuple[date, date]:
    return (role.since.last(day), role.since.first())


@dataclass(slots=True)
class Responsibility:
    """Everything that one post, unit or partner is responsible for or takes part in."""

    tenures: list[Tenure] = field(default_factory=list)
    partnerships: list[tuple[InitiativeState, Partnership]] = field(default_factory=list)
    support: list[tuple[InitiativeState, Support]] = field(default_factory=list)
    work_plan: list[tuple[InitiativeState, WorkPlanEntry]] = field(default_factory=list)
    reported: list[tuple[InitiativeState, Update]] = field(default_factory=list)
    asked: list[tuple[InitiativeState, Update]] = field(default_factory=list)
    """Newest updates that ask it, by its own name, for something."""
    owing: list[Obligation] = field(default_factory=list)
    """What is missing or expected of the initiatives it owns today."""

    def holding(self, kind: RoleKind) -> list[Tenure]:
        """Return the roles of one kind that it holds today."""
        return [t for t in self.tenures if t.now and t.role.role is kind]

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Register:
    """The responsibilities of every post, unit and partner."""

    posts: Mapping[str, Responsibility]
    units: Mapping[str, Responsibility]
    """With what the posts of the unit and of the units below it answer for."""
    partners: Mapping[str, Responsibility]
    gaps: tuple[Tenure, ...]
    """Every entry that says nobody is known, those of the past too."""
    unowned: tuple[Obligation, ...]
    """What is missing or expected of initiatives without a known Owner today."""


def register(snapshot: Snapshot) -> Register:
    """Return who answers for what; one walk over all initiatives."""
    organization = snapshot.report.organization
    made = Register(
        posts={post.id: Responsibility() for post in organization.posts},
        units={unit.id: Responsibility() for unit in organization.units},
        partners={partner.id: Responsibility() for partner in organization.partners},
        gaps=tuple(t for t in tenures(snapshot) if t.vacant),
        unowned=tuple(o for o in _open(snapshot) if not _owner(o.initiative_state)),
    )
    above = {post.id: tuple(units_of(organization, post)) for post in organization.posts}

    def charges(post: str) -> list[Responsibility]:
        mine = [made.posts[post]] if post in made.posts else []
        return mine + [made.units[unit] for unit in above.get(post, ())]

    for tenure in tenures(snapshot):
        for responsibility in charges(tenure.role.holder):
            responsibility.tenures.append(tenure)
    for obligation in _open(snapshot):
        for responsibility in charges(_owner(obligation.initiative_state)):
            responsibility.owing.append(obligation)
    for state in snapshot.states:
        for update in state.updates:
            for responsibility in charges(update.author or ""):
                responsibility.reported.append((state, update))
    _take_part(snapshot, {**made.units, **made.partners})
    _ask(snapshot, _named(organization, made))
    return made


def _owner(state: InitiativeState) -> str:
    """Return the post that owns an initiative today; empty where none is known."""
    owner = state.owner
    return owner.holder if owner and owner.holder not in NO_HOLDER else ""


def _take_part(snapshot: Snapshot, orgs: Mapping[str, Responsibility]) -> None:
    for state in snapshot.states:
        initiative = state.initiative
        for partnership in initiative.partners:
            if partnership.org in orgs:
                orgs[partnership.org].partnerships.append((state, partnership))
        for support in initiative.support:
            if support.by in orgs:
                orgs[support.by].support.append((state, support))
        for entry in initiative.work_plan:
            if entry.department in orgs:
                orgs[entry.department].work_plan.append((state, entry))


def _ask(snapshot: Snapshot, named: Mapping[str, list[Responsibility]]) -> None:
    """Note what newest updates ask of those whom they call exactly by name."""
    for state in snapshot.states:
        newest = state.newest
        if newest and newest.ask:
            for responsibility in named.get(newest.ask.of.casefold(), ()):
                responsibility.asked.append((state, newest))


def _named(organization: Organization, made: Register) -> dict[str, list[Responsibility]]:
    """Return charges by every name that a request may call their holders, in small letters."""
    found: dict[str, list[Responsibility]] = {}
    pairs: list[tuple[str, Responsibility]] = [
        (p.title, made.posts[p.id]) for p in organization.posts
    ]
    pairs += [(name, made.units[unit.id]) for unit in organization.units for name in _names(unit)]
    pairs += [(p.name, made.partners[p.id]) for p in organization.partners]
    for name, responsibility in pairs:
        found.setdefault(name.casefold(), []).append(responsibility)
    return found


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.name, *unit.also_named)


def _open(snapshot: Snapshot) -> Iterator[Obligation]:
    for milestone in obligations_by_milestone(snapshot):
        for obligation in milestone.initiatives:
            if obligation.state in (ObligationState.MISSING, ObligationState.EXPECTED):
                yield obligation


def units_of(organization: Organization, post: Post) -> Iterator[str]:
    """Yield the unit of a post and every unit above it, each once."""
    parents = {unit.id: unit.part_of for unit in organization.units}
    seen: set[str] = set()
    unit = post.unit
    while unit in parents and unit is not None and unit not in seen:
        seen.add(unit)
        yield unit
        unit = parents[unit]
