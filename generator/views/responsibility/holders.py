"""Views of those who are responsible: a unit of the organization, a post, a partner outside."""

from generator.derive.responsibility.budget_cycle import cycle_after
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.roles import Register, Responsibility
from generator.derive.snapshot.known_calendar import last_known_cycle
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle
from generator.model.keys import RoleKind, UnitKind
from generator.model.organization import Partner, Post, Unit
from generator.model.report import Report
from generator.views.base.blocks import Fact, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import links, organization_link, post_link, remarks, sources
from generator.views.base.table_builder import facts
from generator.views.responsibility.tables import (
    asked_table,
    due_table,
    participations_table,
    reported_table,
    roles_table,
    support_table,
    work_plan_table,
)
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, listing, msg

_PLANNING = frozenset({UnitKind.DEPARTMENT, UnitKind.DIVISION})
"""Units that have a work plan."""


def unit_view(snapshot: Snapshot, found: Register, unit: Unit) -> SectionsView:
    """Return the view of a department, division or other unit."""
    report, responsibility = snapshot.report, found.units[unit.id]
    roles = roles_table(report, responsibility.tenures, with_post=True)
    why = msg("holder-roles-none")
    planning = unit.kind in _PLANNING or responsibility.work_plan
    return SectionsView(
        title=unit.name,
        lede=_unit_lede(responsibility),
        facts=_unit_facts(report, unit),
        sections=(
            Section("roles", msg("holder-roles-heading"), roles, why_empty=why),
            *_due(responsibility, roles),
            *(_work_plan(snapshot, responsibility, unit.id) if planning else ()),
            *_participation(report, responsibility, unit.id),
        ),
    )


def _roles_today(responsibility: Responsibility) -> tuple[str, dict[str, Text]]:
    """Return which of the two roles it holds today, and of how many initiatives each."""
    owned = len(responsibility.holding(RoleKind.OWNER))
    sponsored = len(responsibility.holding(RoleKind.SPONSOR))
    if owned and sponsored:
        return "both", {"owned": owned, "sponsored": sponsored}
    if owned:
        return "owner", {"owned": owned}
    return ("sponsor", {"sponsored": sponsored}) if sponsored else ("none", {})


def _unit_lede(responsibility: Responsibility) -> Message:
    which, counts = _roles_today(responsibility)
    roles = msg(f"holder-unit-{which}", **counts)
    count = len(responsibility.takes_part_in)
    return msg("holder-unit-takes-part", roles=roles, count=count) if count else roles


def _unit_facts(report: Report, unit: Unit) -> tuple[Fact, ...]:
    organization = report.organization
    below = tuple(
        organization_link(organization, u.id) for u in organization.units if u.part_of == unit.id
    )
    # Who heads it is named as that, and not twice.
    posts = tuple(
        post_link(organization, p.id)
        for p in organization.posts
        if p.unit == unit.id and p.id != unit.head
    )
    return facts(
        {
            msg("holder-kind"): key_label(unit.kind),
            msg("holder-part-of"): (
                organization_link(organization, unit.part_of) if unit.part_of else None
            ),
            msg("holder-head"): (
                post_link(organization, unit.head) if unit.head else msg("holder-not-stated")
            ),
            msg("holder-posts"): links(posts),
            msg("holder-within"): links(below),
            msg("holder-also-named"): listing(unit.also_named) if unit.also_named else None,
            msg("holder-functions"): (listing(unit.functions, "apart") if unit.functions else None),
            msg("holder-seen"): unit.seen,
            msg("common-note"): remarks(report, unit, unit.note),
            msg("common-sources"): sources(report, unit.sources),
        }
    )


def _due(responsibility: Responsibility, roles: Table | None) -> tuple[Section, ...]:
    """Return what is due from it and asked of it; left out where it holds no role."""
    asked = _asked(responsibility)
    if not roles:
        return asked
    owns = responsibility.holding(RoleKind.OWNER)
    why = msg("holder-due-none" if owns else "holder-due-no-owner")
    owed = due_table(responsibility.owing)
    return (Section("due", msg("holder-due-heading"), owed, why_empty=why), *asked)


def _asked(responsibility: Responsibility) -> tuple[Section, ...]:
    asked = asked_table(responsibility)
    return (Section("asked", msg("holder-asked-heading"), asked),) if asked else ()


