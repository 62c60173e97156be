"""The site's one style sheet: the program's parts in their order, then a report's own look."""

import re

from generator.theme import ASSETS

STYLESHEET = "assets/css/report.css"
"""Where it is on the site; `mkdocs.yml` says the same."""

_PARTS = ASSETS / "css"
_FIRST = ("tokens", "base", "frame", "header", "page")
"""What the other parts, one for each component, are built on."""
_LAST = "print"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def stylesheet(look: str = "") -> bytes:
    """Return the style sheet, without comments and line breaks; `look` is a report's own rules."""
    names = sorted(path.stem for path in _PARTS.glob("*.css"))
    ordered = [*_FIRST, *(name for name in names if name not in {*_FIRST, _LAST}), _LAST]
    parts = ((_PARTS / f"{name}.css").read_text("utf-8") for name in ordered)
    return _SPACE.sub("\n", _COMMENT.sub("", "\n".join((*parts, look)))).strip().encode() + b"\n"


def stylesheet_parts() -> frozenset[str]:
    """Return where the parts are among the assets; none of them is published by itself."""
    return frozenset(f"assets/css/{path.name}" for path in _PARTS.glob("*.css"))
