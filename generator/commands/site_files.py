"""Every file of `build/docs`: pages, data, assets and media."""

from collections.abc import Iterator, Mapping
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
from generator.views.base.page import Frame, Page
from generator.views.base.page_groups import PageGroup, PlainFile
from generator.views.overview.data import data_page
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
    groups = (
        *page_groups(now, editions, offered),
        PageGroup(partial(_data, now, frozen, offered), weight=1),
    )
    texts = render_site(groups, prose_targets(now), frame)
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


def _data(
    now: Snapshot, frozen: Mapping[str, bytes], offered: tuple[Download, ...]
) -> Iterator[Page | PlainFile]:
    """Yield the files of open data, and the page that tells of them."""
    tables = report_tables(now)
    data = data_files(now, tables)
    sizes = {path: len(content) for path, content in {**data, **frozen}.items()}
    yield from (PlainFile(path, content.decode()) for path, content in data.items())
    yield data_page(now, tables, sizes, offered)


def _files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
