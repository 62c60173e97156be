"""The JSON Schema of a snapshot, for whoever reads the data: made from the model.

It describes what is written and not what may be typed: a value that is absent has no key at all,
whatever always has a value is required, and figures are text.
Source: JSON Schema 2020-12, as pydantic writes it.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from generator.derive.snapshot.snapshot import Stage
from generator.export.record_schema import RecordSchema, key_words
from generator.export.snapshot_json import canonical
from generator.export.snapshot_versions import SCHEMA_VERSION
from generator.model.dates import NOTATION
from generator.model.edition import Edition
from generator.model.fields import every_field
from generator.model.keys import IdeaState, RoleKind
from generator.model.report import Report, Term
from generator.model.statuses import Confidence, Freshness, Phase, Status

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_IDS: Schema = {"type": "array", "items": _TEXT}
_DATE: Schema = {"type": "string", "pattern": f"^{NOTATION}$"}
_DAY: Schema = {"type": "string", "format": "date"}
_FIGURE: Schema = {
    "type": "string",
    "pattern": r"^-?[0-9]+(?:\.[0-9]+)?$",
    "description": "A decimal number, digit by digit as typed.",
}
_NULL: Schema = {"type": "null"}
_LEFT_OUT_EMPTY = frozenset(
    (field.record.__name__, field.name)
    for field in every_field(Report, Edition)
    if field.record.model_fields[field.name].exclude_if
)
"""Fields that are written only where they hold something, each with the name of its record."""


def snapshot_schema() -> bytes:
    """Return the schema of what `to_json` writes."""
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]]
    wanted = [(model, "serialization") for model in (Report, Edition)]
    _, made = models_json_schema(wanted, schema_generator=RecordSchema)
    definitions = {name: _as_written(name, schema) for name, schema in made["$defs"].items()}
    # What things are called is in no snapshot.
    del definitions[Term.__name__]
    definitions |= {"InitiativeState": _state(), "RoleHeld": _role_held()}
    for keys in (Confidence, Freshness, IdeaState, Phase, Stage, Status):
        definitions.setdefault(keys.__name__, _key(keys))
    return canonical(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Snapshot of an innovations annual report",
            "description": "The report as of a date: its records, and how every initiative stood.",
            **_record(
                {
                    "schema_version": {"const": SCHEMA_VERSION},
                    "derivation": {
                        "type": "integer",
                        "minimum": 1,
                        "description": "The number of the rules by which states were judged.",
                    },
                    "edition": {"anyOf": [_ref("Edition"), _NULL]},
                    "notice": {
                        "anyOf": [{"type": "string"}, _NULL],
                        "description": "What the edition must not be taken for.",
                    },
                    "as_of": _DATE,
                    "day": _DAY,
                    "known_by": {"anyOf": [_DAY, _NULL]},
                    "report": _ref("Report"),
                    "states": {"type": "array", "items": _ref("InitiativeState")},
                }
            ),
            "$defs": definitions,
        }
    )


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _key(keys: type[StrEnum]) -> Schema:
    keyed = {"type": "string", "enum": [key.value for key in keys], "title": keys.__name__}
    return keyed | key_words(keys)


def _record(properties: Schema, optional: Collection[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _state() -> Schema:
    role = {"anyOf": [_ref("RoleHeld"), _NULL]}
    return {
        "title": "InitiativeState",
        "description": "How one initiative stood: worked out from its records.",
        **_record(
            {
                "initiative": _TEXT,
                "updates": _IDS,
                "status": _ref("Status"),
                "last_known": _ref("Status"),
                "last_known_on": _DATE,
                "phase": _ref("Phase"),
                "confidence": _ref("Confidence"),
                "freshness": _ref("Freshness"),
                "stage": _ref("Stage"),
                "owed": _IDS,
                "missed": _IDS,
                "owner": role,
                "sponsor": role,
                "ideas": {"type": "object", "additionalProperties": _ref("IdeaState")},
            },
            # A role that the organization does not ask for is not written.
            optional={kind.value for kind in RoleKind},
        ),
    }


def _role_held() -> Schema:
    return {"title": "RoleHeld", **_record({"holder": _TEXT, "since": _DATE})}


def _as_written(record: str, schema: Schema) -> Schema:
    """Return a record's schema for what is written: no nulls, and what always has a value asked.

    The model knows no floating point; what pydantic calls a number is a figure.
    """
    if "properties" not in schema:
        return schema
    properties = schema["properties"]
    return {
        **schema,
        "properties": {name: _value(part) for name, part in properties.items()},
        "required": [
            name
            for name, part in properties.items()
            if (record, name) not in _LEFT_OUT_EMPTY and not _optional(part)
        ],
    }


def _optional(schema: Schema) -> bool:
    return _NULL in schema.get("anyOf", ())


def _value(schema: Schema) -> Schema:
    if schema.get("type") == "number":
        return {**schema, **_FIGURE}
    if isinstance(inner := schema.get("additionalProperties"), dict):
        return {**schema, "additionalProperties": _value(inner)}
    if not _optional(schema):
        return schema
    written = [_value(part) for part in schema["anyOf"] if part != _NULL]
    kept = {key: part for key, part in schema.items() if key not in ("anyOf", "default")}
    return {**kept, **written[0]} if len(written) == 1 else {**kept, "anyOf": written}
