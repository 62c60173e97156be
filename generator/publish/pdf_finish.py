"""What Typst leaves open in a tagged PDF: headers of rows, links inside the document, packing.

ISO 14289-1 (PDF/UA-1), 7.5: header cells name what they head (Scope), and cells name their
headers by id; ids are looked up in the structure tree's IDTree (ISO 32000-1, 14.7.2).

A link to a heading arrives as the address "#" and the heading's name, and leaves as a link to the
named destination (ISO 32000-1, 12.3.2.3). If Typst looked the headings up, it would set every
block that holds such a link once more: a quarter of its time and memory.
"""

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
    bodies: list[Object] = []
    for element in pdf.objects:
        kind = element.get("/S") if isinstance(element, Dictionary) else None
        if kind == "/TBody":
            bodies.append(element)
        elif kind is not None and Name.ID in element:
            named[bytes(element.ID)] = element
    rows = (row for body in bodies for row in _children(body))
    for number, row in enumerate(rows, start=1):
        _head_row(row, f"r{number}".encode(), named)
    if named:
        names = [item for name in sorted(named) for item in (String(name), named[name])]
        pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))


def _head_row(row: Object, name: bytes, named: dict[bytes, Object]) -> None:
    """Make the first cell of a row its header, and let the others name it."""
    cells = _children(row)
    if not cells or cells[0].get("/S") != "/TD":
        return
    head = cells[0]
    head.S = Name.TH
    head.ID = String(name)
    _of_table(head).Scope = Name.Row
    named[name] = head
    for cell in cells[1:]:
        attributes = _of_table(cell)
        known = attributes.get(Name.Headers, ())
        attributes.Headers = Array([*known, String(name)])


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


def _children(element: Object) -> list[Object]:
    inside = element.get(Name.K)
    if isinstance(inside, Array):
        return [k for k in inside if isinstance(k, Dictionary) and "/S" in k]
    return [inside] if isinstance(inside, Dictionary) and "/S" in inside else []


def _of_table(cell: Object) -> Object:
    """Return the attributes that a cell has as part of a table, new ones if it has none."""
    found = cell.get(Name.A)
    known = list(found) if isinstance(found, Array) else [] if found is None else [found]
    for attributes in known:
        if attributes.get("/O") == "/Table":
            return attributes
    cell.A = Array([*known, Dictionary(O=Name.Table)])
    kept: Object = cell.A[-1]
    return kept
