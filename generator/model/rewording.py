"""Which fields of records hold words that may be put better without saying something else."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from generator.model.outside import Account, Address, Language, Repository, Site
from generator.model.values import Record, ShortProse, Text, Title

_WORDS = (Text, Title, ShortProse)
"""What readers read; prose without a bound asks for nothing at all."""

_OUTSIDE = (Address, Site, Repository, Account, Language)
"""What leads elsewhere, and may lead there by another name."""

_ASKED = frozenset(part.func for kind in (*_WORDS, *_OUTSIDE) for part in get_args(kind)[1:])


@cache
def is_wording(model: type[Record], name: str) -> bool:
    """Tell whether a field holds words, or what leads outside the report, and nothing else.

    Either may be put better without saying something else; an id, a date or a figure may not.
    """
    field = model.model_fields.get(name)
    if field is None:
        return False
    asked = list(_asked_of_texts(field.annotation, tuple(field.metadata)))
    return bool(asked) and all(
        part.func in _ASKED for parts in asked for part in parts if hasattr(part, "func")
    )


def _asked_of_texts(kind: object, asked: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    """Yield what is asked of each text that a type may hold."""
    if kind is str:
        yield asked
    elif get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        yield from _asked_of_texts(inner, (*asked, *more))
    else:
        for part in get_args(kind):
            yield from _asked_of_texts(part, ())
