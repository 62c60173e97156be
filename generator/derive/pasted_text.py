"""Text pasted from a word processor, put into Markdown, with a word about what was seen in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.words.english import counted, in_english
from generator.words.message import listing

_INNER = "◦▫○□\N{HYPHEN BULLET}"
_SIGNS = f"•▪‣●■➢➤✓✔·\uf0a7\uf0b7\uf0d8{_INNER}"
_DASHES = "\N{EN DASH}\N{EM DASH}"
_BULLET = re.compile(
    rf"(?P<indent>[ \t]*)(?:[{_SIGNS}][ \t]*|[{_DASHES}][ \t]+|(?P<inner>[o§])\t[ \t]*)"
    r"(?P<text>\S.*)"
)
"""Also an o or a paragraph sign with a tab behind it, which word processors put for inner items."""
_NUMBER = re.compile(
    r"(?P<indent>[ \t]*)(?P<number>\d{1,3})(?:[.)]\t[ \t]*|\)[ \t]+)(?P<text>\S.*)"
)
_STOPS = (".", "!", "?", ":", "…", ".”", '."', ".)", ".\N{RIGHT SINGLE QUOTATION MARK}", "!”", "?”")
_MARKDOWN = re.compile(r"[ \t]*(?:[-*+>|#]|\d+\. )|\t| {4}")
"""How a line begins that is Markdown already, or no line of its own."""
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class PastedText:
    """A text in Markdown, and what it was before."""

    text: str
    seen: str = ""
    """What was put right, as "a heading and 6 bullet characters"; nothing where nothing was."""
    first_item: int = 0
    """The line of the first item of a list, counted from 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class _Item:
    mark: str
    depth: int
    text: str


def as_markdown(text: str) -> PastedText:
    """Return a pasted text with its bullets as lists and its lines as paragraphs.

    A text that has neither comes back as it is.
    """
    lines = text.split("\n")
    items = [_item(line) for line in lines]
    listed = [item for item in items if item]
    if listed:
        made = _with_lists(lines, items)
        headings = sum(_is_heading(n, lines, items) for n in range(len(lines)))
        first = next(number for number, item in enumerate(items, 1) if item)
        return PastedText(made, _seen(listed, headings), first)
    paragraphs = [_in_paragraphs(block) for block in re.split(r"\n[ \t]*\n", text)]
    count = sum(len(block) - 1 for block in paragraphs)
    if not count:
        return PastedText(text)
    made = "\n\n".join(line for block in paragraphs for line in block)
    return PastedText(
        made, counted(count, "line break between paragraphs", "line breaks between paragraphs")
    )


def without_bullets(text: str) -> PastedText:
    """Return a text that is one paragraph without the bullets of its lines."""
    items = [_item(line) for line in text.split("\n")]
    listed = [item for item in items if item]
    lines = [
        item.text if item else line for item, line in zip(items, text.split("\n"), strict=True)
    ]
    return PastedText("\n".join(lines), _seen(listed, 0)) if listed else PastedText(text)


def _item(line: str) -> _Item | None:
    """Return a line as an item of a list, if it begins with a bullet or a pasted number."""
    if found := _BULLET.fullmatch(line):
        sign = line.lstrip()[0]
        is_inner = sign in _INNER or bool(found["inner"]) or _is_indented(found["indent"])
        return _Item("-", int(is_inner), found["text"].strip())
    if found := _NUMBER.fullmatch(line):
        return _Item(
            f"{found['number']}.", int(_is_indented(found["indent"])), found["text"].strip()
        )
    return None


def _is_indented(indent: str) -> bool:
    return "\t\t" in indent or len(indent.expandtabs(4)) > 4  # noqa: PLR2004 - more than one tab


def _with_lists(lines: Sequence[str], items: Sequence[_Item | None]) -> str:
    """Return lines with items as lists; each other line is a paragraph."""
    blocks: list[str] = []
    for is_list, run in groupby(
        zip(lines, items, strict=True), key=lambda pair: pair[1] is not None
    ):
        if is_list:
            found = [item for _, item in run if item]
            outer = min(item.depth for item in found)
            rows = [f"{'    ' * (i.depth - outer)}{i.mark} {i.text}" for i in found]
            blocks.append("\n".join(rows))
        else:
            blocks += [block for block in _paragraphs([line for line, _ in run]) if block]
    return "\n\n".join(blocks)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs beside a pasted list: each line, but for lines that are Markdown."""
    for is_markdown, run in groupby(lines, key=lambda line: bool(_MARKDOWN.match(line))):
        if is_markdown:
            yield "\n".join(run)
        else:
            yield from (line.strip() for line in run)


def _in_paragraphs(block: str) -> list[str]:
    """Return the lines of a block that are paragraphs of their own; else the block as it is."""
    lines = [line for line in block.split("\n") if line.strip()]
    ends = all(line.rstrip().endswith(_STOPS) for line in lines[:-1])
    if len(lines) < 2 or not ends or any(_MARKDOWN.match(line) for line in lines):  # noqa: PLR2004
        return [block]
    return [line.strip() for line in lines]


def _is_heading(number: int, lines: Sequence[str], items: Sequence[_Item | None]) -> bool:
    """Tell whether a line looks like a heading: short, without a stop, and something below it."""
    line = lines[number].strip()
    return bool(
        line
        and items[number] is None
        and number + 1 < len(lines)
        and len(line) <= _LONGEST_HEADING
        and not line.endswith(_STOPS)
        and not _MARKDOWN.match(lines[number])
    )


def _seen(listed: Sequence[_Item], headings: int) -> str:
    bullets = sum(item.mark == "-" for item in listed)
    numbers = len(listed) - bullets
    return in_english(
        listing(
            said
            for count, said in (
                (headings, "a heading" if headings == 1 else f"{headings} headings"),
                (bullets, counted(bullets, "bullet character")),
                (numbers, counted(numbers, "typed number")),
            )
            if count
        )
    )
