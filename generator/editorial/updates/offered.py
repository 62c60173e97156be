"""What lists offer to whoever posts an update: first the milestone that is due now."""

import re
from collections import Counter

from generator.derive.responsibility.budget_cycle import due_now, in_offered_order
from generator.model.cycles import Milestone
from generator.model.report import Report

CUT_AFTER = 16
"""How many characters of a name are seen where there is least room, in a menu at the side."""


_MARK = re.compile(r"(?:Due now|\d{4}(?:-\d{2}){0,2}): ")


def without_mark(name: str) -> str:
    """Return what lists call a milestone without what stands before its title for a time."""
    mark = _MARK.match(name)
    return name[mark.end() :] if mark else name


def offered_milestones(report: Report) -> dict[str, str]:
    """Return what lists call the milestones, by id: the one due now first, then the newest.

    Where titles begin alike, the day each is due comes first: a narrow list cuts off the rest.
    """
    calendar = report.calendar
    now = due_now(calendar, report.about.as_of)
    beginnings = Counter(milestone.title[:CUT_AFTER] for milestone in calendar.milestones)

    def name(milestone: Milestone) -> str:
        if milestone is now:
            return f"Due now: {milestone.title}"
        if beginnings[milestone.title[:CUT_AFTER]] > 1:
            return f"{milestone.due.text.removesuffix('~')}: {milestone.title}"
        return milestone.title

    return {m.id: name(m) for m in in_offered_order(calendar, report.about.as_of)}
