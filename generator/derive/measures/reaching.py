"""Whether one figure reaches one target, where both are exact enough to tell."""

from decimal import Decimal

from generator.model.keys import Direction, Qualifier
from generator.model.measures import Measure, Target
from generator.model.records import Amount

DOWN = frozenset({Direction.DECREASE, Direction.MAINTAIN_AT_OR_BELOW})


def reaches(measure: Measure, target: Target, figure: Amount) -> bool | None:
    """Return whether a figure meets a target; None where either is not exact enough to tell.

    A target that is a range is met from its nearer end on; one that is only about a number is met
    at that number, and not certainly missed short of it.
    """
    wanted, found = span(target), span(figure)
    if wanted is None or found is None:
        return None
    low, high = _extremes(figure, found)
    if measure.direction is Direction.RANGE:
        passes, fails = wanted[0] <= low and high <= wanted[1], high < wanted[0] or low > wanted[1]
    elif measure.direction in DOWN:
        passes, fails = high <= wanted[1], low > wanted[1]
    elif target.qualifier is Qualifier.MORE_THAN:
        passes, fails = low > wanted[0], high <= wanted[0]
    else:
        passes, fails = low >= wanted[0], high < wanted[0]
    if passes:
        return True
    return False if fails and target.qualifier not in _LOOSE else None


_LOOSE = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
_FAR = Decimal("1e30")
_NEAR = Decimal("1e-9")


def _extremes(figure: Amount, found: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that a figure may mean.

    About: a little to either side. Almost: a little less. At least and more than: anything
    higher. At most: anything lower.
    """
    low, high = found
    match figure.qualifier:
        case Qualifier.ABOUT:
            return low - _NEAR, high + _NEAR
        case Qualifier.ALMOST:
            return low - _NEAR, high - _NEAR
        case Qualifier.AT_LEAST:
            return low, _FAR
        case Qualifier.MORE_THAN:
            return low + _NEAR, _FAR
        case Qualifier.AT_MOST:
            return -_FAR, high
        case _:
            return low, high


def span(amount: Amount) -> tuple[Decimal, Decimal] | None:
    """Return the ends of a figure, which are alike where it is one number; None without any."""
    if amount.value is not None:
        return amount.value, amount.value
    if amount.low is not None and amount.high is not None:
        return amount.low, amount.high
    return None
