"""Reminders as issues at the git host: what to open, to say again and to close; a plan, no act.

There is one for each holder and milestone. An issue is known by a hidden marker in its text, and by
its label, which only those with rights to the repository can give.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from generator.core.markdown import as_words
from generator.derive.history.renames import present_ids
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.updates.due import (
    DueUpdate,
    Holder,
    asked_updates,
    asks,
    named,
    refuse_unknown_milestone,
)
from generator.words.english import counted, in_english
from generator.words.message import listing

LABEL = "update-reminder"
"""The label that every reminder carries."""

WEEKLY = timedelta(days=7)
ESCALATES_AFTER = 4
"""Weeks after which the Sponsor is asked too, unless the caller says otherwise."""

MISSED = 2
"""Missed milestones from which the Sponsor is asked too."""

_MARKER = re.compile(r"<!-- reminder:([a-z0-9-]+):from:([a-z0-9-]+) -->")
_SAID = re.compile(r"<!-- reminded:(\d{4}-\d{2}-\d{2}) -->")

Group: TypeAlias = tuple[str, str]
"""What one issue is about: a milestone, and who is asked, by their ids."""


@dataclass(frozen=True, slots=True)
class ReminderIssue:
    """An open issue with the reminders' label."""

    number: int
    body: str
    comments: tuple[str, ...] = ()

    @property
    def about(self) -> Group | None:
        """The milestone that it is about, and whom it asks; None where it has no marker."""
        found = _MARKER.search(self.body)
        return (found[1], found[2]) if found else None

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
    to: tuple[str, ...]
    """Who is written to, and about which initiatives, in words for the plan."""


@dataclass(frozen=True, slots=True)
class CommentOnIssue:
    """Say something in an issue."""

    number: int
    body: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """Close an issue with a last word."""

    number: int
    body: str


Step: TypeAlias = OpenIssue | CommentOnIssue | CloseIssue


def plan(
    snapshot: Snapshot,
    issues: Sequence[ReminderIssue],
    weeks: int = ESCALATES_AFTER,
    milestone: str | None = None,
) -> tuple[Step, ...]:
    """Return what is to be done on the snapshot's day: at most one issue a holder and milestone.

    It asks for what fell due in the holder's own time; of one milestone alone if that is named,
    and then before it falls due as well. A comment comes at most once a week, once something is
    overdue. After the second missed milestone, or `weeks` after the day it was due, the Sponsor is
    asked too. An issue is closed when nothing is missing any more. Raises GeneratorError where
    there is no such milestone.
    """
    refuse_unknown_milestone(snapshot, milestone)
    owed: dict[Group, list[DueUpdate]] = defaultdict(list)
    for update in asked_updates(snapshot):
        if update.asked and milestone in (None, update.milestone.id):
            owed[update.milestone.id, update.asked.id].append(update)
    found = [(group, issue) for issue in issues if (group := issue.about)]
    about = [(group, i) for group, i in found if milestone in (None, group[0])]
    known: dict[Group, ReminderIssue] = {}
    for group, issue in sorted(about, key=lambda pair: pair[1].number):
        known.setdefault(group, issue)
    writing = _Writing(snapshot.day, weeks)
    return (
        *_reminding(owed, known, writing, ahead=milestone is not None),
        *_closing(owed, known, about, snapshot),
    )


def _reminding(
    owed: Mapping[Group, Sequence[DueUpdate]],
    known: Mapping[Group, ReminderIssue],
    writing: "_Writing",
    *,
    ahead: bool,
) -> Iterator[Step]:
    for group, updates in owed.items():
        issue, is_overdue = known.get(group), updates[0].overdue
        if issue is None and (is_overdue or ahead):
            yield writing.opening(group, updates)
        elif issue and is_overdue and writing.day - issue.last_said >= WEEKLY:
            yield writing.again(issue.number, updates)


def _closing(
    owed: Mapping[Group, Sequence[DueUpdate]],
    known: Mapping[Group, ReminderIssue],
    about: Sequence[tuple[Group, ReminderIssue]],
    snapshot: Snapshot,
) -> Iterator[Step]:
    for group, issue in about:
        if group not in owed:
            yield CloseIssue(issue.number, _closing_words(snapshot, group[0], issue))
        elif known[group] is not issue:
            yield CloseIssue(issue.number, f"The same reminder is open as #{known[group].number}.")


