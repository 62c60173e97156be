"""Every file of open data: the whole report, its schema, the tables and their dictionary."""

from collections.abc import Sequence

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import FlatTable
from generator.export import geojson
from generator.export.csv_tables import csv_files
from generator.export.data_package import data_package
from generator.export.geojson import places_geojson
from generator.export.measure_files import measure_files
from generator.export.snapshot_json import to_json
from generator.theme import SCHEMAS

_SCHEMAS = SCHEMAS
"""Made from the model by `annual-report schema`; making one anew takes longer than all tables."""

FOLDER = "data"
"""Where the files are on the site; their addresses are promises."""


def data_files(snapshot: Snapshot, tables: Sequence[FlatTable]) -> dict[str, bytes]:
    """Return every file of a snapshot's open data, by its path on the site.

    `tables` are the snapshot's own.
    """
    files = csv_files(tables) | measure_files(tables)
    if places := places_geojson(snapshot):
        files[geojson.NAME] = places
    files["datapackage.json"] = data_package(snapshot, tables, files)
    files["report.json"] = to_json(snapshot)
    files["snapshot.schema.json"] = (_SCHEMAS / "snapshot.schema.json").read_bytes()
    return {f"{FOLDER}/{name}": content for name, content in files.items()}
