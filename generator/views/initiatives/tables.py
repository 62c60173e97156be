"""The tables of an initiative: ideas, plans, partners, money."""

from datetime import date

from generator.derive.money.entries import amounts_text, entries_of, name_of
from generator.derive.money.periods import in_order
from generator.derive.money.sums import ZERO, sum_of, sum_text
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.responsibility.participation import Participation, participations
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.initiative import (
    Approval,
    Idea,
    Initiative,
    Role,
    Support,
    WorkPlanEntry,
)
from generator.model.money import Funding, Staffing
from generator.model.report import Report
from generator.views.base.blocks import Cell, SideNote, Table
from generator.views.base.shared import (
    cycle_heading,
    idea_cell,
    organization_link,
    role_cell,
    stated_text,
    text_cell,
)
from generator.views.base.table_builder import Columns, Figures, cited, table, table_if_any
from generator.views.initiatives import schedule_tables
from generator.views.responsibility.tables import since_cell
from generator.words.key_labels import key_label
from generator.words.message import Text, amount_text, listing, msg
from generator.words.states import label


def ideas(report: Report, state: InitiativeState) -> Table | None:
    """Return the ideas with what became of each, or None where there are none."""
    columns: Columns[Idea] = {
        msg("idea-idea"): lambda idea: idea.text,
        msg("idea-found"): lambda idea: idea_cell(state, idea.id),
        Figures(msg("idea-votes")): lambda idea: _votes(report, state.initiative.id, idea.id),
    }
    return table_if_any("ideas", msg("idea-of-initiative"), state.initiative.ideas, columns)


def _votes(report: Report, initiative_id: str, idea_id: str) -> int | None:
    survey = report.background.survey
    choices = survey.choices if survey else ()
    found = (c.votes for c in choices if c.initiative == initiative_id and c.idea == idea_id)
    return next(found, None)


def plans(report: Report, state: InitiativeState) -> tuple[Table, ...]:
    """Return the schedule, steps, work-plan entries, approvals and support there are."""
    initiative = state.initiative
    made = (
        schedule_tables.schedule(report, state),
        schedule_tables.steps(report, state),
        _work_plan(report, initiative),
        _approvals(report, initiative),
        _support(report, initiative),
    )
    return tuple(t for t in made if t is not None)


