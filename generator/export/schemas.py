"""JSON Schemas of the content's files, made from the model; editors complete and check by them.

Source: JSON Schema 2020-12, as pydantic writes it.
"""

import json
from typing import Any

from generator.export.record_schema import RecordSchema
from generator.export.snapshot_schema import snapshot_schema
from generator.model.background import Discrepancies, History, Page, Questions, Salons, Survey
from generator.model.cycles import Calendar
from generator.model.edition import Edition
from generator.model.fields import written_fields
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organization import Organisation
from generator.model.report import About, Sources, Vocabulary
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

SCHEMA_FOLDER = "generator/theme/schema"
PUBLISHED = "snapshot.schema.json"
"""The schema of what the site publishes, and not of files that editors write."""

EDITOR_SETTINGS = ".vscode/settings.json"

# Name of the schema, the record it describes, and the files it is for.
_SCHEMAS: tuple[tuple[str, type[Record], str], ...] = (
    ("report", About, "content/report.yml"),
    ("vocabulary", Vocabulary, "content/vocabulary.yml"),
    ("organisation", Organisation, "content/organisation.yml"),
    ("cycles", Calendar, "content/cycles.yml"),
    ("sources", Sources, "content/sources.yml"),
    ("area", Area, "content/areas/*.yml"),
    ("initiative", Initiative, "content/initiatives/*.yml"),
    ("update", Update, "content/updates/*/*.md"),
    ("evaluation", Evaluation, "content/evaluations/*/*.md"),
    ("edition", Edition, "content/editions/*/edition.yml"),
    ("history", History, "content/background/history.yml"),
    ("survey", Survey, "content/background/survey.yml"),
    ("salons", Salons, "content/background/salons.yml"),
    ("discrepancies", Discrepancies, "content/background/discrepancies.yml"),
    ("questions", Questions, "content/background/questions.yml"),
    ("page", Page, "content/pages/*.md"),
)


def schema_files() -> dict[str, bytes]:
    """Return the schemas and the editor settings that map them to files, by path."""
    files = {
        f"{SCHEMA_FOLDER}/{name}.schema.json": _json(_schema(model)) for name, model, _ in _SCHEMAS
    }
    files[f"{SCHEMA_FOLDER}/{PUBLISHED}"] = snapshot_schema()
    mapping = {
        f"./{SCHEMA_FOLDER}/{name}.schema.json": where
        for name, _, where in _SCHEMAS
        if where.endswith(".yml")
    }
    files[EDITOR_SETTINGS] = _json({"yaml.schemas": mapping})
    return files


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _schema(model: type[Record]) -> dict[str, Any]:
    """Return a record's schema, keys in file order, without what another part of a file holds."""
    schema = model.model_json_schema(schema_generator=RecordSchema)
    properties = schema["properties"]
    schema["properties"] = {field.name: properties[field.name] for field in written_fields(model)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
