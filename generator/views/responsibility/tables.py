"""What a post, unit or partner is responsible for, as tables; and labels for what is due."""

from collections.abc import Sequence

from generator.derive.responsibility.budget_cycle import cycle_after, cycle_on, keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words
from generator.derive.responsibility.obligations import Obligation, ObligationState
from generator.derive.responsibility.participation import Participation
from generator.derive.responsibility.roles import Responsibility, Tenure
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Support, WorkPlanEntry
from generator.model.keys import HeldBy, Horizon
from generator.model.report import Report
from generator.model.updates import Ask, Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Inline, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import (
    holder_link,
    organization_link,
    signal,
    sources,
    status_cells,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, table_if_any
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, msg
from generator.words.states import label


def obligation_label(state: ObligationState) -> Message:
    """Return how an initiative relates to a milestone, in a few words."""
    return msg(f"holder-obligation-{state.value}")


def roles_table(snapshot: Snapshot, held: Sequence[Tenure], *, with_holder: bool) -> Table | None:
    """Return the roles held, today's first, each with its time; or None where there is none."""
    report, status = snapshot.report, status_cells(snapshot)
    of_posts = report.about.roles.held_by is HeldBy.POST
    heading = msg("holder-post" if of_posts else "holder-held-by")
    columns: Columns[Tenure] = {
        msg("common-initiative"): lambda t: to_initiative(t.initiative_state.initiative),
        msg("holder-role"): lambda t: Strong(key_label(t.role.role)),
        heading: lambda t: holder_link(report.organization, t.role.holder) if with_holder else None,
        msg("holder-since"): lambda t: t.role.since,
        msg("holder-until"): _until,
        msg("holder-status"): lambda t: status(t.initiative_state),
        msg("common-sources"): lambda t: (
            *text_cell(None, t.role.note),
            *sources(report, t.role.sources),
        ),
    }
    caption = msg("holder-roles", count=len(held))
    return table_if_any("roles", caption, sorted(held, key=lambda t: not t.now), columns)


def _until(tenure: Tenure) -> Text:
    if tenure.now and not tenure.until:
        return msg("holder-until-today")
    return tenure.until or msg("holder-until-not-stated")


def due_table(obligations: Sequence[Obligation]) -> Table | None:
    """Return which updates are missing or expected, or None where none is."""
    columns: Columns[Obligation] = {
        msg("holder-milestone"): lambda o: LinkTo(
            o.milestone.title, addresses.milestone(o.milestone.id)
        ),
        msg("common-initiative"): lambda o: to_initiative(o.initiative_state.initiative),
        msg("holder-due"): lambda o: o.milestone.due,
        msg("holder-update"): lambda o: Strong(obligation_label(o.state)),
    }
    return table_if_any(
        "due", msg("holder-updates-due", count=len(obligations)), obligations, columns
    )


def asked_table(responsibility: Responsibility) -> Table | None:
    """Return what newest updates ask of it, by when; or None."""
    asked = [(state, u, u.ask) for state, u in responsibility.asked if u.ask]
    columns: Columns[tuple[InitiativeState, Update, Ask]] = {
        msg("common-initiative"): lambda a: to_initiative(a[0].initiative),
        msg("holder-asked"): lambda a: msg("holder-sentence", text=a[2].what),
        msg("holder-asked-by"): lambda a: a[2].by,
        msg("holder-asked-where"): lambda a: _to_update(
            a[0], a[1].milestone, msg("holder-update-of", date=a[1].as_of)
        ),
    }
    return table_if_any("asked", msg("holder-requests", count=len(asked)), asked, columns)


def _to_update(state: InitiativeState, milestone: str, text: Text) -> LinkTo:
    return LinkTo(text, addresses.update(state.initiative.id, milestone))


def reported_table(report: Report, responsibility: Responsibility) -> Table | None:
    """Return the updates it gave, newest first; or None."""
    between = msg("holder-between-milestones")
    titles = {m.id: m.title for m in report.calendar.milestones}
    columns: Columns[tuple[InitiativeState, Update]] = {
        msg("common-initiative"): lambda g: to_initiative(g[0].initiative),
        msg("holder-status-given"): lambda g: signal(g[1].status),
        msg("holder-as-of"): lambda g: _to_update(g[0], g[1].milestone, g[1].as_of),
    }
    if titles:
        heading = msg("holder-milestone")
        columns = {**columns, heading: lambda g: titles.get(g[1].milestone, between)}
    return table_if_any(
        "reported",
        msg("holder-updates", count=len(responsibility.reported)),
        sorted(responsibility.reported, key=lambda given: given[1].as_of.first(), reverse=True),
        columns,
    )


def participations_table(
    snapshot: Snapshot, responsibility: Responsibility, own: str
) -> Table | None:
    """Return in which initiatives it takes part, and how firmly; or None.

    A unit has those of the units below it too, each with its name; `own` is its id.
    """
    report, status = snapshot.report, status_cells(snapshot)
    columns: Columns[tuple[InitiativeState, Participation]] = {
        msg("common-initiative"): lambda p: to_initiative(p[0].initiative),
        msg("holder-unit"): lambda p: _below(report, p[1].org, own),
        msg("holder-standing"): lambda p: label(p[1].now.standing),
        msg("holder-role"): lambda p: key_label(p[1].now.role),
        msg("holder-since"): lambda p: since_cell(p[1]),
        msg("holder-status"): lambda p: status(p[0]),
        msg("common-sources"): lambda p: sources(report, p[1].sources),
    }
    found = responsibility.participations
    count = len({state.initiative.id for state, _ in found})
    return table_if_any("partner-in", msg("holder-parts", count=count), found, columns)


def since_cell(found: Participation) -> Cell:
    """Return since when it takes part, with what it was named as before."""
    before = (
        msg("holder-part-before", standing=label(entry.standing), date=entry.since)
        for entry in reversed(found.entries[:-1])
    )
    return text_cell(found.now.since, found.now.note, *before)


def _below(report: Report, org: str, own: str) -> Inline | None:
    """Return a unit below the one that the table is about; nothing for that one itself."""
    return None if org == own else organization_link(report.organization, org)


def support_table(report: Report, responsibility: Responsibility, own: str) -> Table | None:
    """Return which Owners it helps, with what; or None."""
    columns: Columns[tuple[InitiativeState, Support]] = {
        msg("common-initiative"): lambda s: to_initiative(s[0].initiative),
        msg("holder-unit"): lambda s: _below(report, s[1].by, own),
        msg("holder-helps-with"): lambda s: msg("holder-sentence", text=s[1].with_what),
        msg("holder-since"): lambda s: s[1].since,
        msg("common-sources"): lambda s: sources(report, s[1].sources),
    }
    found = responsibility.support
    return table_if_any("helps", msg("holder-entries", count=len(found)), found, columns)


def work_plan_table(
    snapshot: Snapshot, responsibility: Responsibility, own: str, cycle: str | None
) -> Table | None:
    """Return the entries of its work plan, of one cycle or (None) of all, newest cycle first.

    Those of units below it have the unit's name; `own` is its own id.
    """
    report, status = snapshot.report, status_cells(snapshot)
    entries = [(s, e) for s, e in responsibility.work_plan if cycle in (None, e.cycle)]
    entries.sort(key=lambda pair: _plan_order(pair[1]))
    entries.sort(key=lambda pair: fiscal_order(report, pair[1].cycle), reverse=True)
    by_cycles = keeps_cycles(snapshot.report)
    when = msg("holder-cycle" if by_cycles else "holder-year")
    columns: Columns[tuple[InitiativeState, WorkPlanEntry]] = {
        msg("common-initiative"): lambda e: to_initiative(e[0].initiative),
        when: lambda e: _cycle_cell(snapshot, e[1].cycle),
        msg("holder-unit"): lambda e: _below(report, e[1].department, own),
        msg("holder-horizon"): lambda e: key_label(e[1].horizon),
        msg("holder-priority"): lambda e: (
            msg("holder-priority-not-stated") if e[1].priority is None else e[1].priority
        ),
        msg("holder-entered"): lambda e: text_cell(e[1].on, e[1].note),
        msg("holder-status"): lambda e: status(e[0]),
        msg("common-sources"): lambda e: sources(report, e[1].sources),
    }
    table_id = f"plan-{cycle}" if cycle else "plans"
    return table_if_any(table_id, msg("holder-entries", count=len(entries)), entries, columns)


def _plan_order(entry: WorkPlanEntry) -> tuple[bool, bool, int]:
    """Short-term entries first, then by priority; those without one last."""
    long_term = entry.horizon is Horizon.LONG_TERM
    return (long_term, entry.priority is None, entry.priority or 0)


def _cycle_cell(snapshot: Snapshot, cycle: str) -> Cell:
    calendar = snapshot.report.calendar
    now, then = cycle_on(calendar, snapshot.day), cycle_after(calendar, snapshot.day)
    named = Words(fiscal_words(snapshot.report, cycle))
    if now and now.id == cycle:
        return (named, SideNote(msg("holder-cycle-current")))
    if then and then.id == cycle:
        return (named, SideNote(msg("holder-cycle-next")))
    return (named,)
