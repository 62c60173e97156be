"""Medians, ratios and growth, from single runs."""

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from tests.bench.results import Result

RESAMPLES = 2_000
INTERVAL = (0.025, 0.975)


class Figures:
    """All results, asked for by what they are."""

    def __init__(self, results: Iterable[Result]) -> None:
        self._values: dict[tuple[str, int, str, str], list[float]] = {}
        self._codes: dict[tuple[str, int], set[str]] = {}
        for one in results:
            key = (one.kind, one.number, one.who, one.what)
            self._values.setdefault(key, []).append(one.value)
            self._codes.setdefault((one.kind, one.number), set()).add(one.code)

    def runs(self, kind: str, number: int, who: str, what: str) -> list[float]:
        """Return every value of one thing, in the order measured."""
        return self._values.get((kind, number, who, what), [])

    def value(self, kind: str, number: int, who: str, what: str = "wall") -> float | None:
        """Return the median of one thing; None where it was not measured."""
        runs = self.runs(kind, number, who, what)
        return median(runs) if runs else None

    def numbers(self, kind: str) -> list[int]:
        """Return the numbers of initiatives at which a kind was measured."""
        return sorted({number for known, number, _, _ in self._values if known == kind})

    def names(self, kind: str, number: int) -> list[str]:
        """Return who was measured in a kind at a number, in the order they were first."""
        found = (who for known, n, who, _ in self._values if (known, n) == (kind, number))
        return list(dict.fromkeys(found))

    def codes(self) -> Mapping[tuple[str, int], set[str]]:
        """Return which revisions the figures of each kind and number are of."""
        return self._codes


def exponent(runs: Mapping[int, Sequence[float]]) -> tuple[float, float, float] | None:
    """Return how a cost grows with the number, as the power of it, and a 95 % interval.

    It is the slope of a line through the logarithms of every run; the interval is that of slopes
    of runs drawn again, with putting back, within each number. None for fewer than two numbers.
    """
    sizes = {number: list(values) for number, values in runs.items() if values}
    if len(sizes) < 2:
        return None
    draw = random.Random(1)  # noqa: S311 - no secret
    found = sorted(
        _slope({n: draw.choices(values, k=len(values)) for n, values in sizes.items()})
        for _ in range(RESAMPLES)
    )
    low, high = (found[int(share * (RESAMPLES - 1))] for share in INTERVAL)
    return _slope(sizes), low, high


def _slope(runs: Mapping[int, Sequence[float]]) -> float:
    points = [(math.log(n), math.log(value)) for n, values in runs.items() for value in values]
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    across = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / across
