"""What changed, in sentences grouped by kind: for the page of changes and for editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.derive.editions.edition_comparison import LaterRecord, written_address
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.history.changes.phrasing import in_details, in_sentences
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.initiative import Event
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Inline, LinkTo, Pager, SideNote, Strong, Table, Words
from generator.views.base.shared import match_mark, sources, to_initiative
from generator.views.base.table_builder import Columns, table, table_if_any
from generator.words.message import Text, listing, msg

HEADINGS = {kind: msg(f"change-heading-{kind.value}") for kind in ChangeKind}
"""What the sentences of each kind are under."""

LISTED = frozenset({ChangeKind.FRESHNESS, ChangeKind.NOTHING_SINCE})
"""Kinds shown as one table each, because every initiative may be in them."""

COUNTED = (
    ChangeKind.NEW,
    ChangeKind.ENDED,
    ChangeKind.DROPPED,
    ChangeKind.STATUS,
    ChangeKind.PHASE,
    ChangeKind.STILL,
)
"""What the lead counts."""


@dataclass(frozen=True, slots=True)
class SubjectChanges:
    """The changes of one initiative, area or the program, with their evidence."""

    who: Inline
    texts: tuple[Cell, ...]
    evidence: tuple[tuple[Text, Cell], ...]
    """Date and words of each event."""
    unchanged: Text


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The sentences of one kind, or the table of a kind that is a list."""

    anchor: str
    heading: Text
    count: int
    subjects: tuple[SubjectChanges, ...]
    list: Table | None
    parts: Pager | None = None
    """The way to the other sentences, where there are too many for one page."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one edition to the next, or to today."""

    anchor: str
    heading: Text
    lead: Text
    groups: tuple[ChangeGroup, ...]
    has_matches: bool


