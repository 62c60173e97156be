"""Messages: what is said to a reader, as an id of the catalogue and values, in no language yet.

Views, sentences of change and documents carry messages; `localization.Localization` says them in a
language when a page or document is rendered. Text that somebody typed is a plain `str`, and is
shown as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.model.dates import PartialDate
from generator.model.keys import Qualifier
from generator.model.measures import Actual, Target
from generator.model.records import Amount

ListStyle: TypeAlias = Literal["and", "or", "plain", "apart", "sentences"]


class Unsaid:
    """What a language is still to say: putting it into a string by hand is a mistake."""

    __slots__ = ()

    def __str__(self) -> str:
        """Raise TypeError: only a language can say it."""
        raise TypeError(f"{self!r} is no text yet: let a Localization say it")


@dataclass(frozen=True, slots=True)
class Message(Unsaid):
    """An entry of the catalogue with the values that it names."""

    id: str
    """As in the catalogue; an attribute of an entry after a dot, as "status-proposed.means"."""
    values: tuple[tuple[str, "Text"], ...] = ()


@dataclass(frozen=True, slots=True)
class Money(Unsaid):
    """A sum in a currency, with the digits that its source gives."""

    value: Decimal
    currency: str
    in_words: bool = False
    """Whether millions are said in a word, as "$1.25 million", where that leaves no digit out."""


@dataclass(frozen=True, slots=True)
class Listing(Unsaid):
    """Texts in a row, written as the language writes a list: "a, b, and c"."""

    items: tuple["Text", ...]
    style: ListStyle = "and"
    """What joins the last two.

    `plain` puts the same mark between all, and `apart` a stronger one, for items with commas;
    `sentences` are whole ones, one after the other.
    """


@dataclass(frozen=True, slots=True)
class DayOfYear(Unsaid):
    """A day of every year, as "July 1"."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class ShortDate(Unsaid):
    """A partial date for a narrow place, as "Aug 2016"."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class Period(Unsaid):
    """The time that a figure is about, as "second quarter of 2016", also of a fiscal year."""

    date: PartialDate
    short: bool = False
    """Whether it is for a narrow place, as "Q2 2016"."""


@dataclass(frozen=True, slots=True)
class Translatable(Unsaid):
    """A text that the program itself holds in English, and that a catalogue may translate."""

    id: str
    english: str


Text: TypeAlias = (
    str
    | int
    | Decimal
    | date
    | PartialDate
    | ShortDate
    | Period
    | DayOfYear
    | Money
    | Listing
    | Message
    | Translatable
)
"""What a reader reads: text that somebody typed, or what a language is still to say.

A number among a message's values also decides which plural form is used.
"""


def msg(message_id: str, /, **values: Text) -> Message:
    """Return a message of the catalogue."""
    return Message(message_id, tuple(values.items()))


def listing(items: Iterable[Text], style: ListStyle = "and") -> Listing:
    """Return texts as a list."""
    return Listing(tuple(items), style)


def amount_text(
    amount: Amount, unit: str = "", currency: str = "", *, in_words: bool = False
) -> Text:
    """Return a figure as its source gives it: qualifier, value or range, unit or currency.

    Of a result without a number, how it came out. `in_words`, for sentences, says millions of a
    currency in a word.
    """
    if isinstance(amount, Actual) and amount.result:
        return msg(f"common-result-{amount.result.value}")

    def figure(value: Decimal) -> Text:
        return Money(value, currency, in_words=in_words) if currency else value

    if amount.value is not None:
        said = figure(amount.value)
    elif amount.low is not None and amount.high is not None:
        said = msg("common-range", low=figure(amount.low), high=figure(amount.high))
    else:
        said = amount.stated or ""
    if isinstance(amount, Target) and amount.more:
        said = msg("common-more", figure=said)
    if amount.qualifier:
        said = qualified(amount.qualifier, said)
    return msg("common-figure-of-unit", figure=said, unit=unit) if unit else said


def qualified(qualifier: Qualifier, figure: Text) -> Message:
    """Return a figure with how exact it is, as "about 40"."""
    return msg(f"common-qualified-{qualifier.value}", figure=figure)
