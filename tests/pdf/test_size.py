"""A document is small enough to mail: eight kilobytes a page, the data that it carries aside."""

import pytest
from pdf.papers import NAMES, paper
from pdf.tagged import Tagged

pytestmark = pytest.mark.slow

MOST_BYTES_A_PAGE = 8192
MOST_BYTES_ONCE = 32_768
"""Typeface, colour profile and properties: the same for one page as for a thousand."""


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_light(name: str) -> None:
    """Pages and their tags stay within eight kilobytes each, beside what each file has once."""
    made = paper(name).pdf
    file = Tagged(made.content)
    data = sum(len(f.EF.F.read_raw_bytes()) for f in file.pdf.Root.get("/AF", ()))

    assert len(made.content) - data <= made.pages * MOST_BYTES_A_PAGE + MOST_BYTES_ONCE