def comparison(
    before: Snapshot, after: Snapshot, between: tuple[object, object], heading: Text
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


def lead(told: Sequence[Sentence]) -> Text:
    """Return how much changed, in a sentence or two that count."""
    numbers = {kind: sum(s.kind is kind for s in told) for kind in COUNTED}
    stopped = numbers[ChangeKind.ENDED] or numbers[ChangeKind.DROPPED]
    counts = [
        msg("change-count-status-others", count=n)
        if stopped and kind is ChangeKind.STATUS
        else msg(f"change-count-{kind.value}", count=n)
        for kind, n in numbers.items()
        if n
    ]
    silent = sum(s.kind is ChangeKind.NOTHING_SINCE for s in told)
    total = sum(s.kind not in LISTED for s in told)
    return in_sentences(
        [
            msg("change-total", count=total) if total else "",
            msg("change-lead", counts=listing(counts)) if counts else msg("change-lead-none"),
            msg("change-lead-silent", count=silent) if silent else "",
        ]
    )


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
        anchor = f"{prefix}-{kind.value.replace('_', '-')}"
        made.append(
            ChangeGroup(
                anchor,
                HEADINGS[kind],
                len(own),
                () if kind in LISTED else _by_subject(report, own, day),
                _list(anchor, kind, own) if kind in LISTED else None,
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
        texts=tuple((Words(s.text), *sources(report, s.sources, day)) for s in told),
        evidence=tuple((e.on, _event(report, e, day)) for s in told for e in s.evidence),
        unchanged=unchanged([text for s in told for text in s.unchanged]),
    )


def unchanged(same: Sequence[Text]) -> Text:
    """Return what stayed the same, as a sentence; nothing where nothing did."""
    return msg("change-unchanged", what=in_details(same)) if same else ""


def _who(sentence: Sentence) -> Inline:
    kind, _, some_id = sentence.subject.partition(":")
    match kind:
        case "initiative" if sentence.kind is not ChangeKind.GONE:
            return LinkTo(sentence.title, addresses.initiative(some_id))
        case "area":
            return LinkTo(sentence.title, addresses.area(some_id))
    return Strong(sentence.title)


def _event(report: Report, event: Event, day: date) -> Cell:
    cited = sources(report, event.sources, day)
    return (Words(event.text), *match_mark(event.match), *cited)


def _list(anchor: str, kind: ChangeKind, own: Sequence[Sentence]) -> Table:
    columns: Columns[Sentence] = {
        msg("change-initiative"): _who,
        msg("change-known"): lambda s: s.text,
    }
    caption = msg("change-list", heading=HEADINGS[kind], count=len(own))
    return table(anchor, caption, own, columns)


@dataclass(frozen=True, slots=True)
class LearnedLater:
    """What was learned about the time of a frozen edition after it was frozen."""

    heading: Text
    table: Table | None
    why_empty: Text


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed between neighboring editions, and from the last one to today."""

    lede: Text
    comparisons: tuple[Comparison, ...]
    """Newest first."""
    elsewhere: tuple[LinkTo, ...]
    """Older comparisons, each on its edition's page."""
    learned: tuple[LearnedLater, ...]


SHOWN_WHOLE = 3
"""Comparisons that the page of changes shows whole; older ones are with their edition."""


def changes_view(now: Snapshot, editions: tuple[EditionSnapshot, ...]) -> ChangesView:
    """Return the view of the page of changes; there is at least one edition."""
    pairs = [*pairwise(editions)][::-1]
    shown = SHOWN_WHOLE - 1
    made = [_since_the_last(now, editions[-1]), *(_between(one, two) for one, two in pairs[:shown])]
    return ChangesView(
        lede=msg("change-lede", day=now.as_of),
        comparisons=tuple(made),
        elsewhere=tuple(
            LinkTo(
                msg("change-up-to", year=str(e.edition.year)),
                f"{addresses.edition(e.edition.year)}#changes",
            )
            for _, e in pairs[shown:]
        ),
        learned=tuple(_learned(now, e) for e in reversed(editions) if e.is_frozen),
    )


def _since_the_last(now: Snapshot, last: EditionSnapshot) -> Comparison:
    year = last.edition.year
    heading = msg("change-to-today", year=str(year))
    return comparison(last.then, frozen_part(now), (year, "today"), heading)


def _between(one: EditionSnapshot, two: EditionSnapshot) -> Comparison:
    first, last = one.edition.year, two.edition.year
    heading = msg("change-between", first=str(first), last=str(last))
    return comparison(one.then, two.then, (first, last), heading)


def _learned(now: Snapshot, edition: EditionSnapshot) -> LearnedLater:
    year, frozen_on = str(edition.edition.year), edition.edition.frozen_on
    columns: Columns[LaterRecord] = {
        msg("change-about"): lambda f: _about(now, f),
        msg("change-found"): _what,
        msg("change-as-of"): lambda f: f.record.when,
        msg("change-entered"): lambda f: f.record.recorded,
        msg("change-sources"): lambda f: sources(now.report, f.record.sources),
    }
    caption = msg("change-learned-caption", year=year)
    return LearnedLater(
        heading=msg("change-learned-heading", year=year),
        table=table_if_any(f"learned-{year}", caption, edition.found_since, columns),
        why_empty=msg("change-learned-none-since", day=frozen_on)
        if frozen_on
        else msg("change-learned-none"),
    )


def _about(now: Snapshot, found: LaterRecord) -> Inline:
    kind, some_id = found.address[:2]
    state = now.state_of(some_id) if kind == "initiative" else None
    return to_initiative(state.initiative) if state else Words(now.report.about.program)


def _what(found: LaterRecord) -> Cell:
    record = found.record
    texts = (getattr(record, name, None) for name in ("text", "title", "what", "reason", "why"))
    text = next((t for t in texts if t), written_address(found.address))
    kind = type(record).__name__.lower()
    return (Words(str(text)), SideNote(msg(f"change-record-{kind}")))
