"""R901-R906: what is owed and still missing, or not yet shown, as the site counts it."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.core.naming import name_list, quoted
from generator.derive.responsibility.reviewers import owner_name, without_account
from generator.derive.snapshot.not_yet_shown import not_yet_shown
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.initiative import Role
from generator.model.keys import HeldBy, RoleKind
from generator.model.references import NO_HOLDER
from generator.model.statuses import Freshness

_WHO = {HeldBy.POST: "a post", HeldBy.UNIT: "a unit", HeldBy.EITHER: "a post or unit"}
SAID = {"unassigned": "unassigned", "not_named": "not named in any source"}


@rule(
    "R901",
    "Every initiative has an Owner by the first milestone after it is proposed.",
    "Nobody is responsible for the daily work.",
    Severity.WARNING,
)
def owners_are_named(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives without an Owner although a milestone has passed."""
    yield from _vacancies(context, RoleKind.OWNER)


@rule(
    "R902",
    "Every initiative has a Sponsor by the first milestone after it is proposed.",
    "Nobody is responsible for the success of the whole initiative.",
    Severity.WARNING,
)
def sponsors_are_named(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives without a Sponsor although a milestone has passed."""
    yield from _vacancies(context, RoleKind.SPONSOR)


def _vacancies(context: RuleContext, kind: RoleKind) -> Iterator[Fault]:
    if kind in context.report.about.roles.asked:
        for state in context.now.states:
            yield from _vacancy(context, state, kind)


def _vacancy(context: RuleContext, state: InitiativeState, kind: RoleKind) -> Iterator[Fault]:
    owed, role = state.owed_milestones.owed, state.held(kind)
    if owed and (role is None or role.holder in NO_HOLDER):
        initiative = state.initiative
        who = _WHO[context.report.about.roles.of(kind).held_by]
        how = SAID[role.holder] + f" since {role.since}" if role else "not given"
        yield Fault(
            context.places.of(
                "initiative", initiative.id, "roles", *_position(context, role, initiative.id)
            ),
            f"the {kind} of {quoted(initiative.title)}, {how}",
            f"{who}, no later than {quoted(owed[0].title)} ({owed[0].due})",
            f"When {who} is named, add an entry with since under roles.",
        )


def _position(context: RuleContext, role: Role | None, initiative_id: str) -> list[int]:
    """Return where the entry is in the file, of which the snapshot may show only a part."""
    written = context.initiatives[initiative_id].roles
    return [place for place, entry in enumerate(written) if entry == role][:1]


@rule(
    "R903",
    "Every initiative has a status update for every milestone that is due.",
    "Readers cannot know how it is going; the site shows it as not reported.",
    Severity.WARNING,
)
def updates_have_come(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives that have not answered a milestone, with all that they missed."""
    for state in context.now.states:
        missed = state.owed_milestones.missed
        if missed and state.freshness is not Freshness.NOT_DUE:
            initiative = state.initiative
            names = name_list([milestone.id for milestone in missed], "and")
            yield Fault(
                context.places.of("initiative", initiative.id),
                f"no update on {quoted(initiative.title)} for {names}",
                "one status update for every milestone that requires one",
                f"Add content/updates/{missed[-1].id}/{initiative.id}.md, if there is evidence.",
            )


@rule(
    "R904",
    "Every Sponsor's post has an account at the git host, so that review requests reach it.",
    "Someone else is asked instead, or nobody is, and a change goes in that no Sponsor has read.",
    Severity.WARNING,
)
def sponsors_can_be_asked(context: RuleContext) -> Iterator[Fault]:
    """Yield one count of the initiatives whose Sponsor no review can reach."""
    number = len(without_account(context.now))
    if number and RoleKind.SPONSOR in context.report.about.roles.asked:
        team = owner_name(context.report.about.team)
        yield Fault(
            context.places.of("organization", "", "posts"),
            f"no account of the Sponsor of {number} "
            f"{'initiative' if number == 1 else 'initiatives'}; "
            + (f"{team} is asked instead" if team else "nobody is asked instead"),
            "account: the account at the git host, for the post of every Sponsor",
            "Add account to these posts once the Sponsors are named"
            + ("." if team else "; until then, name the innovation staff's team in report.yml."),
        )


@rule(
    "R905",
    "Records dated after the day of the report are counted; they appear once that day is reached.",
    "People who entered one would look for it on the site and think it was lost.",
    Severity.NOTE,
)
def later_records_are_counted(context: RuleContext) -> Iterator[Fault]:
    """Yield one count of the records that are not yet shown."""
    kinds = not_yet_shown(context.report, context.now).kinds()
    if kinds:
        yield Fault(
            context.places.of("about", "", "as_of"),
            f"{name_list(kinds, 'and')} not yet shown, dated after {context.now.day}",
            "records dated up to as_of, and later ones that wait for their day",
            "Nothing, if they should wait; otherwise move as_of in report.yml forward.",
        )


@rule(
    "R906",
    "The report shows at least one of its initiatives.",
    "The site would be published without any content.",
)
def something_is_shown(context: RuleContext) -> Iterator[Fault]:
    """Yield the day of a report all of whose initiatives are dated after it."""
    initiatives = context.report.initiatives
    if initiatives and not context.now.states:
        first = min(i.proposed.on.last(context.now.day) for i in initiatives)
        number = len(initiatives)
        shown = "its only initiative is not" if number == 1 else f"none of {number} initiatives is"
        yield Fault(
            context.places.of("about", "", "as_of"),
            f"as_of {quoted(context.now.day)}, at which {shown} shown",
            f"a day on or after {quoted(first)}, when the first was proposed",
            "Correct as_of in report.yml: the day that the report describes.",
        )
