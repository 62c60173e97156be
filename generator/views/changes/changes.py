"""What changed, in sentences grouped by kind: for the page of changes and for editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.derive.editions.edition_comparison import LaterRecord, written_address
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.visibility import published_after
from generator.model.initiative import Event
from generator.model.records import Missing
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Inline, LinkTo, Pager, SideNote, Strong, Table, Words
from generator.views.base.shared import match_mark, sources, to_initiative
from generator.views.base.table_builder import Columns, table, table_if_any
from generator.words.english import counted, date_words, day_words, word_list

HEADINGS: dict[ChangeKind, str] = {
    ChangeKind.NEW: "New on the record",
    ChangeKind.STATUS: "Another status",
    ChangeKind.ENDED: "Ended",
    ChangeKind.DROPPED: "Cancelled, merged or replaced",
    ChangeKind.PHASE: "Another phase",
    ChangeKind.CONFIDENCE: "Another forecast",
    ChangeKind.STILL: "News, with the same status",
    ChangeKind.ROLES: "Owners and Sponsors",
    ChangeKind.PARTNERS: "Partners and support",
    ChangeKind.IDEAS: "Ideas",
    ChangeKind.ROADMAP: "Plans and steps",
    ChangeKind.TARGETS: "Goals and targets",
    ChangeKind.MEASURES: "Figures",
    ChangeKind.FUNDING: "Money and staff",
    ChangeKind.EVENTS: "Other events",
    ChangeKind.EVALUATIONS: "Evaluations",
    ChangeKind.GONE: "No longer on the record",
    ChangeKind.RECORD: "Added to the record",
    ChangeKind.WORDING: "Reworded",
    ChangeKind.FRESHNESS: "How fresh the updates are",
    ChangeKind.NOTHING_SINCE: "Nothing found since",
}
"""What the sentences of each kind are under."""

LISTED = frozenset({ChangeKind.FRESHNESS, ChangeKind.NOTHING_SINCE})
"""Kinds shown as one table each, because every initiative may be in them."""

_COUNTED = {
    ChangeKind.NEW: ("is new", "are new"),
    ChangeKind.STATUS: ("moved to another status", "moved to another status"),
    ChangeKind.ENDED: ("ended", "ended"),
    ChangeKind.DROPPED: (
        "was cancelled, merged or replaced",
        "were cancelled, merged or replaced",
    ),
    ChangeKind.PHASE: ("moved to another phase", "moved to another phase"),
    ChangeKind.STILL: ("has news with the same status", "have news with the same status"),
}
"""What the lead counts, for one initiative and for more."""


@dataclass(frozen=True, slots=True)
class SubjectChanges:
    """The changes of one initiative, area or the program, with their evidence."""

    who: Inline
    texts: tuple[Cell, ...]
    evidence: tuple[tuple[str, Cell], ...]
    """Date and words of each event."""
    unchanged: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The sentences of one kind, or the table of a kind that is a list."""

    anchor: str
    heading: str
    count: str
    subjects: tuple[SubjectChanges, ...]
    list: Table | None
    parts: Pager | None = None
    """The way to the other sentences, where there are too many for one page."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one edition to the next, or to today."""

    anchor: str
    heading: str
    lead: str
    groups: tuple[ChangeGroup, ...]
    has_matches: bool


def comparison(
    before: Snapshot, after: Snapshot, between: tuple[object, object], heading: str
) -> Comparison:
    """Return what changed between two snapshots; `between` names them in anchors."""
    told = changes(before, after)
    anchor = addresses.changes(*between).partition("#")[2]
    return Comparison(
        anchor=anchor,
        heading=heading,
        lead=lead(told),
        groups=groups(after.report, told, anchor, after.day),
        has_matches=any(match_mark(e.match) for s in told for e in s.evidence),
    )


def lead(told: Sequence[Sentence]) -> str:
    """Return how much changed, in a sentence or two that count."""
    numbers = {kind: sum(s.kind is kind for s in told) for kind in _COUNTED}
    counts = [f"{n} {_COUNTED[kind][n > 1]}" for kind, n in numbers.items() if n]
    if counts:
        number, _, rest = counts[0].partition(" ")
        counts[0] = f"{counted(int(number), 'initiative')} {rest}"
    silent = sum(s.kind is ChangeKind.NOTHING_SINCE for s in told)
    quiet = f"Of {counted(silent, 'initiative')} no update was found." if silent else ""
    first = f"{word_list(counts)}." if counts else "No initiative moved."
    return " ".join(filter(None, (first, quiet)))


def groups(
    report: Report, told: Sequence[Sentence], prefix: str, day: date = date.max
) -> tuple[ChangeGroup, ...]:
    """Return the sentences by kind, in the order of kinds; kinds without any are left out.

    Evidence whose sources certainly all appeared after `day` is marked.
    """
    made = []
    for kind in ChangeKind:
        own = [sentence for sentence in told if sentence.kind is kind]
        if not own:
            continue
        heading = HEADINGS[kind]
        anchor = f"{prefix}-{kind.value.replace('_', '-')}"
        made.append(
            ChangeGroup(
                anchor,
                heading,
                str(len(own)),
                () if kind in LISTED else _by_subject(report, own, day),
                _list(anchor, heading, own) if kind in LISTED else None,
            )
        )
    return tuple(made)


