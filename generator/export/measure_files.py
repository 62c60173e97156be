"""The figures of each measure as a file of its own, cut from the table of points."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from generator.derive.tables.columns import FlatTable, Row
from generator.derive.tables.points import POINTS
from generator.export.csv_tables import to_csv


def measure_files(tables: Iterable[FlatTable]) -> dict[str, bytes]:
    """Return a CSV file for every measure that has a point, by its path below the open data.

    Its columns are those of the whole table.
    """
    return {
        f"measures/{owner}/{measure}.csv": to_csv(replace(table, rows=tuple(rows)))
        for table in tables
        if table.name == POINTS
        for (owner, measure), rows in groupby(table.rows, _measure)
    }


def _measure(row: Row) -> tuple[str, str]:
    """Return the ids of the initiative or area to which a point's measure belongs, and its own."""
    initiative, area, measure = row[:3]
    return str(initiative or area), str(measure)
