"""The story of an accelerated build: MkDocs' own functions, its pages made on all cores."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.publish.accelerator.messages import Message, caught
from generator.publish.accelerator.quick_html import quick_reading
from generator.publish.accelerator.rendering import MadePage, PageBuilder, page_of
from generator.storage.parallel import spread


def make_site(config: MkDocsConfig, files: Files, env: Environment) -> list[Message]:
    """Write every page and file of the site into its folder; return what MkDocs would have said.

    Raises whatever stops a part of it from being made.
    """
    set_exclusions(files, config)
    builder = PageBuilder(config, files, env)
    with caught() as messages:
        nav = get_navigation(files, config)
    _name_nav_pages(nav, config, builder)
    builder.enter(nav)
    with caught() as said:
        for name in sorted(config.theme.static_templates):
            _build_theme_template(name, env, files, config, nav)
        for name in map(str, config.extra_templates):
            _build_extra_template(name, files, config, nav)
        files.copy_static_files()
    pages = list(files.documentation_pages())
    made = _pages(pages, builder)
    told = [message for file in pages for message in made[file.src_uri].messages]
    return [*messages, *said, *told, *_broken_anchors(config, files, made)]


def _name_nav_pages(nav: Navigation, config: MkDocsConfig, builder: PageBuilder) -> None:
    """Give the nav's pages the titles and front matter by which other pages show them."""
    for page in nav.pages:
        page.read_source(config)
        if "title" not in vars(page) and "title" not in page.meta:
            builder.read(page.file)
        page.title = page.title


def _pages(pages: list[File], builder: PageBuilder) -> dict[str, MadePage]:
    """Make all pages; return what is left to check of each, by the path of its Markdown."""
    # The largest first, so that no core waits at the end for another's one long page.
    order = sorted(pages, key=_size, reverse=True)
    with quick_reading():
        lines = spread(len(order), lambda task: builder.make(order[task]))
    return {file.src_uri: MadePage.of_line(line) for file, line in zip(order, lines, strict=True)}


def _size(file: File) -> int:
    return Path(file.abs_src_path).stat().st_size if file.abs_src_path else 0


def _broken_anchors(
    config: MkDocsConfig, files: Files, made: Mapping[str, MadePage]
) -> list[Message]:
    """Return what MkDocs says of links to places that pages do not have."""
    there = {path: frozenset(page.anchors) for path, page in made.items()}
    level = config.validation.links.anchors
    with caught() as messages:
        for path, one in made.items():
            links = one.links
            if not any(to in there and not there[to].issuperset(links[to]) for to in links):
                continue
            page = _page_at(files, path)
            page.links_to_anchors = {}
            for to, anchors in links.items():
                if to in there:
                    target = _page_at(files, to)
                    target.present_anchor_ids = set(there[to])
                    page.links_to_anchors[target.file] = dict(anchors)
            page.validate_anchor_links(files=files, log_level=level)
    return messages


def _page_at(files: Files, path: str) -> Page:
    return page_of(files.src_uris[path])
