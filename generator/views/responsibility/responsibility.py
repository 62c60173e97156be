"""The view of who is responsible: the two roles, what is due, and initiatives without a holder."""

from collections.abc import Callable

from generator.derive.responsibility.obligations import Obligation, ObligationState, count_states
from generator.derive.responsibility.roles import Register, Tenure
from generator.derive.snapshot.filled import names_responsible
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import RoleCount, totals
from generator.model.initiative import Role
from generator.model.keys import RoleKind
from generator.model.organization import RolesPolicy
from generator.model.references import NO_HOLDER, UNASSIGNED
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, Inline, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    area_link,
    holder_link,
    role_cell,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, facts, table, table_if_any
from generator.views.responsibility.everybody import everybody
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, listing, msg
from generator.words.states import word, word_meaning

MANY = 12
"""Initiatives without a holder from which their list is folded: its caption says how many."""


def responsibility_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of who is responsible for what."""
    roles = snapshot.report.about.roles
    lead = msg(f"responsibility-lead-{roles.which}", count=len(snapshot.states), day=snapshot.as_of)
    return SectionsView(
        title=responsibility_link(snapshot).text,
        lede=lead,
        gap=_gap(snapshot),
        facts=_roles(snapshot),
        sections=(
            *_updates_due(snapshot, found),
            *_without_holder(snapshot),
            *_earlier(snapshot, found),
            *everybody(snapshot, found),
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


def _roles(snapshot: Snapshot) -> tuple[Fact, ...]:
    """Return what each role is and how many have it, and how it may have no holder."""
    roles = snapshot.report.about.roles
    if not roles.asked:
        return ()
    return (
        *(
            Fact(word(kind.value), (_held(roles, count), SideNote(word_meaning(kind.value))))
            for kind, count in totals(snapshot).roles.items()
        ),
        *(Fact(word(gap), (Words(word_meaning(gap)),)) for gap in ("vacancy", "not-named")),
    )


def _held(roles: RolesPolicy, count: RoleCount) -> Inline:
    """Return for how many initiatives a role is held, vacant, or held by somebody not named."""
    counted = (
        (f"held-{roles.held_by.value}", count.held),
        ("vacant", count.unassigned),
        ("not-named", count.not_named),
    )
    said = [
        msg(f"responsibility-count-{which}", count=number) for which, number in counted if number
    ]
    return Strong(listing(said) if said else msg("common-no-initiative"))


def _gap(snapshot: Snapshot) -> Text:
    """Return what must be said first where no source names anybody."""
    everyone = len(snapshot.states)
    counted = totals(snapshot).roles.items()
    nobody = [kind.value for kind, count in counted if count.not_named == everyone]
    if not everyone or not nobody:
        return ""
    return msg(f"responsibility-gap-{'both' if len(nobody) > 1 else nobody[0]}")


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
    made = _vacancies(snapshot)
    return (
        Section(
            "vacancies",
            msg(f"responsibility-vacancies-heading-{which}"),
            made,
            why_empty=none if snapshot.states else msg("common-no-initiative"),
            folded=made.caption if made and len(made.rows) > MANY else "",
        ),
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
        **_open_roles(report),
        msg("common-area"): lambda s: area_link(report, s.initiative),
    }
    caption = msg(f"responsibility-vacancies-{report.about.roles.which}", count=len(vacant))
    return table_if_any("vacancies", caption, vacant, columns)


def _open_roles(report: Report) -> Columns[InitiativeState]:
    """Return for each role who holds it, or which gap there is; and since when there is one."""

    def held(kind: RoleKind) -> Callable[[InitiativeState], Cell]:
        return lambda state: role_cell(report, state.held(kind))[:1]

    def since(kind: RoleKind) -> Callable[[InitiativeState], Text | None]:
        def shown(state: InitiativeState) -> Text | None:
            role = state.held(kind)
            return role.since if role and _is_open(role) else None

        return shown

    columns: dict[Text | Figures, Callable[[InitiativeState], Value]] = {}
    for kind in report.about.roles.asked:
        columns[msg(f"status-axis-{kind.value}")] = held(kind)
        columns[msg(f"responsibility-open-since-{kind.value}")] = since(kind)
    return columns


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
