"""What holds for all sheets of a workbook: their names, shared texts, and formats of cells."""

import posixpath
import re
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import partial

from openpyxl.styles.numbers import BUILTIN_FORMATS

from generator.editorial.sheet.workbook_package import MOST_PARTS, Package, UnfitError
from generator.editorial.sheet.xml_parts import (
    DOCUMENT,
    LONGEST_WORDS,
    MAIN,
    RELATIONS,
    Attributes,
    ElementHandler,
    is_on,
    read_whole,
)

MOST_FORMATS = 65_536
"""Different formats of cells; Excel itself takes at most 65,490."""
MOST_SHEETS = 500

_ESCAPED = re.compile(
    r"_x(?:005F_(?=x[0-9A-Fa-f]{4}_)|(000[0-8BbCcDdEeFf]|001[0-9A-Fa-f]|FFF[EF])_)"
)
"""Signs that spreadsheet programs write otherwise because XML cannot hold them, and their own."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How cells are shown that share it."""

    code: str = "General"
    """The format of numbers."""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class SheetSource:
    """One sheet, not read yet."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class WorkbookSource:
    """A workbook whose sheets can be read."""

    package: Package
    sheets: Sequence[SheetSource]
    texts: Sequence[str]
    struck_texts: frozenset[int]
    """Which of the texts are struck through."""
    styles: Sequence[CellStyle]
    counts_from_1904: bool


def read_book(package: Package) -> WorkbookSource:
    """Return what holds for all sheets; raises UnfitError for limits and damage."""
    start = next(iter(_related(package, "", "officeDocument").values()), "xl/workbook.xml")
    if not package.has(start):
        raise UnfitError("it is not a workbook")
    book = _BookReader()
    read_whole(package, start, book)
    places = _related(package, start, "worksheet")
    sheets = [
        SheetSource(name, places[relation], is_hidden)
        for name, relation, is_hidden in book.sheets
        if relation in places  # a sheet that is only a chart holds no cells
    ]
    texts, styles = _TextReader(package), _StyleReader()
    for kind, reader in (("sharedStrings", texts), ("styles", styles)):
        for part in list(_related(package, start, kind).values())[:1]:
            read_whole(package, part, reader)
    return WorkbookSource(
        package,
        sheets,
        texts.texts,
        frozenset(texts.struck),
        styles.styles() or [CellStyle()],
        book.counts_from_1904,
    )


def unescaped(text: str) -> str:
    """Return a text as spreadsheet programs show it, `_x000D_` as the sign that it stands for.

    What they write without need stays as typed: a text may speak of `_x0041_`.
    """
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else "_", text)


def escaped(text: str) -> str:
    """Return a text so that programs, and `unescaped`, show it as it is."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) if "_x" in text else text


