"""How much of anything one prose field may hold, so that reading it never takes long.

The reader of Markdown goes over some things again for each thing inside or beside them, so that
its time grows with their product: brackets with the text behind them, marks with their paragraph,
columns with rows. Everything of which it does so is counted here, before it reads. The bounds are
far above what people write; each fault says which one was met, and where.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.issues import Issue, Location

LONGEST = 60_000
"""Characters in a field of any kind; about thirty pages of a book. A tab counts as four."""
MOST_LINES = 5_000
"""Lines with something in them."""
DEEPEST = 20
"""Quotations and lists that begin in one line, one inside the other."""
OPEN_BRACKETS = 20
"""Brackets, and addresses behind `](`, that are open at one place of a paragraph."""
MOST_MARKS = 10_000
"""Signs that may begin or end something: emphasis, code, a link, a tag, an escape."""
MOST_MARKS_TOGETHER = 2_000
"""The same in one paragraph, list or table: all lines up to the next empty one."""
MOST_HEADINGS_TOGETHER = 200
"""Headings, rules and addresses defined apart, without an empty line between them."""
MOST_NOTE_MARKS = 500
"""Marks of footnotes and footnotes."""
MOST_COLUMNS = 100
MOST_CELLS = 10_000
"""Cells of all tables of the field."""
MOST_IN_ROW = 400
"""Bars and backquotes in one line that may be a row of a table."""
LONGEST_NUMBER = 9
"""Digits in the number of a list's item, as in CommonMark; browsers and paper take no more."""

_PREFIX = re.compile(r"(?:[ \t]*(?:>|[*+-](?=[ \t])|\d+\.(?=[ \t])))*[ \t]*")
_MARKER = re.compile(r">|[*+-]|\d+\.")
_NUMBER = re.compile(r"\d+")
_MARK = re.compile(r"[*_`\[<\\&]")
_ALONE = re.compile(r"#|[=*_ \t-]+$|\[[^\]]*\]:")
_RULE_OF_TABLE = re.compile(r"(?=[^|]*\|)[|: \t-]+")
_BRACKET = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines up to the next empty one."""

    first: int
    lines: tuple[str, ...]
    """As typed."""
    prefixes: tuple[str, ...]
    """The signs of quotations and lists at the beginning of each."""
    bare: tuple[str, ...]
    """What is behind them."""

    @property
    def deepest(self) -> int:
        return max(len(_MARKER.findall(prefix)) for prefix in self.prefixes)

    @property
    def digits(self) -> int:
        """Return how many digits the longest number of a list's item has."""
        numbers = (number for prefix in self.prefixes for number in _NUMBER.findall(prefix))
        return max(map(len, numbers), default=0)

    @property
    def columns(self) -> int:
        """Return how many columns its widest table has; 0 where it holds none."""
        rules = (line.strip() for line in self.bare if _RULE_OF_TABLE.fullmatch(line))
        return max((rule.strip("|").count("|") + 1 for rule in rules), default=0)

    @property
    def cells(self) -> int:
        return self.columns * len(self.lines)

    @property
    def marks(self) -> int:
        return sum(len(_MARK.findall(line)) for line in self.lines)


def bounds_met(source: str) -> Iterator[Issue]:
    """Yield a fault for each bound that a field goes over, with lines counted from its own first.

    A field without any is read within a second.
    """
    length = len(source) + 3 * source.count("\t")
    if length > LONGEST:
        yield _fault(1, f"the text has {length:,} characters", LONGEST, _PARTS)
        return
    paragraphs = tuple(_paragraphs(source))
    yield from _of_field(source, paragraphs)
    for paragraph in paragraphs:
        yield from _of_paragraph(paragraph)


_PARTS = "Shorten it, or split it: long text belongs on a separate page."
_EMPTY_LINE = "Put blank lines between its parts, or remove some."
_SIMPLER = "Remove levels. A symbol that is meant literally can be in `backquotes`."


