"""What a reader reads of a claim, and where: the sentence of each kind of record, and its page."""

from functools import singledispatch

from generator.derive.money.entries import amounts_text, name_of
from generator.derive.snapshot.claims import Claim, ClaimKind
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.initiative import Approval, Event, Partnership, Role
from generator.model.links import GoalLink
from generator.model.measures import Actual, Baseline, ContextFigure, Measure, Target
from generator.model.money import Funding, Staffing
from generator.model.own_records import Progress, Risk
from generator.model.records import Figure
from generator.model.report import Report
from generator.model.schedule import RoadmapMilestone
from generator.model.values import Record
from generator.views.base import addresses
from generator.views.base.blocks import Cell, SideNote, Words
from generator.views.base.shared import (
    idea_cell,
    match_mark,
    organization_name,
    role_cell,
    status_cell,
)
from generator.views.goals.measure_tables import goal_text, target_name
from generator.views.initiatives.history import figure_cell
from generator.views.initiatives.matches import on_matches_alone
from generator.views.initiatives.own_records import progress_text
from generator.words.key_labels import key_label
from generator.words.message import Period, Text, amount_text, listing, msg
from generator.words.states import label

_PARTS = {
    ClaimKind.IDEA: "#ideas",
    ClaimKind.EVENT: "#history",
    ClaimKind.FIGURE: "#history",
    ClaimKind.MONEY: "#money",
    ClaimKind.ROLE: "#roles",
    ClaimKind.PARTNER: "#partners",
    ClaimKind.STEP: "#plans",
    ClaimKind.DECISION: "#plans",
    ClaimKind.RISK: "#risks",
}
"""The part of an initiative's page in which a claim is read, if not at its top."""


def page_of(claim: Claim) -> str:
    """Return the address at which a claim is read."""
    if isinstance(claim.record, GoalLink):
        return f"{addresses.goal(claim.record.goal)}#serving"
    if claim.state:
        page = addresses.initiative(claim.state.initiative.id)
        part = "" if claim.record in (claim.state.owner, claim.state.sponsor) else "#roles"
        own = part if claim.kind is ClaimKind.ROLE else _PARTS.get(claim.kind, "")
        return addresses.measure(page, claim.measure.id) if claim.measure else f"{page}{own}"
    if claim.area:
        page = addresses.area(claim.area.id)
        return addresses.measure(page, claim.measure.id) if claim.measure else f"{page}#context"
    return f"{addresses.narrative('history')}#programme"


def says(snapshot: Snapshot, claim: Claim) -> Cell:
    """Return what a reader reads of a claim."""
    if claim.measure:
        return _point(claim.record, claim.measure)
    if claim.state and claim.idea:
        return (Words(claim.idea.text), *idea_cell(claim.state, claim.idea.id))
    if claim.state and claim.kind is ClaimKind.STATUS:
        return (*status_cell(claim.state), *on_matches_alone(claim.state))
    return _record(claim.record, snapshot.report)


def _point(record: Record, measure: Measure) -> Cell:
    """Return a point of a measure: what is measured, when or until when, and the figure."""
    if isinstance(record, Target):
        return _target(record, measure)
    if isinstance(record, Baseline | Actual):
        line = record.series if isinstance(record, Actual) else None
        what, figure = _what(measure, line), amount_text(record, measure.unit)
        return (
            Words(msg("audit-says-figure", what=what, when=Period(record.period), figure=figure)),
        )
    raise TypeError(type(record).__name__)


def _target(target: Target, measure: Measure) -> Cell:
    """Return a target, and whose it is."""
    what, figure = _what(measure, *target.series), amount_text(target, measure.unit)
    said = (
        msg("audit-says-target", what=what, when=target.due, figure=figure)
        if target.due
        else msg("audit-says-target-undated", what=what, figure=figure)
    )
    return (Words(said), SideNote(target_name(measure, target)))


def _what(measure: Measure, *lines: str | None) -> Text:
    """Return what is measured, and on which of its lines, where it has several."""
    named = [line.label for line in measure.series if line.id in lines]
    if not named:
        return measure.title
    return msg("audit-says-lines", what=measure.title, lines=listing(named))


@singledispatch
def _record(record: Record, _report: Report) -> Cell:
    """Return what a reader reads of a record by its type; TypeError for one that claims nothing."""
    raise TypeError(type(record).__name__)


@_record.register
def _(record: Event, _report: Report) -> Cell:
    when = Words(msg("common-name", name=record.on))
    return (when, Words(record.text), *match_mark(record.match))


@_record.register
def _(record: Figure, _report: Report) -> Cell:
    return figure_cell(record)


@_record.register
def _(record: ContextFigure, _report: Report) -> Cell:
    figure = amount_text(record, record.unit)
    return (
        Words(
            msg("audit-says-figure", what=record.title, when=Period(record.period), figure=figure)
        ),
    )


@_record.register
def _(record: Funding, report: Report) -> Cell:
    figure = amounts_text(report.about, record)
    what = name_of(report.about, record)
    said = msg("audit-says-figure", what=what, when=record.on, figure=figure)
    stage = msg("audit-says-stage", stage=key_label(record.state))
    return (Words(said), SideNote(stage))


@_record.register
def _(record: Staffing, _report: Report) -> Cell:
    figure = amount_text(record, record.unit)
    return (Words(msg("audit-says-figure", what=record.what, when=record.on, figure=figure)),)


@_record.register
def _(record: Role, report: Report) -> Cell:
    return (Words(msg("common-name", name=key_label(record.role))), *role_cell(report, record))


@_record.register
def _(record: Partnership, report: Report) -> Cell:
    who = organization_name(report.organization, record.org)
    role = msg("audit-says-role", role=key_label(record.role))
    return (Words(who), SideNote(label(record.standing)), SideNote(role))


@_record.register
def _(record: GoalLink, report: Report) -> Cell:
    goal = goal_text(report, record.goal).removesuffix(".")
    named = Words(msg("common-name", name=goal))
    return (named, Words(record.reason), *match_mark(record.match))


@_record.register
def _(record: RoadmapMilestone, _report: Report) -> Cell:
    return (Words(msg("common-name", name=record.title)), Words(record.original))


@_record.register
def _(record: Progress, _report: Report) -> Cell:
    return (Words(progress_text(record)),)


@_record.register
def _(record: Risk, _report: Report) -> Cell:
    return (Words(record.text), SideNote(record.on))


@_record.register
def _(record: Approval, _report: Report) -> Cell:
    said = msg("audit-says-figure", what=record.body, when=record.on, figure=record.decision)
    return (Words(said),)
