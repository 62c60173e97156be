"""Facts about an initiative that its first sentences do not say, as names and values."""

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Initiative
from generator.model.report import Report
from generator.model.statuses import Confidence, Status
from generator.model.updates import Update
from generator.views.base.blocks import Cell, Fact, Words
from generator.views.base.shared import (
    area_link,
    found_text,
    freshness_cell,
    match_mark,
    phase_cell,
    remarks,
    signal,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Value, facts
from generator.views.base.timing import timing_cell
from generator.views.initiatives import own_records
from generator.views.initiatives.history import judged_by
from generator.words.message import Text, listing, msg


def initiative_facts(snapshot: Snapshot, state: InitiativeState) -> tuple[Fact, ...]:
    """Return how an initiative is going, besides its status, and where it belongs."""
    report, initiative = snapshot.report, state.initiative
    return facts(
        {
            **_judged(snapshot, state),
            msg("facts-progress"): own_records.progress_cell(report, initiative),
            msg("common-area"): area_link(report, initiative, whole=True),
            msg("initiative-listed"): initiative.proposed.on,
            msg("common-note"): remarks(report, initiative, initiative.note),
        }
    )


def further_facts(snapshot: Snapshot, state: InitiativeState) -> tuple[Fact, ...]:
    """Return an initiative's groups, places, numbers, and other names, and a source's own words."""
    report, initiative = snapshot.report, state.initiative
    return facts(
        {
            **own_records.group_facts(report, initiative),
            msg("facts-places"): own_records.places_cell(initiative),
            **own_records.number_facts(initiative),
            msg("initiative-also-called"): _other_titles(report, initiative),
            **_of_update(snapshot, state.newest),
        }
    )


def _judged(snapshot: Snapshot, state: InitiativeState) -> dict[Text, Value]:
    """Return whether it is in time, and its states besides its status, each with its reason."""
    update = state.newest
    axes: dict[str, Cell] = {
        "phase": _phase(state, update),
        "confidence": _confidence(state, update),
        "freshness": freshness_cell(state),
    }
    timing = timing_cell(state) if "status" in snapshot.axes else None
    return {
        msg("schedule-timing"): timing,
        **{msg(f"status-axis-{a}"): cell for a, cell in axes.items() if a in snapshot.axes},
        msg("initiative-missed"): _missed(snapshot, state),
    }


def _missed(snapshot: Snapshot, state: InitiativeState) -> Text | None:
    """Return for which milestones updates were due that would say how it is going."""
    missed = [milestone.title for milestone in state.owed_milestones.missed]
    silent = state.status is Status.NOT_REPORTED and "status" in snapshot.axes
    return listing(missed) if missed and silent else None


def _phase(state: InitiativeState, update: Update | None) -> Cell:
    """Return the phase, when it was last found, and why it is this one."""
    known = phase_cell(state)
    reason = update.phase_reason if update else None
    if not known:
        return text_cell(None, reason)
    return (*known, *text_cell(None, found_text(state.evidence.status), reason))


def _confidence(state: InitiativeState, update: Update | None) -> Cell:
    """Return how likely success is, who judged so, and why."""
    if update is None:
        return ()
    why = text_cell(None, judged_by(update), update.confidence_reason)
    return why if state.confidence is Confidence.NOT_ASSESSED else (signal(state.confidence), *why)


def _of_update(snapshot: Snapshot, update: Update | None) -> dict[Text, Value]:
    """Return what else the newest update says."""
    if update is None:
        return {}
    other = snapshot.state_of(update.continues_in) if update.continues_in else None
    word = update.source_word
    return {
        msg("initiative-source-word"): msg("initiative-quoted", word=word) if word else None,
        msg("initiative-continues"): to_initiative(other.initiative) if other else None,
    }


def _other_titles(report: Report, initiative: Initiative) -> Cell:
    return tuple(
        piece
        for other in initiative.also_titled
        for piece in (
            Words(other.title),
            *match_mark(other.match),
            *sources(report, other.sources),
        )
    )
