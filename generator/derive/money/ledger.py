"""The money of all initiatives, each amount once: what totals and comparisons rest on."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias, TypeVar

from generator.derive.money.entries import Entry, currency_of, entries_of
from generator.derive.money.sums import ZERO, Sum, sum_of
from generator.derive.responsibility.holders import units_of_holders
from generator.derive.responsibility.participation import with_units_above
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import FundingState, UnitKind
from generator.model.money import Funding
from generator.model.organization import Organization
from generator.model.report import About

K = TypeVar("K", bound=Hashable)

ADDED_UP = tuple(state for state in FundingState if state is not FundingState.NOT_STATED)
"""What can be added up: of money whose stage no source states, two sums may be the same money."""


class Posting(NamedTuple):
    """One amount that counts: what is stated last of money of one stage, for one period."""

    initiative: str
    area: str
    fund: str | None
    period: str | None
    state: FundingState
    currency: str
    as_of: date
    """The last day that its date may mean."""
    sum: Sum


Totals: TypeAlias = Mapping[tuple[str, FundingState], Sum]
"""Sums by currency and stage; neither is ever added to another."""


def totals_of(postings: Iterable[Posting]) -> Totals:
    """Return the sums of some postings."""
    found: dict[tuple[str, FundingState], Sum] = {}
    for one in postings:
        key = one.currency, one.state
        found[key] = found.get(key, ZERO) + one.sum
    return found


@dataclass(frozen=True)
class Ledger:
    """All money of a snapshot."""

    postings: tuple[Posting, ...]
    """Every amount whose stage a source states."""
    unstated: Mapping[str, tuple[Entry, ...]]
    """By initiative, the amounts whose stage no source states, and which are not added up."""
    initiatives: int
    """How many initiatives there are."""

    @cached_property
    def totals(self) -> Totals:
        """The sums over all, those without a period included."""
        return totals_of(self.postings)

    @cached_property
    def by_initiative(self) -> Mapping[str, tuple[Posting, ...]]:
        """The postings of each initiative that has any."""
        return self.by(lambda one: one.initiative)

    def by(self, key: Callable[[Posting], K]) -> dict[K, tuple[Posting, ...]]:
        """Return the postings by what they have in common, in the order in which that comes."""
        found: dict[K, list[Posting]] = {}
        for one in self.postings:
            found.setdefault(key(one), []).append(one)
        return {key: tuple(postings) for key, postings in found.items()}

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies of what is added up, that of most amounts first."""
        counted: dict[str, int] = {}
        for one in self.postings:
            counted[one.currency] = counted.get(one.currency, 0) + 1
        return tuple(sorted(counted, key=lambda currency: (-counted[currency], currency)))

    @property
    def states(self) -> tuple[FundingState, ...]:
        """The stages that occur, in their order."""
        seen = {one.state for one in self.postings}
        return tuple(state for state in ADDED_UP if state in seen)

    @property
    def without(self) -> int:
        """How many initiatives have no sum that is added up."""
        return self.initiatives - len(self.by_initiative)


def ledger(snapshot: Snapshot) -> Ledger:
    """Return the money of all initiatives of a snapshot."""
    return ledger_of(snapshot, snapshot.states)


def ledger_of(snapshot: Snapshot, states: Sequence[InitiativeState]) -> Ledger:
    """Return the money of some initiatives of a snapshot."""
    about = snapshot.report.about
    postings: list[Posting] = []
    unstated: dict[str, tuple[Entry, ...]] = {}
    for state in states:
        entries = in_force(about, state, snapshot.day)
        if not entries:
            continue
        postings += (
            _posting(state, entry, snapshot.day)
            for entry in entries
            if entry.funding.state is not FundingState.NOT_STATED
        )
        if open_ones := [e for e in entries if e.funding.state is FundingState.NOT_STATED]:
            unstated[state.initiative.id] = tuple(open_ones)
    return Ledger(tuple(postings), unstated, len(states))


