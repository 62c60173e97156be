"""The one way a file of content is written, the same as a form editor writes it.

Byte for byte what npm `yaml` gives with `defaultStringType: QUOTE_DOUBLE`, `defaultKeyType: PLAIN`
and `lineWidth: 0`: block style, two spaces, every text in double quotes, LF, a final newline.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias, TypeVar

from generator.core.errors import GeneratorError
from generator.load.binding import bind
from generator.load.front_matter import FENCE
from generator.load.source_document import MarkdownDocument, Value, YamlDocument
from generator.load.yaml.quoting import NUMBER, key_text, quoted
from generator.model.fields import fields_of, written_fields
from generator.model.values import Record

M = TypeVar("M", bound=Record)

_STEP = "  "


class NormalFormError(GeneratorError):
    """A file stays as it is; `message` says why and `next_step` what to do."""


class PlainScalar(str):
    """Text that is written without quotes: a number as typed, or true or false."""

    __slots__ = ()


Written: TypeAlias = "str | PlainScalar | Sequence[Written] | Mapping[str, Written]"
"""What can be written: text, `PlainScalar`, lists and mappings of these."""


def emit(value: Record | Mapping[str, object] | Sequence[object]) -> str:
    """Return a record or plain data in the normal form; of a record, only what was set."""
    return _node(_written(value), "") + "\n"


def format_yaml(document: YamlDocument, model: type[Record]) -> str:
    """Return a file in the normal form: its own keys and values, in the model's order.

    An optional key whose list or mapping is empty is left out.

    Raises NormalFormError when the file does not fit the model, or holds comments, which the normal
    form has no place for.
    """
    if document.comment_lines:
        lines = ", ".join(map(str, document.comment_lines))
        raise NormalFormError(
            f"{document.path} has comments (line {lines}), which the normal form has no place for.",
            "Move them to a note, or remove them.",
        )
    return _node(_as_typed(_bound(document, model), document.data), "") + "\n"


def format_file(document: MarkdownDocument, model: type[Record]) -> str:
    """Return a file of either kind in the normal form; raises NormalFormError as these do."""
    if document.path.endswith(".md"):
        return format_markdown(document, model)
    return format_yaml(document.front, model)


def format_markdown(document: MarkdownDocument, model: type[Record]) -> str:
    """Return front matter in the normal form and the body, which ends in one line feed or none.

    Raises NormalFormError as `format_yaml` does.
    """
    body = document.body.rstrip(" \t\n")
    front = format_yaml(document.front, model)
    return f"{FENCE}\n{front}{FENCE}\n" + (f"{body}\n" if body else "")


def _bound(document: YamlDocument, model: type[M]) -> M:
    bound, issues = bind(model, document)
    if bound is None:
        where = issues[0].location if issues else document.path
        raise NormalFormError(
            f"{where} cannot be written in the normal form while it has faults.",
            "Run the check first, and fix what it lists.",
        )
    return bound


def _as_typed(value: object, raw: Value) -> Written:
    """Return the raw text in the order of the model, which says what is without quotes."""
    if isinstance(raw, str):
        unquoted = (
            raw in ("true", "false")
            if isinstance(value, bool)
            else isinstance(value, int | Decimal) and NUMBER.fullmatch(raw)
        )
        return PlainScalar(raw) if unquoted else raw
    if isinstance(raw, dict):
        if isinstance(value, Record):
            names = [field.name for field in written_fields(type(value)) if field.name in raw]
            kept = [name for name in names if not _is_nothing(value, name)]
            return {name: _as_typed(getattr(value, name), raw[name]) for name in kept}
        values = value.values() if isinstance(value, Mapping) else [None] * len(raw)
        pairs = zip(raw.items(), values, strict=True)
        return {name: _as_typed(below, item) for (name, item), below in pairs}
    below = value if isinstance(value, list | tuple) else [None] * len(raw)
    return [_as_typed(*pair) for pair in zip(below, raw, strict=True)]


def _is_nothing(value: Record, name: str) -> bool:
    """Return whether an empty list or mapping means the same as no such key; a form writes none."""
    held = getattr(value, name)
    empty = isinstance(held, Mapping | list | tuple) and not held
    return empty and not fields_of(type(value))[name].is_required


def _written(value: object) -> Written:
    if isinstance(value, Record):
        names = (field.name for field in written_fields(type(value)))
        return {
            name: _written(held)
            for name in names
            if name in value.model_fields_set
            and (held := getattr(value, name)) is not None
            and not _is_nothing(value, name)
        }
    if isinstance(value, Mapping):
        return {str(_written(key)): _written(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_written(item) for item in value]
    return _leaf(value)


def _leaf(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return PlainScalar(str(value).lower())
    if isinstance(value, int | float | Decimal):
        return PlainScalar(format(value, "f") if isinstance(value, Decimal) else value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _node(value: Written, indent: str) -> str:
    if isinstance(value, PlainScalar):
        return str(value)
    if isinstance(value, str):
        return quoted(value, indent)
    inner = indent + _STEP
    if isinstance(value, Mapping):
        parts = [_pair(key, item, indent) for key, item in value.items()]
        return f"\n{indent}".join(parts) or "{}"
    return f"\n{indent}".join(f"- {_node(item, inner)}" for item in value) or "[]"


def _pair(key: str, value: Written, indent: str) -> str:
    inner = indent + _STEP
    below = not isinstance(value, str) and len(value) > 0
    return (
        f"{key_text(key, top=not indent)}:" + (f"\n{inner}" if below else " ") + _node(value, inner)
    )
