"""Each volume of a long report is a sound document of its own, and the first carries the data."""

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pdf.papers import TOWNS, pictures_in, reports
from pdf.verapdf import failed_checks

from generator.commands import documents
from generator.commands.documents import PdfRequest, Printout, renderer
from generator.editorial.editions.shown import Shown
from tests.spoken import ENGLISH

pytestmark = pytest.mark.slow

MOST = 40


@cache
def volumes() -> tuple[Printout, ...]:
    """Return the report of the real content in volumes of few pages."""
    now, editions = reports("real")
    ready = renderer(TOWNS["real"], Shown(now, editions), None, pictures_in(TOWNS["real"]))
    with pytest.MonkeyPatch.context() as short:
        short.setattr(documents, "MOST_PAGES", MOST)
        short.setattr(documents, "_ESTIMATED_PAGES", 2 * MOST)
        return ready.print(PdfRequest("report"))


def test_no_volume_is_too_long() -> None:
    """Where the estimate was too low, shorter volumes are printed."""
    assert len(volumes()) > 2
    assert max(volume.pdf.pages for volume in volumes()) <= MOST


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_volume_conforms(profile: str) -> None:
    """Each keeps PDF/UA-1 and PDF/A-3a by itself."""
    assert [failed_checks(volume.pdf.content, profile) for volume in volumes()] == [
        {} for _ in volumes()
    ]


def test_the_first_carries_the_data() -> None:
    """The data comes once, with the first volume."""
    carried = []
    for volume in volumes():
        with pikepdf.open(BytesIO(volume.pdf.content)) as file:
            carried.append(len(file.attachments))

    assert carried[0] > 1
    assert set(carried[1:]) == {0}


def test_titles_say_which_volume_it_is() -> None:
    """The file's own title names the volume."""
    for volume in volumes():
        with pikepdf.open(BytesIO(volume.pdf.content)) as file:
            assert volume.volume is not None
            assert str(file.docinfo.Title).endswith(f". {ENGLISH(volume.volume.title)}")
