"""The brief for the governing body: at most two pages, exceptions first, honest about gaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.responsibility.budget_cycle import beyond_calendar
from generator.derive.responsibility.obligations import (
    MilestoneObligations,
    ObligationState,
    obligations_by_milestone,
)
from generator.derive.snapshot.freshness import is_measured
from generator.derive.snapshot.known_calendar import last_known_cycle
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.model.dates import PartialDate
from generator.model.keys import Basis, RoleKind
from generator.model.meetings import Meeting
from generator.model.references import UNASSIGNED
from generator.model.statuses import Freshness, Trait
from generator.model.updates import Ask
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, SideNote, Strong, Words
from generator.views.base.presence import has_page
from generator.views.base.role_columns import role_columns
from generator.views.base.shared import signal, status_cell, to_initiative
from generator.views.base.table_builder import Columns, Figures, facts, table
from generator.views.overview.glance import glance
from generator.views.print.blocks import (
    Counts,
    Empty,
    FactList,
    Heading,
    Lede,
    Masthead,
    Paragraph,
    Part,
    Points,
    TableBlock,
)
from generator.views.print.brief_frame import group_parts, more_parts
from generator.views.print.brief_money import money_parts
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.front_page import headline
from generator.views.print.late import expected_dates, late_parts
from generator.views.print.sections import about, differences, of_kinds
from generator.views.print.shortened import cut, shortened
from generator.words.message import Message, Text, msg

MOST_PAGES = 2
LENGTHS = (12, 8, 6, 4, 3, 2, 1)
"""How many items a list may show, tried in turn until the brief is short enough."""


def brief_document(
    frame: DocumentFrame,
    meeting: Meeting | None,
    most: int,
    told: Sequence[Sentence] | None = None,
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
        *late_parts(frame.snapshot, 2, most),
        *money_parts(frame.snapshot, most),
        *_targets(frame, told, most),
        *_overdue(frame.snapshot, most),
        *_vacancies(frame.snapshot, most),
        *_finished(frame, told, most),
        *_moved(frame, told, most),
        *_next(frame.snapshot, most),
        *_silent(frame.snapshot, most),
        *more_parts(frame),
    )
    description = msg("print-description", summary=msg("brief-summary"), day=frame.snapshot.as_of)
    return document(frame, "brief", _title(frame), description, parts)


def _title(frame: DocumentFrame) -> Message:
    return msg("brief-title", report=frame.snapshot.report.about.title)


def _masthead(frame: DocumentFrame, meeting: Meeting | None) -> Masthead:
    return Masthead(
        organization=frame.snapshot.report.about.city,
        title=_title(frame),
        standing=frame.masthead,
        facts=facts(
            {
                msg("brief-meeting"): meeting.on,
                msg("brief-agenda-item"): meeting.agenda_item or "",
            }
            if meeting
            else {}
        ),
        notes=frame.notes,
    )


def _glance(frame: DocumentFrame) -> Iterator[Part]:
    whole = glance(frame.snapshot)
    yield from headline(whole)
    if whole.counts:
        yield Counts(whole.counts)
    else:
        yield from group_parts(frame.snapshot)


def _decisions(snapshot: Snapshot, most: int) -> Iterator[Part]:
    asks = [
        (state, state.newest.ask) for state in snapshot.states if state.newest and state.newest.ask
    ]
    asks.sort(key=lambda pair: (pair[1].by.last(snapshot.day), pair[0].initiative.id))
    askable = tuple(_askable(snapshot))
    if not (snapshot.report.updates or askable or is_measured(snapshot.report)):
        return
    yield Heading(2, msg("brief-decisions-heading"))
    if asks:
        yield Points(shortened([_asked(state, ask) for state, ask in asks], most))
    elif askable:
        yield Lede(msg("brief-no-request-but"))
        yield Points(askable)
    else:
        yield Empty(msg("brief-no-request"))


def _asked(state: InitiativeState, ask: Ask) -> Cell:
    said = msg("brief-request", of=ask.of, what=ask.what, by=ask.by)
    return (to_initiative(state.initiative), Words(said))


def _askable(snapshot: Snapshot) -> Iterator[Cell]:
    """Yield what the gaps of the record suggest to ask, each with its count."""
    found = totals(snapshot)
    silent = found.without_update
    without = {kind: count.open for kind, count in found.roles.items() if count.open}
    if without:
        yield _request("roles", _by_role("unknown", snapshot, without))
    if silent:
        yield _request("updates", msg("brief-silent", count=silent, all=found.initiatives))
    if found.measures_without_target:
        untargeted = found.measures_without_target
        yield _request("targets", msg("brief-no-target", count=untargeted, all=found.measures))
    calendar = snapshot.report.calendar
    if beyond_calendar(calendar, snapshot.day) and not any(
        m.due.last(date.max) > snapshot.day for m in calendar.milestones
    ):
        yield _request("milestones", msg("brief-calendar-ended"))


def _request(what: str, why: Message) -> Cell:
    return (Strong(msg(f"brief-request-{what}")), Words(why))


def _trouble(snapshot: Snapshot, most: int) -> Iterator[Part]:
    if "status" not in snapshot.axes:
        return
    found = [s for s in snapshot.states if Trait.TROUBLE in s.status.traits]
    found.sort(key=lambda s: Trait.ASK not in s.status.traits)
    yield Heading(2, msg("brief-trouble-heading"))
    if not found:
        yield Empty(_why_no_trouble(snapshot))
        return
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("brief-status"): status_cell,
        msg("brief-confidence"): lambda s: (
            signal(s.confidence) if "confidence" in snapshot.axes else None
        ),
        msg("brief-why"): lambda s: s.newest.reason if s.newest else None,
    }
    caption = cut(msg("brief-trouble", count=len(found)), found, most)
    yield TableBlock(table("trouble", caption, found[:most], columns))


def _why_no_trouble(snapshot: Snapshot) -> Message:
    newest = [s.newest for s in snapshot.states if s.newest]
    compiled = sum(update.basis is Basis.COMPILED for update in newest)
    if not compiled:
        return msg("brief-no-trouble")
    if compiled == len(newest):
        return msg("brief-no-trouble-all-compiled", count=compiled)
    return msg("brief-no-trouble-compiled", count=compiled, all=len(newest))


def _targets(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    if not frame.editions or not has_page(addresses.MEASURES, frame.snapshot):
        return
    yield Heading(2, msg("brief-targets-heading"))
    found = of_kinds(told, ChangeKind.TARGETS)
    yield from _sentences(found, most, _none(frame, "targets"))


def _sentences(found: Sequence[Sentence], most: int, empty: Text) -> Iterator[Part]:
    if not found:
        yield Empty(empty)
        return
    yield Points(shortened([_sentence_items(sentence) for sentence in found], most))


def _sentence_items(sentence: Sentence) -> Cell:
    return (about(sentence), Words(sentence.text))


def _none(frame: DocumentFrame, what: str) -> Message:
    """Return that nothing of a kind changed since the report before, or that there is none."""
    if frame.before is None:
        return msg(f"brief-first-no-{what}")
    before = frame.before
    return msg(f"brief-no-{what}-since", report=before.edition.title, day=before.then.as_of)


def _overdue(snapshot: Snapshot, most: int) -> Iterator[Part]:
    overdue = [m for m in obligations_by_milestone(snapshot) if m.by_state[ObligationState.MISSING]]
    if not is_measured(snapshot.report):
        return
    yield Heading(2, msg("brief-overdue-heading"))
    if not overdue:
        owed = any(state.owed_milestones.owed for state in snapshot.states)
        yield Empty(msg("brief-no-overdue" if owed else "brief-no-overdue-yet"))
        return
    columns: Columns[MilestoneObligations] = {
        msg("brief-milestone"): lambda m: LinkTo(
            m.milestone.title, addresses.milestone(m.milestone.id)
        ),
        msg("brief-due"): lambda m: m.milestone.due,
        Figures(msg("brief-missing")): lambda m: _missing(m.by_state),
    }
    yield TableBlock(table("overdue", msg("brief-overdue"), overdue[::-1][:most], columns))


def _missing(states: Mapping[ObligationState, int]) -> Message:
    owed = sum(
        states[state]
        for state in (ObligationState.CAME, ObligationState.COVERED, ObligationState.MISSING)
    )
    return msg("brief-missing-of", count=states[ObligationState.MISSING], all=owed)


def _vacancies(snapshot: Snapshot, most: int) -> Iterator[Part]:
    report, found = snapshot.report, totals(snapshot)
    roles = report.about.roles
    if not roles.asked:
        return
    yield Heading(2, msg("brief-vacancies-heading"))
    vacant = [s for s in snapshot.states if _vacant(s, roles.asked)]
    if vacant:
        columns: Columns[InitiativeState] = {
            msg("common-initiative"): lambda s: to_initiative(s.initiative),
            **role_columns(report),
        }
        caption = cut(msg("brief-vacancies", count=len(vacant)), vacant, most)
        yield TableBlock(table("vacant", caption, vacant[:most], columns))
    not_named = {kind: count.not_named for kind, count in found.roles.items() if count.not_named}
    if not_named:
        yield Paragraph((Words(_by_role("not-named", snapshot, not_named)),))
    elif not vacant:
        none = msg(f"brief-no-vacancy-{roles.which}")
        yield Empty(none if snapshot.states else msg("common-no-initiative"))


def _by_role(subject: str, snapshot: Snapshot, without: Mapping[RoleKind, int]) -> Message:
    """Return how many initiatives have no Owner, no Sponsor, or neither; `without` is not empty."""
    everyone = len(snapshot.states)
    if len(without) > 1:
        if set(without.values()) == {everyone}:
            return msg(f"brief-{subject}-at-all", all=everyone)
        owners, sponsors = without[RoleKind.OWNER], without[RoleKind.SPONSOR]
        return msg(f"brief-{subject}-both", owners=owners, sponsors=sponsors, all=everyone)
    ((kind, count),) = without.items()
    if kind is RoleKind.OWNER:
        return msg(f"brief-{subject}-owner", count=count, all=everyone)
    return msg(f"brief-{subject}-sponsor", count=count, all=everyone)


def _vacant(state: InitiativeState, asked: Iterable[RoleKind]) -> bool:
    held = (state.held(kind) for kind in asked)
    return any(role is None or role.holder == UNASSIGNED for role in held)


def _finished(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    if not frame.editions:
        return
    yield Heading(2, msg("brief-ended-heading"))
    yield from _sentences(_closed(frame, told), most, _none(frame, "ended"))


def _closed(frame: DocumentFrame, told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return what tells that something was finished, ended, or dropped, new ones among them."""
    closed = {
        f"initiative:{state.initiative.id}"
        for state in frame.snapshot.states
        if state.last_known.is_closed
    }
    kinds = (ChangeKind.NEW, ChangeKind.STATUS, ChangeKind.ENDED, ChangeKind.DROPPED)
    return tuple(s for s in of_kinds(told, *kinds) if s.subject in closed)


