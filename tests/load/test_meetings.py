"""Meetings: a file for each, named for its day, says what no other record of a report says."""

from datetime import date

import pytest
from larkhaven import larkhaven, loaded
from sites import SAMPLE, make_project

from generator.commands.check import check
from generator.core.timings import Timings
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.snapshot import snapshot
from generator.export.snapshot_json import to_json

DAY = "2024-02-20"


@pytest.fixture
def project(tmp_path):
    """Return the sample town with files that a test may change."""
    return make_project(SAMPLE, tmp_path)


def faults(project, code):
    """Return where the content breaks a rule, and what is said of it."""
    found = check(project, Timings()).issues
    return [(str(i.location), i.found) for i in found if i.code == code]


def test_a_meeting_is_read_with_its_places():
    """Every text is there, and a message about it leads to its line."""
    (meeting,) = larkhaven().meetings

    assert (meeting.on, meeting.agenda_item) == (date(2024, 2, 20), "7.B")
    assert meeting.prepared_by == ("harbour-director",)
    assert loaded().places.of("meeting", DAY, "agenda_item").line == 3


def test_a_file_is_named_for_the_day_of_its_meeting(project):
    """A copy that keeps the day of the meeting before is told, with both."""
    folder = project.content / "meetings"
    copied = folder / "2024-03-19.yml"
    copied.write_bytes((folder / f"{DAY}.yml").read_bytes())

    (told,) = faults(project, "R104")
    assert told[0].startswith("content/meetings/2024-03-19.yml:1:")
    assert told[1] == f'on "{DAY}" in the file named "2024-03-19"'
    assert faults(project, "R101")


def test_who_prepared_the_report_is_a_post_and_its_texts_are_markdown(project):
    """What names nobody, and what would be lost in print, is told at its line."""
    path = project.content / "meetings" / f"{DAY}.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("harbour-director", "clerk").replace("**night", "<b>night"))

    assert [found for _, found in faults(project, "R108")] == [
        'prepared_by "clerk", which does not exist'
    ]
    assert faults(project, "R701")


def test_no_edition_and_no_data_holds_a_meeting():
    """Papers are made of a report; they are no part of what it reports."""
    now = snapshot(larkhaven(), larkhaven().about.as_of)

    assert now.report.meetings
    assert not frozen_part(now).report.meetings
    assert b'"meetings"' not in to_json(now)
