"""The council brief: at most two pages, exceptions first, honest where there is nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.responsibility.budget_cycle import beyond_calendar
from generator.derive.responsibility.obligations import (
    MilestoneObligations,
    ObligationState,
    obligations_by_milestone,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.model.keys import Basis
from generator.model.statuses import Status, Trait
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Strong, Words, phrase
from generator.views.base.shared import role_cell, signal, status_cell, to_initiative
from generator.views.base.table_builder import Columns, Figures, facts, table
from generator.views.overview.home import home_view
from generator.views.print.blocks import (
    Counts,
    Empty,
    FactList,
    Heading,
    Masthead,
    Paragraph,
    Part,
    Points,
    TableBlock,
)
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.sections import about, differences, of_kinds
from generator.words.english import counted, date_words, day_words
from generator.words.message import msg

MOST_PAGES = 2
LENGTHS = (12, 8, 6, 4, 3, 2, 1)
"""How many items a list may show, tried in turn until the brief is short enough."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a brief is for, as far as it is known."""

    on: date | None = None
    agenda_item: str = ""


def brief_document(
    frame: DocumentFrame, meeting: Meeting, most: int, told: Sequence[Sentence] | None = None
) -> Document:
    """Return the brief of a snapshot with at most `most` items in each list.

    `told` is what changed since the report before, where that is known already.
    """
    told = differences(frame) if told is None else told
    parts = (
        _masthead(frame, meeting),
        *_glance(frame),
        *_decisions(frame.snapshot, most),
        *_trouble(frame.snapshot, most),
        *_targets(frame, told, most),
        *_overdue(frame.snapshot, most),
        *_vacancies(frame.snapshot, most),
        *_finished(frame, told, most),
        *_moved(frame, told, most),
        *_next(frame.snapshot, most),
        *_silent(frame.snapshot, most),
        *_more(frame),
    )
    title = f"Council brief: {frame.snapshot.report.about.title}"
    return document(frame, "brief", title, f"What needs a decision. {frame.standing}.", parts)


def _masthead(frame: DocumentFrame, meeting: Meeting) -> Masthead:
    about = frame.snapshot.report.about
    return Masthead(
        city=about.city,
        title=f"Council brief: {about.title}",
        standing=f"{frame.name}. {frame.standing}.",
        facts=facts(
            {
                "Meeting": day_words(meeting.on) if meeting.on else None,
                "Agenda item": meeting.agenda_item,
            }
        ),
        notes=frame.notes,
    )


def _glance(frame: DocumentFrame) -> Iterator[Part]:
    home = home_view(frame.snapshot)
    yield Paragraph((Words(home.headline),))
    yield Counts(home.counts)


def _decisions(snapshot: Snapshot, most: int) -> Iterator[Part]:
    asks = [
        (state, state.newest.ask) for state in snapshot.states if state.newest and state.newest.ask
    ]
    asks.sort(key=lambda pair: (pair[1].by.last(snapshot.day), pair[0].initiative.id))
    yield Heading(2, "What needs a decision")
    if asks:
        yield Points(
            _shortened(
                [
                    (
                        to_initiative(state.initiative),
                        Words(f"{ask.of}: {ask.what}, by {date_words(ask.by)}."),
                    )
                    for state, ask in asks
                ],
                most,
            )
        )
        return
    askable = tuple(_askable(snapshot))
    offer = " What the council could ask for:" if askable else ""
    yield Empty(f"No status update asks for a decision.{offer}")
    if askable:
        yield Points(askable)


def _askable(snapshot: Snapshot) -> Iterator[Cell]:
    """Yield what the gaps of the record suggest to ask, each with its count."""
    found = totals(snapshot)
    everyone = found.initiatives
    without_owner = everyone - found.owners.held
    without_sponsor = everyone - found.sponsors.held
    silent = found.nothing_since_proposal
    ended = beyond_calendar(snapshot.report.calendar, snapshot.day)
    if without_owner or without_sponsor:
        yield _ask(
            "Name who answers.",
            f"{without_owner} of {everyone} initiatives have no known Owner and "
            f"{without_sponsor} no known Sponsor.",
        )
    if silent:
        yield _ask(
            "Ask for a status update.",
            f"Of {silent} of {everyone} initiatives nothing was found since they were put on "
            "the record.",
        )
    if found.measures_without_target:
        yield _ask(
            "Set targets.",
            f"{found.measures_without_target} of {found.measures} measures have none, so nobody "
            "can say whether they were met.",
        )
    if ended:
        yield _ask(
            "Settle the next milestones.",
            "The last budget cycle on record has ended; no later milestone is known.",
        )


