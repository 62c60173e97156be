"""Every file of `build/docs`: pages, data, assets and media."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.editions.editions import EditionThen
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.report import report_tables
from generator.editorial.editions.files import frozen_files
from generator.export.data_files import data_files
from generator.model.ids import folded
from generator.render.html.pages import render_site
from generator.theme import ASSETS
from generator.views.base import addresses
from generator.views.base.page import Frame
from generator.views.base.site_context import OpenData, SiteContext
from generator.views.print.download import Download
from generator.views.registry import page_groups, prose_targets
from generator.words.english import day_words


def site_files(
    settings: Settings,
    now: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    offered: tuple[Download, ...] = (),
    pictures: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return every file of `build/docs`: pages, data, assets and pictures, by path.

    `pictures` are those that may be seen, by name; nothing else of content/media goes out.
    """
    about = now.report.about
    frame = Frame(about.disclaimer, about.licence.title, day_words(now.day))
    frozen = frozen_files(settings, editions)
    site = SiteContext(now, editions, offered, partial(_open_data, frozen))
    texts = render_site(page_groups(site), prose_targets(now), frame)
    made = {path: text.encode() for path, text in texts.items()}
    shown = {addresses.media(name): raw for name, raw in (pictures or {}).items()}
    return apart(made, frozen, _files_of(ASSETS, "assets"), shown)


def apart(*groups: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of all groups; raises GeneratorError where two would be one file.

    What differs in capitals only, or in how a letter is put together, is one file somewhere.
    """
    files: dict[str, bytes] = {}
    known: dict[str, str] = {}
    for group in groups:
        for path, content in group.items():
            other = known.setdefault(folded(path), path)
            if other in files:
                raise GeneratorError(
                    f"Two things would be written to {path}"
                    + (f", which is {other} on some computers." if other != path else "."),
                    "Give one of them another id or name in content/; nothing was written.",
                )
            files[path] = content
    return files


def _open_data(frozen: Mapping[str, bytes], now: Snapshot) -> OpenData:
    tables = report_tables(now)
    files = data_files(now, tables)
    return OpenData(tables, files, {path: len(raw) for path, raw in {**files, **frozen}.items()})


def _files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
