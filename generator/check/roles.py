"""R201-R205: the roles that are asked, each with exactly one holder at any time, or none told.

An entry holds until its own end, or until the next entry of the same role begins: history is added
to, never rewritten. Only what is certain is a fault; partial dates leave room.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.check.rule import Address, Fault, RuleContext, rule
from generator.core.issues import Location
from generator.core.naming import name_list, quoted
from generator.derive.responsibility.holders import may_hold
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative, Role
from generator.model.keys import HeldBy, RoleKind
from generator.model.references import NO_HOLDER

WHO = {
    HeldBy.POST: "the id of a post",
    HeldBy.UNIT: "the id of a unit",
    HeldBy.EITHER: "the id of a post or unit",
}
"""What may hold a role, in the words of messages."""


def holders(context: RuleContext, kind: RoleKind) -> str:
    """Return what may be written as the holder of a role."""
    who = WHO[context.report.about.roles.of(kind).held_by]
    return f'{who}, "unassigned" (a known vacancy), or "not_named" (no source names one)'


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """One entry of a role, with where it is and which entry follows."""

    role: Role
    where: Address
    following: Role | None

    @property
    def end(self) -> PartialDate | None:
        """Return when the entry ceased to hold, or None while it holds."""
        return self.role.until or (self.following.since if self.following else None)


def role_terms(initiative: Initiative, kind: RoleKind) -> list[RoleTerm]:
    """Return the entries of a role in the order of time."""
    entries = [(place, role) for place, role in enumerate(initiative.roles) if role.role is kind]
    entries.sort(key=lambda entry: (entry[1].since.first(), entry[1].since.last(date.max)))
    following = [*(role for _, role in entries[1:]), None]
    return [
        RoleTerm(role, ("initiative", initiative.id, ("roles", place)), after)
        for (place, role), after in zip(entries, following, strict=False)
    ]


def _every_initiative(
    context: RuleContext, kind: RoleKind
) -> Iterator[tuple[Initiative, list[RoleTerm]]]:
    """Yield every initiative with the entries of a role; none where the role is not asked."""
    if kind in context.report.about.roles.asked:
        for initiative in context.report.initiatives:
            yield initiative, role_terms(initiative, kind)


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
            f"one entry under roles with role {kind} and holder {holders(context, kind)}",
            "Add the entry; a vacancy also has an entry, with the day it began.",
        )
        return
    proposed = initiative.proposed.on
    if found[0].role.since.first() > proposed.last(date.max):
        yield Fault(
            context.there(found[0].where),
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
        yield _two_at_once(context, term, after, kind)
    elif until is None:
        return
    elif after and until.first() > after.since.last(date.max):
        yield _two_at_once(context, term, after, kind)
    elif _gap(until, after.since if after else None, context.report.about.as_of):
        yield Fault(
            context.there(term.where),
            f"no {kind} between {until} and {after.since if after else 'now'}",
            f"an entry for every day, with holder {holders(context, kind)}",
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


def _two_at_once(context: RuleContext, term: RoleTerm, after: Role, kind: RoleKind) -> Fault:
    return Fault(
        context.there(term.where),
        f"two holders of the role {kind} at once: {term.role.holder} and {after.holder}",
        f"one {kind} at a time",
        f"Keep one; if one followed the other, set until to the day {after.holder} began.",
    )


@rule(
    "R203",
    "The Owner and the Sponsor of an initiative are different posts or units.",
    "Whoever does the work cannot also be accountable for whether it was done.",
)
def owner_is_not_sponsor(context: RuleContext) -> Iterator[Fault]:
    """Yield Sponsors who were Owner of the same initiative at the same time."""
    for initiative, sponsors in _every_initiative(context, RoleKind.SPONSOR):
        for sponsor in sponsors:
            for owner in role_terms(initiative, RoleKind.OWNER):
                if _same_holder(owner, sponsor) and _overlap(owner, sponsor):
                    yield Fault(
                        context.there(sponsor.where),
                        f"{quoted(sponsor.role.holder)} as both Owner and Sponsor",
                        "two different holders, typically a division manager and a director",
                        "Name another holder for one of the two roles, or write unassigned.",
                    )


def _same_holder(one: RoleTerm, other: RoleTerm) -> bool:
    return one.role.holder == other.role.holder and one.role.holder not in NO_HOLDER


def _overlap(one: RoleTerm, other: RoleTerm) -> bool:
    begins = max(one.role.since.last(date.max), other.role.since.last(date.max))
    ends = [end.first() for end in (one.end, other.end) if end is not None]
    return not ends or begins < min(ends)


@rule(
    "R204",
    "An initiative has only the roles that the organization asks for.",
    "Nothing would show the entry: pages speak of no role that is not asked.",
)
def only_asked_roles(context: RuleContext) -> Iterator[Fault]:
    """Yield entries of a role for which report.yml says that it is not asked."""
    policy = context.report.about.roles
    for initiative in context.report.initiatives:
        for place, role in enumerate(initiative.roles):
            if role.role not in policy.asked:
                yield Fault(
                    context.places.of("initiative", initiative.id, "roles", place),
                    f"an entry for the role {role.role}, which is not asked",
                    f"{name_list([kind.value for kind in policy.asked]) or 'no entries'} under "
                    "roles",
                    f"Remove the entry, or write asked: true under roles, {role.role} in "
                    "report.yml.",
                )


@rule(
    "R205",
    "A role is held by what the organization lets hold it: a post, a unit, or either.",
    "The page on who is responsible would list a holder among others of another kind.",
)
def held_by_whom_the_policy_lets(context: RuleContext) -> Iterator[Fault]:
    """Yield posts that hold a role of units, units that hold one of posts, and units that report.

    A unit may report where units may hold a role.
    """
    known = {*context.known["unit"], *context.known["post"]}
    policy = context.report.about.roles
    for initiative in context.report.initiatives:
        for place, role in enumerate(initiative.roles):
            lets = may_hold(context.report, role.role)
            if role.role in policy.asked and role.holder in known and role.holder not in lets:
                at = context.places.of("initiative", initiative.id, "roles", place, "holder")
                yield _of_another_kind(context, at, role.role, role.holder)
    for reference in context.references["reporter"]:
        if reference.value in known and reference.value not in context.known["reporter"]:
            at = context.there(reference.where)
            yield _of_another_kind(context, at, RoleKind.OWNER, reference.value, "author")


def _of_another_kind(
    context: RuleContext, at: Location, kind: RoleKind, found: str, field: str = ""
) -> Fault:
    what = "unit" if found in context.known["unit"] else "post"
    return Fault(
        at,
        f"the {what} {quoted(found)} as {field or kind}",
        WHO[context.report.about.roles.of(kind).held_by],
        f'Name another, or write held_by: "either" under roles, {kind} in report.yml.',
    )
