"""Flat tables as CSV (RFC 4180, UTF-8 with a byte order mark), safe in a spreadsheet.

A spreadsheet runs a cell that begins like a formula. Such a cell of a text column gets one
apostrophe in front, and so does a cell that begins with an apostrophe; who reads the file takes
exactly one off. White space and invisible characters before the sign protect nobody, because some
programs drop them.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.derive.tables.columns import CellKind, FlatTable, Value
from generator.model.dates import PartialDate

MARK = "'"
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""The four signs with which a formula begins, and their full-width forms."""
_BREAKS = ("\t", "\r", "\n")

NOT_TEXT = frozenset({CellKind.NUMBER, CellKind.WHOLE, CellKind.FLAG, CellKind.DATE, CellKind.DAY})
"""Columns whose cells can hold only digits, dates, true or false: they are never marked."""

LIST_SIGN = ";"


def to_csv(table: FlatTable) -> bytes:
    """Return a table as a CSV file: a line of names, then a line for each row, ended by CR LF."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    cells = [as_text if column.kind in NOT_TEXT else _escaped_text for column in table.columns]
    for row in table.rows:
        # Most cells of a long table hold nothing.
        writer.writerow(
            ["" if value is None else cell(value) for cell, value in zip(cells, row, strict=True)]
        )
    return file.getvalue().encode("utf-8-sig")


def escape_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    if text[:1].isalnum():
        return text
    visible = next((sign for sign in text if sign.isprintable() and not sign.isspace()), "")
    risky = text.startswith((MARK, *_BREAKS)) or visible in _FORMULA
    return MARK + text if risky else text


def as_text(value: Value) -> str:
    """Return a value as it is in the data: dates and figures as typed, lists joined by `;`."""
    match value:
        case str() | None:
            return str(value or "")
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case tuple():
            return LIST_SIGN.join(value)
        case int() | PartialDate():
            return str(value)


def _escaped_text(value: Value) -> str:
    return escape_formula(as_text(value))


def csv_files(tables: Iterable[FlatTable]) -> dict[str, bytes]:
    """Return every table as a CSV file, by its name."""
    return {f"{table.name}.csv": to_csv(table) for table in tables}
