"""Records that are being put together from cells, before what they are is checked."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from generator.load.source_document import Value
from generator.model.fields import Field, Holds, Shape

Tree: TypeAlias = dict[str, Any]
"""A record that is being put together: values, records inside, and `Items`."""


BY_THEN = "by then"
"""Stands for the date of something that had happened by the day of the export."""


class Items(dict[str, Tree]):
    """Records of a list, by what tells one from the other while they are put together."""


def put(tree: Tree, fields: Sequence[Field], value: Value, item: str, inner: str) -> None:
    """Put a value into a record at the end of a way of fields.

    `item` tells the record of the first list on the way from its siblings, `inner` that of a list
    inside it, or the key of a mapping. A list is added to; any other value takes the place of the
    one before.
    """
    here, depth = tree, 0
    for step in fields[:-1]:
        if step.shape is Shape.LIST:
            key = inner if depth else item
            here = here.setdefault(step.name, Items()).setdefault(key, {})
            depth += 1
        else:
            here = here.setdefault(step.name, {})
    leaf = fields[-1]
    if value == BY_THEN and leaf.holds is Holds.DATE:
        # The record is there; when it came is filled in with the time of the export.
        return
    if leaf.shape is Shape.MAPPING:
        here.setdefault(leaf.name, {})[inner] = value
    elif leaf.shape is Shape.LIST:
        before = here.setdefault(leaf.name, [])
        new = value if isinstance(value, list) else [value]
        before += [one for one in new if one not in before]
    else:
        here[leaf.name] = value
