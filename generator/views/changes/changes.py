"""The view of the page of changes: how statuses moved through all editions, and each interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.editions.edition_comparison import LaterRecord, written_address
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.status_flows import StatusFlow
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base.blocks import Cell, Inline, LinkTo, SideNote, Table, Words
from generator.views.base.shared import sources, to_initiative
from generator.views.base.table_builder import Columns, table
from generator.views.changes.status_flow import (
    Moved,
    StatusFlowView,
    flow_lede,
    flow_view,
    flows_of,
    moved,
)
from generator.views.changes.times import Interval, intervals
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class IntervalEntry:
    """An interval on the page of all: the way to its page, and what moved in it."""

    link: LinkTo
    moved: tuple[Moved, ...]
    why_empty: Text
    """Said where nothing moved."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """How statuses moved from edition to edition and to today, and the way to each interval."""

    lede: Text
    flow: StatusFlowView | None
    intervals: tuple[IntervalEntry, ...]
    """Newest first."""
    learned: tuple[Table, ...]
    """What was found out about the time of each frozen edition since then, where anything was."""
    learned_none: Text
    """That nothing was, where editions are frozen and nothing was."""


def changes_view(now: Snapshot, editions: tuple[EditionSnapshot, ...]) -> ChangesView:
    """Return the view of the page of changes; there is at least one edition."""
    flows = flows_of(intervals(now, editions))
    flow = flow_view(flows)
    frozen = [edition for edition in editions if edition.is_frozen]
    found = [(edition, edition.found_since) for edition in reversed(frozen)]
    learned = tuple(_learned(now, edition, later) for edition, later in found if later)
    return ChangesView(
        lede=flow_lede(flows[0][0].before, flows[-1][0].after)
        if flow
        else msg("change-lede", day=now.as_of),
        flow=flow,
        intervals=tuple(_entry(*one) for one in reversed(flows)),
        learned=learned,
        learned_none=msg("change-learned-none") if frozen and not learned else "",
    )


def _entry(interval: Interval, flows: tuple[StatusFlow, ...]) -> IntervalEntry:
    found = moved(interval, flows)
    link = LinkTo(interval.title, interval.address)
    return IntervalEntry(link, found, "" if found or not flows else msg("flow-no-moves"))


def _learned(now: Snapshot, edition: EditionSnapshot, found: Sequence[LaterRecord]) -> Table:
    year = str(edition.edition.year)
    columns: Columns[LaterRecord] = {
        msg("change-about"): lambda f: _about(now, f),
        msg("change-found"): _what,
        msg("change-as-of"): lambda f: f.record.when,
        msg("change-entered"): lambda f: f.record.recorded,
        msg("change-sources"): lambda f: sources(now.report, f.record.sources),
    }
    caption = msg("change-learned-caption", year=year)
    return table(f"learned-{year}", caption, found, columns)


def _about(now: Snapshot, found: LaterRecord) -> Inline:
    kind, some_id = found.address[:2]
    state = now.state_of(some_id) if kind == "initiative" else None
    return to_initiative(state.initiative) if state else Words(now.report.about.program)


def _what(found: LaterRecord) -> Cell:
    record = found.record
    texts = (getattr(record, name, None) for name in ("text", "title", "what", "reason", "why"))
    text = next((t for t in texts if t), written_address(found.address))
    kind = type(record).__name__.lower()
    return (Words(str(text)), SideNote(msg(f"change-record-{kind}")))
