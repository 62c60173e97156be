"""What changed, in sentences grouped by kind or by topic area, and how much of what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.history.changes.phrasing import in_details, in_sentences
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.initiative import Event
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Inline, LinkTo, Pager, Strong, Table, Words
from generator.views.base.shared import match_mark, sources
from generator.views.base.table_builder import Columns, table
from generator.words.message import Text, listing, msg

HEADINGS = {kind: msg(f"change-heading-{kind.value}") for kind in ChangeKind}
"""What the sentences of each kind are under."""

LISTED = frozenset({ChangeKind.FRESHNESS, ChangeKind.NOTHING_SINCE})
"""Kinds shown as one table each, because every initiative may be in them."""

HEADED = frozenset(
    {
        *(ChangeKind.NEW, ChangeKind.STATUS, ChangeKind.ENDED, ChangeKind.DROPPED),
        ChangeKind.GONE,
    }
)
"""Kinds that a page tells at once; what changed beside or without them is folded."""

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
    """The gravest change first."""
    evidence: tuple[tuple[Text, Cell], ...]
    """Date and words of each event."""
    unchanged: Text

    is_headed: bool = True
    """Whether a page shows its first text at once; the others are folded."""
    folded: Text = ""
    """What unfolds the others and the evidence: what they are about."""

    @property
    def first(self) -> Cell:
        """Return what is shown at once."""
        return self.texts[0] if self.is_headed else ()

    @property
    def rest(self) -> tuple[Cell, ...]:
        """Return the texts that are folded."""
        return self.texts[1:] if self.is_headed else self.texts


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The sentences of one kind or topic area, or the table of a kind that is a list."""

    anchor: str
    heading: Text
    count: int
    subjects: tuple[SubjectChanges, ...]
    list: Table | None
    parts: Pager | None = None
    """The way to the other sentences, where there are too many for one page."""


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
                () if kind in LISTED else by_subject(report, own, day),
                _list(anchor, kind, own) if kind in LISTED else None,
            )
        )
    return tuple(made)


def by_topic(
    before: Snapshot, after: Snapshot, told: Sequence[Sentence]
) -> tuple[ChangeGroup, ...]:
    """Return the sentences by topic area, then those of the program; lists are left out.

    All about one initiative is together, and what changed most comes first.
    """
    areas = {s.initiative.id: s.initiative.area for v in (before, after) for s in v.states}
    together: dict[str, list[Sentence]] = {}
    for sentence in told:
        if sentence.kind not in LISTED:
            kind, _, some_id = sentence.subject.partition(":")
            area = areas.get(some_id, "") if kind == "initiative" else some_id
            together.setdefault(area, []).append(sentence)
    headings: dict[str, Text] = {area.id: area.short_title for area in after.report.areas}
    headings |= {area: area for area in together if area not in headings}
    headings[""] = after.report.about.program
    found = {area: by_subject(after.report, own, after.day) for area, own in together.items()}
    return tuple(
        ChangeGroup(f"topic-{area}" if area else "program", heading, len(subjects), subjects, None)
        for area, heading in sorted(headings.items(), key=lambda item: not item[0])
        if (subjects := found.get(area))
    )


def lists(told: Sequence[Sentence]) -> tuple[ChangeGroup, ...]:
    """Return a list of each kind that every initiative may be in, such as where nothing is new."""
    found = [(kind, [s for s in told if s.kind is kind]) for kind in ChangeKind if kind in LISTED]
    return tuple(
        ChangeGroup(anchor, HEADINGS[kind], len(own), (), _list(anchor, kind, own))
        for kind, own in reversed(found)
        if own
        for anchor in (kind.value.replace("_", "-"),)
    )


def by_subject(report: Report, own: Sequence[Sentence], day: date) -> tuple[SubjectChanges, ...]:
    """Return sentences in their order, those about one subject together.

    Evidence whose sources certainly all appeared after `day` is marked.
    """
    together: dict[tuple[str, str], list[Sentence]] = {}
    for sentence in own:
        together.setdefault((sentence.subject, sentence.title), []).append(sentence)
    return tuple(_subject_changes(report, sentences, day) for sentences in together.values())


def _subject_changes(report: Report, told: Sequence[Sentence], day: date) -> SubjectChanges:
    is_headed = told[0].kind in HEADED
    evidence = tuple((e.on, _event(report, e, day)) for s in told for e in s.evidence)
    about = dict.fromkeys(HEADINGS[s.kind] for s in told[is_headed:])
    return SubjectChanges(
        who=_who(told[0]),
        texts=tuple((Words(s.text), *sources(report, s.sources, day)) for s in told),
        evidence=evidence,
        unchanged=unchanged([text for s in told for text in s.unchanged]),
        is_headed=is_headed,
        folded=in_details([*about, *([msg("change-evidence")] if evidence else ())]),
    )


def unchanged(same: Sequence[Text]) -> Text:
    """Return what stayed the same, as a sentence; nothing where nothing did."""
    return msg("change-unchanged", what=in_details(same)) if same else ""


def _who(sentence: Sentence) -> Inline:
    return subject_link(
        sentence.subject, sentence.title, has_page=sentence.kind is not ChangeKind.GONE
    )


def subject_link(subject: str, title: str, *, has_page: bool = True) -> Inline:
    """Return what a change is about, with a link to its page where it has one."""
    kind, _, some_id = subject.partition(":")
    match kind:
        case "initiative" if has_page:
            return LinkTo(title, addresses.initiative(some_id))
        case "area":
            return LinkTo(title, addresses.area(some_id))
    return Strong(title)


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
