"""What Typst leaves open in a tagged PDF: rows of tables get headers, the file is packed.

ISO 14289-1 (PDF/UA-1), 7.5: header cells name what they head (Scope), and cells name their
headers by id; ids are looked up in the structure tree's IDTree (ISO 32000-1, 14.7.2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

pikepdf.settings.set_flate_compression_level(9)


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int


def finished(made: bytes) -> Pdf:
    """Return a tagged PDF with the first cell of each body row as its row's header, packed."""
    packed = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        _head_rows(pdf)
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,  # at the level below: a twentieth smaller
            deterministic_id=True,
        )
        return Pdf(packed.getvalue(), len(pdf.pages))


def _head_rows(pdf: pikepdf.Pdf) -> None:
    named: dict[bytes, Object] = {}
    number = 0
    for element in _elements(pdf):
        kind = element.get(Name.S)
        if kind == Name.TH and Name.ID in element:
            named[bytes(element.ID)] = element
        elif kind == Name.TBody:
            for row in _children(element):
                number += 1
                _head_row(row, f"r{number}".encode(), named)
    root = pdf.Root.StructTreeRoot
    if named:
        names = [item for name in sorted(named) for item in (String(name), named[name])]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))


def _head_row(row: Object, name: bytes, named: dict[bytes, Object]) -> None:
    """Make the first cell of a row its header, and let the others name it."""
    cells = _children(row)
    if not cells or cells[0].get(Name.S) != Name.TD:
        return
    head = cells[0]
    head.S = Name.TH
    head.ID = String(name)
    head.A = _with(head.get(Name.A), Name.Scope, Name.Row)
    named[name] = head
    for cell in cells[1:]:
        known = _headers(cell.get(Name.A))
        cell.A = _with(cell.get(Name.A), Name.Headers, Array([*known, String(name)]))


def _elements(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Yield every element of the structure tree, parents first."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed(_children(element))


def _children(element: Object) -> list[Object]:
    inside = element.get(Name.K)
    if isinstance(inside, Array):
        return [k for k in inside if isinstance(k, Dictionary) and Name.S in k]
    return [inside] if isinstance(inside, Dictionary) and Name.S in inside else []


def _tables(attributes: Object | None) -> list[Object]:
    if attributes is None:
        return []
    return list(attributes) if isinstance(attributes, Array) else [attributes]


def _headers(attributes: Object | None) -> list[Object]:
    """Return the ids of the headers that a cell names already."""
    for one in _tables(attributes):
        if one.get(Name.O) == Name.Table and Name.Headers in one:
            return list(one.Headers)
    return []


def _with(attributes: Object | None, key: Name, value: Object) -> Object:
    """Return attributes with one of a table cell's set."""
    found = _tables(attributes)
    for one in found:
        if one.get(Name.O) == Name.Table:
            one[key] = value
            return Array(found) if len(found) > 1 else one
    made = Dictionary(O=Name.Table)
    made[key] = value
    return Array([*found, made]) if found else made
