"""Texts as parts of sentences: one after the other, in a list, with or without their full stop."""

from collections.abc import Callable, Sequence

from generator.words.message import Message, Text, msg

_STOPS = tuple(".!?…。\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}؟।")
_QUOTES = "\"'\N{RIGHT SINGLE QUOTATION MARK}”»)"


def in_sentences(said: Sequence[Text]) -> Text:
    """Return whole sentences behind each other; empty ones are left out."""
    return _joined(
        [text for text in said if text], lambda one, two: msg("change-then", first=one, then=two)
    )


def in_details(said: Sequence[Text]) -> Text:
    """Return remarks in a row, which may have commas of their own; empty ones are left out."""
    return _joined(
        [text for text in said if text], lambda one, two: msg("change-beside", first=one, next=two)
    )


def _joined(said: Sequence[Text], join: Callable[[Text, Text], Message]) -> Text:
    """Return texts joined two by two, so that hundreds of them are not hundreds of levels deep."""
    if len(said) < len(("one", "two")):
        return said[0] if said else ""
    half = len(said) // 2
    return join(_joined(said[:half], join), _joined(said[half:], join))


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
