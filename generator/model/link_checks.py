"""What was last found at the addresses of the report, and copies of pages in archives."""

from typing import ClassVar

from generator.model.outside import Address
from generator.model.values import Day, Record, Wording


class Archived(Record):
    """A copy of a page that an archive of the web keeps."""

    KEY: ClassVar[tuple[str, ...]] = ("address",)

    address: Address
    """Where the copy is. Example: https://web.archive.org/web/20160822/https://www.city.example/"""
    on: Day
    """The day on which the archive captured it."""


class GoneAddress(Record):
    """An address at which there is nothing any more."""

    KEY: ClassVar[tuple[str, ...]] = ("address",)

    address: Address
    """The address, as the content has it."""
    on: Day
    """The day on which it was first found gone."""
    found: Wording
    """What was found there. Example: 404 Not Found"""


class UncheckedAddress(Record):
    """An address of which a program could not tell whether anything is there."""

    KEY: ClassVar[tuple[str, ...]] = ("address",)

    address: Address
    """The address, as the content has it."""
    found: Wording
    """Why it could not be checked. Example: 403 Forbidden"""


class LinkChecks(Record):
    """Everything in links.yml, which annual-report links writes: one check of all addresses."""

    checked: Day | None = None
    """The day of the check. Needed: Filled in by annual-report links --write."""
    answered: tuple[Address, ...] = ()
    """The addresses at which something was found."""
    gone: tuple[GoneAddress, ...] = ()
    """The addresses at which there is nothing any more."""
    unchecked: tuple[UncheckedAddress, ...] = ()
    """The addresses that refuse programs, or could not be reached on that day."""
