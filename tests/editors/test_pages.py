"""The guide's other pages are true: their commands exist and run, their examples are accepted."""

import re

import guide
import pytest
from click.testing import CliRunner
from commands import commands_of, options_of

import tasks
from generator.cli import main
from generator.core.naming import name_list
from generator.load.yaml.source import parse_yaml
from generator.model.statuses import REPORTED, Confidence, Status, Trait

pytestmark = pytest.mark.slow

PAGES = sorted(guide.FOLDER.glob("*.md"))
FILLED_IN = {
    "MILESTONE": "mid-2024",
    "ID": "one-form",
    "POST": "water-manager",
    "DATE": "2024-02-08",
    "YEAR": "2022",
    "AREA": "harbour",
    "TITLE": "Bells",
    "SUMMARY": "Ring.",
    "SOURCE": "first-report",
}


def shown(text):
    """Return every line of code of a page, between backticks and in blocks for a shell."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    lines += [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", text)]
    return [line for line in lines if line.startswith(("annual-report ", "python3 tasks.py "))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_exist(page):
    """No page names a command, an option or a task that is not there."""
    for line in shown(page.read_text("utf-8")):
        match line.split():
            case ["annual-report", "--project", *_]:
                continue
            case ["annual-report", name, *rest]:
                known = options_of(commands_of(main.main)[name])
                assert {word for word in rest if word.startswith("--")} <= known, line
            case ["python3", "tasks.py", name, *_]:
                assert name in tasks.TASKS, line


def calendar():
    """Return the commands of the calendar and of each act that need no other machine."""
    text = (guide.FOLDER / "run-the-cycle.md").read_text("utf-8")
    other = (
        "report links",
        "report redact",
        "--apply",
        " 2016 2017",
        "BASE..HEAD",
        "history",
        "freeze",
        "pdf",
        "present",
        "cms",
        "tasks.py",
        " before content",
    )
    return [line for line in dict.fromkeys(shown(text)) if not any(word in line for word in other)]


@pytest.mark.parametrize("line", calendar())
def test_the_calendars_commands_run(town, line, monkeypatch):
    """With its words in capitals filled in, each command of the cycle does what it is there for."""
    monkeypatch.chdir(town.root)
    words = [FILLED_IN.get(word, word) for word in line.split()[1:]]
    if words[:2] == ["new", "initiative"]:
        words[2] = "harbour-bells"
    if "--owner" in words and "--sponsor" in words:
        words[words.index("--sponsor") + 1] = "harbour-director"
    # Some of the sample's roles begin later than others, so a source stands for its claim.
    extra = ["--source", "harbour-news"] if words[0] == "assign" else []
    done = CliRunner().invoke(main.main, [*words, *extra])
    assert done.exit_code == 0, (words, done.output)


def test_the_edition_that_is_shown_is_one(town):
    """The guide's edition.yml fits the model, and an edition made as it says has no fault."""
    text = (guide.FOLDER / "run-the-cycle.md").read_text("utf-8")
    block = re.search(r"```text\n(\s+year: .*?)\s+```", text, re.DOTALL)
    assert block
    shown_file = re.sub(r"^ {3}", "", block[1], flags=re.MULTILINE) + "\n"
    assert parse_yaml(shown_file.encode(), "edition.yml")[1] == []
    here = shown_file.replace("2026-11-23", "2024-02-10").replace("2026", "2024")
    town.write("content/editions/2024/edition.yml", here)
    town.write("content/editions/2024/introduction.md", "How it stood.\n")
    assert town.faults() == []
    assert town.sh("annual-report fmt --check") == ""


NEEDED = {
    Trait.REASON: "reason",
    Trait.ASK: "ask",
    Trait.DAY: "actual_on",
    Trait.SUCCESSOR: "continues_in",
}
"""What a status asks of an update, by the key that says it."""


def test_every_status_is_explained():
    """What each status means is in the guide, with what else it needs."""
    text = (guide.FOLDER / "statuses.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|.*\|([^|]*)\|$", text, re.MULTILINE)
    assert {name: re.findall(r"`(\w+)`", needed) for name, needed in rows} == {
        status.value: [name for trait, name in NEEDED.items() if trait in status.traits]
        for status in REPORTED
    }
    assert f"`{Status.NOT_REPORTED}`" in text
    explained = name_list([c.value for c in Confidence if Trait.REASON in c.traits], "and")
    assert f"{explained.capitalize()} need `confidence_by`" in " ".join(text.split())


def test_conflict_marks_are_shown_as_git_writes_them():
    """The page on review shows the three lines that have to go, and the code that finds them."""
    text = (guide.FOLDER / "review.md").read_text("utf-8")
    for mark in ("<<<<<<< ", "=======\n", ">>>>>>> ", "Y032"):
        assert mark in text


def test_readme_leads_to_the_guide(root):
    """Whoever opens the repository finds the guide and its first page."""
    readme = (root / "README.md").read_text("utf-8")
    assert "(docs/editors/index.md)" in readme
    assert "(docs/editors/post-an-update.md)" in readme
