"""Views of the yearly evaluations: the list of years, and what was found in one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.measures.goals import (
    MeasureResults,
    Scorecard,
    all_measure_results,
    goal_states,
    scorecard,
)
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.dates import PartialDate
from generator.model.keys import Decision, EvaluationResult
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import links, sources, text_cell
from generator.views.base.table_builder import (
    Columns,
    Figures,
    Value,
    cited,
    facts,
    table,
    table_if_any,
)
from generator.views.goals.goals import evaluation_link, result_found, scorecard_table
from generator.views.goals.measure_tables import goal_text
from generator.views.goals.results import measure_link
from generator.words.message import Text, listing, msg


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation: of the program, an area or an initiative."""

    anchor: str
    heading: Text
    facts: tuple[Fact, ...]
    record: tuple[Fact, ...]
    """As of when it speaks, what it rests on, and that no decision is stated, where none is."""
    goals: Table | None
    body: str
    """Prose."""


@dataclass(frozen=True, slots=True)
class EvaluationsView:
    """The evaluations of one year, and how much could be told of the goals then."""

    title: Text
    lede: Text
    scorecard: Table
    scorecard_note: Text
    overview: Table
    evaluations: tuple[EvaluationView, ...]


def evaluations_view(report: Report) -> SectionsView:
    """Return the view of the list of years."""
    years = sorted({e.year for e in report.evaluations}, reverse=True)
    columns: Columns[int] = {
        msg("evaluation-year"): evaluation_link,
        Figures(msg("evaluation-list-number")): lambda year: len(_of_year(report, year)),
        msg("evaluation-list-results"): lambda year: _results(_of_year(report, year)),
    }
    caption = msg("evaluation-list-count", count=len(years))
    made = table("years", caption, years, columns)
    return SectionsView(
        title=msg("page-evaluations"),
        lede=msg("evaluation-list-lede"),
        facts=(),
        sections=(Section("years", msg("evaluation-list-heading"), made),),
    )


def _results(found: Sequence[Evaluation]) -> Text:
    tally = Counter(e.result for e in found)
    return listing(
        msg(f"evaluation-tally-{result.value}", count=count) for result, count in tally.items()
    )


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
    card = scorecard(goal_states(snapshot(report, as_of)))
    return EvaluationsView(
        title=msg("evaluation-of-year", year=str(year)),
        lede=_answer(card, as_of) if card.goals else msg("evaluation-lede", count=len(mine)),
        scorecard=scorecard_table(card),
        scorecard_note=msg("evaluation-scorecard-note", date=as_of),
        overview=_overview(report, mine),
        evaluations=tuple(_evaluation(report, e, measured) for e in mine),
    )


def _answer(card: Scorecard, as_of: PartialDate) -> Text:
    """Return how many goals were reached, as far as that can be told."""
    told = {
        EvaluationResult.MET: card.met,
        EvaluationResult.PARTIALLY_MET: card.partially_met,
        EvaluationResult.NOT_MET: card.not_met,
    }
    rest = card.goals - sum(told.values())
    results = {**told, EvaluationResult.NOT_AVAILABLE: rest}
    counts = [msg(f"evaluation-tally-{key.value}", count=n) for key, n in results.items() if n]
    return msg("evaluation-answer", goals=card.goals, date=as_of, results=listing(counts))


def _as_of(report: Report, year: int) -> PartialDate:
    """Return the date of the year's edition, or the year itself where there is none."""
    edition = next((e for e in report.editions if e.year == year), None)
    return edition.as_of if edition else PartialDate(str(year))


def _overview(report: Report, evaluations: Sequence[Evaluation]) -> Table:
    columns: Columns[Evaluation] = {
        msg("evaluation-subject"): lambda e: LinkTo(_subject(report, e)[0], f"#{_anchor(e)}"),
        msg("evaluation-result"): lambda e: result_found(e.result),
        msg("evaluation-why"): lambda e: e.why,
        msg("evaluation-decision"): _decision,
    }
    caption = msg("evaluation-count", count=len(evaluations))
    return table("overview", caption, evaluations, columns)


