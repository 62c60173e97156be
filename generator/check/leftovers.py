"""R801: what a spreadsheet or a template left behind."""

import re
from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location
from generator.core.naming import quoted

DEBRIS = re.compile(
    # What it may begin with: most of a text is passed over at that, in a third of the time.
    r"(?=[#TFXNnLl?])(?:"
    r"#(?:REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|NAME\?|N/A)"
    r"|\b(?:TBD|TBC|TODO|FIXME|XXX)\b"
    r"|(?<![\w/])[Nn]/[Aa](?![\w/])"
    r"|(?i:\blorem ipsum\b)"
    r"|\?{3,})"
)

VERBATIM = frozenset({"stated", "source_word", "address"})
"""Fields that hold others' words."""


@rule(
    "R801",
    "No text contains leftovers from a spreadsheet or a draft.",
    "The public would read #REF! or TBD where an answer should be.",
)
def no_leftovers(context: RuleContext) -> Iterator[Fault]:
    """Yield leftovers in any text that is our own."""
    left = {text for text in context.texts if DEBRIS.search(text)}
    for part in context.parts if left else ():
        for name, value in part.record.__dict__.items():
            if name in VERBATIM:
                continue
            if isinstance(value, str):
                if value in left:
                    yield from _leftovers(context.at(part, name), value)
            elif isinstance(value, tuple):
                for place, item in enumerate(value):
                    if isinstance(item, str) and item in left:
                        yield from _leftovers(context.at(part, name, place), item)


def _leftovers(at: Location, text: str) -> Iterator[Fault]:
    for found in DEBRIS.finditer(text):
        down = text.count("\n", 0, found.start())
        yield Fault(
            Location(at.path, at.line + down, at.column if not down else 1),
            f"{quoted(found[0])} in a text",
            "words, or a missing value with its kind and the reason",
            "Write what is known. If nothing is known, say so in words or leave out the key.",
        )
