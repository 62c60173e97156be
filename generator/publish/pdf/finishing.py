"""What Typst leaves open in a tagged PDF: headers of rows, links inside the document, packing.

ISO 14289-1 (PDF/UA-1), 7.5: header cells name what they head (Scope), and cells name their
headers by id; ids are looked up in the structure tree's IDTree (ISO 32000-1, 14.7.2).

A link to a heading arrives as the address "#" and the heading's name, and leaves as a link to the
named destination (ISO 32000-1, 12.3.2.3). If Typst looked the headings up, it would set every
block that holds such a link once more: a quarter of its time and memory.

The tags are changed where they stand, as the text that Typst writes them as: to read each of some
ten thousand into a value of its own would take as long as a third of the setting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.errors import GeneratorError
from generator.publish.pdf.objects import UnknownFormError, objects, packed

_REFERENCE = re.compile(rb"(\d+) 0 R")
_PARENT = re.compile(rb"/P (\d+) 0 R")
_KIDS = re.compile(rb"/K\[([\d R]*)\]")
_ID = re.compile(rb"/ID\(([^()\\]*)\)")
_HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")
_NAMES = re.compile(rb"\(([^()\\]*)\)(\d+) 0 R")
_INWARD = re.compile(rb"/A<</Type/Action/S/URI/URI\(#([^()\\]*)\)>>(.*?)/Contents\([^()\\]*\)")
_PAGES = re.compile(rb"/Kids\[([^\]]*)\]")
_EDGES = re.compile(rb"<</O/Layout/BorderColor.*?>>", re.DOTALL)
_ELEMENT = b"<</Type/StructElem/S/"


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int


def finished(made: bytes) -> Pdf:
    """Return a tagged PDF with headers of rows and links between its pages, packed.

    Raises GeneratorError where a link leads to no heading, or where Typst writes other than
    the one that this was written for.
    """
    try:
        held, trailer = objects(made)
    except UnknownFormError as refusal:
        raise GeneratorError(
            f"The PDF has an unknown form: {refusal}.", "Install the locked packages again."
        ) from refusal
    pages = _pages(held)
    _head_rows(held)
    _name_plainly(held)
    _list_ids(held)
    _lead_links(held, pages)
    return Pdf(packed(held, trailer), len(pages))


def _pages(held: dict[int, bytes]) -> dict[bytes, int]:
    """Return the number of every page by its reference."""
    tree = next(body for body in held.values() if body.startswith(b"<</Type/Pages/"))
    kids = _PAGES.search(tree)
    return {ref: n for n, ref in enumerate(_REFERENCE.findall(kids[1]), 1)} if kids else {}


def _elements(held: dict[int, bytes], kind: bytes) -> Iterator[int]:
    start = _ELEMENT + kind + b"/"
    return (number for number, body in list(held.items()) if body.startswith(start))


def _kids(body: bytes) -> list[int]:
    found = _KIDS.search(body)
    return [int(number) for number in _REFERENCE.findall(found[1])] if found else []


def _head_rows(held: dict[int, bytes]) -> None:
    """Make the first cell of each row in a table's body its header, and let the others name it."""
    bodies = set(_elements(held, b"TBody"))
    rows = [row for body in sorted(bodies) for row in _kids(held[body])]
    for number, row in enumerate(rows, start=1):
        name = b"r%d" % number
        head, *others = _kids(held[row])
        held[head] = _headed(_plain(held[head]), name)
        for cell in others:
            held[cell] = _naming(_plain(held[cell]), name)
    for cell in _elements(held, b"TH"):
        held[cell] = _plain(held[cell])


def _plain(cell: bytes) -> bytes:
    """Return a cell without the colours of its edges, which are drawn and mean nothing."""
    return _EDGES.sub(b"", cell)


def _headed(cell: bytes, name: bytes) -> bytes:
    cell = cell.replace(b"/S/TD/", b"/S/TH/", 1).replace(b"/A[", b"/ID(%b)/A[" % name, 1)
    return cell.replace(b"/O/Table/", b"/O/Table/Scope/Row/", 1)


def _naming(cell: bytes, name: bytes) -> bytes:
    return _HEADERS.sub(rb"/Headers[\1(%b)]" % name, cell, count=1)


def _name_plainly(held: dict[int, bytes]) -> None:
    """Let labels of lists hold their words themselves, not within another element of strong words.

    The element within takes the place of the label around it, so that pages still name it.
    """
    for strong in _elements(held, b"Strong"):
        parent = _PARENT.search(held[strong])
        label = int(parent[1]) if parent else 0
        if not held.get(label, b"").startswith(_ELEMENT + b"Lbl/"):
            continue
        above = _PARENT.search(held[label])
        if above is None or _kids(held[label]) != [strong]:
            continue
        item = int(above[1])
        body = held[strong].replace(b"/S/Strong/", b"/S/Lbl/", 1)
        held[strong] = body.replace(parent[0] if parent else b"", above[0], 1)
        held[item] = held[item].replace(b"%d 0 R" % label, b"%d 0 R" % strong)
        del held[label]


def _list_ids(held: dict[int, bytes]) -> None:
    """List every element that has an id, in the order of their ids."""
    named = {
        found[1]: number
        for number, body in held.items()
        if body.startswith(_ELEMENT) and (found := _ID.search(body))
    }
    names = b"".join(b"(%b)%d 0 R" % (name, named[name]) for name in sorted(named))
    root = next(n for n, body in held.items() if body.startswith(b"<</Type/StructTreeRoot/"))
    without = re.sub(rb"/IDTree<<.*?>>", b"", held[root], count=1, flags=re.DOTALL)
    held[root] = without[:-2] + (b"/IDTree<</Names[%b]>>>>" % names if names else b">>")


def _lead_links(held: dict[int, bytes], pages: dict[bytes, int]) -> None:
    """Let links whose address begins with "#" lead to the heading of that name."""
    named = _destinations(held, pages)

    def led(found: re.Match[bytes]) -> bytes:
        if found[1] not in named:
            raise GeneratorError(
                f'A link leads to "{found[1].decode()}", which this document does not have.',
                "Tell who keeps the generator.",
            )
        says = b"Section, page %d" % named[found[1]]
        return b"/Dest(%b)%b/Contents(%b)" % (found[1], found[2], says)

    for number, body in held.items():
        if body.startswith(b"<</Type/Annot/Subtype/Link/"):
            held[number] = _INWARD.sub(led, body)


def _destinations(held: dict[int, bytes], pages: dict[bytes, int]) -> dict[bytes, int]:
    """Return the number of the page of every named place."""
    catalog = next(body for body in held.values() if body.startswith(b"<</Type/Catalog/"))
    _, _, names = catalog.partition(b"/Dests<</Names[")
    listed = _NAMES.findall(names.partition(b"]")[0])
    return {name: pages[held[int(at)][1:].partition(b" ")[0]] for name, at in listed}