def _ask(what: str, why: str) -> Cell:
    return (Strong(what), Words(why))


def _trouble(snapshot: Snapshot, most: int) -> Iterator[Part]:
    found = [s for s in snapshot.states if Trait.TROUBLE in s.status.traits]
    found.sort(key=lambda s: Trait.ASK not in s.status.traits)
    yield Heading(2, "Off track and at risk")
    if not found:
        yield Empty(_why_no_trouble(snapshot))
        return
    columns: Columns[InitiativeState] = {
        "Initiative": lambda s: to_initiative(s.initiative),
        "Status": lambda s: status_cell(snapshot.report, s),
        "Confidence": lambda s: signal(snapshot.report, s.confidence),
        "Why": lambda s: s.newest.reason if s.newest else None,
    }
    caption = f"{counted(len(found), 'initiative')} off track or at risk{_of_all(found, most)}"
    yield TableBlock(table("trouble", caption, found[:most], columns))


def _why_no_trouble(snapshot: Snapshot) -> str:
    newest = [s.newest for s in snapshot.states if s.newest]
    compiled = sum(update.basis is Basis.COMPILED for update in newest)
    if not compiled:
        return "No initiative is reported off track or at risk."
    return (
        f"No initiative is reported off track or at risk. {compiled} of {len(newest)} newest "
        "updates were compiled by editors from public sources, who do not judge schedules; only "
        "an Owner's update could say so."
    )


