"""The view of who is responsible: the two roles, vacancies, what is due, and everybody named."""

from collections import Counter
from collections.abc import Callable, Mapping

from generator.derive.responsibility.obligations import Obligation, ObligationState, count_states
from generator.derive.responsibility.participation import involved_units, with_units_above
from generator.derive.responsibility.roles import Register, Responsibility, Tenure
from generator.derive.snapshot.filled import names_responsible
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import RoleCount, totals
from generator.model.initiative import Role
from generator.model.keys import PartnerStanding, RoleKind
from generator.model.organization import Partner, Post, RolesPolicy, Unit
from generator.model.references import NO_HOLDER, UNASSIGNED
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, Inline, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.role_columns import role_columns
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    area_link,
    holder_link,
    organization_link,
    post_link,
    sources,
    text_cell,
    to_initiative,
    unit_kind,
)
from generator.views.base.table_builder import Columns, Figures, facts, table, table_if_any
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, msg
from generator.words.states import word, word_meaning


def responsibility_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of who is responsible for what."""
    roles = snapshot.report.about.roles
    lead = msg(f"responsibility-lead-{roles.which}", count=len(snapshot.states), day=snapshot.as_of)
    return SectionsView(
        title=responsibility_link(snapshot).text,
        lede=lead,
        gap=_gap(snapshot),
        facts=tuple(Fact(word(name), (Words(word_meaning(name)),)) for name in _explained(roles)),
        sections=(
            *_roles(snapshot),
            *_updates_due(snapshot, found),
            *_without_holder(snapshot),
            *_earlier(snapshot, found),
            *_units(snapshot, found),
            *_posts(snapshot, found),
            *_partners(snapshot, found),
        ),
    )


def responsibility_description(view: SectionsView) -> Message:
    """Return what the page is about, as its title says."""
    of_partners = view.title == msg("page-partners")
    return msg("page-partners.description" if of_partners else "page-responsibility.description")


def responsibility_link(snapshot: Snapshot) -> LinkTo:
    """Return the link to the page, which is one of partners alone where nobody is responsible."""
    title = msg("page-responsibility" if names_responsible(snapshot) else "page-partners")
    return LinkTo(title, addresses.RESPONSIBILITY)


def _explained(roles: RolesPolicy) -> tuple[str, ...]:
    """Return the words that the page explains: each role, and how it may have no holder."""
    asked = tuple(kind.value for kind in roles.asked)
    return (*asked, "vacancy", "not-named") if asked else ()


def _gap(snapshot: Snapshot) -> Text:
    """Return what must be said first where no source names anybody."""
    everyone = len(snapshot.states)
    counted = totals(snapshot).roles.items()
    nobody = [kind.value for kind, count in counted if count.not_named == everyone]
    if not everyone or not nobody:
        return ""
    return msg(f"responsibility-gap-{'both' if len(nobody) > 1 else nobody[0]}")


def _roles(snapshot: Snapshot) -> tuple[Section, ...]:
    """Return how many initiatives have someone in each role, where the organization asks."""
    roles = snapshot.report.about.roles
    if not roles.asked:
        return ()
    several = len(roles.asked) > 1
    heading = msg("responsibility-roles-heading" if several else "responsibility-role-heading")
    return (Section("roles", heading, _counts(snapshot)),)


def _updates_due(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return what is due from whom, where there are milestones and Owners at all."""
    report = snapshot.report
    if not report.calendar.milestones or RoleKind.OWNER not in report.about.roles.asked:
        return ()
    by_milestone = LinkTo(msg("responsibility-by-milestone-link"), addresses.CYCLES)
    return (
        Section(
            "due",
            msg("responsibility-due-heading"),
            _due(snapshot, found),
            text=msg("responsibility-due"),
            facts=facts({msg("responsibility-by-milestone"): by_milestone}),
        ),
    )


def _without_holder(snapshot: Snapshot) -> tuple[Section, ...]:
    """Return the initiatives that lack somebody in a role that is asked."""
    which = snapshot.report.about.roles.which
    if which == "none":
        return ()
    none = msg(f"responsibility-no-vacancy-{which}")
    return (
        Section(
            "vacancies",
            msg(f"responsibility-vacancies-heading-{which}"),
            _vacancies(snapshot),
            why_empty=none if snapshot.states else msg("common-no-initiative"),
        ),
    )


def _counts(snapshot: Snapshot) -> Table:
    held_by = snapshot.report.about.roles.held_by
    columns: Columns[tuple[Text, RoleCount]] = {
        msg("responsibility-role"): lambda r: r[0],
        Figures(msg(f"responsibility-held-{held_by.value}")): lambda r: r[1].held,
        Figures(msg("responsibility-vacant")): lambda r: r[1].unassigned,
        Figures(msg("responsibility-not-named")): lambda r: r[1].not_named,
        Figures(msg("responsibility-initiatives")): lambda r: (
            r[1].held + r[1].unassigned + r[1].not_named
        ),
    }
    return table(
        "role-counts",
        msg("responsibility-roles"),
        [(key_label(kind), count) for kind, count in totals(snapshot).roles.items()],
        columns,
        stacked=False,
    )