def _of_field(source: str, paragraphs: tuple[_Paragraph, ...]) -> Iterator[Issue]:
    counts = (
        ("lines", sum(len(p.lines) for p in paragraphs), MOST_LINES),
        ("Markdown symbols (* _ ` [ < \\ &)", sum(p.marks for p in paragraphs), MOST_MARKS),
        ("footnotes and footnote marks", source.count("[^"), MOST_NOTE_MARKS),
        ("cells in its tables", sum(p.cells for p in paragraphs), MOST_CELLS),
    )
    for what, count, most in counts:
        if count > most:
            yield _fault(1, f"the text has {count:,} {what}", most, _PARTS)


def _of_paragraph(paragraph: _Paragraph) -> Iterator[Issue]:
    headings = sum(bool(_ALONE.match(line)) for line in paragraph.bare)
    counts = (
        ("quotations and lists are nested {} levels deep", paragraph.deepest, DEEPEST, _SIMPLER),
        ("{} brackets are open at once", _open_brackets(paragraph), OPEN_BRACKETS, _SIMPLER),
        (
            "{} Markdown symbols (* _ ` [ < \\ &) are in one paragraph",
            paragraph.marks,
            MOST_MARKS_TOGETHER,
            _EMPTY_LINE,
        ),
        (
            "{} headings, rules, or addresses follow each other without a blank line",
            headings,
            MOST_HEADINGS_TOGETHER,
            _EMPTY_LINE,
        ),
        (
            "the number of a list item has {} digits",
            paragraph.digits,
            LONGEST_NUMBER,
            "Write a smaller number.",
        ),
        (
            "a table has {} columns",
            paragraph.columns,
            MOST_COLUMNS,
            "Split it into several tables, or publish it as a file and link to that.",
        ),
        (
            "a line contains {} bars and backquotes",
            max(map(_bars, paragraph.lines)),
            MOST_IN_ROW,
            "Use as many cells as the header has; write a literal bar as \\|.",
        ),
    )
    for what, count, most, next_step in counts:
        if count > most:
            yield _fault(paragraph.first, what.format(f"{count:,}"), most, next_step)


def _fault(line: int, found: str, most: int, next_step: str) -> Issue:
    return Issue(
        "P009",
        Location("", line),
        f"{found[:1].upper()}{found[1:]}.",
        f"At most {most:,}; more would take too long to process.",
        next_step,
    )


def _paragraphs(source: str) -> Iterator[_Paragraph]:
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*source.split("\n"), ""], start=1):
        if line.strip(" \t"):
            first = first if lines else number
            lines.append(line)
        elif lines:
            yield _paragraph(first, tuple(lines))
            lines = []


def _paragraph(first: int, lines: tuple[str, ...]) -> _Paragraph:
    prefixes = tuple(found[0] for line in lines if (found := _PREFIX.match(line)))
    bare = tuple(line[len(prefix) :] for line, prefix in zip(lines, prefixes, strict=True))
    return _Paragraph(first, lines, prefixes, bare)


def _bars(line: str) -> int:
    return line.count("|") + line.count("`") if "|" in line else 0


def _open_brackets(paragraph: _Paragraph) -> int:
    """Return how many brackets are open at once, at most: the reader looks for the end of each."""
    most = square = 0
    round_ones: list[bool] = []
    """Round brackets that are open, and which of them begin the address of a link."""
    addresses = 0
    for found in _BRACKET.finditer("\n".join(paragraph.lines)):
        sign = found[0]
        if sign == "[":
            square += 1
        elif sign[0] == "]":
            square = max(0, square - 1)
        if sign[-1] == "(":
            round_ones.append(len(sign) == 2)  # noqa: PLR2004 - a link's `](`
            addresses += round_ones[-1]
        elif sign == ")" and round_ones:
            addresses -= round_ones.pop()
        most = max(most, square, addresses)
    return most
