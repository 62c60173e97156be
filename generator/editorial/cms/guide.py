"""The editors' guide as pages beside the form editor, so that it can be read where it is needed.

The guide is kept once, in docs/editors; its pages link only to each other, and need no script.
"""

import html
import re
from collections.abc import Collection
from string import Template

from markdown import Markdown

from generator.theme import TEMPLATES, kept

GUIDE = "guide"
"""The folder of the guide's pages beside the editor."""

_PAGE = TEMPLATES / "edit"
_FIRST = "index"
_POLICY = (
    "default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_LINK = re.compile(r'(?<= href=")(?P<page>[\w-]+)\.md(?P<place>#[\w-]+)?(?=")')
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def guide_files(title: str, unasked: Collection[str] = ()) -> dict[str, bytes]:
    """Return the pages and pictures of the guide by path below the editor's folder.

    `title` is that of the report; `unasked` are the roles that it does not ask for, of which no
    row of a table speaks.
    """
    folder = kept("docs/editors")
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    titles = {name: _TITLE.findall(text)[0] for name, text in texts.items()}
    template = Template((_PAGE / "guide.html").read_text("utf-8"))
    pages = {
        f"{GUIDE}/{name}.html": template.substitute(
            policy=_POLICY,
            page=html.escape(titles[name]),
            title=html.escape(title),
            menu=_menu(titles, name),
            text=_text(_without(text, unasked)),
        ).encode()
        for name, text in texts.items()
    }
    pictures = {f"{GUIDE}/pictures/{p.name}": p.read_bytes() for p in folder.glob("pictures/*.png")}
    style = {f"{GUIDE}/guide.css": (_PAGE / "guide.css").read_bytes()}
    return {**pages, **dict(sorted(pictures.items())), **style}


def _without(markdown: str, unasked: Collection[str]) -> str:
    """Return a page's text without the rows of tables that speak of some roles."""
    if not unasked:
        return markdown
    row = re.compile(rf"(?mi)^\|.*\b(?:{'|'.join(unasked)})s?\b.*\n")
    return row.sub("", markdown)


def _text(markdown: str) -> str:
    """Return a page's text as HTML; its links lead to the pages made from the others."""
    reader = Markdown(extensions=["fenced_code", "sane_lists", "tables", "toc"])
    made = reader.convert(markdown)
    return _LINK.sub(lambda link: f"{link['page']}.html{link['place'] or ''}", made)


def _menu(titles: dict[str, str], here: str) -> str:
    """Return the links to all pages, the first page first, the one that is open marked."""
    order = sorted(titles, key=lambda name: (name != _FIRST, titles[name]))
    rows = []
    for name in order:
        mark = ' aria-current="page"' if name == here else ""
        rows.append(f'<li><a href="{name}.html"{mark}>{html.escape(titles[name])}</a></li>')
    return "\n        ".join(rows)