def _due(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization
    owners: list[tuple[Inline, int | None, list[Obligation]]] = [
        (
            holder_link(organization, key),
            len(responsibility.owns_itself(key)),
            responsibility.owes_itself(key, snapshot.day),
        )
        for key, responsibility in (*found.posts.items(), *found.units.items())
        if responsibility.owns_itself(key)
    ]
    rest = len(snapshot.states) - sum(owned or 0 for _, owned, _ in owners)
    owners.append((Strong(msg("responsibility-no-owner")), rest, list(found.unowned)))
    if found.before_owners:
        earlier = Strong(msg("responsibility-before-owner"))
        owners.append((earlier, None, list(found.before_owners)))
    columns: Columns[tuple[Inline, int | None, list[Obligation]]] = {
        msg("status-axis-owner"): lambda o: o[0],
        Figures(msg("responsibility-initiatives")): lambda o: o[1],
        Figures(msg("responsibility-missing")): lambda o: count_states(o[2])[
            ObligationState.MISSING
        ],
        Figures(msg("responsibility-expected")): lambda o: count_states(o[2])[
            ObligationState.EXPECTED
        ],
    }
    return table("due-from", msg("responsibility-due-by-owner"), owners, columns)


def _vacancies(snapshot: Snapshot) -> Table | None:
    report = snapshot.report
    asked = report.about.roles.asked
    vacant = [s for s in snapshot.states if any(_is_open(s.held(kind)) for kind in asked)]
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        **role_columns(report),
        msg("common-area"): lambda s: area_link(report, s.initiative),
    }
    caption = msg(f"responsibility-vacancies-{report.about.roles.which}", count=len(vacant))
    return table_if_any("vacancies", caption, vacant, columns)


def _is_open(role: Role | None) -> bool:
    return role is None or role.holder in NO_HOLDER


def _earlier(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the section of gaps that were closed since, if there are any."""
    closed = [t for t in found.gaps if not t.now]
    columns: Columns[Tenure] = {
        msg("common-initiative"): lambda t: to_initiative(t.initiative_state.initiative),
        msg("responsibility-role"): lambda t: key_label(t.role.role),
        msg("responsibility-gap"): lambda t: msg(
            "responsibility-vacant" if t.role.holder == UNASSIGNED else "responsibility-not-named"
        ),
        msg("responsibility-since"): lambda t: t.role.since,
        msg("responsibility-until"): lambda t: text_cell(
            t.until or msg("responsibility-not-stated"), t.role.note
        ),
        msg("common-sources"): lambda t: sources(snapshot.report, t.role.sources),
    }
    caption = msg("responsibility-earlier-gaps", count=len(closed))
    made = table_if_any("earlier-gaps", caption, closed, columns)
    heading = msg("responsibility-earlier-gaps-heading")
    return (Section("earlier-gaps", heading, made),) if made else ()


def _units(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the units that sources name, if there are any."""
    organization = snapshot.report.organization
    involved = Counter(
        unit
        for state in snapshot.states
        for unit in with_units_above(organization, involved_units(organization, state))
    )
    columns: Columns[Unit] = {
        msg("responsibility-unit"): lambda u: (
            organization_link(organization, u.id),
            *_above(snapshot, u),
        ),
        msg("responsibility-kind"): unit_kind,
        **_held(snapshot.report, found.units),
        Figures(msg("responsibility-takes-part")): lambda u: len(found.units[u.id].takes_part_in),
        Figures(msg("responsibility-in-work-plans")): lambda u: len(found.units[u.id].planned),
        Figures(msg("responsibility-involved-in")): lambda u: involved[u.id],
    }
    caption = msg("responsibility-units", count=len(organization.units))
    made = table_if_any("departments", caption, organization.units, columns)
    heading = msg("responsibility-units-heading")
    return (Section("departments", heading, made),) if made else ()


def _held(report: Report, found: Mapping[str, Responsibility]) -> Columns[Unit | Post]:
    """Return the columns of how many initiatives units or posts hold each role of today."""

    def number(kind: RoleKind) -> Callable[[Unit | Post], int]:
        return lambda one: len(found[one.id].holding(kind))

    return {
        Figures(msg(f"responsibility-{kind.value}-of")): number(kind)
        for kind in report.about.roles.asked
    }


def _above(snapshot: Snapshot, unit: Unit) -> Cell:
    names = {u.id: u.name for u in snapshot.report.organization.units}
    if unit.part_of not in names:
        return ()
    return (SideNote(msg("responsibility-belongs-to", unit=names[unit.part_of])),)


def _posts(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the posts that sources name, if there are any."""
    organization = snapshot.report.organization
    columns: Columns[Post] = {
        msg("responsibility-post"): lambda p: post_link(organization, p.id),
        msg("responsibility-unit"): lambda p: (
            organization_link(organization, p.unit) if p.unit else msg("responsibility-not-stated")
        ),
        **_held(snapshot.report, found.posts),
    }
    caption = msg("responsibility-posts", count=len(organization.posts))
    made = table_if_any("posts", caption, organization.posts, columns)
    return (Section("posts", msg("responsibility-posts-heading"), made),) if made else ()


def _partners(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the partners that sources name, if there are any."""
    organization = snapshot.report.organization

    def number(partner: Partner, state: PartnerStanding) -> int:
        named = found.partners[partner.id].participations
        return sum(part.now.standing is state for _, part in named)

    columns: Columns[Partner] = {
        msg("responsibility-partner"): lambda p: organization_link(organization, p.id),
        Figures(msg("responsibility-confirmed-in")): lambda p: number(p, PartnerStanding.CONFIRMED),
        Figures(msg("responsibility-named-in")): lambda p: number(p, PartnerStanding.NAMED),
        Figures(msg("responsibility-possible-in")): lambda p: number(p, PartnerStanding.POSSIBLE),
    }
    caption = msg("responsibility-partners", count=len(organization.partners))
    made = table_if_any("partners", caption, organization.partners, columns)
    heading = msg("responsibility-partners-heading")
    return (Section("partners", heading, made),) if made else ()
