"""The story of an accelerated build: MkDocs' own functions, its pages made on all cores."""

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import _build_extra_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from generator.publish.accelerator.page_builder import PageBuilder, RenderedPage, page_of
from generator.storage.parallel import parallel_map

_LOG = logging.getLogger("mkdocs")


def make_site(config: MkDocsConfig) -> None:
    """Write every page and file of the site into its folder; log what MkDocs would have said.

    Raises whatever stops a part of it from being made.
    """
    files = get_files(config)
    builder = PageBuilder(config, files)
    for name in sorted(config.theme.static_templates):
        builder.make_template(name)
    for name in map(str, config.extra_templates):
        _build_extra_template(name, files, config, builder.nav)
    files.copy_static_files()
    pages = list(files.documentation_pages())
    made = _pages(pages, builder)
    for file in pages:
        for message in made[file.src_uri].warnings:
            _LOG.warning("%s", message)
    _tell_broken_anchors(config, files, made)


def _pages(pages: list[File], builder: PageBuilder) -> dict[str, RenderedPage]:
    """Make all pages; return what is left to check of each, by the path of its Markdown."""
    # The largest first, so that no core waits at the end for another's one long page.
    order = sorted(pages, key=_size, reverse=True)
    made = parallel_map(builder.make, order)
    return {file.src_uri: page for file, page in zip(order, made, strict=True)}


def _size(file: File) -> int:
    return Path(file.abs_src_path).stat().st_size if file.abs_src_path else 0


def _tell_broken_anchors(
    config: MkDocsConfig, files: Files, made: Mapping[str, RenderedPage]
) -> None:
    """Log what MkDocs says of links to places that pages do not have."""
    there = {path: frozenset(page.anchors) for path, page in made.items()}
    for path, one in made.items():
        links = one.links
        if not any(to in there and not there[to].issuperset(links[to]) for to in links):
            continue
        page = page_of(files.src_uris[path])
        page.links_to_anchors = {}
        for to, anchors in links.items():
            if to in there:
                target = page_of(files.src_uris[to])
                target.present_anchor_ids = set(there[to])
                page.links_to_anchors[target.file] = dict(anchors)
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
