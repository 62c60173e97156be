"""What needs attention, in words: why, with which money, who is responsible, and what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.attention import Concern, Matter, OverdueDate, matters
from generator.derive.history.changes.phrasing import in_sentences, stopped
from generator.derive.measures.results import TargetResult
from generator.derive.money.variance import Variance
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Event
from generator.model.keys import RoleKind
from generator.model.updates import Ask
from generator.views.base.blocks import Cell, Inline, LinkTo, Strong, Table
from generator.views.base.shared import role_cell, status_cells, status_signal, to_initiative
from generator.views.base.table_builder import Columns, cell, table
from generator.views.base.timing import Planned, timing_text
from generator.views.goals.results import comparison
from generator.views.money.at_stake import money_cell
from generator.views.money.sentences import variance_sentences
from generator.views.print.shortened import cut
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class MatterView:
    """One initiative that needs attention."""

    initiative: LinkTo
    status: Cell
    sign: Inline
    """Why in a word or two."""
    why: Text
    """Whole sentences; empty where no record tells."""
    money: Cell
    """What it costs, or what is at stake; empty where that is not known."""
    owner: Cell
    """Who holds the role, or which kind of gap there is; empty where Owners are not asked."""
    next_step: Text
    """Who must do what by when, as far as the records say; else what would help."""


def matter_views(snapshot: Snapshot, since: date | None = None) -> tuple[MatterView, ...]:
    """Return every initiative that needs attention, ranked by `derive.attention`.

    What was dropped or ended by the day `since`, that of the report before, is left out.
    """
    status = status_cells(snapshot)
    return tuple(
        MatterView(
            initiative=to_initiative(matter.state.initiative),
            status=status(matter.state),
            sign=_sign(matter),
            why=_why(snapshot, matter),
            money=money_cell(snapshot.report.about, matter.money),
            owner=_owner(snapshot, matter.state),
            next_step=_next_step(matter),
        )
        for matter in matters(snapshot, since)
    )


def matters_table(found: Sequence[MatterView], most: int) -> Table:
    """Return the first matters as a table; its caption counts all. There must be one."""
    columns: Columns[MatterView] = {
        msg("common-initiative"): lambda one: one.initiative,
        msg("attention-why"): lambda one: (one.sign, *cell(one.why)),
        msg("attention-money"): lambda one: one.money,
        msg("status-axis-owner"): lambda one: one.owner,
        msg("attention-next"): lambda one: one.next_step,
    }
    caption = cut(msg("attention-matters", count=len(found)), found, most)
    return table("attention", caption, found[:most], columns)


def ask_text(ask: Ask) -> Text:
    """Return who must do what by when, as an update asks for it."""
    return msg("attention-asked", of=ask.of, by=ask.by, what=stopped(ask.what))


def _why(snapshot: Snapshot, matter: Matter) -> Text:
    newest = matter.state.newest
    reason = stopped(newest.reason) if newest else ""
    match matter.shown:
        case OverdueDate() as found:
            return _overdue(matter.state, found)
        case Variance() as found:
            return in_sentences(variance_sentences(snapshot.report, (found,), of_one=True))
        case TargetResult() as found:
            said = in_sentences(comparison(found))
            return msg("attention-missed", measure=found.measure.title, said=said)
        case Event() as event:
            return stopped(event.text) if matter.concern is Concern.STOPPED else reason
    return reason


def _overdue(state: InitiativeState, found: OverdueDate) -> Text:
    what: Planned = "step" if found.step else "end" if found.timing is state.timing.end else "start"
    when = timing_text(found.timing, what)
    if found.step:
        return msg("attention-overdue-step", step=found.step.title, when=when)
    return msg("attention-overdue-end" if what == "end" else "attention-overdue-start", when=when)


def _sign(matter: Matter) -> Inline:
    """Return the concern in a word or two; of a status, the status itself."""
    if matter.concern in {Concern.ASKED, Concern.IN_TROUBLE, Concern.PAUSED}:
        return status_signal(matter.state)
    if matter.concern is Concern.SILENT and (newest := matter.state.evidence.newest):
        return Strong(msg("attention-last-found", day=newest))
    return Strong(msg(f"attention-sign-{matter.concern.value}{_part(matter)}"))


def _owner(snapshot: Snapshot, state: InitiativeState) -> Cell:
    asked = RoleKind.OWNER in snapshot.report.about.roles.asked
    return role_cell(snapshot.report, state.owner)[:1] if asked else ()


def _next_step(matter: Matter) -> Text:
    newest = matter.state.newest
    if newest and newest.ask:
        return ask_text(newest.ask)
    return msg(f"attention-helps-{matter.concern.value}{_part(matter)}")


def _part(matter: Matter) -> str:
    return "-part" if matter.is_of_part else ""