def _moved(frame: DocumentFrame, told: Sequence[Sentence], most: int) -> Iterator[Part]:
    closed = _closed(frame, told)
    moved = of_kinds(told, ChangeKind.NEW, ChangeKind.STATUS, ChangeKind.ENDED, ChangeKind.DROPPED)
    found = [sentence for sentence in moved if sentence not in closed]
    if frame.before:
        then: dict[str, Text] = {
            "report": frame.before.edition.title,
            "day": frame.before.then.as_of,
        }
        why = msg("brief-no-moved-since-but" if closed else "brief-no-moved-since", **then)
        yield Heading(2, msg("brief-moved-heading"))
        yield from _sentences(found, most, why)


def _silent(snapshot: Snapshot, most: int) -> Iterator[Part]:
    silent = [s for s in snapshot.states if s.freshness is Freshness.NONE]
    if not silent or "status" not in snapshot.axes:
        return
    yield Heading(2, msg("brief-nothing-found-heading"))
    nothing = [s for s in silent if not s.evidence.newest]
    related = [s for s in silent if s.evidence.newest]
    yield from _silent_ones(msg("brief-nothing-found", count=len(nothing)), nothing, most)
    yield from _silent_ones(msg("brief-only-related", count=len(related)), related, most)


def _silent_ones(lead: Message, found: Sequence[InitiativeState], most: int) -> Iterator[Part]:
    if found:
        yield Paragraph((Words(lead),))
        yield Points(shortened([(to_initiative(s.initiative),) for s in found], most))


