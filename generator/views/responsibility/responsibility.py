"""The view of who answers: the two roles, vacancies, what is due from whom, and everybody named."""

from generator.derive.responsibility.obligations import Obligation, ObligationState, count_states
from generator.derive.responsibility.roles import Register, Tenure
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import RoleCount, totals
from generator.model.keys import PartnerStanding, RoleKind
from generator.model.organization import Partner, Post, Unit
from generator.model.references import NO_HOLDER
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, Inline, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    area_link,
    organization_link,
    post_link,
    role_cell,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, table, table_if_any
from generator.views.responsibility.tables import ROLES
from generator.words.english import counted, date_words, day_words, sentence

_EXPLAINED = ("owner", "sponsor", "vacancy", "not-named")
"""Words of the vocabulary that the page explains, where the city defines them."""


_DUE = (
    "Updates are owed at each milestone of the budget cycle. Missing: it fell due and nothing "
    "answers for it. Expected: it is not yet due."
)


def responsibility_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of who answers for what."""
    words = snapshot.report.vocabulary.words
    number = counted(len(snapshot.states), "initiative")
    return SectionsView(
        title="Who answers",
        lede=f"Every initiative has one Owner, who runs it from day to day, and one Sponsor, who "
        f"answers for its success. This is who held the two roles of {number} on "
        f"{day_words(snapshot.day)}.",
        gap=_gap(snapshot),
        facts=tuple(
            Fact(words[key].label, (Words(words[key].means),)) for key in _EXPLAINED if key in words
        ),
        sections=(
            Section("roles", "The two roles, counted", _counts(snapshot)),
            Section(
                "due",
                "What is due, and from whom",
                _due(snapshot, found),
                text=_DUE,
                facts=(Fact("By milestone", (LinkTo("What came at each", addresses.CYCLES),)),),
            ),
            Section(
                "vacancies",
                "Initiatives without a known Owner or Sponsor",
                _vacancies(snapshot),
                why_empty="Every initiative has an Owner and a Sponsor.",
            ),
            *_earlier(snapshot, found),
            Section(
                "departments", "Departments, divisions and other bodies", _units(snapshot, found)
            ),
            Section("posts", "Posts", _posts(snapshot, found)),
            Section("partners", "Partners outside City Hall", _partners(snapshot, found)),
        ),
    )


def _gap(snapshot: Snapshot) -> str:
    """Return what must be said first where no source names anybody."""
    found = totals(snapshot)
    silent = [
        ROLES[kind]
        for kind, count in ((RoleKind.OWNER, found.owners), (RoleKind.SPONSOR, found.sponsors))
        if snapshot.states and count.not_named == len(snapshot.states)
    ]
    if not silent:
        return ""
    who = " or ".join(silent)
    return (
        f"No public source names the {who} of any initiative. That does not mean that there was "
        "none: the City may have named them without publishing it."
    )


def _counts(snapshot: Snapshot) -> Table:
    found = totals(snapshot)
    columns: Columns[tuple[str, RoleCount]] = {
        "Role": lambda r: r[0],
        Figures("Held by a post"): lambda r: r[1].held,
        Figures("Vacant"): lambda r: r[1].unassigned,
        Figures("Not named"): lambda r: r[1].not_named,
        Figures("Initiatives"): lambda r: r[1].held + r[1].unassigned + r[1].not_named,
    }
    return table(
        "role-counts",
        "How many initiatives have a holder",
        (("Owner", found.owners), ("Sponsor", found.sponsors)),
        columns,
        stacked=False,
    )


def _due(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization
    owners = [
        (
            post_link(organization, key),
            len(responsibility.holding(RoleKind.OWNER)),
            responsibility.owing,
        )
        for key, responsibility in found.posts.items()
        if responsibility.holding(RoleKind.OWNER)
    ]
    rest = len(snapshot.states) - sum(owned for _, owned, _ in owners)
    owners.append((Strong("No Owner known"), rest, list(found.unowned)))
    columns: Columns[tuple[Inline, int, list[Obligation]]] = {
        "Owner": lambda o: o[0],
        Figures("Initiatives"): lambda o: o[1],
        Figures("Missing"): lambda o: count_states(o[2])[ObligationState.MISSING],
        Figures("Expected"): lambda o: count_states(o[2])[ObligationState.EXPECTED],
    }
    return table("due-from", "Updates missing and expected, by Owner", owners, columns)


def _vacancies(snapshot: Snapshot) -> Table | None:
    report = snapshot.report
    vacant = [
        s
        for s in snapshot.states
        if not all(role and role.holder not in NO_HOLDER for role in (s.owner, s.sponsor))
    ]
    columns: Columns[InitiativeState] = {
        "Initiative": lambda s: to_initiative(s.initiative),
        "Owner": lambda s: role_cell(report, s.owner),
        "Sponsor": lambda s: role_cell(report, s.sponsor),
        "Topic area": lambda s: area_link(report, s.initiative),
    }
    return table_if_any("vacancies", counted(len(vacant), "initiative"), vacant, columns)


def _earlier(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the section of gaps that were closed since, if there are any."""
    closed = [t for t in found.gaps if not t.now]
    columns: Columns[Tenure] = {
        "Initiative": lambda t: to_initiative(t.initiative_state.initiative),
        "Role": lambda t: ROLES[t.role.role],
        "Gap": lambda t: "Vacant" if t.role.holder == "unassigned" else "Not named",
        "Since": lambda t: date_words(t.role.since),
        "Until": lambda t: text_cell(date_words(t.until) if t.until else "not stated", t.role.note),
        "Sources": lambda t: sources(snapshot.report, t.role.sources),
    }
    made = table_if_any("earlier-gaps", counted(len(closed), "earlier gap"), closed, columns)
    return (Section("earlier-gaps", "Gaps that have been closed", made),) if made else ()


