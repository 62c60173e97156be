"""The staff report: every section that a clerk looks for, and nothing that nobody wrote."""

from datetime import date

import pytest
from larkhaven import larkhaven
from press import living

from generator.model.meetings import Meeting
from generator.views.print.blocks import FactList, Heading, Masthead, Placeholder, ProseBlock
from generator.views.print.staff_report import staff_report_document
from tests.spoken import ENGLISH, spoken

SECTIONS = [
    *("Recommendation", "Background", "Analysis"),
    *("Fiscal impact", "Goals served", "Attachments"),
]


def made(meeting, which="larkhaven"):
    """Return the parts of a staff report, said in English."""
    return spoken(staff_report_document(living(which), meeting).parts)


def of_kind(parts, kind):
    """Return the parts of one kind."""
    return [part for part in parts if isinstance(part, kind)]


def facts(parts):
    """Return what the top of a document says, by name."""
    (top,) = of_kind(parts, Masthead)
    return {fact.name: " ".join(str(piece.text) for piece in fact.value) for fact in top.facts}


@pytest.mark.parametrize("which", ["larkhaven", "west-hollywood"])
@pytest.mark.parametrize("meeting", [None, Meeting(on=date(2026, 12, 7))])
def test_every_section_is_there_in_its_order(which, meeting):
    """Whatever is known of the meeting."""
    headings = of_kind(made(meeting, which), Heading)
    assert [heading.text for heading in headings if heading.level == 2] == SECTIONS


def test_what_the_meetings_file_says_is_said_as_it_was_written():
    """The texts are printed in their own Markdown, and no placeholder is left."""
    (meeting,) = larkhaven().meetings
    parts = made(meeting)

    assert of_kind(parts, Placeholder) == []
    assert [p.markdown for p in of_kind(parts, ProseBlock)] == [
        meeting.recommendation,
        meeting.analysis,
    ]
    assert facts(parts) == {
        "Subject": "Larkhaven Promises Report: where every promise is",
        "Meeting": "February 20, 2024 Regular meeting",
        "Agenda item": "7.B",
        "Prepared by": "Harbour Director",
    }
    *_, attached = of_kind(parts, FactList)
    assert [fact.value[0].text for fact in attached.rows] == [
        "Larkhaven Promises Report, full report, as of February 10, 2024",
        "Letter of the ferry's passengers",
    ]


def test_what_nobody_wrote_is_a_placeholder_that_says_where_it_belongs():
    """Neither a recommendation nor an analysis is ever made up."""
    parts = made(Meeting(on=date(2026, 12, 7)))

    recommended, judged = of_kind(parts, Placeholder)
    assert recommended.title == judged.title == "Placeholder"
    for one in (recommended, judged):
        assert "content/meetings/2026-12-07.yml" in one.text
    assert facts(parts)["Agenda item"] == "[Placeholder: to be filled in]"
    assert facts(parts)["Meeting"] == "December 7, 2026"


def test_without_a_meeting_the_report_is_its_subject():
    """A draft before anybody knows the day names no file and no day."""
    parts = made(None)
    about = larkhaven().about

    assert facts(parts)["Subject"] == about.title
    assert facts(parts)["Meeting"] == "[Placeholder: to be filled in]"
    assert not any("content/" in one.text for one in of_kind(parts, Placeholder))
    title = ENGLISH(staff_report_document(living("larkhaven"), None).title)
    assert title.endswith(f": {about.title}")
