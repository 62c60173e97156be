"""What happened to an initiative, newest first: proposal, events, updates."""

from generator.derive.history.timeline import timeline
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Event, Proposed
from generator.model.records import Figure
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase
from generator.model.updates import Ask, Update
from generator.views.base import addresses
from generator.views.base.blocks import Cell, DatedEntry, SideNote, Strong, Words
from generator.views.base.shared import match_mark, remarks, signal, sources, stated_text, text_cell
from generator.words.key_labels import key_label
from generator.words.message import Text, amount_text, msg


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
    begun = initiative.at_proposal
    why = begun and text_cell(None, begun.why)
    return DatedEntry(
        initiative.proposed.on,
        proposal_cell(report, state),
        ((*why, *sources(report, begun.sources)),) if begun and why else (),
    )


def proposal_cell(report: Report, state: InitiativeState) -> Cell:
    """Return how an initiative came onto the record, and with which status."""
    initiative = state.initiative
    begun = initiative.at_proposal
    start = () if begun is None else (signal(begun.status),)
    lead = Strong(msg(f"history-began-{initiative.proposed.how.value}"))
    return (lead, *start, *sources(report, initiative.proposed.sources))


def _event(report: Report, state: InitiativeState, event: Event) -> DatedEntry:
    about = [
        (SideNote(msg("history-idea", idea=idea.text)),)
        for idea in state.initiative.ideas
        if idea.id in event.about
    ]
    return DatedEntry(event.on, event_cell(report, event), (*event_details(report, event), *about))


def event_cell(report: Report, event: Event) -> Cell:
    """Return what happened, of which kind it is, and where it is told."""
    return (
        Words(event.text),
        SideNote(key_label(event.kind)),
        *match_mark(event.match),
        *sources(report, event.sources),
    )


def event_details(report: Report, event: Event) -> tuple[Cell, ...]:
    """Return an event's figures, the source's own word for it, its note, and what came later."""
    said = (_source_word(event.source_word), event.note)
    told = (*map(figure_cell, event.figures), *((SideNote(text),) for text in said if text))
    return (*told, later) if (later := remarks(report, event)) else told


def _source_word(word: str | None) -> Text | None:
    return msg("history-source-word", word=word) if word else None


def figure_cell(figure: Figure) -> Cell:
    """Return what a figure of an event is of, and the figure, in the source's words too."""
    amount, stated = amount_text(figure, figure.unit), stated_text(figure)
    said = (
        msg("history-figure-stated", label=figure.label, figure=amount, stated=stated)
        if stated
        else msg("history-figure", label=figure.label, figure=amount)
    )
    return text_cell(None, said, figure.note)


def _update(report: Report, state: InitiativeState, update: Update) -> DatedEntry:
    """Return an update; what the newest one says in full is at the top of the page."""
    value: Cell = (
        Strong(msg("history-update")),
        signal(update.status),
        SideNote(_on_whose_word(report, update)),
    )
    details: tuple[Cell, ...] = ((Words(update.reason),),) if update.reason else ()
    anchor = addresses.update(update.initiative, update.milestone).partition("#")[2]
    if update == state.newest:
        return DatedEntry(update.as_of, value, details, anchor)
    details += tuple(cell for cell in _earlier(update) if cell)
    return DatedEntry(update.as_of, value, details, anchor, update.body)


def _on_whose_word(report: Report, update: Update) -> Text:
    """Return at which milestone an update was given, if there are any, and who says so."""
    if not report.calendar.milestones:
        return msg(f"common-basis-{update.basis.value}")
    milestone = milestone_title(report, update.milestone)
    return msg(f"history-update-{update.basis.value}", milestone=milestone)


def _earlier(update: Update) -> tuple[Cell, ...]:
    """Return what an update that is no longer the newest said besides its status."""
    phase, confidence = (
        text_cell(None, update.phase_reason),
        text_cell(None, judged_by(update), update.confidence_reason),
    )
    if phase or update.phase is not Phase.NOT_ASSESSED:
        phase = (signal(update.phase), *phase)
    if confidence or update.confidence is not Confidence.NOT_ASSESSED:
        confidence = (signal(update.confidence), *confidence)
    return (
        text_cell(None, _source_word(update.source_word)),
        phase,
        confidence,
        text_cell(ask_text(update.ask)),
    )


def milestone_title(report: Report, milestone_id: str) -> Text:
    """Return what the milestone of an update is called; that it is for none, where it is not."""
    titles = {m.id: m.title for m in report.calendar.milestones}
    return titles.get(milestone_id) or msg("holder-between-milestones")


def judged_by(update: Update) -> Text | None:
    """Return who judged how likely it is that all will be delivered; None where nobody is named."""
    by = update.confidence_by
    return msg("history-judged-by", who=by) if by else None


def ask_text(ask: Ask | None) -> Text:
    """Return what an update asks for, from whom and by when; nothing where it asks nothing."""
    return msg("history-ask", who=ask.of, date=ask.by, what=ask.what) if ask else ""
