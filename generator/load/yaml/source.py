"""YAML to a Document: one pass over the parser's events, positions kept, surprises refused.

Every scalar stays the text as typed: `no`, `12:30` and `0417` mean what the model says.

| code | what it means |
| --- | --- |
| Y001-Y008 | the characters themselves: see `characters` |
| Y009 | a key that is in one mapping twice |
| Y010 | an anchor (`&name`) |
| Y011 | an alias (`*name`) |
| Y012 | a tag (`!name`) or a directive (`%name`) |
| Y013 | values nested more than 8 deep |
| Y014 | a key that is not a word |
| Y015 | more than one document in a file |
| Y016 | `#` after an unquoted text, which would cut the text off |
| Y017 | a key or a list item with nothing after it |
| Y018 | a file with nothing in it |
| Y019-Y027 | text that is not YAML: see `yaml_faults` |
"""

import re
from functools import partial
from typing import Any

import yaml

from generator.core.issues import Issue
from generator.load.characters import read_text, space_faults, tab_faults
from generator.load.source_document import Marks, SourceMap, YamlDocument
from generator.load.yaml.builder import Builder
from generator.load.yaml.plain_values import plain_values

PURE_LOADER: type[Any] = yaml.SafeLoader
"""Reads YAML everywhere; its answer is the answer."""

FAST_LOADER: type[Any] = getattr(yaml, "CSafeLoader", PURE_LOADER)
"""Ten times as fast where PyYAML was built with its C parser, else the pure one."""

# The parsers differ about a comment that touches the sign of a block text.
_DISPUTED_HEADER = re.compile(r"[|>][-+0-9]*#")


def parse_yaml(
    raw: bytes, path: str, first_line: int = 1, loader: type[Any] = FAST_LOADER
) -> tuple[YamlDocument | None, list[Issue]]:
    """Return what a YAML file holds and every fault in it.

    The document is None when the text cannot be read as YAML at all; with other faults it comes
    along, so that its shape can be judged too. `path` and `first_line` go into the places.
    """
    text = read_text(raw, path)
    if not text.readable:
        return None, text.issues
    document, issues = parse_text(text.content, path, first_line, loader)
    return document, text.issues + issues


def parse_text(
    content: str, path: str, first_line: int = 1, loader: type[Any] = FAST_LOADER
) -> tuple[YamlDocument | None, list[Issue]]:
    """Return the same as `parse_yaml`, for text that `read_text` has been through."""
    tabs = tab_faults(content, path, first_line)
    if tabs:
        return None, tabs
    strange = space_faults(content, path, first_line)
    plain = None if strange else plain_values(content, loader)
    if plain is None:
        return _whole(content, path, first_line, loader, strange)

    values, (line, column) = plain
    find = partial(_marks, content, path, first_line, loader)
    top = (line + first_line - 1, column)
    return YamlDocument(path, values, SourceMap(path, find, top)), []


def _marks(content: str, path: str, first_line: int, loader: type[Any]) -> Marks:
    document, _ = _whole(content, path, first_line, loader, [])
    return document.places.marks if document else {}


def _whole(
    content: str, path: str, first_line: int, loader: type[Any], strange: list[Issue]
) -> tuple[YamlDocument | None, list[Issue]]:
    """Return the same with every place and fault; `strange` are spaces that may be misread."""
    builder = Builder(content, path, first_line)
    builder.read(PURE_LOADER if _DISPUTED_HEADER.search(content) else loader)
    if loader is not PURE_LOADER and (builder.issues or builder.disputed):
        # The fast parser's word is taken only where there is nothing to discuss.
        builder = Builder(content, path, first_line)
        builder.read(PURE_LOADER)
    misread = [
        issue
        for issue in strange
        if builder.document is None or not builder.in_quotes(issue.location)
    ]
    # A special space in the layout may be the cause of every other fault.
    return (None, misread) if misread else (builder.document, builder.issues)
