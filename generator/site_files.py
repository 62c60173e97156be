"""Every file of `build/docs`: pages, data, assets and media."""

from pathlib import Path

from generator.derive.editions import EditionThen
from generator.derive.snapshot import Snapshot
from generator.derive.tables.report import report_tables
from generator.derive.wording import day_words
from generator.editorial.edition_files import frozen_files
from generator.export.data_files import data_files
from generator.load.files import MEDIA_ENDINGS
from generator.memory import shelf_of
from generator.pages.data import data_page
from generator.pages.documents.download import Download
from generator.pages.page import Frame
from generator.pages.site import pages
from generator.render.site import render_site
from generator.settings import Settings

ASSETS = Path(__file__).parent / "assets"


def site_files(
    settings: Settings,
    now: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    offered: tuple[Download, ...] = (),
) -> dict[str, bytes]:
    """Return every file of `build/docs`: pages, data, assets and media, by path."""
    about = now.report.about
    frame = Frame(about.disclaimer, about.licence.title, day_words(now.day))
    tables = report_tables(now)
    data = data_files(now, tables) | frozen_files(settings, editions)
    sizes = {path: len(content) for path, content in data.items()}
    listed = (*pages(now, editions, offered), data_page(now, tables, sizes, offered))
    texts = render_site(listed, frame, shelf_of(settings, "pages"), shelf_of(settings, "templates"))
    files = {path: text.encode() for path, text in texts.items()}
    files |= data
    files |= _files_of(ASSETS, "assets")
    media = _files_of(settings.content / "media", "media")
    return files | {path: raw for path, raw in media.items() if path.endswith(MEDIA_ENDINGS)}


def _files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
