"""The view of the front page: what this is, where things are, what changed, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.responsibility.budget_cycle import OPEN_END, in_due_order
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Count, EntryPoint, Fact, LinkTo, SideNote
from generator.views.base.shared import counts, status_cell, to_initiative
from generator.views.base.table_builder import facts
from generator.words.english import counted, date_words, day_words

MOST_CHANGES = 5
"""Changes that the front page shows; the page of changes has all."""

_TOLD = (ChangeKind.ENDED, ChangeKind.DROPPED, ChangeKind.STATUS, ChangeKind.NEW)
"""Kinds of change that the front page shows, the gravest first."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What a visitor should know in ten seconds, and the ways on from there."""

    title: str
    summary: str
    headline: str
    counts: tuple[Count, ...]
    unknown: tuple[Fact, ...]
    unknown_more: LinkTo
    nothing_since: str
    changed_heading: str
    changed: tuple[Cell, ...]
    changed_why_empty: str
    changed_more: LinkTo | None
    due: tuple[Fact, ...]
    due_why_empty: str
    topics: tuple[EntryPoint, ...]
    status: tuple[EntryPoint, ...]
    questions: tuple[EntryPoint, ...]
    downloads: tuple[EntryPoint, ...]


def home_view(
    snapshot: Snapshot,
    editions: Sequence[EditionSnapshot] = (),
    downloads: tuple[EntryPoint, ...] = (),
) -> HomeView:
    """Return the view of the front page; `downloads` are the documents there are."""
    report, found = snapshot.report, totals(snapshot)
    last = max(editions, key=lambda e: e.edition.year, default=None)
    changed = _changed(snapshot, last)
    return HomeView(
        title=report.about.title,
        summary=report.about.summary,
        headline=_headline(report, found, snapshot),
        counts=counts(report, found.by_status),
        unknown=_unknown(found),
        unknown_more=LinkTo("All gaps and open questions", addresses.UNKNOWN),
        nothing_since=_nothing_since(found),
        changed_heading=f"Since the report of {last.edition.year}" if last else "What changed",
        changed=changed,
        changed_why_empty=_why_unchanged(last),
        changed_more=LinkTo("Everything that changed", addresses.CHANGES) if last else None,
        due=_due(snapshot),
        due_why_empty="No milestone after this day is known, so nothing can be called due.",
        topics=_topics(snapshot),
        status=_by_status(found),
        questions=_questions(),
        downloads=(
            *downloads,
            EntryPoint("Open data", addresses.DATA, "Every record as CSV and JSON."),
        ),
    )


def _headline(report: Report, found: Totals, snapshot: Snapshot) -> str:
    later = f" and {found.joined_later} that joined later" if found.joined_later else ""
    return (
        f"{counted(found.first_proposed, 'initiative')} proposed{later}, with "
        f"{counted(found.ideas, 'idea')} in {counted(len(report.areas), 'topic area')}, "
        f"as they stood on {day_words(snapshot.day)}."
    )


def _nothing_since(found: Totals) -> str:
    if not found.nothing_since_proposal:
        return ""
    return (
        f"Of {counted(found.nothing_since_proposal, 'initiative')} nothing was found since they "
        "were put on the record, although updates were due."
    )


def _unknown(found: Totals) -> tuple[Fact, ...]:
    everyone = found.initiatives
    return facts(
        {
            "Without a named Owner": f"{everyone - found.owners.held} of {everyone}",
            "Without a named Sponsor": f"{everyone - found.sponsors.held} of {everyone}",
            "Ideas of which nothing was found": f"{found.ideas_nothing_found} of {found.ideas}",
            "Measures without a target": f"{found.measures_without_target} of {found.measures}",
        }
    )


def _changed(snapshot: Snapshot, last: EditionSnapshot | None) -> tuple[Cell, ...]:
    """Return the gravest changes since the last edition, each with how the initiative is."""
    if last is None:
        return ()
    told = sorted(
        (s for s in changes(last.then, snapshot) if s.kind in _TOLD),
        key=lambda s: _TOLD.index(s.kind),
    )
    found = [snapshot.state_of(s.subject.partition(":")[2]) for s in told]
    return tuple(
        (to_initiative(state.initiative), *status_cell(snapshot.report, state))
        for state in found[:MOST_CHANGES]
        if state is not None
    )


def _why_unchanged(last: EditionSnapshot | None) -> str:
    if last is None:
        return "There is no earlier edition to compare with."
    return f"No status was found to have changed since the report of {last.edition.year}."


def _due(snapshot: Snapshot) -> tuple[Fact, ...]:
    """Return the next milestones at which updates are owed."""
    coming = [
        m
        for m in in_due_order(snapshot.report.calendar.milestones)
        if m.owed and m.due.last(OPEN_END) > snapshot.day
    ]
    return tuple(
        Fact(
            date_words(m.due),
            (LinkTo(m.title, addresses.milestone(m.id)), SideNote("updates are owed")),
        )
        for m in coming[:2]
    )


def _topics(snapshot: Snapshot) -> tuple[EntryPoint, ...]:
    return tuple(
        EntryPoint(area.short_title, addresses.area(area.id), counted(number, "initiative"))
        for area in snapshot.report.areas
        if (number := sum(s.initiative.area == area.id for s in snapshot.states))
    )


def _by_status(found: Totals) -> tuple[EntryPoint, ...]:
    return (
        EntryPoint(
            f"All {counted(found.initiatives, 'initiative')}",
            addresses.STATUS,
            "One table to filter and search.",
        ),
        EntryPoint("Roadmap", addresses.ROADMAP, "Now, next, later and done, by fiscal year."),
        EntryPoint(
            "Ideas", addresses.IDEAS, "What was proposed in detail, and what was found of it."
        ),
    )


def _questions() -> tuple[EntryPoint, ...]:
    return (
        EntryPoint("Who answers for it?", addresses.RESPONSIBILITY, "Owners, Sponsors, vacancies."),
        EntryPoint(
            "What changed between reports?", addresses.CHANGES, "In sentences, with evidence."
        ),
        EntryPoint(
            "Were the goals reached?", addresses.GOALS, "Goals, what serves and measures them."
        ),
        EntryPoint(
            "Where do sources disagree?", f"{addresses.UNKNOWN}#doubts", "Each value as given."
        ),
        EntryPoint("How do you know?", addresses.METHOD, "The words, the rules and the sources."),
        EntryPoint("What did earlier reports say?", addresses.EDITIONS, "One page for each year."),
    )
