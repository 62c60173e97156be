"""Mistakes that people make in text files: each is told once, at its place, with its next step."""

import shutil

import pytest
from larkhaven import SAMPLE

from generator.cli.reporting import as_text
from generator.commands.check import check
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings

UPDATE = "updates/mid-2024/one-form.md"
TEXT = """\
---
initiative: "one-form"
milestone: "mid-2024"
as_of: "2024-02-09"
basis: "reported"
author: "desk-manager"
status: "at_risk"
reason: "Two of nine are silent."
phase: "adaptation"
confidence: "not_assessed"
recorded: "2024-02-09"
---
Seven of nine desks use it.
"""
CITES = "sources:\n  - {}\n---\nSeven"
TABS = TEXT.replace(": ", ":\t")

MISTAKES = {
    "a quotation mark is not closed": (UPDATE, TEXT.replace('silent."', "silent.")),
    "a quotation mark inside a text": (UPDATE, TEXT.replace("nine are", '"nine" are')),
    "no line above the keys": (UPDATE, TEXT.removeprefix("---\n")),
    "no line above the keys, and tabs": (UPDATE, TABS.removeprefix("---\n")),
    "no line below the keys": (UPDATE, TEXT.replace("---\nSeven", "Seven")),
    "no line at all": (UPDATE, TEXT.replace("---\n", "")),
    "tabs": (UPDATE, TABS),
    "the ending of a text file": (f"{UPDATE}.txt", TEXT),
    "a slip in the initiative": (UPDATE, TEXT.replace("one-form", "one-from")),
    "a slip in the initiative and the name": (
        "updates/mid-2024/one-from.md",
        TEXT.replace("one-form", "one-from"),
    ),
    "the initiative of another file": (
        "updates/mid-2024/night-ferry.md",
        TEXT.replace("one-form", "one-from"),
    ),
    "the initiative by its title": (
        UPDATE,
        TEXT.replace('"one-form"', '"One form for every request"'),
    ),
    "the milestone by its title": (
        UPDATE,
        TEXT.replace('"mid-2024"', '"Middle of the 2023 to 2025 cycle"'),
    ),
    "a post by its title": (UPDATE, TEXT.replace('"desk-manager"', '"Front Desk Manager"')),
    "a post with its words in another order": (
        UPDATE,
        TEXT.replace("desk-manager", "manager-desk"),
    ),
    "an address among the sources": (
        UPDATE,
        TEXT.replace("---\nSeven", CITES.format("https://news.example/larkhaven?q=a&b=c")),
    ),
    "an unknown address among the sources": (
        UPDATE,
        TEXT.replace("---\nSeven", CITES.format("https://larkhaven.example/new")),
    ),
    "a date in words": (UPDATE, TEXT.replace('as_of: "2024-02-09"', 'as_of: "Feb 9, 2024"')),
    "a date with the year last": (UPDATE, TEXT.replace('as_of: "2024-02-09"', 'as_of: "2/9/2024"')),
    "a day in words": (UPDATE, TEXT.replace('recorded: "2024-02-09"', 'recorded: "Feb 9, 2024"')),
}


def told(tmp_path, changed):
    """Return what a check says of the sample with other texts for some of its files."""
    root = tmp_path / "report"
    shutil.copytree(SAMPLE.content, root / "content")
    for path, text in changed.items():
        (root / "content" / path).write_text(text, "utf-8")
    return as_text(errors_in(check(Settings(root), Timings()).issues))


def test_the_update_without_a_mistake_has_none(tmp_path):
    """What is told below is told of the mistake alone."""
    assert told(tmp_path, {UPDATE: TEXT}) == "0 errors, 0 warnings.\n"


@pytest.mark.slow
def test_mistakes_in_text_files_are_told_with_place_cause_and_next_step(tmp_path, golden):
    """Each message as it is, to be read by whoever changes one."""
    said = {
        mistake: told(tmp_path / str(number), {path: text})
        for number, (mistake, (path, text)) in enumerate(MISTAKES.items())
    }
    golden("mistakes", {"text-files.txt": "\n".join(f"# {m}\n{s}" for m, s in said.items())})
    for mistake, text in said.items():
        assert "content/updates/mid-2024/" in text, mistake
        assert text.count("next step: ") <= 2, mistake


def test_a_cycle_that_was_removed_is_told_once(tmp_path):
    """Every place that names it is in the one message."""
    cycles = (SAMPLE.content / "cycles.yml").read_text("utf-8")
    before, removed, after = cycles.partition('  - id: "fy2023-25"')
    said = told(tmp_path, {"cycles.yml": before + after[after.index("milestones:") :]})
    assert removed
    assert said.count('"fy2023-25", which does not exist') == 1
    assert said.count("content/cycles.yml:") + said.count("tide-gauge.yml:") == 5
    assert "If it was removed or renamed, put it back" in said


@pytest.mark.parametrize("kind", ["initiatives", "areas"])
def test_a_fault_in_a_file_with_another_name_is_told_in_that_file(tmp_path, kind):
    """The place is that of the file as it is, whatever id it gives."""
    file = min((SAMPLE.content / kind).glob("*.yml"))
    text = file.read_text("utf-8").replace(f'id: "{file.stem}"', 'id: "other"', 1)
    said = told(tmp_path, {f"{kind}/{file.name}": f'{text}sources:\n  - "none"\n'})
    assert "content:1:1" not in said
