"""Documents to PDF: set by Typst, then finished; PDF/UA-1 and PDF/A-3a in one file.

The same data gives the same bytes: the clock is never read, fonts are the report's own, those
of the package that they are cut from, and those of packages that the report names; no font of the
system is looked at.
"""

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from generator.core.errors import GeneratorError
from generator.core.typefaces import font_files
from generator.publish.pdf.finishing import Pdf, finish
from generator.render.pdf.document import RenderedDocument
from generator.theme import TEMPLATES

PRINT_TEMPLATES = TEMPLATES / "print"
FONTS = PRINT_TEMPLATES / "fonts"
"""The typeface as it is printed; rare characters come from the package that it is cut from."""

FONT_PACKAGE = "fontpkg_source_sans_3"
_FAMILIES = ("Report Sans", "Source Sans 3")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of data that a PDF carries."""

    name: str
    mime: str
    says: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The packages whose typefaces a document is set with, beside the program's own."""

    first: str | None = None
    """The one that comes before the program's."""
    further: Sequence[str] = ()
    """Those in which other letters are looked for, in this order."""


def print_pdf(
    printed: RenderedDocument,
    on: datetime,
    pictures: Mapping[str, bytes] | None = None,
    attachments: Sequence[Attachment] = (),
    typefaces: Typefaces | None = None,
) -> Pdf:
    """Return the PDF of a rendered document.

    `on` is the moment that the file says it was made, `pictures` those that it shows, by name,
    `typefaces` those that a report has beside the program's.
    Raises GeneratorError if a document cannot be set: a character that no font has, an image that
    is none.
    """
    with TemporaryDirectory(prefix="print-") as name:
        folder = Path(name)
        _stage(folder, printed.data, pictures or {}, attachments)
        families, places = fonts_of(typefaces or Typefaces())
        (folder / "typefaces.json").write_text(json.dumps(families), "utf-8")
        return finish(_compiled(folder, on, places), printed.link)


def fonts_of(typefaces: Typefaces) -> tuple[list[str], list[Path]]:
    """Return what Typst calls typefaces, in the order to look for letters, and their folders."""
    first = font_files(typefaces.first) if typefaces.first else ()
    further = [file for package in typefaces.further for file in font_files(package)]
    families = [*_families(first), *_FAMILIES, *_families(further)]
    return families, [
        FONTS,
        Path(str(files(FONT_PACKAGE) / "files")),
        *_folders([*first, *further]),
    ]


def _stage(
    folder: Path,
    data: bytes,
    pictures: Mapping[str, bytes],
    attachments: Sequence[Attachment],
) -> None:
    """Put everything a document is made of into one folder, which is all that Typst may read."""
    for template in PRINT_TEMPLATES.glob("*.typ"):
        shutil.copyfile(template, folder / template.name)
    (folder / "document.json").write_bytes(data)
    (folder / "media").mkdir()
    for name, content in pictures.items():
        (folder / "media" / name).write_bytes(content)
    (folder / "attached").mkdir()
    for attachment in attachments:
        (folder / "attached" / attachment.name).write_bytes(attachment.content)
    listed = [{"name": a.name, "mime": a.mime, "says": a.says} for a in attachments]
    (folder / "attached.json").write_text(json.dumps(listed), "utf-8")


def _families(fonts: Sequence[Path]) -> list[str]:
    """Return what Typst calls the typefaces of font files, in their order."""
    if not fonts:
        return []
    found = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in _folders(fonts)],
    ).fonts()
    place = {str(file): number for number, file in enumerate(fonts)}
    ours = sorted(
        (font for font in found if str(font.path) in place), key=lambda f: place[str(f.path)]
    )
    return list(dict.fromkeys(font.family for font in ours))


def _folders(fonts: Sequence[Path]) -> list[Path]:
    """Return the folders of font files: Typst looks for fonts below folders."""
    return sorted({file.parent for file in fonts})


def _compiled(folder: Path, on: datetime, places: Sequence[Path]) -> bytes:
    try:
        made, warnings = typst.compile_with_warnings(
            str(folder / "document.typ"),
            root=str(folder),
            font_paths=[str(place) for place in places],
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-3a"],
            timestamp=on.astimezone(UTC),
        )
    except typst.TypstError as refusal:
        raise GeneratorError(
            f"The document could not be typeset: {_reason(refusal)}.",
            "Run annual-report check; if it finds nothing, report this to whoever maintains the "
            "program.",
        ) from refusal
    if warnings:
        raise GeneratorError(
            f"Something would be lost in print: {_reason(warnings[0])}.",
            "Report this to whoever maintains the program; until it is fixed, you can word the "
            "content differently.",
        )
    if not isinstance(made, bytes):
        raise GeneratorError("Typst made no PDF.", "Install the locked packages again.")
    return made


def _reason(refusal: typst.TypstError | typst.TypstWarning) -> str:
    """Return what Typst says, without the place in a template."""
    said = re.sub(r"\s+", " ", refusal.message).strip().rstrip(".")
    return f"{said} ({'; '.join(refusal.hints)})" if refusal.hints else said
