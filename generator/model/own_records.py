"""What an organization keeps of an initiative itself: its numbers, progress, risks, documents."""

from typing import ClassVar

from generator.model.dates import PartialDate
from generator.model.outside import Address
from generator.model.records import Dated
from generator.model.values import Id, Name, Number, Record, Sentences, Text, Title


class OwnId(Record):
    """A number by which the organization itself knows the initiative."""

    KEY: ClassVar[tuple[str, ...]] = ("scheme", "id")

    scheme: Name
    """What numbers of this kind are called. Example: Project number"""
    id: Name
    """The number as it is written. Label: Number Example: PW-2013/044"""


class Progress(Dated):
    """How far the organization says that the initiative is, by its own count."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    on: PartialDate
    """As of when."""
    percent: Number
    """How much of the whole is done, from 0 to 100. Example: 62"""
    note: Sentences | None = None
    """A remark, as how it is counted. Example: Share of the budget that is spent."""


class RiskClosed(Dated):
    """The end of a risk."""

    on: PartialDate
    """When it was closed."""
    note: Sentences | None = None
    """How it ended. Example: The supplier delivered."""


class Risk(Dated):
    """What may go wrong, as the organization's own register of risks has it."""

    id: Id
    """Its id inside the initiative. Example: late-supplier"""
    text: Sentences
    """What may happen. Example: The supplier may deliver late."""
    likelihood: Text | None = None
    """How likely it is, in the register's own words. Example: Medium"""
    impact: Text | None = None
    """How much it would do, in the register's own words. Example: High"""
    rating: Text | None = None
    """What the register makes of both. Example: 12 of 25"""
    mitigation: Sentences | None = None
    """What is done about it. Example: A second supplier is under contract."""
    on: PartialDate
    """As of when the register says so."""
    closed: RiskClosed | None = None
    """When and how it ended. Needed: once it is closed."""


class Document(Dated):
    """A contract, a plan, or another document of the initiative."""

    KEY: ClassVar[tuple[str, ...]] = ("title", "on")

    title: Title
    """What it is called. Example: Contract for ten stations"""
    kind: Title | None = None
    """What kind of document it is, in a word or two. Example: Contract"""
    address: Address | None = None
    """Where it can be read. Needed: or else its holder."""
    holder: Text | None = None
    """Who keeps it, and under which number.

    Needed: or else its address.
    Example: Records office, file 2016-14
    """
    on: PartialDate
    """The date that it bears, as exact as that is known. Label: Date"""
