"""The view of the front page: what became of the initiatives, all of them, and the ways on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot, is_reconstruction
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.responsibility.budget_cycle import OPEN_END, due_now, in_due_order
from generator.derive.responsibility.obligations import MilestoneObligations, obligations_at
from generator.derive.snapshot.filled import has_goals, names_responsible
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import Cell, EntryPoint, Fact, LinkTo, Phrase, SideNote, Table
from generator.views.base.presence import has_page, present
from generator.views.base.shared import status_cell, to_initiative
from generator.views.charts.matrix import MOST_IN_ONE, Matrix, matrix
from generator.views.initiatives.rows import status_by_area
from generator.views.overview.glance import glance
from generator.words.message import Text, msg

MOST_DUE = 3
"""Milestones to come that the front page names."""

MOST_CHANGES = 5
"""Changes that the front page shows; the page of changes has all."""

_TOLD = (ChangeKind.ENDED, ChangeKind.DROPPED, ChangeKind.STATUS, ChangeKind.NEW)
"""Kinds of change that the front page shows, the gravest first."""


@dataclass(frozen=True, slots=True)
class HomeChanges:
    """The gravest changes since the last edition."""

    heading: Text
    changes: tuple[Cell, ...]
    more: LinkTo


@dataclass(frozen=True, slots=True)
class Door:
    """One of the main ways on, and what is found behind it."""

    title: Text
    target: str
    ways: tuple[EntryPoint, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """What a visitor should know in ten seconds, and the ways on from there."""

    title: Text
    unofficial: Text
    """Whose report it is not; empty where it may be the organization's own."""
    summary: Text
    verdict: Text
    age: Text
    matches: Phrase | None
    matrix: Matrix | None
    """All initiatives; None where there are none, or too many for one picture."""
    by_area: Table | None
    """Their topic areas with counts, where they are too many."""
    changed: HomeChanges | None
    """What changed since the last edition; None before there is one, and where nothing did."""
    unknown: tuple[Fact, ...]
    nothing_since: Text
    unknown_more: LinkTo | None
    """The way to all that is not known; None where nothing is counted, asked, or doubted."""
    due: tuple[Fact, ...]
    doors: tuple[Door, ...]
    downloads: tuple[EntryPoint, ...]


def home_view(
    snapshot: Snapshot,
    editions: Sequence[EditionSnapshot] = (),
    downloads: tuple[EntryPoint, ...] = (),
) -> HomeView:
    """Return the view of the front page; `downloads` are the documents there are."""
    about, whole = snapshot.report.about, glance(snapshot)
    in_one = 0 < len(snapshot.states) < MOST_IN_ONE
    return HomeView(
        title=about.title,
        unofficial=about.disclaimer if is_reconstruction(snapshot, editions) else "",
        summary=about.summary,
        verdict=whole.verdict or whole.headline,
        age=whole.age,
        matches=whole.matches,
        matrix=matrix(snapshot, editions, "matrix") if in_one else None,
        by_area=status_by_area(snapshot) if snapshot.states and not in_one else None,
        changed=_changes_since(snapshot, editions),
        unknown=whole.unknown,
        nothing_since=whole.nothing_since,
        unknown_more=_unknown_more(snapshot),
        due=_due(snapshot),
        doors=tuple(_doors(snapshot, editions)),
        downloads=(*downloads, _way("data", addresses.DATA, msg("home-way-data.means"))),
    )


def _way(name: str, target: str, text: Text = "") -> EntryPoint:
    """Return one of the front page's ways on, as the catalogue names it."""
    return EntryPoint(msg(f"home-way-{name}"), target, text)


def _unknown_more(snapshot: Snapshot) -> LinkTo | None:
    there = has_page(addresses.UNKNOWN, snapshot)
    return LinkTo(msg("home-unknown-more"), addresses.UNKNOWN) if there else None


