"""The brief: what to decide, what needs attention, what it costs, and nothing that says nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from larkhaven import larkhaven
from press import DIGEST, living

from generator.derive.responsibility.budget_cycle import beyond_calendar
from generator.derive.snapshot.snapshot import snapshot
from generator.model.meetings import Meeting
from generator.model.records import Missing
from generator.views.print.blocks import (
    Empty,
    FactList,
    Heading,
    Lede,
    Masthead,
    Paragraph,
    Part,
    Points,
    ProseBlock,
)
from generator.views.print.brief import LENGTHS, brief_document
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import ENGLISH, spoken

MOST, *_ = LENGTHS


def parts_of(frame: DocumentFrame, most: int = MOST) -> tuple[Part, ...]:
    """Return the parts of a brief, said in English."""
    return spoken(brief_document(frame, None, most).parts)


def parts_of_report(frame: DocumentFrame) -> tuple[Part, ...]:
    """Return the parts of a full report, said in English."""
    return spoken(report_document(frame).parts)


def headings(parts: tuple[Part, ...]) -> list[object]:
    """Return the headings of a brief."""
    return [part.text for part in parts if isinstance(part, Heading)]


def sentences(parts: tuple[Part, ...]) -> str:
    """Return what its paragraphs say, in English."""
    cells = [part.value for part in parts if isinstance(part, Paragraph)]
    return " ".join(str(getattr(p, "text", "")) for cell in cells for p in cell)


def nothing_to_ask() -> DocumentFrame:
    """Return the frame of a report in which nothing is asked and no gap is left to ask about."""
    whole = larkhaven()
    empty = dict.fromkeys(("areas", "initiatives", "updates", "evaluations"), ())
    bare = whole.model_copy(update=empty)
    day = max(cycle.begins for cycle in whole.calendar.cycles)
    seen = snapshot(bare, day)
    assert not beyond_calendar(bare.calendar, seen.day)
    return DocumentFrame(seen, DIGEST, None, ())


def test_what_is_asked_for_becomes_a_draft_motion():
    """With each request, who is asked, and by when; what the gaps suggest comes after it."""
    parts = parts_of(living("larkhaven"))
    (place,) = [n for n, p in enumerate(parts) if isinstance(p, Heading) and "Recommend" in p.text]
    motion, requests = parts[place + 1 : place + 3]
    assert isinstance(motion, Paragraph)
    assert isinstance(requests, Points)
    (item,) = requests.items
    assert item[-1].text == "Town Council, by March 31, 2024: money for a second crew."


def test_what_the_staff_recommends_to_a_meeting_comes_first():
    """In the words of the meeting's file; agenda item and day are at the top."""
    meeting = Meeting.model_validate(
        {"on": "2024-03-05", "agenda_item": "5.B", "recommendation": "Receive and file the report."}
    )
    parts = spoken(brief_document(living("larkhaven"), meeting, MOST).parts)
    assert [ENGLISH(fact.name) for fact in parts[0].facts] == ["Meeting", "Agenda item"]
    place = [isinstance(part, Heading) for part in parts].index(True)
    assert parts[place + 1] == ProseBlock("Receive and file the report.", 3)


def test_without_requests_the_gaps_suggest_what_to_do():
    """Each with its count: vacancies first."""
    parts = parts_of(living("west-hollywood"))
    points = next(part for part in parts if isinstance(part, Points))
    strong, why = points.items[0]
    assert strong.text == "Name who is responsible."
    assert why.text.startswith("None of the 46 initiatives has a known Owner or Sponsor.")


def test_where_nothing_is_to_be_done_nothing_is_recommended():
    """A heading above nothing would be one more line to read."""
    assert "Recommended action" not in headings(parts_of(nothing_to_ask()))


@pytest.mark.parametrize("town", ["west-hollywood", "larkhaven"])
def test_a_brief_has_all_that_a_member_decides_by(town: str):
    """In the order in which it is asked."""
    assert headings(parts_of(living(town))) == [
        "Recommended action",
        "What needs attention",
        "Who must do what by when",
        "Fiscal impact",
        "What changed",
    ]


def test_of_what_there_is_none_one_line_tells():
    """No section is empty; that editors judge no schedules stays said."""
    parts = parts_of(living("west-hollywood"))
    assert not [part for part in parts if isinstance(part, Empty)]
    assert (
        "Not on record: requests for a decision, initiatives off track or at risk (editors, who do "
        "not judge schedules, compiled 35 of 35 latest updates), changed targets, later due dates, "
        "and a contact for questions."
    ) in sentences(parts)


def test_what_is_overdue_is_told_with_whoever_owes_it():
    """The newest milestone only: who owes it owes the earlier ones too."""
    parts = parts_of(living("west-hollywood"))
    (dates,) = [part for part in parts if isinstance(part, FactList)]
    ((name, value),) = [(row.name, row.value) for row in dates.rows]
    assert name == "June 18, 2018, overdue"
    assert [ENGLISH(v) for _, v in value[1].message.values] == ["31", "46"]


@pytest.mark.parametrize("town", ["west-hollywood", "larkhaven"])
def test_what_others_compiled_says_so_under_its_title(town: str):
    """In the words of a label; a report of the organization's own has none."""
    masthead = parts_of(living(town))[0]
    assert isinstance(masthead, Masthead)
    assert masthead.unofficial == "Unofficial reconstruction"
    own = parts_of(nothing_to_ask())[0]
    assert isinstance(own, Masthead)
    assert own.unofficial == ""


def test_a_contact_is_named_by_its_address():
    """Without what only programs read of it; a report without one says so."""
    with_one = str(parts_of(living("larkhaven")))
    assert "text='editors@larkhaven.example'" in with_one
    frame = nothing_to_ask()
    none = Missing.model_validate({"missing": "not_found", "why": "Not settled."})
    about = frame.snapshot.report.about.model_copy(update={"contact": none})
    bare = frame.snapshot.report.model_copy(update={"about": about})
    seen = snapshot(bare, frame.snapshot.day)
    said = sentences(parts_of(DocumentFrame(seen, DIGEST, None, ())))
    assert "a contact for questions" in said


@pytest.mark.parametrize("make", [parts_of, parts_of_report])
@pytest.mark.parametrize("when", ["never", "early", "now"])
def test_no_list_is_empty_and_no_colon_dangles(
    make: Callable[[DocumentFrame], tuple[Part, ...]], when: str
):
    """In no document of any time is a list empty, nor a sentence before nothing."""
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
    assert "more date" not in str(parts_of(frame, 500))
    assert "more date" in str(parts_of(frame, 1))
