"""In what a table of sums counts: its currency, and thousands or more where all are that large."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.money.sums import Sum, exactly, sum_text
from generator.words.message import Text, listing, msg

_SCALES = (
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
    (Decimal(10) ** 3, "thousand"),
)
LARGE = 10_000_000
"""A table counts in thousands or more from such a sum on."""
MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """What figures of a table or drawing count."""

    currency: str
    """The one currency of all; empty where there are several, and each sum names its own."""
    size: Decimal = Decimal(1)
    name: str = ""
    """Of a size beyond one, as "million"."""
    decimals: int = 0
    """Of figures in a size beyond one."""

    def caption(self, caption: Text) -> Text:
        """Return what a table is called, with the unit where its cells leave that out."""
        return msg("money-in-unit", caption=caption, unit=self.text) if self.name else caption

    @property
    def text(self) -> Text:
        """Return what is counted, as "millions of USD"."""
        return (
            msg(f"money-unit-{self.name}", currency=self.currency) if self.name else self.currency
        )

    def sum(self, found: Sum, currency: str) -> Text:
        """Return a sum as a cell has it."""
        if not self.name:
            return sum_text(found, currency)
        return sum_text(found, currency, figure=self._figure)

    def _figure(self, value: Decimal) -> Text:
        return (
            round(value / self.size, self.decimals) if self.decimals else exactly(value / self.size)
        )


def unit_of(sums: Iterable[tuple[str, Sum]]) -> MoneyUnit:
    """Return what a table of sums, each with its currency, counts in.

    It is the largest that leaves each sum exact, with at most two decimals.
    """
    found = list(sums)
    currencies = {currency for currency, _ in found}
    if len(currencies) != 1:
        return MoneyUnit("")
    (currency,) = currencies
    values = [abs(v) for _, s in found for v in (s.low, s.high) if v is not None]
    if max(values, default=Decimal(0)) >= LARGE:
        for size, name in _SCALES:
            for decimals in range(MOST_DECIMALS + 1):
                part = size.scaleb(-decimals)
                if max(values) >= size and all(value % part == 0 for value in values):
                    return MoneyUnit(currency, size, name, decimals)
    return MoneyUnit(currency)


def drawing_unit(currency: str, highest: Decimal) -> MoneyUnit:
    """Return what the scale of a drawing counts in, whose figures are round."""
    sized = ((size, name) for size, name in _SCALES if highest >= size)
    return MoneyUnit(currency, *next(sized, (Decimal(1), "")))


def sums_text(unit: MoneyUnit, sums: Iterable[tuple[str, Sum]]) -> Text:
    """Return sums of several currencies in a row; nothing where there is none."""
    said = [text for currency, found in sums if (text := unit.sum(found, currency))]
    return listing(said, "plain") if len(said) > 1 else said[0] if said else ""
