"""The form editor on what the other forms leave out: off the cycle, years, editions, words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from form_editor import Desk, desk
from playwright.sync_api import Browser, expect
from sites import SAMPLE

from generator.commands import check
from generator.core.issues import errors_in
from generator.core.timings import Timings

pytestmark = pytest.mark.slow


@pytest.fixture
def sample(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Return the editor at work on the sample town, which leaves no field unused."""
    with desk(browser, SAMPLE, tmp_path) as at_work:
        yield at_work


def _sound(at_work: Desk) -> None:
    """Assert that the content passes the check and is in its normal form."""
    assert errors_in(check.check(at_work.settings, Timings()).issues) == []
    assert check.fmt(at_work.settings, write=False).changed == {}


def _change_off_the_cycle(at_work: Desk, day: str) -> None:
    at_work.open("off-cycle/new")
    at_work.choose("Initiative", "Tide gauges on every quay")
    at_work.write("Day of the change", day)
    at_work.choose("Status", "On track")
    at_work.tell("A pole more.")


def test_a_change_between_milestones_stands_under_its_day_and_is_never_written_over(
    sample: Desk,
) -> None:
    """Two days are two files; the same day again is refused in words, and nothing is lost."""
    for day in ("2023-12-20", "2024-01-20"):
        _change_off_the_cycle(sample, day)
        sample.save()
        path = f"content/updates/{day}/tide-gauge.md"
        assert [line.split(" ")[1:] for line in sample.changed()] == [["0", path]]
        sample.git("commit", "--quiet", "--all", "--message=Post")
    _sound(sample)

    _change_off_the_cycle(sample, "2024-01-20")
    sample.refused("“Tide gauges on every quay” already has an update for “2024-01-20”")
    assert sample.changed() == []


def test_a_posted_change_can_be_edited_at_once_and_later(sample: Desk) -> None:
    """What was made in this session, and what was there before, are not taken for new ones."""
    _change_off_the_cycle(sample, "2023-12-20")
    sample.save()
    for form, place in (
        ("off-cycle", "2023-12-20/tide-gauge"),
        ("records-between", "2023-08-15/kiosk-hours"),
    ):
        sample.changed()
        sample.git("commit", "--quiet", "--all", "--message=Before")
        sample.open(f"{form}/entries/{place}")
        sample.tell(" More.")
        sample.save()
        assert sample.changed() == [f"1 1 content/updates/{place}.md"]


def test_a_new_evaluation_stands_in_its_year_under_its_subject(sample: Desk) -> None:
    """The file bears the id, the record the word before the colon too; a second one is refused."""

    def fill_in() -> None:
        sample.open("evaluations-initiative/new")
        sample.choose("Initiative", "One form for every request")
        sample.page.get_by_role("spinbutton", name="Year", exact=True).fill("2023")
        sample.write("As of", "2023-12")
        sample.choose("Reported, official or compiled", "Reported")
        sample.choose("Result", "Met")
        sample.write("What shows that", "Every desk has it.")
        sample.choose("Decision", "Continue")

    fill_in()
    sample.save()
    path = "content/evaluations/2023/one-form.md"
    assert [line.split(" ")[1:] for line in sample.changed()] == [["0", path]]
    written = (sample.settings.root / path).read_text("utf-8")
    assert written.startswith('---\nsubject: "initiative:one-form"\nyear: 2023\n')
    _sound(sample)

    sample.git("commit", "--quiet", "--all", "--message=Post")
    fill_in()
    sample.page.get_by_role("button", name="Save", exact=True).click()
    expect(sample.page.get_by_text("There is already one: one-form, 2023.")).to_be_visible()
    assert sample.changed() == []


def test_the_vocabulary_and_editions_change_by_a_line(sample: Desk) -> None:
    """All words and all that an edition says are kept but for what was added."""
    sample.open("settings/entries/vocabulary")
    box = sample.page.locator("[data-key-path='status.on_track.label'] input")
    _open_all(sample)
    box.fill("All on course")
    sample.save()
    assert sample.changed() == ["1 1 content/vocabulary.yml"]
    sample.git("commit", "--quiet", "--all", "--message=Words")

    sample.open("editions/entries/2022/edition")
    sample.add("Title", " again")
    sample.save()
    assert sample.changed() == ["1 1 content/editions/2022/edition.yml"]


def test_a_new_edition_is_begun_open(sample: Desk) -> None:
    """Its year is its folder; it is open, which nobody can change here."""
    sample.open("editions/new")
    sample.page.get_by_role("spinbutton", name="Year", exact=True).fill("2024")
    sample.write("Title", "Promises Report 2024")
    sample.write("As of", "2024-01")
    sample.choose("Kind", "Published")
    sample.save()
    path = "content/editions/2024/edition.yml"
    assert [line.split(" ")[1:] for line in sample.changed()] == [["0", path]]
    assert 'state: "open"\n' in (sample.settings.root / path).read_text("utf-8")
    assert check.fmt(sample.settings, write=False).changed == {}


def test_the_holder_of_a_role_and_a_goal_are_chosen_by_name(sample: Desk) -> None:
    """Inside a list too, a post is offered by its title, and the word for none beside it."""
    sample.open("initiatives/entries/shade-trees")
    roles = sample.page.locator("[data-key-path=roles]")
    roles.get_by_role("button", name="Expand All").first.click()
    holder = sample.page.locator("[data-key-path='roles.0.holder']")
    holder.get_by_role("combobox").click()
    sample.page.get_by_role("option", name="vacant", exact=True).first.click()
    sample.save()
    assert sample.changed() == ["1 1 content/initiatives/shade-trees.yml"]


def _open_all(at_work: Desk) -> None:
    for _ in range(60):
        shut = at_work.page.locator("button[aria-expanded=false][aria-controls^=object]")
        if not shut.count():
            return
        shut.first.click()
