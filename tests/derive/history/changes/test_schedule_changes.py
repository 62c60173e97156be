"""What became of a schedule is told in sentences, beside what was planned before."""

from datetime import date

from larkhaven import larkhaven

from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import snapshot
from tests.spoken import ENGLISH


def told(initiative: str, before: date, after: date) -> list[str]:
    """Return what changed of an initiative's schedule and steps between two days."""
    seen = [snapshot(larkhaven(), day) for day in (before, after)]
    return [
        ENGLISH(sentence.text)
        for sentence in changes(*seen)
        if sentence.kind is ChangeKind.ROADMAP and sentence.subject == f"initiative:{initiative}"
    ]


def test_a_new_schedule_gets_one_sentence():
    """With its start and its end."""
    found = told("night-ferry", date(2022, 1, 1), date(2022, 9, 1))
    assert (
        "The start is planned for the fourth quarter of 2022. The end is planned for June 2023."
        in found
    )


def test_an_end_that_moved_is_told_with_the_date_before():
    """And with the reason."""
    found = told("night-ferry", date(2023, 2, 20), date(2023, 7, 1))
    assert "The end planned for June 2023 moved to December 2023. No boat was to be had." in found


def test_forecasts_and_what_came_are_told():
    """Each by itself, what came beside the plan of its time."""
    found = told("night-ferry", date(2022, 12, 1), date(2024, 2, 1))
    assert any("It began January 16, 2023, later than planned" in text for text in found)
    assert any("The end is expected May 2024 (forecast December 2023)." in text for text in found)


def test_steps_tell_forecasts_and_that_they_have_begun():
    """As steps tell their new dates and outcomes."""
    found = told("night-ferry", date(2023, 1, 1), date(2023, 10, 1))
    begun = next(text for text in found if text.startswith("Lights on the island jetty: expected"))
    assert "Lights on the island jetty: begun May 2023." in begun
    assert any("Fare boxes for islanders: dropped, March 2023" in text for text in found)
