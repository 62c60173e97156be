"""Views as a reader of English has them: every message said, for tests that look at words."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.model.dates import PartialDate
from generator.views.base.blocks import Phrase, SideNote, Strong, Words
from generator.words.localization import Localization
from generator.words.message import Unsaid

ENGLISH = Localization("en-US")

T = TypeVar("T")


def spoken(value: T, words: Localization = ENGLISH) -> T:
    """Return a value with every text in it said in a language; all else is as it was."""
    if isinstance(value, Unsaid | date | PartialDate):
        return words(value)  # type: ignore[return-value,arg-type]
    if isinstance(value, tuple | list):
        return type(value)(spoken(item, words) for item in value)  # type: ignore[return-value,call-arg]
    if isinstance(value, dict):
        return {spoken(k, words): spoken(v, words) for k, v in value.items()}  # type: ignore[return-value]
    if isinstance(value, Words | Strong | SideNote) and isinstance(value.text, int | Decimal):
        return replace(value, text=words(value.text))
    if is_dataclass(value) and not isinstance(value, type | Phrase):
        said = {f.name: spoken(getattr(value, f.name), words) for f in fields(value) if f.init}
        return replace(value, **said)
    return value
