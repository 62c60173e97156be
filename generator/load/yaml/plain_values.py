"""The values of a YAML text about which there is nothing to say: the common case, read quickly.

Whoever asks where a value is, or what is wrong with a text, reads it by `builder`. Here any doubt
ends the reading: the two never differ, for this one then gives no answer.
"""

from collections.abc import Callable
from sys import intern
from typing import Any, TypeAlias

import yaml

from generator.load.source_document import Mark, Value
from generator.load.yaml import parser_messages
from generator.load.yaml.builder import COMMENT, DEEPEST, NO_KEY, NOTHING

_Next: TypeAlias = Callable[[], Any]


class _InDoubt(Exception):  # noqa: N818 - no error: the text may well be right
    """Something that only the whole reading can judge."""


def plain_values(content: str, loader: type[Any]) -> "tuple[Value, Mark] | None":
    """Return what a text holds and where that begins, or None where it needs a closer look.

    `content` is text that `read_text` and `space_faults` found nothing wrong with. A backslash may
    write what they refuse; after a `#`, words may be lost.
    """
    if "\\" in content or ("#" in content and COMMENT.search(content)):
        return None
    source = loader(content)
    try:
        return _document(source.get_event)
    except (_InDoubt, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        source.dispose()


def _document(following: _Next) -> tuple[Value, Mark]:
    following()
    begun = following()
    if type(begun) is not yaml.DocumentStartEvent or begun.version or begun.tags:
        raise _InDoubt
    first = following()
    mark = first.start_mark
    value = _value(first, following, 0)
    following()
    if type(following()) is not yaml.StreamEndEvent:
        raise _InDoubt
    return value, (mark.line + 1, mark.column + 1)


def _value(event: Any, following: _Next, depth: int) -> Value:  # noqa: ANN401 - PyYAML has no types
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _scalar(event)
    if depth == DEEPEST or kind is yaml.AliasEvent or event.anchor or event.tag is not None:
        raise _InDoubt
    if kind is yaml.SequenceStartEvent:
        return _list(following, depth + 1)
    return _mapping(following, depth + 1)


def _list(following: _Next, depth: int) -> Value:
    items: list[Value] = []
    while (kind := type(event := following())) is not yaml.SequenceEndEvent:
        is_scalar = kind is yaml.ScalarEvent
        items.append(_scalar(event) if is_scalar else _value(event, following, depth))
    return items


def _mapping(following: _Next, depth: int) -> Value:
    values: dict[str, Value] = {}
    while type(event := following()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent:
            raise _InDoubt
        # Most keys are in every file: one text for all takes less memory, and is sent once.
        key = intern(_scalar(event))
        if key in values or key in NO_KEY:
            raise _InDoubt
        is_scalar = type(event := following()) is yaml.ScalarEvent
        values[key] = _scalar(event) if is_scalar else _value(event, following, depth)
    return values


def _scalar(event: Any) -> str:  # noqa: ANN401 - PyYAML has no types
    value: str = event.value
    if event.anchor is not None or event.tag is not None:
        raise _InDoubt
    if not event.style and (
        value in NOTHING
        or "?" in value
        or (not value.isascii() and parser_messages.in_typographic_quotes(value))
    ):
        raise _InDoubt
    return value
