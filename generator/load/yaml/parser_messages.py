"""What YAML refuses, and what we refuse in it, in words for people who do not program.

| code | what it means |
| --- | --- |
| Y019 | unquoted text that contains a colon |
| Y020 | quotation marks that are not closed |
| Y021 | a backslash that does not begin a known escape |
| Y022 | an unquoted text that begins with a character of YAML's own |
| Y023 | a line that is neither a key with a value nor a list item |
| Y024 | brackets or braces that are not closed, or a missing comma |
| Y025 | a line with the wrong indentation, or text after a closing quotation mark |
| Y026 | anything else that is not YAML |
| Y027 | typographic quotation marks around a whole value, instead of YAML's own |
"""

import re
from dataclasses import dataclass

import yaml

from generator.core.issues import Issue, Location
from generator.load.typed_values import shown

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
class Wording:
    """How a fault is told, with {names} in place of what was found.

    Of the parser's complaints, `part` says by what each is known, and `at_start` that it points at
    where the parser began to read.
    """

    code: str
    found: str
    expected: str
    next_step: str
    part: str = ""
    at_start: bool = False

    def at(self, location: Location, **named: object) -> Issue:
        """Return the fault at a place."""
        words = (self.found, self.expected, self.next_step)
        found, expected, next_step = (text.format_map(named) for text in words)
        return Issue(self.code, location, found, expected, next_step)


# Tried in order; each part is one of "context; problem" as the pure parser says it.
_COMPLAINTS = (
    Wording(
        "Y019",
        "a second colon in unquoted text, or a key with the wrong indentation",
        "one key and one value on a line, with quotation marks around text that contains a colon",
        'Put the text in double quotes: key: "text: more text".',
        "mapping values are not allowed",
    ),
    Wording(
        "Y020",
        "text with a missing closing quotation mark",
        "the same quotation mark before and after the text",
        'Close the text with a straight ", and write \\" for a quotation mark inside it.',
        "quoted scalar",
        at_start=True,
    ),
    Wording(
        "Y022",
        "unquoted text that begins with * or &",
        "quotation marks around text that begins with such a character",
        _QUOTE_IT,
        "while scanning an a",
        at_start=True,
    ),
    Wording(
        "Y012",
        "unquoted text that begins with !",
        "quotation marks around text that begins with !",
        _QUOTE_IT,
        "while scanning a tag|found undefined tag handle",
        at_start=True,
    ),
    Wording(
        "Y012",
        "a line that begins with %",
        "keys and values only",
        "Remove the line, or put the text in double quotes.",
        "directive",
    ),
    Wording(
        "Y022",
        "unquoted text that begins with @, `, or %",
        "quotation marks around text that begins with such a character",
        _QUOTE_IT,
        "that cannot start any token",
    ),
    Wording(
        "Y023",
        "a line without a colon after its key",
        'a key, a colon, a space, and a value: key: "text"',
        "Add the colon and the space, or put text that continues on other lines in double quotes.",
        "simple key",
        at_start=True,
    ),
    Wording(
        "Y024",
        "brackets or braces that are not closed here, or a missing comma",
        'a closing ] or }} for each [ or {{, and commas between: ["one", "two"]',
        "Add what is missing, or put text with brackets or ? in double quotes.",
        "flow ",
    ),
    Wording(
        "Y025",
        "a line that does not fit the lines above it, or text after a closing quotation mark",
        "keys of a record lined up below each other, and nothing after a closing quotation mark",
        'Line the key up with the others, or write \\" for a quotation mark inside text.',
        "block ",
    ),
    Wording(
        "Y025",
        "a dash where a list cannot begin",
        "list items on separate lines, below their key",
        "Move the dash to a separate line, or put the text in double quotes.",
        "sequence entries are not allowed",
    ),
)
_OTHER = Wording(
    "Y026",
    "text that is not YAML",
    'keys with values (key: "text") and list items (- "text")',
    "Compare this line with the same line in a file that works.",
)


def in_words(fault: yaml.MarkedYAMLError, path: str, first_line: int, content: str) -> Issue:
    """Return the parser's complaint about a text as an issue."""
    said = f"{fault.context}; {fault.problem}"
    if "escape" in said:
        return BAD_ESCAPE.at(_location(fault.problem_mark, path, first_line))
    if quotation := _quotation_before(fault.problem_mark, content):
        followed = _location(fault.problem_mark, path, first_line)
        return _of_quotation(quotation, followed, first_line, content)
    wording = next((known for known in _COMPLAINTS if re.search(known.part, said)), _OTHER)
    mark = fault.context_mark if wording.at_start else fault.problem_mark
    location = _location(mark or fault.problem_mark or fault.context_mark, path, first_line)
    return wording.at(location)


def _quotation_before(mark: yaml.Mark | None, content: str) -> yaml.ScalarToken | None:
    """Return the text in quotation marks right after which the parser could not go on."""
    found = None
    try:
        for token in yaml.scan(content):
            if mark is None or token.start_mark.index >= mark.index:
                break
            if isinstance(token, yaml.ScalarToken):
                found = token
    except yaml.YAMLError:
        pass
    if mark is None or found is None or not found.style or found.style not in "\"'":
        return None
    between = content[found.end_mark.index : mark.index]
    return found if mark.index >= found.end_mark.index and not between.strip(" ") else None


