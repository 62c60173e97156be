"""A workbook as its file holds it: what it is, and its parts, unpacked within limits."""

import io
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from struct import error as StructError  # noqa: N812 - it is a class
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from generator.core.errors import GeneratorError

LARGEST_FILE = 20_000_000
"""Bytes of the file itself."""
MOST_PARTS = 2_000
"""Files packed into it."""
MOST_BYTES = 60_000_000
"""Bytes unpacked, of all parts that are read: the sheets, their texts and their formats."""
MOST_TAGS = 4_000_000
"""Marks of XML in these parts; a cell takes four to six."""
MOST_CELLS = 400_000
"""Cells of all sheets, those counted that are empty and only formatted."""
MOST_TEXT = 30_000_000
"""Characters in cells; a text that many cells share counts once in each."""

_CHUNK = 1 << 16
_TYPES = "[Content_Types].xml"
_ENTRY = b"PK\x01\x02"
"""Begins what the list at the end of an archive says of one part."""
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1
_MACROS = re.compile(r"vbaProject|macrosheets|activeX|ctrlProps", re.IGNORECASE)
_OUTSIDE = re.compile(r"externalLinks/|embeddings/|connections\.xml$|queryTables/", re.IGNORECASE)

_AGAIN = "Export a new workbook and copy your values into it."
_SAVE = "Open it, save it as Excel Workbook (.xlsx), and import that."
_FEWER = (
    "Delete the empty rows and columns below and beside your values, and any sheets that you did "
    "not change: what is not in the workbook stays as it is in the report."
)

# NotImplementedError is how zipfile names a way of packing that it does not know.
_DAMAGE = (
    *(BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error),
    *(StructError, ValueError, LookupError, OverflowError),
)
"""What the library of archives raises for bytes that are none."""


class UnfitError(Exception):
    """A file cannot be imported; the message says why and what to do."""

    def __init__(self, why: str, next_step: str = _AGAIN) -> None:
        super().__init__(why)
        self.why = why
        self.next_step = next_step

    def of(self, name: str) -> GeneratorError:
        """Return what stops the run."""
        return GeneratorError(f"{name} cannot be imported: {self.why}.", self.next_step)


class DamagedError(UnfitError):
    """A part of the workbook is not what its format demands."""

    def __init__(self, part: str) -> None:
        super().__init__(f"it is damaged inside, in {part}", _SAVE)


@dataclass(slots=True)
class ReadLimits:
    """How much of a workbook may still be read; every limit has its own message."""

    unpacked: int = field(default_factory=lambda: MOST_BYTES)
    tags: int = field(default_factory=lambda: MOST_TAGS)
    cells: int = field(default_factory=lambda: MOST_CELLS)
    text: int = field(default_factory=lambda: MOST_TEXT)

    def unpack(self, chunk: bytes) -> None:
        """Count a piece of a part before anything looks into it."""
        self.unpacked -= len(chunk)
        self.tags -= chunk.count(b"<")
        if self.unpacked < 0:
            raise UnfitError(f"its sheets unpack to more than {MOST_BYTES:,} bytes", _FEWER)
        if self.tags < 0:
            raise UnfitError(f"its sheets contain more than {MOST_TAGS:,} XML tags", _FEWER)

    def cell(self) -> None:
        """Count a cell."""
        self.cells -= 1
        if self.cells < 0:
            words = (
                f"it has more than {MOST_CELLS:,} cells, including those that are only formatted"
            )
            raise UnfitError(words, _FEWER)

    def characters(self, number: int) -> None:
        """Count the text of a cell."""
        self.text -= number
        if self.text < 0:
            raise UnfitError(f"its cells contain more than {MOST_TEXT:,} characters", _FEWER)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, each unpacked when it is read, all of them within one budget."""

    archive: ZipFile
    budget: ReadLimits = field(default_factory=ReadLimits)

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part in self.archive.NameToInfo

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part, piece by piece; raises UnfitError for limits and damage."""
        try:
            with self.archive.open(part) as source:
                while chunk := source.read(_CHUNK):
                    self.budget.unpack(chunk)
                    yield chunk
        except _DAMAGE as error:
            raise DamagedError(part) from error


