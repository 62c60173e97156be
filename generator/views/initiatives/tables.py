"""The tables of an initiative: ideas, plans, partners, money."""

from generator.derive.history.punctuality import Punctuality, punctuality
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import Standing
from generator.model.initiative import Funding, Initiative, RoadmapMilestone, Staffing
from generator.model.keys import FundingState
from generator.model.report import Report
from generator.model.statuses import RoadmapState
from generator.views.base.blocks import Aside, Cell, Strong, Table, Words
from generator.views.base.shared import (
    organisation_link,
    role_cell,
    sources,
    stated_words,
    text_cell,
)
from generator.views.base.tables import table
from generator.words.english import amount_words, date_words, sentence

_AGAINST_FIRST_PLAN = {
    Punctuality.EARLIER: ", earlier than first planned",
    Punctuality.AS_PLANNED: ", on time",
    Punctuality.LATER: ", later than first planned",
    Punctuality.UNCERTAIN: "",
}
_MONEY = {
    FundingState.REQUESTED: "requested",
    FundingState.ADOPTED: "adopted",
    FundingState.SPENT: "spent",
    FundingState.NOT_STATED: "not stated",
}


def ideas(report: Report, standing: Standing) -> Table | None:
    """Return the ideas with what became of each, or None where there are none."""
    rows = [
        (
            (Words(idea.text),),
            _idea_state(report, standing, idea.id),
            _votes(report, standing.initiative.id, idea.id),
        )
        for idea in standing.initiative.ideas
    ]
    if not rows:
        return None
    caption = "Ideas for putting it into practice, and what was found of each"
    return table("ideas", caption, ("Idea:head", "What was found", "Survey votes:number"), rows)


def _idea_state(report: Report, standing: Standing, idea_id: str) -> Cell:
    state = standing.ideas.get(idea_id)
    if state is None:
        return (Words("Nothing found"),)
    return (Strong(report.vocabulary.idea_state[state].label),)


def _votes(report: Report, initiative_id: str, idea_id: str) -> Cell:
    survey = report.background.survey
    choices = survey.choices if survey else ()
    found = [c.votes for c in choices if c.initiative == initiative_id and c.idea == idea_id]
    return (Words(str(found[0])),) if found else ()


def plans(report: Report, initiative: Initiative) -> tuple[Table, ...]:
    """Return the roadmap milestones, work-plan entries, approvals and support there are."""
    made = (
        _roadmap(report, initiative),
        _work_plan(report, initiative),
        _approvals(report, initiative),
        _support(report, initiative),
    )
    return tuple(t for t in made if t is not None)


def _roadmap(report: Report, initiative: Initiative) -> Table | None:
    rows = [
        (
            text_cell(step.title, _idea_of(initiative, step)),
            text_cell(date_words(step.original), f"set {date_words(step.set_on)}"),
            _revised(report, step),
            _outcome(report, step),
            sources(report, step.sources),
        )
        for step in initiative.roadmap
    ]
    columns = ("Step:head", "First planned", "Planned later", "What happened", "Sources")
    return table("roadmap", "Steps of its roadmap", columns, rows) if rows else None


def _idea_of(initiative: Initiative, step: RoadmapMilestone) -> str | None:
    return next((f"Idea: {i.text}" for i in initiative.ideas if i.id == step.idea), None)


def _revised(report: Report, step: RoadmapMilestone) -> Cell:
    return tuple(
        piece
        for r in step.revised
        for piece in (
            Words(date_words(r.to)),
            Aside(f"set {date_words(r.on)}"),
            Aside(r.reason),
            *sources(report, r.sources),
        )
    )


def _outcome(report: Report, step: RoadmapMilestone) -> Cell:
    if step.outcome is None:
        return (Words("Nothing found"),)
    words = f"{step.outcome.state.label}, {date_words(step.outcome.on)}{lateness(step)}"
    cited = sources(report, step.outcome.sources)
    return (*text_cell(words, step.outcome.note), *cited)


def lateness(step: RoadmapMilestone) -> str:
    """Return how a step that came stands to its first plan, where that can be told."""
    if step.outcome is None or step.outcome.state is RoadmapState.NOT_MET:
        return ""
    return _AGAINST_FIRST_PLAN[punctuality(step.outcome.on, step.original)]