def _work_plan(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[WorkPlanEntry] = {
        cycle_heading(report): lambda e: fiscal_words(report, e.cycle),
        msg("holder-horizon"): lambda e: key_label(e.horizon),
        msg("plan-department"): lambda e: organization_link(report.organization, e.department),
        Figures(msg("plan-priority")): lambda e: e.priority,
        msg("common-sources"): cited(report),
    }
    return table_if_any("work-plan", msg("plan-work"), initiative.work_plan, columns)


def _approvals(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[Approval] = {
        msg("common-date"): lambda a: a.on,
        msg("plan-approval-body"): lambda a: a.body,
        msg("plan-approval-decision"): lambda a: a.decision,
        msg("common-sources"): cited(report),
    }
    return table_if_any("approvals", msg("plan-approvals"), initiative.approvals, columns)


def _support(report: Report, initiative: Initiative) -> Table | None:
    columns: Columns[Support] = {
        msg("plan-support-who"): lambda s: organization_link(report.organization, s.by),
        msg("plan-support-with"): lambda s: s.with_what,
        msg("plan-support-since"): lambda s: s.since,
        msg("common-sources"): cited(report),
    }
    return table_if_any("support", msg("plan-support"), initiative.support, columns)


def roles(report: Report, initiative: Initiative) -> Table | None:
    """Return every holder the two roles have had, or None where nobody followed anybody."""
    kinds = [r.role for r in initiative.roles]
    if len(kinds) == len(set(kinds)) and not any(r.until or r.note for r in initiative.roles):
        return None
    columns: Columns[Role] = {
        msg("initiative-role"): lambda r: key_label(r.role),
        msg("initiative-role-who"): lambda r: role_cell(report, r),
        msg("initiative-role-until"): lambda r: text_cell(r.until, r.note),
        msg("common-sources"): cited(report),
    }
    return table("roles", msg("initiative-roles"), initiative.roles, columns)


def partners(report: Report, initiative: Initiative, day: date) -> Table | None:
    """Return each partner once, with its role and how firm its part is, or None."""
    columns: Columns[Participation] = {
        msg("initiative-partner"): lambda p: organization_link(report.organization, p.org),
        msg("holder-standing"): lambda p: label(p.now.standing),
        msg("initiative-role"): lambda p: key_label(p.now.role),
        msg("initiative-partner-since"): since_cell,
        msg("common-sources"): cited(report),
    }
    found = participations(initiative, day)
    return table_if_any("partners", msg("initiative-partners"), found, columns)


def money(report: Report, initiative: Initiative) -> tuple[Table, ...]:
    """Return funding and staffing as tables, as far as there are any."""
    shared: Columns[Funding | Staffing] = {
        cycle_heading(report): lambda m: (
            _cycle(report, m) or msg("initiative-money-cycle-not-stated")
        ),
        msg("initiative-money-as-of"): lambda m: m.on,
        msg("common-sources"): cited(report),
    }
    funding: Columns[Funding] = {
        msg("initiative-money-what"): lambda f: _what(report, f),
        Figures(msg("initiative-money-amount")): lambda f: _amount(report, f),
        msg("initiative-money-state"): lambda f: text_cell(
            key_label(f.state), _from_whom(report, f)
        ),
        **shared,
    }
    staffing: Columns[Staffing] = {
        msg("initiative-money-what"): lambda s: text_cell(s.what, s.note),
        Figures(msg("initiative-money-amount")): lambda s: text_cell(
            amount_text(s, unit=s.unit), stated_text(s)
        ),
        **shared,
    }
    made = (
        table_if_any("funding", msg("initiative-funding"), initiative.funding, funding),
        table_if_any("staffing", msg("initiative-staffing"), initiative.staffing, staffing),
    )
    return tuple(one for one in made if one)


def _cycle(report: Report, money: Funding | Staffing) -> Text:
    """Return for which fiscal years or budget cycle money is, from the first to the last."""
    periods = list(money.years) if isinstance(money, Funding) else []
    if len(periods) > 1:
        first, *_, last = (p for p in in_order(report, periods) if p)
        return msg("common-range", low=fiscal_words(report, first), high=fiscal_words(report, last))
    only = periods[0] if periods else money.cycle
    return fiscal_words(report, only) if only else ""


def _what(report: Report, funding: Funding) -> Cell:
    """Return what money is for; where it is given by year, the amount of each."""
    by_year = (
        msg(
            "money-amount-of-year",
            year=fiscal_words(report, entry.period or ""),
            amount=amount_text(entry.amount, currency=entry.currency),
        )
        for entry in entries_of(report.about, funding)
        if funding.years
    )
    years = tuple(by_year)
    return (
        *text_cell(name_of(report.about, funding), funding.note),
        *((SideNote(listing(years, "apart")),) if years else ()),
    )


def _amount(report: Report, funding: Funding) -> Cell:
    """Return an amount as its source gives it; where it is given by year, the sum."""
    entries = list(entries_of(report.about, funding))
    total = sum((sum_of(entry.amount) for entry in entries), ZERO)
    said = sum_text(total, entries[0].currency)
    if not funding.years:
        said = amounts_text(report.about, funding)
    return text_cell(said, stated_text(funding))


def _from_whom(report: Report, funding: Funding) -> Text | None:
    titles = {fund.id: fund.title for fund in report.about.funds}
    fund = titles.get(funding.fund or "") if funding.what else None  # else it is its name
    who = listing([name for name in (fund, funding.from_whom) if name])
    return msg("initiative-money-from", who=who) if who.items else None
