"""The gate itself: veraPDF is whole, fails what must fail, and names the rule that is broken."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf.papers import paper
from pdf.tagged import Tagged
from pdf.verapdf import class_path, failed_checks

pytestmark = pytest.mark.slow

UNTAGGED = Path(__file__).with_name("untagged.pdf")


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_bad_file_fails(profile: str) -> None:
    """A file without tags that calls itself accessible and archival is neither."""
    assert failed_checks(UNTAGGED.read_bytes(), profile)


def test_a_missing_part_stops_the_gate(tmp_path: Path) -> None:
    """Without JAXB veraPDF would know no rule, so that is a fault and never a pass."""
    with pytest.raises(FileNotFoundError, match="libjaxb-java"):
        class_path(tmp_path)


def no_alternative(file: Tagged) -> None:
    """Take the words of a drawing away."""
    del file.root.find("Figure")[0].raw["/Alt"]


def no_table_headers(file: Tagged) -> None:
    """Leave open which cells the headers of a table speak of."""
    for cell in file.root.find("Table")[0].find("TH", "TD"):
        if "/A" in cell.raw:
            del cell.raw["/A"]


def skipped_heading(file: Tagged) -> None:
    """Make a heading one level too deep."""
    file.root.find("H2")[0].raw.S = pikepdf.Name.H4


def no_title(file: Tagged) -> None:
    """Show the file's name where its title should be shown."""
    file.pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_language(file: Tagged) -> None:
    """Leave open in which language the words are."""
    del file.pdf.Root["/Lang"]


def no_link_words(file: Tagged) -> None:
    """Leave a link without words of its own."""
    del next(a for page in file.pdf.pages for a in page.get("/Annots", []))["/Contents"]


def no_font(file: Tagged) -> None:
    """Leave out the letters' outlines."""
    for thing in file.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


DAMAGE = {
    no_alternative: ("ua1", "7.3-1"),
    no_table_headers: ("ua1", "7.5-1"),
    skipped_heading: ("ua1", "7.4.2-1"),
    no_title: ("ua1", "7.1-10"),
    no_language: ("ua1", "7.2-34"),
    no_link_words: ("ua1", "7.18.5-2"),
    no_font: ("3a", "6.2.11.4.1-1"),
}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_is_found(damage: Callable[[Tagged], None]) -> None:
    """Each of a good document's virtues is looked at: take it away and its own rule is broken."""
    profile, rule = DAMAGE[damage]
    file = Tagged(paper("sample department").pdf.content)
    damage(file)
    broken = BytesIO()
    file.pdf.save(broken)

    assert rule in failed_checks(broken.getvalue(), profile)
