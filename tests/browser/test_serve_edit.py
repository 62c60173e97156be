"""`serve --edit` as one whole act: the guide's words alone, from a project as it was copied.

The clicks that the guide promises are those that the page itself counts here.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import guide
import pytest
from form_editor import Desk, opened
from playwright.sync_api import Browser, expect
from previews import SERVE, Running, running
from sites import ROOT, SAMPLE, make_project

from generator.commands.check import check
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.cms.collections import CONFIGURATION

pytestmark = pytest.mark.slow


def _project(root: Path) -> Settings:
    """Copy a project with its look, as the repository has it."""
    settings = make_project(SAMPLE, root)
    (root / ".gitignore").write_text("/build/\n/site/\n", "utf-8")
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@city.example"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", *who, *words], cwd=root, check=True)
    return settings


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Settings, Running]]:
    """Start the preview of a clean copy, with the form editor in it."""
    settings = _project(tmp_path / "report")
    with running(settings.root, [*SERVE, "--edit"]) as program:
        program.shows("edit/", "How to use this")
        yield settings, program
        program.end()
        assert program.program.returncode == 0


def _begin(at_work: Desk) -> None:
    """Choose the update from what is due, then the folder: steps 1 and 2."""
    at_work.page.goto(f"{at_work.address}edit/")
    due = at_work.page.locator("#due [data-milestone=mid-2024]")
    due.get_by_role("link", name="One form for every request").click()
    at_work.page.get_by_role("button", name="Work with Local Repository").click()
    expect(at_work.page.get_by_role("button", name="Save", exact=True)).to_be_visible()


def _errors(settings: Settings) -> list[str]:
    return [issue.code for issue in errors_in(check(settings, Timings()).issues)]


def test_an_update_is_posted_by_the_guides_words_alone(
    browser: Browser, served: tuple[Settings, Running]
) -> None:
    """Fields and presses are as many as promised; the file is that of all ways; the site shows it.

    Then one word more in a field of it is a line of the file, and the site shows that too.
    """
    settings, program = served
    page = guide.page(guide.EDITOR)
    rows = page.rows("field")
    with opened(browser, settings, program.address) as at_work:
        _begin(at_work)
        at_work.fill_in(rows)
        at_work.save()
        counted = {"field": len(rows) + 1, "click": at_work.presses, "command": 0}
        assert page.takes() == counted
        at_work.copy_back()
        assert (settings.root / guide.UPDATE).read_text("utf-8") == guide.update_file()
        program.shows("initiatives/one-form/", "Two of nine offices have not sent their questions")
        at_work.git("add", "content")
        at_work.git("commit", "--quiet", "--message", "Post")

        at_work.open("initiatives/entries/one-form")
        at_work.add("Summary", " Or two.")
        at_work.save()
        assert at_work.changed() == ["1 1 content/initiatives/one-form.yml"]
        program.shows("initiatives/one-form/", "Ask for anything with one form. Or two.")
        assert at_work.left == []
    said = program.tells("Work with Local Repository")
    assert f"Serving on {program.address} until" in said
    assert f"The form editor is at {program.address}edit/ " in said


def test_the_five_mistakes_lead_back(browser: Browser, served: tuple[Settings, Running]) -> None:
    """Two cannot be made, and the form refuses three; not one reaches a file."""
    settings, program = served
    page = guide.page(guide.EDITOR)
    rows = page.rows("field")
    with opened(browser, settings, program.address) as at_work:
        _begin(at_work)
        assert _offered(at_work, "Status") == _words("status")
        at_work.fill_in({**rows, "As of": "9 February 2024"})
        at_work.page.get_by_role("button", name="Save", exact=True).click()
        expect(at_work.page.get_by_text(page.message(guide.MISTAKES[4]))).to_be_visible()
        at_work.page.get_by_role("button", name="Show Errors").click()
        assert at_work.changed() == []

        at_work.write("As of", rows["As of"])
        at_work.write("Reason", "")
        at_work.refused(page.message(guide.MISTAKES[1]))
        assert at_work.changed() == []
        at_work.write("Reason", rows["Reason"])
        at_work.save()
        at_work.copy_back()
        assert _errors(settings) == []
        assert (settings.root / guide.UPDATE).read_text("utf-8") == guide.update_file()

        at_work.open("updates-mid-2024/new?initiative=one-form")
        expect(at_work.page.locator("#told")).to_contain_text("already has an update")
        at_work.fill_in(rows)
        at_work.refused(page.message(guide.MISTAKES[2]))
        at_work.open("records/new")
        assert "Harbor News" not in _offered(at_work, "Sources")
        at_work.copy_back()
        assert at_work.git("status", "--porcelain", "content").count("\n") == 1


def _offered(at_work: Desk, label: str) -> list[str]:
    """Return what a list that opens offers, and close it again."""
    at_work.page.get_by_role("combobox", name=label, exact=True).click()
    expect(at_work.page.get_by_role("option").first).to_be_visible()
    options = [words.strip() for words in at_work.page.get_by_role("option").all_inner_texts()]
    at_work.page.keyboard.press("Escape")
    expect(at_work.page.get_by_role("option").first).to_be_hidden()
    return [re.sub(r"\s+", " ", words) for words in options]


def _words(name: str) -> list[str]:
    """Return the labels that the committed forms give the choices of a field of an update."""
    made = json.loads((ROOT / CONFIGURATION).read_text("utf-8"))
    [updates] = [row for row in made["collections"] if row["name"] == "updates"]
    [field] = [field for field in updates["fields"] if field["name"] == name]
    return [option["label"] for option in field["options"]]


def test_the_guide_is_one_press_away(browser: Browser, served: tuple[Settings, Running]) -> None:
    """The line above the editor opens the guide in a page of its own; its links arrive."""
    settings, program = served
    with opened(browser, settings, program.address) as at_work:
        with at_work.page.expect_popup() as opening:
            at_work.page.get_by_role("link", name="How to use this: the guide").click()
        page = opening.value
        expect(page.get_by_role("heading", level=1)).to_have_text("For editors")
        page.get_by_role("link", name="What each status means").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What each status means")
        page.get_by_role("link", name="The public site").click()
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert at_work.left == []
