"""Records of every kind in words: what a sentence says of one that is new, or gone."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.derive.history.changes.names import Names, headline, quoted
from generator.model.cycles import Cycle, Milestone
from generator.model.initiative import (
    Approval,
    Event,
    Funding,
    GoalLink,
    Link,
    Outcome,
    Partnership,
    Revision,
    RoadmapMilestone,
    Role,
    Staffing,
    Support,
    WorkPlanEntry,
)
from generator.model.keys import LinkKind, PartnerRole
from generator.model.measures import Baseline, ContextFigure, Finding
from generator.model.records import Figure, RivalValue
from generator.model.updates import Evaluation, GoalFinding, Update
from generator.model.values import Record
from generator.words.english import amount_words, date_words, sentence

_LINKS = {
    LinkKind.DEPENDS_ON: "depends on",
    LinkKind.RELATED: "is related to",
    LinkKind.TAKES_OVER: "takes over from",
}


def described(record: Record, names: Names) -> str:
    """Return a record in words: who, what, how much, when, as far as its kind has them."""
    words = _WORDS.get(type(record))
    return words(record, names) if words else headline(record)


def _noted(note: str | None) -> str:
    return f" ({note.rstrip('.')})" if note else ""


def _role(role: Role, names: Names) -> str:
    until = f", until {date_words(role.until)}" if role.until else ""
    since = date_words(role.since)
    who = f"{sentence(role.role.value)}: {names.name('holder', role.holder)}"
    return f"{who}, since {since}{until}{_noted(role.note)}"


def _partnership(partner: Partnership, names: Names) -> str:
    role = "" if partner.role is PartnerRole.NOT_STATED else f" as {names.label(partner.role)}"
    standing = f"{names.label(partner.standing)} partner"
    since = date_words(partner.since)
    who = names.name("member", partner.org)
    return f"{who}: {standing}{role}, since {since}{_noted(partner.note)}"


def _support(support: Support, names: Names) -> str:
    return (
        f"Support by {names.name('member', support.by)}: {support.with_what}, "
        f"since {date_words(support.since)}"
    )


def _goal_link(link: GoalLink, names: Names) -> str:
    return f"Serves the goal {names.goal(link.goal)}, since {date_words(link.since)}"


def _work_plan(entry: WorkPlanEntry, names: Names) -> str:
    priority = f", priority {entry.priority}" if entry.priority is not None else ""
    return (
        f"In the {names.label(entry.horizon).replace(' ', '-')} work plan of "
        f"{names.name('unit', entry.department)} for {names.fiscal(entry.cycle)}{priority}, "
        f"{date_words(entry.on)}{_noted(entry.note)}"
    )


def _approval(approval: Approval, _: Names) -> str:
    return f"{approval.body}, {date_words(approval.on)}: {approval.decision}"


def _roadmap(step: RoadmapMilestone, names: Names) -> str:
    revised = f", now {date_words(step.revised[-1].to)}" if step.revised else ""
    outcome = f"; {_outcome(step.outcome, names)}" if step.outcome else ""
    return f"New step: {step.title}, planned for {date_words(step.original)}{revised}{outcome}"


def _revision(revision: Revision, _: Names) -> str:
    return f"now planned for {date_words(revision.to)}: {revision.reason}"


def _outcome(outcome: Outcome, names: Names) -> str:
    return f"{names.label(outcome.state)} {date_words(outcome.on)}{_noted(outcome.note)}"


def _funding(funding: Funding, names: Names) -> str:
    cycle = f" for {names.fiscal(funding.cycle)}" if funding.cycle else ""
    giver = f" from {funding.from_whom}" if funding.from_whom else ""
    amount = amount_words(funding, currency=funding.currency)
    state = names.label(funding.state)
    known = "" if state == "not stated" else f", {state}"
    when = date_words(funding.on)
    return f"{funding.what}: {amount}{giver}{cycle}{known} ({when}){_noted(funding.note)}"


def _staffing(staffing: Staffing, names: Names) -> str:
    cycle = f" for {names.fiscal(staffing.cycle)}" if staffing.cycle else ""
    amount = amount_words(staffing, staffing.unit)
    return f"{staffing.what}: {amount}{cycle} ({date_words(staffing.on)}){_noted(staffing.note)}"


def _event(event: Event, _: Names) -> str:
    figures = "; ".join(f"{f.label}: {amount_words(f, f.unit)}" for f in event.figures)
    return f"{date_words(event.on)}: {event.text}{f' {figures}' if figures else ''}"


def _link(link: Link, names: Names) -> str:
    return f"It {_LINKS[link.kind]} {quoted(names.name('initiative', link.to))}: {link.reason}"


def _finding(finding: Finding, _: Names) -> str:
    amount, compares = amount_words(finding, finding.unit), finding.compares.rstrip(".")
    return f"{finding.title}: {amount} ({compares}; {date_words(finding.reported)})"


def _context(figure: ContextFigure, _: Names) -> str:
    return f"{figure.title}: {amount_words(figure, figure.unit)} ({date_words(figure.period)})"


def _figure(figure: Figure, _: Names) -> str:
    return f"{figure.label}: {amount_words(figure, figure.unit)}"


def _rival(rival: RivalValue, names: Names) -> str:
    who = "; ".join(names.name("source", source) for source in rival.sources)
    return f"also given as {amount_words(rival)} by {who}"


def _baseline(baseline: Baseline, _: Names) -> str:
    return f"baseline {amount_words(baseline)} ({date_words(baseline.period)})"


def _update(update: Update, names: Names) -> str:
    status = names.label(update.status)
    milestone = names.name("milestone", update.milestone)
    return f"{milestone}: {status}, as of {date_words(update.as_of)}{_noted(update.reason)}"


def _evaluation(evaluation: Evaluation, names: Names) -> str:
    decision = names.label(evaluation.decision)
    result = names.label(evaluation.result)
    learned = f" Learned: {evaluation.learned}" if evaluation.learned else ""
    return f"{evaluation.year}: {result}. {evaluation.why} Decision: {decision}.{learned}"


def _goal_finding(finding: GoalFinding, names: Names) -> str:
    return f"{names.goal(finding.goal)}: {names.label(finding.result)}. {finding.why}"


def _cycle(cycle: Cycle, names: Names) -> str:
    return f"Budget cycle {names.fiscal(cycle.id)}"


def _milestone(milestone: Milestone, _: Names) -> str:
    owed = "updates owed" if milestone.owed else "no updates owed"
    return f"Milestone: {milestone.title}, due {date_words(milestone.due)}, {owed}"


_WORDS: Mapping[type, Callable[[Any, Names], str]] = {
    Role: _role,
    Partnership: _partnership,
    Support: _support,
    GoalLink: _goal_link,
    WorkPlanEntry: _work_plan,
    Approval: _approval,
    RoadmapMilestone: _roadmap,
    Revision: _revision,
    Outcome: _outcome,
    Funding: _funding,
    Staffing: _staffing,
    Event: _event,
    Link: _link,
    Finding: _finding,
    ContextFigure: _context,
    Figure: _figure,
    RivalValue: _rival,
    Baseline: _baseline,
    Update: _update,
    Evaluation: _evaluation,
    GoalFinding: _goal_finding,
    Cycle: _cycle,
    Milestone: _milestone,
}
