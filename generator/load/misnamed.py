"""Files that are not where records are read: which are records all the same, and their name.

A word processor, a mail program or a slip of the hand gives a record another ending, another folder
or a second name. What was meant can nearly always be told.
"""

import re
from collections.abc import Collection

from generator.core.naming import nearest
from generator.model.ids import id_from

_ENDINGS = {
    "yml": ("yml", "yaml", "ym", "yam"),
    "md": ("md", "markdown", "mdown", "mkd", "mkdn", "mdx"),
    "json": ("json", "jsonc", "json5"),
}
_MEANT = {typed: ending for ending, typings in _ENDINGS.items() for typed in typings}
_OF_WRITERS = frozenset({"", "txt", "text", "doc", "docx", "odt", "rtf", "pages"})
"""Endings that text programs give, or none: among records most likely one more of them."""

_ONE_DEEP = {
    **dict.fromkeys(("areas", "initiatives", "meetings", "background", "sources"), "yml"),
    "pages": "md",
}
_OF_EDITIONS = {"edition": "yml", "introduction": "md", "errata": "md", "snapshot": "json"}
_TOPS = (*_ONE_DEEP, "updates", "evaluations", "editions", "media")

_NO_RECORD = re.compile(
    # Small letters could be an id: pages/notice.md is a page.
    r"(?:R[Ee][Aa][Dd][Mm][Ee]|LICEN[CS]E|NOTICE|CHANGELOG)(?:\.(?:md|txt|rst|adoc))?"
    r"|readme(?:\.txt)?|\._.*|\.~lock\..*|~\$.*|.*~|.*\.sw[op]"
    r"|[Tt]humbs\.db|ehthumbs\.db|[Dd]esktop\.ini|Icon\r",
    re.DOTALL,
)
_COPY = re.compile(
    r"^(?:copy|kopie|copie|copia)[ _-]+(?:of|von|de)[ _-]+"
    r"|[ _-]*\(\d+\)$|[ _-]+(?:copy|kopie|copie|copia)(?:[ _-]*\(?\d+\)?)?$",
    re.IGNORECASE,
)


def is_no_record(name: str) -> bool:
    """Whether a file or folder is surely none of the report's: what systems and people put beside.

    A record with a point before its name is not.
    """
    return bool(_NO_RECORD.fullmatch(name))


def is_likely_record(path: str) -> bool:
    """Whether a file that is not read was most likely meant to be."""
    *folders, name = path.split("/")
    endings = name.lower().split(".")[1:]
    if any(ending in _MEANT for ending in endings[-2:]):
        return endings[-1] in _MEANT or endings[-1] in _OF_WRITERS
    last = endings[-1] if endings else ""
    return last in _OF_WRITERS and bool(folders) and _top(folders[0]) not in ("", "media")


def right_name(path: str, singles: Collection[str], background: Collection[str]) -> str:
    """Return the path at which a misnamed record would be read, as far as that can be told.

    What its place does not tell is a word in capitals, as MILESTONE; nothing where nothing can be
    told. `singles` and `background` are the names of the files there is one of.
    """
    *folders, name = path.split("/")
    stem, ending = _parted(name)
    if not folders:
        near = nearest(stem, singles)
        return f"{near}.yml" if near else ""
    tops = [at for at, folder in enumerate(folders) if _top(folder)]
    if not tops:
        return f"updates/{id_from(folders[0])}/{stem}.md" if ending == "md" else ""
    top, below = _top(folders[tops[-1]]), [id_from(one) for one in folders[tops[-1] + 1 :]]
    if top == "background":
        near = nearest(stem, background)
        return f"background/{near}.yml" if near else ""
    return _of_many(top, below, stem)


def _of_many(top: str, below: list[str], stem: str) -> str:
    """Return where a record is of which a folder holds many; `below` are folders in it."""
    if top in _ONE_DEEP:
        return f"{top}/{stem}.{_ONE_DEEP[top]}"
    if top == "updates":
        return f"updates/{below[0] if below else 'MILESTONE'}/{stem}.md"
    year = below[0] if below and re.fullmatch(r"\d{4}", below[0]) else "YEAR"
    if top == "evaluations":
        return f"evaluations/{year}/{stem}.md"
    return _of_edition(year, stem) if top == "editions" else ""


def _of_edition(year: str, stem: str) -> str:
    if re.fullmatch(r"\d{4}", stem):
        return f"editions/{stem}/edition.yml"
    near = nearest(stem, _OF_EDITIONS)
    return f"editions/{year}/{near}.{_OF_EDITIONS[near]}" if near else ""


def _top(folder: str) -> str:
    """Return the folder of the content that a name means, or nothing."""
    return nearest(folder, _TOPS)


def _parted(name: str) -> tuple[str, str]:
    """Return a file's name as it should be, without ending, and the ending that was meant."""
    stem, *endings = name.strip(". ").split(".")
    while endings and (endings[-1].lower() in _OF_WRITERS or endings[-1].lower() in _MEANT):
        last = endings.pop().lower()
        if last in _MEANT:
            return id_from(_COPY.sub("", ".".join([stem, *endings]))), _MEANT[last]
    return id_from(_COPY.sub("", ".".join([stem, *endings]))), ""
