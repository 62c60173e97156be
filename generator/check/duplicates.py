"""R802: titles so alike that one thing may have been entered twice."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from generator.check.rule import Address, Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.core.naming import name_list, quoted

ALIKE = 0.85
"""From this share of common characters on (difflib's ratio), two titles are near duplicates."""

ALIKE_WORDS = 0.75
"""From this share on, two words are one word twice: misspelt, or with another ending."""

MOST_WORDS = 40
"""Texts of more words meet only where they are the same; titles have far fewer."""

LONGEST_WORD = 300
"""Longer words are not compared; a title without spaces is one word."""

Titles = list[tuple[str, Address]]

Alike = Callable[[str, str], float]

_NUMBERS = re.compile(
    r".*\d.*|.|m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.DOTALL
)
"""A word that only tells the parts of a series apart: with a digit, one letter, a Roman number."""


@rule(
    "R802",
    "No two initiatives, and no two ideas of one, have nearly the same title.",
    "One promise would be counted twice, with its updates split between the two.",
    Severity.WARNING,
)
def titles_differ(context: RuleContext) -> Iterator[Fault]:
    """Yield one fault for all titles that differ from one another in at most one word."""
    yield from _near(
        context, [(i.title, ("initiative", i.id, ("title",))) for i in context.report.initiatives]
    )
    for initiative in context.report.initiatives:
        yield from _near(
            context,
            [
                (idea.text, ("initiative", initiative.id, ("ideas", place, "text")))
                for place, idea in enumerate(initiative.ideas)
            ],
        )


def _near(context: RuleContext, titles: Titles) -> Iterator[Fault]:
    for cluster in near_duplicates(titles):
        *others, (title, where) = cluster
        all_others = [f"{quoted(one)} at {context.there(place)}" for one, place in others]
        named = name_list(all_others, "and")
        yield Fault(
            context.there(where),
            f"{quoted(title)}, nearly the same as {named}",
            "titles that readers can tell apart",
            "If they mean the same thing, keep one; otherwise say in each title what is different.",
        )


def ratio(one: str, other: str) -> float:
    """Return the share of common characters of two texts, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


def near_duplicates(titles: Titles, alike: Alike = ratio) -> Iterator[Titles]:
    """Yield the titles that nearly repeat one another, all of a kind together, in their order.

    They differ in at most one word, which one of them lacks or which is nearly the same word. What
    differs by a number is a series and no repetition. Only titles that share all words but one
    meet, and of these only neighbors in the order of that word, read from its front or from its
    back: what is compared grows with the number of titles and not with its square.
    """
    joined = _Clusters(len(titles))
    for rest, places in _sharing(titles).items():
        length = sum(map(len, rest)) + len(rest)
        for word, other in _worth_comparing(places):
            if _repeats(word, other, length, alike):
                joined.join(places[word][0], places[other][0])
        for same in places.values():
            for place in same[1:]:
                joined.join(same[0], place)
    for cluster in joined.clusters():
        yield [titles[place] for place in cluster]


def _sharing(titles: Titles) -> dict[tuple[str, ...], dict[str, list[int]]]:
    """Return, by the words that titles share, the word that each has besides and where it is."""
    found: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, (title, _) in enumerate(titles):
        words = sorted(title.casefold().split())
        found[tuple(words)][""].append(place)
        for left_out in range(len(words) if len(words) <= MOST_WORDS else 0):
            rest = (*words[:left_out], *words[left_out + 1 :])
            if words[left_out : left_out + 1] != words[left_out + 1 : left_out + 2]:
                found[rest][words[left_out]].append(place)
    return found


def _worth_comparing(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are worth a comparison: at most three for each word."""
    others = sorted(filter(None, words))
    if "" in words:
        yield from (("", word) for word in others)
    yield from pairwise(others)
    yield from pairwise(sorted(others, key=lambda word: word[::-1]))


def _repeats(word: str, other: str, length: int, alike: Alike) -> bool:
    """Return whether titles that share the rest, so and so long, repeat one another."""
    if any(_NUMBERS.fullmatch(one) for one in (word, other) if one):
        return False
    if not word:
        return 2 * length >= ALIKE * (2 * length + len(other))
    if max(len(word), len(other)) > LONGEST_WORD:
        return False
    share = alike(word, other)
    common = share * (len(word) + len(other))
    return share >= ALIKE_WORDS and 2 * length + common >= ALIKE * (
        2 * length + len(word) + len(other)
    )


class _Clusters:
    """Places joined into clusters."""

    def __init__(self, number: int) -> None:
        self._above = list(range(number))

    def _top(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, other: int) -> None:
        """Put two places, and all that they were joined to, into one cluster."""
        tops = sorted((self._top(one), self._top(other)))
        self._above[tops[1]] = tops[0]

    def clusters(self) -> Iterator[list[int]]:
        """Yield the clusters of more than one place, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            found[self._top(place)].append(place)
        yield from (places for places in found.values() if len(places) > 1)
