"""Views of the budget cycle: all milestones, and one with what was due, what came, what is not."""

from collections.abc import Sequence

from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.obligations import MilestoneOwing, Owed, Owing
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle, Milestone
from generator.model.keys import MilestoneKind
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, Fact, LinkTo, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    role_cell,
    signal,
    sources,
    stated_words,
    text_cell,
    to_initiative,
)
from generator.views.base.tables import table
from generator.views.responsibility.tables import DUE_WORDS
from generator.words.english import amount_words, counted, date_words, day_words, sentence

_KINDS = {
    MilestoneKind.BUDGET: "Budget",
    MilestoneKind.MID_CYCLE: "Mid-cycle",
    MilestoneKind.ANNUAL_REPORT: "Annual report",
    MilestoneKind.COMPILATION: "Review by editors",
}


def cycles_view(snapshot: Snapshot, milestones: Sequence[MilestoneOwing]) -> SectionsView:
    """Return the view of all milestones and budget cycles."""
    report = snapshot.report
    made = _milestones(milestones) if milestones else None
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


def _milestones(milestones: Sequence[MilestoneOwing]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for found in reversed(milestones):
        m, count = found.milestone, found.by_state
        numbers: list[Cell] = [
            (Words(str(count[state])),)
            for state in (Owed.CAME, Owed.COVERED, Owed.MISSING, Owed.EXPECTED)
        ]
        rows.append(
            (
                (LinkTo(m.title, addresses.milestone(m.id)),),
                (Words(_KINDS[m.kind]),),
                (Words(date_words(m.due)),),
                (Words("yes" if m.owed else "no"),),
                *numbers,
            )
        )
    columns = (
        "Milestone:head",
        "Kind",
        "Due",
        "Update owed",
        "Came:number",
        "Covered:number",
        "Missing:number",
        "Expected:number",
    )
    caption = f"{counted(len(rows), 'milestone')}, newest first, with initiatives"
    return table("milestones", caption, columns, rows)


def _cycle_facts(report: Report, cycle: Cycle) -> tuple[Fact, ...]:
    facts: list[tuple[str, Cell]] = [
        ("Span", (Words(f"{day_words(cycle.begins)} to {day_words(cycle.ends)}"),)),
        ("Adopted", (Words(date_words(cycle.adopted) if cycle.adopted else "Not found"),)),
        ("Themes", text_cell("; ".join(cycle.themes))),
        ("Note", text_cell(cycle.note)),
        ("Sources", sources(report, cycle.sources)),
    ]
    return tuple(Fact(name, value) for name, value in facts if value)


def _figures(report: Report, cycle: Cycle) -> Table | None:
    rows = [
        (
            text_cell(f.label, f.note),
            text_cell(amount_words(f, currency=f.unit), stated_words(f)),
            sources(report, f.sources),
        )
        for f in cycle.figures
    ]
    columns = ("Figure:head", "Amount:number", "Sources")
    name = f"figures-{cycle.id}"
    return (
        table(name, f"Figures of {fiscal_words(report, cycle.id)}", columns, rows) if rows else None
    )


def milestone_view(snapshot: Snapshot, found: MilestoneOwing) -> SectionsView:
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


def _lede(snapshot: Snapshot, found: MilestoneOwing) -> str:
    count = found.by_state
    if not found.milestone.owed:
        if not count[Owed.CAME]:
            return "Nobody owed an update at this milestone, and none came."
        came = counted(count[Owed.CAME], "update")
        return f"Nobody owed an update at this milestone. {came} came all the same."
    owing = sum(count[s] for s in (Owed.CAME, Owed.COVERED, Owed.MISSING, Owed.EXPECTED))
    parts = [
        f"{_STATES[state]}: {number}"
        for state, number in count.items()
        if number and state in _STATES
    ]
    everyone = counted(len(snapshot.standings), "initiative")
    said = f" {sentence('; '.join(parts))}." if parts else ""
    return f"{owing} of {everyone} owed an update.{said}"


_STATES = {
    Owed.CAME: "came",
    Owed.COVERED: "answered by another update",
    Owed.MISSING: "missing",
    Owed.EXPECTED: "expected",
}


def _explained(found: MilestoneOwing) -> str:
    if found.by_state[Owed.COVERED]:
        return (
            "An update also answers for milestones before its own, and for all that fell due by "
            "the time it describes."
        )
    return ""


def _facts(report: Report, m: Milestone) -> tuple[Fact, ...]:
    cycle: Cell = ()
    if m.cycle:
        cycle = (LinkTo(fiscal_words(report, m.cycle), f"{addresses.CYCLES}#{m.cycle}"),)
        if m.cycle not in {c.id for c in report.calendar.cycles}:
            cycle = (Words(fiscal_words(report, m.cycle)),)
    facts: list[tuple[str, Cell]] = [
        ("Kind", (Words(_KINDS[m.kind]),)),
        ("Budget cycle", cycle),
        ("Updates may be posted from", text_cell(date_words(m.opens) if m.opens else None)),
        ("Due", (Words(date_words(m.due)),)),
        ("What the source says", (Words(m.stated),)),
        ("Update owed", (Words("by every initiative on the record" if m.owed else "by nobody"),)),
        ("Sources", sources(report, m.sources)),
    ]
    return tuple(Fact(name, value) for name, value in facts if value)


def _table(report: Report, found: MilestoneOwing) -> Table | None:
    """Return every initiative; where nobody owes anything, only those of which an update came."""
    shown = [o for o in found.initiatives if found.milestone.owed or o.update]
    rows = [
        (
            (to_initiative(o.standing.initiative),),
            _state(o),
            _status(report, o),
            role_cell(report, o.standing.owner)[:1],
        )
        for o in shown
    ]
    columns = ("Initiative:head", "Update", "Status it gives", "Owner today")
    caption = counted(len(rows), "initiative")
    return table("initiatives", caption, columns, rows) if rows else None


def _state(owing: Owing) -> Cell:
    word = Strong(DUE_WORDS[owing.state])
    update, initiative = owing.update, owing.standing.initiative
    if update is None:
        why = {
            Owed.NOT_OWED: "it was not yet on the record",
            Owed.EXPECTED: f"by {date_words(owing.milestone.due)}",
        }.get(owing.state)
        return (word, *((Aside(why),) if why else ()))
    to = LinkTo(
        f"Update of {date_words(update.as_of)}",
        addresses.update(initiative.id, update.milestone),
    )
    return (word, to, *((Aside(update.basis.value),) if owing.state is Owed.CAME else ()))


def _status(report: Report, owing: Owing) -> Cell:
    return (signal(report, owing.update.status),) if owing.update else ()
