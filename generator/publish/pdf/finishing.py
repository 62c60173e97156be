"""What Typst leaves open in a tagged PDF: headers of rows, links inside the document, packing.

ISO 14289-1 (PDF/UA-1), 7.5: header cells name what they head (Scope), and cells name their
headers by id; ids are looked up in the structure tree's IDTree (ISO 32000-1, 14.7.2).

A link to a heading arrives as the address "#" and the heading's name, and leaves as a link to the
named destination (ISO 32000-1, 12.3.2.3). If Typst looked the headings up, it would set every
block that holds such a link once more: a quarter of its time and memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, String

from generator.core.errors import GeneratorError
from generator.render.pdf.document import PAGE


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int


def finish(made: bytes, link: str) -> Pdf:
    """Return a tagged PDF with headers of rows and links between its pages, packed.

    `link` is how a link between pages is read out, with PAGE in the place of a number.

    The same document gives the same bytes. Raises GeneratorError if a link leads to no heading.
    """
    with pikepdf.open(BytesIO(made)) as pdf:
        found = _by_kind(pdf)
        _head_rows(found["/TBody"])
        _unwrap_labels(found["/Strong"])
        _list_ids(pdf, chain.from_iterable(found.values()))
        _resolve_links(pdf, found["/Link"], link)
        finished = BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
        )
        return Pdf(finished.getvalue(), len(pdf.pages))


def _by_kind(pdf: pikepdf.Pdf) -> Mapping[str, list[Object]]:
    """Return elements of the structure, and annotations, by their kind in the order of the file."""
    found: dict[str, list[Object]] = defaultdict(list)
    for one in pdf.objects:
        if isinstance(one, Dictionary) and (kind := one.get("/S", one.get("/Subtype"))):
            found[str(kind)].append(one)
    return found


def _head_rows(bodies: Iterable[Object]) -> None:
    """Make the first cell of each row in a table's body its header, and let the others name it."""
    rows = (row for body in bodies for row in body.K)
    for number, row in enumerate(rows, start=1):
        name = String(f"r{number}")
        head, *others = row.K
        head.S = Name.TH
        head.ID = name
        _of_table(head).Scope = Name.Row
        for cell in others:
            _of_table(cell).Headers.append(name)


def _of_table(cell: Object) -> Object:
    """Return those attributes of a cell that say how it belongs to its table."""
    return next(attributes for attributes in cell.A if attributes.O == "/Table")


def _unwrap_labels(emphasized: Iterable[Object]) -> None:
    """Let labels of lists hold their words themselves, not within another element of strong words.

    The element within takes the place of the label around it, so that pages still name it.
    """
    for strong in emphasized:
        label = strong.P
        if label.S == "/Lbl" and len(label.K) == 1:
            item = label.P
            strong.S, strong.P = Name.Lbl, item
            item.K = Array([strong, *(kid for kid in item.K if kid.objgen != label.objgen)])


def _list_ids(pdf: pikepdf.Pdf, elements: Iterable[Object]) -> None:
    """List every element that has an id, in the order of their ids."""
    named = {bytes(element.ID): element for element in elements if "/ID" in element}
    if named:
        names = (entry for name in sorted(named) for entry in (String(name), named[name]))
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=Array(names))


def _resolve_links(pdf: pikepdf.Pdf, links: Iterable[Object], said: str) -> None:
    """Let links whose address begins with "#" lead to the heading of that name."""
    numbers = _page_numbers(pdf)
    for link in links:
        address = str(link.A.get("/URI", "")) if "/A" in link else ""
        if not address.startswith("#"):
            continue
        name = address.removeprefix("#")
        if name not in numbers:
            raise GeneratorError(
                f'A link leads to "{name}", which this document does not have.',
                "Report this to whoever maintains the program.",
            )
        del link.A
        link.Dest = String(name)
        link.Contents = String(said.replace(PAGE, str(numbers[name])))


def _page_numbers(pdf: pikepdf.Pdf) -> Mapping[str, int]:
    """Return the number of the page of every named place."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    named = pdf.Root.get("/Names", Dictionary()).get("/Dests")
    if named is None:
        return {}
    return {str(name): numbers[place[0].objgen] for name, place in NameTree(named).items()}
