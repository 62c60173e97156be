"""The form editor in a real browser: small changes stay small, and nothing is written over."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from form_editor import Desk, desk
from playwright.sync_api import Browser, expect
from sites import REAL, ROOT, SAMPLE

from generator.commands import check
from generator.core.issues import errors_in
from generator.core.timings import Timings

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SETS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN_AXE = """async tags => (await axe.run(document, { runOnly: { type: "tag", values: tags } }))
  .violations.filter(found => ["serious", "critical"].includes(found.impact))
  .map(found => `${found.id}: ${found.nodes[0].target.join(" ")}`)"""


@pytest.fixture
def real(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Return the editor at work on the real content."""
    with desk(browser, REAL, tmp_path, today="2026-11-29") as at_work:
        yield at_work


@pytest.fixture
def sample(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Return the editor at work on the sample town, which leaves no field unused."""
    with desk(browser, SAMPLE, tmp_path) as at_work:
        yield at_work


def _edit_each(at_work: Desk, kind: str, paths: list[str], label: str) -> None:
    """Change one text of each file, the last where it is `What happened`; one line must differ."""
    for path in paths:
        *above, name = path.removeprefix(f"content/{kind}/").rpartition(".")[0].split("/")
        folder, place = kind, "/".join([*above, name])
        if kind == "updates":
            folder = _form_of(at_work.settings.root / path)
        elif kind == "evaluations":
            text = (at_work.settings.root / path).read_text("utf-8")
            subject = re.findall(r'^subject: "([a-z]+)', text, re.MULTILINE)[0]
            folder = f"{kind}-{subject}"
        at_work.open(f"{folder}/entries/{place}")
        if label == "What happened":
            at_work.tell(" More.")
        else:
            at_work.add(label, " More.")
        at_work.save()
        assert at_work.changed() == [f"1 1 {path}"]
        at_work.git("commit", "--quiet", "--all", "--message=Edit")


def _form_of(update: Path) -> str:
    """Return the collection in which a status update is edited: an Owner's, or that of editors."""
    reported = 'basis: "reported"' in update.read_text("utf-8")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", update.parent.name):
        return "off-cycle" if reported else "records-between"
    return f"updates-{update.parent.name}" if reported else "records"


def _files(at_work: Desk, pattern: str) -> list[str]:
    root = at_work.settings.root
    return sorted(path.relative_to(root).as_posix() for path in root.glob(f"content/{pattern}"))


def _by_size(at_work: Desk, pattern: str) -> list[str]:
    root = at_work.settings.root
    return sorted(_files(at_work, pattern), key=lambda path: (root / path).stat().st_size)


def test_one_changed_field_is_one_changed_line(real: Desk) -> None:
    """Of the longest initiatives and updates, a word more in one field changes one line."""
    _edit_each(real, "initiatives", _by_size(real, "initiatives/*.yml")[-4:], "Summary")
    updates = _by_size(real, "updates/*/*.md")
    _edit_each(real, "updates", [*updates[:2], *updates[-2:]], "Reason")


def test_no_field_of_the_sample_town_is_lost(sample: Desk) -> None:
    """Every kind of file, with every field used, keeps all of it but the word that was added."""
    _edit_each(sample, "initiatives", _files(sample, "initiatives/*.yml"), "Summary")
    _edit_each(sample, "areas", _files(sample, "areas/*.yml"), "Question")
    _edit_each(sample, "updates", _by_size(sample, "updates/*/*.md")[-3:], "What happened")
    _edit_each(sample, "evaluations", _files(sample, "evaluations/*/*.md"), "What shows that")
    _edit_each(sample, "pages", _files(sample, "pages/*.md"), "Summary")
    sample.open("settings/entries/report")
    sample.add("Summary", " More.")
    sample.save()
    assert sample.changed() == ["1 1 content/report.yml"]


AT_REST = """() => Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => null)))"""
"""Waits until nothing fades in any more: a color on its way has a contrast of its own."""


def _post(at_work: Desk, on: str) -> None:
    """Post what an editor has compiled."""
    at_work.open("records/new?initiative=ev-charging&milestone=report-2017")
    at_work.write("As of", on)
    at_work.choose("Status", "Under way, schedule not known")
    at_work.choose("Phase", "Implementation")
    at_work.choose("Confidence", "No forecast")
    at_work.write("Reason", "Told by a test.")
    at_work.write("What shows the phase", "Told by a test.")
    evidence = at_work.page.locator("[data-key-path=evidence]")
    evidence.get_by_role("button", name=re.compile("Add")).click()
    evidence.get_by_role("textbox").first.fill("council-directs")
    at_work.page.get_by_role("combobox", name="Sources").click()
    at_work.page.get_by_role("option").nth(3).click()
    # Not the Escape key: with no list open it closes the form.
    at_work.page.mouse.click(5, 2000)
    at_work.tell("All is well.")


def test_a_second_update_is_told_and_never_saved(real: Desk) -> None:
    """An update lands at its path with the day of entry; the same one again is refused in words."""
    _post(real, "2017-08")
    real.save()
    added = real.changed()
    first = "content/updates/report-2017/ev-charging.md"
    assert [line.split(" ")[1:] for line in added] == [["0", first]]
    written = (real.settings.root / first).read_bytes()
    assert b'recorded: "2026-11-29"' in written
    checked = check.check(real.settings, Timings())
    assert [str(i) for i in errors_in(checked.issues) if i.location.path == first] == []
    assert check.fmt(real.settings, write=False).changed == {}

    _post(real, "2017-09")
    expect(real.page.locator("#told")).to_contain_text("a second one is not saved")
    real.refused("already has an update for “Innovations Annual Report 2017”")
    real.changed()
    assert (real.settings.root / first).read_bytes() == written
    assert _files(real, "updates/report-2017/ev-charging*.md") == [first]


def test_a_bad_value_is_refused_in_words(real: Desk) -> None:
    """A date that is none is refused at its field with what to write; no file is made."""
    _post(real, "next spring")
    real.page.get_by_role("button", name="Save", exact=True).click()

    expect(real.page.get_by_text("Write a date as exact as the source")).to_be_visible()
    assert real.changed() == []


def test_nothing_leaves_this_machine(real: Desk) -> None:
    """What the editor would ask other hosts for is refused by its page before it is sent."""
    real.open("initiatives/entries/shared-bicycles")
    real.page.wait_for_load_state("networkidle")

    assert real.left == []


def test_the_editor_is_accessible(real: Desk) -> None:
    """List, form, form with errors and the guide beside them have no serious or critical fault."""
    real.page.get_by_role("button", name="What is due").click()
    real.page.evaluate(AXE.read_text("utf-8"))
    faults = [f"due: {one}" for one in real.page.evaluate(RUN_AXE, SETS)]
    real.page.get_by_role("link", name="all forms").click()
    for place in ("", "new"):
        real.page.goto(f"{real.address}edit/#/collections/updates-report-2017/{place}".rstrip("/"))
        expect(
            real.page.get_by_role("button", name="Save" if place else "New").first
        ).to_be_visible()
        if place:
            real.page.get_by_role("button", name="Save", exact=True).click()
            expect(real.page.get_by_role("button", name="Show Errors")).to_be_visible()
            real.page.evaluate(AT_REST)
        real.page.evaluate(AXE.read_text("utf-8"))
        faults += [f"{place or 'list'}: {one}" for one in real.page.evaluate(RUN_AXE, SETS)]
    for name in sorted(path.stem for path in (ROOT / "docs" / "editors").glob("*.md")):
        real.page.goto(f"{real.address}edit/guide/{name}.html")
        real.page.evaluate(AXE.read_text("utf-8"))
        faults += [f"{name}: {one}" for one in real.page.evaluate(RUN_AXE, SETS)]
    assert faults == []
