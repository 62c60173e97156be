"""How old what is known is: when what each state rests on was last found (docs/model.md, 29).

A date that may mean many days counts from the first of them: that recent it is at least.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.snapshot.freshness import is_outdated
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.keys import Basis, IdeaState, PartnerStanding
from generator.model.records import Dated
from generator.model.report import Report
from generator.model.statuses import Status
from generator.model.updates import Update


@dataclass(frozen=True, slots=True)
class StateAge:
    """When what a state rests on was last found."""

    on: PartialDate
    at_proposal: bool = False
    """Whether nothing later than the proposal shows it."""
    outdated: bool = False
    """Whether it was so then, and nobody knows whether it still is."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How old what is known of one initiative is."""

    status: StateAge
    """Of the status that was given last."""
    ideas: Mapping[str, StateAge]
    """By idea id; an idea about which nothing was found is absent."""
    newest: PartialDate | None
    """When anything about it was last found after it was proposed, of whatever kind."""


def evidence_of(
    report: Report, initiative: Initiative, updates: tuple[Update, ...], day: date
) -> Evidence:
    """Return how old what is known of an initiative is on `day`; `updates` are oldest first."""
    newest = updates[-1] if updates else None
    status = newest.status if newest else initiative.status_at_proposal

    def age(update: Update | None, state: Status | IdeaState, of: str = "") -> StateAge:
        milestone = update.milestone if update else None
        found = _found_on(update, initiative, of, day) if update else initiative.proposed.on
        may_change = state.may_be_outdated and (not update or update.basis is Basis.COMPILED)
        outdated = may_change and is_outdated(report, found, milestone, day)
        return StateAge(found, at_proposal=not update, outdated=outdated)

    return Evidence(
        status=age(newest, status),
        ideas={
            idea: age(update, states[idea], of=idea)
            for idea, (update, states) in _given(initiative, updates).items()
        },
        newest=newest_of(find_dates(initiative, updates, day), day),
    )


def earliest(when: PartialDate, day: date) -> date:
    """Return the first day that a date may mean; where its start is open, the last up to `day`."""
    first = when.first()
    return min(when.last(day), day) if first == date.min else first


def newest_of(dates: Iterable[PartialDate], day: date) -> PartialDate | None:
    """Return the newest of some dates; the first of those that are equally new, None of none."""
    return max(dates, key=lambda d: (earliest(d, day), d.last(day)), default=None)


def may_follow(initiative: Initiative, when: PartialDate, day: date) -> bool:
    """Return whether a date may lie after the day on which an initiative was proposed."""
    return when.last(day) > earliest(initiative.proposed.on, day)


def _found_on(update: Update, initiative: Initiative, idea: str, day: date) -> PartialDate:
    """Return when what an update says, of the whole or of an idea, was last found.

    That is the newest event that editors cite for it. An Owner's word and the organization's own
    records are as old as the time they speak of, and so is what editors say without an event.
    """
    if update.basis is not Basis.COMPILED:
        return update.as_of
    cited = [event for event in initiative.events if event.id in update.evidence]
    about_it = [event for event in cited if idea in event.about]
    return newest_of((event.on for event in about_it or cited), day) or update.as_of


def _given(
    initiative: Initiative, updates: Iterable[Update]
) -> dict[str, tuple[Update | None, Mapping[str, IdeaState]]]:
    """Return by idea where its state is given: in an update, or at the proposal alone."""
    found: dict[str, tuple[Update | None, Mapping[str, IdeaState]]] = {}
    begun = initiative.ideas_at_proposal
    found |= dict.fromkeys(begun, (None, begun))
    for update in updates:
        found |= dict.fromkeys(update.ideas, (update, update.ideas))
    return found


def find_dates(
    initiative: Initiative, updates: Iterable[Update], day: date
) -> tuple[PartialDate, ...]:
    """Return the date of everything found that may lie after the proposal, in no order."""
    dates = (
        *(_found_on(update, initiative, "", day) for update in updates),
        *(record.when for record in _finds(initiative)),
    )
    return tuple(when for when in dates if may_follow(initiative, when, day))


def _finds(initiative: Initiative) -> Iterator[Dated]:
    """Yield what was found of an initiative besides updates: neither plans nor who holds a role."""
    yield from initiative.events
    yield from initiative.approvals
    yield from initiative.support
    yield from initiative.funding
    yield from initiative.staffing
    yield from initiative.findings
    yield from (p for p in initiative.partners if p.standing is PartnerStanding.CONFIRMED)
    yield from (step.outcome for step in initiative.roadmap if step.outcome)
    for measure in initiative.measures:
        yield from measure.actuals if isinstance(measure.actuals, tuple) else ()
