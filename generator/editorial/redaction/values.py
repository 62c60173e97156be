"""The values of a record, as typed or as stored, without what is to be removed.

A text keeps a mark. What cannot hold one, as an address or an account, is left out where it may be;
where a reason may stand in the place of a value, or of a record around it, that stands there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from generator.editorial.redaction.removal import Removal
from generator.load.source_document import Path
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.keys import MissingWhy
from generator.model.records import Missing
from generator.model.values import Record

Stored: TypeAlias = Any
"""Plain data: what YAML or JSON holds."""

_HOLDS_WORDS = (Holds.TEXT, Holds.PROSE, Holds.ADDRESS)


class Outcome(StrEnum):
    """What became of a value with something to be removed."""

    MARKED = "the mark takes its place"
    LEFT_OUT = "left out"
    MISSING = "counted as withheld, with the reason"
    STUCK = "cannot be removed: it is needed, and cannot hold a mark"


@dataclass(frozen=True, slots=True)
class Hit:
    """A value in which something is to be removed."""

    path: Path
    outcome: Outcome
    line: int = 0
    """How many lines of it are above; of a text of several lines."""


class _Stuck:
    """A value that can be neither changed nor left out by itself."""


_STUCK = _Stuck()


@dataclass(slots=True)
class Redactor:
    """Removes from the values of one file or frozen edition, and keeps what it changed."""

    removal: Removal
    why: str
    """Why a value is missing, where a reason stands in its place."""
    hits: list[Hit] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    """Every text that was changed, and what it is now."""

    def record(self, stored: Stored, model: type[Record] | None, path: Path = ()) -> Stored:
        """Return the values of a record without what is to be removed."""
        kept = self._record(stored, (model,) if model else (), path)
        if isinstance(kept, _Stuck):
            return stored
        return kept

    def text(self, text: str, path: Path, of: Field | None = None) -> str:
        """Return a text without what is to be removed."""
        new = self.removal.without(path, text, of)
        if new != text:
            self.changed[text] = new
            self.hits += [Hit(path, Outcome.MARKED, line) for line in self.removal.lines(text)]
        return new

    def _record(
        self, stored: Mapping[str, Stored], models: tuple[type[Record], ...], path: Path
    ) -> dict[str, Stored] | _Stuck:
        fields = _fields_for(stored, models)
        kept: dict[str, Stored] = {}
        for name, inside in stored.items():
            own, here = fields.get(name), (*path, name)
            before = len(self.hits)
            new = self._value(inside, own, here)
            if not isinstance(new, _Stuck):
                kept[name] = new
                continue
            del self.hits[before:]
            if own and own.may_be_missing:
                kept[name] = {"missing": MissingWhy.WITHHELD.value, "why": self.why}
                self.hits.append(Hit(here, Outcome.MISSING))
            elif own and not own.is_required and own.shape is Shape.ONE:
                self.hits.append(Hit(here, Outcome.LEFT_OUT))
            else:
                self.hits.append(Hit(here, Outcome.STUCK))
                return _STUCK
        return kept

    def _value(self, stored: Stored, of: Field | None, path: Path) -> Stored | _Stuck:
        if isinstance(stored, str):
            return self._leaf(stored, of, path)
        if isinstance(stored, Mapping):
            if of and of.key:
                items = {k: self._value(v, of, (*path, k)) for k, v in stored.items()}
                return _STUCK if _is_stuck(items.values()) else items
            return self._record(stored, of.records if of else (), path)
        if isinstance(stored, list):
            listed = [self._value(one, of, (*path, n)) for n, one in enumerate(stored)]
            return _STUCK if _is_stuck(listed) else listed
        return stored

    def _leaf(self, text: str, of: Field | None, path: Path) -> str | _Stuck:
        if of is None or of.takes_any_words:
            return self.text(text, path, of)
        if of.holds not in _HOLDS_WORDS or self.removal.without(path, text, of) == text:
            return text
        self.hits.append(Hit(path, Outcome.STUCK))
        return _STUCK


def _is_stuck(values: Any) -> bool:  # noqa: ANN401 - of plain data
    return any(isinstance(one, _Stuck) for one in values)


def _fields_for(
    stored: Mapping[str, Stored], models: tuple[type[Record], ...]
) -> Mapping[str, Field]:
    """Return the fields of the type of record that values are of; none where none is known."""
    is_missing = "missing" in stored
    fit = [model for model in models if (model is Missing) is is_missing]
    return fields_of(fit[0]) if fit else {}
