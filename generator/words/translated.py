"""Text of content in another language than it was written in."""

from typing import Self


class Translated(str):
    """A text of content that was translated."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the text as what it is: it stays a translated one."""
        return self

    def strip(self, chars: str | None = None) -> Self:
        """Return the text without blanks at its ends."""
        return type(self)(super().strip(chars))

    def removesuffix(self, suffix: str) -> Self:
        """Return the text without an ending."""
        return type(self)(super().removesuffix(suffix))


class Outdated(Translated):
    """A text of content whose original was changed since it was translated."""

    __slots__ = ()
