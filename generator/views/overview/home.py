"""The view of the front page: what this is, where things are, what changed, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.responsibility.budget_cycle import OPEN_END, in_due_order
from generator.derive.snapshot.filled import has_goals, names_responsible
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Count, EntryPoint, Fact, LinkTo, Phrase, SideNote
from generator.views.base.presence import has_page, present
from generator.views.base.shared import counts, status_cell, to_initiative
from generator.views.base.table_builder import facts
from generator.views.initiatives.matches import share_of_matches
from generator.views.overview.age import AgeView, age_view
from generator.words.message import Message, Text, listing, msg

MOST_CHANGES = 5
"""Changes that the front page shows; the page of changes has all."""

_TOLD = (ChangeKind.ENDED, ChangeKind.DROPPED, ChangeKind.STATUS, ChangeKind.NEW)
"""Kinds of change that the front page shows, the gravest first."""


@dataclass(frozen=True, slots=True)
class HomeChanges:
    """The gravest changes since the last edition, or that there are none."""

    heading: Text
    changes: tuple[Cell, ...]
    why_empty: Text
    more: LinkTo


@dataclass(frozen=True, slots=True)
class HomeView:
    """What a visitor should know in ten seconds, and the ways on from there."""

    title: Text
    summary: Text
    where_heading: Text
    lists_heading: Text
    headline: Text
    age: Text
    """How old what is known is; empty where no update has been due."""
    finds: AgeView | None
    """The same as a drawing."""
    matches: Phrase | None
    """How many statuses rest on what editors matched; None where none does."""
    counts: tuple[Count, ...]
    unknown: tuple[Fact, ...]
    unknown_more: LinkTo | None
    """The way to all that is not known; None where nothing is counted, asked, or doubted."""
    nothing_since: Text
    changed: HomeChanges | None
    """What changed since the last edition; None before there is one."""
    due: tuple[Fact, ...]
    due_why_empty: Text
    """Why nothing is due; empty where no milestone ever asked for updates."""
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
    spoken_of = "status" in snapshot.axes
    return HomeView(
        title=report.about.title,
        summary=report.about.summary,
        where_heading=msg("home-where-heading" if spoken_of else "home-held-heading"),
        lists_heading=msg("home-statuses-heading" if spoken_of else "home-lists-heading"),
        headline=_headline(found, snapshot),
        age=_age(snapshot, found),
        matches=share_of_matches(snapshot),
        finds=age_view(snapshot),
        counts=counts(snapshot, snapshot.states),
        unknown=_unknown(found),
        unknown_more=_unknown_more(snapshot),
        nothing_since=_nothing_since(found),
        changed=_changes_since(snapshot, editions),
        due=_due(snapshot),
        due_why_empty=msg("home-due-none") if snapshot.report.calendar.milestones else "",
        topics=_topics(snapshot),
        status=_by_status(snapshot, found),
        questions=_questions(snapshot, editions),
        downloads=(
            *downloads,
            _way("data", addresses.DATA),
        ),
    )


def _way(name: str, target: str) -> EntryPoint:
    """Return one of the front page's ways on, as the catalogue names and explains it."""
    return EntryPoint(msg(f"home-way-{name}"), target, msg(f"home-way-{name}.means"))


def _headline(found: Totals, snapshot: Snapshot) -> Message:
    if not found.initiatives:
        return msg("common-no-initiative")
    proposed, joined = found.first_proposed, found.joined_later
    rest: dict[str, Text] = {"ideas": found.ideas, "areas": found.areas, "day": snapshot.as_of}
    if not proposed:
        return msg("home-headline-listed", count=found.initiatives, **rest)
    if joined:
        return msg("home-headline-joined", proposed=proposed, joined=joined, **rest)
    return msg("home-headline", proposed=proposed, **rest)


def _unknown_more(snapshot: Snapshot) -> LinkTo | None:
    there = has_page(addresses.UNKNOWN, snapshot)
    return LinkTo(msg("home-unknown-more"), addresses.UNKNOWN) if there else None


