"""What happened to an initiative, newest first: proposal, events, updates."""

from generator.derive.history.timeline import timeline
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Event, Proposed
from generator.model.keys import EventKind, HowProposed
from generator.model.records import Figure
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase
from generator.model.updates import Ask, Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, DatedEntry, SideNote, Strong, Words
from generator.views.base.shared import match_mark, signal, sources, stated_text, text_cell
from generator.words.english import date_words
from generator.words.message import Text, amount_text, listing, msg


def history(snapshot: Snapshot, state: InitiativeState) -> tuple[DatedEntry, ...]:
    """Return the entries of an initiative's timeline, newest first."""
    made = []
    for entry in timeline(state, snapshot.day):
        match entry.what:
            case Proposed():
                made.append(_proposal(snapshot.report, state))
            case Event():
                made.append(_event(snapshot.report, state, entry.what))
            case Update():
                made.append(_update(snapshot.report, state, entry.what))
    return tuple(made)


def _proposal(report: Report, state: InitiativeState) -> DatedEntry:
    initiative = state.initiative
    start = signal(report, initiative.at_proposal.status)
    first_seen = initiative.proposed.how is HowProposed.FIRST_SEEN
    lead = "First seen in a source, as" if first_seen else "Put on the record, as"
    return DatedEntry(
        date_words(initiative.proposed.on),
        (Strong(lead), start, *sources(report, initiative.proposed.sources)),
        ((SideNote(initiative.at_proposal.why), *sources(report, initiative.at_proposal.sources)),),
    )


def _event(report: Report, state: InitiativeState, event: Event) -> DatedEntry:
    about = [(SideNote(f"Idea: {i.text}"),) for i in state.initiative.ideas if i.id in event.about]
    return DatedEntry(
        date_words(event.on), event_cell(report, event), (*event_details(event), *about)
    )


_KINDS = {kind: kind.value.replace("_", " ") for kind in EventKind}


def event_cell(report: Report, event: Event) -> Cell:
    """Return what happened, of which kind it is, and where it is told."""
    return (
        Words(event.text),
        SideNote(_KINDS[event.kind]),
        *match_mark(event.match),
        *sources(report, event.sources),
    )


def event_details(event: Event) -> tuple[Cell, ...]:
    """Return the figures of an event, the source's own word for it, and its note."""
    word = f"The source's word: “{event.source_word}”" if event.source_word else ""
    said: list[Text] = [*(_figure(f) for f in event.figures), word, event.note or ""]
    return tuple((SideNote(text),) for text in said if text)


def _figure(figure: Figure) -> Text:
    said = msg("history-figure", label=figure.label, figure=amount_text(figure, figure.unit))
    more = [text for text in (stated_text(figure), figure.note) if text]
    return msg("history-remark", said=said, remark=listing(more, "plain")) if more else said


def _update(report: Report, state: InitiativeState, update: Update) -> DatedEntry:
    """Return an update; what the newest one says in full is at the top of the page."""
    milestones = {m.id: m.title for m in report.calendar.milestones}
    title = milestones.get(update.milestone, "Between milestones")
    value: Cell = (
        Strong("Status update"),
        signal(report, update.status),
        SideNote(f"{title}; {update.basis.value}"),
    )
    details: tuple[Cell, ...] = ((Words(update.reason),),) if update.reason else ()
    anchor = addresses.update(update.initiative, update.milestone).partition("#")[2]
    if update == state.newest:
        return DatedEntry(date_words(update.as_of), value, details, anchor)
    details += tuple(cell for cell in _earlier(report, update) if cell)
    return DatedEntry(date_words(update.as_of), value, details, anchor, update.body)


def _earlier(report: Report, update: Update) -> tuple[Cell, ...]:
    """Return what an update that is no longer the newest said besides its status."""
    by = f"by {update.confidence_by}" if update.confidence_by else None
    word = f"The source's word: “{update.source_word}”" if update.source_word else None
    phase, confidence = (
        text_cell(None, update.phase_reason),
        text_cell(None, by, update.confidence_reason),
    )
    if phase or update.phase is not Phase.NOT_ASSESSED:
        phase = (signal(report, update.phase), *phase)
    if confidence or update.confidence is not Confidence.NOT_ASSESSED:
        confidence = (signal(report, update.confidence), *confidence)
    asked = ask_words(update.ask)
    return (
        text_cell(None, word),
        phase,
        confidence,
        text_cell(f"Needed: {asked}" if asked else None),
    )


def ask_words(ask: Ask | None) -> str:
    """Return what an update asks for, from whom and by when; nothing where it asks nothing."""
    return f"{ask.of}: {ask.what}, by {date_words(ask.by)}." if ask else ""