def _work_plan(snapshot: Snapshot, responsibility: Responsibility, own: str) -> tuple[Section, ...]:
    """Return the work plan for the next budget cycle, then all entries there are."""
    following = cycle_after(snapshot.report.calendar, snapshot.day)
    if following:
        made = work_plan_table(snapshot, responsibility, own, following.id)
        first = _planned(snapshot.report, following, made)
    else:
        made = None
        first = _unplanned(snapshot, has_entries=bool(responsibility.work_plan))
    every = work_plan_table(snapshot, responsibility, own, None)
    if every and every.rows != (made.rows if made else ()):
        return (first, Section("work-plans", msg("holder-work-plans-heading"), every))
    return (first,)


def _planned(report: Report, following: Cycle, made: Table | None) -> Section:
    return Section(
        "work-plan",
        msg("holder-work-plan-heading", cycle=fiscal_words(report, following.id)),
        made,
        text=msg("holder-next-cycle", begins=following.begins, ends=following.ends),
        why_empty=msg("holder-work-plan-none-then"),
    )


def _unplanned(snapshot: Snapshot, *, has_entries: bool) -> Section:
    """Return why there is no next work plan; that there is none at all where there is none."""
    heading, why = msg("holder-next-work-plan-heading"), _no_next_cycle(snapshot)
    if has_entries:
        return Section("work-plan", heading, why_empty=why)
    return Section("work-plan", heading, text=why, why_empty=msg("holder-work-plan-none"))


def _no_next_cycle(snapshot: Snapshot) -> Message:
    last = last_known_cycle(snapshot.report.calendar)
    if last is None:
        return msg("holder-no-cycle")
    ended = last.ends < snapshot.day
    return msg(
        "holder-last-cycle-ended" if ended else "holder-last-cycle-ends",
        cycle=fiscal_words(snapshot.report, last.id),
        ends=last.ends,
    )


def _participation(report: Report, responsibility: Responsibility, own: str) -> tuple[Section, ...]:
    """Return in what it takes part and whom it helps, as far as there is anything."""
    parts = participations_table(report, responsibility, own)
    made = (
        Section("partner", msg("holder-partner-heading"), parts),
        Section(
            "support", msg("holder-support-heading"), support_table(report, responsibility, own)
        ),
        Section("reported", msg("holder-reported-heading"), reported_table(report, responsibility)),
    )
    return tuple(section for section in made if section.table)


def post_view(snapshot: Snapshot, found: Register, post: Post) -> SectionsView:
    """Return the view of a post."""
    report, responsibility = snapshot.report, found.posts[post.id]
    organization = report.organization
    heads = tuple(
        organization_link(organization, u.id) for u in organization.units if u.head == post.id
    )
    roles = roles_table(report, responsibility.tenures, with_post=False)
    which, counts = _roles_today(responsibility)
    return SectionsView(
        title=post.title,
        lede=msg(f"holder-post-{which}", **counts),
        facts=facts(
            {
                msg("holder-held-by"): post.person,
                msg("holder-unit"): (
                    organization_link(organization, post.unit)
                    if post.unit
                    else msg("holder-not-stated")
                ),
                msg("holder-heads"): links(heads),
                msg("holder-seen"): post.seen,
                msg("common-note"): remarks(report, post, post.note),
                msg("common-sources"): sources(report, post.sources),
            }
        ),
        sections=(
            Section(
                "roles",
                msg("holder-post-roles-heading"),
                roles,
                why_empty=msg("holder-post-roles-none"),
            ),
            *_due(responsibility, roles),
            *_participation(report, responsibility, post.id),
        ),
    )


def partner_view(snapshot: Snapshot, found: Register, partner: Partner) -> SectionsView:
    """Return the view of a partner from outside the organization."""
    report, responsibility = snapshot.report, found.partners[partner.id]
    made = participations_table(report, responsibility, partner.id)
    why = msg("holder-partner-none")
    rest = (s for s in _participation(report, responsibility, partner.id) if s.anchor != "partner")
    return SectionsView(
        title=partner.name,
        lede=_partner_lede(responsibility),
        facts=facts({msg("common-note"): remarks(report, partner, partner.note)}),
        sections=(
            Section("partner", msg("holder-partner-heading"), made, why_empty=why),
            *_asked(responsibility),
            *rest,
        ),
    )


def _partner_lede(responsibility: Responsibility) -> Message:
    """Return in how many initiatives it takes part; in how many it may, where that is all."""
    named, every = len(responsibility.takes_part_in), len(responsibility.participations)
    if named:
        return msg("holder-partner-lead", count=named)
    return msg("holder-partner-lead-possible" if every else "holder-partner-lead-none", count=every)
