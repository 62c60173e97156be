"""What dated records, figures and missing values have in common."""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import MissingWhy, Qualifier
from generator.model.references import SourceRef
from generator.model.values import Day, Number, Quotation, Record, Sentences, Text


class Missing(Record):
    """A value that is not there, with the kind of gap and why; never blank, never zero."""

    missing: MissingWhy
    """What kind of gap it is. Label: Why it is missing"""
    why: Sentences
    """Why there is no value, in a sentence.

    Label: Reason of the gap
    Example: The report gives no figure for 2016.
    """
    expected_on: PartialDate | None = None
    """When it should be there. Label: Expected on"""


class Sourced(Record):
    """A claim and the sources it rests on."""

    sources: tuple[SourceRef, ...] = ()
    """Ids of the sources it rests on."""


class Dated(Sourced):
    """A record of two times: when it was true (the field `DATE` names) and when it was entered."""

    DATE: ClassVar[str] = "on"
    """The field that says when the record was true."""

    PLAN: ClassVar[bool] = False
    """Plans and targets are not bounded by the time their sources appeared."""

    recorded: Day
    """The day on which the record was entered. Label: Day of entry"""

    @property
    def is_dated(self) -> bool:
        """Tell whether a source gives the time at which the record was true."""
        return not isinstance(getattr(self, self.DATE), Missing)

    @property
    def when(self) -> PartialDate:
        """Return the time at which the record was true; by the day of entry, if no source says."""
        value = getattr(self, self.DATE)
        return value if isinstance(value, PartialDate) else PartialDate(f"[..{self.recorded}]")


class Addendum(Dated):
    """What is known of a record since a later time, shown below its text from that time on."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    on: PartialDate
    """From when this is known, or when it happened. Label: Known since"""
    text: Sentences
    """What came later. Example: The line was closed in 2019."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""


def nothing(value: object) -> bool:
    """Return whether a value says nothing, and so is not written."""
    return not value


class Planning(Record):
    """A record whose text may speak of times that lie ahead of it."""

    plans: tuple[PartialDate, ...] = Field(default=(), exclude_if=nothing)
    """Later times that its text speaks of as planned or expected, one to a line.

    Label: Planned times
    Needed: where its text names a time after that of the record.
    Example: 2018-02
    """


class Narrated(Planning):
    """A record with text that has no date of its own, and so tells what is true at any time."""

    later: tuple[Addendum, ...] = Field(default=(), exclude_if=nothing)
    """What came later than its text tells, each from its own date on.

    Label: Added later
    One: addendum
    """


class KnownSince(Record):
    """A record that is part of the report from when it was known."""

    known_since: PartialDate | None = None
    """When a source first shows that it was known; no earlier edition has it.

    Label: Known since
    Example: 2016-06
    """


def _kind_of(value: object) -> str:
    """Tell which branch of "a value or why it is missing" an editor meant."""
    if isinstance(value, Missing) or (isinstance(value, dict) and "missing" in value):
        return "missing"
    return "value"


def _kind_of_list(value: object) -> str:
    """Tell which branch of "a list or why it is missing" an editor meant."""
    return "missing" if isinstance(value, Missing | dict) else "value"


OR_MISSING = Discriminator(_kind_of)
LIST_OR_MISSING = Discriminator(_kind_of_list)
MissingTag = Annotated[Missing, Tag("missing")]


class Amount(Record):
    """A figure as the source gives it: one value, or from `low` to `high`.

    A rule refuses amounts with neither, or with both.
    """

    value: Number | None = None
    """The figure, digit by digit as typed. Needed: Needed, or else low and high."""
    low: Number | None = None
    """Lower end, where the source gives a range. Needed: with high, where there is no value."""
    high: Number | None = None
    """Upper end, where the source gives a range. Needed: with low, where there is no value."""
    qualifier: Qualifier | None = None
    """How exact the source is."""
    stated: Quotation | None = None
    """The source's own wording of the figure. Example: nearly 1.4 million"""


class RivalValue(Amount):
    """What another source gives for the same point."""

    KEY: ClassVar[tuple[str, ...]] = ("sources",)

    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources that give it."""
    note: Sentences | None = None
    """A remark. Example: Rounded in the source."""


class Figure(Amount):
    """A labeled figure of an event or an organization's context."""

    KEY: ClassVar[tuple[str, ...]] = ("label",)

    label: Text
    """What the figure is of. Example: Responses to the survey"""
    unit: Text
    """The unit it is counted in. Example: responses"""
    note: Sentences | None = None
    """A remark. Example: Rounded in the source."""
