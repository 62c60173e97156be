"""Pictures without what they say beside the picture: place, camera, names, comments, thumbnails.

Only the containers are taken apart: the picture itself keeps every byte, and so its quality. What
is kept is listed, and all else is left out, as is whatever follows the picture's end. No library
does this for the three formats without decoding (docs/decisions.md).
"""

import struct
from collections.abc import Iterator

Piece = tuple[bytes, bytes]
"""A part of a container: its mark, and its content."""

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"bKGD", b"hIST", b"pHYs", b"sBIT")
_PNG_COLORS = (b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP", b"mDCV", b"cLLI")
_PNG_KEPT = frozenset((*_PNG_PICTURE, *_PNG_COLORS))
_WEBP_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP"))
_WEBP_SAYS_EXIF_OR_XMP = 0x08 | 0x04

_MARK = 0xFF
"""Begins each part of a JPEG; inside the compressed pixels a zero follows it."""
_JPEG_END, _JPEG_SCAN = 0xD9, 0xDA
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Marks that nothing belongs to."""
_JPEG_BESIDE = frozenset((*range(0xE0, 0xF0), 0xFE))
"""What programs say beside the picture, and comments."""
_JFIF, _ICC, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")


class UncleanableError(ValueError):
    """A container that is not built as its format says."""


def cleaned(raw: bytes, form: str) -> bytes:
    """Return a picture with nothing but the picture and its colors; `form` as Pillow names it.

    The pixels and their compression are untouched. Raises UncleanableError where the parts of the
    file cannot be told.
    """
    try:
        return _CLEANERS[form](raw)
    except (IndexError, struct.error) as error:
        raise UncleanableError("it ends too early") from error


def is_lossless(raw: bytes, form: str) -> bool:
    """Return whether a picture of a form that may lose something was packed without loss."""
    return form == "WEBP" and any(mark == b"VP8L" for mark, _ in _webp_pieces(raw))


def _png(raw: bytes) -> bytes:
    made, at = [_PNG_START], len(_PNG_START)
    while True:
        size, mark = struct.unpack_from(">I4s", raw, at)
        end = at + size + 12
        if end > len(raw):
            raise UncleanableError("it ends too early")
        if mark in _PNG_KEPT:
            made.append(raw[at:end])
        if mark == b"IEND":
            return b"".join(made)
        at = end


def _webp(raw: bytes) -> bytes:
    made = []
    for mark, content in _webp_pieces(raw):
        if mark == b"VP8X":
            told = bytes((content[0] & ~_WEBP_SAYS_EXIF_OR_XMP,)) + content[1:]
            made.append((mark, told))
        elif mark in _WEBP_KEPT:
            made.append((mark, content))
        elif mark == b"ANMF":
            raise UncleanableError("it is animated")
    body = b"".join(
        mark + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for mark, content in made
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_pieces(raw: bytes) -> Iterator[Piece]:
    _, whole, _ = struct.unpack_from("<4sI4s", raw)
    at, end = 12, 8 + whole
    if end > len(raw):
        raise UncleanableError("it ends too early")
    while at + 8 <= end:
        mark, size = struct.unpack_from("<4sI", raw, at)
        if at + 8 + size > end:
            raise UncleanableError("it ends too early")
        yield mark, raw[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _jpeg(raw: bytes) -> bytes:
    made, at = [b"\xff\xd8"], 2
    while True:
        mark, at = _jpeg_mark(raw, at)
        if mark == _JPEG_END:
            return b"".join([*made, b"\xff\xd9"])
        if mark in _JPEG_ALONE:
            continue
        (size,) = struct.unpack_from(">H", raw, at)
        content, at = raw[at + 2 : at + size], at + size
        if kept := _jpeg_kept(mark, content):
            made.append(struct.pack(">BBH", _MARK, mark, len(kept) + 2) + kept)
        if mark == _JPEG_SCAN:
            end = _end_of_scan(raw, at)
            made.append(raw[at:end])
            at = end


def _jpeg_mark(raw: bytes, at: int) -> tuple[int, int]:
    """Return the next mark and what follows it; fill bytes may be before a mark."""
    if raw[at] != _MARK:
        raise UncleanableError("its parts cannot be read")
    while raw[at] == _MARK:
        at += 1
    return raw[at], at + 1


def _jpeg_kept(mark: int, content: bytes) -> bytes:
    """Return what of a part is the picture's own: tables, the frame, its colors."""
    if (mark, content[:5]) == _JFIF:
        # The picture's density, and no small picture, which may show what was cut away.
        return content[:12] + b"\0\0"
    if (mark, content[:12]) == _ICC or (mark, content[:5]) == _ADOBE:
        return content
    return b"" if mark in _JPEG_BESIDE else content


def _end_of_scan(raw: bytes, at: int) -> int:
    """Return where the next mark is that is no part of the compressed pixels."""
    while (at := raw.find(b"\xff", at)) >= 0:
        follows = raw[at + 1]
        if follows == _MARK:
            at += 1
        elif follows == 0 or follows in _JPEG_ALONE:
            at += 2
        else:
            return at
    raise UncleanableError("it ends too early")


_CLEANERS = {"PNG": _png, "WEBP": _webp, "JPEG": _jpeg, "MPO": _jpeg}
