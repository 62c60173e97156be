"""Documents that were presented, as files of an office or in print: their titles and pages."""

import io
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import pikepdf
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.package import OpcPackage

from generator.core.errors import GeneratorError
from generator.model.ids import id_from

ENDINGS = ("pdf", "docx", "pptx")
"""What a document that is presented may end with."""


@dataclass(frozen=True, slots=True)
class Presentable:
    """A document that was presented."""

    name: str
    """As its file is called in the archive."""
    title: str
    pages: int | None
    """None where the file does not say."""
    content: bytes


def presentable(path: Path) -> Presentable:
    """Return the document in a file; raises GeneratorError if it is none that can be archived."""
    stem, ending = path.stem, path.suffix.lower().removeprefix(".")
    name = id_from(stem)
    if ending not in ENDINGS or not name:
        raise GeneratorError(
            f"{path} is no document that can be archived.",
            f"Name a file that ends with {', '.join(f'.{one}' for one in ENDINGS)}.",
        )
    content = path.read_bytes()
    try:
        title, pages = _pdf(content) if ending == "pdf" else (_office(content), None)
    except (pikepdf.PdfError, PackageNotFoundError, BadZipFile, KeyError, ValueError) as fault:
        raise GeneratorError(
            f"{path} cannot be read as what its name says it is.",
            "Open it, save it again, and archive that file.",
        ) from fault
    return Presentable(f"{name}.{ending}", title.strip() or stem, pages, content)


def _pdf(content: bytes) -> tuple[str, int]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return str(opened.docinfo.get("/Title", "")), len(opened.pages)


def _office(content: bytes) -> str:
    return OpcPackage.open(io.BytesIO(content)).core_properties.title or ""
