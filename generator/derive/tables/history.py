"""Tables of what was said and what happened: updates, events, and the sources of both."""

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    Column,
    FlatTable,
    Kind,
    Within,
    belonging,
    entry_columns,
    keyed,
    pairs,
    rows,
)
from generator.model.initiative import Event
from generator.model.keys import Basis, EventKind, Match, MissingWhy
from generator.model.records import Dated, Missing
from generator.model.report import Source
from generator.model.statuses import Confidence, Phase, Status
from generator.model.updates import Update


def _update(update: Update) -> Dated:
    return update


_UPDATES: tuple[Column[Update], ...] = (
    Column("initiative", Kind.ID, "The initiative's id.", lambda u: u.initiative),
    Column("milestone", Kind.ID, "The milestone it answers, or a day.", lambda u: u.milestone),
    Column("as_of", Kind.DATE, "The time it speaks of.", lambda u: u.as_of),
    keyed("basis", Basis, "The Owner reports, or editors compile.", lambda u: u.basis),
    Column("author", Kind.ID, "The post that reports.", lambda u: u.author),
    keyed("status", Status, "How the initiative stood.", lambda u: u.status),
    Column(
        "source_word", Kind.TEXT, "The source's own word for the status.", lambda u: u.source_word
    ),
    Column("reason", Kind.TEXT, "Why this status.", lambda u: u.reason),
    Column(
        "actual_on",
        Kind.DATE,
        "When it was completed, ended or cancelled.",
        lambda u: u.actual_on,
    ),
    Column(
        "continues_in",
        Kind.ID,
        "The initiative that a merged or superseded one continues in.",
        lambda u: u.continues_in,
    ),
    keyed("phase", Phase, "Where in the innovation cycle it was.", lambda u: u.phase),
    Column("phase_reason", Kind.TEXT, "Why this phase.", lambda u: u.phase_reason),
    keyed("confidence", Confidence, "Forecast for the whole promise.", lambda u: u.confidence),
    Column("confidence_by", Kind.TEXT, "Who assessed it.", lambda u: u.confidence_by),
    Column("confidence_reason", Kind.TEXT, "Why this forecast.", lambda u: u.confidence_reason),
    Column("ask_of", Kind.TEXT, "Who must do something.", lambda u: u.ask.of if u.ask else None),
    Column("ask_what", Kind.TEXT, "What they must do.", lambda u: u.ask.what if u.ask else None),
    Column("ask_by", Kind.DATE, "By when.", lambda u: u.ask.by if u.ask else None),
    Column(
        "ideas",
        Kind.IDS,
        "Ideas and what became of them, as idea=state.",
        lambda u: pairs(u.ideas.items()),
    ),
    Column(
        "evidence", Kind.IDS, "Ids of the initiative's events it rests on.", lambda u: u.evidence
    ),
    Column("body", Kind.TEXT, "The update in Markdown.", lambda u: u.body or None),
    *entry_columns(_update),
)


def update_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of updates, by initiative, oldest first."""
    found = [update for standing in snapshot.standings for update in standing.updates]
    return FlatTable(
        "updates",
        "Updates",
        "How each initiative stood at a milestone, as somebody gave it.",
        ("initiative", "milestone"),
        _UPDATES,
        rows(_UPDATES, found),
    )


_EVENTS: tuple[Column[Within[Event]], ...] = (
    belonging("The initiative's id; empty for an event of the programme."),
    Column("id", Kind.ID, "The event's id inside the initiative.", lambda row: row.record.id),
    Column("on", Kind.DATE, "When it happened.", lambda row: row.record.on),
    keyed("kind", EventKind, "What kind of event.", lambda row: row.record.kind),
    Column(
        "about",
        Kind.IDS,
        "Ids of ideas; initiative for the whole; empty for context.",
        lambda row: row.record.about,
    ),
    keyed(
        "match",
        Match,
        "Whether the source names the initiative or editors matched it.",
        lambda row: row.record.match,
    ),
    Column(
        "source_word",
        Kind.TEXT,
        "The source's own word for how far it got.",
        lambda row: row.record.source_word,
    ),
    Column("text", Kind.TEXT, "What happened.", lambda row: row.record.text),
    Column("note", Kind.TEXT, "A remark by the editors.", lambda row: row.record.note),
    *entry_columns(lambda row: row.record),
)


def event_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of events: those of the programme, then by initiative."""
    found = [Within("", event) for event in snapshot.report.about.events]
    found += [Within(s.initiative.id, e) for s in snapshot.standings for e in s.initiative.events]
    return FlatTable(
        "events",
        "Events",
        "What happened, as a source tells it.",
        ("initiative", "id"),
        _EVENTS,
        rows(_EVENTS, found),
    )


def _gap(source: Source) -> Missing | None:
    return source.published if isinstance(source.published, Missing) else None


_SOURCES: tuple[Column[Source], ...] = (
    Column("id", Kind.ID, "The id that other tables name.", lambda s: s.id),
    Column("title", Kind.TEXT, "Its title.", lambda s: s.title),
    Column("address", Kind.ADDRESS, "Where it is found.", lambda s: s.address),
    Column(
        "published",
        Kind.DATE,
        "When it appeared.",
        lambda s: None if isinstance(s.published, Missing) else s.published,
    ),
    keyed(
        "published_missing",
        MissingWhy,
        "Why there is no date.",
        lambda s: gap.missing if (gap := _gap(s)) else None,
    ),
    Column(
        "published_missing_why",
        Kind.TEXT,
        "The same in words.",
        lambda s: gap.why if (gap := _gap(s)) else None,
    ),
    Column(
        "stated", Kind.TEXT, "The date as the source or the search gave it.", lambda s: s.stated
    ),
    Column("note", Kind.TEXT, "A remark by the editors.", lambda s: s.note),
)


def source_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of sources."""
    return FlatTable(
        "sources",
        "Sources",
        "Everything that the report rests on.",
        ("id",),
        _SOURCES,
        rows(_SOURCES, snapshot.report.sources),
    )
