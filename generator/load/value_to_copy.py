"""A line to copy for a key that is missing, with a value of the right shape."""

import json

from generator.model.fields import Field, Holds, Shape, fields_of

_BARE = (Holds.FLAG, Holds.WHOLE, Holds.NUMBER)
"""What is written without quotation marks."""

_NOT_KNOWN = '{missing: "not_found", why: "WHY"}'


def line_to_copy(field: Field) -> str:
    """Return a line with a field's key and an example, which loads as it is."""
    return f"{field.name}: {_value(field)}"


def advice(field: Field | None, key: str) -> str:
    """Return what to do about a key that is missing: a line to copy, where there is one."""
    if field is None or field.shape is Shape.MAPPING or field.in_file:
        return f"Add a line that begins with {key}: and its value."
    otherwise = f" If there is nothing to say, {key}: {_NOT_KNOWN}." if field.may_be_missing else ""
    return f"Add a line such as {line_to_copy(field)}.{otherwise}"


def _value(field: Field) -> str:
    one = _one(field)
    return f"[{one}]" if field.shape is Shape.LIST else one


def _one(field: Field) -> str:
    if inner := field.of:
        fields = fields_of(inner).values()
        asked = [one for one in fields if one.is_required and not one.in_file]
        return "{" + ", ".join(line_to_copy(one) for one in asked or [next(iter(fields))]) + "}"
    if field.holds in _BARE:
        return field.example
    return json.dumps(field.example, ensure_ascii=False)
