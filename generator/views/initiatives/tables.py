"""The tables of an initiative: ideas, plans, partners, money."""

from generator.derive.history.punctuality import Punctuality, punctuality
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.initiative import (
    Approval,
    Funding,
    Idea,
    Initiative,
    Partnership,
    RoadmapMilestone,
    Role,
    Staffing,
    Support,
    WorkPlanEntry,
)
from generator.model.keys import FundingState
from generator.model.report import Report
from generator.model.statuses import RoadmapState
from generator.views.base.blocks import Cell, SideNote, Strong, Table, Words
from generator.views.base.shared import (
    organization_link,
    role_cell,
    sources,
    stated_text,
    text_cell,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, table, table_if_any
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


def ideas(report: Report, state: InitiativeState) -> Table | None:
    """Return the ideas with what became of each, or None where there are none."""
    columns: Columns[Idea] = {
        "Idea": lambda idea: idea.text,
        "What was found": lambda idea: _idea_state(report, state, idea.id),
        Figures("Survey votes"): lambda idea: _votes(report, state.initiative.id, idea.id),
    }
    return table_if_any(
        "ideas",
        "Ideas for putting it into practice, and what was found of each",
        state.initiative.ideas,
        columns,
    )


def _idea_state(report: Report, initiative_state: InitiativeState, idea_id: str) -> Value:
    state = initiative_state.ideas.get(idea_id)
    return Strong(report.vocabulary.idea_state[state].label) if state else "Nothing found"


def _votes(report: Report, initiative_id: str, idea_id: str) -> int | None:
    survey = report.background.survey
    choices = survey.choices if survey else ()
    found = (c.votes for c in choices if c.initiative == initiative_id and c.idea == idea_id)
    return next(found, None)


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
    columns: Columns[RoadmapMilestone] = {
        "Step": lambda s: text_cell(s.title, _idea_of(initiative, s)),
        "First planned": lambda s: text_cell(date_words(s.original), f"set {date_words(s.set_on)}"),
        "Planned later": lambda s: _revised(report, s),
        "What happened": lambda s: _outcome(report, s),
        "Sources": cited(report),
    }
    return table_if_any("roadmap", "Steps of its roadmap", initiative.roadmap, columns)


def _idea_of(initiative: Initiative, step: RoadmapMilestone) -> str | None:
    return next((f"Idea: {i.text}" for i in initiative.ideas if i.id == step.idea), None)


def _revised(report: Report, step: RoadmapMilestone) -> Cell:
    return tuple(
        piece
        for r in step.revised
        for piece in (
            Words(date_words(r.to)),
            SideNote(f"set {date_words(r.on)}"),
            SideNote(r.reason),
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
    """Return how a step that came relates to its first plan, where that can be told."""
    if step.outcome is None or step.outcome.state is RoadmapState.NOT_MET:
        return ""
    return _AGAINST_FIRST_PLAN[punctuality(step.outcome.on, step.original)]


def _work_plan(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[WorkPlanEntry] = {
        "Cycle": lambda e: fiscal_words(report, e.cycle),
        "Horizon": lambda e: sentence(e.horizon.value.replace("_", "-")),
        "Department": lambda e: organization_link(report.organization, e.department),
        Figures("Priority"): lambda e: e.priority,
        "Sources": cited(report),
    }
    return table_if_any("work-plan", "Places in work plans", initiative.work_plan, columns)


def _approvals(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[Approval] = {
        "Date": lambda a: date_words(a.on),
        "Body": lambda a: a.body,
        "Decision": lambda a: a.decision,
        "Sources": cited(report),
    }
    return table_if_any("approvals", "Decisions on it", initiative.approvals, columns)


def _support(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[Support] = {
        "Who": lambda s: organization_link(report.organization, s.by),
        "Helps with": lambda s: s.with_what,
        "Since": lambda s: date_words(s.since),
        "Sources": cited(report),
    }
    return table_if_any("support", "Help for the Owner", initiative.support, columns)


def roles(report: Report, initiative: Initiative) -> Table | None:
    """Return every holder the two roles have had, or None where nobody followed anybody."""
    kinds = [r.role for r in initiative.roles]
    if len(kinds) == len(set(kinds)) and not any(r.until or r.note for r in initiative.roles):
        return None
    columns: Columns[Role] = {
        "Role": lambda r: sentence(r.role.value),
        "Who": lambda r: role_cell(report, r),
        "Until": lambda r: text_cell(f"until {date_words(r.until)}" if r.until else None, r.note),
        "Sources": cited(report),
    }
    return table("roles", "Who has answered for it", initiative.roles, columns)


def partners(report: Report, initiative: Initiative) -> Table | None:
    """Return the partners with their roles and how firm they are, or None."""
    columns: Columns[Partnership] = {
        "Partner": lambda p: organization_link(report.organization, p.org),
        "Standing": lambda p: sentence(p.standing.value),
        "Role": lambda p: p.role.value.replace("_", " "),
        "Since": lambda p: text_cell(date_words(p.since), p.note),
        "Sources": cited(report),
    }
    return table_if_any("partners", "Partners the sources name", initiative.partners, columns)


def money(report: Report, initiative: Initiative) -> tuple[Table, ...]:
    """Return funding and staffing as tables, as far as there are any."""
    shared: Columns[Funding | Staffing] = {
        "Cycle": lambda m: fiscal_words(report, m.cycle) if m.cycle else "not stated",
        "As of": lambda m: date_words(m.on),
        "Sources": cited(report),
    }
    funding: Columns[Funding] = {
        "What": lambda f: text_cell(f.what, f.note),
        Figures("Amount"): lambda f: text_cell(
            amount_words(f, currency=f.currency), stated_text(f)
        ),
        "State": lambda f: text_cell(
            _MONEY[f.state], f"from {f.from_whom}" if f.from_whom else None
        ),
        **shared,
    }
    staffing: Columns[Staffing] = {
        "What": lambda s: text_cell(s.what, s.note),
        Figures("Amount"): lambda s: text_cell(amount_words(s, unit=s.unit), stated_text(s)),
        **shared,
    }
    made = (
        table_if_any("funding", "Money the sources speak of", initiative.funding, funding),
        table_if_any("staffing", "Staff the sources speak of", initiative.staffing, staffing),
    )
    return tuple(one for one in made if one)
