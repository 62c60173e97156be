"""Plain text fields on a page: what the editor typed arrives exactly, and nothing else happens."""

from functools import lru_cache

from markupsafe import Markup

from generator.prose.escaping import as_references, collapsed


# Dates, names and titles are on hundreds of pages each.
@lru_cache(maxsize=1 << 15)
def text(value: str) -> Markup:
    """Return the value safe in a Markdown paragraph, heading, list item or table cell.

    It is as safe in raw HTML, as text or between double quotes as an attribute's value. Runs of
    white space become one space, and white space of any kind goes at the ends; every other
    character arrives, save those that HTML cannot carry (see `as_references`).
    """
    return Markup(as_references(collapsed(value).strip()))  # noqa: S704 - escaped just above


def inner_text(value: str) -> Markup:
    """Return the value as `text` does, with a space where it begins or ends with a blank."""
    return Markup(as_references(collapsed(value)))  # noqa: S704 - escaped just above
