"""The dictionary of the tables for programs: what each file, column and key is.

Source: Data Package 1.0 of Frictionless Data (`datapackage.json` beside the tables).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import CellKind, Column, FlatTable
from generator.export import geojson
from generator.export.digests import sha256_of
from generator.export.snapshot_json import canonical
from generator.model.dates import PATTERN
from generator.words.localization import Localization
from generator.words.message import msg
from generator.words.report_language import language_of
from generator.words.states import is_explained, label

_TYPES: Mapping[CellKind, dict[str, Any]] = {
    CellKind.ID: {"type": "string"},
    CellKind.IDS: {"type": "string"},
    CellKind.KEY: {"type": "string"},
    CellKind.TEXT: {"type": "string"},
    CellKind.ADDRESS: {"type": "string", "format": "uri"},
    CellKind.DATE: {"type": "string", "constraints": {"pattern": PATTERN}},
    CellKind.DAY: {"type": "date"},
    CellKind.NUMBER: {"type": "number"},
    CellKind.WHOLE: {"type": "integer"},
    CellKind.FLAG: {"type": "boolean"},
}


def data_package(
    snapshot: Snapshot, tables: Iterable[FlatTable], files: Mapping[str, bytes]
) -> bytes:
    """Return `datapackage.json` for the tables; `files` are those that it names, by their names."""
    about = snapshot.report.about
    say = language_of(snapshot.report)
    terms = {"title": about.license.title}
    if about.license.address:
        terms["path"] = about.license.address
    tabular = [_resource(say, table, files[f"{table.name}.csv"]) for table in tables]
    other = [_places(say, files[geojson.NAME])] if geojson.NAME in files else []
    return canonical(
        {
            "profile": "data-package" if other else "tabular-data-package",
            "name": "innovations-annual-report",
            "title": f"{about.title}, {about.city}",
            "description": f"{about.summary} {about.disclaimer}",
            "as_of": str(snapshot.as_of),
            "licenses": [terms],
            "resources": tabular + other,
        }
    )


def _resource(say: Localization, table: FlatTable, content: bytes) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": say(table.title),
        "description": say(table.means),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sha256_of(content),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(say, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
        },
    }


def _places(say: Localization, content: bytes) -> dict[str, object]:
    return {
        "profile": "data-resource",
        "name": "places-for-maps",
        "path": geojson.NAME,
        "title": say(msg("facts-places-title")),
        "description": say(msg("data-holds-places")),
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sha256_of(content),
    }


def _field(say: Localization, column: Column[Any]) -> dict[str, object]:
    field = {"name": column.name, "description": say(column.means), **_TYPES[column.kind]}
    if column.keys:
        field["constraints"] = {"enum": [key.value for key in column.keys]}
        if is_explained(type(column.keys[0])):
            # What readers see on pages; version 2 of the Data Package has a place for it.
            field["categories"] = [{"value": k.value, "label": say(label(k))} for k in column.keys]
    return field
