"""Chapters of the full report that are there only where an organization keeps such records."""

from collections.abc import Iterator
from dataclasses import replace

from generator.derive.measures.goals import goal_states
from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.responsibility.roles import Register, register
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.taxonomies import members
from generator.views.base import addresses
from generator.views.base.blocks import Words
from generator.views.base.presence import has_page
from generator.views.goals.evaluations import EvaluationView, evaluation_view
from generator.views.goals.goals import goals_view
from generator.views.initiatives.groups import groups_view
from generator.views.initiatives.matches import matches_view
from generator.views.initiatives.places import places_view
from generator.views.money.page import money_view
from generator.views.print.blocks import (
    FactList,
    Heading,
    Lede,
    Paragraph,
    Part,
    ProseBlock,
    TableBlock,
)
from generator.views.print.document import DocumentFrame
from generator.views.print.sections import listed_parts, section_parts
from generator.views.responsibility.everybody import (
    INDEXES,
    partners_view,
    posts_view,
    units_view,
)
from generator.views.responsibility.responsibility import responsibility_view
from generator.views.roadmap.cycles import cycles_view
from generator.words.message import msg


def groups_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield how many initiatives of each group have which status, by taxonomy."""
    snapshot = frame.snapshot
    if has_page(addresses.GROUPS, snapshot):
        yield from section_parts(groups_view(snapshot, members(snapshot)), 2, addresses.GROUPS)


def places_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield every place with its initiative, by kind."""
    if not has_page(addresses.PLACES, frame.snapshot):
        return
    view = places_view(frame.snapshot)
    yield Heading(2, msg("facts-places-title"), addresses.PLACES, fresh_page=True)
    yield Lede(view.lede)
    yield Paragraph((Words(view.without_point),))
    for kind in view.kinds:
        yield Heading(3, kind.heading, f"{addresses.PLACES}#{kind.anchor}", listed=False)
        yield TableBlock(kind.table)


def goals_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield the goals by topic area, with whether each was reached."""
    if has_page(addresses.GOALS, frame.snapshot):
        view = goals_view(frame.snapshot, goal_states(frame.snapshot))
        yield from section_parts(view, 2, addresses.GOALS)


def responsibility_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield who is responsible, everybody who is named, and what is due at each milestone."""
    snapshot = frame.snapshot
    if has_page(addresses.RESPONSIBILITY, snapshot):
        found = register(snapshot)
        view = responsibility_view(snapshot, found)
        own = tuple(s for s in view.sections if s.anchor not in INDEXES)
        yield from section_parts(replace(view, sections=own), 2, addresses.RESPONSIBILITY)
        yield from _everybody(snapshot, found)
    if has_page(addresses.CYCLES, snapshot):
        cycles = cycles_view(snapshot, obligations_by_milestone(snapshot))
        yield from section_parts(cycles, 2, addresses.CYCLES)


def _everybody(snapshot: Snapshot, found: Register) -> Iterator[Part]:
    """Yield the units, posts, and partners that there are, as on their own pages."""
    for target, view in (
        (addresses.UNITS, units_view),
        (addresses.POSTS, posts_view),
        (addresses.PARTNERS, partners_view),
    ):
        if has_page(target, snapshot):
            made = view(snapshot, found)
            yield Heading(3, made.title, target, listed=False)
            yield from (TableBlock(one.table) for one in made.sections if one.table)


def money_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what is planned, adopted, and spent."""
    if has_page(addresses.MONEY, frame.snapshot):
        yield from section_parts(money_view(frame.snapshot), 2, addresses.MONEY)


def matches_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what editors matched, each with its reason."""
    if has_page(addresses.MATCHES, frame.snapshot):
        yield from listed_parts(matches_view(frame.snapshot), 2, addresses.MATCHES)


def evaluations_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what evaluations found, the newest year first."""
    years = sorted({e.year for e in frame.snapshot.report.evaluations}, reverse=True)
    if years:
        yield Heading(2, msg("page-evaluations"), addresses.EVALUATIONS, fresh_page=True)
    for year in years:
        view = evaluation_view(frame.snapshot, year)
        target = addresses.evaluation(year)
        yield Heading(3, view.title, target)
        yield Lede(view.lede)
        yield TableBlock(view.scorecard)
        yield Paragraph((Words(view.scorecard_note),))
        yield TableBlock(view.overview)
        for one in view.evaluations:
            yield from _evaluation(one, target)


def _evaluation(view: EvaluationView, target: str) -> Iterator[Part]:
    yield Heading(4, view.heading, f"{target}#{view.anchor}")
    yield FactList((*view.facts, *view.record))
    if view.goals:
        yield TableBlock(view.goals)
    if view.body.strip():
        yield ProseBlock(view.body, 5)
