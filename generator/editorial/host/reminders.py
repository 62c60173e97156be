"""Reminders as issues at the git host: what to open, to say again and to close; a plan, no act.

An issue is known by a hidden marker in its text, and by its label, which only those with rights to
the repository can give.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from generator.derive.history.renames import Names, present_ids
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.updates.due import DueUpdate, asks, named, overdue
from generator.words.english import counted, in_english

LABEL = "update-reminder"
"""The label that every reminder carries."""

WEEKLY = timedelta(days=7)
ESCALATES_AFTER = 4
"""Weeks after which the Sponsor is asked too, unless the caller says otherwise."""

MISSED = 2
"""Missed milestones from which the Sponsor is asked too."""

_MARKER = re.compile(r"<!-- reminder:([a-z0-9-]+):([a-z0-9-]+) -->")
_SAID = re.compile(r"<!-- reminded:(\d{4}-\d{2}-\d{2}) -->")


@dataclass(frozen=True, slots=True)
class ReminderIssue:
    """An open issue with the reminders' label."""

    number: int
    body: str
    comments: tuple[str, ...] = ()

    def pair(self, renamed: Names) -> tuple[str, str] | None:
        """Return the milestone and the present id of the initiative that it is about."""
        found = _MARKER.search(self.body)
        return (found[1], renamed.get(found[2], found[2])) if found else None

    @property
    def last_said(self) -> date:
        """The day on which it last reminded somebody; the first of all days where none is known."""
        days = [d for text in (self.body, *self.comments) for d in _SAID.findall(text)]
        return max((date.fromisoformat(day) for day in days if _is_day(day)), default=date.min)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """Open an issue."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class CommentOnIssue:
    """Say something in an issue."""

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """Close an issue with a last word."""

    number: int
    body: str


Step: TypeAlias = OpenIssue | CommentOnIssue | CloseIssue


def plan(
    snapshot: Snapshot, issues: Sequence[ReminderIssue], weeks: int = ESCALATES_AFTER
) -> tuple[Step, ...]:
    """Return what is to be done on the snapshot's day: at most one issue for each missing update.

    A comment comes at most once a week. After the second missed milestone, or `weeks` after the
    day it was due, it asks the Sponsor too. An issue is closed when nothing is missing any more.
    """
    owed = {
        (due_update.milestone.id, due_update.initiative): due_update
        for due_update in overdue(snapshot)
    }
    renamed = present_ids(snapshot.report.initiatives)
    about = [(pair, issue) for issue in issues if (pair := issue.pair(renamed))]
    known: dict[tuple[str, str], ReminderIssue] = {}
    for pair, issue in sorted(about, key=lambda found: found[1].number):
        known.setdefault(pair, issue)
    return tuple(_steps(snapshot, owed, known, about, weeks))


def _steps(
    snapshot: Snapshot,
    owed: Mapping[tuple[str, str], DueUpdate],
    known: Mapping[tuple[str, str], ReminderIssue],
    about: Sequence[tuple[tuple[str, str], ReminderIssue]],
    weeks: int,
) -> Iterator[Step]:
    for pair, due_update in owed.items():
        issue = known.get(pair)
        if issue is None:
            yield OpenIssue(_title(due_update), _opening(due_update, snapshot.day, weeks))
        elif snapshot.day - issue.last_said >= WEEKLY:
            yield CommentOnIssue(issue.number, _again(due_update, snapshot.day, weeks))
    for pair, issue in about:
        if pair not in owed:
            yield CloseIssue(issue.number, _closing_words(snapshot, *pair))
        elif known[pair] is not issue:
            yield CloseIssue(issue.number, f"The same reminder is open as #{known[pair].number}.")


def escalated(due_update: DueUpdate, day: date, weeks: int) -> bool:
    """Return whether the Sponsor is to be asked too."""
    return due_update.missed >= MISSED or day - due_update.last_day >= timedelta(weeks=weeks)


def _title(due_update: DueUpdate) -> str:
    return f"Update due: {due_update.initiative}, {due_update.milestone.id}"


def _opening(due_update: DueUpdate, day: date, weeks: int) -> str:
    marker = f"<!-- reminder:{due_update.milestone.id}:{due_update.initiative} -->"
    path = f"content/updates/{due_update.milestone.id}/{due_update.initiative}.md"
    lines = [
        marker,
        _posted_text(day),
        (
            f"{asks(due_update)}: there is no status update on `{due_update.initiative}` for "
            f"`{due_update.milestone.id}`, due {in_english(due_update.milestone.due)}."
        ),
        *_to_the_sponsor(due_update, day, weeks),
        (
            f"Post it with the form for status updates, or as the file `{path}`. This issue "
            "closes by itself once the update is posted."
        ),
    ]
    return "\n\n".join(lines) + "\n"


def _again(due_update: DueUpdate, day: date, weeks: int) -> str:
    late = (day - due_update.last_day).days
    lines = [
        _posted_text(day),
        (
            f"{asks(due_update)}: on {in_english(day)} the update is still missing,"
            f" {counted(late, 'day')} after it was due."
        ),
        *_to_the_sponsor(due_update, day, weeks),
    ]
    return "\n\n".join(lines) + "\n"


def _to_the_sponsor(due_update: DueUpdate, day: date, weeks: int) -> list[str]:
    """Return the words for the Sponsor, who is asked anyway where no Owner is known."""
    if not escalated(due_update, day, weeks) or not due_update.owner or not due_update.sponsor:
        return []
    why = (
        f"{counted(due_update.missed, 'milestone')} have passed without an update"
        if due_update.missed >= MISSED
        else f"it has been missing for {counted((day - due_update.last_day).days // 7, 'week')}"
    )
    return [f"{named(due_update.sponsor)}, Sponsor: please follow up, because {why}."]


def _posted_text(day: date) -> str:
    return f"<!-- reminded:{day.isoformat()} -->"


def _closing_words(snapshot: Snapshot, milestone: str, initiative: str) -> str:
    state = snapshot.state_of(initiative)
    came = any(u.milestone == milestone for u in state.updates) if state else False
    if came:
        return "The update was posted. Thank you."
    if state and any(m.id == milestone for m in state.owed_milestones.missed):
        return (
            "The update is still missing, and the milestone's page shows it as missing. It fell "
            "due before anyone who is known to be responsible today, so nobody is asked for it."
        )
    return "An update is no longer due for this milestone."


def plan_text(steps: Sequence[Step]) -> str:
    """Return a plan as lines of text, with how much of each there is."""
    lines = []
    for step in steps:
        match step:
            case OpenIssue():
                lines.append(f"open: {step.title}")
            case CommentOnIssue():
                lines.append(f"remind again: #{step.number}")
            case CloseIssue():
                lines.append(f"close: #{step.number} ({step.body})")
    kinds = [
        sum(isinstance(step, kind) for step in steps)
        for kind in (OpenIssue, CommentOnIssue, CloseIssue)
    ]
    lines.append("{} to open, {} to remind again, {} to close.".format(*kinds))
    return "\n".join(lines) + "\n"