def _decision(evaluation: Evaluation) -> Text:
    return msg(f"evaluation-decision-{evaluation.decision.value}")


def _anchor(evaluation: Evaluation) -> str:
    return f"evaluation-{addresses.scope_slug(evaluation.subject).replace(':', '-')}"


def _subject(report: Report, evaluation: Evaluation) -> tuple[Text, str]:
    """Return the name and the address of what was evaluated."""
    kind, _, key = evaluation.subject.partition(":")
    for area in report.areas:
        if kind == "area" and area.id == key:
            return area.title, addresses.area(key)
    for initiative in report.initiatives:
        if kind == "initiative" and initiative.id == key:
            return initiative.title, addresses.initiative(key)
    return msg("goal-of-program"), addresses.GOALS


def _evaluation(
    report: Report, evaluation: Evaluation, measured: dict[str, MeasureResults]
) -> EvaluationView:
    name, address = _subject(report, evaluation)
    decision: dict[Text, Value] = {msg("evaluation-decision"): _decision(evaluation)}
    is_decided = evaluation.decision is not Decision.NOT_STATED
    return EvaluationView(
        anchor=_anchor(evaluation),
        heading=name,
        facts=facts(
            {
                msg("evaluation-subject"): LinkTo(name, address),
                msg("evaluation-title"): evaluation.title,
                msg("evaluation-result"): (
                    result_found(evaluation.result),
                    SideNote(evaluation.why),
                ),
                **(decision if is_decided else {}),
                msg("evaluation-learned"): evaluation.learned,
            }
        ),
        record=facts(
            {
                **({} if is_decided else decision),
                msg("evaluation-as-of"): evaluation.as_of,
                msg("evaluation-basis"): text_cell(
                    msg(f"evaluation-basis-{evaluation.basis.value}"), evaluation.reason
                ),
                msg("common-sources"): sources(report, evaluation.sources),
            }
        ),
        goals=_goals(report, evaluation, measured),
        body=evaluation.body,
    )


def evaluations_of(report: Report, initiative_id: str) -> Table | None:
    """Return the evaluations of one initiative, newest first, or None where there is none."""
    mine = [e for e in report.evaluations if e.subject == f"initiative:{initiative_id}"]
    columns: Columns[Evaluation] = {
        msg("evaluation-year"): lambda e: LinkTo(
            str(e.year), f"{addresses.evaluation(e.year)}#{_anchor(e)}"
        ),
        msg("evaluation-result"): lambda e: (result_found(e.result), SideNote(e.why)),
        msg("evaluation-learned"): lambda e: e.learned,
        msg("evaluation-decision"): _decision,
        msg("common-sources"): cited(report),
    }
    mine.sort(key=lambda e: e.year, reverse=True)
    return table_if_any("evaluations", msg("evaluation-of-initiative"), mine, columns)


def _goals(
    report: Report, evaluation: Evaluation, measured: dict[str, MeasureResults]
) -> Table | None:
    columns: Columns[GoalFinding] = {
        msg("evaluation-goal"): lambda f: LinkTo(goal_text(report, f.goal), addresses.goal(f.goal)),
        msg("evaluation-result"): lambda f: result_found(f.result),
        msg("evaluation-why"): lambda f: f.why,
        msg("evaluation-measures"): lambda f: _measures(f, measured),
    }
    name = f"{_anchor(evaluation)}-goals"
    subject, _ = _subject(report, evaluation)
    caption = msg("goal-caption", title=subject, count=len(evaluation.goals))
    return table_if_any(name, caption, evaluation.goals, columns)


def _measures(finding: GoalFinding, measured: dict[str, MeasureResults]) -> Cell:
    found = [m for m in map(measured.get, finding.measures) if m]
    return links(measure_link(m) for m in found) or (Words(msg("evaluation-no-measure")),)
