"""Pages to the Markdown files of the site."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from markupsafe import Markup, escape

from generator.core.errors import GeneratorError
from generator.render.html.drawing_files import drawing_file
from generator.render.html.environment import SiteEnvironment
from generator.render.html.languages import with_languages
from generator.render.html.prose import ProsePrinter
from generator.render.html.spellings import plain_spellings
from generator.render.html.text import text
from generator.storage.parallel import parallel_map, processes_for
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page import Page, PageFrame
from generator.views.base.page_groups import DrawingFile, PageGroup, PlainFile
from generator.words.localization import Localization
from generator.words.message import Text, msg


def render_site(
    groups: Iterable[PageGroup],
    known: Collection[str],
    frame: PageFrame,
    environment: SiteEnvironment,
) -> dict[str, bytes]:
    """Return every page's Markdown file, and all other files of groups, by path.

    `known` are the addresses of pages to which prose may lead. Groups are made on all cores where
    that is worth it. Raises jinja2.UndefinedError where a template asks for what its view does not
    have, GeneratorError where two pages have one address.
    """
    listed = tuple(groups)
    if processes_for(len(listed)) > 1:
        # Once, and not in each copy.
        for template in environment.list_templates():
            environment.get_template(template)

    def files(group: PageGroup) -> list[tuple[str, bytes]]:
        # As bytes: texts with a dash or a quotation mark take twice as much.
        return [(path, text.encode()) for path, text in _files(group, environment, frame, known)]

    found: dict[str, bytes] = {}
    for made in parallel_map(files, listed):
        for path, content in made:
            if path in found:
                raise GeneratorError(
                    f"Two pages would be written to {path}.", "Run annual-report check."
                )
            found[path] = content
    return found


def _files(
    group: PageGroup, environment: SiteEnvironment, frame: PageFrame, known: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of a group."""
    for page in group.pages():
        if isinstance(page, PlainFile):
            yield page.path, page.text
        elif isinstance(page, DrawingFile):
            yield page.path, drawing_file(environment, page)
        else:
            yield page.path, render_page(environment, page, frame, known)


def render_page(
    environment: SiteEnvironment, page: Page, frame: PageFrame, known: Collection[str] = ()
) -> str:
    """Return the text of one page's Markdown file, front matter included.

    `known` are the addresses of all pages; a link of prose to another page becomes plain words, as
    it does to an initiative that was not yet on the record. Without any, all links are kept.
    """
    template = environment.get_template(f"{page.template}.md.j2")
    to = partial(relative, page.target, to_first=environment.to_first)
    prose = ProsePrinter(partial(_resolved, to, known), environment)
    body = template.render(view=page.view, to=to, prose=prose)
    if environment.written_in:
        sign = text(environment.words(msg("translation-outdated-mark")))
        note = text(environment.words(msg("translation-outdated")))
        body = with_languages(body, environment.words, sign, note)
    meta = _meta(page, page.frame or frame, environment)
    if page.searchable and (spellings := plain_spellings(body)):
        meta["spellings"] = spellings
    return f"---\n{_front_matter(meta)}---\n\n{body.strip()}\n"


def relative(origin: str, target: str, to_first: str = "") -> Markup:
    """Return the address of a target as seen from a page, safe in a double-quoted attribute.

    Web and mail addresses stay as they are; `origin` and others are relative to the top of the
    language's pages. What all languages share is found by way of `to_first`.
    """
    if target.startswith(("https://", "http://", "mailto:", "#")):
        return escape(target)
    path, _, anchor = target.partition("#")
    up = "../" * origin.count("/") + (to_first if addresses.is_shared(target) else "")
    way = up + path or "./"
    return escape(f"{way}#{anchor}" if anchor else way)


def _resolved(to: Callable[[str], Markup], known: Collection[str], link: str) -> str:
    """Return where a link of prose leads; empty where no such page is."""
    target = addresses.of_prose_link(link)
    path = target.partition("#")[0]
    gone = bool(known) and path.endswith("/") and path not in known
    return "" if gone else str(to(target))


def _meta(page: Page, frame: PageFrame, environment: SiteEnvironment) -> dict[str, object]:
    words = environment.words
    meta: dict[str, object] = {
        "title": words(page.title),
        "description": words(page.description),
        "as_of": words(frame.as_of),
        "disclaimer": words(frame.disclaimer),
        "license": words(frame.license),
    }
    if frame.notice:
        meta["notice"] = words(frame.notice)
    for name, said in (("disclaimer", frame.disclaimer), ("license", frame.license)):
        if language := environment.other_language(said):
            meta[f"{name}_lang"] = language
    if page.section:
        meta["section"] = words(page.section)
    if page.crumbs:
        meta["crumbs"] = [_crumb(crumb, environment) for crumb in page.crumbs]
    if search := _search(page, words) if page.searchable else {"exclude": True}:
        meta["search"] = search
    if page.wide:
        meta["hide"] = ["toc"]
    if page.script:
        meta["script"] = page.script
    return meta | _for_other_programs(page, frame, words)


def _for_other_programs(page: Page, frame: PageFrame, words: Localization) -> dict[str, str]:
    """Return what networks and search engines are told of a page (overrides/partials/sharing)."""
    said = {
        "picture": page.picture or frame.picture,
        "schema_type": page.schema_type,
        "organization": words(frame.organization),
    }
    return {name: value for name, value in said.items() if value}


def _search(page: Page, words: Localization) -> dict[str, object]:
    """Return what the index of search holds of a page besides what is on it."""
    said = {
        "group": page.search.group,
        "words": _joined(page.search.words, words),
        "subjects": _joined(page.search.subjects, words),
        "snippet": words(page.search.snippet),
    }
    return {name: text for name, text in said.items() if text}


def _joined(texts: Iterable[Text], words: Localization) -> str:
    return "; ".join(words(text) for text in texts)


def _crumb(crumb: LinkTo, environment: SiteEnvironment) -> dict[str, str]:
    named = {"title": environment.words(crumb.text), "url": crumb.target}
    language = environment.other_language(crumb.text)
    return named | {"lang": language} if language else named


def _front_matter(meta: Mapping[str, object]) -> str:
    """Return front matter in JSON's notation, which YAML reads alike in every builder."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items()
    )
