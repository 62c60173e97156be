"""The index of the full report: what a reader looks for, and never the verb of a title."""

from press import living

from generator.derive.responsibility.roles import register
from generator.views.base.blocks import LinkTo
from generator.views.print.blocks import IndexEntry
from generator.views.print.key_words import index, names, titles
from generator.words.message import msg
from tests.spoken import ENGLISH

LEFT_OUT = " ".join(
    ENGLISH(msg(name)) for name in ("search-small-words", "report-index-left-out")
).split()


def texts(entries: tuple[IndexEntry, ...]) -> list[str]:
    """Return the words and names of an index."""
    return [str(entry.text) for entry in entries]


def test_a_title_is_found_by_what_it_is_about() -> None:
    """Nouns lead to it, abbreviations too; verbs, articles, numbers and years do not."""
    title = LinkTo("Increase the number of EV chargers at the City's Library by 2020", "there")
    found = index((title,), (), LEFT_OUT)
    assert texts(found) == ["chargers", "City", "EV", "Library"]
    assert {entry.places for entry in found} == {(title,)}


def test_spellings_of_a_word_are_one_entry() -> None:
    """Capital letters of a title make no other word; the one without counts."""
    first, second = LinkTo("Mapping portal", "a"), LinkTo("Share mapping", "b")
    entry = next(e for e in index((first, second), (), LEFT_OUT) if e.text == "mapping")
    assert entry.places == (first, second)


def test_a_word_that_most_titles_have_tells_none_of_them() -> None:
    """A name that is everywhere is no key word."""
    words = ["ferries", "kiosks", "lamps", "quays", "ships", "trees"]
    many = tuple(LinkTo(f"Larkhaven {word}", word) for word in words)
    assert texts(index(many, (), LEFT_OUT)) == words


def test_every_initiative_of_the_real_report_is_in_the_index() -> None:
    """Each by two words at least, none by the verb with which its title begins."""
    snapshot = living("west-hollywood").snapshot
    found = index(titles(snapshot), names(snapshot, register(snapshot)), LEFT_OUT)
    for title in titles(snapshot):
        assert sum(title in entry.places for entry in found) >= 2, title
    verbs = {str(title.text).split()[0].casefold() for title in titles(snapshot)}
    assert verbs.isdisjoint(word.casefold() for word in texts(found))
    assert {"bicycles", "Wi-Fi", "CicLAvia", "City Council"} <= set(texts(found))
