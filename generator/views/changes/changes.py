"""What changed, in sentences grouped by kind: for the page of changes and for editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.derive.editions.editions import EditionThen
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.editions.rewriting import Found, written_address
from generator.derive.history.changes.sentence import Kind, Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.visibility import published_after
from generator.model.initiative import Event
from generator.model.records import Missing
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, Inline, LinkTo, Parts, Strong, Table, Words
from generator.views.base.shared import match_mark, sources, to_initiative
from generator.views.base.tables import Columns, table, table_if_any
from generator.words.english import counted, date_words, day_words, listed

HEADINGS: dict[Kind, str] = {
    Kind.NEW: "New on the record",
    Kind.STATUS: "Another status",
    Kind.ENDED: "Ended",
    Kind.DROPPED: "Cancelled, merged or replaced",
    Kind.PHASE: "Another phase",
    Kind.CONFIDENCE: "Another forecast",
    Kind.STILL: "News, with the same status",
    Kind.ROLES: "Owners and Sponsors",
    Kind.PARTNERS: "Partners and support",
    Kind.IDEAS: "Ideas",
    Kind.ROADMAP: "Plans and steps",
    Kind.TARGETS: "Goals and targets",
    Kind.MEASURES: "Figures",
    Kind.FUNDING: "Money and staff",
    Kind.EVENTS: "Other events",
    Kind.EVALUATIONS: "Evaluations",
    Kind.GONE: "No longer on the record",
    Kind.RECORD: "Added to the record",
    Kind.WORDING: "Reworded",
    Kind.FRESHNESS: "How fresh the updates are",
    Kind.NOTHING_SINCE: "Nothing found since",
}
"""What the sentences of each kind stand under."""

LISTED = frozenset({Kind.FRESHNESS, Kind.NOTHING_SINCE})
"""Kinds shown as one table each, because every initiative may be in them."""

_COUNTED = {
    Kind.NEW: ("is new", "are new"),
    Kind.STATUS: ("moved to another status", "moved to another status"),
    Kind.ENDED: ("ended", "ended"),
    Kind.DROPPED: (
        "was cancelled, merged or replaced",
        "were cancelled, merged or replaced",
    ),
    Kind.PHASE: ("moved to another phase", "moved to another phase"),
    Kind.STILL: ("has news with the same status", "have news with the same status"),
}
"""What the lead counts, for one initiative and for more."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What changed about one initiative, area or the programme, and on which evidence."""

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
    tellings: tuple[Telling, ...]
    list: Table | None
    parts: Parts | None = None
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
    silent = sum(s.kind is Kind.NOTHING_SINCE for s in told)
    quiet = f"Of {counted(silent, 'initiative')} no update was found." if silent else ""
    first = f"{listed(counts)}." if counts else "No initiative moved."
    return " ".join(filter(None, (first, quiet)))


def groups(
    report: Report, told: Sequence[Sentence], prefix: str, day: date = date.max
) -> tuple[ChangeGroup, ...]:
    """Return the sentences by kind, in the order of kinds; kinds without any are left out.

    Evidence whose sources certainly all appeared after `day` is marked.
    """
    made = []
    for kind in Kind:
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
                () if kind in LISTED else _tellings(report, own, day),
                _list(anchor, heading, own) if kind in LISTED else None,
            )
        )
    return tuple(made)


def _tellings(report: Report, own: Sequence[Sentence], day: date) -> tuple[Telling, ...]:
    """Return sentences of one kind, those about one subject together."""
    together: dict[tuple[str, str], list[Sentence]] = {}
    for sentence in own:
        together.setdefault((sentence.subject, sentence.title), []).append(sentence)
    return tuple(_telling(report, sentences, day) for sentences in together.values())


def _telling(report: Report, told: Sequence[Sentence], day: date) -> Telling:
    return Telling(
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
        case "initiative" if sentence.kind is not Kind.GONE:
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
    later: Cell = (Aside("source published later"),) if told_later else ()
    return (Words(event.text), *match_mark(event.match), *later, *sources(report, event.sources))


def _list(anchor: str, heading: str, own: Sequence[Sentence]) -> Table:
    columns: Columns[Sentence] = {"Initiative": _who, "What is known": lambda s: s.text}
    return table(anchor, f"{heading}: {counted(len(own), 'initiative')}", own, columns)


@dataclass(frozen=True, slots=True)
class Learned:
    """What was found out about the time of a frozen edition after it was frozen."""

    heading: str
    table: Table | None
    why_empty: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed between neighbouring editions, and from the last one to today."""

    lede: str
    why_empty: str
    comparisons: tuple[Comparison, ...]
    """Newest first."""
    elsewhere: tuple[LinkTo, ...]
    """Older comparisons, each on its edition's page."""
    learned: tuple[Learned, ...]


SHOWN_WHOLE = 3
"""Comparisons that the page of changes shows whole; older ones stand with their edition."""


def changes_view(now: Snapshot, editions: tuple[EditionThen, ...]) -> ChangesView:
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


def _since_the_last(now: Snapshot, last: EditionThen) -> Comparison:
    year = last.edition.year
    heading = f"From the {year} edition to today"
    return comparison(last.then, frozen_part(now), (year, "today"), heading)


def _between(one: EditionThen, two: EditionThen) -> Comparison:
    years = (one.edition.year, two.edition.year)
    heading = f"From the {years[0]} edition to the {years[1]} edition"
    return comparison(one.then, two.then, years, heading)


def _learned(now: Snapshot, edition: EditionThen) -> Learned:
    year = edition.edition.year
    columns: Columns[Found] = {
        "About": lambda f: _about(now, f),
        "What was found": _what,
        "As of": lambda f: date_words(f.record.when),
        "Entered": lambda f: day_words(f.record.recorded),
        "Sources": lambda f: sources(now.report, f.record.sources),
    }
    caption = f"Found out about the time of the {year} edition after it was frozen"
    frozen_on = edition.edition.frozen_on
    return Learned(
        heading=f"Learned later about the {year} edition",
        table=table_if_any(f"learned-{year}", caption, edition.found_since, columns),
        why_empty="Nothing about its time has been entered since it was frozen"
        + (f" on {day_words(frozen_on)}." if frozen_on else "."),
    )


def _about(now: Snapshot, found: Found) -> Inline:
    kind, some_id = found.address[:2]
    standing = now.standing(some_id) if kind == "initiative" else None
    return to_initiative(standing.initiative) if standing else Words(now.report.about.programme)


def _what(found: Found) -> Cell:
    record = found.record
    texts = (getattr(record, name, None) for name in ("text", "title", "what", "reason", "why"))
    text = next((t for t in texts if t), written_address(found.address))
    return (Words(str(text)), Aside(type(record).__name__.lower()))
