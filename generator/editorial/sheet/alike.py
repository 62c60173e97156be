"""Names that are the same however they are typed, and names that may be a slip for another."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_QUOTES = str.maketrans(
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "''", '"“”'
)
_SLIP = 0.85
"""How much of two names is alike where one may be a slip for the other."""
_WORD_SLIP = 0.7
"""How much of two words: "Wroks" is a slip for "Works", and "North" is none for "South"."""
_LONGEST = 200


def folded_name(name: str) -> str:
    """Return what two ways to type one name share: capitals, quotation marks, and spaces aside."""
    plain = unicodedata.normalize("NFKC", name).translate(_QUOTES)
    return " ".join(plain.casefold().split())


def folded_key(word: str) -> str:
    """Return what a key and its label share, as `at_risk` and "At risk" do."""
    return folded_name(re.sub("[_-]", " ", word))


def near_miss(name: str, others: Iterable[str]) -> str:
    """Return the other name that this one may be a slip for, or nothing.

    Names with different numbers in them are different: "Ward 1" is no slip for "Ward 2".
    """
    one = folded_name(name)[:_LONGEST]
    best, found = _SLIP, ""
    for other in others:
        two = folded_name(other)[:_LONGEST]
        if one == two or re.findall(r"\d+", one) != re.findall(r"\d+", two):
            continue
        ratio = _alike(one, two, best)
        if ratio > best and _differs_by_slips(one, two):
            best, found = ratio, other
    return found


def _alike(one: str, two: str, least: float) -> float:
    """Return how much of two texts is alike; 0 where that is quickly seen to be too little."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    return matcher.ratio()


def _differs_by_slips(one: str, two: str) -> bool:
    """Return whether each word that differs is nearly the other's: a manager is no analyst."""
    ours, theirs = one.split(), two.split()
    if len(ours) != len(theirs):
        return True
    differing = [pair for pair in zip(ours, theirs, strict=True) if len(set(pair)) > 1]
    return all(_alike(*pair, _WORD_SLIP) >= _WORD_SLIP for pair in differing)
