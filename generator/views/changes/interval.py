"""The view of one interval: what changed from one edition to the next, or to today."""

from dataclasses import dataclass

from generator.derive.history.changes.sentences import changes
from generator.derive.history.status_flows import status_flows
from generator.views.base.blocks import LinkTo
from generator.views.base.page import PageFrame
from generator.views.base.shared import match_mark
from generator.views.changes.change_groups import ChangeGroup, by_topic, lead, lists
from generator.views.changes.editions import edition_frame
from generator.views.changes.status_flow import StatusList, flow_lists
from generator.views.changes.times import Interval
from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class IntervalView:
    """What changed in an interval."""

    title: Text
    lede: Text
    topics: tuple[ChangeGroup, ...]
    """What changed, by topic area."""
    has_matches: bool
    statuses: tuple[StatusList, ...]
    """Which initiatives went from which status to which."""
    lists: tuple[ChangeGroup, ...]
    """Where nothing is new, and how old the last updates are."""
    edition: LinkTo | None
    """The edition at its end; None today."""


def interval_view(interval: Interval) -> IntervalView:
    """Return the view of one interval."""
    before, after = interval.before.then, interval.after.then
    told = changes(before, after)
    return IntervalView(
        title=interval.title,
        lede=lead(told),
        topics=by_topic(before, after, told),
        has_matches=any(match_mark(e.match) for s in told for e in s.evidence),
        statuses=flow_lists(interval, status_flows(before, after)),
        lists=lists(told),
        edition=interval.after.link,
    )


def interval_frame(interval: Interval) -> PageFrame | None:
    """Return what is around the page: what is around the edition at its end; None up to today."""
    return edition_frame(interval.after.edition) if interval.after.edition else None
