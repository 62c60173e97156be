"""The XML of a workbook's parts, told piece by piece; no tree of it is ever made."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from generator.editorial.sheet.workbook_package import DamagedError, Package, UnfitError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"

DEEPEST = 64
"""How many elements may be inside each other; spreadsheets use about ten."""
LONGEST_MARK = 1_000_000
"""Bytes between two events of the parser, as of one tag with its attributes."""
LONGEST_WORDS = 250_000
"""Characters kept of one text; a cell holds 32,767, each of them escaped by seven at most."""

Attributes: TypeAlias = dict[str, str]
Opens: TypeAlias = Mapping[str, Callable[[Attributes], None]]
Closes: TypeAlias = Mapping[str, Callable[[], None]]


class ElementHandler:
    """Acts on the elements that it knows by name, and passes over all others."""

    namespace = MAIN
    root = ""

    def __init__(self) -> None:
        self.opens: Opens = {}
        self.closes: Closes = {}
        self._depth = 0
        self._words: list[str] | None = None
        self._room = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnfitError(f"its XML is nested more than {DEEPEST} levels deep")
        act = self.opens.get(name)
        if act is not None:
            act(attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._depth -= 1
        act = self.closes.get(name)
        if act is not None:
            act()

    def data(self, words: str) -> None:
        """Take text."""
        if self._words is not None and self._room > 0:
            self._words.append(words[: self._room])
            self._room -= len(words)

    def listen(self, _: Attributes | None = None) -> None:
        """Keep the text that follows."""
        self._words = []
        self._room = LONGEST_WORDS

    def heard(self) -> str:
        """Return the text since `listen`, and keep no more."""
        words, self._words = self._words, None
        return "".join(words or ())


def read_part(package: Package, part: str, reader: ElementHandler) -> Iterator[None]:
    """Tell a part to its reader, and yield whenever a piece of it has been told.

    Raises UnfitError for limits, damage, entities and the Strict form.
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype

    def first(name: str, attributes: Attributes) -> None:
        if name.startswith(_STRICT):
            raise UnfitError(
                'it is saved in the format "Strict Open XML Spreadsheet"',
                "Open it, choose Save As and the type Excel Workbook (.xlsx), and import that.",
            )
        if name != f"{reader.namespace} {reader.root}":
            raise DamagedError(part)
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.data
        reader.start(name, attributes)

    parser.StartElementHandler = first
    told = 0
    try:
        for chunk in package.chunks(part):
            parser.Parse(chunk, False)  # noqa: FBT003 - the parser's own
            told += len(chunk)
            if told - parser.CurrentByteIndex > LONGEST_MARK:
                raise UnfitError(f"an XML tag in it is longer than {LONGEST_MARK:,} bytes")
            yield
        parser.Parse(b"", True)  # noqa: FBT003 - as above
    except (ExpatError, ValueError, LookupError, OverflowError) as error:
        raise DamagedError(part) from error
    yield


def read_whole(package: Package, part: str, reader: ElementHandler) -> None:
    """Tell all of a part to its reader; raises as `read_part`."""
    for _ in read_part(package, part, reader):
        pass


def _refuse_doctype(*_: object) -> None:
    raise UnfitError("one of its parts defines XML entities, as an attack would")


def is_on(attributes: Attributes, name: str) -> bool:
    """Return whether a flag of the format is set."""
    return attributes.get(name) in ("1", "true", "on")
