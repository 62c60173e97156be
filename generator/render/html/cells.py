"""Cells and tables, which pages have by the thousand, printed without a template's detours.

They are components as those in the templates, and made safe by the same rule. In a template they
took nearly half of the time of a page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from generator.render.html.text import inner_text
from generator.render.phrases import pieces_of
from generator.views.base.blocks import Inline, LinkTo, SourceLink, Table, TableColumn
from generator.words.localization import Localization
from generator.words.message import msg

To = Callable[[str], Markup]

_TAGS = {"words": "span", "strong": "strong", "aside": "small"}
_NUMBER = ' class="r-number"'


@dataclass(frozen=True, slots=True)
class Cells:
    """Prints the inline pieces and the tables of pages."""

    environment: Environment
    safe: Callable[[object], object]
    """Makes a value safe to print, as the templates' own printing does."""
    words: Localization
    known: dict[Inline, Markup] = field(default_factory=dict)
    """Signals as the templates draw them: there are few, and they are in every row."""

    def cell(self, pieces: Iterable[Inline], to: To) -> Markup:
        """Return the pieces of one cell, parted by spaces."""
        return Markup(" ".join(self._piece(piece, to) for piece in pieces))  # noqa: S704 - made safe

    def table(self, table: Table, to: To) -> Markup:
        """Return the head and the rows of a table, with nothing around them."""
        head = "".join(
            f'<th scope="col"{_NUMBER if c.kind == "number" else ""}>{self.safe(c.label)}</th> '
            for c in table.columns
        )
        opened = [self._opened(column) for column in table.columns]
        rows = "".join(f"<tr>{self._row(row, opened, to)}</tr>" for row in table.rows)
        return Markup(f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>")  # noqa: S704 - as above

    def _row(
        self, row: Iterable[Iterable[Inline]], opened: list[tuple[str, str, str]], to: To
    ) -> str:
        made = []
        for pieces, (full, blank, close) in zip(row, opened, strict=True):
            inner = " ".join([self._piece(piece, to) for piece in pieces])
            made.append(f"{full if pieces else blank}{inner}{close}")
        return "".join(made)

    def _piece(self, piece: Inline, to: To) -> str:
        match piece.kind:
            case "words" | "strong" | "aside":
                tag = _TAGS[piece.kind]
                return f"<{tag}>{self.safe(piece.text)}</{tag}>"
            case "link":
                return f'<a href="{to(piece.target)}">{self.safe(piece.text)}</a>'
            case "refs":
                links = "; ".join(self._reference(ref, to) for ref in piece.refs)
                return f'<span class="r-citations">{links}</span>'
            case "phrase":
                return "".join(self._inside(one, to) for one in pieces_of(piece, self.words))
        return self._known(piece)

    def _reference(self, ref: LinkTo, to: To) -> str:
        """Return the link to what a claim rests on; to a source itself, then to a note on it."""
        if not isinstance(ref, SourceLink) or not ref.address:
            return f'<a href="{to(ref.target)}">{self.safe(ref.text)}</a>'
        link = f'<a href="{to(ref.address)}">{self.safe(ref.text)}</a>'
        return f"{link} {self._note(ref, to)}" if ref.has_note else link

    def _note(self, ref: SourceLink, to: To) -> str:
        name, says = msg("source-note-of", title=ref.text), msg("source-note")
        return (
            f'<a class="r-citations__note" href="{to(ref.target)}" aria-label="{self.safe(name)}">'
            f"{self.safe(says)}</a>"
        )

    def _inside(self, piece: str | Inline, to: To) -> str:
        """Return a piece of a sentence; its words need no element of their own."""
        return inner_text(piece) if isinstance(piece, str) else self._piece(piece, to)

    def _known(self, piece: Inline) -> Markup:
        made = self.known.get(piece)
        if made is None:
            components = self.environment.get_template("_components.md.j2").module
            if piece.kind == "signal":
                made = components.signal(  # type: ignore[attr-defined]
                    piece.axis, piece.key, piece.label, piece.means, piece.outdated
                )
            else:
                made = components.match_mark()  # type: ignore[attr-defined]
            self.known[piece] = made
        return made

    def _opened(self, column: TableColumn) -> tuple[str, str, str]:
        """Return what opens a cell of a column, with a value and without, and what closes it."""
        if column.kind == "head":
            return ' <th scope="row">', ' <th scope="row">', "</th>"
        label = f'data-label="{self.safe(column.label)}"><span>'
        full = f" <td{_NUMBER if column.kind == 'number' else ''} {label}"
        return full, f' <td class="r-blank" {label}', "</span></td>"
