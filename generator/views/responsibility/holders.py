"""Views of those who are responsible: a unit of the organization, a post, a partner outside."""

from generator.derive.responsibility.budget_cycle import cycle_after, keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.roles import Register, Responsibility
from generator.derive.snapshot.known_calendar import last_known_cycle
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle
from generator.model.keys import HeldBy, RoleKind
from generator.model.organization import Partner, Post, Unit, named_roles
from generator.model.references import NO_HOLDER
from generator.model.report import Report
from generator.views.base.blocks import Fact, Inline, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    links,
    organization_link,
    post_link,
    remarks,
    sources,
    unit_kind,
)
from generator.views.base.table_builder import facts
from generator.views.money.of_initiatives import money_of
from generator.views.responsibility.tables import (
    asked_table,
    due_table,
    participations_table,
    reported_table,
    roles_table,
    support_table,
    work_plan_table,
)
from generator.words.message import Message, Text, listing, msg


def unit_view(snapshot: Snapshot, found: Register, unit: Unit) -> SectionsView:
    """Return the view of a department, division or other unit."""
    report, responsibility = snapshot.report, found.units[unit.id]
    roles = roles_table(snapshot, responsibility.tenures, with_holder=True)
    plans = responsibility.work_plan
    planning = unit.kind.plans_work and keeps_cycles(report)
    planned = _work_plan(snapshot, responsibility, unit.id) if planning or plans else ()
    return SectionsView(
        title=unit.name,
        lede=_unit_lede(report, responsibility, unit.id),
        facts=_unit_facts(report, unit),
        sections=(
            *_unit_roles(report, roles),
            *_due(report, responsibility, roles),
            *(planned if plans else ()),
            *_money(snapshot, responsibility),
            *_participation(snapshot, responsibility, unit.id),
            *(() if plans else planned),
        ),
    )


def _unit_roles(report: Report, held: Table | None) -> tuple[Section, ...]:
    """Return the roles that a unit or its posts hold; of none, the lede says so."""
    if not held:
        return ()
    of_posts = report.about.roles.held_by is HeldBy.POST
    heading = msg("holder-roles-heading" if of_posts else "holder-post-roles-heading")
    return (Section("roles", heading, held),)


def _money(snapshot: Snapshot, responsibility: Responsibility) -> tuple[Section, ...]:
    """Return the money of the initiatives that it owns, or plans where nobody is known to own."""
    mine = {t.initiative_state.initiative.id for t in responsibility.holding(RoleKind.OWNER)}
    for state, _ in responsibility.work_plan:
        if state.owner is None or state.owner.holder in NO_HOLDER:
            mine.add(state.initiative.id)
    found = money_of(snapshot, [s for s in snapshot.states if s.initiative.id in mine])
    if found is None:
        return ()
    return (Section("money", msg("page-money"), found.table, text=found.text),)


def _roles_today(responsibility: Responsibility) -> tuple[str, dict[str, Text]]:
    """Return which of the two roles it holds today, and of how many initiatives each."""
    owned = len(responsibility.holding(RoleKind.OWNER))
    sponsored = len(responsibility.holding(RoleKind.SPONSOR))
    if owned and sponsored:
        return "both", {"owned": owned, "sponsored": sponsored}
    if owned:
        return "owner", {"owned": owned}
    return ("sponsor", {"sponsored": sponsored}) if sponsored else ("none", {})


def _unit_lede(report: Report, responsibility: Responsibility, own: str) -> Message:
    policy = report.about.roles
    which, counts = _roles_today(responsibility)
    if not policy.asked:
        roles = msg("holder-unit-lead")
    elif which == "none":
        roles = msg(f"holder-unit-none-{policy.which}", by=policy.held_by.value)
    else:
        roles = msg(f"holder-unit-{which}", by=_who_holds(report, responsibility, own), **counts)
    count = len(responsibility.takes_part_in)
    return msg("holder-unit-takes-part", roles=roles, count=count) if count else roles


def _who_holds(report: Report, responsibility: Responsibility, own: str) -> str:
    """Return by what a unit holds its roles: its posts, it itself, or also units within it."""
    holders = {tenure.role.holder for tenure in responsibility.tenures if tenure.now}
    if holders.isdisjoint(unit.id for unit in report.organization.units):
        return "posts"
    return "itself" if holders == {own} else "within"


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
            msg("holder-kind"): unit_kind(unit),
            msg("holder-part-of"): (
                organization_link(organization, unit.part_of) if unit.part_of else None
            ),
            msg("holder-head"): _head(report, unit),
            msg("holder-posts"): links(posts),
            msg("holder-within"): links(below),
            msg("holder-also-named"): listing(unit.also_named) if unit.also_named else None,
            msg("holder-functions"): (listing(unit.functions, "apart") if unit.functions else None),
            msg("holder-seen"): unit.seen,
            msg("common-note"): remarks(report, unit, unit.note),
            msg("common-sources"): sources(report, unit.sources),
        }
    )


def _head(report: Report, unit: Unit) -> Inline | Message | None:
    """Return who heads a unit; where only posts are responsible, also that nobody says who."""
    if unit.head:
        return post_link(report.organization, unit.head)
    of_posts = report.about.roles.held_by is HeldBy.POST
    return msg("holder-not-stated") if of_posts else None


def _due(
    report: Report, responsibility: Responsibility, roles: Table | None
) -> tuple[Section, ...]:
    """Return what is due from it and asked of it; left out where it holds no role."""
    asked = _asked(responsibility)
    owners = RoleKind.OWNER in report.about.roles.asked
    if not roles or not owners or not report.calendar.milestones:
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
    if not keeps_cycles(snapshot.report):
        every = work_plan_table(snapshot, responsibility, own, None)
        return (Section("work-plans", msg("holder-work-plans-heading-years"), every),)
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


def _participation(
    snapshot: Snapshot, responsibility: Responsibility, own: str
) -> tuple[Section, ...]:
    """Return in what it takes part and whom it helps, as far as there is anything."""
    report = snapshot.report
    parts = participations_table(snapshot, responsibility, own)
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
    roles = roles_table(snapshot, responsibility.tenures, with_holder=False)
    return SectionsView(
        title=post.title,
        lede=_post_lede(report, responsibility),
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
            *((Section("roles", msg("holder-post-roles-heading"), roles),) if roles else ()),
            *_due(report, responsibility, roles),
            *_participation(snapshot, responsibility, post.id),
        ),
    )


def _post_lede(report: Report, responsibility: Responsibility) -> Message:
    which, counts = _roles_today(responsibility)
    if which != "none":
        return msg(f"holder-post-{which}", **counts)
    may_hold = named_roles(report.about.roles.of_posts)
    return msg("holder-post-lead" if may_hold == "none" else f"holder-post-none-{may_hold}")


def partner_view(snapshot: Snapshot, found: Register, partner: Partner) -> SectionsView:
    """Return the view of a partner from outside the organization."""
    report, responsibility = snapshot.report, found.partners[partner.id]
    made = participations_table(snapshot, responsibility, partner.id)
    why = msg("holder-partner-none")
    rest = (
        s for s in _participation(snapshot, responsibility, partner.id) if s.anchor != "partner"
    )
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