def _targets(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    yield Heading(2, "Changed targets")
    found = of_kinds(told, ChangeKind.TARGETS)
    yield from _sentences(found, most, f"No target changed {_since(frame)}.")


def _sentences(found: Sequence[Sentence], most: int, empty: str) -> Iterator[Part]:
    if not found:
        yield Empty(empty)
        return
    yield Points(_shortened([_sentence_items(sentence) for sentence in found], most))


def _sentence_items(sentence: Sentence) -> Cell:
    return (about(sentence), Words(sentence.text))


def _since(frame: DocumentFrame) -> str:
    if frame.before is None:
        return "before this first report"
    return f"since {frame.before.edition.title} ({day_words(frame.before.then.day)})"


def _overdue(snapshot: Snapshot, most: int) -> Iterator[Part]:
    overdue = [m for m in obligations_by_milestone(snapshot) if m.by_state[ObligationState.MISSING]]
    yield Heading(2, "Overdue updates")
    if not overdue:
        yield Empty("Every update that was due has come.")
        return
    columns: Columns[MilestoneObligations] = {
        "Milestone": lambda m: LinkTo(m.milestone.title, addresses.milestone(m.milestone.id)),
        "Due": lambda m: date_words(m.milestone.due),
        Figures("Missing"): lambda m: _missing(m.by_state),
    }
    caption = "Milestones that passed without an update, newest first"
    yield TableBlock(table("overdue", caption, overdue[::-1][:most], columns))


def _missing(states: Mapping[ObligationState, int]) -> str:
    owed = sum(
        states[state]
        for state in (ObligationState.CAME, ObligationState.COVERED, ObligationState.MISSING)
    )
    return f"{states[ObligationState.MISSING]} of {owed}"


def _vacancies(snapshot: Snapshot, most: int) -> Iterator[Part]:
    report, found = snapshot.report, totals(snapshot)
    yield Heading(2, "Vacancies")
    vacant = [s for s in snapshot.states if _vacant(s)]
    if vacant:
        columns: Columns[InitiativeState] = {
            "Initiative": lambda s: to_initiative(s.initiative),
            "Owner": lambda s: role_cell(report, s.owner),
            "Sponsor": lambda s: role_cell(report, s.sponsor),
        }
        caption = f"{counted(len(vacant), 'initiative')} with a known vacancy"
        caption += _of_all(vacant, most)
        yield TableBlock(table("vacant", caption, vacant[:most], columns))
    unnamed = max(found.owners.not_named, found.sponsors.not_named)
    if unnamed:
        yield Paragraph(
            (
                Words(
                    f"No public source names the Owner of {found.owners.not_named} and the "
                    f"Sponsor of {found.sponsors.not_named} of "
                    f"{counted(found.initiatives, 'initiative')}. The City may have named them."
                ),
            )
        )
    if not vacant and not unnamed:
        yield Empty("Every initiative has an Owner and a Sponsor.")


def _vacant(state: InitiativeState) -> bool:
    holders = [role.holder if role else "unassigned" for role in (state.owner, state.sponsor)]
    return "unassigned" in holders


def _finished(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    yield Heading(2, "Finished or ended")
    found = of_kinds(told, ChangeKind.ENDED, ChangeKind.DROPPED)
    yield from _sentences(found, most, f"Nothing finished or ended {_since(frame)}.")


def _moved(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    found = of_kinds(told, ChangeKind.NEW, ChangeKind.STATUS)
    if frame.before:
        yield Heading(2, "New, or moved to another status")
        yield from _sentences(found, most, f"Nothing is new and no status moved {_since(frame)}.")


def _silent(snapshot: Snapshot, most: int) -> Iterator[Part]:
    found = [s for s in snapshot.states if s.status is Status.NOT_REPORTED]
    if not found:
        return
    yield Heading(2, "Nothing heard of")
    number = counted(len(found), "initiative")
    yield Paragraph((Words(f"Nothing was found about {number} since they were put forward."),))
    yield Points(_shortened([(to_initiative(s.initiative),) for s in found], most))


def _next(snapshot: Snapshot, most: int) -> Iterator[Part]:
    day = snapshot.day
    due: list[tuple[date, str, Cell]] = [
        (m.due.last(date.max), date_words(m.due), (Words(f"Updates owed: {m.title}"),))
        for m in snapshot.report.calendar.milestones
        if m.owed and m.due.last(date.max) > day
    ]
    for state in snapshot.states:
        for step in state.initiative.roadmap:
            planned = step.planned
            if step.outcome is None and planned.last(date.max) > day:
                what: Cell = (to_initiative(state.initiative), SideNote(step.title))
                due.append((planned.last(date.max), date_words(planned), what))
    yield Heading(2, "Next milestones")
    if not due:
        cycles = snapshot.report.calendar.cycles
        end = f" The last budget cycle on record ended on {day_words(max(c.ends for c in cycles))}."
        yield Empty(f"No later milestone is on record.{end if cycles else ''}")
        return
    due.sort(key=lambda entry: (entry[0], entry[1]))
    yield FactList(tuple(Fact(when, what) for _, when, what in due[:most]))


def _more(frame: DocumentFrame) -> Iterator[Part]:
    if not frame.snapshot.report.about.site:
        yield Paragraph((Words(msg("brief-more-in-report")),))
        return
    sentence = phrase(
        msg("brief-more"),
        report=LinkTo(msg("brief-more.report"), addresses.download("report", frame.year)),
        status=LinkTo(msg("brief-more.status"), addresses.STATUS),
        changes=LinkTo(msg("brief-more.changes"), addresses.CHANGES),
        unknown=LinkTo(msg("brief-more.unknown"), addresses.UNKNOWN),
    )
    yield Paragraph((sentence,))


def _shortened(items: Sequence[Cell], most: int) -> tuple[Cell, ...]:
    """Return the first items, and how many more the full report has."""
    rest = len(items) - most
    if rest <= 0:
        return tuple(items)
    return (*items[:most], (SideNote(f"and {rest} more in the full report"),))


def _of_all(items: Iterable[object], most: int) -> str:
    number = len(list(items))
    return f"; the first {most}" if number > most else ""
