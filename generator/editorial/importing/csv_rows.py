"""CSV to rows: the encoding and the separator as declared, or found and told in words."""

import csv
import io
from collections import Counter

from generator.core.issues import Issue
from generator.core.naming import name_list
from generator.editorial.importing.source_rows import (
    MOST_ROWS,
    SourceRow,
    SourceTable,
    UnreadableError,
    named_headings,
    squared,
)

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
"""What may be between two cells, by the word for it."""

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
    "iso-8859-1": "latin-1",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-874": "cp874",
    "tis-620": "tis_620",
    "shift-jis": "cp932",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "mac-roman": "mac_roman",
}
"""Encodings that a mapping may name, with Python's name for each."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 20
"""How many lines tell the separator."""


def read_csv(
    raw: bytes, path: str, encoding: str = "", separator: str = "", heading_row: int = 1
) -> SourceTable:
    """Return the rows of a CSV file.

    Raises UnreadableError for bytes that are not of the encoding, and a file without headings.
    """
    text, called = _decoded(raw, path, encoding)
    sign, word = _separator(text, separator)
    table = SourceTable(path, [], [], heading_row, [f"read as {called}, cells separated by {word}"])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            _take(table, number, cells, heading_row)
    except csv.Error as error:
        table.faults.append(_broken(table, number + 1, str(error)))
    if not table.headings and not table.faults:
        raise UnreadableError(
            f"{path} has no headings in row {heading_row}.",
            "Export it again, or say in the mapping which row has them: heading_row: 2.",
        )
    return table


def _take(table: SourceTable, number: int, cells: list[str], heading_row: int) -> None:
    if number < heading_row:
        return
    if number == heading_row:
        table.headings, notes = named_headings(cells)
        table.notes += notes
    elif any(cell.strip() for cell in cells):
        if len(table.rows) >= MOST_ROWS:
            raise UnreadableError(
                f"{table.path} has more than {MOST_ROWS:,} rows.", "Import it in parts."
            )
        table.rows.append(SourceRow(number, squared(cells, table, number)))


def _decoded(raw: bytes, path: str, encoding: str) -> tuple[str, str]:
    """Return the text of a file, and its encoding in words."""
    if encoding:
        return _as_declared(raw, path, encoding), encoding.upper()
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _as_declared(raw, path, name), f"{name.upper()} by its byte order mark"
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        why = f"Windows-1252, because line {line} has a byte that is not UTF-8"
        return _as_declared(raw, path, "windows-1252"), why


def _as_declared(raw: bytes, path: str, encoding: str) -> str:
    try:
        return raw.decode(ENCODINGS[encoding]).removeprefix("\ufeff")
    except UnicodeError as fault:
        at = getattr(fault, "start", 0)
        line = raw[:at].count(b"\n") + 1
        raise UnreadableError(
            f"{path} is not {encoding.upper()}: line {line} has a byte that is none of its signs.",
            "Save it as CSV UTF-8, or name its encoding in the mapping: encoding: one of "
            f"{name_list(list(ENCODINGS), most=len(ENCODINGS))}.",
        ) from fault


def _separator(text: str, declared: str) -> tuple[str, str]:
    if declared:
        return SEPARATORS[declared], f"{declared}s" if declared != "tab" else "tabs"
    head = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    bare = "".join(part for place, part in enumerate(head.split('"')) if place % 2 == 0)
    found = Counter({word: bare.count(sign) for word, sign in SEPARATORS.items()})
    word = found.most_common(1)[0][0] if any(found.values()) else "comma"
    return SEPARATORS[word], f"{word}s"


def _broken(table: SourceTable, number: int, why: str) -> Issue:
    return Issue(
        "I005",
        table.place(number),
        f"a row that is no CSV ({why})",
        "cells in quotation marks that close, each of at most 131,072 characters",
        "Correct this row, or export the file again.",
    )
