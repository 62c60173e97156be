"""What the tests of access found when they last looked at every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class EngineResult:
    """What one engine found."""

    name: str
    version: str
    pages: int
    views: int
    """A page at one width in one palette, or with something on it in use, is one."""
    errors: int


@dataclass(frozen=True, slots=True)
class AccessResults:
    """The results of all engines."""

    on: date
    """The day of the tests."""
    browser: str
    """Its name and version."""
    every_page: bool
    """Whether every page was tested, or one of each kind."""
    pages: int
    """Those that every engine looked at."""
    widths: tuple[int, ...]
    """In CSS pixels."""
    engines: tuple[EngineResult, ...]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """Return the results as the tests store them; KeyError or TypeError where they did not."""
        engines = tuple(EngineResult(**one) for one in stored["engines"])
        return cls(
            date.fromisoformat(stored["on"]),
            stored["browser"],
            stored["every_page"],
            stored["pages"],
            tuple(stored["widths"]),
            engines,
        )
