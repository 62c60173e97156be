"""Narrative pages with the lists that belong to them."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.views.base.blocks import Words
from generator.views.overview.narrative import _polls
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
