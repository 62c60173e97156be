"""A record of the model as a form: one widget for every key, in the order of the files.

The form editor drops what its form does not know; so every key has its widget, and a key that
holds "a value, or why it is missing" has two: KEY, and KEY with `_missing` behind it. The editor's
page parts and joins them as it reads and writes files (generator/theme/templates/edit/editor.js).
"""

import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.editorial.cms.offers import offered
from generator.editorial.cms.references import Choices, choices
from generator.model import dates, outside, values
from generator.model.dates import PartialDate
from generator.model.ids import FREE_ID, ID_PATTERN
from generator.model.meanings import meanings
from generator.model.records import Missing
from generator.model.values import Record, key_order

_UNIONS = (Union, types.UnionType)

MISSING = "_missing"
"""Ends the name of the widget that says why a value is missing."""

Widget = dict[str, Any]

Hint: TypeAlias = Any
"""The type of a field with all that is annotated to it."""

_LONG = {
    *("summary", "text", "reason", "why", "note", "what", "question", "disclaimer", "scope"),
    *("phase_reason", "confidence_reason", "learned", "decision", "stated", "means"),
}
"""Texts of a sentence or more, which get a box of several lines."""

_LATER = "What is new in the report is offered once the site has been built again."

_PATTERNS: dict[Hint, str] = {
    values.Id: FREE_ID,
    values.Holder: rf"{ID_PATTERN}|not_named",
    values.GoalRef: rf"{ID_PATTERN}/{ID_PATTERN}",
    values.FiscalRef: ID_PATTERN,
    values.Title: r"[^<>{}]{1,300}",
    outside.Address: r"(?:https?://|mailto:)\S+",
    values.Day: r"\d{4}-\d{2}-\d{2}",
    values.BuildDay: r"\d{4}-\d{2}-\d{2}",
    outside.Site: r"https?://[^\s?#]+",
    outside.Repository: r"https?://[^\s?#/]+(?:/[\w.-]+){2,}/?",
    outside.Language: r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?",
    PartialDate: dates.PATTERN,
}

_LEAST: tuple[tuple[Hint, int], ...] = (
    (values.Whole, 0),
    (values.Several, 1),
    (values.Year, 1000),
)
"""The whole numbers that a field may hold begin with these."""


def form(model: type[Record]) -> list[Widget]:
    """Return the widgets of a record; keys that another file holds are left out."""
    hints = get_type_hints(model, include_extras=True)
    found: list[Widget] = []
    for name in key_order(model):
        info = model.model_fields[name]
        extra = info.json_schema_extra
        if not isinstance(extra, dict) or "in_file" not in extra:
            found += _widgets(model, name, hints[name], info)
        elif extra["in_file"] == "body":
            found.append(_body(name))
    return found


def optional_flags(model: type[Record]) -> set[str]:
    """Return the keys, at any depth, that are written only where they are true."""
    return {
        name
        for name, hint, info in _every_field(model)
        if hint == values.Flag and not info.is_required()
    }


def required_lists(*models: type[Record]) -> set[str]:
    """Return the keys, at any depth, whose list stands in the file even if it is empty.

    Keys that some record leaves out when they are empty are not among them.
    """
    fields = [row for model in models for row in _every_field(model)]
    lists = [(name, info) for name, hint, info in fields if _is(_bare(_parted(hint)[0]), tuple)]
    return {n for n, info in lists if info.is_required()} - {
        n for n, info in lists if not info.is_required()
    }


def _every_field(model: type[Record]) -> Iterator[tuple[str, Hint, FieldInfo]]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        yield name, hints[name], info
        for below in _records_in(hints[name]):
            yield from _every_field(below)


def words(name: str) -> str:
    """Return a key as a label."""
    return name.replace("_", " ").capitalize()


def _widgets(model: type[Record], name: str, hint: Hint, info: FieldInfo) -> list[Widget]:
    value, why = _parted(hint)
    head = {"name": name, "label": words(name)}
    if name in meanings(model):
        head["hint"] = meanings(model)[name].replace("`", "")
    required = info.is_required() and why is None
    made = [{**head, **_shape(model, name, value), "required": required}]
    if why is not None:
        made.append(
            {
                "name": f"{name}{MISSING}",
                "label": f"{words(name)}: why it is missing",
                "hint": f"Instead of {words(name).lower()}, never beside it.",
                "widget": "object",
                "collapsed": True,
                "fields": form(why),
                "required": False,
            }
        )
    return made


def _parted(hint: Hint) -> tuple[Any, type[Missing] | None]:
    """Return the value's own type, and Missing where the record may say why there is none."""
    if _is(hint, Annotated) and _is(get_args(hint)[0], *_UNIONS):
        first, *rest = get_args(get_args(hint)[0])
        if any(Missing in get_args(branch) for branch in rest):
            return get_args(first)[0], Missing
    if _is(hint, *_UNIONS):
        branches = [branch for branch in get_args(hint) if branch is not type(None)]
        return branches[0], None
    return hint, None


def _shape(model: type[Record], name: str, hint: Hint) -> Widget:
    """Return what kind of widget a value needs, with all that it holds."""
    if (found := choices(model, name)) and not _records_in(hint):
        return _relation(found, many=_is(_bare(hint), tuple))
    plain = _bare(hint)
    if offer := offered(model, name):
        # The words themselves are the city's: see `with_offers`.
        made = {"widget": "select", "options": offer, "hint": _LATER}
        return made | ({"multiple": True} if _is(plain, tuple) else {})
    if _is(plain, tuple):
        return _list(model, name, get_args(plain)[0])
    if _is(plain, dict):
        return _mapping(*get_args(plain))
    if isinstance(plain, type) and issubclass(plain, Record):
        return _object(plain)
    return _scalar(name, hint, plain)


