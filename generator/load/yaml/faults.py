"""What YAML refuses, and what we refuse in it, in words for people who do not program.

| code | what it means |
| --- | --- |
| Y019 | an unquoted text that holds a colon |
| Y020 | quotation marks that are not closed |
| Y021 | a backslash that begins no known escape |
| Y022 | an unquoted text that begins with a character of YAML's own |
| Y023 | a line that is neither a key with a value nor a list item |
| Y024 | brackets or braces that are not closed, or a comma that is missing |
| Y025 | a line at the wrong depth, or text after a closing quotation mark |
| Y026 | anything else that is not YAML |
| Y027 | typographic quotation marks around a whole value, in place of YAML's own |
"""

from dataclasses import dataclass

import yaml

from generator.core.issues import Issue, Location
from generator.load.typed import shown

_CLOSERS = {
    # Double marks: English and Finnish, German, French; each also closed by a straight one.
    "\u201c": '\u201d\u201c"',
    "\u201d": '\u201d"',
    "\u201e": '\u201c\u201d"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    # Single ones of the same languages.
    "\u2018": "\u2019'",
    "\u2019": "\u2019'",
    "\u201a": "\u2018\u2019'",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
}
"""By the mark that word processors begin a quotation with, those that may end it."""

_QUOTE_IT = "Put the whole text in double quotes."


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one of the parser's complaints is told; `at_start` points at where it began to read."""

    part: str
    code: str
    found: str
    expected: str
    next_step: str
    at_start: bool = False


# Tried in order; each is a part of "context; problem" as the pure parser says it.
_WORDINGS = (
    _Wording(
        "mapping values are not allowed",
        "Y019",
        "a second colon in an unquoted text, or a key at the wrong depth",
        "one key and one value on a line; a text that holds a colon stands in quotes",
        'Put the text in double quotes: key: "text: more text".',
    ),
    _Wording(
        "quoted scalar",
        "Y020",
        "a text whose quotation marks are not closed",
        "the same quotation mark before and after the text",
        'Close the text with a straight ", and write \\" for a quotation mark inside it.',
        at_start=True,
    ),
    _Wording(
        "while scanning an a",
        "Y022",
        "an unquoted text that begins with * or &",
        "quotation marks around a text that begins with such a character",
        _QUOTE_IT,
        at_start=True,
    ),
    _Wording(
        "while scanning a tag",
        "Y012",
        "an unquoted text that begins with !",
        "quotation marks around a text that begins with !",
        _QUOTE_IT,
        at_start=True,
    ),
    _Wording(
        "found undefined tag handle",
        "Y012",
        "an unquoted text that begins with !",
        "quotation marks around a text that begins with !",
        _QUOTE_IT,
        at_start=True,
    ),
    _Wording(
        "directive",
        "Y012",
        "a line that begins with %",
        "keys and values only",
        "Remove the line, or put the text in double quotes.",
    ),
    _Wording(
        "that cannot start any token",
        "Y022",
        "an unquoted text that begins with @, ` or %",
        "quotation marks around a text that begins with such a character",
        _QUOTE_IT,
    ),
    _Wording(
        "simple key",
        "Y023",
        "a line without a colon after its key",
        'a key, a colon, a space and a value: key: "text"',
        "Add the colon and the space, or put a text that goes on over lines in double quotes.",
        at_start=True,
    ),
    _Wording(
        "flow ",
        "Y024",
        "brackets or braces that are not closed here, or a comma that is missing",
        'a closing ] or } for each [ or {, and commas between: ["one", "two"]',
        "Add what is missing, or put a text with brackets or ? in double quotes.",
    ),
    _Wording(
        "block ",
        "Y025",
        "a line that does not fit the lines above it, or text after a closing quotation mark",
        "keys of one record below each other, and nothing after a closing quotation mark",
        'Line the key up with the others, or write \\" for a quotation mark inside a text.',
    ),
    _Wording(
        "sequence entries are not allowed",
        "Y025",
        "a dash where no list can begin",
        "list items on lines of their own, below their key",
        "Move the dash to its own line, or put the text in double quotes.",
    ),
)
_OTHER = _Wording(
    "",
    "Y026",
    "text that is not YAML",
    'keys with values, key: "text", and list items, - "text"',
    "Compare this line with the same line of a file that works.",
)


def in_words(fault: yaml.MarkedYAMLError, path: str, first_line: int) -> Issue:
    """Return the parser's complaint as an issue."""
    said = f"{fault.context}; {fault.problem}"
    if "escape" in said:
        return bad_escape(_location(fault.problem_mark, path, first_line))
    wording = next((known for known in _WORDINGS if known.part in said), _OTHER)
    mark = fault.context_mark if wording.at_start else fault.problem_mark
    location = _location(mark or fault.problem_mark or fault.context_mark, path, first_line)
    return Issue(wording.code, location, wording.found, wording.expected, wording.next_step)


