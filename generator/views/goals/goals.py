"""Views of goals: the list of all, and one goal with what serves it and what tells about it."""

from collections.abc import Sequence
from operator import itemgetter

from generator.derive.measures.goals import GoalState, Scorecard, scorecard
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import GoalLink
from generator.model.keys import EvaluationResult, Match
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    links,
    match_mark,
    sources,
    status_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, facts, table, table_if_any
from generator.views.goals.results import goal_result, readings_table
from generator.words.english import counted, date_words, day_words

RESULTS = {
    EvaluationResult.MET: "Met",
    EvaluationResult.PARTIALLY_MET: "Partly met",
    EvaluationResult.NOT_MET: "Not met",
    EvaluationResult.FUTURE: "Not yet due",
    EvaluationResult.NOT_AVAILABLE: "Cannot be told",
}
"""What an evaluation found, in words."""

FORMULA = (
    "A measure met its target if the newest figure of a whole period reaches the target that "
    "counts: the one that fell due last, as changed last. Levels are compared with levels, "
    "amounts per period only over periods of one length, sums only from one start. A goal is met "
    "if every measure that tells about it met its target, and not met if all have a result and one "
    "missed. Everything else cannot be told."
)


def goals_view(snapshot: Snapshot, goals: Sequence[GoalState]) -> SectionsView:
    """Return the view of the list of all goals."""
    areas: list[tuple[str, str]] = [("program", "Goals of the programme")]
    areas += [(area.id, area.title) for area in snapshot.report.areas]
    return SectionsView(
        title="Goals and measures",
        lede=f"{counted(len(goals), 'goal')} of the programme and its topic areas, and whether "
        f"they were reached as of {day_words(snapshot.day)}.",
        facts=facts(
            {
                "How results are worked out": FORMULA,
                "Every measure": LinkTo("All measures in one list", addresses.MEASURES),
                "Yearly evaluations": _evaluations(snapshot) or "No evaluation is on record.",
            }
        ),
        sections=(
            Section("scorecard", "How much can be told", scorecard_table(scorecard(goals))),
            *(_section(key, title, goals) for key, title in areas),
        ),
    )


def _evaluations(snapshot: Snapshot) -> Cell:
    years = sorted({e.year for e in snapshot.report.evaluations}, reverse=True)
    return links(LinkTo(f"Evaluation of {y}", addresses.evaluation(y)) for y in years)


def _section(key: str, title: str, goals: Sequence[GoalState]) -> Section:
    mine = [g for g in goals if (g.area.id if g.area else "program") == key]
    anchor = f"goals-{addresses.scope_slug(key)}"
    made = goals_table(anchor, title, mine)
    return Section(anchor, title, made, why_empty="No source gives a goal for it.")


def goals_table(table_id: str, caption: str, goals: Sequence[GoalState]) -> Table | None:
    """Return goals with how many initiatives and measures each has, and its result."""
    columns: Columns[GoalState] = {
        "Goal": lambda g: LinkTo(g.goal.text, addresses.goal(g.reference)),
        Figures("Initiatives"): lambda g: len(g.serving),
        Figures("Measures"): lambda g: len(g.telling),
        "Result": goal_result,
    }
    return table_if_any(table_id, f"{caption}: {counted(len(goals), 'goal')}", goals, columns)


def scorecard_table(card: Scorecard) -> Table:
    """Return how many goals were reached, missed, or cannot be judged, and why."""
    counts = {
        "Met": card.met,
        "Not met": card.not_met,
        "Cannot be told: no measure": card.without_measure,
        "Cannot be told: measured, and no target": card.without_target,
        "Cannot be told: for other reasons": card.otherwise_untold,
        "All goals": card.goals,
    }
    caption = f"Goals by result. {card.unserved} of {card.goals} have no initiative linked to them"
    columns: Columns[tuple[str, int]] = {"Result": itemgetter(0), Figures("Goals"): itemgetter(1)}
    return table("scorecard", caption, counts.items(), columns, stacked=False)


def goal_view(snapshot: Snapshot, goal: GoalState) -> SectionsView:
    """Return the view of one goal."""
    report = snapshot.report
    owner: Value = "The whole programme"
    if goal.area:
        owner = LinkTo(goal.area.title, addresses.area(goal.area.id))
    return SectionsView(
        title=goal.goal.text.removesuffix("."),
        lede=f"A goal of {_owner_words(goal)}.",
        facts=facts(
            {
                "Result by its measures": goal_result(goal),
                "Newest evaluation": _newest_finding(goal),
                "Of": owner,
                "Note": goal.goal.note,
                "Source": sources(report, goal.goal.sources),
            }
        ),
        sections=(
            Section(
                "serving",
                "Initiatives that serve it",
                _serving(report, goal),
                why_empty="No source links an initiative to it, and the editors saw no reason to.",
            ),
            Section(
                "measures",
                "Measures that tell about it",
                _measures(report, goal),
                text=FORMULA if goal.telling else "",
                why_empty="No source gives a figure that tells about it, so whether it was "
                "reached cannot be told.",
            ),
            Section(
                "evaluations",
                "What evaluations found",
                _found(goal),
                why_empty="No evaluation speaks of it.",
            ),
        ),
        has_matches=any(link.match is Match.INFERRED for _, link in goal.serving),
    )


def _newest_finding(goal: GoalState) -> Cell:
    """Return what the newest evaluation found, which may see more than measures do."""
    if not goal.findings:
        return ()
    evaluation, finding = goal.findings[0]
    link = LinkTo(f"Evaluation of {evaluation.year}", addresses.evaluation(evaluation.year))
    return (Strong(RESULTS[finding.result]), link)


def _owner_words(goal: GoalState) -> str:
    return f"the topic area {goal.area.title}" if goal.area else "the whole programme"


def _serving(report: Report, goal: GoalState) -> Table | None:
    columns: Columns[tuple[InitiativeState, GoalLink]] = {
        "Initiative": lambda s: to_initiative(s[0].initiative),
        "Status": lambda s: status_cell(report, s[0]),
        "Why it serves the goal": lambda s: (
            Words(s[1].reason),
            *match_mark(s[1].match),
            SideNote(s[1].basis.value),
        ),
        "Since": lambda s: date_words(s[1].since),
        "Sources": lambda s: sources(report, s[1].sources),
    }
    caption = counted(len(goal.serving), "initiative")
    return table_if_any("serving", caption, goal.serving, columns)


def _measures(report: Report, goal: GoalState) -> Table | None:
    caption = counted(len(goal.telling), "measure")
    return readings_table("goal-measures", caption, report, goal.telling)


def _found(goal: GoalState) -> Table | None:
    columns: Columns[tuple[Evaluation, GoalFinding]] = {
        "Year": lambda f: LinkTo(str(f[0].year), addresses.evaluation(f[0].year)),
        "Result": lambda f: Strong(RESULTS[f[1].result]),
        "Why": lambda f: (Words(f[1].why), SideNote(f[0].basis.value)),
    }
    return table_if_any("found", "Yearly evaluations of the goal", goal.findings, columns)
