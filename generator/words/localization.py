"""A language: says messages, dates, numbers and lists in it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType

from generator.model.dates import PartialDate
from generator.words import dates, formats
from generator.words.bidi import isolated_from, numbers_in_order
from generator.words.bundles import Labels, Terms, bundle, spoken_for
from generator.words.message import (
    DayOfYear,
    Listing,
    Message,
    Money,
    Period,
    ShortDate,
    Text,
    Translatable,
    msg,
)

_LONGEST_VALUE = 1000
"""Characters up to which the library puts a value into a message; it refuses those over 2,500."""

_LONG_TEXT = "\ue002"
"""Stands around the name of a longer value while the message is said; no text has it."""


FiscalQuarters: TypeAlias = Callable[[PartialDate], tuple[int, str] | None]
"""Tells which quarter of a fiscal year a date is, and what that year is called; None of others."""


class _Number(int, FluentType):
    """A whole number, of which Fluent asks the plural form, with its words in the language."""

    said: str

    def format(self, locale: object) -> str:  # noqa: ARG002 - it was said for the locale
        return self.said


class Localization:
    """Says texts in one language, with an organization's own terms and labels.

    What was said once is kept: the same dates, counts and labels are on hundreds of pages.
    """

    def __init__(
        self,
        language: str,
        terms: Terms | None = None,
        labels: Labels | None = None,
        fiscal_quarters: FiscalQuarters | None = None,
    ) -> None:
        self.language = language
        self.speaks = spoken_for(language)
        """In which language it says things: English for one that has no catalogue."""
        self.locale = formats.locale_of(self.speaks)
        self.own = (terms or {}, labels or {})
        self._fiscal_quarters = fiscal_quarters
        self._said: dict[tuple[object, ...], str] = {}
        """By id and what was said for its values: 2 and 2.0 are equal, and are said differently.

        Partial dates by themselves.
        """

    def speaks_as(self, other: "Localization") -> bool:
        """Return whether the other says everything alike."""
        return (self.language, self.own) == (other.language, other.own)

    @cached_property
    def _bundle(self) -> FluentBundle:
        return bundle(self.language, *self.own)

    @cached_property
    def _direction(self) -> str:
        return str(self.locale.text_direction)

    @property
    def is_right_to_left(self) -> bool:
        """Whether what it says is written from right to left."""
        return self._direction == "rtl"

    def __call__(self, text: Text) -> str:  # noqa: C901, PLR0911 - one line a kind
        """Return a text in the language; what somebody typed stays as it is.

        Only from right to left it gets marks that keep the parts of its numbers in order.
        Raises LookupError for a message that the catalogue does not have, or that asks for a value
        it was not given.
        """
        match text:
            case str():
                return numbers_in_order(text) if self.is_right_to_left else text
            case Message():
                return self._message(text)
            case int() | Decimal():
                return formats.number(text, self.locale)
            case PartialDate():
                return self._date(text)
            case date():
                return formats.day(text, self.locale)
            case ShortDate():
                return self(dates.short_date(text.date, self.locale))
            case Period():
                return self(self._period(text))
            case DayOfYear():
                return formats.day_of_year(text.month, text.day, self.locale)
            case Money():
                said = formats.money_in_words if text.in_words else formats.money
                return said(text.value, text.currency, self.locale)
            case Listing():
                return self._listing(text)
            case Translatable():
                return self._message(Message(text.id)) if self._has(text.id) else text.english

    def _has(self, message_id: str) -> bool:
        return bool(self._bundle.has_message(message_id))

    def _listing(self, listing: Listing) -> str:
        items = [self(item) for item in listing.items]
        match listing.style:  # for two of which the CLDR has no pattern
            case "apart":
                return self(msg("common-apart")).join(items)
            case "sentences":
                return self(msg("common-between-sentences")).join(items)
        return formats.joined(items, listing.style, self.locale)

    def _date(self, when: PartialDate) -> str:
        said = self._said.get((when,))
        if said is None:
            said = self._said[(when,)] = self(dates.partial_date(when, self.locale))
        return said

    def _period(self, period: Period) -> Text:
        """Return what a period is called; a fiscal quarter by its year, and with its months."""
        found = self._fiscal_quarters and self._fiscal_quarters(period.date)
        if not found:
            return ShortDate(period.date) if period.short else period.date
        quarter, year = found
        if period.short:
            return msg("date-quarter-short", quarter=quarter, year=year)
        return msg("date-fiscal-quarter", quarter=quarter, year=year, date=period.date)

    def _message(self, message: Message) -> str:
        arguments = {name: self._argument(value) for name, value in message.values}
        key = (message.id, *arguments.items())
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._format(message.id, arguments)
        return said

    def _format(self, message_id: str, arguments: dict[str, object]) -> str:
        entry, _, attribute = message_id.partition(".")
        found = self._bundle.get_message(entry)
        pattern = found.attributes[attribute] if attribute else found.value
        if pattern is None:
            raise LookupError(f"{message_id} says nothing by itself")
        long = {
            f"{_LONG_TEXT}{name}{_LONG_TEXT}": value
            for name, value in arguments.items()
            if isinstance(value, str) and len(value) > _LONGEST_VALUE
        }
        stand_ins = {token.strip(_LONG_TEXT): token for token in long}
        made, faults = self._bundle.format_pattern(pattern, arguments | stand_ins)
        if faults:
            raise LookupError(f"{message_id}: {'; '.join(map(str, faults))}")
        said = str(made)
        for token, value in long.items():
            said = said.replace(token, value)
        return said

    def _argument(self, value: Text) -> object:
        if not isinstance(value, int):
            said = self._message(value) if isinstance(value, Message) else self(value)
            return isolated_from(said, self._direction)
        number = _Number(value)
        number.said = formats.number(value, self.locale)
        return number
