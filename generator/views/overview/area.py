"""The view of one topic area, and of the list of areas."""

from dataclasses import dataclass

from generator.derive.measures.goals import goal_states
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import counts_by_key
from generator.model.background import AreaVotes, EarlierProgram, SurveyChoice
from generator.model.measures import Area, ContextFigure
from generator.model.report import Report
from generator.model.statuses import Status
from generator.views.base.blocks import Cell, Count, Fact, Strong, Table, Words
from generator.views.base.shared import counts, sources, stated_text, text_cell, to_initiative
from generator.views.base.table_builder import (
    Columns,
    Figures,
    Value,
    cited,
    facts,
    table,
    table_if_any,
)
from generator.views.goals.goals import goals_table
from generator.views.goals.measure_tables import MeasureView, measure_view
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.views.initiatives.rows import area_table, initiative_columns
from generator.words.english import amount_words, counted, date_words, word_list


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
    here = [s for s in snapshot.states if s.initiative.area == area.id]
    about = f"area:{area.id}"
    goals = [g for g in goal_states(snapshot) if g.area and g.area.id == area.id]
    ideas = sum(len(s.initiative.ideas) for s in here)
    return AreaView(
        title=area.title,
        question=area.question,
        lead=f"{counted(len(here), 'initiative')} with {counted(ideas, 'idea')}.",
        counts=counts(report, counts_by_key(Status, (s.status for s in here))),
        initiatives=table("initiatives", "Initiatives", here, initiative_columns(report)),
        goals=goals_table("goals", "Goals of the area", goals),
        measures=tuple(
            measure_view(report, m, f"measure-{m.id}", snapshot.day) for m in area.measures
        ),
        figures=_figures(report, area.figures),
        survey=_survey(snapshot, area.id),
        survey_facts=_survey_facts(report, area.id),
        earlier=earlier_programs(
            report, area, "earlier", "What the City had done before the report"
        ),
        doubts=tuple(
            doubt_table(report, d) for d in report.background.discrepancies if about in d.about
        ),
        questions=tuple(question_fact(q) for q in report.background.questions if about in q.about),
        also_called=word_list(area.also_titled),
        sources=sources(report, area.sources),
    )


def _figures(report: Report, figures: tuple[ContextFigure, ...]) -> Table | None:
    columns: Columns[ContextFigure] = {
        "Figure": lambda f: text_cell(f.title, f.note),
        Figures("Value"): lambda f: text_cell(amount_words(f, f.unit), stated_text(f)),
        "When": lambda f: date_words(f.period),
        "Sources": cited(report),
    }
    return table_if_any("figures", "Figures around it", figures, columns)


def _survey(snapshot: Snapshot, area_id: str) -> Table | None:
    survey = snapshot.report.background.survey
    choices = [c for c in survey.choices if c.area == area_id] if survey else []
    columns: Columns[SurveyChoice] = {
        "Choice": lambda c: c.label,
        Figures("Votes"): lambda c: c.votes,
        "Place": lambda c: c.rank,
        "Initiative": lambda c: _led_to(snapshot, c),
        "Note": lambda c: c.note,
        "Sources": cited(snapshot.report),
    }
    choices.sort(key=lambda c: (-c.votes, c.label))
    return table_if_any("survey", "Choices in the survey, by votes", choices, columns)


def _led_to(snapshot: Snapshot, choice: SurveyChoice) -> Value:
    state = snapshot.state_of(choice.initiative) if choice.initiative else None
    return to_initiative(state.initiative) if state else "No initiative of the report"


def _survey_facts(report: Report, area_id: str) -> tuple[Fact, ...]:
    survey = report.background.survey
    votes = next((a for a in survey.areas if a.area == area_id), None) if survey else None
    return _vote_facts(report, votes) if votes else ()


def _vote_facts(report: Report, votes: AreaVotes) -> tuple[Fact, ...]:
    return facts(
        {
            "Votes for the area in the survey": Strong(str(votes.public_votes)),
            "Place among the areas, public": votes.public_rank,
            "Place among the areas, City staff": votes.staff_rank,
            "Place among the areas, salon": votes.salon_rank or "not mentioned",
            "Asked about as": votes.survey_title,
            "Sources": sources(report, votes.sources),
        }
    )


def earlier_programs(report: Report, area: Area, table_id: str, caption: str = "") -> Table | None:
    """Return what was done in an area before the report; counted, where there is no caption."""
    found = [p for p in report.background.history.programs if p.area == area.id]
    counts_them = f"{area.title}: {counted(len(found), 'earlier programme')}"
    columns: Columns[EarlierProgram] = {
        "Programme": lambda p: p.title,
        "Began": lambda p: date_words(p.began) if p.began else "not stated",
        "What it was": lambda p: p.text,
        "Sources": cited(report),
    }
    return table_if_any(table_id, caption or counts_them, found, columns)


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
