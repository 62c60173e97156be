"""The council brief: no sentence announces what then does not follow."""

from datetime import date

import pytest
from larkhaven import larkhaven
from press import DIGEST, living

from generator.derive.responsibility.budget_cycle import beyond_calendar
from generator.derive.snapshot.snapshot import snapshot
from generator.views.print.blocks import Empty, Lede, Points
from generator.views.print.brief import brief_document
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import spoken

ASKABLE = "could ask for:"


def parts_of(frame):
    """Return the parts of a brief, said in English."""
    return spoken(brief_document(frame, None, 5).parts)


def parts_of_report(frame):
    """Return the parts of a full report, said in English."""
    return spoken(report_document(frame).parts)


def nothing_to_ask():
    """Return the frame of a report in which nothing is asked and no gap is left to ask about."""
    whole = larkhaven()
    empty = dict.fromkeys(("areas", "initiatives", "updates", "evaluations"), ())
    bare = whole.model_copy(update=empty)
    day = max(cycle.begins for cycle in whole.calendar.cycles)
    seen = snapshot(bare, day)
    assert not beyond_calendar(bare.calendar, seen.day)
    return DocumentFrame(seen, DIGEST, None, ())


def test_the_sentence_ends_where_nothing_could_be_asked():
    """Without vacancies, silence, missing targets or an ended calendar nothing is announced."""
    parts = parts_of(nothing_to_ask())
    assert Empty("No status update asks for a decision.") in parts
    assert ASKABLE not in str(parts)


def test_what_could_be_asked_follows_its_announcement():
    """Where there is a gap, the sentence is followed by it."""
    frame = living("west-hollywood")
    parts = parts_of(frame)
    (place,) = [n for n, p in enumerate(parts) if isinstance(p, Lede) and ASKABLE in p.text]
    assert isinstance(parts[place + 1], Points)
    assert parts[place + 1].items


@pytest.mark.parametrize("make", [parts_of, parts_of_report])
@pytest.mark.parametrize("when", ["never", "early", "now"])
def test_no_list_is_empty_and_no_colon_dangles(make, when):
    """In no document of any time does a list are empty, nor a sentence before nothing."""
    frame = nothing_to_ask()
    if when != "never":
        day = date(2019, 6, 30) if when == "early" else larkhaven().about.as_of
        frame = DocumentFrame(snapshot(larkhaven(), day), DIGEST, None, ())
    parts = make(frame)
    assert not [part for part in parts if isinstance(part, Points) and not part.items]
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        if isinstance(part, Empty | Lede) and part.text.endswith(":"):
            assert isinstance(following, Points)


def test_dates_to_come_that_are_left_out_are_counted():
    """A list that is cut says so."""
    whole = larkhaven()
    frame = DocumentFrame(snapshot(whole, whole.calendar.cycles[0].begins), DIGEST, None, ())
    assert "more date" not in str(spoken(brief_document(frame, None, 500).parts))
    assert "more date" in str(spoken(brief_document(frame, None, 1).parts))
