"""What a removal reaches: new bytes of files, and every place from which something goes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.core.issues import Location
from generator.editorial.redaction.removal import Removal
from generator.editorial.redaction.values import Hit, Outcome, Redactor

RemovalFor: TypeAlias = Callable[[str, str], Removal | None]
"""What is to go from the file at a path, in a language (empty for that of the content)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A place from which something goes, and what becomes of it."""

    at: Location
    outcome: Outcome


@dataclass(slots=True)
class Reach:
    """New bytes of files by path, places, and what stands in the way."""

    files: dict[str, bytes] = field(default_factory=dict)
    places: list[Reached] = field(default_factory=list)
    commented: list[Location] = field(default_factory=list)
    """Files that cannot be written anew without losing comments."""
    changed: dict[str, str] = field(default_factory=dict)
    """Every text that was changed, and what it is now."""

    def take(self, redactor: Redactor, place: Callable[[Hit], Location]) -> None:
        """Add what was reached in one file; `place` says where it is."""
        self.changed |= redactor.changed
        self.places += [Reached(place(hit), hit.outcome) for hit in redactor.hits]

    @property
    def stuck(self) -> Iterable[Location]:
        """Where something is to go and cannot."""
        return [reached.at for reached in self.places if reached.outcome is Outcome.STUCK]
