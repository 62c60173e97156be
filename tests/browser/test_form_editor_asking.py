"""What the form editor asks, tells and refuses beside its own forms: as a person works in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from form_editor import Desk, desk
from playwright.sync_api import Browser, Dialog, Locator, expect
from sites import REAL, SAMPLE

from generator.commands import check
from generator.core.issues import errors_in
from generator.core.timings import Timings

pytestmark = pytest.mark.slow


@pytest.fixture
def sample(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Return the editor at work on the sample town, which has Owners and updates that are due."""
    with desk(browser, SAMPLE, tmp_path) as at_work:
        yield at_work


@pytest.fixture
def real(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Return the editor at work on the real content, which has long lists."""
    with desk(browser, REAL, tmp_path, height=900) as at_work:
        yield at_work


def _questions(at_work: Desk) -> list[str]:
    """Return the fields of a form that are seen; parts of one question are not counted again."""
    fields: Locator = at_work.page.locator("section.field:visible")
    paths = [field.get_attribute("data-key-path") or "" for field in fields.all()]
    return [path for path in paths if "." not in path]


def test_it_opens_on_what_is_due_and_marks_what_was_posted(sample: Desk) -> None:
    """The list is for everybody or for one; what was posted meanwhile leads to what was posted."""
    page = sample.page
    page.get_by_role("button", name="What is due").click()
    rows = page.locator("#due li[data-initiative]")
    assert rows.filter(visible=True).count() == 6
    page.get_by_label("Show what is due from").select_option("Front Desk Manager, Owner")
    expect(rows.filter(visible=True)).to_have_count(2)
    page.locator("#due [data-milestone=mid-2024] a:visible").click()
    expect(page.get_by_role("combobox", name="Initiative")).to_have_text(
        "One form for every request"
    )

    sample.choose("Status", "On track")
    sample.tell("Nine of nine.")
    sample.save()
    page.get_by_role("button", name="What is due").click()
    posted = page.locator("#due [data-posted]:visible")
    expect(posted).to_have_text(re.compile("One form for every request.*posted", re.DOTALL))
    posted.get_by_role("link").click()
    expect(page.get_by_role("combobox", name="Status", exact=True)).to_have_text("On track")


def test_a_field_is_asked_where_an_answer_needs_it(sample: Desk) -> None:
    """Seven questions at most; what is not asked is filled in, and the file passes the check."""
    sample.open("updates-mid-2024/new?initiative=one-form")
    expect(sample.page.get_by_role("textbox", name="Reason")).to_be_hidden()
    assert _questions(sample) == ["initiative", "status", "body", "ask", "confidence", "as_of"]
    sample.choose("Status", "Completed")
    expect(sample.page.get_by_role("textbox", name="Ended or completed on")).to_be_visible()
    assert _questions(sample) == ["initiative", "status", "actual_on", "body", "as_of"]
    sample.choose("Status", "Off track")
    sample.choose("Confidence", "Low confidence")
    expect(sample.page.get_by_role("textbox", name="Why that confidence")).to_be_visible()

    sample.refused("Please fill in “Reason” and “Help needed” and “Why that confidence”")
    assert sample.changed() == []
    sample.write("Reason", "Nobody has sent a question.")
    sample.write("Why that confidence", "No office has time for it.")
    sample.page.get_by_role("checkbox", name=re.compile("Help needed")).click()
    sample.write("Help needed from", "Town Council")
    sample.write("Help needed: what", "Ask each office for an hour.")
    sample.write("Help needed: by when", "2024-04")
    sample.write("As of", "2024-03-01")
    sample.save()
    path = sample.settings.root / "content/updates/mid-2024/one-form.md"
    sample.copy_back()
    written = path.read_text("utf-8")
    assert 'author: "desk-manager"\n' in written
    assert 'confidence_by: "Front Desk Manager"\n' in written
    # Nothing is entered before the day of which it speaks.
    assert 'recorded: "2024-03-01"\n' in written
    assert errors_in(check.check(sample.settings, Timings()).issues) == []
    assert check.fmt(sample.settings, write=False).changed == {}


def test_who_reports_is_asked_only_where_nobody_is_known(sample: Desk) -> None:
    """Without an Owner or a Sponsor on record the form cannot know, and says so."""
    sample.open("updates-mid-2024/new?initiative=open-ledger")
    expect(sample.page.get_by_role("combobox", name="Who reports")).to_be_visible()
    sample.choose("Status", "On track")
    sample.refused("Please fill in “Who reports”: needed with what is reported.")


def test_keys_choose_what_is_shown(real: Desk) -> None:
    """Typed into the filter and taken with Enter, at the speed at which people type."""
    wanted = {
        "wi-fi": "Introduce WeHo Wi-Fi",
        "vision": "Launch WeHo Vision Zero Campaign",
        "bicy": "Increase number of shared bicycles per capita",
        "fiber": "Build WeHo Fiber utility",
    }
    real.open("records/new")
    box = real.page.get_by_role("combobox", name="Initiative", exact=True)
    for downs in (1, 0):
        for typed, title in wanted.items():
            box.focus()
            real.page.keyboard.press("Enter")
            expect(real.page.get_by_role("searchbox", name="Filter Options")).to_be_focused()
            real.page.keyboard.type(typed, delay=60)
            options = real.page.get_by_role("option")
            expect(options.filter(visible=True)).to_have_count(1)
            for _ in range(downs):
                real.page.keyboard.press("ArrowDown")
            real.page.keyboard.press("Enter")
            expect(box).to_have_text(title)


def test_a_published_id_stays(sample: Desk) -> None:
    """In a record's own form and in a list; that of a record just begun can be corrected."""
    page = sample.page
    sample.open("initiatives/entries/one-form")
    expect(page.get_by_role("textbox", name="Id", exact=True).first).not_to_be_editable()
    sample.open("initiatives/new")
    expect(page.get_by_role("textbox", name="Id", exact=True).first).to_be_editable()
    sample.open("updates-mid-2024/entries/mid-2024/tide-gauge")
    page.get_by_role("combobox", name="Initiative", exact=True).press("n")
    expect(page.get_by_role("combobox", name="Initiative", exact=True)).to_have_text(
        "Tide gauges on every quay"
    )

    sample.open("settings/entries/cycles")
    cycles = page.locator("section[data-key-path=cycles]")
    cycles.get_by_role("button", name="Expand All").first.click()
    first = page.locator("section[data-key-path='cycles.0.id'] input")
    expect(first).to_have_value("fy2021-23")
    expect(first).not_to_be_editable()
    cycles.get_by_role("button", name=re.compile("Add .?Budget cycle")).click()
    expect(page.locator("section[data-key-path='cycles.2.id'] input")).to_be_editable()


def test_removing_asks_first(sample: Desk) -> None:
    """Whoever says no keeps the cycle; whoever says yes has removed it from the form."""
    asked: list[str] = []
    answers = iter([False, True])

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if next(answers):
            dialog.accept()
        else:
            dialog.dismiss()

    sample.page.on("dialog", answer)
    sample.open("settings/entries/cycles")
    cycles = sample.page.locator("section[data-key-path=cycles]")
    remove = cycles.get_by_role("button", name="Remove", exact=True).first
    remove.click()
    expect(cycles.get_by_text("fy2021-23")).to_be_visible()
    remove.click()
    expect(cycles.get_by_text("fy2021-23")).to_be_hidden()
    assert len(asked) == len(["no", "yes"])
    assert asked[0].startswith("Remove “fy2021-23” from Cycles?")


def test_each_field_has_one_tab_stop(sample: Desk) -> None:
    """From the status on, each press of Tab leads to another field."""
    sample.open("updates-mid-2024/new?initiative=one-form")
    # The editor of the text is loaded after the rest of the form.
    sample.page.locator("section.field[data-key-path=body] [contenteditable=true]").first.wait_for(
        state="attached"
    )
    sample.page.get_by_role("combobox", name="Initiative", exact=True).focus()
    where = "() => document.activeElement.closest('section.field')?.dataset.keyPath"
    reached = []
    for _ in range(3):
        reached.append(sample.page.evaluate(where))
        sample.page.keyboard.press("Tab")
    assert reached == ["initiative", "status", "body"]
