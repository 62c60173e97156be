"""Inline pieces as plain data: most cells become one text, which is all that has to be set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.prose.escaping import collapsed
from generator.render.pdf.marks import signal_svg
from generator.render.pdf.prose import Data
from generator.render.pdf.text import PrintedText, exact, printed
from generator.render.phrases import pieces_of
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, Inline, Phrase, Refs, SideNote, Signal
from generator.views.print.document import Document
from generator.words.localization import Localization
from generator.words.message import Text, msg

Set = str | list[str | Data]
"""A cell as it is printed: plain text, or pieces of which some have a look of their own."""

_INITIATIVES = addresses.initiative("").removesuffix("/")

MATCH = msg("print-match")

_ENDS = (".", "?", "!", ":")
"""What a name may end in, so that what is said of it follows without a colon."""


@dataclass(slots=True)
class CellSetter:
    """Turns inline pieces into data: knows the document's headings, sources and shapes."""

    document: Document
    words: Localization
    marked: Localization
    """Says what is printed: with marks around what is in another language."""
    glyphs: dict[str, str] = field(default_factory=dict)
    """Outlines that were used, by name, as SVG."""
    headings: frozenset[str] = field(init=False)
    spots: frozenset[str] = field(init=False)
    numbers: Mapping[str, int] = field(init=False)
    """Sources' numbers by their addresses."""
    between: str = field(init=False)
    """What is between two values in a row."""

    def __post_init__(self) -> None:
        parts = self.document.parts
        self.headings = frozenset(part.anchor for part in parts if part.kind == "heading")
        self.spots = frozenset(part.anchor for part in parts if part.kind == "source")
        numbered = enumerate(self.document.source_numbers, start=1)
        self.numbers = {address: number for number, address in numbered}
        self.between = self.words(msg("common-apart"))

    def printed(self, text: Text) -> PrintedText:
        """Return a text in the document's language, with single spaces and places to break."""
        return printed(self.marked(text), self.words.locale.language)

    def link(self, target: str) -> Data:
        """Return where an address leads: inside the document, on the web, or nowhere.

        An initiative that is not on the document's record is not led to: it tells of other times.
        """
        if target.startswith(("https://", "http://", "mailto:", "tel:")):
            return {"url": target}
        for inside in (target, target.partition("#")[0]):
            if inside and inside in self.headings:
                return {"to": inside}
            if inside in self.spots:
                return {"spot": inside}
            if volume := self.document.elsewhere.get(inside):
                return {"volume": volume, **self._on_site(target)}
        page = target.partition("#")[0]
        of_one = page.startswith(_INITIATIVES) and page != addresses.INITIATIVES
        if of_one and page not in self.document.initiatives:
            return {}
        return self._on_site(target)

    def _on_site(self, target: str) -> Data:
        return {"url": self.document.site + target} if self.document.site else {}

    def linked(self, text: Text, target: str) -> Data:
        """Return words that lead somewhere; where that is in another volume, they name it."""
        place = self.link(target)
        if volume := place.pop("volume", None):
            text = msg("print-in-volume", title=text, number=str(volume))
        return {"t": self.printed(text), **place}

    def source(self, target: str) -> Data:
        """Return where a source itself is found, on the web."""
        number = self.numbers.get(target)
        return self.link(self.document.source_addresses[number - 1] if number else target)

    def signal(self, signal: Signal) -> Data:
        """Return a signal's shape, color and word."""
        name = f"{signal.axis}-{signal.key}{'-outdated' if signal.outdated else ''}"
        if name not in self.glyphs:
            self.glyphs[name] = signal_svg(signal)
        return {"g": name, "tone": signal.tone, "t": self.printed(signal.label)}

    def cell(self, pieces: Cell) -> Set:
        """Return pieces with a space between them, neighbors of the same look as one."""
        return _joined(self._pieces(pieces))

    def run_in(self, values: Iterable[Fact]) -> Set:
        """Return values that say something one after the other, each behind its name, if any."""
        made: list[str | Data] = []
        for value in (one for one in values if one.value):
            name: Cell = (SideNote(self.leading(value.name)),) if value.name else ()
            numbers = not name and all(piece.kind == "refs" for piece in value.value)
            made += [" " if numbers or _is_stopped(made) else self.between] * bool(made)
            made += self._pieces((*name, *value.value))
        return _joined(made)

    def leading(self, name: Text) -> Text:
        """Return a name as it is in front of its value: a question or sentence needs no colon."""
        return name if self.words(name).endswith(_ENDS) else msg("common-name", name=name)

    def gap_after(self, head: Cell, values: Sequence[Fact]) -> str:
        """Return what is between a head and what is said of it; numbers of sources are not said."""
        if not values:
            return ""
        numbers = not values[0].name and all(piece.kind == "refs" for piece in values[0].value)
        stopped = numbers or self.said(head).endswith(_ENDS)
        return " " if stopped else f"{self.words(msg('common-name', name=''))} "

    def _pieces(self, pieces: Cell) -> Iterator[str | Data]:
        for place, piece in enumerate(pieces):
            yield from self._piece(piece, " " if place else "")

    def _piece(self, piece: Inline, lead: str) -> Iterator[str | Data]:
        """Yield what a piece is set as.

        The space before a piece is set as the piece is: a space of its own between two styles
        would be one more run of text, with one more tag.
        """
        match piece.kind:
            case "words":
                yield lead
                yield from _apart(self.printed(piece.text))
            case "link":
                yield lead
                yield {"k": "a", **self.linked(piece.text, piece.target)}
            case "signal":
                yield lead
                yield {"k": "signal", **self.signal(piece)}
            case "refs":
                yield from self._refs(piece, lead)
            case "match":
                yield {"k": "match", "t": f"{lead}{self.words(MATCH)}"}
            case "phrase":
                yield from self._phrase(piece, lead)
            case _:
                yield {"k": piece.kind, "t": _heading_led(lead, self.printed(piece.text))}

    def _phrase(self, phrase: Phrase, lead: str) -> Iterator[str | Data]:
        yield lead
        for one in pieces_of(phrase, self.marked):
            if isinstance(one, str):
                yield from _apart(exact(collapsed(one), self.words.locale.language))
            else:
                yield from self._piece(one, "")

    def _refs(self, refs: Refs, lead: str) -> Iterator[str | Data]:
        """Yield what is pointed at by its words, and sources by their numbers.

        The numbers are plain, because the list at the end of the section has the links, and a
        link at every claim would be read out at every claim.
        """
        for ref in refs.refs:
            if ref.target not in self.numbers:
                yield lead
                yield {"k": "a", **self.linked(ref.text, ref.target)}
                lead = self.between
        if numbers := self._numbered(refs):
            gap = " " if lead else ""
            yield {"k": "refs", "t": f"{gap}[{', '.join(numbers)}]"}

    def _numbered(self, refs: Refs) -> list[str]:
        return [str(self.numbers[r.target]) for r in refs.refs if r.target in self.numbers]

    def said(self, cell: Cell) -> str:
        """Return a cell's text as long as it is printed; a shape counts as two characters."""
        pieces: list[str] = []
        for piece in cell:
            match piece.kind:
                case "refs":
                    named = (r.text for r in piece.refs if r.target not in self.numbers)
                    pieces += map(self.words, named)
                    pieces.append(f"[{', '.join(self._numbered(piece))}]")
                case "match":
                    pieces.append(self.words(MATCH))
                case "signal":
                    pieces.append(f"oo{self.words(piece.label)}")
                case "phrase":
                    inside = pieces_of(piece, self.words)
                    pieces.append(
                        "".join(p if isinstance(p, str) else self.said((p,)) for p in inside)
                    )
                case _:
                    pieces.append(self.words(piece.text))
        return " ".join(pieces)


def _is_stopped(pieces: list[str | Data]) -> bool:
    """Return whether pieces end like a sentence, after which no other mark may come."""
    last = pieces[-1] if pieces else ""
    text = last if isinstance(last, str) else last.get("t", "")
    return isinstance(text, str) and text.rstrip().endswith((".", "!", "?"))


def _joined(pieces: Iterable[str | Data]) -> Set:
    """Return pieces with neighbors of no look of their own as one text."""
    made: list[str | Data] = []
    for piece in pieces:
        if isinstance(piece, str) and made and isinstance(made[-1], str):
            made[-1] += piece
        elif piece:
            made.append(piece)
    if len(made) == 1 and isinstance(made[0], str):
        return made[0]
    return made or ""


def _apart(text: PrintedText) -> Iterator[str | Data]:
    """Yield text, passages in another language as pieces of their own."""
    if isinstance(text, str):
        yield text
        return
    for one in text:
        yield one if isinstance(one, str) else {"k": "words", "t": [one]}


def _heading_led(lead: str, text: PrintedText) -> PrintedText:
    return lead + text if isinstance(text, str) else [lead, *text] if lead else text
