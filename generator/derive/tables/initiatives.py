"""Tables of the initiatives and of what is inside them: ideas, roles, partners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.derive.progress import newest_progress
from generator.derive.snapshot.evidence import StateAge
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot, Stage
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    OwnedRecord,
    belonging,
    entry_columns,
    field_columns,
    keyed,
    rows,
)
from generator.derive.tables.schedule import timing_columns
from generator.model.dates import PartialDate
from generator.model.initiative import Idea, Initiative, Partnership, Proposed, Role
from generator.model.keys import Basis, IdeaState, RoleKind
from generator.model.organization import RolesPolicy
from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.words.message import msg


def _initiative(state: InitiativeState) -> Initiative:
    return state.initiative


_IDENTITY: tuple[Column[InitiativeState], ...] = (
    *field_columns(Initiative, ("id", "former_ids", "title"), _initiative),
    Column("area", CellKind.ID, msg("dictionary-area"), lambda s: s.initiative.area),
    *field_columns(Initiative, ("order", "summary"), _initiative),
    *field_columns(Proposed, ("on", "how"), lambda s: s.initiative.proposed, "proposed_"),
    keyed(
        "status_at_proposal",
        Status,
        msg("dictionary-status-at-proposal"),
        lambda s: s.initiative.status_at_proposal,
    ),
)

_AXES: tuple[Column[InitiativeState], ...] = (
    keyed(
        "status",
        Status,
        msg("dictionary-status"),
        lambda s: s.status,
    ),
    keyed(
        "last_known",
        Status,
        msg("dictionary-last-known"),
        lambda s: s.last_known,
    ),
    Column(
        "last_known_on",
        CellKind.DATE,
        msg("dictionary-last-known-on"),
        lambda s: s.last_known_on,
    ),
    keyed("phase", Phase, msg("dictionary-phase"), lambda s: s.phase),
    keyed("confidence", Confidence, msg("dictionary-confidence"), lambda s: s.confidence),
    keyed(
        "freshness",
        Freshness,
        msg("dictionary-freshness"),
        lambda s: s.freshness,
    ),
    keyed("stage", Stage, msg("dictionary-stage"), lambda s: s.stage),
    Column(
        "newest_update",
        CellKind.ID,
        msg("dictionary-newest-update"),
        lambda s: s.newest.milestone if s.newest else None,
    ),
    keyed(
        "basis",
        Basis,
        msg("dictionary-basis"),
        lambda s: s.newest.basis if s.newest else None,
    ),
    Column(
        "missed",
        CellKind.IDS,
        msg("dictionary-missed"),
        lambda s: tuple(milestone.id for milestone in s.owed_milestones.missed),
    ),
)

_GOALS: Column[InitiativeState] = Column(
    "goals",
    CellKind.IDS,
    msg("dictionary-goals"),
    lambda s: tuple(link.goal for link in s.initiative.goals),
)


def _role_columns(policy: RolesPolicy) -> Iterator[Column[InitiativeState]]:
    """Yield who holds each role that is asked, and since when."""
    for kind in policy.asked:
        means = msg(f"dictionary-{kind.value}", by=policy.of(kind).held_by.value)
        yield Column(kind.value, CellKind.ID, means, partial(_holder, kind))
        since = msg("dictionary-since")
        yield Column(f"{kind.value}_since", CellKind.DATE, since, partial(_since, kind))


def _holder(kind: RoleKind, state: InitiativeState) -> str | None:
    role = state.held(kind)
    return role.holder if role else None


def _since(kind: RoleKind, state: InitiativeState) -> PartialDate | None:
    role = state.held(kind)
    return role.since if role else None


_COUNTS: tuple[Column[InitiativeState], ...] = (
    Column(
        "idea_count",
        CellKind.WHOLE,
        msg("dictionary-idea-count"),
        lambda s: len(s.initiative.ideas),
    ),
    Column(
        "update_count", CellKind.WHOLE, msg("dictionary-update-count"), lambda s: len(s.updates)
    ),
    Column(
        "event_count",
        CellKind.WHOLE,
        msg("dictionary-event-count"),
        lambda s: len(s.initiative.events),
    ),
    Column(
        "measure_count",
        CellKind.WHOLE,
        msg("dictionary-measure-count"),
        lambda s: len(s.initiative.measures),
    ),
    *field_columns(Initiative, ("note", "sources"), _initiative),
)

_AGE: tuple[Column[InitiativeState], ...] = (
    Column(
        "last_known_found_on",
        CellKind.DATE,
        msg("dictionary-last-known-found-on"),
        lambda s: s.evidence.status.on,
    ),
    Column(
        "last_known_outdated",
        CellKind.FLAG,
        msg("dictionary-outdated"),
        lambda s: s.evidence.status.outdated,
    ),
    Column(
        "newest_found_on",
        CellKind.DATE,
        msg("dictionary-newest-found-on"),
        lambda s: s.evidence.newest,
    ),
)

_OWN: tuple[Column[InitiativeState], ...] = (
    Column(
        "own_ids",
        CellKind.IDS,
        msg("dictionary-own-numbers"),
        lambda s: tuple(own.id for own in s.initiative.own_ids),
    ),
    *field_columns(Initiative, ("taxonomies", "description"), _initiative),
    Column(
        "progress_percent",
        CellKind.NUMBER,
        msg("dictionary-progress-percent"),
        lambda s: newest.percent if (newest := newest_progress(s.initiative)) else None,
    ),
    Column(
        "progress_on",
        CellKind.DATE,
        msg("dictionary-progress-on"),
        lambda s: newest.on if (newest := newest_progress(s.initiative)) else None,
    ),
)


def initiative_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of initiatives, in the report's order."""
    roles = _role_columns(snapshot.report.about.roles)
    columns = (*_IDENTITY, *_AXES, *roles, _GOALS, *_COUNTS, *_AGE, *timing_columns(), *_OWN)
    return FlatTable(
        "initiatives",
        msg("dictionary-initiatives"),
        msg("dictionary-initiatives.means"),
        ("id",),
        columns,
        rows(columns, snapshot.states),
    )