def _changes_since(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> HomeChanges | None:
    last = max(editions, key=lambda e: e.edition.year, default=None)
    changed = _changed(snapshot, last) if last else ()
    if last is None or not changed:
        return None
    return HomeChanges(
        msg("home-changed-since-heading", year=str(last.edition.year)),
        changed,
        LinkTo(msg("home-changed-more"), addresses.CHANGES),
    )


def _changed(snapshot: Snapshot, last: EditionSnapshot) -> tuple[Cell, ...]:
    """Return the gravest changes since the last edition, each with how the initiative is."""
    told = sorted(
        (s for s in changes(last.then, snapshot) if s.kind in _TOLD),
        key=lambda s: _TOLD.index(s.kind),
    )
    found = [snapshot.state_of(s.subject.partition(":")[2]) for s in told]
    return tuple(
        (to_initiative(state.initiative), *status_cell(state))
        for state in found[:MOST_CHANGES]
        if state is not None
    )


def _due(snapshot: Snapshot) -> tuple[Fact, ...]:
    """Return the milestone that has just passed, if updates are missing, and the next ones."""
    calendar = snapshot.report.calendar
    now = due_now(calendar, snapshot.day)
    passed = [m for m in (now,) if m and m.due.last(OPEN_END) <= snapshot.day]
    owed = [m for m in in_due_order(calendar.milestones) if m.owed]
    coming = [m for m in owed if m.due.last(OPEN_END) > snapshot.day][:MOST_DUE]
    found = [obligations_at(snapshot, m) for m in (*passed, *coming)]
    return tuple(_due_at(m, snapshot) for m in found if m.still_open or m.milestone in coming)


def _due_at(found: MilestoneObligations, snapshot: Snapshot) -> Fact:
    milestone = found.milestone
    left, owed = found.still_open, found.owed
    told = msg("home-due-expected", count=left, owed=owed)
    if milestone.due.last(OPEN_END) <= snapshot.day:
        told = msg("home-due-missing", count=left, owed=owed)
    title = LinkTo(milestone.title, addresses.milestone(milestone.id))
    return Fact(milestone.due, (title, SideNote(told)))


def _doors(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> Iterator[Door]:
    if topics := tuple(_topics(snapshot)):
        yield Door(msg("home-door-topics"), addresses.AREAS, topics)
    every = msg("home-all", count=len(snapshot.states))
    of_all = present(_of_initiatives(snapshot), snapshot, editions)
    yield Door(every, addresses.INITIATIVES, of_all)
    known = present(_how_we_know(snapshot), snapshot, editions)
    yield Door(msg("home-door-how"), addresses.METHOD, known)


def _topics(snapshot: Snapshot) -> Iterator[EntryPoint]:
    for area in snapshot.report.areas:
        if number := sum(s.initiative.area == area.id for s in snapshot.states):
            count = msg("home-topic", count=number)
            yield EntryPoint(area.short_title, addresses.area(area.id), count)
    for taxonomy in snapshot.report.about.taxonomies:
        count = msg("home-groups", count=len(taxonomy.values))
        yield EntryPoint(taxonomy.title, addresses.taxonomy(taxonomy.id), count)


def _of_initiatives(snapshot: Snapshot) -> Iterator[EntryPoint]:
    """Yield what is told of all initiatives, question by question."""
    yield _way("changes", addresses.CHANGES)
    yield _way("ideas", addresses.IDEAS)
    yield _way("roadmap", addresses.ROADMAP)
    who = "responsibility" if names_responsible(snapshot) else "partners"
    yield _way(who, addresses.RESPONSIBILITY)
    yield _way("money", addresses.MONEY)
    if has_goals(snapshot):
        yield _way("goals", addresses.GOALS)
    else:
        yield _way("measures", addresses.MEASURES)


def _how_we_know(snapshot: Snapshot) -> Iterator[EntryPoint]:
    """Yield what the report rests on, and what it does not know."""
    yield _way("method", addresses.METHOD)
    yield _way("sources", addresses.SOURCES)
    yield _way("unknown", addresses.UNKNOWN)
    if snapshot.report.background.discrepancies:
        yield _way("doubts", f"{addresses.UNKNOWN}#doubts")
    yield _way("editions", addresses.EDITIONS)
