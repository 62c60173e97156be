"""Texts that remember the cell they come from."""

from typing import Self

from generator.core.issues import Location


class CellText(str):
    """A value of content with the place in an export, or in a mapping, that it comes from."""

    __slots__ = ("place",)

    place: Location

    def __new__(cls, text: str, place: Location) -> Self:
        """Return a text with its place."""
        made = super().__new__(cls, text)
        made.place = place
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, Location]]:
        """Return what makes a copy of it."""
        return type(self), (str(self), self.place)
