"""The view of one topic area, and of the list of areas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.measures.goals import goal_states
from generator.derive.snapshot.filled import has_goals, has_places
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.taxonomies import Group, members
from generator.model.background import AreaVotes, EarlierProgram, SurveyChoice
from generator.model.measures import Area, ContextFigure
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, Strong, Table, Words
from generator.views.base.shared import (
    links,
    remarks,
    sources,
    stated_text,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import (
    Columns,
    Figures,
    Value,
    cited,
    facts,
    table_if_any,
)
from generator.views.charts.matrix import Matrix, matrix
from generator.views.goals.goals import goals_table
from generator.views.goals.measure_tables import MeasureView, measure_view
from generator.views.initiatives.groups import to_taxonomy
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.views.initiatives.own_records import to_group
from generator.views.initiatives.rows import area_table, status_by_area
from generator.views.money.of_initiatives import MoneyPart, money_of
from generator.words.message import Period, Text, amount_text, listing, msg


@dataclass(frozen=True, slots=True)
class AreaView:
    """Everything that the page of a topic area shows."""

    title: str
    question: str
    lead: Text
    initiatives: Matrix
    goals: Table | None
    goals_why_empty: Text
    """Why it has none; empty where nobody has goals."""
    measures: tuple[MeasureView, ...]
    figures: Table | None
    money: MoneyPart | None
    survey: Table | None
    survey_facts: tuple[Fact, ...]
    earlier: Table | None
    doubts: tuple[Table, ...]
    questions: tuple[Fact, ...]
    also_called: Text = ""
    later: Cell = ()
    """What came later than the question and the goals tell."""
    sources: Cell = ()


def area_view(snapshot: Snapshot, area: Area, editions: Sequence[EditionSnapshot] = ()) -> AreaView:
    """Return the view of one area in a snapshot."""
    report = snapshot.report
    here = [s for s in snapshot.states if s.initiative.area == area.id]
    about = f"area:{area.id}"
    goals = [g for g in goal_states(snapshot) if g.area and g.area.id == area.id]
    ideas = sum(len(s.initiative.ideas) for s in here)
    return AreaView(
        title=area.title,
        question=area.question or "",
        lead=msg("area-lead", initiatives=len(here), ideas=ideas),
        initiatives=matrix(snapshot, editions, "initiatives", here),
        goals=goals_table("goals", msg("area-goals"), goals),
        goals_why_empty=msg("area-goals-none") if has_goals(snapshot) else "",
        measures=tuple(measure_view(report, m, area.id, snapshot.day) for m in area.measures),
        figures=_figures(report, area.figures),
        money=money_of(snapshot, here),
        survey=_survey(snapshot, area.id),
        survey_facts=_survey_facts(report, area.id),
        earlier=earlier_programs(report, area, "earlier", msg("area-earlier")),
        doubts=tuple(
            doubt_table(report, d) for d in report.background.discrepancies if about in d.about
        ),
        questions=tuple(question_fact(q) for q in report.background.questions if about in q.about),
        also_called=listing(area.also_titled) if area.also_titled else "",
        later=remarks(report, area),
        sources=sources(report, area.sources),
    )


def _figures(report: Report, figures: tuple[ContextFigure, ...]) -> Table | None:
    columns: Columns[ContextFigure] = {
        msg("area-figure"): lambda f: text_cell(f.title, f.note),
        Figures(msg("area-figure-value")): lambda f: text_cell(
            amount_text(f, f.unit), stated_text(f)
        ),
        msg("area-figure-when"): lambda f: Period(f.period),
        msg("common-sources"): cited(report),
    }
    return table_if_any("figures", msg("area-figures"), figures, columns)


def _survey(snapshot: Snapshot, area_id: str) -> Table | None:
    survey = snapshot.report.background.survey
    choices = [c for c in survey.choices if c.area == area_id] if survey else []
    columns: Columns[SurveyChoice] = {
        msg("area-survey-choice"): lambda c: c.label,
        Figures(msg("area-survey-votes")): lambda c: c.votes,
        msg("area-survey-rank"): lambda c: c.rank,
        msg("area-survey-initiative"): lambda c: _led_to(snapshot, c),
        msg("common-note"): lambda c: c.note,
        msg("common-sources"): cited(snapshot.report),
    }
    choices.sort(key=lambda c: (-c.votes, c.label))
    return table_if_any("survey", msg("area-survey"), choices, columns)


def _led_to(snapshot: Snapshot, choice: SurveyChoice) -> Value:
    state = snapshot.state_of(choice.initiative) if choice.initiative else None
    return to_initiative(state.initiative) if state else msg("area-survey-no-initiative")


def _survey_facts(report: Report, area_id: str) -> tuple[Fact, ...]:
    survey = report.background.survey
    votes = next((a for a in survey.areas if a.area == area_id), None) if survey else None
    return _vote_facts(report, votes) if votes else ()


def _vote_facts(report: Report, votes: AreaVotes) -> tuple[Fact, ...]:
    return facts(
        {
            msg("area-votes"): Strong(votes.public_votes),
            msg("area-votes-public"): votes.public_rank,
            msg("area-votes-staff"): votes.staff_rank,
            msg("area-votes-salon"): votes.salon_rank or msg("area-votes-not-mentioned"),
            msg("area-votes-asked-as"): votes.survey_title,
            msg("common-sources"): sources(report, votes.sources),
        }
    )


def earlier_programs(report: Report, area: Area, table_id: str, caption: Text = "") -> Table | None:
    """Return what was done in an area before the report; counted, where there is no caption."""
    found = [p for p in report.background.history.programs if p.area == area.id]
    counts_them = msg("area-earlier-count", area=area.title, count=len(found))
    columns: Columns[EarlierProgram] = {
        msg("area-earlier-title"): lambda p: p.title,
        msg("area-earlier-began"): lambda p: p.began or msg("area-earlier-not-stated"),
        msg("area-earlier-text"): lambda p: p.text,
        msg("common-sources"): cited(report),
    }
    return table_if_any(table_id, caption or counts_them, found, columns)


@dataclass(frozen=True, slots=True)
class AreasView:
    """The list of topic areas."""

    lead: Text
    areas: Table
    statuses: Table | None
    """Their counts by status, where the report speaks of statuses."""
    questions: tuple[Fact, ...]
    others: tuple[Fact, ...]
    """The organization's own groups, by taxonomy, and its places, where it has any."""


def areas_view(snapshot: Snapshot) -> AreasView:
    """Return the view of the list of areas."""
    areas = snapshot.report.areas
    return AreasView(
        lead=msg("area-list-lead", count=len(areas)),
        areas=area_table(snapshot),
        statuses=status_by_area(snapshot) if "status" in snapshot.axes else None,
        questions=tuple(
            Fact(area.title, (Words(area.question),)) for area in areas if area.question
        ),
        others=tuple(_other_ways(snapshot)),
    )


def _other_ways(snapshot: Snapshot) -> Iterator[Fact]:
    """Yield the ways to initiatives beside the topic areas: each taxonomy, and the places."""
    grouped = members(snapshot)
    for taxonomy in snapshot.report.about.taxonomies:
        groups = (Group(taxonomy, value) for value in taxonomy.values)
        found = [to_group(group) for group in groups if group.reference in grouped]
        yield Fact(taxonomy.title, links(found) or (to_taxonomy(taxonomy),))
    if has_places(snapshot):
        every = LinkTo(msg("facts-places-all"), addresses.PLACES)
        yield Fact(msg("facts-places-title"), (every,))
