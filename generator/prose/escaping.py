"""Plain characters in a form that no Markdown and no HTML parser can mistake for markup."""

import re
import string

_SPACE = re.compile(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+")
_RISKY = re.compile(
    rf"[{re.escape(string.punctuation)}]"
    r"|[\x00-\x1f\x7f-\x9f\ud800-\udfff]"
    r"|(?<=[^\W\d_])[0-9]|[0-9](?=[^\W\d_])"
)
_UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"


def collapsed(value: str) -> str:
    """Return the text with each run of white space as one space; non-breaking spaces stay."""
    return _SPACE.sub(" ", value)


def as_references(value: str) -> str:
    """Return the text with ASCII punctuation as numeric character references.

    So are digits that touch a letter (extensions turn `1st` into markup). Characters that HTML
    cannot carry (controls, lone surrogates) become U+FFFD, a visible mark; content with them is
    refused before it comes here.
    """
    return _RISKY.sub(_reference, value)


def _reference(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\n":
        return "&#10;"
    printable = character.isascii() and character.isprintable()
    return f"&#{ord(character)};" if printable else _UNPRINTABLE