def _location(mark: yaml.Mark | None, path: str, first_line: int) -> Location:
    if mark is None:
        return Location(path, first_line)
    return Location(path, mark.line + first_line, mark.column + 1)


def bad_escape(location: Location) -> Issue:
    """Y021: what stands after a backslash means nothing."""
    return Issue(
        "Y021",
        location,
        "a backslash that begins nothing YAML knows",
        'in double quotes, \\\\ for a backslash and \\" for a quotation mark',
        "Write the backslash twice.",
    )


def duplicate_key(location: Location, key: str, first: Location) -> Issue:
    """Y009: which of the two is meant cannot be told."""
    return Issue(
        "Y009",
        location,
        f"the key {shown(key)} a second time; it stands in line {first.line} already",
        "each key once",
        "Remove one of the two, or make a list under one key.",
    )


def anchor(location: Location, name: str) -> Issue:
    """Y010: other readers and editors of the file would not keep it."""
    return Issue(
        "Y010",
        location,
        f"an anchor, &{shown(name)[1:-1]}",
        "plain values without references to one another",
        "Remove it; put a text that begins with & in double quotes.",
    )


def alias(location: Location, name: str) -> Issue:
    """Y011: the value stands somewhere else and could be huge."""
    return Issue(
        "Y011",
        location,
        f"an alias, *{shown(name)[1:-1]}",
        "the value itself",
        "Write the value out; put a text that begins with * in double quotes.",
    )


def tag(location: Location) -> Issue:
    """Y012: types come from the model, never from the file."""
    return Issue(
        "Y012",
        location,
        "a tag, which begins with !, or a directive, which begins with %",
        "plain values; their types are known",
        "Remove it; put a text that begins with such a character in double quotes.",
    )


def too_deep(location: Location, deepest: int) -> Issue:
    """Y013: nothing in the report is nested so deep."""
    return Issue(
        "Y013",
        location,
        f"lists and keys more than {deepest} deep inside one another",
        f"at most {deepest} levels",
        "Look for a bracket or a level of indentation too many.",
    )


def strange_key(location: Location) -> Issue:
    """Y014: a key that is a list, a record, empty or `null`."""
    return Issue(
        "Y014",
        location,
        "a key that is not a word",
        'a word before the colon: key: "text"',
        "Give the key a name; put a text with brackets in double quotes.",
    )


def second_document(location: Location) -> Issue:
    """Y015: only the first document would be read."""
    return Issue(
        "Y015",
        location,
        "the start of a second document",
        "one document in a file",
        "Remove the line ---, or move what follows it to its own file.",
    )


def cut_off(location: Location, text: str) -> Issue:
    """Y016: YAML drops ` #` and what follows, silently."""
    return Issue(
        "Y016",
        location,
        f"# after the unquoted text {shown(text)}; everything from # on would be lost",
        "a text with # in double quotes, or a note on a line of its own",
        'Put the whole text in double quotes: "Room #3".',
    )


def nothing_after(location: Location, after: str) -> Issue:
    """Y017: an empty place says neither what is known nor that nothing is."""
    return Issue(
        "Y017",
        location,
        f"nothing after {after}",
        "a value; what is not known is said in words or left out altogether",
        "Fill it in, or remove the key. A text that begins with # needs double quotes.",
    )


def in_typographic_quotes(text: str) -> bool:
    """Return whether one pair of typographic quotation marks stands around a whole text."""
    first, inside, last = text[:1], text[1:-1], text[1:][-1:]
    return bool(last) and last in _CLOSERS.get(first, "") and first not in inside


def typographic_quotes(location: Location, text: str) -> Issue:
    """Y027: a word processor has changed the marks; to YAML these are part of the text."""
    inside = " ".join(text[1:-1].split())
    return Issue(
        "Y027",
        location,
        f"{text[0]} and {text[-1]} around a whole text; they would be published with it",
        'straight quotation marks (") around a text',
        f"Type the marks again by hand: {shown(inside)}. "
        'Where the marks belong to the text, write "“...”".',
    )


def nothing_here(location: Location) -> Issue:
    """Y018: an empty file, or one of comments only."""
    return Issue(
        "Y018",
        location,
        "nothing but empty lines and comments",
        "keys with values",
        'Write one key with its value, as title: "..."; check then names every key that is '
        "missing, and what it holds. Remove a file that is not needed.",
    )