def escalated(due_update: DueUpdate, day: date, weeks: int) -> bool:
    """Return whether the Sponsor is to be asked too."""
    return due_update.overdue and (
        due_update.missed >= MISSED or day - due_update.last_day >= timedelta(weeks=weeks)
    )


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes what is said on a day."""

    day: date
    weeks: int

    def opening(self, group: Group, updates: Sequence[DueUpdate]) -> OpenIssue:
        """Return the issue that asks one holder for the updates of one milestone."""
        milestone, holder = group
        first = updates[0]
        verb = "was" if first.overdue else "is"
        lines = [
            f"<!-- reminder:{milestone}:from:{holder} -->",
            self._marked(),
            (
                f"{_asks(updates)}: no status update has come for `{milestone}`, which {verb} due "
                f"{in_english(first.milestone.due)}, on:"
            ),
            *self._lists(updates),
            (
                "Post each with the form for status updates, or as the file that is named with it. "
                "This issue closes by itself once all are posted."
            ),
        ]
        name = first.asked.name if first.asked else holder
        title = f"{'Update' if len(updates) == 1 else 'Updates'} due: {name}, {milestone}"
        return OpenIssue(title, "\n\n".join(lines) + "\n", self._to(updates))

    def again(self, number: int, updates: Sequence[DueUpdate]) -> CommentOnIssue:
        """Return the comment that asks again for what is still missing."""
        first = updates[0]
        late = (self.day - first.last_day).days
        lines = [
            self._marked(),
            (
                f"{_asks(updates)}: on {in_english(self.day)}, {counted(late, 'day')} after it was "
                "due, a status update is still missing on:"
            ),
            *self._lists(updates),
        ]
        return CommentOnIssue(number, "\n\n".join(lines) + "\n", self._to(updates))

    def _marked(self) -> str:
        return f"<!-- reminded:{self.day.isoformat()} -->"

    def _lists(self, updates: Sequence[DueUpdate]) -> Iterator[str]:
        """Yield what is missing, a line each, and what the Sponsors are asked."""
        yield "\n".join(
            f"- {as_words(d.title)}: `content/updates/{d.milestone.id}/{d.initiative}.md`"
            for d in updates
        )
        for sponsor, own in self._sponsors(updates).items():
            names = in_english(listing([f"`{d.initiative}`" for d in own]))
            asked = f"{named(sponsor)}, Sponsor: please follow up on {names}"
            yield f"{asked}, because {self._why(own)}."

    def _sponsors(self, updates: Sequence[DueUpdate]) -> dict[Holder, list[DueUpdate]]:
        """Return what each Sponsor is asked too; who is asked in place of an Owner is not again."""
        found: dict[Holder, list[DueUpdate]] = defaultdict(list)
        for update in updates:
            if update.owner and update.sponsor and escalated(update, self.day, self.weeks):
                found[update.sponsor].append(update)
        return found

    def _why(self, updates: Sequence[DueUpdate]) -> str:
        most = max(update.missed for update in updates)
        if most >= MISSED:
            return f"{counted(most, 'milestone')} have passed without an update"
        weeks = (self.day - updates[0].last_day).days // 7
        return f"nothing has come for {counted(weeks, 'week')}"

    def _to(self, updates: Sequence[DueUpdate]) -> tuple[str, ...]:
        """Return in words who is written to, for whoever reads the plan."""
        about = in_english(listing([d.initiative for d in updates]))
        told = [f"to {_asks(updates)}{_notified(updates[0].asked)}: {about}"]
        for sponsor, own in self._sponsors(updates).items():
            about = in_english(listing([d.initiative for d in own]))
            told.append(f"to {named(sponsor)}, Sponsor{_notified(sponsor)}: {about}")
        return tuple(told)


def _asks(updates: Sequence[DueUpdate]) -> str:
    """Return who is asked, and in which role: one holder may be asked in both."""
    words = dict.fromkeys(map(asks, updates))
    holder = updates[0].asked
    return (
        next(iter(words)) if len(words) == 1 or not holder else f"{named(holder)}, Owner or Sponsor"
    )


def _notified(holder: Holder | None) -> str:
    """Return that the host tells nobody, where no account is known."""
    return "" if holder and holder.account else " (no account is known, so nobody is notified)"


def _closing_words(snapshot: Snapshot, milestone: str, issue: ReminderIssue) -> str:
    """Return why an issue is closed, by the initiatives whose files it names."""
    paths = rf"content/updates/{re.escape(milestone)}/([a-z0-9-]+)\.md"
    renamed = present_ids(snapshot.report.initiatives)
    named_there = {renamed.get(found, found) for found in re.findall(paths, issue.body)}
    states = [state for one in sorted(named_there) if (state := snapshot.state_of(one))]
    if any(m.id == milestone for state in states for m in state.owed_milestones.missed):
        return (
            "Updates are still missing, and the milestone's page shows them as missing. They fell "
            "due before whoever is responsible today, or somebody else is asked for them now."
        )
    if any(update.milestone == milestone for state in states for update in state.updates):
        return "Every update was posted. Thank you."
    return "No update is due for this milestone any longer."


def plan_text(steps: Sequence[Step]) -> str:
    """Return a plan as lines of text: what is done, who is written to, and how much of each."""
    lines = []
    for step in steps:
        match step:
            case OpenIssue():
                lines += [f"open: {step.title}", *(f"    {line}" for line in step.to)]
            case CommentOnIssue():
                lines += [f"remind again: #{step.number}", *(f"    {line}" for line in step.to)]
            case CloseIssue():
                lines.append(f"close: #{step.number} ({step.body})")
    kinds = [
        sum(isinstance(step, kind) for step in steps)
        for kind in (OpenIssue, CommentOnIssue, CloseIssue)
    ]
    lines.append("{} to open, {} to remind again, {} to close.".format(*kinds))
    return "\n".join(lines) + "\n"
