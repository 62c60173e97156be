"""Texts as parts of sentences: one after the other, in a list, with or without their full stop."""

from collections.abc import Iterable

from generator.words.message import ListStyle, Text, listing, msg

_STOPS = tuple(".!?…。\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}؟।")
_QUOTES = "\"'\N{RIGHT SINGLE QUOTATION MARK}”»)"


def in_sentences(said: Iterable[Text]) -> Text:
    """Return whole sentences one after the other; empty ones are left out."""
    return _together(said, "sentences")


def in_details(said: Iterable[Text]) -> Text:
    """Return remarks in a row, which may have commas of their own; empty ones are left out."""
    return _together(said, "apart")


def _together(said: Iterable[Text], style: ListStyle) -> Text:
    found = [text for text in said if text]
    return found[0] if len(found) == 1 else listing(found, style) if found else ""


def stopped(typed: str | None) -> Text:
    """Return what somebody typed as it ends like a sentence."""
    text = (typed or "").strip()
    return msg("change-stopped", text=text) if text and not is_stopped(text) else text


def is_stopped(text: str) -> bool:
    """Return whether a text ends like a sentence."""
    return text.rstrip(_QUOTES).endswith(_STOPS)


def unstopped(typed: str) -> str:
    """Return what somebody typed without the full stop at its end, to go on behind it."""
    return typed.strip().rstrip(".")