def _related(package: Package, part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part is related to, by the name of the relation."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(listed):
        return {}
    reader = _RelationReader()
    read_whole(package, listed, reader)
    return {
        relation: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for relation, (said, target) in reader.relations.items()
        if said.rpartition("/")[2] == kind
    }


class _RelationReader(ElementHandler):
    namespace, root = RELATIONS, "Relationships"

    def __init__(self) -> None:
        super().__init__()
        self.relations: dict[str, tuple[str, str]] = {}
        self.opens = {f"{RELATIONS} Relationship": self._relation}

    def _relation(self, attributes: Attributes) -> None:
        _within(self.relations, MOST_PARTS, "parts related to one part")
        said, target = attributes.get("Type", ""), attributes.get("Target", "")
        self.relations[attributes.get("Id", "")] = said, target


class _BookReader(ElementHandler):
    root = "workbook"

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.counts_from_1904 = False
        self.opens = {f"{MAIN} sheet": self._sheet, f"{MAIN} workbookPr": self._properties}

    def _sheet(self, attributes: Attributes) -> None:
        _within(self.sheets, MOST_SHEETS, "sheets")
        relation = attributes.get(f"{DOCUMENT} id", "")
        is_hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append((attributes.get("name", ""), relation, is_hidden))

    def _properties(self, attributes: Attributes) -> None:
        self.counts_from_1904 = is_on(attributes, "date1904")


class TextRunReader(ElementHandler):
    """Gathers texts that may be in pieces of different looks, without their readings aloud."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._size = 0
        self._is_spoken = False
        self.is_struck = False
        self.opens = {
            f"{MAIN} t": self._begin,
            f"{MAIN} rPh": self._aside,
            f"{MAIN} strike": self._strike,
        }
        self.closes = {f"{MAIN} t": self._end, f"{MAIN} rPh": self._back}

    def taken(self) -> tuple[str, bool]:
        """Return the text so far and whether a part of it is struck through; begin anew."""
        text, is_struck = unescaped("".join(self._pieces)), self.is_struck
        self._pieces, self._size, self.is_struck = [], 0, False
        return text, is_struck

    def _begin(self, _: Attributes) -> None:
        if not self._is_spoken:
            self.listen()

    def _end(self) -> None:
        words = self.heard()
        if not self._is_spoken and self._size < LONGEST_WORDS:
            self._pieces.append(words)
            self._size += len(words)

    def _aside(self, _: Attributes) -> None:
        self._is_spoken = True

    def _back(self) -> None:
        self._is_spoken = False

    def _strike(self, attributes: Attributes) -> None:
        self.is_struck |= "val" not in attributes or is_on(attributes, "val")


class _TextReader(TextRunReader):
    root = "sst"

    def __init__(self, package: Package) -> None:
        super().__init__()
        self._budget = package.budget
        self.texts: list[str] = []
        self.struck: set[int] = set()
        self.closes = {**self.closes, f"{MAIN} si": self._item}

    def _item(self) -> None:
        text, is_struck = self.taken()
        self._budget.characters(len(text))
        if is_struck:
            self.struck.add(len(self.texts))
        self.texts.append(text)


class _StyleReader(ElementHandler):
    root = "styleSheet"

    def __init__(self) -> None:
        super().__init__()
        self._section = ""
        self._codes: dict[str, str] = {str(n): code for n, code in BUILTIN_FORMATS.items()}
        self._struck: list[bool] = []
        self._cells: list[tuple[str, str]] = []
        # Looks of tables and rules have formats and fonts too, which are not those of cells.
        sections = ("numFmts", "fonts", "cellXfs")
        self.opens = {
            **{f"{MAIN} {name}": partial(self._enter, name) for name in sections},
            f"{MAIN} numFmt": self._code,
            f"{MAIN} font": self._font,
            f"{MAIN} strike": self._strike,
            f"{MAIN} xf": self._format,
        }
        self.closes = {f"{MAIN} {name}": self._leave for name in sections}

    def styles(self) -> list[CellStyle]:
        """Return the style of every format of cells, in order."""
        known: Mapping[str, str] = self._codes
        struck = {str(number) for number, so in enumerate(self._struck) if so}
        return [CellStyle(known.get(code, "General"), font in struck) for code, font in self._cells]

    def _enter(self, name: str, _: Attributes) -> None:
        self._section = name

    def _leave(self) -> None:
        self._section = ""

    def _code(self, attributes: Attributes) -> None:
        if self._section == "numFmts":
            _within(self._codes, MOST_FORMATS, "number formats")
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "General")

    def _font(self, _: Attributes) -> None:
        if self._section == "fonts":
            _within(self._struck, MOST_FORMATS, "fonts")
            self._struck.append(False)

    def _strike(self, attributes: Attributes) -> None:
        if self._section == "fonts" and self._struck:
            self._struck[-1] = "val" not in attributes or is_on(attributes, "val")

    def _format(self, attributes: Attributes) -> None:
        if self._section == "cellXfs":
            _within(self._cells, MOST_FORMATS, "cell formats")
            self._cells.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "")))


def _within(counted: Sized, most: int, called: str) -> None:
    if len(counted) >= most:
        raise UnfitError(f"it has more than {most:,} {called}")
