"""R201-R203: exactly one Owner and one Sponsor at any time, or a word that there is none.

An entry holds until its own end, or until the next entry of the same role begins: history is added
to, never rewritten. Only what is certain is a fault; partial dates leave room.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location
from generator.core.naming import quoted
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative, Role
from generator.model.keys import RoleKind
from generator.model.references import NO_HOLDER

HOLDERS = 'the id of a post, "unassigned" (a known vacancy), or "not_named" (no source names one)'


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """One entry of a role, with where it is and which entry follows."""

    role: Role
    at: Location
    following: Role | None

    @property
    def end(self) -> PartialDate | None:
        """Return when the entry ceased to hold, or None while it holds."""
        return self.role.until or (self.following.since if self.following else None)


def role_terms(context: RuleContext, initiative: Initiative, kind: RoleKind) -> list[RoleTerm]:
    """Return the entries of a role in the order of time."""
    entries = [(place, role) for place, role in enumerate(initiative.roles) if role.role is kind]
    entries.sort(key=lambda entry: (entry[1].since.first(), entry[1].since.last(date.max)))
    following = [*(role for _, role in entries[1:]), None]
    return [
        RoleTerm(role, context.places.of("initiative", initiative.id, "roles", place), after)
        for (place, role), after in zip(entries, following, strict=False)
    ]


def _every_initiative(
    context: RuleContext, kind: RoleKind
) -> Iterator[tuple[Initiative, list[RoleTerm]]]:
    for initiative in context.report.initiatives:
        yield initiative, role_terms(context, initiative, kind)


@rule(
    "R201",
    "Every initiative has exactly one Owner at all times since it was proposed, or says that it "
    "has none.",
    "If nobody is named, nobody can be asked; if two are, each may wait for the other.",
)
def one_owner(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives with no word on their Owner, a gap in time, or two at once."""
    for initiative, found in _every_initiative(context, RoleKind.OWNER):
        yield from _faults(context, initiative, RoleKind.OWNER, found)


@rule(
    "R202",
    "Every initiative has exactly one Sponsor at all times since it was proposed, or says that "
    "it has none.",
    "Without a Sponsor, nobody is accountable for the whole promise.",
)
def one_sponsor(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives with no word on their Sponsor, a gap in time, or two at once."""
    for initiative, found in _every_initiative(context, RoleKind.SPONSOR):
        yield from _faults(context, initiative, RoleKind.SPONSOR, found)


def _faults(
    context: RuleContext, initiative: Initiative, kind: RoleKind, found: list[RoleTerm]
) -> Iterator[Fault]:
    if not found:
        yield Fault(
            context.places.of("initiative", initiative.id, "roles"),
            f"no {kind} for {quoted(initiative.title)}",
            f"one entry under roles with role {kind} and holder {HOLDERS}",
            "Add the entry; a vacancy also has an entry, with the day it began.",
        )
        return
    proposed = initiative.proposed.on
    if found[0].role.since.first() > proposed.last(date.max):
        yield Fault(
            found[0].at,
            f"a first {kind} since {found[0].role.since}, but proposed {proposed}",
            f"an entry for {kind} that begins with the proposal",
            f"Add an entry since {proposed} that says who it was then, or unassigned, or "
            "not_named.",
        )
    for term in found:
        yield from _succession_faults(context, term, kind)


def _succession_faults(context: RuleContext, term: RoleTerm, kind: RoleKind) -> Iterator[Fault]:
    after, until = term.following, term.role.until
    if after and until is None and _same_start(term.role, after):
        yield _two_at_once(term, after, kind)
    elif until is None:
        return
    elif after and until.first() > after.since.last(date.max):
        yield _two_at_once(term, after, kind)
    elif _gap(until, after.since if after else None, context.report.about.as_of):
        yield Fault(
            term.at,
            f"no {kind} between {until} and {after.since if after else 'now'}",
            f"an entry for every day, with holder {HOLDERS}",
            f"Add an entry since {until}; write unassigned if nobody followed.",
        )


def _same_start(one: Role, other: Role) -> bool:
    return one.since.first() == other.since.first() == other.since.last(date.max) or (
        one.since == other.since
    )


def _gap(until: PartialDate, since: PartialDate | None, as_of: date) -> bool:
    ended = until.last(date.max)
    if since is None:
        return ended < as_of
    return ended < date.max and since.first() > ended + timedelta(days=1)


def _two_at_once(term: RoleTerm, after: Role, kind: RoleKind) -> Fault:
    return Fault(
        term.at,
        f"two holders of the role {kind} at once: {term.role.holder} and {after.holder}",
        f"one {kind} at a time",
        f"Keep one; if one followed the other, set until to the day {after.holder} began.",
    )


@rule(
    "R203",
    "The Owner and the Sponsor of an initiative are different posts.",
    "Whoever does the work cannot also be accountable for whether it was done.",
)
def owner_is_not_sponsor(context: RuleContext) -> Iterator[Fault]:
    """Yield Sponsors who were Owner of the same initiative at the same time."""
    for initiative, owners in _every_initiative(context, RoleKind.OWNER):
        for sponsor in role_terms(context, initiative, RoleKind.SPONSOR):
            for owner in owners:
                if _same_post(owner, sponsor) and _overlap(owner, sponsor):
                    yield Fault(
                        sponsor.at,
                        f"{quoted(sponsor.role.holder)} as both Owner and Sponsor",
                        "two different posts, typically a division manager and a director",
                        "Name another post for one of the two roles, or write unassigned.",
                    )


def _same_post(one: RoleTerm, other: RoleTerm) -> bool:
    return one.role.holder == other.role.holder and one.role.holder not in NO_HOLDER


def _overlap(one: RoleTerm, other: RoleTerm) -> bool:
    begins = max(one.role.since.last(date.max), other.role.since.last(date.max))
    ends = [end.first() for end in (one.end, other.end) if end is not None]
    return not ends or begins < min(ends)
