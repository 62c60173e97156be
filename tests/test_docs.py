"""The maintainers' pages are true: each command is described, and the map of modules is current."""

import ast
import re
from pathlib import Path

import click
import pytest
from commands import commands_of, options_of
from test_architecture import MAY_IMPORT

import tasks
from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]
ARCHITECTURE = ROOT / "docs" / "architecture.md"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]


def words_of(*names):
    """Return the text of some of the project's pages."""
    return "\n".join((ROOT / name).read_text("utf-8") for name in names)


def code_in(text):
    """Return every line of code that a page shows, in blocks and between backticks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()] + re.findall(
        r"`([^`\n]+)`", text
    )


def first_sentence(module):
    """Return the first sentence of a module's docstring, in one line."""
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return re.split(r"(?<=\.)\s", " ".join(docstring.split()), maxsplit=1)[0]


def list_of_modules():
    """Return the list for docs/architecture.md: each module with its purpose."""
    modules = sorted((ROOT / "generator").rglob("*.py"))
    entries = [(path.relative_to(ROOT).as_posix(), first_sentence(path)) for path in modules]
    return "".join(f"- `{path}`: {purpose}\n" for path, purpose in entries)


def with_modules(page, modules):
    """Return a page with the list between its two marks replaced."""
    head, _, rest = page.partition("<!-- modules -->\n")
    _, _, tail = rest.partition("<!-- end of modules -->")
    return f"{head}<!-- modules -->\n{modules}<!-- end of modules -->{tail}"


@pytest.mark.parametrize("name", sorted(commands_of(main.main)))
def test_every_command_is_described(name):
    """A command that exists is in CONTRIBUTING.md."""
    assert f"| `annual-report {name}" in words_of("CONTRIBUTING.md")


@pytest.mark.parametrize("name", sorted(tasks.TASKS))
def test_every_task_is_described(name):
    """A task that exists is in CONTRIBUTING.md."""
    assert f"| `{name}` |" in words_of("CONTRIBUTING.md")


def test_commands_that_are_shown_exist():
    """README and CONTRIBUTING name no command, option or task that is not there."""
    for line in code_in(words_of("README.md", "CONTRIBUTING.md")):
        match line.split():
            case ["annual-report", name, *rest]:
                command = commands_of(main.main)[name]
                assert isinstance(command, click.Command)
                assert {word for word in rest if word.startswith("--")} <= options_of(command)
            case ["python3", "tasks.py", name, *_] if name != "TASK":
                assert name in tasks.TASKS


@pytest.mark.usefixtures("golden")
def test_the_map_of_modules_is_current(request):
    """docs/architecture.md lists every module with the first sentence of its docstring."""
    page = ARCHITECTURE.read_text("utf-8")
    current = with_modules(page, list_of_modules())
    if request.config.getoption("--update-golden"):
        ARCHITECTURE.write_text(current, "utf-8", newline="\n")
        page = current
    assert page == current, "python3 tasks.py golden renews it"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page):
    """A link of a maintainers' page to a file of the project finds that file."""
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_map_of_rooms_says_what_is_enforced():
    """The table of rooms in docs/architecture.md allows exactly the imports that tests allow."""
    rows = re.findall(
        r"^\| (`\w+`.*?) \|.*\| (.*?) \|$", words_of("docs/architecture.md"), re.MULTILINE
    )
    told = {
        room: set() if allowed == "nothing of ours" else set(allowed.split(", "))
        for rooms, allowed in rows
        for room in re.findall(r"`(\w+)`", rooms)
        if room != "commands"
    }
    assert told == {room: allowed for room, allowed in MAY_IMPORT.items() if room != "__main__"}
