"""R705: what can be printed: characters that the typeface has."""

import unicodedata
from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.check.typeface import printable
from generator.core.issues import Location
from generator.core.naming import quoted
from generator.model.values import Record


@rule(
    "R705",
    "Every character can be printed.",
    "On paper an empty box would stand in its place, and a PDF with one is not accessible.",
)
def characters_can_be_printed(context: RuleContext) -> Iterator[Fault]:
    """Yield characters that the report's typeface does not have, each once a field."""
    known = printable()
    for part in context.parts:
        for name, value in part.record.__dict__.items():
            for text in _texts(value):
                if known.issuperset(text):
                    continue
                for character in sorted(set(text) - known):
                    at = context.at(part, name)
                    below = text.count("\n", 0, text.index(character))
                    if below and at.path.endswith(".md"):
                        at = Location(at.path, at.line + below)
                    yield _unprintable(character, name, at)


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a field; records below it are parts of their own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for inside in value.values() if isinstance(value, dict) else value:
            if isinstance(inside, str):
                yield inside
            elif isinstance(value, dict) and isinstance(inside, Record):
                yield from _texts(tuple(inside.__dict__.values()))


def _unprintable(character: str, field: str, at: Location) -> Fault:
    name = unicodedata.name(character, "no name").lower()
    return Fault(
        at,
        f"the character {quoted(character)} (U+{ord(character):04X}, {name}) in {field}",
        "characters of the report's typeface: Latin, Greek and Cyrillic letters, common signs",
        "Write it in letters, or put it into a picture with words that say what it shows.",
    )