@dataclass(frozen=True, slots=True)
class _OwnedIdea:
    initiative: str
    idea: Idea
    state: IdeaState | None
    age: StateAge | None


_IDEAS: tuple[Column[_OwnedIdea], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda row: row.initiative),
    *field_columns(Idea, ("id", "text"), lambda row: row.idea),
    keyed(
        "state",
        IdeaState,
        msg("dictionary-idea-state"),
        lambda row: row.state,
    ),
    Column(
        "state_found_on",
        CellKind.DATE,
        msg("dictionary-idea-found-on"),
        lambda row: row.age.on if row.age else None,
    ),
    Column(
        "state_at_proposal",
        CellKind.FLAG,
        msg("dictionary-idea-at-proposal"),
        lambda row: row.age.at_proposal if row.age else None,
    ),
    Column(
        "state_outdated",
        CellKind.FLAG,
        msg("dictionary-outdated"),
        lambda row: row.age.outdated if row.age else None,
    ),
)


def idea_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of ideas."""
    found = [
        _OwnedIdea(
            state.initiative.id,
            idea,
            state.ideas.get(idea.id),
            state.evidence.ideas.get(idea.id),
        )
        for state in snapshot.states
        for idea in state.initiative.ideas
    ]
    return FlatTable(
        "ideas",
        msg("dictionary-ideas"),
        msg("dictionary-ideas.means"),
        ("initiative", "id"),
        _IDEAS,
        rows(_IDEAS, found),
    )


def role_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of who held which role, with vacancies."""
    policy = snapshot.report.about.roles
    columns = tuple(_columns_of_roles(policy))
    found = [
        OwnedRecord(s.initiative.id, role) for s in snapshot.states for role in s.initiative.roles
    ]
    return FlatTable(
        "roles",
        msg("dictionary-roles"),
        msg(f"dictionary-roles-{policy.which}"),
        ("initiative", "role", "since"),
        columns,
        rows(columns, found),
    )


def _columns_of_roles(policy: RolesPolicy) -> Iterator[Column[OwnedRecord[Role]]]:
    """Yield the columns of entries of roles; those of one that is not asked are not spoken of."""
    yield belonging()
    role: Iterable[Column[OwnedRecord[Role]]] = field_columns(Role, ("role",), _role)
    yield from (replace(column, keys=policy.asked) for column in role)
    means = msg("dictionary-holder", by=policy.held_by.value)
    yield Column("holder", CellKind.ID, means, lambda row: row.record.holder)
    yield from field_columns(Role, ("since", "until", "note"), _role)
    yield from entry_columns(_role)


def _role(row: OwnedRecord[Role]) -> Role:
    return row.record


@dataclass(frozen=True, slots=True)
class _OwnedPartnership:
    initiative: str
    name: str | None
    record: Partnership


_PARTNERS: tuple[Column[_OwnedPartnership], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda row: row.initiative),
    Column("org", CellKind.ID, msg("dictionary-partner"), lambda row: row.record.org),
    Column("name", CellKind.TEXT, msg("dictionary-name"), lambda row: row.name),
    *field_columns(Partnership, ("standing", "role", "since", "note"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def partner_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of partners."""
    organization = snapshot.report.organization
    names = {unit.id: unit.name for unit in organization.units}
    names |= {partner.id: partner.name for partner in organization.partners}
    found = [
        _OwnedPartnership(state.initiative.id, names.get(partner.org), partner)
        for state in snapshot.states
        for partner in state.initiative.partners
    ]
    return FlatTable(
        "partners",
        msg("dictionary-partners"),
        msg("dictionary-partners.means"),
        ("initiative", "org", "since"),
        _PARTNERS,
        rows(_PARTNERS, found),
    )
