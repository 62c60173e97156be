"""A record of the model as a form: one widget for every key, in the order of the files.

The form editor drops what its form does not know; so every key has its widget, and a key that
holds "a value, or why it is missing" has two: KEY, and KEY with `_missing` behind it. The editor's
page parts and joins them as it reads and writes files (generator/theme/templates/edit/editor.js).
"""

from enum import Enum
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.editorial.cms.references import OFFERED, RELATIONS
from generator.model import dates, outside, references, values
from generator.model.dates import PartialDate
from generator.model.fields import Field, Hint, Holds, Shape, every_field, fields_of, in_words
from generator.model.ids import FREE_ID, ID_PATTERN
from generator.model.keys import RoleKind
from generator.model.records import Missing
from generator.model.values import Record
from generator.words.states import usual_labels

MISSING = "_missing"
"""Ends the name of the widget that says why a value is missing."""

Widget = dict[str, Any]

REPORT_DAY = "{{report_day}}"
"""Stands for the day of the report in the forms that follow from the model alone."""

TODAY = "{{today}}"
"""Stands for the day on which a form is filled in, which only the editor's page knows."""

_LATER = "New records can be chosen once the site has been rebuilt."

_PATTERNS: dict[Hint, str] = {
    values.Id: FREE_ID,
    references.FiscalId: ID_PATTERN,
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
    found: list[Widget] = []
    for field in fields_of(model).values():
        if not field.in_file:
            found += _widgets(field)
        elif field.in_file == "body":
            found.append(_body(field))
    return found


def optional_flags(*models: type[Record]) -> set[str]:
    """Return the keys, at any depth, that are written only where they are true."""
    fields = every_field(*models)
    return {f.name for f in fields if f.holds is Holds.FLAG and not f.is_required}


def required_lists(*models: type[Record]) -> set[str]:
    """Return the keys, at any depth, whose list is in the file even if it is empty.

    Keys that some record leaves out when they are empty are not among them.
    """
    lists = [field for field in every_field(*models) if field.shape is Shape.LIST]
    return {f.name for f in lists if f.is_required} - {f.name for f in lists if not f.is_required}


def open_mappings(*models: type[Record]) -> set[str]:
    """Return the keys, at any depth, of mappings from ids of the city's own to records."""
    return {
        field.name
        for field in every_field(*models)
        if field.shape is Shape.MAPPING and field.of and not _fixed_keys(field)
    }


def hint(field: Field, widget: Widget) -> str:
    """Return what is said below a field: its meaning, and how it is typed where it is typed."""
    parts = [field.told.replace("`", "")]
    if widget.get("widget") in _TYPED:
        parts.append(_how(field))
    if isinstance(widget.get("options"), str):
        # The words themselves are the organization's: see `with_offers`.
        parts.append(_LATER)
    return " ".join(part for part in parts if part)


def _how(field: Field) -> str:
    """Return how a value is typed."""
    if field.holds is Holds.DATE:
        return "As exact as you know it: 2026, 2026-11, or 2026-11-23."
    return f"For example: {field.example}"


_DAY_OF_ENTRY = "recorded"
"""Fills itself in, in any record that is begun."""

_TYPED = frozenset({"string", "text", "number"})
"""Widgets into which a value is typed."""


def _widgets(field: Field) -> list[Widget]:
    widget, head = _widget(field), {"name": field.name, "label": field.label}
    required = field.is_required and not field.may_be_missing
    if field.name == _DAY_OF_ENTRY:
        head["default"] = TODAY
    made = [{**head, "hint": hint(field, widget), **widget, "required": required}]
    if field.may_be_missing:
        made.append(
            {
                "name": f"{field.name}{MISSING}",
                "label": f"{field.label}: why it is missing",
                "hint": f"Instead of {field.label.lower()}, never together with it.",
                "widget": "object",
                "collapsed": True,
                "fields": form(Missing),
                "required": False,
            }
        )
    return made


def _widget(field: Field) -> Widget:
    """Return what kind of widget a field needs, with all that it holds."""
    if field.shape is Shape.MAPPING:
        return _mapping(field)
    many = {"multiple": True} if field.shape is Shape.LIST else {}
    if field.ref and field.ref.to in RELATIONS:
        return {**RELATIONS[field.ref.to], **many}
    if field.ref and field.ref.to in OFFERED:
        return {"widget": "select", "options": field.ref.to, **many}
    if field.shape is Shape.LIST:
        return _list(field)
    if field.is_markup:
        return {"widget": "markdown", "modes": ["raw"]}
    return _object(field.of) if field.of else _scalar(field)


def _list(field: Field) -> Widget:
    made: Widget = {"widget": "list", "collapsed": True, "label_singular": in_words(field.one)}
    if inner := field.of:
        named = ("title", "text", "label", *inner.KEY)
        summary = next((key for key in named if key in inner.model_fields), "")
        return {**made, "summary": f"{{{{fields.{summary}}}}}", "fields": form(inner)}
    return {**made, "field": {"name": "item", "label": field.label, **_scalar(field)}}


def _fixed_keys(field: Field) -> list[str]:
    """Return the keys of a mapping that may have no others."""
    is_fixed = isinstance(field.key, type) and issubclass(field.key, Enum)
    return [str(member.value) for member in field.key] if is_fixed else []


def _mapping(field: Field) -> Widget:
    """Return an object with one part for each fixed key; else a list whose items have an id."""
    if field.of is None:
        if not field.words:
            named = ("Form", "Words") if field.holds is Holds.TEXT else ("Year", "Amount")
            return {"widget": "keyvalue", "key_label": named[0], "value_label": named[1]}
        allowed = ", ".join(field.words)
        return {"widget": "keyvalue", "key_label": "Id", "value_label": f"One of {allowed}"}
    if keys := _fixed_keys(field):
        parts = [
            {
                "name": key,
                "label": label,
                "hint": field.meaning,
                **_object(field.of),
                "required": field.is_required,
            }
            for key, label in usual_labels(field.key, keys).items()
        ]
        return {"widget": "object", "collapsed": True, "fields": parts}
    pattern = [f"^(?:{_PATTERNS[field.key]})$", f"Write {_expected(field.key)}."]
    own = {
        "name": "id",
        "label": "Id",
        "hint": f"By what others name it: {_expected(field.key)}.",
        "widget": "string",
        "pattern": pattern,
        "required": True,
    }
    return {
        "widget": "list",
        "collapsed": True,
        "label_singular": in_words(field.one),
        "summary": "{{fields.id}}",
        "fields": [own, *form(field.of)],
    }


def _object(record: type[Record]) -> Widget:
    return {"widget": "object", "collapsed": True, "fields": form(record)}


def _scalar(field: Field) -> Widget:
    match field.holds:
        case Holds.KEY if field.keys is RoleKind:
            # Which roles are asked is the organization's to say.
            return {"widget": "select", "options": "role"}
        case Holds.KEY:
            labels = usual_labels(field.keys, field.words)
            options = [{"label": label, "value": word} for word, label in labels.items()]
            return {"widget": "select", "options": options}
        case Holds.FLAG:
            return {"widget": "boolean"}
        case Holds.WHOLE:
            least = next(least for known, least in _LEAST if field.value == known)
            return {"widget": "number", "value_type": "int", "min": least}
        case Holds.NUMBER:
            return {"widget": "number", "value_type": "float", "step": 0.01}
    made: Widget = {"widget": "text" if field.is_long else "string"}
    if pattern := _PATTERNS.get(field.value):
        made["pattern"] = [f"^(?:{pattern})$", f"Write {_expected(field.value)}."]
    return made


def _body(field: Field) -> Widget:
    return {
        "name": field.name,
        "label": field.label,
        "hint": f"{field.told} Paragraphs, lists, tables, and links are written as Markdown.",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
    }


def _expected(hint: Hint) -> str:
    """Return in the model's own words what a text must be."""
    try:
        TypeAdapter(hint).validate_python("<\n>")
    except ValidationError as fault:
        said = fault.errors()[0]["msg"]
        # Nobody types quotation marks into a field of a form.
        return said.partition(" (found")[0].replace(", in quotes", "").replace('"', "")
    raise TypeError(f"{hint} takes anything.")