def _posting(state: InitiativeState, entry: Entry, day: date) -> Posting:
    funding = entry.funding
    return Posting(
        initiative=state.initiative.id,
        area=state.initiative.area,
        fund=funding.fund,
        period=entry.period,
        state=funding.state,
        currency=entry.currency,
        as_of=funding.on.last(day),
        sum=sum_of(entry.amount),
    )


def in_force(about: About, state: InitiativeState, day: date) -> tuple[Entry, ...]:
    """Return the amounts of an initiative that nothing stated later replaces, in their order.

    The same money is what is of one stage, for one period, from one fund and payer, for one purpose
    and in one currency. A negative amount that is not one of several by year corrects others and
    replaces none but an earlier correction, until a source that gives it states the money anew.
    """
    newest: dict[AmountKey, tuple[_When, int]] = {}
    entries: list[Entry] = []
    for funding in state.initiative.funding:
        key, when = money_key(funding, currency_of(about, funding)), _order(funding, day)
        for entry in entries_of(about, funding):
            own = amount_key(key, entry)
            if own not in newest or newest[own][0] <= when:
                newest[own] = when, len(entries)
            entries.append(entry)
    kept = sorted(
        place
        for (key, period, corrects), (when, place) in newest.items()
        if not corrects
        or not _is_stated_anew(newest.get((key, period, False)), when, place, entries)
    )
    return tuple(entries[place] for place in kept)


_When: TypeAlias = tuple[date, date]


def _is_stated_anew(
    plain: tuple[_When, int] | None, when: _When, place: int, entries: Sequence[Entry]
) -> bool:
    """Whether the money that a correction is about was stated later by a source of both."""
    if plain is None or plain[0] <= when:
        return False
    stated, corrected = entries[plain[1]].funding, entries[place].funding
    return not set(stated.sources).isdisjoint(corrected.sources)


class MoneyKey(NamedTuple):
    """What all amounts of a record have in common with the same money, stated at another time."""

    what: str
    payer: str
    fund: str | None
    state: FundingState
    currency: str


def money_key(funding: Funding, currency: str) -> MoneyKey:
    """Return what tells the money of a record from other money of its initiative."""
    what, payer = (
        " ".join((t or "").casefold().split()) for t in (funding.what, funding.from_whom)
    )
    return MoneyKey(what, payer, funding.fund, funding.state, currency)


AmountKey: TypeAlias = tuple[MoneyKey, str | None, bool]
"""What tells an amount from others: its money, its period, and whether it corrects others."""


def amount_key(key: MoneyKey, entry: Entry) -> AmountKey:
    """Return what an amount has in common with others that are the same one, stated later.

    One of several by year is what a table gives for that year, below zero too, and no correction.
    """
    return key, entry.period, not entry.funding.years and (entry.amount.value or 0) < 0


def _order(funding: Funding, day: date) -> tuple[date, date]:
    return funding.on.last(day), funding.on.first()


def units_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the unit that is responsible for each initiative, where one is known.

    It is the Owner's unit, else that of the newest work plan.
    """
    organization, day = snapshot.report.organization, snapshot.day
    of_holder = units_of_holders(organization)
    found: dict[str, str] = {}
    for state in snapshot.states:
        unit = of_holder.get(state.owner.holder) if state.owner else None
        plans = sorted(state.initiative.work_plan, key=lambda e: (e.on.last(day), e.on.first()))
        if unit := unit or next((e.department for e in reversed(plans)), None):
            found[state.initiative.id] = unit
    return found


def department_of(organization: Organization, unit: str) -> str:
    """Return the department that a unit belongs to; the unit itself where there is none."""
    above = set(with_units_above(organization, [unit]))
    departments = (u for u in organization.units if u.id in above)
    found = [u.id for u in departments if u.kind is UnitKind.DEPARTMENT]
    return unit if not found or unit in found else found[0]
