"""Status updates that are due: from whom, for which milestone, by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.budget_cycle import OPEN_END
from generator.derive.responsibility.obligations import (
    Obligation,
    ObligationState,
    obligations_by_milestone,
)
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.translations import TextState, Translations, texts_in_language
from generator.editorial.updates.asking import no_such
from generator.model.cycles import Milestone
from generator.model.initiative import Role
from generator.model.organization import Post
from generator.model.references import NO_HOLDER
from generator.model.report import Report
from generator.words.english import counted, in_english

OWING = (ObligationState.MISSING, ObligationState.EXPECTED)


@dataclass(frozen=True, slots=True)
class DueUpdate:
    """A status update that is due: for which initiative and milestone, by when."""

    milestone: Milestone
    initiative: str
    title: str
    owner: Post | None
    """None where nobody is known to hold the role."""
    sponsor: Post | None
    overdue: bool
    missed: int
    """How many milestones in all have passed for which the initiative has no answer."""

    @property
    def last_day(self) -> date:
        """The last day on which it may fall due."""
        return self.milestone.due.last(OPEN_END)


def due_updates(snapshot: Snapshot, milestone: str | None = None) -> tuple[DueUpdate, ...]:
    """Return what is owed, by the day it falls due; of one milestone only, if one is named.

    Without a name: all that is overdue, and what the next milestone will ask for. Raises
    GeneratorError where there is no such milestone.
    """
    known = [m.id for m in snapshot.report.calendar.milestones]
    if milestone is not None and milestone not in known:
        raise no_such("milestone", milestone, known)
    posts = {post.id: post for post in snapshot.report.organization.posts}
    found: list[DueUpdate] = []
    expecting = False
    for at in obligations_by_milestone(snapshot):
        if milestone not in (None, at.milestone.id):
            continue
        own = [o for o in at.initiatives if o.state in OWING]
        ahead = any(o.state is ObligationState.EXPECTED for o in own)
        if milestone is None and ahead and expecting:
            continue
        expecting = expecting or ahead
        found += [_due_update(o, posts) for o in own]
    return tuple(found)


def overdue(snapshot: Snapshot) -> tuple[DueUpdate, ...]:
    """Return only what should be there already."""
    return tuple(due_update for due_update in due_updates(snapshot) if due_update.overdue)


def _due_update(obligation: Obligation, posts: dict[str, Post]) -> DueUpdate:
    state = obligation.initiative_state
    return DueUpdate(
        obligation.milestone,
        state.initiative.id,
        state.initiative.title,
        _post(state.owner, posts),
        _post(state.sponsor, posts),
        obligation.state is ObligationState.MISSING,
        len(state.owed_milestones.missed),
    )


def _post(role: Role | None, posts: dict[str, Post]) -> Post | None:
    return posts.get(role.holder) if role and role.holder not in NO_HOLDER else None


def due_text(owed: Sequence[DueUpdate], day: date) -> str:
    """Return who owes what by when, as lines of text, by milestone and by who is asked."""
    if not owed:
        return f"No update is due on {in_english(day)}.\n"
    lines = [f"As of {in_english(day)}: {counted(len(owed), 'update')} due."]
    for milestone in dict.fromkeys(due_update.milestone.id for due_update in owed):
        own = [due_update for due_update in owed if due_update.milestone.id == milestone]
        about = own[0].milestone
        verb = "was due" if own[0].overdue else "is due"
        when = in_english(about.due)
        lines += ["", f"{about.id} ({about.title}), {verb} {when}: {len(own)}"]
        for asked in dict.fromkeys(asks(due_update) for due_update in own):
            lines.append(f"  {asked}")
            lines += [f"    {d.initiative}: {d.title}" for d in own if asks(d) == asked]
    return "\n".join(lines) + "\n"


def outdated_text(report: Report, translations: Mapping[str, Translations]) -> str:
    """Return which texts were changed since they were translated, as lines by language and part."""
    lines: list[str] = []
    for language in report.about.languages[1:]:
        texts = texts_in_language(report, translations.get(language, {}))
        changed = [one for one in texts if one.state is TextState.OUTDATED]
        if changed:
            lines += [
                "",
                f"{counted(len(changed), 'text')} changed after translation into {language}:",
            ]
            lines += [f"  {' '.join(one.part).strip()}: {one.path}" for one in changed]
    return "\n".join([*lines, ""]) if lines else ""


def asks(due_update: DueUpdate) -> str:
    """Return who is to be asked: the Owner, else the Sponsor, else nobody."""
    if due_update.owner:
        return f"{named(due_update.owner)}, Owner"
    if due_update.sponsor:
        return f"{named(due_update.sponsor)}, Sponsor, because no Owner is known"
    return "No Owner or Sponsor is known: assign both"


def named(post: Post) -> str:
    """Return a post by its title, and the account that it answers under, if one is known."""
    return f"{post.title} (@{post.account})" if post.account else post.title
