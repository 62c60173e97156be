"""An index by key words: what titles are about, and who takes part, with where to read of it."""

import re
from collections.abc import Iterator, Sequence

from generator.derive.responsibility.roles import Register, Responsibility
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base.blocks import LinkTo
from generator.views.base.shared import to_initiative
from generator.views.print.blocks import IndexEntry
from generator.words.collation import alphabetical

FEW_TITLES = 5
"""In how many titles a word may be that tells them from others, however few there are."""
SHARE = 20
"""Of so many titles, one more."""

_WORD = re.compile(r"\w(?:[\w'\u2019.-]*\w)?")
_POSSESSIVE = re.compile(r"['\u2019]s$")
_SHORT = 3
"""Letters from which a word is looked for, where it is no abbreviation."""


def titles(snapshot: Snapshot) -> tuple[LinkTo, ...]:
    """Return the titles of all initiatives, each with its section."""
    return tuple(to_initiative(state.initiative) for state in snapshot.states)


def names(snapshot: Snapshot, found: Register) -> tuple[IndexEntry, ...]:
    """Return who takes part in initiatives, partners and units, each with their sections."""
    organization = snapshot.report.organization
    taking_part = [
        *((partner.name, found.partners[partner.id]) for partner in organization.partners),
        *((unit.name, found.units[unit.id]) for unit in organization.units),
    ]
    return tuple(
        IndexEntry(name, _sections(one)) for name, one in taking_part if one.participations
    )


def _sections(one: Responsibility) -> tuple[LinkTo, ...]:
    return tuple(dict.fromkeys(to_initiative(state.initiative) for state, _ in one.participations))


def index(
    titles: Sequence[LinkTo], names: Sequence[IndexEntry], left_out: Sequence[str]
) -> tuple[IndexEntry, ...]:
    """Return key words and names in alphabetical order.

    A key word is a word of a title that is not `left_out`, nor in so many titles that it tells none
    from the others. Of its spellings that without a capital counts.
    """
    found: dict[str, tuple[str, dict[LinkTo, None]]] = {}
    for title in titles:
        for word in _words(str(title.text), set(left_out)):
            spelled, places = found.setdefault(word.casefold(), (word, {}))
            found[word.casefold()] = (min(word, spelled, key=str.istitle), places | {title: None})
    most = max(FEW_TITLES, len(titles) // SHARE)
    words = (
        IndexEntry(word, tuple(places)) for word, places in found.values() if len(places) <= most
    )
    return tuple(sorted((*words, *names), key=lambda entry: alphabetical(str(entry.text))))


def _words(title: str, left_out: set[str]) -> Iterator[str]:
    for whole in _WORD.findall(title):
        word = _POSSESSIVE.sub("", whole)
        told = len(word) >= _SHORT or (word.isupper() and len(word) > 1)
        if told and not word.isdecimal() and word.casefold() not in left_out:
            yield word
