"""A Markdown file to its front matter and its body.

| code | what it means |
| --- | --- |
| Y001-Y027 | faults of characters and front matter: see `yaml_source` |
| Y030 | no front matter: the first line is not `---` |
| Y031 | front matter that is not closed by a second line `---` |
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from generator.core.issues import Issue, Location
from generator.core.naming import quoted
from generator.load.characters import read_text
from generator.load.source_document import MarkdownDocument
from generator.load.yaml.source import FAST_LOADER, parse_text, parse_yaml

FENCE = "---"
"""The line before and after the front matter."""

_KEYS = re.compile(r"\s*(?:-\s|#|(?:-\s+)?[a-z][a-z_]*:(?:\s|$))")
"""How a line of keys and values begins: with a key, a dash or a comment."""


def parse_markdown(
    raw: bytes, path: str, loader: type[Any] = FAST_LOADER
) -> tuple[MarkdownDocument | None, list[Issue]]:
    """Return a file's front matter and body, and every fault in it.

    The body is untouched, but that its lines end in line feeds; the document is None when the front
    matter cannot be found or read.
    """
    text = read_text(raw, path)
    if not text.readable:
        return None, text.issues
    lines = text.content.split("\n")
    begins = 1 if lines[0].rstrip() == FENCE else 0
    closing = next((n for n, line in enumerate(lines) if n >= begins and _is_fence(line)), None)
    ends = _end_of_keys(lines, begins) if closing is None else closing
    issues = [*text.issues, *_fence_faults(lines, begins, ends, path)]
    if ends == begins and issues:
        return None, issues
    keys = "\n".join(lines[begins:ends])
    front, faults = parse_text(keys, path, first_line=begins + 1, loader=loader)
    issues += faults
    if front is None:
        return None, issues
    body = ends if closing is None else ends + 1
    return MarkdownDocument(path, front, "\n".join(lines[body:]), body + 1), issues


def _is_fence(line: str) -> bool:
    return line.rstrip() == FENCE


def _end_of_keys(lines: Sequence[str], begins: int) -> int:
    """Return how many lines there are up to the last that looks like keys and their values."""
    of_keys = [
        number
        for number, line in takewhile(lambda pair: pair[1].strip(), enumerate(lines))
        if number >= begins and _KEYS.match(line)
    ]
    return of_keys[-1] + 1 if of_keys else begins


def _fence_faults(lines: Sequence[str], begins: int, ends: int, path: str) -> Iterator[Issue]:
    """Yield that a line --- is missing above the keys, or below them."""
    if not begins and ends == 0:
        yield _missing(path)
    elif not begins:
        yield _unopened(path, lines[0])
    if ends > 0 and not (ends < len(lines) and _is_fence(lines[ends])):
        yield _unclosed(path, ends if ends > begins else 0)


def parse_file(raw: bytes, path: str) -> tuple[MarkdownDocument | None, list[Issue]]:
    """Return what a file of either kind holds, and every fault in it; one of YAML has no body."""
    if path.endswith(".md"):
        return parse_markdown(raw, path)
    front, issues = parse_yaml(raw, path)
    return (MarkdownDocument(path, front, "", 0) if front else None), issues


def _missing(path: str) -> Issue:
    return Issue(
        "Y030",
        Location(path),
        "no front matter",
        "a first line ---, then keys with values, then a second line ---, then the text",
        "Copy these lines from a similar file and fill them in.",
    )


def _unopened(path: str, line: str) -> Issue:
    return Issue(
        "Y030",
        Location(path),
        f"no line --- above the first key, {quoted(line.partition(':')[0].strip())}",
        "a first line ---, then keys with values, then a second line ---, then the text",
        "Add a line with three hyphens, ---, and nothing else at the very top.",
    )


def _unclosed(path: str, last: int) -> Issue:
    """Return the fault; `last` is the line of the last key, or 0 where there is none."""
    return Issue(
        "Y031",
        Location(path, last or 1),
        "keys without a line --- that ends them",
        "a second line --- after the keys and before the text",
        f"Add a line with three hyphens, ---, and nothing else below line {last}."
        if last
        else "Add the keys below the first line, and a second line --- below them.",
    )