def _units(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization
    columns: Columns[Unit] = {
        "Unit": lambda u: (organization_link(organization, u.id), *_above(snapshot, u)),
        "Kind": lambda u: sentence(u.kind.value.replace("_", " ")),
        Figures("Owner of"): lambda u: len(found.units[u.id].holding(RoleKind.OWNER)),
        Figures("Sponsor of"): lambda u: len(found.units[u.id].holding(RoleKind.SPONSOR)),
        Figures("Takes part in"): lambda u: len(
            {s.initiative.id for s, _ in found.units[u.id].partnerships}
        ),
        Figures("In its work plans"): lambda u: len(found.units[u.id].work_plan),
    }
    return table(
        "departments",
        f"{counted(len(organization.units), 'unit')} that sources name, with initiatives today",
        organization.units,
        columns,
    )


def _above(snapshot: Snapshot, unit: Unit) -> Cell:
    names = {u.id: u.name for u in snapshot.report.organization.units}
    return (SideNote(f"part of {names[unit.part_of]}"),) if unit.part_of in names else ()


def _posts(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization
    columns: Columns[Post] = {
        "Post": lambda p: post_link(organization, p.id),
        "Unit": lambda p: organization_link(organization, p.unit) if p.unit else "not stated",
        Figures("Owner of"): lambda p: len(found.posts[p.id].holding(RoleKind.OWNER)),
        Figures("Sponsor of"): lambda p: len(found.posts[p.id].holding(RoleKind.SPONSOR)),
    }
    return table(
        "posts",
        f"{counted(len(organization.posts), 'post')} that sources name, with initiatives today",
        organization.posts,
        columns,
    )


def _partners(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization

    def number(partner: Partner, state: PartnerStanding) -> int:
        named = found.partners[partner.id].partnerships
        return len({s.initiative.id for s, p in named if p.standing is state})

    columns: Columns[Partner] = {
        "Partner": lambda p: organization_link(organization, p.id),
        Figures("Confirmed in"): lambda p: number(p, PartnerStanding.CONFIRMED),
        Figures("Named in"): lambda p: number(p, PartnerStanding.NAMED),
        Figures("Possible in"): lambda p: number(p, PartnerStanding.POSSIBLE),
    }
    return table(
        "partners",
        f"{counted(len(organization.partners), 'partner')}, with initiatives by how firm each is",
        organization.partners,
        columns,
    )
