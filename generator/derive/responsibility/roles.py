"""Who answers for what: roles with their history, partners, support, work plans, by holder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.derive.responsibility.obligations import Obligation, obligations_by_milestone
from generator.derive.responsibility.participation import (
    Participation,
    participations,
    with_units_above,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Role, Support, WorkPlanEntry
from generator.model.keys import RoleKind
from generator.model.organization import Organization, Unit
from generator.model.references import NO_HOLDER
from generator.model.updates import Update


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
    """Yield every entry of every role that is asked, by initiative, Owners first, oldest first."""
    for state in snapshot.states:
        for kind in snapshot.report.about.roles.asked:
            entries = [r for r in state.initiative.roles if r.role is kind]
            entries.sort(key=lambda r: _order(r, snapshot.day))
            current = state.held(kind)
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
    participations: list[tuple[InitiativeState, Participation]] = field(default_factory=list)
    """In which initiatives it takes part or may take part; one entry for each of its parts."""
    support: list[tuple[InitiativeState, Support]] = field(default_factory=list)
    work_plan: list[tuple[InitiativeState, WorkPlanEntry]] = field(default_factory=list)
    reported: list[tuple[InitiativeState, Update]] = field(default_factory=list)
    asked: list[tuple[InitiativeState, Update]] = field(default_factory=list)
    """Newest updates that ask it, by its own name, for something."""
    owing: list[Obligation] = field(default_factory=list)
    """What is missing or expected of the initiatives it owns, and fell due in its time."""

    @property
    def takes_part_in(self) -> frozenset[str]:
        """Return the initiatives in which sources say that it takes part, not that it may."""
        return frozenset(s.initiative.id for s, p in self.participations if not p.is_possible)

    @property
    def planned(self) -> frozenset[str]:
        """Return the initiatives in its work plans."""
        return frozenset(state.initiative.id for state, _ in self.work_plan)

    def holding(self, kind: RoleKind) -> list[Tenure]:
        """Return the roles of one kind that it holds today."""
        return [t for t in self.tenures if t.now and t.role.role is kind]

    def owns_itself(self, own_id: str) -> list[Tenure]:
        """Return the initiatives that it owns today by itself, not by its posts or units below."""
        return [t for t in self.holding(RoleKind.OWNER) if t.role.holder == own_id]

    def owes_itself(self, own_id: str, day: date) -> list[Obligation]:
        """Return what is due of these on `day`."""
        return [o for o in self.owing if o.owed_by(o.initiative_state.owner, day) == own_id]

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Register:
    """The responsibilities of every post, unit and partner."""

    posts: Mapping[str, Responsibility]
    units: Mapping[str, Responsibility]
    """With what the units below it and the posts of all of them are responsible for."""
    partners: Mapping[str, Responsibility]
    gaps: tuple[Tenure, ...]
    """Every entry that says nobody is known, those of the past too."""
    unowned: tuple[Obligation, ...]
    """What is missing or expected of initiatives without a known Owner today."""
    before_owners: tuple[Obligation, ...]
    """What is missing of initiatives with an Owner, and fell due before that one's time."""


def register(snapshot: Snapshot) -> Register:
    """Return who answers for what; one walk over all initiatives."""
    organization = snapshot.report.organization
    due = [o for m in obligations_by_milestone(snapshot) for o in m.initiatives if o.is_open]
    owing = [(o, o.owed_by(o.initiative_state.owner, snapshot.day)) for o in due]
    made = Register(
        posts={post.id: Responsibility() for post in organization.posts},
        units={unit.id: Responsibility() for unit in organization.units},
        partners={partner.id: Responsibility() for partner in organization.partners},
        gaps=tuple(t for t in tenures(snapshot) if t.vacant),
        unowned=tuple(o for o in due if not _owner(o.initiative_state)),
        before_owners=tuple(o for o, by in owing if not by and _owner(o.initiative_state)),
    )
    above = {unit.id: with_units_above(organization, [unit.id]) for unit in organization.units}
    above |= {
        post.id: with_units_above(organization, [post.unit] if post.unit else [])
        for post in organization.posts
    }

    def charges(holder: str) -> list[Responsibility]:
        mine = [made.posts[holder]] if holder in made.posts else []
        return mine + [made.units[unit] for unit in above.get(holder, ())]

    for tenure in tenures(snapshot):
        for responsibility in charges(tenure.role.holder):
            responsibility.tenures.append(tenure)
    for obligation, owner in owing:
        for responsibility in charges(owner):
            responsibility.owing.append(obligation)
    for state in snapshot.states:
        for update in state.updates:
            for responsibility in charges(update.author or ""):
                responsibility.reported.append((state, update))
    _take_part(snapshot, made)
    _ask(snapshot, _named(organization, made))
    return made


def _owner(state: InitiativeState) -> str:
    """Return the post or unit that owns an initiative today; empty where none is known."""
    owner = state.owner
    return owner.holder if owner and owner.holder not in NO_HOLDER else ""


def _take_part(snapshot: Snapshot, made: Register) -> None:
    organization = snapshot.report.organization

    def charges(org: str) -> list[Responsibility]:
        if org in made.partners:
            return [made.partners[org]]
        return [made.units[unit] for unit in with_units_above(organization, [org])]

    for state in snapshot.states:
        initiative = state.initiative
        for found in participations(initiative, snapshot.day):
            for responsibility in charges(found.org):
                responsibility.participations.append((state, found))
        for support in initiative.support:
            for responsibility in charges(support.by):
                responsibility.support.append((state, support))
        for entry in initiative.work_plan:
            for responsibility in charges(entry.department):
                responsibility.work_plan.append((state, entry))


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
        known = found.setdefault(name.casefold(), [])
        if not any(responsibility is other for other in known):
            known.append(responsibility)
    return found


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.name, *unit.also_named)
