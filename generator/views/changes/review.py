"""A change of the content as whoever approves it reads it: all about one subject together.

Beside the sentences of change it has what these only name: new and reworded texts whole, who
reports, and all that is said of an initiative that is new.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.history.changes.address_words import location
from generator.derive.history.changes.changed_texts import ChangedText, changed_texts
from generator.derive.history.changes.measure_changes import described_measure
from generator.derive.history.changes.names import Names
from generator.derive.history.changes.record_words import described, has_words
from generator.derive.history.changes.sentence import Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.history.renames import under_ids_of
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.fields import with_records
from generator.model.initiative import Idea, Initiative
from generator.model.measures import Measure
from generator.model.updates import Update
from generator.model.values import Record
from generator.views.base.blocks import Inline
from generator.views.changes.change_groups import (
    LISTED,
    ChangeGroup,
    SubjectChanges,
    by_subject,
    lead,
    lists,
    subject_link,
)
from generator.views.changes.read_text import ReadText
from generator.views.changes.reviewed_translations import ReviewedLanguage
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class Listed:
    """What is said of one kind, under its name."""

    name: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ReviewedSubject:
    """All that changes about an initiative, an area or the program."""

    who: Inline
    told: SubjectChanges | None
    """In sentences; None where only texts were reworded."""
    facts: tuple[Listed, ...]
    texts: tuple[ReadText, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A change of the content, to be approved."""

    lead: Text
    subjects: tuple[ReviewedSubject, ...]
    lists: tuple[ChangeGroup, ...]
    """What only the passing of time changes: one line each."""
    later: tuple[ReviewedSubject, ...] = ()
    """What is dated after the day of the report, and so is not shown yet."""
    later_from: date = date.min
    """From which day it is shown."""
    translations: tuple[ReviewedLanguage, ...] = ()


def review_view(
    before: Snapshot,
    after: Snapshot,
    later: tuple[Snapshot, Snapshot] | None = None,
    translations: tuple[ReviewedLanguage, ...] = (),
) -> ReviewView:
    """Return what changes from one snapshot to another.

    `later` are the same two reports on a day from which all of them is shown.
    """
    every, told, texts = _told(before, after, frozenset())
    known = {address for sentence in told for address in sentence.accounts}
    known |= {text.address for text in texts}
    coming: tuple[ReviewedSubject, ...] = ()
    if later:
        _, sentences, coming_texts = _told(*later, frozenset(known))
        coming = _subjects(*later, sentences, coming_texts)
    return ReviewView(
        lead=lead(every),
        subjects=_subjects(before, after, told, texts),
        lists=lists(told),
        later=coming,
        later_from=later[1].day if later else date.min,
        translations=translations,
    )


def _told(
    before: Snapshot, after: Snapshot, known: frozenset[Address]
) -> tuple[tuple[Sentence, ...], list[Sentence], list[ChangedText]]:
    """Return all sentences, those of them that no shown text makes needless, and the texts.

    What is at a known address is in neither of the last two.
    """
    texts = [text for text in changed_texts(before, after) if text.address not in known]
    shown = known | {text.address for text in texts if text.before}
    told = changes(before, after)
    return told, [s for s in told if not s.accounts or not shown.issuperset(s.accounts)], texts


def _subjects(
    before: Snapshot, after: Snapshot, told: Sequence[Sentence], texts: Sequence[ChangedText]
) -> tuple[ReviewedSubject, ...]:
    before, _ = under_ids_of(before, after.report)
    names = Names(before, after)
    sentences = [sentence for sentence in told if sentence.kind not in LISTED]
    subjects = dict.fromkeys([s.subject for s in sentences] + [t.subject for t in texts])
    return tuple(_subject(subject, sentences, texts, names) for subject in subjects)


def _subject(
    subject: str, told: Sequence[Sentence], texts: Sequence[ChangedText], names: Names
) -> ReviewedSubject:
    own = [sentence for sentence in told if sentence.subject == subject]
    grouped = by_subject(names.after.report, own, date.max)
    return ReviewedSubject(
        who=grouped[0].who if grouped else subject_link(subject, names.name("subject", subject)),
        told=grouped[0] if grouped else None,
        facts=tuple(_facts(subject, names)),
        texts=tuple(
            ReadText(
                location(text.address, names),
                text.before,
                text.after,
                is_prose=text.is_prose,
                is_page=text.is_page,
            )
            for text in texts
            if text.subject == subject
        ),
    )


def _facts(subject: str, names: Names) -> Iterator[Listed]:
    kind, _, some_id = subject.partition(":")
    after = names.after.state_of(some_id) if kind == "initiative" else None
    if after is None:
        return
    before = names.before.state_of(some_id)
    known = {update.key for update in before.updates} if before else set()
    new = [update for update in after.updates if update.key not in known]
    if new:
        yield Listed(msg("field-author"), tuple(_who_reports(u, names) for u in new))
    if before is None:
        yield from _of_newcomer(after, names)


def _who_reports(update: Update, names: Names) -> Text:
    milestone = names.milestone(update.milestone, in_quotes=True)
    if update.author is None:
        return msg(f"review-update-{update.basis.value}", milestone=milestone)
    who = names.name("reporter", update.author)
    return msg(f"review-author-{update.basis.value}", milestone=milestone, who=who)


def _of_newcomer(state: InitiativeState, names: Names) -> Iterator[Listed]:
    """Yield all that the records inside an initiative say, each kind under its name."""
    for name in with_records(Initiative):
        value = getattr(state.initiative, name)
        records = value if isinstance(value, tuple) else (value,)
        said = [_record(record, names) for record in records if isinstance(record, Record)]
        said += _vacancies(state, names) if name == "roles" else ()
        if found := tuple(text for text in said if text):
            yield Listed(msg(f"field-{name}"), found)


def _vacancies(state: InitiativeState, names: Names) -> Iterator[Text]:
    """Yield that nobody holds a role, where not even a vacancy is written down."""
    for kind in names.after.report.about.roles.asked:
        if state.held(kind) is None:
            yield msg(f"review-no-{kind.value}")


def _record(record: Record, names: Names) -> Text:
    if isinstance(record, Measure):
        return described_measure(record)
    return described(record, names) if isinstance(record, Idea) or has_words(record) else ""
