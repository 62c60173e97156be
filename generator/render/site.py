"""Pages to the Markdown files of the site."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.memory import NO_SHELF, Shelf, program_state
from generator.pages import addresses
from generator.pages.groups import PageGroup, PlainFile
from generator.pages.page import Frame, Page
from generator.prose.printing import to_html
from generator.prose.reading import parse_prose
from generator.render.environment import site_environment
from generator.render.keeping import CompiledTemplates, KeptTexts
from generator.render.search import Searchable, marked_for_search, packed, unpacked
from generator.workers import processes_for, spread

LONG = frozenset({"area", "method", "narrative", "unknown"})
"""Templates of pages so long that search leads to a section of them."""


def render_site(
    groups: Iterable[PageGroup],
    known: Collection[str],
    frame: Frame,
    shelf: Shelf = NO_SHELF,
    compiled: Shelf = NO_SHELF,
) -> dict[str, str]:
    """Return the text of every page's Markdown file, and of all other files of groups, by path.

    `known` are the addresses of pages to which prose may lead. What is kept on `shelf` from an
    earlier run is not made again, templates on `compiled` not compiled. Groups are made on all
    cores where that is worth it. Raises jinja2.UndefinedError where a template asks for what its
    view does not have.
    """
    program = program_state()
    listed = tuple(groups)
    environment = site_environment(CompiledTemplates(compiled, program))
    if processes_for(len(listed)) > 1:
        # Once, and not in each copy.
        for template in environment.list_templates():
            environment.get_template(template)
    press = _Press(environment, known, frame, KeptTexts(shelf, program, known))
    order = sorted(range(len(listed)), key=lambda place: -listed[place].weight)
    lines = spread(len(listed), lambda task: press.line(listed[order[task]]))
    found: dict[str, Searchable | str] = {}
    used: set[str] = set()
    by_section: list[str] = []
    for _, line in sorted(zip(order, lines, strict=True)):
        names, entries = json.loads(line)
        used.update(names)
        for path, long, packed_text in entries:
            found[path] = unpacked(packed_text)
            by_section += [path] * long
    press.kept.keep_only(used)
    return marked_for_search(found, by_section)


@dataclass(frozen=True, slots=True)
class _Press:
    """All that a copy of this process needs to make a group's pages."""

    environment: Environment
    known: Collection[str]
    frame: Frame
    kept: KeptTexts

    def line(self, group: PageGroup) -> str:
        """Return one line of JSON: the names its texts are kept by, and its files."""
        name = "" if group.made_of is None else self.kept.name((group.made_of, self.frame))
        names = {name} - {""}
        if name:
            entries = self.kept.text(name, lambda: self._entries(group, None))
        else:
            entries = self._entries(group, names)
        return f"[{json.dumps(sorted(names))}, {entries}]"

    def _entries(self, group: PageGroup, names: set[str] | None) -> str:
        """Return a group's files as JSON: path, whether searched by section, text as kept.

        Pages are kept one by one where there are `names` to enter theirs in.
        """
        entries = []
        for page in group.pages():
            if isinstance(page, PlainFile):
                entries.append(json.dumps([page.path, False, page.text]))
                continue
            name = "" if names is None else self.kept.name((page, self.frame))
            if names is not None and name:
                names.add(name)
            text = self.kept.text(name, partial(self._rendered, page))
            long = page.template in LONG
            entries.append(f"[{json.dumps(page.path)}, {json.dumps(long)}, {text}]")
        return f"[{', '.join(entries)}]"

    def _rendered(self, page: Page) -> str:
        """Return a page's text as it is kept: with what search needs of it already found."""
        return packed(render_page(self.environment, page, self.frame, self.known))


def render_page(
    environment: Environment, page: Page, frame: Frame, known: Collection[str] = ()
) -> str:
    """Return the text of one page's Markdown file, front matter included.

    `known` are the addresses of all pages; a link of prose to another page becomes plain words, as
    it does to an initiative that was not yet on the record. Without any, all links are kept.
    """
    template = environment.get_template(f"{page.template}.md.j2")
    to = partial(relative, page.target)
    body = template.render(view=page.view, to=to, prose=partial(_prose, page.target, known))
    return f"---\n{_front_matter(_meta(page, page.frame or frame))}---\n\n{body.strip()}\n"


def relative(origin: str, target: str) -> Markup:
    """Return the address of a target as seen from a page, safe in a double-quoted attribute.

    Web and mail addresses stay as they are; `origin` and others are relative to the site's top.
    """
    if target.startswith(("https://", "http://", "mailto:", "#")):
        return escape(target)
    path, _, anchor = target.partition("#")
    up = "../" * origin.count("/")
    way = up + path or "./"
    return escape(f"{way}#{anchor}" if anchor else way)


def _prose(
    origin: str, known: Collection[str], markdown: str, id_prefix: str, first_level: int = 3
) -> Markup:
    """Return prose as finished HTML."""

    def resolve(link: str) -> str:
        target = addresses.of_prose_link(link)
        path = target.partition("#")[0]
        gone = bool(known) and path.endswith("/") and path not in known
        return "" if gone else str(relative(origin, target))

    html = to_html(
        parse_prose(markdown), resolve=resolve, id_prefix=id_prefix, first_level=first_level
    )
    return Markup(html)  # noqa: S704 - cleaned and escaped by `to_html`


def _meta(page: Page, frame: Frame) -> dict[str, object]:
    meta: dict[str, object] = {
        "title": page.title,
        "description": page.description,
        "as_of": frame.as_of,
        "disclaimer": frame.disclaimer,
        "licence": frame.licence,
    }
    if frame.notice:
        meta["notice"] = frame.notice
    if page.crumbs:
        meta["crumbs"] = [{"title": c.text, "url": c.target} for c in page.crumbs]
    if not page.searchable:
        meta["search"] = {"exclude": True}
    if page.wide:
        meta["hide"] = ["toc"]
    if page.script:
        meta["script"] = page.script
    return meta


def _front_matter(meta: Mapping[str, object]) -> str:
    """Return front matter in JSON's notation, which YAML reads alike in every builder."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items()
    )
