"""Views of the budget cycle: all milestones, and one with what was due, what came, what is not."""

from collections.abc import Callable, Sequence

from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.obligations import (
    MilestoneObligations,
    Obligation,
    ObligationState,
)
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle, CycleFigure, Milestone
from generator.model.keys import RoleKind
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Strong, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    remarks,
    role_cell,
    signal,
    sources,
    stated_text,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, facts, table_if_any
from generator.views.responsibility.tables import obligation_label
from generator.views.roadmap.tables import MILESTONE_COLUMNS, cycle_adopted, cycle_span
from generator.words.key_labels import key_label
from generator.words.message import Text, amount_text, listing, msg


def cycles_view(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> SectionsView:
    """Return the view of all milestones and budget cycles."""
    report = snapshot.report
    made, by_cycles = _milestones(milestones), keeps_cycles(report)
    return SectionsView(
        title=msg("cycle-title" if by_cycles else "page-milestones"),
        lede=_answer(snapshot, milestones),
        facts=(),
        sections=(
            Section(
                "milestones",
                msg("milestone-heading"),
                made,
                text=msg("cycle-lede" if by_cycles else "cycle-lede-milestones"),
                why_empty=msg("milestone-none"),
            ),
            *(
                Section(
                    cycle.id,
                    msg("cycle-heading", cycle=fiscal_words(report, cycle.id)),
                    _figures(report, cycle),
                    facts=_cycle_facts(report, cycle),
                )
                for cycle in reversed(report.calendar.cycles)
            ),
        ),
    )


def _answer(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> Text:
    """Return how many updates are missing and expected, in all."""
    missing, expected = (
        sum(one.by_state[state] for one in milestones)
        for state in (ObligationState.MISSING, ObligationState.EXPECTED)
    )
    return msg("cycle-answer", missing=missing, expected=expected, day=snapshot.as_of)


def _milestones(milestones: Sequence[MilestoneObligations]) -> Table | None:
    columns: Columns[MilestoneObligations] = {
        **{name: _of_milestone(value) for name, value in MILESTONE_COLUMNS.items()},
        **{Figures(obligation_label(state)): _count_of(state) for state in _OWED},
    }
    caption = msg("milestone-count", count=len(milestones))
    return table_if_any("milestones", caption, reversed(milestones), columns)


def _of_milestone(value: Callable[[Milestone], Value]) -> Callable[[MilestoneObligations], Value]:
    return lambda found: value(found.milestone)


def _count_of(state: ObligationState) -> Callable[[MilestoneObligations], Value]:
    return lambda found: found.by_state[state]


def _cycle_facts(report: Report, cycle: Cycle) -> tuple[Fact, ...]:
    return facts(
        {
            msg("cycle-span"): cycle_span(cycle),
            msg("cycle-adopted"): cycle_adopted(cycle),
            msg("cycle-themes"): listing(cycle.themes, "apart") if cycle.themes else None,
            msg("common-note"): remarks(report, cycle, cycle.note),
            msg("common-sources"): sources(report, cycle.sources),
        }
    )


def _figures(report: Report, cycle: Cycle) -> Table | None:
    columns: Columns[CycleFigure] = {
        msg("cycle-figure"): lambda f: text_cell(f.label, f.note),
        Figures(msg("cycle-amount")): lambda f: text_cell(
            amount_text(f, currency=f.unit), stated_text(f)
        ),
        msg("common-sources"): cited(report),
    }
    return table_if_any(
        f"figures-{cycle.id}",
        msg("cycle-figures", cycle=fiscal_words(report, cycle.id)),
        cycle.figures,
        columns,
    )


def milestone_view(snapshot: Snapshot, found: MilestoneObligations) -> SectionsView:
    """Return the view of one milestone with every initiative."""
    report, milestone = snapshot.report, found.milestone
    return SectionsView(
        title=msg("milestone-title", title=milestone.title),
        lede=_lede(snapshot, found),
        facts=_facts(report, milestone),
        sections=(
            Section(
                "initiatives",
                msg("milestone-all-heading" if milestone.owed else "milestone-received-heading"),
                _table(report, found),
                text=_explained(found),
                why_empty=msg("milestone-no-update"),
            ),
        ),
    )


_OWED = (
    ObligationState.CAME,
    ObligationState.COVERED,
    ObligationState.MISSING,
    ObligationState.EXPECTED,
)
"""States of an update that is owed, or was."""


def _lede(snapshot: Snapshot, found: MilestoneObligations) -> Text:
    count = found.by_state
    if not found.milestone.owed:
        received = count[ObligationState.CAME]
        if not received:
            return msg("milestone-lede-none")
        return msg("milestone-lede-unasked", count=received)
    owed, everyone = sum(count[state] for state in _OWED), len(snapshot.states)
    if not owed:
        return msg("milestone-lede-owed-none", all=everyone)
    states = (
        msg(f"milestone-counted-{state.value}", count=count[state])
        for state in _OWED
        if count[state]
    )
    return msg("milestone-lede", owed=owed, all=everyone, states=listing(states))


def _explained(found: MilestoneObligations) -> Text:
    return msg("milestone-covers") if found.by_state[ObligationState.COVERED] else ""


def _facts(report: Report, m: Milestone) -> tuple[Fact, ...]:
    cycle: Value = fiscal_words(report, m.cycle) if m.cycle else None
    if cycle and m.cycle in {c.id for c in report.calendar.cycles}:
        cycle = LinkTo(str(cycle), f"{addresses.CYCLES}#{m.cycle}")
    return facts(
        {
            msg("milestone-kind"): key_label(m.kind),
            msg("milestone-cycle"): cycle,
            msg("milestone-opens"): m.opens,
            msg("milestone-due"): m.due,
            msg("milestone-stated"): remarks(report, m, m.stated),
            msg("milestone-owed"): msg("milestone-owed-by-all" if m.owed else "milestone-owed-no"),
            msg("common-sources"): sources(report, m.sources),
        }
    )


def _table(report: Report, found: MilestoneObligations) -> Table | None:
    """Return every initiative; where nobody owes anything, only those of which an update came.

    Those of which an update is missing or expected come first.
    """
    shown = [o for o in found.initiatives if found.milestone.owed or o.update]
    shown.sort(key=lambda o: o.state not in (ObligationState.MISSING, ObligationState.EXPECTED))
    columns: Columns[Obligation] = {
        msg("common-initiative"): lambda o: to_initiative(o.initiative_state.initiative),
        msg("milestone-update"): _state,
        msg("milestone-status"): lambda o: signal(o.update.status) if o.update else None,
    }
    if RoleKind.OWNER in report.about.roles.asked:
        columns = {
            **columns,
            msg("milestone-owner"): lambda o: role_cell(report, o.initiative_state.owner)[:1],
        }
    return table_if_any(
        "initiatives", msg("milestone-initiatives", count=len(shown)), shown, columns
    )


def _state(obligation: Obligation) -> Cell:
    word = Strong(obligation_label(obligation.state))
    update, initiative = obligation.update, obligation.initiative_state.initiative
    if update is None:
        return (word, *text_cell(None, _why_none(obligation)))
    to = LinkTo(
        msg("milestone-given", date=update.as_of),
        addresses.update(initiative.id, update.milestone),
    )
    if obligation.state is not ObligationState.CAME:
        return (word, to)
    return (word, to, SideNote(msg(f"common-basis-{update.basis.value}")))


def _why_none(obligation: Obligation) -> Text | None:
    match obligation.state:
        case ObligationState.NOT_OWED:
            return msg("milestone-not-yet-listed")
        case ObligationState.EXPECTED:
            return msg("milestone-by", date=obligation.milestone.due)
    return None
