"""Cells that are blank in an export and of which the content holds a value: told, never emptied."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.editorial.importing.targets import Target
from generator.editorial.importing.trees import Tree
from generator.model.fields import Field, Shape

_SAID_FOR_WANT = ("not_stated", "not_assessed")
"""Words that an import itself writes where a cell says nothing."""


class Blank(NamedTuple):
    """A cell without a value."""

    heading: str
    target: Target
    key: str
    """Of a mapping the key, of a group its taxonomy; else nothing."""

    def is_held_by(self, before: Mapping[str, Any], draft: Tree) -> bool:
        """Whether the content has what the cell had, and no other cell of the row says it now."""
        fields = self.target.fields
        return _holds(before, fields, self.key) and not _holds(draft, fields, self.key)


def _holds(here: object, fields: Sequence[Field], key: str) -> bool:
    """Whether a value stands at the end of a way; of several records, in any of them."""
    if not fields:
        return _is_value(here, key)
    if not isinstance(here, Mapping) or fields[0].name not in here:
        return False
    inside = here[fields[0].name]
    if len(fields) == 1 or fields[0].shape is not Shape.LIST:
        return _holds(inside, fields[1:], key)
    records = inside.values() if isinstance(inside, Mapping) else inside
    return any(_holds(one, fields[1:], key) for one in records)


def _is_value(held: object, key: str) -> bool:
    if isinstance(held, Mapping):
        return "missing" not in held and (not key or key in held)
    if isinstance(held, list):
        return any(not key or str(one).startswith(f"{key}/") for one in held)
    return bool(held) and held not in _SAID_FOR_WANT