def read_package(path: Path) -> bytes:
    """Return the bytes of a workbook.

    Raises GeneratorError for anything but a plain .xlsx: macros, links to other files, a password,
    another format, or a size that no report has.
    """
    try:
        content = _bytes_of(path)
        open_package(content)
    except UnfitError as error:
        raise error.of(path.name) from error
    return content


def _bytes_of(path: Path) -> bytes:
    if path.suffix.lower() != ".xlsx":
        raise UnfitError(f"it ends in {path.suffix or 'nothing'}, not in .xlsx", _SAVE)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnfitError("it is not a file", "Name the workbook itself.")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "there is no such file").lower()
        step = "Check its name."
        if isinstance(error, PermissionError):
            step = "Close it in the program that has it open, or ask for permission to read it."
        raise UnfitError(f"it cannot be opened ({why})", step) from error
    if len(content) > LARGEST_FILE:
        raise UnfitError(f"it is larger than {LARGEST_FILE:,} bytes", _FEWER)
    return content


def open_package(content: bytes) -> Package:
    """Return the parts of a workbook; nothing is unpacked but the list of their kinds.

    Raises UnfitError for what is no plain workbook.
    """
    _refuse_other_formats(content)
    # Counted in the bytes, because the library reads the whole list before it can be asked.
    if content.count(_ENTRY) > MOST_PARTS:
        raise UnfitError(f"it has more than {MOST_PARTS:,} parts")
    try:
        package = Package(ZipFile(io.BytesIO(content)))
    except _DAMAGE as error:
        raise UnfitError("it is damaged or not a workbook", _SAVE) from error
    for why, step in _faults(package.archive):
        raise UnfitError(why, step)
    types = b"".join(package.chunks(_TYPES))
    if b"macroEnabled" in types:
        raise UnfitError("it is a macro-enabled workbook", _SAVE)
    return package


def _refuse_other_formats(content: bytes) -> None:
    if not content:
        raise UnfitError("it is empty", "Copy or send it again.")
    if content.startswith(_COMPOUND):
        if _LOCKED in content:
            raise UnfitError("it has a password", "Open it, remove the password, and save it.")
        raise UnfitError("it is a workbook in the older .xls format", _SAVE)
    if not content.startswith(b"PK"):
        raise UnfitError("it is damaged or not a workbook, whatever its name says", _SAVE)


def _faults(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield what speaks against a workbook; the caller stops at the first, before unpacking."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    methods = {entry.compress_type for entry in entries}
    wants: Iterable[tuple[object, str, str]] = (
        (
            any(entry.flag_bits & _ENCRYPTED for entry in entries),
            "it has a password",
            "Unzip it, and import the workbook inside.",
        ),
        ("mimetype" in names, "it is an OpenDocument spreadsheet (.ods)", _SAVE),
        ("xl/workbook.bin" in names, "it is a binary workbook (.xlsb)", _SAVE),
        ("Index/Document.iwa" in names, "it was made by Numbers", "Export it as Excel (.xlsx)."),
        (_TYPES not in names, "it is not a workbook", _SAVE),
        (any(map(_MACROS.search, names)), "it contains macros or other programs", _SAVE),
        (
            any(map(_OUTSIDE.search, names)),
            "it contains links to other files, or other files",
            _AGAIN,
        ),
        (len(set(names)) < len(names), "it contains one of its parts twice", _SAVE),
        (
            methods - {ZIP_STORED, ZIP_DEFLATED},
            "it is compressed in a way that no spreadsheet program uses",
            _SAVE,
        ),
    )
    yield from ((why, step) for so, why, step in wants if so)
