"""Tables of the initiatives and of what is inside them: ideas, roles, partners."""

from dataclasses import dataclass

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
from generator.model.initiative import Idea, Initiative, Partnership, Proposed, Role
from generator.model.keys import (
    Basis,
    IdeaState,
)
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

_ANSWERS: tuple[Column[InitiativeState], ...] = (
    Column(
        "owner",
        CellKind.ID,
        msg("dictionary-owner"),
        lambda s: s.owner.holder if s.owner else None,
    ),
    Column(
        "owner_since",
        CellKind.DATE,
        msg("dictionary-since"),
        lambda s: s.owner.since if s.owner else None,
    ),
    Column(
        "sponsor",
        CellKind.ID,
        msg("dictionary-sponsor"),
        lambda s: s.sponsor.holder if s.sponsor else None,
    ),
    Column(
        "sponsor_since",
        CellKind.DATE,
        msg("dictionary-since"),
        lambda s: s.sponsor.since if s.sponsor else None,
    ),
    Column(
        "goals",
        CellKind.IDS,
        msg("dictionary-goals"),
        lambda s: tuple(link.goal for link in s.initiative.goals),
    ),
)

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
    columns = (*_IDENTITY, *_AXES, *_ANSWERS, *_COUNTS, *_AGE, *_OWN)
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


_ROLES: tuple[Column[OwnedRecord[Role]], ...] = (
    belonging(),
    *field_columns(Role, ("role",), lambda row: row.record),
    Column(
        "holder",
        CellKind.ID,
        msg("dictionary-holder"),
        lambda row: row.record.holder,
    ),
    *field_columns(Role, ("since", "until", "note"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def role_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of who held which role, with vacancies."""
    found = [
        OwnedRecord(s.initiative.id, role) for s in snapshot.states for role in s.initiative.roles
    ]
    return FlatTable(
        "roles",
        msg("dictionary-roles"),
        msg("dictionary-roles.means"),
        ("initiative", "role", "since"),
        _ROLES,
        rows(_ROLES, found),
    )


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
