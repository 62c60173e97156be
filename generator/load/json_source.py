"""JSON that a program wrote and people may have touched: read whole, or told where it is wrong.

What is said of characters, sizes and keys of content that people type holds for it too.

| code | what it means |
| --- | --- |
| J001 | text that is not JSON, or nested too deep |
| J002 | a key that is in one record twice |
| J003 | a number with a decimal point, or a very long one; figures are text |
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

import pydantic_core

from generator.core.issues import Issue, Location
from generator.load.characters import HIDDEN, hidden_character, read_text

LARGEST_JSON = 128_000_000
"""How many bytes a file may have: that of 10,000 initiatives has about 90 million."""

MOST_FAULTS = 20
"""How many faults of one kind are told: a file that a program garbled has them by the million."""

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
JsonPath: TypeAlias = tuple[str | int, ...]

_AT = re.compile(r"(?P<what>.*?) at line (?P<line>\d+) column (?P<column>\d+)$")
_LONGEST_NUMBER = 10**15
_RESTORE = "Restore the file from an earlier version; there is no need to edit it by hand."


def parse_json(raw: bytes, path: str) -> tuple[Json, list[Issue]]:
    """Return what a JSON file holds, or None with every fault that prevents it."""
    text = read_text(raw, path, LARGEST_JSON)
    if text.issues:
        return None, text.issues[:MOST_FAULTS]
    try:
        value: Json = pydantic_core.from_json(text.content, allow_inf_nan=False)
    except ValueError as error:
        return None, [_no_json(str(error), path)]
    doubled, odd = _doubled_and_odd(text.content)
    if doubled:
        at = Location(path, *_place_of_key(text.content, doubled))
        found = f'the key "{doubled}" twice in one record'
        return None, [Issue("J002", at, found, "each key once in a record", _RESTORE)]
    if not odd:
        return value, []
    wrong = islice(_faults(value, ()), MOST_FAULTS)
    faults = [_located(value, at_path, fault, path) for at_path, fault in wrong]
    return (None if faults else value), faults


def _no_json(message: str, path: str) -> Issue:
    found = _AT.match(message)
    at = Location(path, int(found["line"]), max(1, int(found["column"]))) if found else None
    said = found["what"] if found else message
    if "recursion" in said:
        said = "values nested too deeply"
    return Issue("J001", at or Location(path), f"text that is not JSON ({said})", "JSON", _RESTORE)


def _doubled_and_odd(content: str) -> tuple[str | None, bool]:
    """Return a key that is twice in one record, and whether any value may be one of `_faults`.

    The text itself holds no hidden characters: only an escape can still write one.
    """
    doubled: list[str] = []
    numbers: set[str] = set()

    def keys(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            doubled.append(next(name for name in names if names.count(name) > 1))

    # Numbers stay text: a very long one would only be refused in other words.
    json.loads(content, object_pairs_hook=keys, parse_int=numbers.add, parse_float=numbers.add)
    odd = "\\u" in content or not all(map(_is_plain, numbers))
    return (doubled[0] if doubled else None), odd


def _is_plain(number: str) -> bool:
    return number.isdecimal() and len(number) < len(str(_LONGEST_NUMBER))


def _place_of_key(content: str, key: str) -> tuple[int, int]:
    """Return the line and column where a key is written for the first time."""
    start = max(0, content.find(json.dumps(key, ensure_ascii=False)))
    return content.count("\n", 0, start) + 1, start - content.rfind("\n", 0, start)


def _faults(value: Json, path: JsonPath) -> Iterator[tuple[JsonPath, str]]:
    """Yield the path of each value that may not be there, with its hidden character if any."""
    if isinstance(value, dict):
        for key, part in value.items():
            if hidden := HIDDEN.search(key):
                yield (*path, key), hidden.group()
            yield from _faults(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _faults(part, (*path, index))
    elif isinstance(value, str):
        if hidden := HIDDEN.search(value):
            yield path, hidden.group()
    elif isinstance(value, float) or (value is not None and abs(value) >= _LONGEST_NUMBER):
        yield path, ""


def _located(value: Json, at_path: JsonPath, fault: str, path: str) -> Issue:
    at = Location(path, LineIndex(value).of(at_path))
    if fault:
        issue = hidden_character(fault, at)
        found = f"{issue.found}, in {path_words(value, at_path)}"
        return Issue(issue.code, at, found, issue.expected, _RESTORE)
    found = f"a number with a decimal point, or a very long one, at {path_words(value, at_path)}"
    return Issue("J003", at, found, "whole numbers, and figures as text", _RESTORE)


def path_words(value: Json, path: JsonPath) -> str:
    """Return a path in words: keys, and of list items what they are called or their number."""
    words = []
    here: Any = value
    for step in path:
        known = (isinstance(here, dict) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here)
        )
        here = here[step] if known else None
        word = str(step)
        if isinstance(step, int):
            name = here.get("id") if isinstance(here, dict) else None
            word = name if isinstance(name, str) else f"number {step + 1}"
        words.append(HIDDEN.sub("\ufffd", word)[:80])
    return "/".join(words) or "the whole"


class LineIndex:
    """On which line each value begins where JSON is written with a line for each value."""

    def __init__(self, value: Json) -> None:
        self._lines: dict[JsonPath, int] = {}
        self._next = 1
        self._walk(value, ())

    def of(self, path: JsonPath) -> int:
        """Return the line of a value, or of the nearest thing around it that is there."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _walk(self, value: Json, path: JsonPath) -> None:
        self._lines[path] = self._next
        self._next += 1
        if not isinstance(value, dict | list) or not value:
            return
        steps = sorted(value) if isinstance(value, dict) else range(len(value))
        for step in steps:
            self._walk(value[step], (*path, step))  # type: ignore[index]
        self._next += 1
