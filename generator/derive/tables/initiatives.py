"""Tables of the initiatives and of what is inside them: ideas, roles, partners."""

from dataclasses import dataclass

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


def _initiative(state: InitiativeState) -> Initiative:
    return state.initiative


_IDENTITY: tuple[Column[InitiativeState], ...] = (
    *field_columns(Initiative, ("id", "former_ids", "title"), _initiative),
    Column("area", CellKind.ID, "Id of its topic area.", lambda s: s.initiative.area),
    *field_columns(Initiative, ("order", "summary"), _initiative),
    *field_columns(Proposed, ("on", "how"), lambda s: s.initiative.proposed, "proposed_"),
    keyed(
        "status_at_proposal",
        Status,
        "How it stood when it came onto the record.",
        lambda s: s.initiative.at_proposal.status,
    ),
)

_AXES: tuple[Column[InitiativeState], ...] = (
    keyed(
        "status",
        Status,
        "Worked out: how it stands; not_reported where an update was due and none came.",
        lambda s: s.status,
    ),
    keyed(
        "last_known",
        Status,
        "Worked out: the newest status that anybody gave.",
        lambda s: s.last_known,
    ),
    Column(
        "last_known_on",
        CellKind.DATE,
        "As of when last_known was given.",
        lambda s: s.last_known_on,
    ),
    keyed("phase", Phase, "Where in the innovation cycle it is.", lambda s: s.phase),
    keyed("confidence", Confidence, "Forecast for the whole promise.", lambda s: s.confidence),
    keyed(
        "freshness",
        Freshness,
        "Worked out: how its newest update stands to the milestones.",
        lambda s: s.freshness,
    ),
    keyed("stage", Stage, "Worked out: now, next, later, done or not reported.", lambda s: s.stage),
    Column(
        "newest_update",
        CellKind.ID,
        "Milestone or day of its newest update.",
        lambda s: s.newest.milestone if s.newest else None,
    ),
    keyed(
        "basis",
        Basis,
        "Who says so: the Owner reports, or editors compile.",
        lambda s: s.newest.basis if s.newest else None,
    ),
    Column(
        "missed",
        CellKind.IDS,
        "Worked out: milestones for which it owes an update.",
        lambda s: tuple(milestone.id for milestone in s.owed_milestones.missed),
    ),
)

_ANSWERS: tuple[Column[InitiativeState], ...] = (
    Column(
        "owner",
        CellKind.ID,
        "Post that holds the role of Owner; or unassigned, a known vacancy; or not_named,"
        " where no source names anyone.",
        lambda s: s.owner.holder if s.owner else None,
    ),
    Column(
        "owner_since", CellKind.DATE, "Since when.", lambda s: s.owner.since if s.owner else None
    ),
    Column(
        "sponsor",
        CellKind.ID,
        "Post that holds the role of Sponsor; or unassigned, or not_named.",
        lambda s: s.sponsor.holder if s.sponsor else None,
    ),
    Column(
        "sponsor_since",
        CellKind.DATE,
        "Since when.",
        lambda s: s.sponsor.since if s.sponsor else None,
    ),
    Column(
        "goals",
        CellKind.IDS,
        "Goals it serves, as area/goal or program/goal.",
        lambda s: tuple(link.goal for link in s.initiative.goals),
    ),
)

_COUNTS: tuple[Column[InitiativeState], ...] = (
    Column(
        "idea_count", CellKind.WHOLE, "How many ideas it has.", lambda s: len(s.initiative.ideas)
    ),
    Column("update_count", CellKind.WHOLE, "How many updates it has.", lambda s: len(s.updates)),
    Column(
        "event_count", CellKind.WHOLE, "How many events it has.", lambda s: len(s.initiative.events)
    ),
    Column(
        "measure_count",
        CellKind.WHOLE,
        "How many measures it has.",
        lambda s: len(s.initiative.measures),
    ),
    *field_columns(Initiative, ("note", "sources"), _initiative),
)


def initiative_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of initiatives, in the report's order."""
    columns = (*_IDENTITY, *_AXES, *_ANSWERS, *_COUNTS)
    return FlatTable(
        "initiatives",
        "Initiatives",
        "Every initiative on the record, with how it stands.",
        ("id",),
        columns,
        rows(columns, snapshot.states),
    )


@dataclass(frozen=True, slots=True)
class _OwnedIdea:
    initiative: str
    idea: Idea
    state: IdeaState | None


_IDEAS: tuple[Column[_OwnedIdea], ...] = (
    Column("initiative", CellKind.ID, "The initiative's id.", lambda row: row.initiative),
    *field_columns(Idea, ("id", "text"), lambda row: row.idea),
    keyed(
        "state",
        IdeaState,
        "What became of it; empty where nothing was found.",
        lambda row: row.state,
    ),
)


def idea_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of ideas."""
    found = [
        _OwnedIdea(state.initiative.id, idea, state.ideas.get(idea.id))
        for state in snapshot.states
        for idea in state.initiative.ideas
    ]
    means = "Every idea for putting an initiative into practice."
    return FlatTable("ideas", "Ideas", means, ("initiative", "id"), _IDEAS, rows(_IDEAS, found))


_ROLES: tuple[Column[OwnedRecord[Role]], ...] = (
    belonging(),
    *field_columns(Role, ("role",), lambda row: row.record),
    Column(
        "holder",
        CellKind.ID,
        "Id of the post that holds it; or unassigned, or not_named.",
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
        "Roles",
        "Who held the role of Owner or Sponsor, from when; vacancies too.",
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
    Column("initiative", CellKind.ID, "The initiative's id.", lambda row: row.initiative),
    Column("org", CellKind.ID, "Id of the organisation or unit.", lambda row: row.record.org),
    Column("name", CellKind.TEXT, "Its name.", lambda row: row.name),
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
        "Partners",
        "Organisations and units that take part, from when.",
        ("initiative", "org", "since"),
        _PARTNERS,
        rows(_PARTNERS, found),
    )
