"""Records of every kind in words: what a sentence says of one that is new, or gone."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.derive.history.changes.names import Names, headline
from generator.derive.history.changes.phrasing import in_details, in_sentences, stopped, unstopped
from generator.derive.money.entries import Entry, entries_of, name_of
from generator.model.cycles import Cycle, Milestone
from generator.model.initiative import (
    Approval,
    Event,
    Partnership,
    Role,
    Support,
    WorkPlanEntry,
)
from generator.model.keys import FundingState, PartnerRole
from generator.model.links import GoalLink, Link
from generator.model.measures import Baseline, ContextFigure, Finding
from generator.model.money import Funding, Staffing
from generator.model.own_records import Document, Progress, Risk, RiskClosed
from generator.model.records import Addendum, Figure, RivalValue
from generator.model.report import About
from generator.model.schedule import (
    Forecast,
    Occurrence,
    Outcome,
    PlannedDate,
    Revision,
    RoadmapMilestone,
)
from generator.model.updates import Evaluation, GoalFinding, Update
from generator.model.values import Record
from generator.words.key_labels import key_label
from generator.words.message import Message, Period, Text, amount_text, listing, msg


def described(record: Record, names: Names) -> Text:
    """Return a record in whole sentences: who, what, how much, when, as far as its kind has them.

    Nothing where it has neither a name nor words of its kind.
    """
    words = _WORDS.get(type(record))
    return words(record, names) if words else _called(record)


def has_words(record: Record) -> bool:
    """Return whether the words about a record tell by themselves what kind it is."""
    return type(record) in _WORDS


def _called(record: Record) -> Text:
    called = headline(record)
    return stopped(called) if isinstance(called, str) else called


def role(entry: Role, names: Names) -> Text:
    """Return who holds a role, since when and until when."""
    holder = names.holder(entry.holder)
    if entry.until is None:
        said = msg(f"change-role-{entry.role.value}", holder=holder, since=entry.since)
    else:
        said = msg(
            f"change-past-role-{entry.role.value}",
            holder=holder,
            since=entry.since,
            until=entry.until,
        )
    return in_sentences([said, stopped(entry.note)])


def _partnership(partner: Partnership, names: Names) -> Text:
    who = names.name("member", partner.org)
    said = msg(f"change-partner-{partner.standing.value}", who=who, since=partner.since)
    known = partner.role is not PartnerRole.NOT_STATED
    part = msg("change-partnership-role", role=key_label(partner.role)) if known else ""
    return in_sentences([said, part, stopped(partner.note)])


def _support(support: Support, names: Names) -> Text:
    who = names.name("member", support.by)
    return msg("change-support", who=who, since=support.since, what=stopped(support.with_what))


def _goal_link(link: GoalLink, names: Names) -> Text:
    return msg("change-goal-link", goal=names.goal(link.goal), since=link.since)


def _work_plan(entry: WorkPlanEntry, names: Names) -> Text:
    said = msg(
        f"change-work-plan-{entry.horizon.value}",
        department=names.name("unit", entry.department),
        cycle=names.fiscal(entry.cycle),
        date=entry.on,
    )
    ranked = entry.priority is not None
    rank = msg("change-plan-priority", priority=str(entry.priority)) if ranked else ""
    return in_sentences([said, rank, stopped(entry.note)])


def _approval(approval: Approval, _: Names) -> Text:
    decision = stopped(approval.decision)
    return msg("change-approval", body=approval.body, date=approval.on, decision=decision)


def _roadmap(step: RoadmapMilestone, names: Names) -> Text:
    moved = msg("change-step-now", date=step.revised[-1].to) if step.revised else ""
    begun = msg("change-begun", date=step.begun.on) if step.begun else ""
    expected = _forecast(step.forecasts[-1], names) if step.forecasts else ""
    ended = _outcome(step.outcome, names) if step.outcome else ""
    planned = msg("change-step", title=step.title, date=step.original)
    return in_sentences([planned, moved, begun, expected, ended])


def _revision(revision: Revision, _: Names) -> Text:
    return in_sentences([msg("change-step-now", date=revision.to), stopped(revision.reason)])


def _forecast(forecast: Forecast, _: Names) -> Text:
    said = msg("change-forecast", date=forecast.expects, on=forecast.on)
    return in_sentences([said, stopped(forecast.reason)])


def _planned(plan: PlannedDate, _: Names) -> Text:
    moved = msg("change-step-now", date=plan.revised[-1].to) if plan.revised else ""
    return in_sentences([msg("change-planned", date=plan.original), moved])


def _occurrence(came: Occurrence, _: Names) -> Text:
    return in_sentences([msg("change-occurrence", date=came.on), stopped(came.note)])


def _outcome(outcome: Outcome, _: Names) -> Text:
    said = msg("change-step-ended", state=key_label(outcome.state), date=outcome.on)
    return in_sentences([said, stopped(outcome.note)])


def _funding(funding: Funding, names: Names) -> Text:
    details = in_details(
        [
            funding.on,
            ""
            if funding.state is FundingState.NOT_STATED
            else msg(f"change-funding-{funding.state.value}"),
            msg("change-money-cycle", cycle=names.fiscal(funding.cycle)) if funding.cycle else "",
            _fund(funding, names),
            msg("change-money-payer", payer=funding.from_whom) if funding.from_whom else "",
        ]
    )
    amounts = listing([_amount(entry, names) for entry in entries_of(_about(names), funding)])
    return _with_note(name_of(_about(names), funding), amounts, details, funding.note)


def _fund(funding: Funding, names: Names) -> Text:
    """Return from which fund money is, where it is not called by that."""
    if not funding.fund or not funding.what:
        return ""
    return msg("change-money-fund", fund=names.name("fund", funding.fund))


def _about(names: Names) -> About:
    return names.after.report.about


def _amount(entry: Entry, names: Names) -> Text:
    """Return an amount, one of several by year with its year."""
    said = amount_text(entry.amount, currency=entry.currency, in_words=True)
    by_year = entry.funding.years and entry.period
    return msg("change-money-year", amount=said, year=names.fiscal(by_year)) if by_year else said


def _staffing(staffing: Staffing, names: Names) -> Text:
    cycle = msg("change-money-cycle", cycle=names.fiscal(staffing.cycle)) if staffing.cycle else ""
    amount = amount_text(staffing, staffing.unit)
    return _with_note(staffing.what, amount, in_details([staffing.on, cycle]), staffing.note)


def _with_note(what: Text, amount: Text, details: Text, note: str | None) -> Text:
    name = unstopped(what) if isinstance(what, str) else what
    return in_sentences([figure_sentence(name, amount, details), stopped(note)])


def figure_sentence(name: Text, amount: Text, details: Text) -> Message:
    """Return a figure as a sentence: its name, the figure, and in parentheses when and of what."""
    return msg(
        "change-stopped", text=msg("change-figure", name=name, amount=amount, details=details)
    )


def _event(event: Event, names: Names) -> Text:
    said = msg("change-event", date=event.on, text=stopped(event.text))
    return in_sentences([said, *(_figure(figure, names) for figure in event.figures)])


def _addendum(addendum: Addendum, _: Names) -> Text:
    return msg("change-addendum", date=addendum.on, text=stopped(addendum.text))


def _link(link: Link, names: Names) -> Text:
    other = names.name("initiative", link.to)
    return msg(f"change-link-{link.kind.value}", other=other, reason=stopped(link.reason))


def _progress(progress: Progress, _: Names) -> Text:
    said = msg("change-progress", percent=progress.percent, date=progress.on)
    return in_sentences([said, stopped(progress.note)])


def _risk(risk: Risk, names: Names) -> Text:
    judged = in_details(
        [
            msg("change-risk-likelihood", word=risk.likelihood) if risk.likelihood else "",
            msg("change-risk-impact", word=risk.impact) if risk.impact else "",
            msg("change-risk-rating", word=risk.rating) if risk.rating else "",
        ]
    )
    return in_sentences(
        [
            msg("change-risk", date=risk.on, text=stopped(risk.text)),
            msg("change-stopped", text=judged) if judged else "",
            stopped(risk.mitigation),
            _risk_closed(risk.closed, names) if risk.closed else "",
        ]
    )


def _risk_closed(closed: RiskClosed, _: Names) -> Text:
    return in_sentences([msg("change-risk-closed", date=closed.on), stopped(closed.note)])


def _document(document: Document, _: Names) -> Text:
    details = in_details([document.kind or "", document.holder or "", document.on])
    return msg("change-document", title=document.title, details=details)


def _finding(finding: Finding, _: Names) -> Text:
    details = in_details([unstopped(finding.compares), finding.reported])
    return figure_sentence(finding.title, amount_text(finding, finding.unit), details)


def _context(figure: ContextFigure, _: Names) -> Text:
    return figure_sentence(figure.title, amount_text(figure, figure.unit), Period(figure.period))


def _figure(figure: Figure, _: Names) -> Text:
    amount = amount_text(figure, figure.unit)
    return msg("change-event-figure", label=figure.label, amount=amount)


def _rival(rival: RivalValue, names: Names) -> Text:
    who = listing(names.name("source", source) for source in rival.sources)
    return msg("change-rival", amount=amount_text(rival), source=who)


def baseline(figure: Baseline, unit: str = "") -> Message:
    """Return from where a measure starts."""
    return msg("change-baseline", amount=amount_text(figure, unit), date=Period(figure.period))


def _update(update: Update, names: Names) -> Text:
    said = msg(
        "change-update",
        milestone=names.milestone(update.milestone),
        status=key_label(update.status),
        date=update.as_of,
    )
    return in_sentences([said, stopped(update.reason)])


def _evaluation(evaluation: Evaluation, _: Names) -> Text:
    learned = evaluation.learned
    return in_sentences(
        [
            msg(
                "change-evaluation",
                year=str(evaluation.year),
                result=key_label(evaluation.result),
            ),
            stopped(evaluation.why),
            msg("change-decision", decision=key_label(evaluation.decision)),
            msg("change-learned", what=stopped(learned)) if learned else "",
        ]
    )


def _goal_finding(finding: GoalFinding, names: Names) -> Text:
    goal, result = names.goal(finding.goal), key_label(finding.result)
    said = msg("change-goal-finding", goal=goal, result=result)
    return in_sentences([said, stopped(finding.why)])


def _cycle(cycle: Cycle, names: Names) -> Text:
    return msg("change-cycle", cycle=names.fiscal(cycle.id))


def _milestone(milestone: Milestone, _: Names) -> Text:
    title, due = milestone.title, milestone.due
    return msg(
        "change-milestone-owed" if milestone.owed else "change-milestone", title=title, date=due
    )


_WORDS: Mapping[type, Callable[[Any, Names], Text]] = {
    Role: role,
    Partnership: _partnership,
    Support: _support,
    GoalLink: _goal_link,
    WorkPlanEntry: _work_plan,
    Approval: _approval,
    RoadmapMilestone: _roadmap,
    Revision: _revision,
    Forecast: _forecast,
    PlannedDate: _planned,
    Occurrence: _occurrence,
    Outcome: _outcome,
    Funding: _funding,
    Staffing: _staffing,
    Addendum: _addendum,
    Event: _event,
    Link: _link,
    Progress: _progress,
    Risk: _risk,
    RiskClosed: _risk_closed,
    Document: _document,
    Finding: _finding,
    ContextFigure: _context,
    Figure: _figure,
    RivalValue: _rival,
    Baseline: lambda figure, _: baseline(figure),
    Update: _update,
    Evaluation: _evaluation,
    GoalFinding: _goal_finding,
    Cycle: _cycle,
    Milestone: _milestone,
}
