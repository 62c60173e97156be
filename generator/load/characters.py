"""Bytes to text: UTF-8 only, and no character that hides, reorders or looks like another.

| code | what it means |
| --- | --- |
| Y001 | the file is larger than 200 kB; a frozen snapshot, than 128 MB |
| Y002 | bytes that are not UTF-8 |
| Y003 | a tab in YAML |
| Y004 | a non-breaking or other special space where YAML needs a plain one |
| Y005 | a control character |
| Y006 | a mark that changes the direction of text (bidi) |
| Y007 | half of a character (lone surrogate), which only an escape can write |
| Y008 | a byte order mark anywhere but at the very start, where it is skipped |
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.issues import Issue, Location
from generator.load.unmerged import merge_faults

LARGEST = 200_000
"""How many bytes one file of content may have."""

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SURROGATE = "\ud800-\udfff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

HIDDEN = re.compile(f"[{_CONTROL}{_BIDI}{_SURROGATE}\ufeff]")
"""Characters that no text of the report may hold, written out or escaped."""

_TAB = re.compile("\t")
_SPECIAL_SPACE = re.compile(rf"^ *(?:- +)*(?:-|[\w-]+:)?(?P<space>[{_SPACES}])")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Decoded text with a line feed as its only line end.

    `readable` is false when the layout itself is in doubt, so that reading on would mislead.
    """

    content: str
    issues: list[Issue]
    readable: bool


def read_text(raw: bytes, path: str, largest: int = LARGEST) -> DecodedText:
    """Return the text of a file, with every fault of encoding and hidden characters."""
    if len(raw) > largest:
        return DecodedText("", [_too_large(len(raw), path, largest)], readable=False)
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError:
        return DecodedText("", list(_undecodable(raw, path)), readable=False)
    content = content.removeprefix("\ufeff").replace("\r\n", "\n")
    if unfinished := merge_faults(content, path):
        return DecodedText("", unfinished, readable=False)
    if not HIDDEN.search(content):
        return DecodedText(content, [], readable=True)
    issues = [hidden_character(found.group(), at) for found, at in _matches(HIDDEN, content, path)]
    return DecodedText(HIDDEN.sub("\ufffd", content), issues, readable=True)


def tab_faults(content: str, path: str, first_line: int = 1) -> list[Issue]:
    """Return the tabs of a YAML text: as indentation they mislead, elsewhere they hide.

    However many lines have some, it is one fault: a program that types tabs does so in each.
    """
    found = [at for _, at in _matches(_TAB, content, path, first_line)] if "\t" in content else []
    if not found:
        return []
    lines = f"tabs on {len(found)} lines, from this one to line {found[-1].line}"
    return [
        Issue(
            "Y003",
            found[0],
            "a tab" if len(found) == 1 else lines,
            "spaces; a tab looks the same but is read differently",
            "Replace each tab with one space after a colon, and with two before a key; most "
            'editors replace all at once. Inside text in double quotes, write "\\t".',
        )
    ]


def space_faults(content: str, path: str, first_line: int = 1) -> list[Issue]:
    """Return the special spaces before a key, or after a colon or dash, at a line's beginning.

    Inside a text over several lines they are harmless; the caller knows where those are.
    """
    found = () if content.isascii() else _matches(_SPECIAL_SPACE, content, path, first_line)
    return [_special_space(match["space"], at) for match, at in found]


def hidden_character(character: str, location: Location) -> Issue:
    """Return the fault for one character that `HIDDEN` matches."""
    named = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    found = f"the hidden character {named}" + (f" ({name.lower()})" if name else "")
    code, expected = _hidden_kind(character)
    return Issue(code, location, found, expected, "Delete it and type the text again by hand.")


def _hidden_kind(character: str) -> tuple[str, str]:
    if re.match(f"[{_BIDI}]", character):
        return "Y006", "text without marks that change the reading direction"
    if re.match(f"[{_SURROGATE}]", character):
        return "Y007", "whole characters; this is half of one"
    if character == "\ufeff":
        return "Y008", "a byte order mark, if any, only at the very start of the file"
    return "Y005", "text without control characters"


def _special_space(space: str, location: Location) -> Issue:
    return Issue(
        "Y004",
        location,
        f"a special space, U+{ord(space):04X} ({unicodedata.name(space).lower()})",
        "regular spaces before a key and after a colon or a dash",
        "Delete it and press the space bar instead.",
    )


def _too_large(size: int, path: str, largest: int) -> Issue:
    return Issue(
        "Y001",
        Location(path),
        f"a file of {size} bytes or more",
        f"at most {largest} bytes",
        "Split it, or move what does not belong here to another place.",
    )


def _undecodable(raw: bytes, path: str) -> Iterator[Issue]:
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as fault:
            column = len(line[: fault.start].decode("utf-8")) + 1
            yield Issue(
                "Y002",
                Location(path, number, column),
                f"a byte that is not UTF-8 text (0x{line[fault.start]:02X})",
                "a file saved as UTF-8",
                "Save the file with UTF-8 encoding, and check the accents and quotation marks on "
                "this line.",
            )


def _matches(
    pattern: re.Pattern[str], content: str, path: str, first_line: int = 1
) -> Iterator[tuple[re.Match[str], Location]]:
    """Give each match once a line, however often the line repeats it."""
    for number, line in enumerate(content.split("\n"), start=first_line):
        once = {match.group(): match for match in reversed(list(pattern.finditer(line)))}
        for match in once.values():
            yield match, Location(path, number, match.end())
