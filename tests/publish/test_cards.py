"""Pictures that go with a shared link: one for the report, one for each initiative."""

import struct
from dataclasses import replace

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.publish.cards import cards_as_data, draw_cards
from generator.publish.pdf.typesetting import Typefaces
from generator.views.base import share_card
from generator.views.base.share_card import ShareCard, share_cards
from generator.words.report_language import language_of

REPORT = larkhaven()
NOW = snapshot(REPORT, REPORT.about.as_of)
CARDS = share_cards(NOW)
SIZE = (1200, 630)


def drawn(cards):
    """Return the size in pixels of each picture of some cards."""
    data = cards_as_data(cards, REPORT.about, language_of(REPORT))
    made = draw_cards(data, Typefaces())
    assert all(picture.startswith(b"\x89PNG") for picture in made)
    return [struct.unpack(">II", picture[16:24]) for picture in made]


def test_each_initiative_says_its_title_and_what_became_of_it():
    """Whoever sees only the picture has the answer, with its age."""
    card = CARDS["cards/initiatives/tide-gauge.png"]
    state = next(s for s in NOW.states if s.initiative.id == "tide-gauge")
    assert (card.report, card.title) == (REPORT.about.title, state.initiative.title)
    assert card.answer
    assert len(CARDS) == 1 + len(NOW.states)


def test_pictures_have_the_size_that_networks_show():
    """One page each, whatever it says: a title of 300 letters, nothing at all, another script."""
    odd = {
        "long": ShareCard("R " * 200, "Wide title " * 60, "Very long answer " * 90),
        "one word": ShareCard("", "W" * 300, ""),
        "empty": ShareCard("", "", ""),
        "another": ShareCard("Отчёт", "Общественный транспорт", "В работе"),
    }
    assert drawn({**CARDS, **odd}) == [SIZE] * (len(CARDS) + len(odd))


def test_the_same_cards_give_the_same_bytes():
    """A build that changes nothing writes nothing."""
    data = cards_as_data(CARDS, REPORT.about, language_of(REPORT))
    assert draw_cards(data, Typefaces()) == draw_cards(data, Typefaces())


def test_very_many_initiatives_share_the_reports_picture(monkeypatch):
    """A picture takes 50 kB and 10 ms: two thousand would be most of a site."""
    monkeypatch.setattr(share_card, "MOST_CARDS", 1)
    assert list(share_cards(NOW)) == ["cards/report.png"]
    assert list(share_cards(replace(NOW, states=NOW.states[:1]))) == [
        "cards/report.png",
        f"cards/initiatives/{NOW.states[0].initiative.id}.png",
    ]
