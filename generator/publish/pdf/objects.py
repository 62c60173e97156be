"""The objects of a PDF as Typst writes it, and a PDF of them that takes a third of the room.

Typst lists its objects in one plain table (ISO 32000-1, 7.5.4) and packs only streams. Here all
others are packed too, many to a stream (7.5.7): the more tags are packed together, the less each
takes, and a library that packs them a hundred at a time, after it has read each one, takes a
third of the time that it takes to set the document.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from itertools import pairwise

_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER_KEYS = re.compile(rb"/(?:Root|Info) \d+ 0 R|/ID\[.*\]", re.DOTALL)
_TOGETHER = 4000
"""Objects in a stream: a reader unpacks a whole one to look at one of them."""

_LEVEL = 7
_ROW = 1 + 4 + 2
"""Bytes of an entry in the list of objects: its kind, its place, its index in a stream."""

_IN_FILE, _IN_STREAM = 1, 2
"""Kinds of entries in the list of objects (ISO 32000-1, table 18)."""


class UnknownFormError(ValueError):
    """The file is no PDF of the form that Typst writes."""


def objects(made: bytes) -> tuple[dict[int, bytes], bytes]:
    """Return the objects of a file by number, and what its trailer says of root, info and id.

    Raises UnknownFormError where the file has another form.
    """
    found = _START.search(made)
    if found is None or not made.startswith(b"xref\n0 ", int(found[1])):
        raise UnknownFormError("no plain list of objects")
    table = int(found[1])
    trailer = made.index(b"trailer", table)
    places = sorted(int(place) for place in _ENTRY.findall(made, table, trailer))
    held: dict[int, bytes] = {}
    for start, end in pairwise([*places, table]):
        head, _, rest = made[start:end].partition(b" 0 obj\n")
        body, ended, _ = rest.rpartition(b"\nendobj")
        if not head.isdigit() or not ended:
            raise UnknownFormError(f"no object at byte {start}")
        held[int(head)] = body
    return held, b"".join(_TRAILER_KEYS.findall(made, trailer))


def packed(held: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Return a whole file of objects; the same objects give the same bytes."""
    parts = [b"%PDF-1.7\n%\x80\x80\x80\x80\n"]
    length = len(parts[0])
    entries: dict[int, tuple[int, int, int]] = {}

    def write(number: int, body: bytes) -> None:
        nonlocal length
        entries[number] = (_IN_FILE, length, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        length += len(parts[-1])

    loose = []
    for number in sorted(held):
        if held[number].endswith(b"\nendstream"):
            write(number, held[number])
        else:
            loose.append(number)
    last = max(held)
    for start in range(0, len(loose), _TOGETHER):
        together = loose[start : start + _TOGETHER]
        last += 1
        write(last, _stream_of([(number, held[number]) for number in together]))
        entries |= {number: (_IN_STREAM, last, place) for place, number in enumerate(together)}
    parts.append(_list_of(entries, last + 1, length, trailer))
    return b"".join(parts)


def _stream_of(members: Iterable[tuple[int, bytes]]) -> bytes:
    heads, bodies, place = [], [], 0
    for number, body in members:
        heads.append(b"%d %d" % (number, place))
        bodies.append(body)
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    about = b"/Type/ObjStm/N %d/First %d" % (len(heads), len(head))
    return _stream(about, head + b"\n".join(bodies))


def _stream(about: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, _LEVEL)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (about, len(data), data)


def _list_of(
    entries: dict[int, tuple[int, int, int]], own: int, length: int, trailer: bytes
) -> bytes:
    """Return the list of all objects, `own` its own number and `length` its place in the file.

    Each row says how it differs from the row above (PNG's filter "up"), since most differ by one.
    """
    entries[own] = (_IN_FILE, length, 0)
    free = (0, 0, 0)
    rows = b"".join(
        b"%c%b%b" % (kind, place.to_bytes(4, "big"), index.to_bytes(2, "big"))
        for kind, place, index in (entries.get(number, free) for number in range(own + 1))
    )
    above = bytes(_ROW) + rows
    steps = bytes([(one - other) & 255 for one, other in zip(rows, above, strict=False)])
    lines = (b"\2" + steps[at : at + _ROW] for at in range(0, len(steps), _ROW))
    about = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Columns %d/Predictor 12>>%b" % (
        own + 1,
        _ROW,
        trailer,
    )
    content = b"%d 0 obj\n%b\nendobj\n" % (own, _stream(about, b"".join(lines)))
    return b"%bstartxref\n%d\n%%%%EOF\n" % (content, length)
