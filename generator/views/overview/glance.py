"""The report at a glance: what became of the initiatives, how old that is, and what is missing.

The front page says it, and so do the first pages of documents.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.statuses import Group, Status, Trait
from generator.views.base.blocks import Count, Fact, Phrase
from generator.views.base.shared import counts, is_outdated
from generator.views.base.table_builder import facts
from generator.views.initiatives.matches import share_of_matches
from generator.views.overview.age import AgeView, age_view
from generator.words.message import Message, Text, listing, msg


@dataclass(frozen=True, slots=True)
class Glance:
    """The report as a whole, in a few sentences and counts."""

    headline: Text
    """What was proposed, and when all this holds."""
    verdict: Text
    """What became of it, counted; empty where the report does not speak of statuses."""
    found: Text
    """About how many anything was found of late; empty where no update has been due."""
    age: Text
    """The same, and about how many ideas nothing was found."""
    finds: AgeView | None
    """The same as a drawing."""
    matches: Phrase | None
    """How many statuses rest on what editors matched; None where none does."""
    counts: tuple[Count, ...]
    unknown: tuple[Fact, ...]
    nothing_since: Text


def glance(snapshot: Snapshot) -> Glance:
    """Return a snapshot at a glance."""
    found = totals(snapshot)
    return Glance(
        headline=_headline(found, snapshot),
        verdict=_verdict(snapshot),
        found=_found_since(found) if _is_owed(snapshot) else "",
        age=_age(snapshot, found),
        finds=age_view(snapshot),
        matches=share_of_matches(snapshot),
        counts=counts(snapshot, snapshot.states),
        unknown=_unknown(found),
        nothing_since=_nothing_since(found),
    )


def _headline(found: Totals, snapshot: Snapshot) -> Message:
    if not found.initiatives:
        return msg("common-no-initiative")
    proposed, joined = found.first_proposed, found.joined_later
    rest: dict[str, Text] = {"ideas": found.ideas, "areas": found.areas, "day": snapshot.as_of}
    if not proposed:
        return msg("home-headline-listed", count=found.initiatives, **rest)
    if joined:
        return msg("home-headline-joined", proposed=proposed, joined=joined, **rest)
    return msg("home-headline", proposed=proposed, **rest)


def _verdict(snapshot: Snapshot) -> Text:
    """Return how many initiatives came to what, those that nobody reports on last."""
    if "status" not in snapshot.axes or not snapshot.states:
        return ""
    every = len(snapshot.states)
    counted = {name: sum(map(test, snapshot.states)) for name, test in _OUTCOMES.items()}
    parts = (
        msg(f"home-verdict-{name}", count=count, all=every)
        for name, count in counted.items()
        if count
    )
    return msg("home-verdict", all=every, day=snapshot.as_of, parts=listing(parts))


def _is_now(state: InitiativeState) -> bool:
    return state.status.group is Group.NOW


def _is_delivered(state: InitiativeState) -> bool:
    return Trait.DELIVERED in state.status.traits


_OUTCOMES: dict[str, Callable[[InitiativeState], bool]] = {
    "delivered": _is_delivered,
    "stopped": lambda s: s.status.group is Group.DONE and not _is_delivered(s),
    "under-way": lambda s: _is_now(s) and not is_outdated(s),
    "was-under-way": lambda s: _is_now(s) and is_outdated(s),
    "waiting": lambda s: s.status.group is Group.WAITING,
    "not-reported": lambda s: s.status is Status.NOT_REPORTED,
}
"""What may have become of an initiative: each is in one of these."""


def _age(snapshot: Snapshot, found: Totals) -> Text:
    """Return about how many initiatives and ideas anything was found since they were proposed."""
    if not _is_owed(snapshot):
        return ""
    said = [_found_since(found)]
    if count := found.ideas_without_later:
        said.append(msg("home-ideas-without", count=count, all=found.ideas))
    return listing(said, "sentences")


def _is_owed(snapshot: Snapshot) -> bool:
    return any(state.owed_milestones.owed for state in snapshot.states)


def _found_since(found: Totals) -> Message:
    finds = found.newest_finds
    recent = len(finds.recent)
    count = recent + len(finds.earlier)
    if not count:
        return msg("home-found-none", all=found.initiatives)
    how = "recent" if not finds.earlier else "both" if recent else "earlier"
    return msg(
        f"home-found-{how}",
        count=count,
        all=found.initiatives,
        since=found.recent_since,
        recent=recent,
    )


def _nothing_since(found: Totals) -> Text:
    nothing, related = found.nothing_since_proposal, found.only_related
    if nothing and related:
        return msg("home-nothing-since-related", count=nothing, related=related)
    if related:
        return msg("home-only-related", related=related)
    return msg("home-nothing-since", count=nothing) if nothing else ""


def _unknown(found: Totals) -> tuple[Fact, ...]:
    """Return how much is not known, of what; kinds of gaps that there are none of are left out."""
    everyone = found.initiatives
    without = {
        **{kind.value: (count.open, everyone) for kind, count in found.roles.items()},
        "idea": (found.ideas_without_later, found.ideas),
        "target": (found.measures_without_target, found.measures),
    }
    return facts(
        {
            msg(f"home-without-{name}"): msg("home-share", part=part, whole=whole)
            for name, (part, whole) in without.items()
            if part
        }
    )
