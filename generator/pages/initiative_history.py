"""What happened to an initiative, newest first: proposal, events, updates."""

from generator.derive.snapshot import Snapshot, Standing
from generator.derive.timeline import timeline
from generator.derive.wording import amount_words, date_words
from generator.model.initiative import Event, Proposed
from generator.model.keys import HowProposed
from generator.model.report import Report
from generator.model.updates import Update
from generator.pages import addresses
from generator.pages.blocks import Aside, Cell, Entry, Strong, Words
from generator.pages.shared import match_mark, signal, sources


def history(snapshot: Snapshot, standing: Standing) -> tuple[Entry, ...]:
    """Return the entries of an initiative's timeline, newest first."""
    made = []
    for entry in timeline(standing, snapshot.day):
        match entry.what:
            case Proposed():
                made.append(_proposal(snapshot.report, standing))
            case Event():
                made.append(_event(snapshot.report, standing, entry.what))
            case Update():
                made.append(_update(snapshot.report, entry.what))
    return tuple(made)


def _proposal(report: Report, standing: Standing) -> Entry:
    initiative = standing.initiative
    start = signal(report, "status", initiative.at_proposal.status)
    first_seen = initiative.proposed.how is HowProposed.FIRST_SEEN
    lead = "First seen in a source, as" if first_seen else "Put on the record, as"
    return Entry(
        date_words(initiative.proposed.on),
        (Strong(lead), start, *sources(report, initiative.proposed.sources)),
        ((Aside(initiative.at_proposal.why), *sources(report, initiative.at_proposal.sources)),),
    )


def _event(report: Report, standing: Standing, event: Event) -> Entry:
    value: Cell = (Words(event.text), *match_mark(event.match), *sources(report, event.sources))
    about = [i.text for i in standing.initiative.ideas if i.id in event.about]
    figures = "; ".join(f"{f.label}: {amount_words(f, f.unit)}" for f in event.figures)
    said = [figures, event.note or "", *(f"Idea: {text}" for text in about)]
    return Entry(date_words(event.on), value, tuple((Aside(text),) for text in said if text))


def _update(report: Report, update: Update) -> Entry:
    milestones = {m.id: m.title for m in report.calendar.milestones}
    title = milestones.get(update.milestone, "Between milestones")
    value: Cell = (
        Strong("Status update"),
        signal(report, "status", update.status),
        Aside(f"{title}; {update.basis.value}"),
    )
    details = ((Words(update.reason),),) if update.reason else ()
    anchor = addresses.update(update.initiative, update.milestone).partition("#")[2]
    return Entry(date_words(update.as_of), value, details, anchor)
