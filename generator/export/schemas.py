"""JSON Schemas of the content's files, made from the model; editors complete and check by them.

Source: JSON Schema 2020-12, as pydantic writes it.
"""

import json
from typing import Any

from generator.export.record_schema import RecordSchema
from generator.export.snapshot_schema import snapshot_schema
from generator.model.fields import written_fields
from generator.model.files import FILE_KINDS, FileKind
from generator.model.values import Record

SCHEMA_FOLDER = "generator/theme/schema"
PUBLISHED = "snapshot.schema.json"
"""The schema of what the site publishes, and not of files that editors write."""

EDITOR_SETTINGS = ".vscode/settings.json"


def schema_files() -> dict[str, bytes]:
    """Return the schemas and the editor settings that map them to files, by path."""
    files = {_path(kind): _json(_schema(kind.record)) for kind in FILE_KINDS.values()}
    files[f"{SCHEMA_FOLDER}/{PUBLISHED}"] = snapshot_schema()
    mapping = {
        f"./{_path(kind)}": [f"content/{path}" for path in (kind.path, kind.split) if path]
        if kind.split
        else f"content/{kind.path}"
        for kind in FILE_KINDS.values()
        if kind.path.endswith(".yml")
    }
    files[EDITOR_SETTINGS] = _json({"yaml.schemas": mapping})
    return files


def _path(kind: FileKind) -> str:
    return f"{SCHEMA_FOLDER}/{kind.name}.schema.json"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _schema(model: type[Record]) -> dict[str, Any]:
    """Return a record's schema, keys in file order, without what another part of a file holds."""
    schema = model.model_json_schema(schema_generator=RecordSchema)
    properties = schema["properties"]
    schema["properties"] = {field.name: properties[field.name] for field in written_fields(model)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
