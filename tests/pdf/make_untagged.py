"""Writes untagged.pdf, which says of itself that it is PDF/UA-1 and PDF/A-3a and is neither.

`python tests/pdf/make_untagged.py`: a maintainer's command. The file is kept, so that the gate is
compared with the same bytes whatever the newest Typst makes.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

FILE = Path(__file__).with_name("untagged.pdf")

SOURCE = b"""
#set document(title: "A page that nobody can hear")
#set text(lang: "en")
= A page that nobody can hear
Its words are printed and its properties promise access, but its tags have been taken out.
"""


def untagged() -> bytes:
    """Return a file that conforms but for its structure, which is gone."""
    made = typst.compile(
        SOURCE,
        pdf_standards=["ua-1", "a-3a"],
        ignore_system_fonts=True,
        timestamp=datetime(2024, 1, 1, tzinfo=UTC),
    )
    damaged = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(damaged, deterministic_id=True)
    return damaged.getvalue()


if __name__ == "__main__":
    FILE.write_bytes(untagged())