def _by_subject(report: Report, own: Sequence[Sentence], day: date) -> tuple[SubjectChanges, ...]:
    """Return sentences of one kind, those about one subject together."""
    together: dict[tuple[str, str], list[Sentence]] = {}
    for sentence in own:
        together.setdefault((sentence.subject, sentence.title), []).append(sentence)
    return tuple(_subject_changes(report, sentences, day) for sentences in together.values())


def _subject_changes(report: Report, told: Sequence[Sentence], day: date) -> SubjectChanges:
    return SubjectChanges(
        who=_who(told[0]),
        texts=tuple((Words(s.text), *sources(report, s.sources)) for s in told),
        evidence=tuple(
            (date_words(e.on), _event(report, e, day))
            for s in told
            for e in s.evidence
            if e.text not in s.text
        ),
        unchanged="; ".join(words for s in told for words in s.unchanged),
    )


def _who(sentence: Sentence) -> Inline:
    kind, _, some_id = sentence.subject.partition(":")
    match kind:
        case "initiative" if sentence.kind is not ChangeKind.GONE:
            return LinkTo(sentence.title, addresses.initiative(some_id))
        case "area":
            return LinkTo(sentence.title, addresses.area(some_id))
    return Strong(sentence.title)


def _event(report: Report, event: Event, day: date) -> Cell:
    published = {
        source.id: source.published
        for source in report.sources
        if not isinstance(source.published, Missing)
    }
    told_later = published_after(event, published, day)
    later: Cell = (SideNote("source published later"),) if told_later else ()
    return (Words(event.text), *match_mark(event.match), *later, *sources(report, event.sources))


def _list(anchor: str, heading: str, own: Sequence[Sentence]) -> Table:
    columns: Columns[Sentence] = {"Initiative": _who, "What is known": lambda s: s.text}
    return table(anchor, f"{heading}: {counted(len(own), 'initiative')}", own, columns)


@dataclass(frozen=True, slots=True)
class LearnedLater:
    """What was learned about the time of a frozen edition after it was frozen."""

    heading: str
    table: Table | None
    why_empty: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed between neighboring editions, and from the last one to today."""

    lede: str
    why_empty: str
    comparisons: tuple[Comparison, ...]
    """Newest first."""
    elsewhere: tuple[LinkTo, ...]
    """Older comparisons, each on its edition's page."""
    learned: tuple[LearnedLater, ...]


SHOWN_WHOLE = 3
"""Comparisons that the page of changes shows whole; older ones are with their edition."""


def changes_view(now: Snapshot, editions: tuple[EditionSnapshot, ...]) -> ChangesView:
    """Return the view of the page of changes."""
    pairs = [*pairwise(editions)][::-1]
    shown = SHOWN_WHOLE - 1
    made = [_since_the_last(now, editions[-1])] if editions else []
    made += [_between(one, two) for one, two in pairs[:shown]]
    return ChangesView(
        lede="What is new, what moved, what ended and what nothing was heard of: from each edition "
        f"to the next, and from the last one to {day_words(now.day)}.",
        why_empty="" if made else "There is no edition yet to compare with.",
        comparisons=tuple(made),
        elsewhere=tuple(
            LinkTo(
                f"What changed up to the {e.edition.year} edition",
                f"{addresses.edition(e.edition.year)}#changes",
            )
            for _, e in pairs[shown:]
        ),
        learned=tuple(_learned(now, e) for e in reversed(editions) if e.is_frozen),
    )


def _since_the_last(now: Snapshot, last: EditionSnapshot) -> Comparison:
    year = last.edition.year
    heading = f"From the {year} edition to today"
    return comparison(last.then, frozen_part(now), (year, "today"), heading)


def _between(one: EditionSnapshot, two: EditionSnapshot) -> Comparison:
    years = (one.edition.year, two.edition.year)
    heading = f"From the {years[0]} edition to the {years[1]} edition"
    return comparison(one.then, two.then, years, heading)


def _learned(now: Snapshot, edition: EditionSnapshot) -> LearnedLater:
    year = edition.edition.year
    columns: Columns[LaterRecord] = {
        "About": lambda f: _about(now, f),
        "What was found": _what,
        "As of": lambda f: date_words(f.record.when),
        "Entered": lambda f: day_words(f.record.recorded),
        "Sources": lambda f: sources(now.report, f.record.sources),
    }
    caption = f"Found out about the time of the {year} edition after it was frozen"
    frozen_on = edition.edition.frozen_on
    return LearnedLater(
        heading=f"Learned later about the {year} edition",
        table=table_if_any(f"learned-{year}", caption, edition.found_since, columns),
        why_empty="Nothing about its time has been entered since it was frozen"
        + (f" on {day_words(frozen_on)}." if frozen_on else "."),
    )


def _about(now: Snapshot, found: LaterRecord) -> Inline:
    kind, some_id = found.address[:2]
    state = now.state_of(some_id) if kind == "initiative" else None
    return to_initiative(state.initiative) if state else Words(now.report.about.program)


def _what(found: LaterRecord) -> Cell:
    record = found.record
    texts = (getattr(record, name, None) for name in ("text", "title", "what", "reason", "why"))
    text = next((t for t in texts if t), written_address(found.address))
    return (Words(str(text)), SideNote(type(record).__name__.lower()))
