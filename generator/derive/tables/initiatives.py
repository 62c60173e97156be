"""Tables of the initiatives and of what stands inside them: ideas, roles, partners."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot, Stage, Standing
from generator.derive.tables.columns import (
    Column,
    FlatTable,
    Kind,
    Within,
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


def _initiative(standing: Standing) -> Initiative:
    return standing.initiative


_IDENTITY: tuple[Column[Standing], ...] = (
    *field_columns(Initiative, ("id", "former_ids", "title"), _initiative),
    Column("area", Kind.ID, "Id of its topic area.", lambda s: s.initiative.area),
    *field_columns(Initiative, ("order", "summary"), _initiative),
    *field_columns(Proposed, ("on", "how"), lambda s: s.initiative.proposed, "proposed_"),
    keyed(
        "status_at_proposal",
        Status,
        "How it stood when it came onto the record.",
        lambda s: s.initiative.at_proposal.status,
    ),
)

_AXES: tuple[Column[Standing], ...] = (
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
        "last_known_on", Kind.DATE, "As of when last_known was given.", lambda s: s.last_known_on
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
        Kind.ID,
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
        Kind.IDS,
        "Worked out: milestones for which it owes an update.",
        lambda s: tuple(milestone.id for milestone in s.answered.missed),
    ),
)

_ANSWERS: tuple[Column[Standing], ...] = (
    Column(
        "owner",
        Kind.ID,
        "Post that holds the role of Owner; or unassigned, a known vacancy; or not_named,"
        " where no source names anyone.",
        lambda s: s.owner.holder if s.owner else None,
    ),
    Column("owner_since", Kind.DATE, "Since when.", lambda s: s.owner.since if s.owner else None),
    Column(
        "sponsor",
        Kind.ID,
        "Post that holds the role of Sponsor; or unassigned, or not_named.",
        lambda s: s.sponsor.holder if s.sponsor else None,
    ),
    Column(
        "sponsor_since", Kind.DATE, "Since when.", lambda s: s.sponsor.since if s.sponsor else None
    ),
    Column(
        "goals",
        Kind.IDS,
        "Goals it serves, as area/goal or programme/goal.",
        lambda s: tuple(link.goal for link in s.initiative.goals),
    ),
)

_COUNTS: tuple[Column[Standing], ...] = (
    Column("idea_count", Kind.WHOLE, "How many ideas it has.", lambda s: len(s.initiative.ideas)),
    Column("update_count", Kind.WHOLE, "How many updates it has.", lambda s: len(s.updates)),
    Column(
        "event_count", Kind.WHOLE, "How many events it has.", lambda s: len(s.initiative.events)
    ),
    Column(
        "measure_count",
        Kind.WHOLE,
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
        rows(columns, snapshot.standings),
    )


@dataclass(frozen=True, slots=True)
class _IdeaRow:
    initiative: str
    idea: Idea
    state: IdeaState | None


_IDEAS: tuple[Column[_IdeaRow], ...] = (
    Column("initiative", Kind.ID, "The initiative's id.", lambda row: row.initiative),
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
        _IdeaRow(standing.initiative.id, idea, standing.ideas.get(idea.id))
        for standing in snapshot.standings
        for idea in standing.initiative.ideas
    ]
    means = "Every idea for putting an initiative into practice."
    return FlatTable("ideas", "Ideas", means, ("initiative", "id"), _IDEAS, rows(_IDEAS, found))


_ROLES: tuple[Column[Within[Role]], ...] = (
    belonging(),
    *field_columns(Role, ("role",), lambda row: row.record),
    Column(
        "holder",
        Kind.ID,
        "Id of the post that holds it; or unassigned, or not_named.",
        lambda row: row.record.holder,
    ),
    *field_columns(Role, ("since", "until", "note"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def role_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of who held which role, with vacancies."""
    found = [
        Within(s.initiative.id, role) for s in snapshot.standings for role in s.initiative.roles
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
class _PartnerRow:
    initiative: str
    name: str | None
    record: Partnership


_PARTNERS: tuple[Column[_PartnerRow], ...] = (
    Column("initiative", Kind.ID, "The initiative's id.", lambda row: row.initiative),
    Column("org", Kind.ID, "Id of the organisation or unit.", lambda row: row.record.org),
    Column("name", Kind.TEXT, "Its name.", lambda row: row.name),
    *field_columns(Partnership, ("standing", "role", "since", "note"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def partner_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of partners."""
    organisation = snapshot.report.organisation
    names = {unit.id: unit.name for unit in organisation.units}
    names |= {partner.id: partner.name for partner in organisation.partners}
    found = [
        _PartnerRow(standing.initiative.id, names.get(partner.org), partner)
        for standing in snapshot.standings
        for partner in standing.initiative.partners
    ]
    return FlatTable(
        "partners",
        "Partners",
        "Organisations and units that take part, from when.",
        ("initiative", "org", "since"),
        _PARTNERS,
        rows(_PARTNERS, found),
    )
