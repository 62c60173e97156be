"""Chapters of the full report that are there only where an organization keeps such records."""

from collections.abc import Iterator
from dataclasses import replace

from generator.derive.measures.goals import goal_states
from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.responsibility.roles import Register, register
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import totals
from generator.derive.taxonomies import members
from generator.views.base import addresses
from generator.views.base.blocks import MatchMark, Words
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
from generator.views.print.counted import counted_in_one, counted_parts
from generator.views.print.document import DocumentFrame
from generator.views.print.goal_lists import goal_list
from generator.views.print.sections import section_parts
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
    """Yield how many goals were reached, and those of the program; topic areas have their own."""
    snapshot = frame.snapshot
    if not has_page(addresses.GOALS, snapshot):
        return
    goals = goal_states(snapshot)
    view = goals_view(snapshot, goals)
    of_report = tuple(one for one in view.sections if one.anchor in ("scorecard", "formula"))
    yield from section_parts(replace(view, sections=of_report), 2, addresses.GOALS)
    of_program = [goal for goal in goals if goal.area is None]
    yield from goal_list(snapshot.report, of_program, msg("goal-list-program"))


def responsibility_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield who is responsible, everybody who is named, and what is due at each milestone."""
    snapshot = frame.snapshot
    if has_page(addresses.RESPONSIBILITY, snapshot):
        found = register(snapshot)
        view = responsibility_view(snapshot, found)
        # That nobody is named at all is said once, and not of every initiative.
        left_out = {*INDEXES, "vacancies"} if _names_nobody(snapshot) else set(INDEXES)
        own = tuple(s for s in view.sections if s.anchor not in left_out)
        yield from section_parts(replace(view, sections=own), 2, addresses.RESPONSIBILITY)
        yield from _everybody(snapshot, found)
    if has_page(addresses.CYCLES, snapshot):
        cycles = cycles_view(snapshot, obligations_by_milestone(snapshot))
        yield from section_parts(cycles, 2, addresses.CYCLES, fresh_page=False)


def _names_nobody(snapshot: Snapshot) -> bool:
    everyone = len(snapshot.states)
    return all(count.not_named == everyone for count in totals(snapshot).roles.values())


def _everybody(snapshot: Snapshot, found: Register) -> Iterator[Part]:
    """Yield the units, and in a paragraph each the posts and partners that there are."""
    if has_page(addresses.UNITS, snapshot):
        units = units_view(snapshot, found)
        yield Heading(3, units.title, addresses.UNITS, listed=False)
        for one in units.sections:
            yield from counted_parts(one.table) if one.table else ()
    for target, view in ((addresses.POSTS, posts_view), (addresses.PARTNERS, partners_view)):
        if has_page(target, snapshot):
            made = view(snapshot, found)
            yield Heading(3, made.title, target, listed=False)
            for one in made.sections:
                if one.table:
                    yield counted_in_one(one.heading, one.table)


def money_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what is planned, adopted, and spent."""
    if has_page(addresses.MONEY, frame.snapshot):
        yield from section_parts(money_view(frame.snapshot), 2, addresses.MONEY, fresh_page=False)


def matches_section(frame: DocumentFrame) -> Iterator[Part]:
    """Yield how much rests on what editors matched; each match is marked where it is told."""
    if has_page(addresses.MATCHES, frame.snapshot):
        view = matches_view(frame.snapshot)
        yield Heading(3, view.title, addresses.MATCHES)
        said = (view.lede, *(one.text for one in view.sections if one.text))
        yield Paragraph((MatchMark(), *map(Words, (msg("report-match-means"), *said))))


def evaluations_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what evaluations found, the newest year first; of goals, where those are listed."""
    years = sorted({e.year for e in frame.snapshot.report.evaluations}, reverse=True)
    if years:
        yield Heading(2, msg("page-evaluations"), addresses.EVALUATIONS)
    for year in years:
        view = evaluation_view(frame.snapshot, year)
        target = addresses.evaluation(year)
        yield Heading(3, view.title, target)
        yield Lede(view.lede)
        yield from counted_parts(view.scorecard)
        yield Paragraph((Words(view.scorecard_note),))
        for one in view.evaluations:
            yield from _evaluation(one, target)


def _evaluation(view: EvaluationView, target: str) -> Iterator[Part]:
    yield Heading(4, view.heading, f"{target}#{view.anchor}")
    yield FactList((*view.facts, *view.record), run_in=True)
    if view.body.strip():
        yield ProseBlock(view.body, 5)