def _list(model: type[Record], name: str, inner: Hint) -> Widget:
    made: Widget = {"widget": "list", "collapsed": True, "label_singular": words(name)}
    plain = _bare(inner)
    if isinstance(plain, type) and issubclass(plain, Record):
        summary = next((k for k in ("title", "text", "label", *plain.KEY) if k in _keys(plain)), "")
        return {**made, "summary": f"{{{{fields.{summary}}}}}", "fields": form(plain)}
    item = {"name": "item", "label": words(name), **_shape(model, name, inner)}
    return {**made, "field": item}


def open_mappings(*models: type[Record]) -> set[str]:
    """Return the keys, at any depth, of mappings from ids of the city's own to records."""
    return {
        name
        for model in models
        for name, hint, _ in _every_field(model)
        if _is(_bare(hint), dict) and _records_in(hint) and not _fixed_keys(hint)
    }


def _fixed_keys(hint: Hint) -> list[str]:
    key = _bare(get_args(_bare(hint))[0])
    return _keys_of(key) if isinstance(key, type) and issubclass(key, Enum) else []


def _mapping(key: Hint, inner: Hint) -> Widget:
    plain = _bare(inner)
    if isinstance(plain, type) and issubclass(plain, Record):
        return _terms(_bare(key), plain)
    if isinstance(plain, type) and issubclass(plain, Enum):
        allowed = ", ".join(_keys_of(plain))
        return {"widget": "keyvalue", "key_label": "Id", "value_label": f"One of {allowed}"}
    raise TypeError(f"The form editor has no widget for a mapping of {key} to {inner}.")


def _terms(key: Hint, record: type[Record]) -> Widget:
    """Return an object with one part for each fixed key; else a list whose items have an id."""
    if isinstance(key, type) and issubclass(key, Enum):
        parts = [
            {"name": word, "label": words(word), **_object(record), "required": True}
            for word in _keys_of(key)
        ]
        return {"widget": "object", "collapsed": True, "fields": parts}
    pattern = [f"^(?:{FREE_ID})$", f"Write {_expected(values.Id)}."]
    own = {"name": "id", "label": "Id", "widget": "string", "pattern": pattern, "required": True}
    return {
        "widget": "list",
        "collapsed": True,
        "summary": "{{fields.id}}",
        "fields": [own, *form(record)],
    }


def _object(record: type[Record]) -> Widget:
    return {"widget": "object", "collapsed": True, "fields": form(record)}


def _scalar(name: str, hint: Hint, plain: Hint) -> Widget:
    if isinstance(plain, type) and issubclass(plain, Enum):
        options = [{"label": words(key), "value": key} for key in _keys_of(plain)]
        refused = _refused(hint)
        return {"widget": "select", "options": [o for o in options if o["value"] not in refused]}
    if get_args(plain) and all(isinstance(word, str) for word in get_args(plain)):
        return {
            "widget": "select",
            "options": [{"label": words(word), "value": word} for word in get_args(plain)],
        }
    if hint == values.Flag:
        return {"widget": "boolean"}
    if (least := next((n for known, n in _LEAST if hint == known), None)) is not None:
        return {"widget": "number", "value_type": "int", "min": least}
    if hint == values.Number:
        return {"widget": "number", "value_type": "float", "step": 0.01}
    made: Widget = {"widget": "text" if name in _LONG else "string"}
    if pattern := _PATTERNS.get(hint):
        made["pattern"] = [f"^(?:{pattern})$", f"Write {_expected(hint)}."]
    return made


def _relation(found: Choices, *, many: bool) -> Widget:
    made: Widget = {
        "widget": "relation",
        "collection": found.collection,
        "value_field": found.value,
        "display_fields": list(found.shown),
        "search_fields": [*found.shown, found.value],
    }
    if found.file:
        made["file"] = found.file
    if many:
        made["multiple"] = True
    return made


def _body(name: str) -> Widget:
    return {
        "name": name,
        "label": "Text",
        "hint": "In Markdown: paragraphs, lists, tables and links.",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
    }


def _is(hint: Hint, *kinds: Hint) -> bool:
    origin: Hint = get_origin(hint)
    return origin in kinds


def _bare(hint: Hint) -> Hint:
    """Return a type without what is annotated to it."""
    return _bare(get_args(hint)[0]) if _is(hint, Annotated) else hint


def _records_in(hint: Hint) -> list[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record):
        return [hint]
    return [record for part in get_args(hint) for record in _records_in(part)]


def _keys(model: type[Record]) -> list[str]:
    return list(model.model_fields)


def _keys_of(kind: type[Enum]) -> list[str]:
    return [str(member.value) for member in kind]


def _refused(hint: Hint) -> set[str]:
    """Return the keys of an enumeration that the model refuses from an editor."""
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    refused = set()
    for key in _keys_of(_bare(hint)):
        try:
            adapter.validate_python(key)
        except ValidationError:
            refused.add(key)
    return refused


def _expected(hint: Hint) -> str:
    """Return in the model's own words what a text must be."""
    try:
        TypeAdapter(hint).validate_python("<\n>")
    except ValidationError as fault:
        said = fault.errors()[0]["msg"]
        return said.partition(" (found")[0]
    raise TypeError(f"{hint} takes anything.")
