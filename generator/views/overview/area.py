"""The view of one topic area, and of the list of areas."""

from dataclasses import dataclass

from generator.derive.measures.goals import goal_standings
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import tally
from generator.model.background import AreaVotes
from generator.model.measures import Area, ContextFigure
from generator.model.report import Report
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Count, Fact, LinkTo, Strong, Table, Words
from generator.views.base.shared import counts, sources, stated_words, text_cell
from generator.views.base.tables import table
from generator.views.goals.goals import goals_table
from generator.views.goals.measure_tables import MeasureView, measure_view
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.views.initiatives.rows import INITIATIVE_COLUMNS, area_table, initiative_row
from generator.words.english import amount_words, counted, date_words, listed


@dataclass(frozen=True, slots=True)
class AreaView:
    """Everything that the page of a topic area shows."""

    title: str
    question: str
    lead: str
    counts: tuple[Count, ...]
    initiatives: Table
    goals: Table | None
    measures: tuple[MeasureView, ...]
    figures: Table | None
    survey: Table | None
    survey_facts: tuple[Fact, ...]
    earlier: Table | None
    doubts: tuple[Table, ...]
    questions: tuple[Fact, ...]
    also_called: str = ""
    sources: Cell = ()


def area_view(snapshot: Snapshot, area: Area) -> AreaView:
    """Return the view of one area in a snapshot."""
    report = snapshot.report
    here = [s for s in snapshot.standings if s.initiative.area == area.id]
    about = f"area:{area.id}"
    ideas = sum(len(s.initiative.ideas) for s in here)
    rows = [initiative_row(report, s)[:-1] for s in here]
    return AreaView(
        title=area.title,
        question=area.question,
        lead=f"{counted(len(here), 'initiative')} with {counted(ideas, 'idea')}.",
        counts=counts(report, tally(Status, (s.status for s in here))),
        initiatives=table("initiatives", "Initiatives", INITIATIVE_COLUMNS[:-1], rows),
        goals=_goals(snapshot, area),
        measures=tuple(
            measure_view(report, m, f"measure-{m.id}", snapshot.day) for m in area.measures
        ),
        figures=_figures(report, area.figures),
        survey=_survey(snapshot, area.id),
        survey_facts=_survey_facts(report, area.id),
        earlier=_earlier(report, area.id),
        doubts=tuple(
            doubt_table(report, d) for d in report.background.discrepancies if about in d.about
        ),
        questions=tuple(question_fact(q) for q in report.background.questions if about in q.about),
        also_called=listed(area.also_titled),
        sources=sources(report, area.sources),
    )


def _goals(snapshot: Snapshot, area: Area) -> Table | None:
    mine = [g for g in goal_standings(snapshot) if g.area and g.area.id == area.id]
    return goals_table("goals", "Goals of the area", mine) if mine else None


def _figures(report: Report, figures: tuple[ContextFigure, ...]) -> Table | None:
    rows = [
        (
            text_cell(f.title, f.note),
            text_cell(amount_words(f, f.unit), stated_words(f)),
            (Words(date_words(f.period)),),
            sources(report, f.sources),
        )
        for f in figures
    ]
    columns = ("Figure:head", "Value:number", "When", "Sources")
    return table("figures", "Figures around it", columns, rows) if rows else None


def _survey(snapshot: Snapshot, area_id: str) -> Table | None:
    survey = snapshot.report.background.survey
    choices = [c for c in survey.choices if c.area == area_id] if survey else []
    rows = []
    for choice in sorted(choices, key=lambda c: (-c.votes, c.label)):
        standing = snapshot.standing(choice.initiative) if choice.initiative else None
        target = addresses.initiative(choice.initiative) if choice.initiative else ""
        leads: Cell = (
            (LinkTo(standing.initiative.title, target),)
            if standing
            else (Words("No initiative of the report"),)
        )
        rows.append(
            (
                (Words(choice.label),),
                (Words(str(choice.votes)),),
                text_cell(choice.rank),
                leads,
                text_cell(choice.note),
                sources(snapshot.report, choice.sources),
            )
        )
    columns = ("Choice:head", "Votes:number", "Place", "Initiative", "Note", "Sources")
    return table("survey", "Choices in the survey, by votes", columns, rows) if rows else None


def _survey_facts(report: Report, area_id: str) -> tuple[Fact, ...]:
    survey = report.background.survey
    votes = next((a for a in survey.areas if a.area == area_id), None) if survey else None
    return _vote_facts(report, votes) if votes else ()


def _vote_facts(report: Report, votes: AreaVotes) -> tuple[Fact, ...]:
    return (
        Fact("Votes for the area in the survey", (Strong(str(votes.public_votes)),)),
        Fact("Place among the areas, public", (Words(votes.public_rank),)),
        Fact("Place among the areas, City staff", (Words(votes.staff_rank),)),
        Fact("Place among the areas, salon", (Words(votes.salon_rank or "not mentioned"),)),
        Fact("Asked about as", text_cell(votes.survey_title)),
        *((Fact("Sources", cited),) if (cited := sources(report, votes.sources)) else ()),
    )


def _earlier(report: Report, area_id: str) -> Table | None:
    rows = [
        (
            (Words(p.title),),
            (Words(date_words(p.began) if p.began else "not stated"),),
            (Words(p.text),),
            sources(report, p.sources),
        )
        for p in report.background.history.programmes
        if p.area == area_id
    ]
    columns = ("Programme:head", "Began", "What it was", "Sources")
    return (
        table("earlier", "What the City had done before the report", columns, rows)
        if rows
        else None
    )


@dataclass(frozen=True, slots=True)
class AreasView:
    """The list of topic areas."""

    lead: str
    areas: Table
    questions: tuple[Fact, ...]


def areas_view(snapshot: Snapshot) -> AreasView:
    """Return the view of the list of areas."""
    areas = snapshot.report.areas
    return AreasView(
        lead=f"The report orders its initiatives in {counted(len(areas), 'topic area')}.",
        areas=area_table(snapshot),
        questions=tuple(Fact(area.title, (Words(area.question),)) for area in areas),
    )
