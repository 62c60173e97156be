"""Views of the yearly evaluations: the list of years, and what was found in one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.measures.goals import (
    MeasureResults,
    all_measure_results,
    goal_states,
    scorecard,
)
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.dates import PartialDate
from generator.model.keys import Decision
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import links, sources, text_cell
from generator.views.base.table_builder import Columns, Figures, cited, facts, table, table_if_any
from generator.views.goals.goals import RESULTS, scorecard_table
from generator.views.goals.measure_tables import goal_text
from generator.views.goals.results import measure_link
from generator.words.english import counted, date_words, sentence, word_list

_DECISIONS = {
    Decision.CONTINUE: "Continue",
    Decision.ADAPT: "Adapt",
    Decision.SCALE: "Scale up",
    Decision.STOP: "Stop",
    Decision.NOT_STATED: "Not stated",
}


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation: of the program, an area or an initiative."""

    anchor: str
    heading: str
    facts: tuple[Fact, ...]
    goals: Table | None
    body: str
    """Prose."""


@dataclass(frozen=True, slots=True)
class EvaluationsView:
    """The evaluations of one year, and how much could be told of the goals then."""

    title: str
    lede: str
    scorecard: Table
    scorecard_note: str
    overview: Table
    evaluations: tuple[EvaluationView, ...]


def evaluations_view(report: Report) -> SectionsView:
    """Return the view of the list of years."""
    years = sorted({e.year for e in report.evaluations}, reverse=True)
    columns: Columns[int] = {
        "Year": lambda year: LinkTo(f"Evaluation of {year}", addresses.evaluation(year)),
        Figures("Evaluated"): lambda year: len(_of_year(report, year)),
        "Results": lambda year: _results(_of_year(report, year)),
    }
    made = table_if_any("years", counted(len(years), "year"), years, columns)
    why = "No evaluation is on record."
    return SectionsView(
        title="Evaluations",
        lede="Every year, progress towards goals and measures is evaluated: of the programme, its "
        "topic areas and single initiatives.",
        facts=(),
        sections=(Section("years", "By year", made, why_empty=why),),
    )


def _results(found: Sequence[Evaluation]) -> str:
    tally = Counter(RESULTS[e.result] for e in found)
    return word_list([f"{number} {result.lower()}" for result, number in tally.items()])


def _of_year(report: Report, year: int) -> list[Evaluation]:
    """Return the evaluations of a year: program, areas in their order, then initiatives."""
    order = ["program", *(f"area:{area.id}" for area in report.areas)]
    order += [f"initiative:{initiative.id}" for initiative in report.initiatives]
    rank = {subject: place for place, subject in enumerate(order)}
    mine = [e for e in report.evaluations if e.year == year]
    return sorted(mine, key=lambda e: (rank.get(e.subject, len(rank)), e.subject))


def evaluation_view(now: Snapshot, year: int) -> EvaluationsView:
    """Return the view of one year's evaluations."""
    report = now.report
    mine = _of_year(report, year)
    measured = {m.reference: m for m in all_measure_results(now)}
    as_of = _as_of(report, year)
    then = snapshot(report, as_of)
    return EvaluationsView(
        title=f"Evaluation of {year}",
        lede=f"{counted(len(mine), 'evaluation')} of progress towards goals and measures.",
        scorecard=scorecard_table(scorecard(goal_states(then))),
        scorecard_note=f"Worked out from the measures as they stood in {date_words(as_of)}, from "
        "the sources known today; the evaluations below say what was found in words.",
        overview=_overview(report, mine),
        evaluations=tuple(_evaluation(report, e, measured) for e in mine),
    )


def _as_of(report: Report, year: int) -> PartialDate:
    """Return the date of the year's edition, or the year itself where there is none."""
    edition = next((e for e in report.editions if e.year == year), None)
    return edition.as_of if edition else PartialDate(str(year))


def _overview(report: Report, evaluations: Sequence[Evaluation]) -> Table:
    columns: Columns[Evaluation] = {
        "Evaluated": lambda e: LinkTo(_subject(report, e)[0], f"#{_anchor(e)}"),
        "Result": lambda e: Strong(RESULTS[e.result]),
        "Why": lambda e: e.why,
        "Decision": lambda e: _DECISIONS[e.decision],
    }
    return table("overview", counted(len(evaluations), "evaluation"), evaluations, columns)


def _anchor(evaluation: Evaluation) -> str:
    return f"evaluation-{addresses.scope_slug(evaluation.subject).replace(':', '-')}"


def _subject(report: Report, evaluation: Evaluation) -> tuple[str, str]:
    """Return the name and the address of what was evaluated."""
    kind, _, key = evaluation.subject.partition(":")
    for area in report.areas:
        if kind == "area" and area.id == key:
            return area.title, addresses.area(key)
    for initiative in report.initiatives:
        if kind == "initiative" and initiative.id == key:
            return initiative.title, addresses.initiative(key)
    return "The whole programme", addresses.GOALS


def _evaluation(
    report: Report, evaluation: Evaluation, measured: dict[str, MeasureResults]
) -> EvaluationView:
    name, address = _subject(report, evaluation)
    return EvaluationView(
        anchor=_anchor(evaluation),
        heading=name,
        facts=facts(
            {
                "Of": LinkTo(name, address),
                "Title": evaluation.title,
                "Result": (Strong(RESULTS[evaluation.result]), SideNote(evaluation.why)),
                "Decision": _DECISIONS[evaluation.decision],
                "Learned": evaluation.learned,
                "As of": date_words(evaluation.as_of),
                "Basis": text_cell(sentence(evaluation.basis.value), evaluation.reason),
                "Sources": sources(report, evaluation.sources),
            }
        ),
        goals=_goals(report, evaluation, measured),
        body=evaluation.body,
    )


def evaluations_of(report: Report, initiative_id: str) -> Table | None:
    """Return the evaluations of one initiative, newest first, or None where there is none."""
    mine = [e for e in report.evaluations if e.subject == f"initiative:{initiative_id}"]
    columns: Columns[Evaluation] = {
        "Year": lambda e: LinkTo(str(e.year), f"{addresses.evaluation(e.year)}#{_anchor(e)}"),
        "Result": lambda e: (Strong(RESULTS[e.result]), SideNote(e.why)),
        "Learned": lambda e: e.learned,
        "Decision": lambda e: _DECISIONS[e.decision],
        "Sources": cited(report),
    }
    mine.sort(key=lambda e: e.year, reverse=True)
    return table_if_any("evaluations", "Yearly evaluations", mine, columns)


def _goals(
    report: Report, evaluation: Evaluation, measured: dict[str, MeasureResults]
) -> Table | None:
    columns: Columns[GoalFinding] = {
        "Goal": lambda f: LinkTo(goal_text(report, f.goal), addresses.goal(f.goal)),
        "Result": lambda f: Strong(RESULTS[f.result]),
        "Why": lambda f: f.why,
        "Measures that tell": lambda f: _measures(f, measured),
    }
    name = f"{_anchor(evaluation)}-goals"
    caption = f"{_subject(report, evaluation)[0]}: {counted(len(evaluation.goals), 'goal')}"
    return table_if_any(name, caption, evaluation.goals, columns)


def _measures(finding: GoalFinding, measured: dict[str, MeasureResults]) -> Cell:
    found = [m for m in map(measured.get, finding.measures) if m]
    return links(measure_link(m) for m in found) or (Words("None"),)
