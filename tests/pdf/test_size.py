"""A document is small enough to mail: eight kilobytes a page, data and typeface aside."""

import pikepdf
import pytest
from pdf.papers import NAMES, paper
from pdf.tagged import Tagged

pytestmark = pytest.mark.slow

MOST_BYTES_A_PAGE = 8192
MOST_BYTES_OF_TYPE = 120_000


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_light(name: str) -> None:
    """Pages and their tags stay within eight kilobytes each, whatever the document's length.

    The typeface costs the same for one page as for a thousand, so it has a budget of its own.
    """
    made = paper(name).pdf
    file = Tagged(made.content)
    type_size = sum(size_of(file.pdf, kind) for kind in ("FontFile2", "FontFile3"))
    data = sum(len(f.EF.F.read_raw_bytes()) for f in file.pdf.Root.get("/AF", ()))

    assert (len(made.content) - data - type_size) / made.pages <= MOST_BYTES_A_PAGE
    assert type_size <= MOST_BYTES_OF_TYPE


def size_of(pdf: pikepdf.Pdf, key: str) -> int:
    """Return the packed bytes of the streams that font descriptors hold under a key."""
    described = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and f"/{key}" in o]
    return sum(len(o[f"/{key}"].read_raw_bytes()) for o in described)
