"""What Typst leaves open in a tagged PDF: headers of rows, links inside the document, packing.

ISO 14289-1 (PDF/UA-1), 7.5: header cells name what they head (Scope), and cells name their
headers by id; ids are looked up in the structure tree's IDTree (ISO 32000-1, 14.7.2).

A link to a heading arrives as the address "#" and the heading's name, and leaves as a link to the
named destination (ISO 32000-1, 12.3.2.3). If Typst looked the headings up, it would set every
block that holds such a link once more: a quarter of its time and memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, String

from generator.errors import GeneratorError

pikepdf.settings.set_flate_compression_level(9)


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int


def finished(made: bytes) -> Pdf:
    """Return a tagged PDF with headers of rows and links between its pages, packed.

    Raises GeneratorError where a link leads to no heading.
    """
    packed = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        _head_rows(pdf)
        _lead_links(pdf)
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,  # what is packed stays: packing it anew gains a hundredth
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


def _lead_links(pdf: pikepdf.Pdf) -> None:
    """Let links whose address begins with "#" lead to the heading of that name."""
    named = _destinations(pdf)
    for page in pdf.pages:
        for annotation in page.obj.get(Name.Annots, ()):
            address = str(annotation.A.get(Name.URI, "")) if Name.A in annotation else ""
            if address.startswith("#"):
                _lead(annotation, address[1:], named)


def _lead(annotation: Object, name: str, named: dict[str, int]) -> None:
    if name not in named:
        raise GeneratorError(
            f'A link leads to "{name}", which this document does not have.',
            "Tell who keeps the generator.",
        )
    del annotation.A
    annotation.Dest = String(name)
    annotation.Contents = String(f"Section, page {named[name]}")


def _destinations(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Return the number of the page of every named place."""
    names = pdf.Root.get(Name.Names)
    if names is None or Name.Dests not in names:
        return {}
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    return {str(name): numbers[at[0].objgen] for name, at in NameTree(names.Dests).items()}


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
