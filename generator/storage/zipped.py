"""Packages that office programs read: zip archives, without any time of day in them."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def without_times(package: bytes) -> bytes:
    """Return a package whose parts carry no time, so that the same content gives the same bytes."""
    packed = io.BytesIO()
    with (
        ZipFile(io.BytesIO(package)) as source,
        ZipFile(packed, "w", ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, source.read(name))
    return packed.getvalue()
