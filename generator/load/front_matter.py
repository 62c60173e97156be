"""A Markdown file to its front matter and its body.

| code | what it means |
| --- | --- |
| Y001-Y027 | faults of characters and front matter: see `yaml_source` |
| Y030 | no front matter: the first line is not `---` |
| Y031 | front matter that is not closed by a second line `---` |
"""

from typing import Any

from generator.core.issues import Issue, Location
from generator.load.characters import read_text
from generator.load.source_document import MarkdownDocument
from generator.load.yaml.source import FAST_LOADER, parse_text, parse_yaml

FENCE = "---"
"""The line before and after the front matter."""


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
    if lines[0].rstrip() != FENCE:
        return None, [*text.issues, _missing(path)]
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        return None, [*text.issues, _unclosed(path)]
    front, issues = parse_text("\n".join(lines[1:closing]), path, first_line=2, loader=loader)
    issues = text.issues + issues
    if front is None:
        return None, issues
    return MarkdownDocument(path, front, "\n".join(lines[closing + 1 :]), closing + 2), issues


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


def _unclosed(path: str) -> Issue:
    return Issue(
        "Y031",
        Location(path),
        "front matter without an end",
        "a second line --- after the keys and before the text",
        "Add a line with --- and nothing else.",
    )
