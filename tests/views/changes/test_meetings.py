"""The pages of meetings: there once something was presented, with every document as it was."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.views.base import addresses
from generator.views.base.presence import has_page
from generator.views.changes.meetings import meeting_view, meetings_view, presented
from tests.spoken import spoken


def test_a_meeting_has_a_page_once_something_was_presented():
    """What is only prepared for a meeting is nobody's business yet."""
    report = larkhaven()
    (meeting,) = report.meetings
    waiting = report.model_copy(
        update={"meetings": (meeting.model_copy(update={"presented": ()}),)}
    )

    assert presented(report) == (meeting,)
    assert presented(waiting) == ()
    for one, there in ((report, True), (waiting, False)):
        assert has_page(addresses.MEETINGS, snapshot(one, one.about.as_of)) is there


def test_the_list_leads_to_each_meeting():
    """By its day, with its item and how many documents there are."""
    (section,) = spoken(meetings_view(larkhaven())).sections
    (row,) = section.table.rows

    assert row[0][0].target == "meetings/2024-02-20/"
    assert [piece.text for cell in row[1:] for piece in cell] == ["Regular meeting", "7.B", "1"]


def test_a_meeting_shows_each_document_with_its_form_and_digest():
    """The link leads to the file itself, and the digest is whole."""
    (meeting,) = larkhaven().meetings
    (document,) = meeting.presented
    documents, digests = spoken(meeting_view(larkhaven(), meeting)).sections

    (row,) = documents.table.rows
    assert row[0][0].target == "meetings/2024-02-20/staff-report.pdf"
    assert row[1][0].text == "PDF, 2 pages, 44 kB"
    (fact,) = digests.facts
    assert (fact.name, fact.value[0].text) == (document.file, document.digest)
