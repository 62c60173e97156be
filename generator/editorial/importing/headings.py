"""Which column of a mapping is which heading of a table, and what neither knows of the other.

A column of a mapping is a heading as it stands; with `*` any heading that fits; with `{year}` one
for each year that the headings have, which `also` may speak of; `{language}` is that of the export.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.core.issues import Issue
from generator.core.naming import did_you_mean, quoted
from generator.editorial.importing.export import Export
from generator.editorial.importing.mapping import IGNORE, UNPLACED, ColumnMap
from generator.editorial.importing.mapping_file import COLUMNS, ReadMapping, column_path
from generator.editorial.importing.source_rows import SourceTable
from generator.load.source_document import Path

_YEAR = r"\d{4}(?:\s?[-/\u2013]\s?\d{2,4})?|\d{2}(?:\s?[-/\u2013]\s?\d{2})?"
_PLACEHOLDERS = {"year": _YEAR, "quarter": "[1-4]", "month": r"\d{1,2}|[^\W\d_]{3,12}"}
_ANY = re.compile(r"\\\{(year|quarter|month)\\\}|\\\*")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A heading with one of the meanings that its mapping gives it."""

    index: int
    """Its place in the table, from 0."""
    heading: str
    meaning: ColumnMap
    named: Mapping[str, str] = field(default_factory=dict)
    """What its placeholders stand for."""
    at: tuple[str | int, ...] = ()
    """Where its meaning stands in the mapping file."""


@dataclass(slots=True)
class PlacedTable:
    """The columns of a table, each with what it means."""

    columns: list[PlacedColumn] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    faults: list[Issue] = field(default_factory=list)


def placed(export: Export, name: str) -> PlacedTable:
    """Return the meaning of each heading of a table, and a fault for each that has none."""
    read, source, language = export.read, export.tables[name], export.language
    table = export.mapping.each_table[name]
    found = PlacedTable()
    taken: set[int] = set()
    sections = [(section, getattr(table, section)) for section in COLUMNS]
    meant = [(s, column, meanings) for s, of in sections for column, meanings in of.items()]
    used = {*table.row_key, *table.by, *(m.after for _, _, of in meant for m in of if m.after)}
    keys = [_pattern(column, language) for column in (*used, *_read_elsewhere(export, name))]
    for section, column, meanings in meant:
        matches = list(_matches(_pattern(column, language), source.headings, taken))
        taken |= {index for index, _ in matches}
        if not matches and section == COLUMNS[0]:
            found.faults.append(_absent(read, column_path(name, section, column), column, source))
        for index, named in matches:
            for number, meaning in enumerate(meanings):
                at = column_path(name, section, column, number)
                one = PlacedColumn(index, source.headings[index], meaning, named, at)
                _place(found, source, one)
    ignored = [_pattern(column, language) for column in table.ignore]
    for index, heading in enumerate(source.headings):
        if index in taken:
            continue
        if any(pattern.fullmatch(heading) for pattern in keys):
            continue
        if any(pattern.fullmatch(heading) for pattern in ignored):
            found.ignored.append(heading)
        elif any(row.cells[index] for row in source.rows):
            found.faults.append(_unplaced(source, index))
    return found


def _read_elsewhere(export: Export, name: str) -> Iterator[str]:
    """Yield the columns that other tables of the mapping read from the same file and sheet."""
    source = export.tables[name]
    for other, table in export.mapping.each_table.items():
        known = export.tables[other]
        if other != name and (known.path, known.headings) == (source.path, source.headings):
            yield from (*table.columns, *table.columns_if_there, *table.row_key, *table.by)


def _place(found: PlacedTable, source: SourceTable, column: PlacedColumn) -> None:
    if column.meaning.to == IGNORE:
        found.ignored.append(column.heading)
    elif column.meaning.to == UNPLACED:
        found.faults.append(_unplaced(source, column.index))
    else:
        found.columns.append(column)


def _pattern(column: str, language: str) -> re.Pattern[str]:
    escaped = re.escape(" ".join(column.split()).replace("{language}", language))
    seen: set[str] = set()

    def placeholder(found: re.Match[str]) -> str:
        if found[1] is None or found[1] in seen:
            return ".*"
        seen.add(found[1])
        return f"(?P<{found[1]}>{_PLACEHOLDERS[found[1]]})"

    return re.compile(_ANY.sub(placeholder, escaped), re.IGNORECASE)


def _matches(
    pattern: re.Pattern[str], headings: list[str], taken: set[int]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    exact = [h for h in headings if re.escape(h).casefold() == pattern.pattern.casefold()]
    for index, heading in enumerate(headings):
        if index in taken or (exact and heading not in exact):
            continue
        if found := pattern.fullmatch(heading):
            yield index, _named(found.groupdict())


def _named(groups: Mapping[str, str]) -> Mapping[str, str]:
    """Return what placeholders stand for; a year of two digits is one from 2000 on."""
    year = groups.get("year", "")
    parts = re.split(r"\s?[-/\u2013]\s?", year)
    if parts[0] and len(parts[0]) == len("yy"):
        parts[0] = f"20{parts[0]}"
    if len(parts) > 1:
        parts[1] = parts[1][-2:]
    return {**groups, "year": "-".join(parts)} if year else groups


def heading_at(column: str, headings: list[str], language: str) -> int | None:
    """Return the place of the first heading that a column of a mapping means, if there is one."""
    matches = _matches(_pattern(column, language), headings, set())
    return next((index for index, _ in matches), None)


def _absent(read: ReadMapping, at: Path, column: str, source: SourceTable) -> Issue:
    return Issue(
        "I001",
        read.place(*at),
        f"the column {quoted(column)}, which {source.path} does not have",
        "a heading of the export",
        f"{did_you_mean(column, source.headings)}Correct it, or remove the line.",
    )


def _unplaced(source: SourceTable, index: int) -> Issue:
    heading = source.headings[index]
    examples = dict.fromkeys(row.cells[index] for row in source.rows if row.cells[index])
    shown = ", ".join(quoted(" ".join(one.split())[:40]) for one in list(examples)[:_EXAMPLES])
    return Issue(
        "I002",
        source.place(source.heading_row, index),
        f"the column {quoted(heading)}, of which the mapping does not say what it means "
        f"(for example {shown or 'only empty cells'})",
        "a line for each column that holds anything",
        f"Add it to columns of the mapping with the field that it fills, or to ignore: "
        f"[{quoted(heading)}].",
    )
