"""Views of those who answer: a unit of the city, a post, a partner outside City Hall."""

from generator.derive.responsibility.budget_cycle import beyond_calendar, cycle_after
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.roles import Register, Responsibility
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.keys import RoleKind, UnitKind
from generator.model.organization import Partner, Post, Unit
from generator.model.report import Report
from generator.views.base.blocks import Fact, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import links, organization_link, post_link, sources
from generator.views.base.table_builder import facts
from generator.views.responsibility.tables import (
    asked_table,
    due_table,
    partnerships_table,
    reported_table,
    roles_table,
    support_table,
    work_plan_table,
)
from generator.words.english import counted, date_words, day_words, sentence, word_list

_PLANNING = frozenset({UnitKind.DEPARTMENT, UnitKind.DIVISION})
"""Units that have a work plan."""


def unit_view(snapshot: Snapshot, found: Register, unit: Unit) -> SectionsView:
    """Return the view of a department, division or other unit."""
    report, responsibility = snapshot.report, found.units[unit.id]
    roles = roles_table(report, responsibility.tenures, with_post=True)
    why = "No source names a post of it as Owner or Sponsor of an initiative."
    planning = unit.kind in _PLANNING or responsibility.work_plan
    return SectionsView(
        title=unit.name,
        lede=_unit_lede(responsibility),
        facts=_unit_facts(report, unit),
        sections=(
            Section("roles", "What its posts answer for", roles, why_empty=why),
            *_due(responsibility, roles),
            *(_work_plan(snapshot, responsibility) if planning else ()),
            *_participation(report, responsibility),
        ),
    )


def _roles_today(responsibility: Responsibility) -> str:
    """Return how many initiatives it owns and sponsors today; empty for none."""
    owned, sponsored = (
        responsibility.holding(RoleKind.OWNER),
        responsibility.holding(RoleKind.SPONSOR),
    )
    roles = [f"Owner of {counted(len(owned), 'initiative')}"] if owned else []
    roles += [f"Sponsor of {counted(len(sponsored), 'initiative')}"] if sponsored else []
    return word_list(roles)


def _unit_lede(responsibility: Responsibility) -> str:
    roles = _roles_today(responsibility)
    said = (
        f"Its posts are {roles} today."
        if roles
        else (
            "None of its posts is Owner or Sponsor of an initiative today, as far as sources show."
        )
    )
    initiatives = {s.initiative.id for s, _ in responsibility.partnerships}
    if initiatives:
        said += f" Sources name it as taking part in {counted(len(initiatives), 'initiative')}."
    return said


def _unit_facts(report: Report, unit: Unit) -> tuple[Fact, ...]:
    organization = report.organization
    below = tuple(
        organization_link(organization, u.id) for u in organization.units if u.part_of == unit.id
    )
    posts = tuple(post_link(organization, p.id) for p in organization.posts if p.unit == unit.id)
    return facts(
        {
            "Kind": sentence(unit.kind.value.replace("_", " ")),
            "Part of": organization_link(organization, unit.part_of) if unit.part_of else None,
            "Head": post_link(organization, unit.head) if unit.head else "Not stated",
            "Posts": links(posts),
            "Within it": links(below),
            "Also named": word_list(unit.also_named),
            "What it does": "; ".join(unit.functions),
            "Seen in sources": date_words(unit.seen),
            "Note": unit.note,
            "Sources": sources(report, unit.sources),
        }
    )


def _due(responsibility: Responsibility, roles: Table | None) -> tuple[Section, ...]:
    """Return what is due from it and asked of it; left out where it holds no role."""
    asked = asked_table(responsibility)
    made = [Section("asked", "What it is asked for", asked)] if asked else []
    if roles:
        why = "No update is missing or expected of an initiative that it owns today."
        made.insert(
            0, Section("due", "What is due from it", due_table(responsibility.owing), why_empty=why)
        )
    return tuple(made)


def _work_plan(snapshot: Snapshot, responsibility: Responsibility) -> tuple[Section, ...]:
    """Return the work plan for the next budget cycle, then all entries there are."""
    calendar = snapshot.report.calendar
    following = cycle_after(calendar, snapshot.day)
    heading = (
        f"Work plan for {fiscal_words(snapshot.report, following.id)}"
        if following
        else "Next work plan"
    )
    made = work_plan_table(snapshot, responsibility, following.id) if following else None
    text = (
        f"The next budget cycle runs from {day_words(following.begins)} to "
        f"{day_words(following.ends)}."
        if following
        else _no_next_cycle(snapshot)
    )
    why = "The sources give no work plan of this unit" + (" for that cycle." if following else ".")
    parts = [Section("work-plan", heading, made, text=text, why_empty=why)]
    if not following and responsibility.work_plan:
        parts = [Section("work-plan", heading, None, why_empty=text)]
    every = work_plan_table(snapshot, responsibility, None)
    if every and every.rows != (made.rows if made else ()):
        parts.append(Section("work-plans", "Work plans by cycle", every))
    return tuple(parts)


def _no_next_cycle(snapshot: Snapshot) -> str:
    calendar = snapshot.report.calendar
    if not calendar.cycles:
        return "No budget cycle is known from the sources."
    end = max(calendar.cycles, key=lambda c: c.ends)
    verb = "ended" if beyond_calendar(calendar, snapshot.day) else "ends"
    return (
        "The last budget cycle that the sources show, "
        f"{fiscal_words(snapshot.report, end.id)}, {verb} on {day_words(end.ends)}; none after it "
        "is on record yet."
    )


def _participation(report: Report, responsibility: Responsibility) -> tuple[Section, ...]:
    """Return in what it takes part and whom it helps, as far as there is anything."""
    made = (
        Section("partner", "Where it takes part", partnerships_table(report, responsibility)),
        Section("support", "Whom it helps", support_table(report, responsibility)),
        Section("reported", "Updates it gave", reported_table(report, responsibility)),
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
    why = "No source names it as Owner or Sponsor of an initiative."
    return SectionsView(
        title=post.title,
        lede=f"{_roles_today(responsibility)} today."
        if _roles_today(responsibility)
        else "Neither Owner nor Sponsor of an initiative today, as far as sources show.",
        facts=facts(
            {
                "Held by": post.person,
                "Unit": organization_link(organization, post.unit) if post.unit else "Not stated",
                "Heads": links(heads),
                "Seen in sources": date_words(post.seen),
                "Note": post.note,
                "Sources": sources(report, post.sources),
            }
        ),
        sections=(
            Section("roles", "What it answers for", roles, why_empty=why),
            *_due(responsibility, roles),
            *_participation(report, responsibility),
        ),
    )


def partner_view(snapshot: Snapshot, found: Register, partner: Partner) -> SectionsView:
    """Return the view of a partner outside City Hall."""
    report, responsibility = snapshot.report, found.partners[partner.id]
    entries = {s.initiative.id for s, _ in responsibility.partnerships}
    made = partnerships_table(report, responsibility)
    why = "No initiative in this report names it as a partner."
    rest = tuple(s for s in _participation(report, responsibility) if s.anchor != "partner")
    asked = asked_table(responsibility)
    return SectionsView(
        title=partner.name,
        lede=f"A partner outside City Hall, in {counted(len(entries), 'initiative')}.",
        facts=facts({"Note": partner.note}),
        sections=(
            Section("partner", "Where it takes part", made, why_empty=why),
            *((Section("asked", "What it is asked for", asked),) if asked else ()),
            *rest,
        ),
    )
