"""R802: titles so alike that one thing may have been entered twice."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from generator.check.rule import Fault, Subject, rule
from generator.issues import Location, Severity
from generator.wording import quoted

ALIKE = 0.85
"""From this share of common characters on (difflib's ratio), two titles are near duplicates."""

Titles = list[tuple[str, Location]]


@rule(
    "R802",
    "No two initiatives, and no two ideas of one, have nearly the same title.",
    "One promise would be counted twice, its updates scattered over both.",
    Severity.WARNING,
)
def titles_differ(subject: Subject) -> Iterator[Fault]:
    """Yield the later one of two titles that differ in at most one word."""
    places = subject.places
    initiatives = [
        (i.title, places.of("initiative", i.id, "title")) for i in subject.report.initiatives
    ]
    yield from _near(initiatives)
    for initiative in subject.report.initiatives:
        yield from _near(
            [
                (idea.text, places.of("initiative", initiative.id, "ideas", place, "text"))
                for place, idea in enumerate(initiative.ideas)
            ]
        )


def _near(titles: Titles) -> Iterator[Fault]:
    for (one, above), (other, at) in near_duplicates(titles):
        yield Fault(
            at,
            f"{quoted(other)}, nearly the same as {quoted(one)} at {above}",
            "titles that readers can tell apart",
            "If both mean one thing, keep one; else say in the title what differs.",
        )


def near_duplicates(titles: Titles) -> Iterator[tuple[tuple[str, Location], ...]]:
    """Yield pairs of titles that differ in at most one word and are alike in their characters.

    Only titles that share all words but one are compared, so the cost grows with their number and
    not with its square.
    """
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (title, _) in enumerate(titles):
        words = sorted(title.casefold().split())
        for left_out in range(len(words)):
            sharing[*words[:left_out], *words[left_out + 1 :]].append(place)
        sharing[tuple(words)].append(place)
    pairs = {pair for places in sharing.values() for pair in combinations(sorted({*places}), 2)}
    for one, other in sorted(pairs):
        ratio = SequenceMatcher(None, titles[one][0].casefold(), titles[other][0].casefold()).ratio
        if ratio() >= ALIKE:
            yield titles[one], titles[other]
