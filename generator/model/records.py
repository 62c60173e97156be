"""What dated records, figures and missing values have in common."""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import MissingWhy, Qualifier
from generator.model.values import Day, Id, Number, Record, Text


class Sourced(Record):
    """A claim and the sources it rests on."""

    sources: tuple[Id, ...] = ()
    """Ids of sources.yml."""


class Dated(Sourced):
    """A record of two times: when it was true (the field `DATE` names) and when it was entered."""

    DATE: ClassVar[str] = "on"
    """The field that says when the record was true."""

    PLAN: ClassVar[bool] = False
    """Plans and targets are not bounded by the time their sources appeared."""

    recorded: Day
    """The day the record was entered."""

    @property
    def when(self) -> PartialDate:
        """Return the time at which the record was true."""
        value = getattr(self, self.DATE)
        assert isinstance(value, PartialDate)  # noqa: S101  # every DATE names such a field
        return value


class Missing(Record):
    """A value that is not there, with the kind of gap and why; never blank, never zero."""

    missing: MissingWhy
    why: Text
    expected_on: PartialDate | None = None
    """When it should be there."""


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
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier | None = None
    stated: Text | None = None
    """The source's own wording of the figure."""


class RivalValue(Amount):
    """What another source gives for the same point."""

    KEY: ClassVar[tuple[str, ...]] = ("sources",)

    sources: tuple[Id, ...] = Field(min_length=1)
    note: Text | None = None


class Figure(Amount):
    """A labelled figure of an event or an organisation's context."""

    KEY: ClassVar[tuple[str, ...]] = ("label",)

    label: Text
    unit: Text
    note: Text | None = None
