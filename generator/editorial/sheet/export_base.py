"""What the content said when a workbook was made: a digest of each row, kept in a hidden sheet."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.editorial.sheet.rows import Row, RowTable, row_hash

BASE = "_base"
"""The name of the hidden sheet."""

FORMAT = "annual-report workbook 2"
"""Changes whenever sheets or columns mean something else."""


@dataclass(frozen=True, slots=True)
class ExportBase:
    """The digest of every row, by the name of its sheet and its key."""

    hashes: Mapping[tuple[str, Row], str]

    @property
    def digest(self) -> str:
        """Return one digest of the whole content that the workbook was made of."""
        lines = [[sheet, *key, told] for (sheet, key), told in sorted(self.hashes.items())]
        return hashlib.sha256(json.dumps(lines, ensure_ascii=False).encode()).hexdigest()


def base_of(tables: Iterable[RowTable]) -> ExportBase:
    """Return the base of the rows as the content has them now."""
    return ExportBase(
        {
            (table.kind.name, key): row_hash(row)
            for table in tables
            for key, row in table.rows.items()
        }
    )


def base_lines(base: ExportBase) -> list[tuple[str, str, str]]:
    """Return the lines of the hidden sheet: format and digest, then sheet, key and digest."""
    rows = [
        (sheet, json.dumps(key, ensure_ascii=True), told)
        for (sheet, key), told in base.hashes.items()
    ]
    return [("format", FORMAT, base.digest), *rows]


def read_base(lines: Iterable[tuple[str, str, str]]) -> ExportBase | None:
    """Return the base that the hidden sheet's lines hold; None where they are not whole."""
    first, *rows = lines or [("", "", "")]
    if first[:2] != ("format", FORMAT):
        return None
    hashes = {}
    for sheet, key, told in rows:
        try:
            words = json.loads(key)
        except (ValueError, RecursionError):
            return None
        if not isinstance(words, list):
            return None
        hashes[sheet, tuple(map(str, words))] = told
    base = ExportBase(hashes)
    return base if base.digest == first[2] else None
