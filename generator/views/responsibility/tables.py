"""What a post, unit or partner answers for, as tables; and words for what is due."""

from collections.abc import Sequence

from generator.derive.responsibility.budget_cycle import cycle_after, cycle_on
from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words
from generator.derive.responsibility.obligations import Owed, Owing
from generator.derive.responsibility.roles import Charge, Tenure
from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.initiative import WorkPlanEntry
from generator.model.keys import PartnerRole, RoleKind
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, LinkTo, Strong, Table, Words
from generator.views.base.shared import (
    post_link,
    signal,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.tables import table
from generator.words.english import counted, date_words, sentence

ROLES = {RoleKind.OWNER: "Owner", RoleKind.SPONSOR: "Sponsor"}


def roles_table(report: Report, held: Sequence[Tenure], *, with_post: bool) -> Table | None:
    """Return the roles held, today's first, each with its time; or None where there is none."""
    rows = [
        (
            (to_initiative(t.standing.initiative),),
            (Strong(ROLES[t.role.role]),),
            (post_link(report.organisation, t.role.holder),) if with_post else (),
            (Words(date_words(t.role.since)),),
            _until(t),
            status_cell(report, t.standing),
            (*text_cell(None, t.role.note), *sources(report, t.role.sources)),
        )
        for t in sorted(held, key=lambda t: not t.now)
    ]
    columns = ("Initiative:head", "Role", "Post", "Since", "Until", "Status", "Sources")
    caption = counted(len(rows), "entry of a role", "entries of roles")
    return table("roles", caption, columns, rows) if rows else None


def _until(tenure: Tenure) -> Cell:
    if tenure.now and not tenure.until:
        return (Words("today"),)
    return (Words(date_words(tenure.until) if tenure.until else "not stated"),)


def due_table(owings: Sequence[Owing]) -> Table | None:
    """Return which updates are missing or expected, or None where none is."""
    rows = [
        (
            (LinkTo(o.milestone.title, addresses.milestone(o.milestone.id)),),
            (to_initiative(o.standing.initiative),),
            (Words(date_words(o.milestone.due)),),
            (Strong(DUE_WORDS[o.state]),),
        )
        for o in owings
    ]
    columns = ("Milestone:head", "Initiative", "Due", "Update")
    caption = counted(len(rows), "update") + " missing or expected"
    return table("due", caption, columns, rows) if rows else None


DUE_WORDS = {
    Owed.CAME: "Came",
    Owed.COVERED: "Covered by another update",
    Owed.MISSING: "Missing",
    Owed.EXPECTED: "Expected",
    Owed.RELEASED: "No longer owed",
    Owed.NOT_OWED: "Not owed",
}
"""How an initiative stands to a milestone, in words."""


def asked_table(charge: Charge) -> Table | None:
    """Return what newest updates ask of it, by when; or None."""
    rows = [
        (
            (to_initiative(standing.initiative),),
            (Words(sentence(update.ask.what)),),
            (Words(date_words(update.ask.by)),),
            (_to_update(standing, update.milestone, f"Update of {date_words(update.as_of)}"),),
        )
        for standing, update in charge.asked
        if update.ask
    ]
    columns = ("Initiative:head", "What is asked", "By", "Where")
    return table("asked", counted(len(rows), "request"), columns, rows) if rows else None


def _to_update(standing: Standing, milestone: str, text: str) -> LinkTo:
    return LinkTo(text, addresses.update(standing.initiative.id, milestone))


def reported_table(report: Report, charge: Charge) -> Table | None:
    """Return the updates it gave, newest first; or None."""
    titles = {m.id: m.title for m in report.calendar.milestones}
    given = sorted(charge.reported, key=lambda pair: pair[1].as_of.first(), reverse=True)
    rows = [
        (
            (to_initiative(standing.initiative),),
            (signal(report, update.status),),
            (_to_update(standing, update.milestone, date_words(update.as_of)),),
            (Words(titles.get(update.milestone, "Between milestones")),),
        )
        for standing, update in given
    ]
    columns = ("Initiative:head", "Status given", "As of", "Milestone")
    return table("reported", counted(len(rows), "update"), columns, rows) if rows else None


def partnerships_table(report: Report, charge: Charge) -> Table | None:
    """Return in which initiatives it takes part, and how firmly; or None."""
    words = report.vocabulary.words
    rows = []
    for standing, p in charge.partnerships:
        term = words.get(f"{p.standing.value}-partner")
        role = "" if p.role is PartnerRole.NOT_STATED else p.role.value.replace("_", " ")
        rows.append(
            (
                (to_initiative(standing.initiative),),
                (Words(term.label if term else sentence(p.standing.value)),),
                (Words(sentence(role) or "Not stated"),),
                text_cell(date_words(p.since), p.note),
                status_cell(report, standing),
                sources(report, p.sources),
            )
        )
    columns = ("Initiative:head", "Standing", "Role", "Since", "Status", "Sources")
    return (
        table("partner-in", counted(len(rows), "entry", "entries"), columns, rows) if rows else None
    )


def support_table(report: Report, charge: Charge) -> Table | None:
    """Return which Owners it helps, with what; or None."""
    rows = [
        (
            (to_initiative(standing.initiative),),
            (Words(sentence(s.with_what)),),
            (Words(date_words(s.since)),),
            sources(report, s.sources),
        )
        for standing, s in charge.support
    ]
    columns = ("Initiative:head", "Helps with", "Since", "Sources")
    return table("helps", counted(len(rows), "entry", "entries"), columns, rows) if rows else None


def work_plan_table(snapshot: Snapshot, charge: Charge, cycle: str | None) -> Table | None:
    """Return the entries of its work plan, of one cycle or (None) of all, newest cycle first."""
    entries = [(s, e) for s, e in charge.work_plan if cycle in (None, e.cycle)]
    entries.sort(key=lambda pair: _plan_order(pair[1]))
    report = snapshot.report
    entries.sort(key=lambda pair: fiscal_order(report, pair[1].cycle), reverse=True)
    rows = [
        (
            (to_initiative(standing.initiative),),
            _cycle_cell(snapshot, entry.cycle),
            (Words(sentence(entry.horizon.value.replace("_", " "))),),
            text_cell(str(entry.priority) if entry.priority is not None else "not stated"),
            text_cell(date_words(entry.on), entry.note),
            status_cell(snapshot.report, standing),
            sources(snapshot.report, entry.sources),
        )
        for standing, entry in entries
    ]
    columns = ("Initiative:head", "Cycle", "Horizon", "Priority", "Entered", "Status", "Sources")
    name = f"plan-{cycle}" if cycle else "plans"
    return table(name, counted(len(rows), "entry", "entries"), columns, rows) if rows else None


def _plan_order(entry: WorkPlanEntry) -> tuple[bool, bool, int]:
    """Short-term entries first, then by priority; those without one last."""
    long_term = entry.horizon.value == "long_term"
    return (long_term, entry.priority is None, entry.priority or 0)


def _cycle_cell(snapshot: Snapshot, cycle: str) -> Cell:
    calendar = snapshot.report.calendar
    now, then = cycle_on(calendar, snapshot.day), cycle_after(calendar, snapshot.day)
    aside = "current" if now and now.id == cycle else "next" if then and then.id == cycle else None
    return (Words(fiscal_words(snapshot.report, cycle)), *((Aside(aside),) if aside else ()))
