"""Money and people's time of an initiative, as sources give them, and the funds that pay."""

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.keys import FundingState
from generator.model.records import Amount, Dated, nothing
from generator.model.references import FiscalRef, FundRef
from generator.model.values import (
    Currency,
    Id,
    Number,
    Record,
    Sentences,
    Text,
    Title,
)


class Fund(Record):
    """A fund or other source of money by which an organization keeps its accounts."""

    id: Id
    """The id that funding names. Example: general-fund"""
    title: Title
    """What it is called. Example: General Fund"""
    note: Sentences | None = None
    """What it is for, or may be spent on. Example: Only for streets."""


class ByYear(Record):
    """Amounts by year; apart, since the form editor writes them behind all else of a record."""

    years: dict[FiscalRef, Number] = Field(default={}, exclude_if=nothing)
    """The amount of each fiscal year or budget cycle, where one row of a source gives several.

    Label: Amounts by year
    Needed: instead of value, low, high, and cycle.
    Example: fy2016-17: 40000
    """


class Funding(Amount, Dated, ByYear):
    """Money of one state, as a source gives it: one amount, or one for each of several years.

    What is stated later of the same money (`what`, `fund`, `from_whom`, state, and period are the
    same) takes the place of what was stated before, which stays on the record.
    """

    id: Id
    """Its id inside the initiative. Example: stations-2016"""
    what: Sentences | None = None
    """What the money is for.

    Needed: where it is for a part of the initiative.
    Example: The first ten stations
    """
    currency: Currency | None = None
    """Code of the currency. Needed: where it is not that of report.yml. Example: USD"""
    state: FundingState
    """How far it is committed."""
    fund: FundRef | None = None
    """The fund that it comes from, one of report.yml. Needed: Absent where no source says."""
    cycle: FiscalRef | None = None
    """The fiscal year of the one amount, or a period of several.

    Needed: Absent where no source says.
    """
    from_whom: Text | None = None
    """Who pays. Needed: Absent where no source says. Example: State grant"""
    on: PartialDate
    """As of when."""
    note: Sentences | None = None
    """A remark. Example: Spread over two years."""


class Staffing(Amount, Dated):
    """People's time, as a source gives it."""

    id: Id
    """Its id inside the initiative. Example: coordinator"""
    what: Sentences
    """What the people do. Example: Coordinates the stations"""
    unit: Text
    """The unit it is counted in. Example: full-time posts"""
    cycle: FiscalRef | None = None
    """The fiscal year, or a period of several. Needed: Absent where no source says."""
    on: PartialDate
    """As of when."""
    note: Sentences | None = None
    """A remark. Example: Shared with Public Works."""
