"""The full report's sections by topic area: its background, then its initiatives."""

from collections.abc import Iterator

from generator.derive.measures.goals import goal_states
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.measures import Area
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.blocks import Fact, Words
from generator.views.base.table_builder import cell
from generator.views.initiatives.initiative import InitiativeView, initiative_view
from generator.views.overview.area import AreaView, area_view
from generator.views.print.blocks import (
    FactList,
    Heading,
    Lede,
    Paragraph,
    Part,
    SourceList,
    TableBlock,
)
from generator.views.print.document import DocumentFrame, cited
from generator.views.print.goal_lists import goal_list
from generator.views.print.initiative import (
    all_facts,
    initiative_parts,
    measure_parts,
    related_parts,
)
from generator.views.print.record_lists import records, run_in
from generator.words.message import msg

SAID_FOR_ALL = (
    msg("common-area"),
    msg("initiative-listed"),
    msg("initiative-missed"),
    msg("status-axis-freshness"),
)
"""Facts that the chapter, the history, and the sentence on missing updates say already."""


def topic_parts(frame: DocumentFrame, area: Area) -> Iterator[Part]:
    """Yield a topic area as a chapter; the initiatives about which nothing is told come last."""
    snapshot = frame.snapshot
    view = area_view(snapshot, area)
    target = addresses.area(area.id)
    yield Heading(2, view.title, target, fresh_page=True)
    if view.question:
        yield Lede(view.question)
    yield Paragraph((Words(view.lead), *view.later))
    goals = [goal for goal in goal_states(snapshot) if goal.area and goal.area.id == area.id]
    background = (*goal_list(snapshot.report, goals, msg("area-goals")), *_background(view, target))
    if background:
        yield Heading(3, msg("report-area-heading"), f"{target}#goals")
    yield from background
    here = [state for state in snapshot.states if state.initiative.area == area.id]
    views = {s.initiative.id: initiative_view(snapshot, s, frame.editions) for s in here}
    for state in sorted(here, key=lambda s: is_silent(s, views[s.initiative.id])):
        name = state.initiative.id
        make = silent_parts if is_silent(state, views[name]) else initiative_parts
        yield from make(views[name], name, 3)


def is_silent(state: InitiativeState, view: InitiativeView) -> bool:
    """Return whether nobody reports on an initiative, and nothing more is known than it proposes.

    A plan, a sum, a measure, or a picture is more; what is at most related to it is not.
    """
    known = (
        *(view.newest_update, view.roadmap and view.roadmap.is_planned, view.roles),
        *(view.plans, view.measures, view.findings, view.money, view.evaluations),
        *(view.links, view.risks, view.documents, view.pictures, view.description.strip()),
    )
    return state.status is Status.NOT_REPORTED and not any(known)


def silent_parts(view: InitiativeView, initiative_id: str, level: int) -> Iterator[Part]:
    """Yield in a few lines what an initiative proposes about which nothing is told."""
    yield Heading(level, view.title, addresses.initiative(initiative_id), slight=True)
    said = (*view.verdict.state, *cell(view.verdict.sentence), *cell(view.summary))
    parts: list[Part] = [Paragraph(said), *related_parts(view)]
    if view.ideas:
        parts.append(run_in(msg("idea-title"), view.ideas))
    if view.partners:
        parts.append(run_in(msg("initiative-partners-heading"), view.partners))
    parts.append(FactList(tuple(_silent_facts(view)), run_in=True))
    yield from parts
    yield from map(records, view.doubts)
    found = cited(tuple(parts))
    further = [source for source in view.sources if not found or source not in found.sources]
    if further:
        yield SourceList(tuple(further))


def _silent_facts(view: InitiativeView) -> Iterator[Fact]:
    """Yield what there is to say of a silent initiative, each behind its name."""
    yield from (fact for fact in all_facts(view) if fact.name not in SAID_FOR_ALL)
    for entry in view.history:
        yield Fact(entry.date, (*entry.value, *(piece for one in entry.details for piece in one)))
    yield from view.questions


def _background(view: AreaView, target: str) -> Iterator[Part]:
    for measure in view.measures:
        yield from measure_parts(measure, 4, target)
    if view.money:
        yield Paragraph((Words(view.money.text),))
        yield TableBlock(view.money.table)
    tables = (view.figures, view.survey, view.earlier)
    yield from (TableBlock(found) for found in tables if found)
    yield from map(records, view.doubts)
    if view.survey_facts:
        yield FactList(view.survey_facts, run_in=True)
    if view.questions:
        yield FactList(view.questions)