def _next(snapshot: Snapshot, most: int) -> Iterator[Part]:
    if not has_page(addresses.ROADMAP, snapshot):
        return
    yield Heading(2, msg("brief-next-heading"))
    due = sorted(_coming(snapshot), key=lambda step: (step[0].last(date.max), step[0].text))
    if due:
        yield FactList(tuple(Fact(when, what) for when, what in due[:most]))
        if len(due) > most:
            yield Paragraph((Words(msg("brief-next-rest", count=len(due) - most)),))
    else:
        yield Empty(_why_nothing_comes(snapshot))


def _coming(snapshot: Snapshot) -> Iterator[tuple[PartialDate, Cell]]:
    """Yield what comes after the snapshot's day: milestones, steps, starts and ends."""
    for m in snapshot.report.calendar.milestones:
        if m.owed and m.due.last(date.max) > snapshot.day:
            yield m.due, (Words(msg("brief-updates-due", milestone=m.title)),)
    for state in snapshot.states:
        for step in state.initiative.roadmap:
            if step.outcome is None and step.planned.last(date.max) > snapshot.day:
                yield step.planned, (to_initiative(state.initiative), SideNote(step.title))
        for which, when in expected_dates(state):
            if when.last(date.max) > snapshot.day:
                named = SideNote(msg(f"schedule-part-{which}"))
                yield when, (to_initiative(state.initiative), named)


def _why_nothing_comes(snapshot: Snapshot) -> Message:
    last = last_known_cycle(snapshot.report.calendar)
    if last is None:
        return msg("brief-nothing-next")
    ended = last.ends < snapshot.day
    return msg("brief-nothing-next-ended" if ended else "brief-nothing-next-yet", day=last.ends)
