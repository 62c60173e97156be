"""Narrative pages with the lists that belong to them."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.views.base.blocks import Words
from generator.views.overview.narrative import MOST_ENTRIES_SHOWN, _polls, narrative_view
from tests.spoken import spoken


def test_polls_name_areas_by_their_titles():
    """An id of an area never reaches a reader; words that are none are as they are."""
    report = larkhaven()
    now = snapshot(report, report.about.as_of).report
    survey = now.background.survey
    poll = survey.polls[0]
    asked = survey.model_copy(
        update={"polls": (poll.model_copy(update={"order": (*poll.order, "Parks (tie)")}),)}
    )
    (row,) = spoken(_polls(now, asked)).rows
    shown = [piece.text for cell in row for piece in cell if isinstance(piece, Words)]
    titles = [next(area.title for area in now.areas if area.id == key) for key in poll.order]
    assert "; ".join([*titles, "Parks (tie)"]) in shown


def test_long_lists_below_a_text_are_folded_and_short_ones_are_not():
    """A reader meets every heading soon; what is folded says how much it is."""
    report = larkhaven()
    now = snapshot(report, report.about.as_of)
    page = report.pages[0].model_copy(update={"id": "appendices"})

    sections = narrative_view(now, page).sections

    assert sections
    for section in sections:
        rows = len(section.table.rows) if section.table else 0
        assert bool(section.folded) == (rows > MOST_ENTRIES_SHOWN), section.anchor