def _of_quotation(
    token: yaml.ScalarToken, followed: Location, first_line: int, content: str
) -> Issue:
    """Return what is wrong with a text in quotation marks; what follows it begins at a place.

    Where it ends behind a key or a dash, it goes on from a text that was not closed.
    """
    start, end = token.start_mark, token.end_mark
    last = content[start.index : end.index - 1].rpartition("\n")[2]
    text = shown(content[start.index : end.index])[1:-1]
    if start.line == end.line or not _OPENS_ANOTHER.fullmatch(last):
        return AFTER_QUOTATION.at(followed, text=text)
    opened, _, _ = content[start.index :].partition("\n")
    words = {"line": shown(opened.rstrip())[1:-1], "last": end.line + first_line}
    return SWALLOWED.at(_location(start, followed.path, first_line), **words)


def _location(mark: yaml.Mark | None, path: str, first_line: int) -> Location:
    if mark is None:
        return Location(path, first_line)
    return Location(path, mark.line + first_line, mark.column + 1)


_OPENS_ANOTHER = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s*|-\s*)")
"""What is before a quotation mark that opens a text on a line of its own."""

AFTER_QUOTATION = Wording(
    "Y025",
    "more text after the closing quotation mark of {text}",
    "nothing after a closing quotation mark",
    'Put the whole text in double quotes, and write \\" for a quotation mark inside it.',
)
"""A quotation mark inside a text ends it."""

SWALLOWED = Wording(
    "Y020",
    "no closing quotation mark after {line}",
    "the same quotation mark before and after the text",
    "Close the text where it ends; as it is, it goes on to the quotation mark on line {last}.",
)
"""A text that is not closed takes in what is below it, up to the next quotation mark."""

BAD_ESCAPE = Wording(
    "Y021",
    "a backslash that does not begin anything YAML knows",
    'in double quotes, \\\\ for a backslash and \\" for a quotation mark',
    "Write the backslash twice.",
)
"""What is after a backslash means nothing."""

DUPLICATE_KEY = Wording(
    "Y009",
    "the key {key} a second time; it is already on line {line}",
    "each key once",
    "Remove one of the two, or make a list under one key.",
)
"""Which of the two is meant cannot be told."""

ANCHOR = Wording(
    "Y010",
    "an anchor, &{name}",
    "plain values without references to each other",
    "Remove it; put text that begins with & in double quotes.",
)
"""Other readers and editors of the file would not keep it."""

ALIAS = Wording(
    "Y011",
    "an alias, *{name}",
    "the value itself",
    "Write out the value; put text that begins with * in double quotes.",
)
"""The value is somewhere else and could be huge."""

TAG = Wording(
    "Y012",
    "a tag, which begins with !, or a directive, which begins with %",
    "plain values, since their types are known",
    "Remove it; put text that begins with such a character in double quotes.",
)
"""Types come from the model, never from the file."""

TOO_DEEP = Wording(
    "Y013",
    "lists and keys nested more than {deepest} levels deep",
    "at most {deepest} levels",
    "Look for an extra bracket or level of indentation.",
)
"""Nothing in the report is nested so deep."""

STRANGE_KEY = Wording(
    "Y014",
    "a key that is not a word",
    'a word before the colon: key: "text"',
    "Give the key a name; put text with brackets in double quotes.",
)
"""A key that is a list, a record, empty or `null`."""

SECOND_DOCUMENT = Wording(
    "Y015",
    "the start of a second document",
    "one document in each file",
    "Remove the line ---, or move what follows it to a separate file.",
)
"""Only the first document would be read."""

CUT_OFF = Wording(
    "Y016",
    "# after the unquoted text {text}; everything from # to the end would be lost",
    "text with # in double quotes, or a note on a separate line",
    'Put the whole text in double quotes: "Room #3".',
)
"""YAML drops ` #` and what follows, silently."""

NOTHING_AFTER = Wording(
    "Y017",
    "nothing after {after}",
    "a value; if it is not known, say so in words or leave it out",
    "Fill it in, or remove the key. Text that begins with # needs double quotes.",
)
"""An empty place says neither what is known nor that nothing is."""


def in_typographic_quotes(text: str) -> bool:
    """Return whether one pair of typographic quotation marks is around a whole text."""
    first, inside, last = text[:1], text[1:-1], text[1:][-1:]
    return bool(last) and last in _CLOSERS.get(first, "") and first not in inside


TYPOGRAPHIC_QUOTES = Wording(
    "Y027",
    "{first} and {last} around the whole text; they would be published with it",
    'straight quotation marks (") around text',
    'Type the marks again by hand: {inside}. If the marks belong to the text, write "“...”".',
)
"""A word processor has changed the marks; to YAML these are part of the text."""

NOTHING_HERE = Wording(
    "Y018",
    "only blank lines and comments",
    "keys with values",
    'Write one key with its value, such as title: "..."; check will then list every '
    "missing key and what it means. If the file is not needed, remove it.",
)
"""An empty file, or one of comments only."""
