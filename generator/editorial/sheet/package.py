"""Whether a file is a plain workbook of a sensible size, before anything in it is read."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.errors import GeneratorError

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 200_000_000
MOST_PARTS = 500
HIGHEST_RATIO = 300
"""Bytes unpacked for one packed, of a large part."""
LARGE_PART = 1_000_000

_TYPES = "[Content_Types].xml"

_OLD_FORMAT = bytes.fromhex("D0CF11E0A1B11AE1")
_MACROS = re.compile(r"vbaProject|macrosheets|activeX|ctrlProps", re.IGNORECASE)
_OUTSIDE = re.compile(r"externalLinks/|embeddings/|connections\.xml$|queryTables/", re.IGNORECASE)
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D|E)\0|\0<\0!\0(?:D|E)")


def read_package(path: Path) -> bytes:
    """Return the bytes of a workbook.

    Raises GeneratorError for anything but a plain .xlsx: macros, links to other files, a password,
    an older format, or a size that no report of a city has.
    """
    if path.suffix.lower() != ".xlsx":
        raise _refused(path, f"it ends in {path.suffix or 'nothing'}", "Save it as .xlsx.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(path, f"it is larger than {LARGEST_FILE} bytes", _AGAIN)
        content = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise _refused(path, f"it cannot be opened ({why})", "Look at its name.") from error
    if content.startswith(_OLD_FORMAT):
        step = "Take the password off, and save it as .xlsx."
        raise _refused(path, "it has a password, or is of an older format", step)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            for why in _faults(archive):
                raise _refused(path, why, _AGAIN)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _refused(path, "it is damaged or no workbook", _AGAIN) from error
    return content


_AGAIN = "Export a new workbook and copy your values into it."


def _refused(path: Path, why: str, next_step: str) -> GeneratorError:
    return GeneratorError(f"{path.name} cannot be imported: {why}.", next_step)


def _faults(archive: ZipFile) -> Iterator[str]:
    """Yield what speaks against a workbook; the caller stops at the first, before unpacking."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    wants = {
        f"it has more than {MOST_PARTS} parts": len(entries) > MOST_PARTS,
        f"it unpacks to more than {LARGEST_UNPACKED} bytes": (
            sum(entry.file_size for entry in entries) > LARGEST_UNPACKED
        ),
        "one of its parts unpacks to far more than it is": any(map(_is_swollen, entries)),
        "it is no workbook": not {_TYPES, "xl/workbook.xml"} <= set(names),
        "it has macros or other programs in it": any(map(_MACROS.search, names)),
        "it has links to other files in it, or other files inside": any(
            map(_OUTSIDE.search, names)
        ),
        "one of its parts stands in it twice": len(set(names)) < len(names),
    }
    yield from (why for why, so in wants.items() if so)
    if b"macroEnabled" in archive.read(_TYPES):
        yield "it is made for macros"
    if any(_ENTITY.search(archive.read(n)) for n in names if n.endswith((".xml", ".rels"))):
        yield "one of its parts defines entities, as attacks do"


def _is_swollen(entry: ZipInfo) -> bool:
    return entry.file_size > LARGE_PART and entry.file_size > HIGHEST_RATIO * entry.compress_size
