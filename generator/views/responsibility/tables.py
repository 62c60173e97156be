"""What a post, unit or partner answers for, as tables; and words for what is due."""

from collections.abc import Sequence

from generator.derive.responsibility.budget_cycle import cycle_after, cycle_on
from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words
from generator.derive.responsibility.obligations import Obligation, ObligationState
from generator.derive.responsibility.roles import Responsibility, Tenure
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Partnership, Support, WorkPlanEntry
from generator.model.keys import PartnerStanding, RoleKind
from generator.model.report import Report
from generator.model.updates import Ask, Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import (
    post_link,
    signal,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, table_if_any
from generator.words.english import counted, date_words, sentence

ROLES = {RoleKind.OWNER: "Owner", RoleKind.SPONSOR: "Sponsor"}


def roles_table(report: Report, held: Sequence[Tenure], *, with_post: bool) -> Table | None:
    """Return the roles held, today's first, each with its time; or None where there is none."""
    columns: Columns[Tenure] = {
        "Initiative": lambda t: to_initiative(t.initiative_state.initiative),
        "Role": lambda t: Strong(ROLES[t.role.role]),
        "Post": lambda t: post_link(report.organization, t.role.holder) if with_post else None,
        "Since": lambda t: date_words(t.role.since),
        "Until": _until,
        "Status": lambda t: status_cell(report, t.initiative_state),
        "Sources": lambda t: (
            *text_cell(None, t.role.note),
            *sources(report, t.role.sources),
        ),
    }
    return table_if_any(
        "roles",
        counted(len(held), "entry of a role", "entries of roles"),
        sorted(held, key=lambda t: not t.now),
        columns,
    )


def _until(tenure: Tenure) -> str:
    if tenure.now and not tenure.until:
        return "today"
    return date_words(tenure.until) if tenure.until else "not stated"


def due_table(obligations: Sequence[Obligation]) -> Table | None:
    """Return which updates are missing or expected, or None where none is."""
    columns: Columns[Obligation] = {
        "Milestone": lambda o: LinkTo(o.milestone.title, addresses.milestone(o.milestone.id)),
        "Initiative": lambda o: to_initiative(o.initiative_state.initiative),
        "Due": lambda o: date_words(o.milestone.due),
        "Update": lambda o: Strong(DUE_WORDS[o.state]),
    }
    return table_if_any(
        "due", f"{counted(len(obligations), 'update')} missing or expected", obligations, columns
    )


DUE_WORDS = {
    ObligationState.CAME: "Came",
    ObligationState.COVERED: "Covered by another update",
    ObligationState.MISSING: "Missing",
    ObligationState.EXPECTED: "Expected",
    ObligationState.RELEASED: "No longer owed",
    ObligationState.NOT_OWED: "Not owed",
}
"""How an initiative relates to a milestone, in words."""


def asked_table(responsibility: Responsibility) -> Table | None:
    """Return what newest updates ask of it, by when; or None."""
    asked = [(state, u, u.ask) for state, u in responsibility.asked if u.ask]
    columns: Columns[tuple[InitiativeState, Update, Ask]] = {
        "Initiative": lambda a: to_initiative(a[0].initiative),
        "What is asked": lambda a: sentence(a[2].what),
        "By": lambda a: date_words(a[2].by),
        "Where": lambda a: _to_update(a[0], a[1].milestone, f"Update of {date_words(a[1].as_of)}"),
    }
    return table_if_any("asked", counted(len(asked), "request"), asked, columns)


def _to_update(state: InitiativeState, milestone: str, text: str) -> LinkTo:
    return LinkTo(text, addresses.update(state.initiative.id, milestone))


def reported_table(report: Report, responsibility: Responsibility) -> Table | None:
    """Return the updates it gave, newest first; or None."""
    titles = {m.id: m.title for m in report.calendar.milestones}
    columns: Columns[tuple[InitiativeState, Update]] = {
        "Initiative": lambda g: to_initiative(g[0].initiative),
        "Status given": lambda g: signal(report, g[1].status),
        "As of": lambda g: _to_update(g[0], g[1].milestone, date_words(g[1].as_of)),
        "Milestone": lambda g: titles.get(g[1].milestone, "Between milestones"),
    }
    return table_if_any(
        "reported",
        counted(len(responsibility.reported), "update"),
        sorted(responsibility.reported, key=lambda given: given[1].as_of.first(), reverse=True),
        columns,
    )


def partnerships_table(report: Report, responsibility: Responsibility) -> Table | None:
    """Return in which initiatives it takes part, and how firmly; or None."""
    columns: Columns[tuple[InitiativeState, Partnership]] = {
        "Initiative": lambda p: to_initiative(p[0].initiative),
        "Standing": lambda p: _firmness(report, p[1].standing),
        "Role": lambda p: sentence(p[1].role.value.replace("_", " ")),
        "Since": lambda p: text_cell(date_words(p[1].since), p[1].note),
        "Status": lambda p: status_cell(report, p[0]),
        "Sources": lambda p: sources(report, p[1].sources),
    }
    return table_if_any(
        "partner-in",
        counted(len(responsibility.partnerships), "entry", "entries"),
        responsibility.partnerships,
        columns,
    )


def _firmness(report: Report, state: PartnerStanding) -> str:
    term = report.vocabulary.words.get(f"{state.value}-partner")
    return term.label if term else sentence(state.value)


def support_table(report: Report, responsibility: Responsibility) -> Table | None:
    """Return which Owners it helps, with what; or None."""
    columns: Columns[tuple[InitiativeState, Support]] = {
        "Initiative": lambda s: to_initiative(s[0].initiative),
        "Helps with": lambda s: sentence(s[1].with_what),
        "Since": lambda s: date_words(s[1].since),
        "Sources": lambda s: sources(report, s[1].sources),
    }
    return table_if_any(
        "helps",
        counted(len(responsibility.support), "entry", "entries"),
        responsibility.support,
        columns,
    )


def work_plan_table(
    snapshot: Snapshot, responsibility: Responsibility, cycle: str | None
) -> Table | None:
    """Return the entries of its work plan, of one cycle or (None) of all, newest cycle first."""
    report = snapshot.report
    entries = [(s, e) for s, e in responsibility.work_plan if cycle in (None, e.cycle)]
    entries.sort(key=lambda pair: _plan_order(pair[1]))
    entries.sort(key=lambda pair: fiscal_order(report, pair[1].cycle), reverse=True)
    columns: Columns[tuple[InitiativeState, WorkPlanEntry]] = {
        "Initiative": lambda e: to_initiative(e[0].initiative),
        "Cycle": lambda e: _cycle_cell(snapshot, e[1].cycle),
        "Horizon": lambda e: sentence(e[1].horizon.value.replace("_", " ")),
        "Priority": lambda e: "not stated" if e[1].priority is None else e[1].priority,
        "Entered": lambda e: text_cell(date_words(e[1].on), e[1].note),
        "Status": lambda e: status_cell(report, e[0]),
        "Sources": lambda e: sources(report, e[1].sources),
    }
    return table_if_any(
        f"plan-{cycle}" if cycle else "plans",
        counted(len(entries), "entry", "entries"),
        entries,
        columns,
    )


def _plan_order(entry: WorkPlanEntry) -> tuple[bool, bool, int]:
    """Short-term entries first, then by priority; those without one last."""
    long_term = entry.horizon.value == "long_term"
    return (long_term, entry.priority is None, entry.priority or 0)


def _cycle_cell(snapshot: Snapshot, cycle: str) -> Cell:
    calendar = snapshot.report.calendar
    now, then = cycle_on(calendar, snapshot.day), cycle_after(calendar, snapshot.day)
    aside = "current" if now and now.id == cycle else "next" if then and then.id == cycle else None
    return (Words(fiscal_words(snapshot.report, cycle)), *((SideNote(aside),) if aside else ()))
