"""Every file of open data: the whole report, its schema, the tables and their dictionary."""

from collections.abc import Mapping, Sequence

from generator.derive.snapshot import Snapshot
from generator.derive.tables.columns import FlatTable
from generator.export.csv_tables import csv_files
from generator.export.data_package import data_package
from generator.export.snapshot_json import to_json
from generator.export.snapshot_schema import snapshot_schema

FOLDER = "data"
"""Where the files stand on the site; their addresses are promises."""


def data_files(
    snapshot: Snapshot, tables: Sequence[FlatTable], frozen: Mapping[int, bytes]
) -> dict[str, bytes]:
    """Return every file of open data, by its path on the site.

    `tables` are those of the living report's snapshot; `frozen` are the stored snapshots of
    editions by year, which are published byte by byte.
    """
    files = csv_files(tables)
    files["datapackage.json"] = data_package(snapshot, tables, files)
    files["report.json"] = to_json(snapshot)
    files["snapshot.schema.json"] = snapshot_schema()
    files |= {f"editions/{year}/snapshot.json": stored for year, stored in frozen.items()}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}
