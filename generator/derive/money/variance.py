"""What was spent against what was adopted, and what is forecast against what was planned.

Compared is what is known on both sides: the same initiative, period and currency, and the same
funds where both sides name theirs. What is spent of a period that was not over is not judged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.money.ledger import Posting
from generator.derive.money.sums import ZERO, Sum
from generator.model.keys import FundingState

PAIRS = (
    (FundingState.SPENT, FundingState.ADOPTED),
    (FundingState.FORECAST, FundingState.PLANNED),
)
"""What is compared with what."""


@dataclass(frozen=True, slots=True)
class Variance:
    """One stage of money beside the one that it is measured by, over the same periods."""

    state: FundingState
    against: FundingState
    currency: str
    sum: Sum
    base: Sum
    initiatives: int
    """How many initiatives it is of."""
    periods: tuple[str | None, ...]
    some_funds: bool = False
    """Whether either side has money from funds that the other does not name, which is left out."""
    so_far: bool = False
    """Whether its one period was not over when it was stated, or has no known end."""

    @property
    def difference(self) -> Sum:
        """How much more than the base it is; less is negative."""
        return self.sum - self.base


def variances(
    postings: Sequence[Posting], ends: Mapping[str, date], *, finished: bool = True
) -> tuple[Variance, ...]:
    """Return every comparison of some postings, in all; none where nothing can be compared.

    `ends` is the last day of each period. Unless `finished` is false, what is spent is taken only
    from periods that were over when it was stated.
    """
    cells = list(compared(postings, ends))
    found = []
    for state, _ in PAIRS:
        for currency in dict.fromkeys(cell.currency for _, cell in cells):
            own = [
                (initiative, cell)
                for initiative, cell in cells
                if (cell.state, cell.currency) == (state, currency)
                and not (finished and cell.so_far)
            ]
            if own:
                found.append(_together(own))
    return tuple(found)


def _together(cells: Sequence[tuple[str, Variance]]) -> Variance:
    first = cells[0][1]
    return Variance(
        first.state,
        first.against,
        first.currency,
        sum((cell.sum for _, cell in cells), ZERO),
        sum((cell.base for _, cell in cells), ZERO),
        len({initiative for initiative, _ in cells}),
        tuple(dict.fromkeys(period for _, cell in cells for period in cell.periods)),
        some_funds=any(cell.some_funds for _, cell in cells),
        so_far=any(cell.so_far for _, cell in cells),
    )


def compared(
    postings: Iterable[Posting], ends: Mapping[str, date]
) -> Iterator[tuple[str, Variance]]:
    """Yield each comparison of one initiative and one period, with the initiative's id."""
    found: dict[tuple[str, str | None, str], dict[FundingState, list[Posting]]] = {}
    for one in postings:
        key = one.initiative, one.period, one.currency
        found.setdefault(key, {}).setdefault(one.state, []).append(one)
    for (initiative, period, currency), by_state in found.items():
        for state, against in PAIRS:
            all_here, all_base = by_state.get(state, ()), by_state.get(against, ())
            here, base = comparable(all_here, all_base)
            if here and base:
                yield (
                    initiative,
                    Variance(
                        state,
                        against,
                        currency,
                        _total(here),
                        _total(base),
                        1,
                        (period,),
                        some_funds=len(here) + len(base) < len(all_here) + len(all_base),
                        so_far=state is FundingState.SPENT and _is_open(here, period, ends),
                    ),
                )


def comparable(
    here: Sequence[Posting], base: Sequence[Posting]
) -> tuple[Sequence[Posting], Sequence[Posting]]:
    """Return of both sides what is of the same funds; all of it where one side names none."""
    own, other = {one.fund for one in here}, {one.fund for one in base}
    if own in (other, {None}) or other == {None}:
        return here, base
    both = own & other
    return [o for o in here if o.fund in both], [o for o in base if o.fund in both]


def _total(postings: Iterable[Posting]) -> Sum:
    return sum((one.sum for one in postings), ZERO)


def _is_open(postings: Iterable[Posting], period: str | None, ends: Mapping[str, date]) -> bool:
    """Return whether a period was not over when the newest of its amounts was stated."""
    ended = ends.get(period) if period else None
    return ended is None or max(one.as_of for one in postings) < ended
