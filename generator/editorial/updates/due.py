"""Status updates that are due: from whom, for which milestone, by when."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.responsibility.budget_cycle import OPEN_END
from generator.derive.responsibility.holders import account_of, holder, name_of
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
from generator.model.keys import RoleKind
from generator.model.organization import named_roles
from generator.model.report import Report
from generator.words.english import counted, in_english


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role: the id and name of a post or unit, and the account it answers under."""

    id: str
    name: str
    account: str | None


@dataclass(frozen=True, slots=True)
class DueUpdate:
    """A status update that is due: for which initiative and milestone, by when."""

    milestone: Milestone
    initiative: str
    title: str
    owner: Holder | None
    """None where nobody is known to hold the role, or it is not asked."""
    sponsor: Holder | None
    overdue: bool
    roles: tuple[RoleKind, ...] = tuple(RoleKind)
    """The roles that the organization asks for."""
    missed: int = 0
    """How many milestones have passed without an update in the time of whoever is asked."""
    owed: int = 0
    """How many updates are owed at its milestone in all, whether they have come or not."""
    before: bool = False
    """Whether it fell due before whoever is responsible today: then nobody is asked for it."""

    @property
    def asked(self) -> Holder | None:
        """The Owner, else the Sponsor; None where neither is known."""
        return self.owner or self.sponsor

    @property
    def last_day(self) -> date:
        """The last day on which it may fall due."""
        return self.milestone.due.last(OPEN_END)


def due_updates(snapshot: Snapshot, milestone: str | None = None) -> tuple[DueUpdate, ...]:
    """Return what is owed, by the day it falls due; of one milestone only, if one is named.

    Without a name: all that is overdue, and what the next milestone will ask for. What fell due
    before today's Owner, or where none is known the Sponsor, held the role is marked as such.
    Raises GeneratorError where there is no such milestone.
    """
    refuse_unknown_milestone(snapshot, milestone)
    every = _every_due(snapshot)
    ahead = next((d.milestone.id for d in every if not d.overdue), None)
    return tuple(
        d
        for d in every
        if (d.milestone.id == milestone if milestone else d.overdue or d.milestone.id == ahead)
    )


def refuse_unknown_milestone(snapshot: Snapshot, milestone: str | None) -> None:
    """Raise GeneratorError where a milestone is named that the report does not have."""
    known = {m.id: m.title for m in snapshot.report.calendar.milestones}
    if milestone is not None and milestone not in known:
        raise no_such("milestone", milestone, known)


def _every_due(snapshot: Snapshot) -> list[DueUpdate]:
    every = [
        replace(_due_update(obligation, snapshot), owed=at.owed)
        for at in obligations_by_milestone(snapshot)
        for obligation in at.initiatives
        if obligation.is_open
    ]
    missed = Counter(d.initiative for d in every if d.overdue and not d.before)
    return [replace(d, missed=missed[d.initiative]) for d in every]


def asked_updates(snapshot: Snapshot) -> tuple[DueUpdate, ...]:
    """Return what somebody who is known can be asked for, overdue or still to come."""
    return tuple(d for d in _every_due(snapshot) if d.asked and not d.before)


def _due_update(obligation: Obligation, snapshot: Snapshot) -> DueUpdate:
    state, roles = obligation.initiative_state, snapshot.report.about.roles.asked
    held = {kind: _held(snapshot, state.held(kind)) for kind in roles}
    owner, sponsor = held.get(RoleKind.OWNER), held.get(RoleKind.SPONSOR)
    asked = state.owner if owner else state.sponsor
    overdue = obligation.state is ObligationState.MISSING
    return DueUpdate(
        obligation.milestone,
        state.initiative.id,
        state.initiative.title,
        owner,
        sponsor,
        overdue,
        before=overdue and bool(roles) and not obligation.owed_by(asked, snapshot.day),
        roles=roles,
    )


def _held(snapshot: Snapshot, role: Role | None) -> Holder | None:
    """Return who holds a role, as messages name it."""
    organization = snapshot.report.organization
    found = holder(organization, role.holder if role else None)
    return Holder(found.id, name_of(found), account_of(organization, found)) if found else None


def due_text(due: Sequence[DueUpdate], day: date) -> str:
    """Return who owes what by when, as lines of text, by milestone and by who is asked."""
    owed = [d for d in due if not d.before]
    if not owed:
        return f"No update is due on {in_english(day)}.\n{before_text(due)}"
    lines = [f"As of {in_english(day)}: {counted(len(owed), 'update')} due."]
    for milestone in dict.fromkeys(due_update.milestone.id for due_update in owed):
        own = [due_update for due_update in owed if due_update.milestone.id == milestone]
        about = own[0].milestone
        verb = "was due" if own[0].overdue else "is due"
        when, in_all = in_english(about.due), own[0].owed
        lines += ["", f"{about.id} ({about.title}), {verb} {when}: {len(own)} of {in_all}"]
        for asked in dict.fromkeys(asks(due_update) for due_update in own):
            lines.append(f"  {asked}")
            lines += [f"    {d.initiative}: {d.title}" for d in own if asks(d) == asked]
    return "\n".join(lines) + "\n" + before_text(due)


def before_text(due: Sequence[DueUpdate]) -> str:
    """Return how much is missing that nobody is asked for; nothing where that is none."""
    before = [d for d in due if d.before]
    if not before:
        return ""
    initiatives = counted(len({d.initiative for d in before}), "initiative")
    return (
        f"\nNobody is asked for {counted(len(before), 'update')} of {initiatives}: they fell due "
        "before anyone who is known to be responsible today. The pages of the milestones show "
        "them as missing.\n"
    )


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
    no_owner = ", because no Owner is known" if RoleKind.OWNER in due_update.roles else ""
    if due_update.sponsor:
        return f"{named(due_update.sponsor)}, Sponsor{no_owner}"
    return _NOBODY[named_roles(due_update.roles)]


_NOBODY = {
    "both": "No Owner or Sponsor is known: assign both",
    "owner": "No Owner is known: assign one",
    "sponsor": "No Sponsor is known: assign one",
    "none": "Nobody in particular is asked",
}


def named(held: Holder) -> str:
    """Return a post or unit by its name, and the account that it answers under, if one is known."""
    return f"{held.name} (@{held.account})" if held.account else held.name
