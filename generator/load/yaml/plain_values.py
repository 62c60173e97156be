"""The values of a YAML text about which there is nothing to say: the common case, read quickly.

Whoever asks where a value is, or what is wrong with a text, reads it by `builder`. Here any doubt
ends the reading: the two never differ, for this one then gives no answer.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from generator.load.source_document import Value
from generator.load.yaml import parser_messages
from generator.load.yaml.builder import COMMENT, DEEPEST, NO_KEY, NOTHING

_Next: TypeAlias = Callable[[], Any]


class _InDoubt(Exception):  # noqa: N818 - no error: the text may well be right
    """Something that only the whole reading can judge."""


def plain_values(content: str, loader: type[Any]) -> "Value | None":
    """Return what a text holds, or None where any of it needs a closer look.

    `content` is text that `read_text` and `space_faults` found nothing wrong with. A backslash may
    write what they refuse; after a `#`, words may be lost.
    """
    if "\\" in content or COMMENT.search(content):
        return None
    source = loader(content)
    try:
        return _document(source.get_event)
    except (_InDoubt, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        source.dispose()


def _document(following: _Next) -> Value:
    following()
    begun = following()
    if type(begun) is not yaml.DocumentStartEvent or begun.version or begun.tags:
        raise _InDoubt
    value = _value(following(), following, 0)
    following()
    if type(following()) is not yaml.StreamEndEvent:
        raise _InDoubt
    return value


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
    while type(event := following()) is not yaml.SequenceEndEvent:
        items.append(_value(event, following, depth))
    return items


def _mapping(following: _Next, depth: int) -> Value:
    values: dict[str, Value] = {}
    while type(event := following()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent:
            raise _InDoubt
        key = _scalar(event)
        if key in values or key in NO_KEY:
            raise _InDoubt
        values[key] = _value(following(), following, depth)
    return values


def _scalar(event: Any) -> str:  # noqa: ANN401 - PyYAML has no types
    value: str = event.value
    if event.anchor is not None or event.tag is not None:
        raise _InDoubt
    if not event.style and (
        value in NOTHING or "?" in value or parser_messages.in_typographic_quotes(value)
    ):
        raise _InDoubt
    return value
