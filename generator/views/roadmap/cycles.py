"""Views of the budget cycle: all milestones, and one with what was due, what came, what is not."""

from collections.abc import Callable, Sequence

from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.obligations import (
    MilestoneObligations,
    Obligation,
    ObligationState,
)
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle, CycleFigure, Milestone
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Strong, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    role_cell,
    signal,
    sources,
    stated_text,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, facts, table_if_any
from generator.views.responsibility.tables import obligation_label
from generator.views.roadmap.tables import MILESTONE_COLUMNS, MILESTONE_KINDS
from generator.words.english import amount_words, counted, date_words, day_words, sentence


def cycles_view(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> SectionsView:
    """Return the view of all milestones and budget cycles."""
    report = snapshot.report
    made = _milestones(milestones)
    return SectionsView(
        title="Budget cycles and milestones",
        lede="The City plans in budget cycles. At each milestone every initiative on the record "
        "owes an update; this is what was due, what came and what is missing as of "
        f"{day_words(snapshot.day)}.",
        facts=(),
        sections=(
            Section("milestones", "Milestones", made, why_empty="No source names a milestone."),
            *(
                Section(
                    cycle.id,
                    f"Budget cycle {fiscal_words(report, cycle.id)}",
                    _figures(report, cycle),
                    facts=_cycle_facts(report, cycle),
                )
                for cycle in reversed(report.calendar.cycles)
            ),
        ),
    )


def _milestones(milestones: Sequence[MilestoneObligations]) -> Table | None:
    states = {
        "Came": ObligationState.CAME,
        "Covered": ObligationState.COVERED,
        "Missing": ObligationState.MISSING,
        "Expected": ObligationState.EXPECTED,
    }
    columns: Columns[MilestoneObligations] = {
        **{name: _of_milestone(value) for name, value in MILESTONE_COLUMNS.items()},
        **{Figures(f"{name}"): _count_of(state) for name, state in states.items()},
    }
    return table_if_any(
        "milestones",
        f"{counted(len(milestones), 'milestone')}, newest first, with initiatives",
        reversed(milestones),
        columns,
    )


def _of_milestone(value: Callable[[Milestone], Value]) -> Callable[[MilestoneObligations], Value]:
    return lambda found: value(found.milestone)


def _count_of(state: ObligationState) -> Callable[[MilestoneObligations], Value]:
    return lambda found: found.by_state[state]


def _cycle_facts(report: Report, cycle: Cycle) -> tuple[Fact, ...]:
    return facts(
        {
            "Span": f"{day_words(cycle.begins)} to {day_words(cycle.ends)}",
            "Adopted": date_words(cycle.adopted) if cycle.adopted else "Not found",
            "Themes": "; ".join(cycle.themes),
            "Note": cycle.note,
            "Sources": sources(report, cycle.sources),
        }
    )


def _figures(report: Report, cycle: Cycle) -> Table | None:
    columns: Columns[CycleFigure] = {
        "Figure": lambda f: text_cell(f.label, f.note),
        Figures("Amount"): lambda f: text_cell(amount_words(f, currency=f.unit), stated_text(f)),
        "Sources": cited(report),
    }
    return table_if_any(
        f"figures-{cycle.id}",
        f"Figures of {fiscal_words(report, cycle.id)}",
        cycle.figures,
        columns,
    )


def milestone_view(snapshot: Snapshot, found: MilestoneObligations) -> SectionsView:
    """Return the view of one milestone with every initiative."""
    report, milestone = snapshot.report, found.milestone
    return SectionsView(
        title=f"Milestone: {milestone.title}",
        lede=_lede(snapshot, found),
        facts=_facts(report, milestone),
        sections=(
            Section(
                "initiatives",
                "What was due, what came, what is missing" if milestone.owed else "What came",
                _table(report, found),
                text=_explained(found),
                why_empty="No update was given for this milestone.",
            ),
        ),
    )


def _lede(snapshot: Snapshot, found: MilestoneObligations) -> str:
    count = found.by_state
    if not found.milestone.owed:
        if not count[ObligationState.CAME]:
            return "Nobody owed an update at this milestone, and none came."
        came = counted(count[ObligationState.CAME], "update")
        return f"Nobody owed an update at this milestone. {came} came all the same."
    obligation = sum(
        count[s]
        for s in (
            ObligationState.CAME,
            ObligationState.COVERED,
            ObligationState.MISSING,
            ObligationState.EXPECTED,
        )
    )
    parts = [
        f"{_STATES[state]}: {number}"
        for state, number in count.items()
        if number and state in _STATES
    ]
    everyone = counted(len(snapshot.states), "initiative")
    said = f" {sentence('; '.join(parts))}." if parts else ""
    return f"{obligation} of {everyone} owed an update.{said}"


_STATES = {
    ObligationState.CAME: "came",
    ObligationState.COVERED: "answered by another update",
    ObligationState.MISSING: "missing",
    ObligationState.EXPECTED: "expected",
}


def _explained(found: MilestoneObligations) -> str:
    if found.by_state[ObligationState.COVERED]:
        return (
            "An update also answers for milestones before its own, and for all that fell due by "
            "the time it describes."
        )
    return ""


def _facts(report: Report, m: Milestone) -> tuple[Fact, ...]:
    cycle: Value = fiscal_words(report, m.cycle) if m.cycle else None
    if cycle and m.cycle in {c.id for c in report.calendar.cycles}:
        cycle = LinkTo(str(cycle), f"{addresses.CYCLES}#{m.cycle}")
    return facts(
        {
            "Kind": MILESTONE_KINDS[m.kind],
            "Budget cycle": cycle,
            "Updates may be posted from": date_words(m.opens) if m.opens else None,
            "Due": date_words(m.due),
            "What the source says": m.stated,
            "Update owed": "by every initiative on the record" if m.owed else "by nobody",
            "Sources": sources(report, m.sources),
        }
    )


def _table(report: Report, found: MilestoneObligations) -> Table | None:
    """Return every initiative; where nobody owes anything, only those of which an update came."""
    shown = [o for o in found.initiatives if found.milestone.owed or o.update]
    columns: Columns[Obligation] = {
        "Initiative": lambda o: to_initiative(o.initiative_state.initiative),
        "Update": _state,
        "Status it gives": lambda o: signal(report, o.update.status) if o.update else None,
        "Owner today": lambda o: role_cell(report, o.initiative_state.owner)[:1],
    }
    return table_if_any("initiatives", counted(len(shown), "initiative"), shown, columns)


def _state(obligation: Obligation) -> Cell:
    word = Strong(obligation_label(obligation.state))
    update, initiative = obligation.update, obligation.initiative_state.initiative
    if update is None:
        why = {
            ObligationState.NOT_OWED: "it was not yet on the record",
            ObligationState.EXPECTED: f"by {date_words(obligation.milestone.due)}",
        }.get(obligation.state)
        return (word, *((SideNote(why),) if why else ()))
    to = LinkTo(
        f"Update of {date_words(update.as_of)}",
        addresses.update(initiative.id, update.milestone),
    )
    return (
        word,
        to,
        *((SideNote(update.basis.value),) if obligation.state is ObligationState.CAME else ()),
    )