def _work_plan(report: Report, initiative: Initiative) -> Table | None:
    rows = [
        (
            (Words(fiscal_words(report, entry.cycle)),),
            (Words(sentence(entry.horizon.value.replace("_", "-"))),),
            (organisation_link(report.organisation, entry.department),),
            text_cell(str(entry.priority) if entry.priority is not None else None),
            sources(report, entry.sources),
        )
        for entry in initiative.work_plan
    ]
    columns = ("Cycle:head", "Horizon", "Department", "Priority:number", "Sources")
    return table("work-plan", "Places in work plans", columns, rows) if rows else None


def _approvals(report: Report, initiative: Initiative) -> Table | None:
    rows = [
        (
            (Words(date_words(a.on)),),
            (Words(a.body),),
            (Words(a.decision),),
            sources(report, a.sources),
        )
        for a in initiative.approvals
    ]
    columns = ("Date:head", "Body", "Decision", "Sources")
    return table("approvals", "Decisions on it", columns, rows) if rows else None


def _support(report: Report, initiative: Initiative) -> Table | None:
    rows = [
        (
            (organisation_link(report.organisation, s.by),),
            (Words(s.with_what),),
            (Words(date_words(s.since)),),
            sources(report, s.sources),
        )
        for s in initiative.support
    ]
    columns = ("Who:head", "Helps with", "Since", "Sources")
    return table("support", "Help for the Owner", columns, rows) if rows else None


def roles(report: Report, initiative: Initiative) -> Table | None:
    """Return every holder the two roles have had, or None where nobody followed anybody."""
    kinds = [r.role for r in initiative.roles]
    if len(kinds) == len(set(kinds)) and not any(r.until or r.note for r in initiative.roles):
        return None
    rows = [
        (
            (Words(sentence(r.role.value)),),
            role_cell(report, r),
            text_cell(f"until {date_words(r.until)}" if r.until else None, r.note),
            sources(report, r.sources),
        )
        for r in initiative.roles
    ]
    columns = ("Role:head", "Who", "Until", "Sources")
    return table("roles", "Who has answered for it", columns, rows)


def partners(report: Report, initiative: Initiative) -> Table | None:
    """Return the partners with their roles and how firm they are, or None."""
    rows = [
        (
            (organisation_link(report.organisation, p.org),),
            (Words(sentence(p.standing.value)),),
            (Words(p.role.value.replace("_", " ")),),
            text_cell(date_words(p.since), p.note),
            sources(report, p.sources),
        )
        for p in initiative.partners
    ]
    columns = ("Partner:head", "Standing", "Role", "Since", "Sources")
    return table("partners", "Partners the sources name", columns, rows) if rows else None


def money(report: Report, initiative: Initiative) -> tuple[Table, ...]:
    """Return funding and staffing as tables, as far as there are any."""
    columns = ("What:head", "Amount:number", "State", "Cycle", "As of", "Sources")
    made = []
    if initiative.funding:
        rows = [_funding_row(report, f) for f in initiative.funding]
        made.append(table("funding", "Money the sources speak of", columns, rows))
    if initiative.staffing:
        rows = [_staffing_row(report, s) for s in initiative.staffing]
        made.append(table("staffing", "Staff the sources speak of", columns, rows))
    return tuple(made)


def _funding_row(report: Report, f: Funding) -> tuple[Cell, ...]:
    return (
        text_cell(f.what, f.note),
        text_cell(amount_words(f, currency=f.currency), stated_words(f)),
        text_cell(_MONEY[f.state], f"from {f.from_whom}" if f.from_whom else None),
        (Words(fiscal_words(report, f.cycle) if f.cycle else "not stated"),),
        (Words(date_words(f.on)),),
        sources(report, f.sources),
    )


def _staffing_row(report: Report, s: Staffing) -> tuple[Cell, ...]:
    return (
        text_cell(s.what, s.note),
        text_cell(amount_words(s, unit=s.unit), stated_words(s)),
        (),
        (Words(fiscal_words(report, s.cycle) if s.cycle else "not stated"),),
        (Words(date_words(s.on)),),
        sources(report, s.sources),
    )
