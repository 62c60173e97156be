"""The table of addenda: what came later than the text of a record tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.snapshot.citations import located_records
from generator.derive.snapshot.record_addresses import address_of
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    entry_columns,
    field_columns,
    rows,
)
from generator.model.records import Addendum
from generator.words.message import msg


@dataclass(frozen=True, slots=True)
class _Added:
    record: str
    addendum: Addendum


_COLUMNS: tuple[Column[_Added], ...] = (
    Column("record", CellKind.TEXT, msg("dictionary-addendum-record"), lambda row: row.record),
    *field_columns(Addendum, ("on", "text"), lambda row: row.addendum),
    *entry_columns(lambda row: row.addendum),
)


def addendum_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of addenda, in the order of the report's files."""
    return FlatTable(
        "addenda",
        msg("dictionary-addenda"),
        msg("dictionary-addenda.means"),
        ("record", "on"),
        _COLUMNS,
        rows(_COLUMNS, _addenda(snapshot)),
    )


def _addenda(snapshot: Snapshot) -> Iterator[_Added]:
    for part in located_records(snapshot.report):
        if isinstance(part.record, Addendum):
            record = address_of(part)[:-2]
            yield _Added("/".join(record), part.record)
