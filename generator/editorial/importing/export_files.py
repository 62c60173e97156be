"""The files of an export, each read as its ending says, for the tables that a mapping has."""

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from generator.core.errors import GeneratorError, refused
from generator.core.naming import name_list
from generator.editorial.importing.csv_rows import read_csv
from generator.editorial.importing.json_rows import read_json
from generator.editorial.importing.mapping import MappingFile, TableMap
from generator.editorial.importing.source_rows import LARGEST, SourceTable, UnreadableError
from generator.editorial.importing.workbook_rows import read_workbook_table

ENDINGS = {
    ".csv": "CSV",
    ".tsv": "CSV",
    ".txt": "CSV",
    ".xlsx": "a workbook",
    ".json": "JSON",
    ".jsonl": "JSON lines",
    ".ndjson": "JSON lines",
}
"""What a file may end with, and what it is then."""


def read_tables(mapping: MappingFile, files: Sequence[Path]) -> dict[str, SourceTable]:
    """Return every table of a mapping, from the files that were named or lie beside the first.

    Raises UnreadableError for a table without a file, and a file that cannot be read.
    """
    return {
        name: read_table(_file_of(name, table, files), table)
        for name, table in mapping.each_table.items()
    }


def read_table(path: Path, table: TableMap | None = None) -> SourceTable:
    """Return the rows of one file, read as a mapping says.

    Raises UnreadableError for what is none of the formats, or cannot be read.
    """
    table = table or TableMap()
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableError(
            f"{path.name} ends in {path.suffix or 'nothing'}.",
            f"Export it as CSV or Excel Workbook; files may end in {name_list(list(ENDINGS))}.",
        )
    raw = _bytes_of(path)
    if ending == ".xlsx":
        return read_workbook_table(raw, path.name, table.sheet or "", table.heading_row)
    if ENDINGS[ending].startswith("JSON"):
        return read_json(raw, path.name)
    separator = table.separator or ("tab" if ending == ".tsv" else "")
    return read_csv(raw, path.name, table.encoding or "", separator, table.heading_row)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise refused(error, "read", path) from error
    if len(raw) > LARGEST:
        raise UnreadableError(
            f"{path.name} is larger than {LARGEST // 1_000_000} MB.", "Import it in parts."
        )
    if not raw.strip():
        raise UnreadableError(f"{path.name} is empty.", "Export it again.")
    return raw


def _file_of(name: str, table: TableMap, files: Sequence[Path]) -> Path:
    if not table.file:
        if len(files) == 1:
            return files[0]
        raise GeneratorError(
            f"The mapping does not say which of {len(files)} files holds "
            f"{f'the table {name}' if name else 'its rows'}.",
            "Add file: to it, a name or a pattern such as activities*.csv.",
        )
    pattern = Path(table.file).name
    found = next((file for file in files if fnmatch(file.name, pattern)), None)
    beside = [] if found else sorted(files[0].parent.glob(pattern))
    if found or beside:
        return found or beside[0]
    # A mapping of one table names the file that it was made for; next month's has another name.
    if len(files) == 1 and not name:
        return files[0]
    raise GeneratorError(
        f"No file fits {table.file}, which the mapping names.",
        "Name all files of the export in the command, or correct file: in the mapping.",
    )
