"""How a report looks: its own colors, logo, typeface, and the paper that it is printed on."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from generator.model.outside import Package
from generator.model.values import MediaFile, Record, matches

Color = Annotated[
    str,
    AfterValidator(
        matches(
            r"#[0-9a-f]{6}",
            "not_a_color",
            "a color as # and six digits or letters from a to f, in lowercase",
            'For example "#173f77".',
        )
    ),
]
"""A color in the notation of the web."""


class PaperSize(StrEnum):
    """On which paper the documents are printed."""

    LETTER = "letter"
    A4 = "a4"


class Look(Record):
    """What the site and the documents look like, where that is not as usual."""

    color: Color | None = None
    """The color of links, and of what is chosen, on a light background; documents have it too.

    Example: #173f77
    """
    color_dark: Color | None = None
    """The same on a dark background. Example: #9cc4f7"""
    logo: MediaFile | None = None
    """A picture of content/media that is shown beside the title. Example: logo.png"""
    typeface: Package | None = None
    """An installed package with the typeface of the site and the documents.

    Example: fontpkg-source-sans-3
    """