def _age(snapshot: Snapshot, found: Totals) -> Text:
    """Return about how many initiatives and ideas anything was found since they were proposed."""
    if not any(state.owed_milestones.owed for state in snapshot.states):
        return ""
    said = [_found_since(found)]
    if count := found.ideas_without_later:
        said.append(msg("home-ideas-without", count=count, all=found.ideas))
    return listing(said, "sentences")


def _found_since(found: Totals) -> Message:
    finds = found.newest_finds
    recent = len(finds.recent)
    count = recent + len(finds.earlier)
    if not count:
        return msg("home-found-none", all=found.initiatives)
    how = "recent" if not finds.earlier else "both" if recent else "earlier"
    return msg(
        f"home-found-{how}",
        count=count,
        all=found.initiatives,
        since=found.recent_since,
        recent=recent,
    )


def _nothing_since(found: Totals) -> Text:
    nothing, related = found.nothing_since_proposal, found.only_related
    if nothing and related:
        return msg("home-nothing-since-related", count=nothing, related=related)
    if related:
        return msg("home-only-related", related=related)
    return msg("home-nothing-since", count=nothing) if nothing else ""


def _unknown(found: Totals) -> tuple[Fact, ...]:
    """Return how much is not known, of what; kinds of gaps that there are none of are left out."""
    everyone = found.initiatives
    without = {
        **{kind.value: (count.open, everyone) for kind, count in found.roles.items()},
        "idea": (found.ideas_without_later, found.ideas),
        "target": (found.measures_without_target, found.measures),
    }
    return facts(
        {
            msg(f"home-without-{name}"): msg("home-share", part=part, whole=whole)
            for name, (part, whole) in without.items()
            if part
        }
    )


def _changes_since(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> HomeChanges | None:
    last = max(editions, key=lambda e: e.edition.year, default=None)
    if last is None:
        return None
    year = str(last.edition.year)
    return HomeChanges(
        msg("home-changed-since-heading", year=year),
        _changed(snapshot, last),
        msg("home-unchanged-since", year=year),
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
    """Return the next milestones at which updates are owed."""
    coming = [
        m
        for m in in_due_order(snapshot.report.calendar.milestones)
        if m.owed and m.due.last(OPEN_END) > snapshot.day
    ]
    owed = SideNote(msg("home-due-owed"))
    return tuple(
        Fact(m.due, (LinkTo(m.title, addresses.milestone(m.id)), owed)) for m in coming[:2]
    )


def _topics(snapshot: Snapshot) -> tuple[EntryPoint, ...]:
    return tuple(
        EntryPoint(area.short_title, addresses.area(area.id), msg("home-topic", count=number))
        for area in snapshot.report.areas
        if (number := sum(s.initiative.area == area.id for s in snapshot.states))
    )


def _by_status(snapshot: Snapshot, found: Totals) -> tuple[EntryPoint, ...]:
    every = msg("home-all", count=found.initiatives)
    ways = (
        EntryPoint(every, addresses.STATUS, msg("home-all-means")),
        _way("roadmap", addresses.ROADMAP),
        _way("ideas", addresses.IDEAS),
        *(
            EntryPoint(
                taxonomy.title,
                addresses.taxonomy(taxonomy.id),
                msg("home-groups", count=len(taxonomy.values)),
            )
            for taxonomy in snapshot.report.about.taxonomies
        ),
    )
    return present(ways, snapshot)


def _questions(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> tuple[EntryPoint, ...]:
    who = "responsibility" if names_responsible(snapshot) else "partners"
    doubts = (_way("doubts", f"{addresses.UNKNOWN}#doubts"),)
    ways = (
        _way(who, addresses.RESPONSIBILITY),
        _way("changes", addresses.CHANGES),
        _way("goals", addresses.GOALS)
        if has_goals(snapshot)
        else _way("measures", addresses.MEASURES),
        _way("money", addresses.MONEY),
        *(doubts if snapshot.report.background.discrepancies else ()),
        _way("method", addresses.METHOD),
        _way("editions", addresses.EDITIONS),
    )
    return present(ways, snapshot, editions)
