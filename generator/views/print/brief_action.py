"""What a brief recommends: a draft motion on what is asked for, and what the gaps suggest."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.derive.responsibility.budget_cycle import beyond_calendar
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import RoleCount, totals
from generator.model.keys import RoleKind
from generator.model.updates import Ask
from generator.views.base.blocks import Cell, Strong, Words, phrase
from generator.views.print.attention import ask_text
from generator.views.print.blocks import Heading, Paragraph, Part, Points, ProseBlock
from generator.views.print.shortened import named, shortened
from generator.words.message import Message, listing, msg


def action_parts(
    snapshot: Snapshot, most: int, recommendation: str | None = None
) -> Iterator[Part]:
    """Yield the recommended action, what the staff recommends to the meeting above all.

    There is nothing where nothing is asked and no gap suggests anything.
    """
    asks, gaps = asked(snapshot), tuple(_gaps(snapshot))
    if not (recommendation or asks or gaps):
        return
    yield Heading(2, msg("brief-action-heading"))
    if recommendation:
        yield ProseBlock(recommendation, 3)
    if asks:
        motion = phrase(msg("brief-motion", count=len(asks)), name=Strong(msg("brief-motion.name")))
        yield Paragraph((motion,))
        yield Points(shortened([_request(state, ask) for state, ask in asks], most))
    if gaps:
        too = asks or recommendation
        yield Paragraph((Words(msg("brief-gaps-too" if too else "brief-gaps")),))
        yield Points(gaps)


def asked(snapshot: Snapshot) -> list[tuple[InitiativeState, Ask]]:
    """Return what the newest updates ask for, what is wanted first above."""
    found = [
        (state, state.newest.ask) for state in snapshot.states if state.newest and state.newest.ask
    ]
    return sorted(found, key=lambda pair: (pair[1].by.last(snapshot.day), pair[0].initiative.id))


def _request(state: InitiativeState, ask: Ask) -> Cell:
    return (named(state), Words(ask_text(ask)))


def _gaps(snapshot: Snapshot) -> Iterator[Cell]:
    """Yield what the gaps of the record suggest to ask, each with its count."""
    found = totals(snapshot)
    without = {kind: count for kind, count in found.roles.items() if count.open}
    if without:
        unnamed = any(count.not_named for count in without.values())
        may_be = (msg("brief-may-be-named"),) if unnamed else ()
        yield _gap("roles", _unknown(snapshot, without), *may_be)
    if silent := found.without_update:
        yield _gap("updates", msg("brief-silent", count=silent, all=found.initiatives))
    if untargeted := found.measures_without_target:
        yield _gap("targets", msg("brief-no-target", count=untargeted, all=found.measures))
    calendar = snapshot.report.calendar
    if beyond_calendar(calendar, snapshot.day) and not any(
        m.due.last(date.max) > snapshot.day for m in calendar.milestones
    ):
        yield _gap("milestones", msg("brief-calendar-ended"))


def _gap(what: str, *why: Message) -> Cell:
    return (Strong(msg(f"brief-gap-{what}")), Words(listing(why, "sentences")))


def _unknown(snapshot: Snapshot, without: Mapping[RoleKind, RoleCount]) -> Message:
    """Return how many initiatives have no Owner, no Sponsor, or neither; `without` is not empty."""
    everyone = len(snapshot.states)
    open_ones = {kind: count.open for kind, count in without.items()}
    if len(without) > 1:
        if set(open_ones.values()) == {everyone}:
            return msg("brief-unknown-at-all", all=everyone)
        owners, sponsors = open_ones[RoleKind.OWNER], open_ones[RoleKind.SPONSOR]
        return msg("brief-unknown-both", owners=owners, sponsors=sponsors, all=everyone)
    ((kind, count),) = open_ones.items()
    if kind is RoleKind.OWNER:
        return msg("brief-unknown-owner", count=count, all=everyone)
    return msg("brief-unknown-sponsor", count=count, all=everyone)
