"""What became of an initiative, before all else: its state, as of when, why, and whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.progress import newest_progress
from generator.derive.snapshot.filled import has_ideas, has_measures, has_money, has_staffing
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Role
from generator.model.keys import RoleKind
from generator.model.references import NOT_NAMED
from generator.model.statuses import Confidence, Phase, Status
from generator.views.base.blocks import Cell, Fact, SideNote
from generator.views.base.shared import role_cell, status_cell, text_cell
from generator.views.base.table_builder import facts
from generator.views.base.timing import timing_cell
from generator.views.initiatives.matches import on_matches_alone
from generator.views.initiatives.own_records import progress_text
from generator.words.message import Text, listing, msg


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an initiative, above all that is told of it."""

    state: Cell
    """Its status with its date; else whether it is in time, how far it is, or since when listed."""
    sentence: Text
    """What the newest record says of it, or that none does; empty where its state says all."""
    facts: tuple[Fact, ...]
    """Who holds the roles, or that they are vacant; then all that no source gives, as one fact."""


def verdict(snapshot: Snapshot, state: InitiativeState) -> Verdict:
    """Return what became of an initiative."""
    return Verdict(
        state=_state(snapshot, state),
        sentence=_sentence(snapshot, state),
        facts=facts(
            {**_responsible(snapshot, state), msg("initiative-unknown"): _unknown(snapshot, state)}
        ),
    )


def _responsible(snapshot: Snapshot, state: InitiativeState) -> dict[Text, Cell]:
    """Return who holds the roles; those of which the same is to be said together."""
    held: dict[Cell, list[Text]] = {}
    for kind, role in _roles(snapshot, state):
        if not _is_unnamed(role):
            held.setdefault(role_cell(snapshot.report, role), []).append(_called(kind))
    return {listing(names): cell for cell, names in held.items()}


def _state(snapshot: Snapshot, state: InitiativeState) -> Cell:
    if "status" in snapshot.axes:
        return (*status_cell(state), *on_matches_alone(state))
    if timing := timing_cell(state):
        return timing
    if progress := newest_progress(state.initiative):
        return text_cell(progress_text(progress))
    return (SideNote(msg("initiative-listed-on", date=state.initiative.proposed.on)),)


def _sentence(snapshot: Snapshot, state: InitiativeState) -> Text:
    """Return why an initiative is as it is, in the words of its newest record."""
    if "status" not in snapshot.axes:
        return ""
    if state.newest:
        return state.newest.reason or ""
    if state.status is not Status.NOT_REPORTED:
        begun = state.initiative.at_proposal
        return (begun and begun.why) or ""
    missed = len(state.owed_milestones.missed)
    if not missed:
        return msg("initiative-gap-since", date=state.last_known_on)
    if state.evidence.newest:
        return msg("initiative-gap-related", count=missed)
    return msg("initiative-gap", date=state.last_known_on, count=missed)


def _roles(snapshot: Snapshot, state: InitiativeState) -> Iterator[tuple[RoleKind, Role | None]]:
    for kind in snapshot.report.about.roles.asked:
        yield kind, state.held(kind)


def _called(kind: RoleKind) -> Text:
    return msg(f"status-axis-{kind.value}")


def _is_unnamed(role: Role | None) -> bool:
    """Return whether no source names who holds a role, which may be held all the same."""
    return role is not None and role.holder == NOT_NAMED


def _unknown(snapshot: Snapshot, state: InitiativeState) -> Text | None:
    """Return what no source gives; what none gives of any initiative, none need give of it."""
    unnamed: dict[Text, list[Text]] = {}
    for kind, role in _roles(snapshot, state):
        if role is not None and _is_unnamed(role):
            unnamed.setdefault(role.since, []).append(_called(kind))
    roles = (
        msg("initiative-unnamed", roles=listing(names), date=since)
        for since, names in unnamed.items()
    )
    found = [*roles, *(msg(f"initiative-missing-{name}") for name in _missing(snapshot, state))]
    return listing(found, "apart") if found else None


def _missing(snapshot: Snapshot, state: InitiativeState) -> Iterator[str]:
    initiative = state.initiative
    money_or_staff = initiative.funding or initiative.staffing
    expected = {
        "ideas": has_ideas(snapshot) and not initiative.ideas,
        "measures": has_measures(snapshot) and not initiative.measures,
        "money": (has_money(snapshot) or has_staffing(snapshot)) and not money_or_staff,
        "phase": "phase" in snapshot.axes and state.phase is Phase.NOT_ASSESSED,
        "confidence": "confidence" in snapshot.axes and state.confidence is Confidence.NOT_ASSESSED,
    }
    yield from (name for name, lacks in expected.items() if lacks)
