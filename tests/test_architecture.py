"""The house's plan, held by tests: sizes, names, who may know whom, what lies at the top."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
CEILING_MODULE = 400
CEILING_FUNCTION = 50

MAY_IMPORT = {
    "core": set(),
    "theme": set(),
    "storage": {"core"},
    "model": set(),
    "words": {"model"},
    "prose": {"core"},
    "load": {"core", "storage", "model"},
    "derive": {"model", "words"},
    "check": {"core", "model", "words", "prose", "derive"},
    "views": {"core", "model", "words", "derive"},
    "render": {"core", "storage", "theme", "model", "words", "prose", "views"},
    "export": {"theme", "model", "words", "derive"},
    "publish": {
        *("core", "storage", "theme", "model", "words", "derive", "views", "render", "export"),
    },
    "editorial": {
        *("core", "storage", "theme", "model", "words", "load", "derive", "check", "export")
    },
    "cli": {"core", "model", "editorial", "commands"},
    "__main__": {"cli"},
}
"""Who may know whom; the commands, which join all stages, may know everything."""

AT_THE_TOP = {
    *("content", "docs", "generator", "overrides", "tests"),
    *("mkdocs.yml", "pyproject.toml", "setup.py", "tasks.py", "package.json", "package-lock.json"),
    *("requirements.lock", "requirements-dev.lock"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"),
}


def name_of(module):
    """Return a module's path below the package."""
    return module.relative_to(PACKAGE).as_posix()


@pytest.fixture(scope="module")
def trees():
    """Return the syntax tree of every module, by its name."""
    return {name_of(module): ast.parse(module.read_text("utf-8")) for module in MODULES}


def room_of(name):
    """Return the room a module belongs to: its first folder, or its own name at the top."""
    return name.split("/")[0].removesuffix(".py")


def functions_in(tree):
    """Return every function of a module, methods and inner ones as well."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def length_of(function):
    """Return a function's lines without its docstring and decorators."""
    first = function.body[0]
    docstring = ast.get_docstring(function, clean=False)
    lines = function.end_lineno - function.lineno + 1
    return lines - (first.end_lineno - first.lineno + 1 if docstring is not None else 0)


def imports_in(tree):
    """Return the full name of everything a module imports; a relative import begins with `?`."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            stem = "generator.?" if node.level else node.module
            names += [f"{stem}.{alias.name}" for alias in node.names]
    return names


def imported_rooms(tree):
    """Return the rooms that a module imports, and nothing but `` for the package's root."""
    parts = (name.split(".") for name in imports_in(tree))
    return {(rest[0] if rest else "") for head, *rest in parts if head == "generator"}


def clock_readings(tree):
    """Return every expression and import of a module by which it would learn the time of day."""
    clocks = {"now", "utcnow", "today", "time_ns", "localtime", "gmtime", "ctime"}
    owners = {"datetime", "date"}
    used = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    found = []
    for name in used + imports_in(tree):
        *owner, last = name.split(".")
        of_a_date = owner[-1:] and owner[-1] in owners and last in clocks
        if of_a_date or name == "time.time" or (owner == ["time"] and last in clocks):
            found.append(name)
    return found


def tracked_files():
    """Return every file that git knows in this project, as paths from its top."""
    found = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [path for path in found.stdout.split("\0") if (ROOT / path).is_file()]


def test_no_module_is_too_long_to_read_in_one_sitting():
    """A module has at most 400 lines."""
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > CEILING_MODULE} == {}


def test_no_function_is_too_long_to_hold_in_mind(trees):
    """A function has at most 50 lines besides its docstring."""
    lengths = {
        (name, function.name): length_of(function)
        for name, tree in trees.items()
        for function in functions_in(tree)
    }
    assert {where: length for where, length in lengths.items() if length > CEILING_FUNCTION} == {}


def test_no_module_is_named_for_nothing():
    """Every module's name says what it is about; a drawer for odds and ends has no such name."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
    assert [name_of(module) for module in MODULES if {*module.parts, module.stem} & drawers] == []


def test_every_module_says_what_it_is_for(trees):
    """A module opens with a docstring, from which the map of the house is made."""
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_every_room_has_its_place_in_the_plan(trees):
    """A new room says in MAY_IMPORT whom it may know."""
    rooms = set(map(room_of, trees))
    assert rooms - {"commands", "__init__"} == MAY_IMPORT.keys()


def test_a_room_knows_only_the_rooms_it_may(trees):
    """A module imports by name from the rooms that the plan allows, never through the root."""
    too_many = {
        name: imported_rooms(tree) - {room_of(name)} - MAY_IMPORT[room_of(name)]
        for name, tree in trees.items()
        if room_of(name) in MAY_IMPORT
    }
    assert {name: rooms for name, rooms in too_many.items() if rooms} == {}


def test_nothing_reads_the_clock(trees):
    """The same content gives the same bytes on any day; only durations may be measured."""
    readings = {name: clock_readings(tree) for name, tree in trees.items()}
    assert {name: found for name, found in readings.items() if found} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\nx = datetime.datetime.now()",
        "from datetime import date\nx = date.today()",
        "import time\nx = time.time()",
        "from time import time_ns as counter\nx = counter()",
    ],
)
def test_each_way_to_read_the_clock_is_seen(source):
    """The watch over the clock is not blind to an alias or to a bare import."""
    assert clock_readings(ast.parse(source))


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import generator", {""}),
        ("from generator import model", {"model"}),
        ("from generator.load import files", {"load"}),
        ("from ..derive import totals", {"?"}),
        ("import json", set()),
    ],
)
def test_each_way_to_import_a_room_is_seen(source, rooms):
    """The watch over the rooms reads every form of import; a relative one is never allowed."""
    assert imported_rooms(ast.parse(source)) == rooms


def test_the_top_of_the_project_holds_only_what_is_planned():
    """A new file at the top is a decision, not an accident."""
    top = {path.split("/")[0] for path in tracked_files()}
    assert {name for name in top if not name.startswith(".")} <= AT_THE_TOP


def test_no_file_names_a_place_on_one_machine():
    """The project stands alone: no text names a private folder of whoever wrote it."""
    private = re.compile(rb"(?<![\w.])/(?:work|home|Users|root)/[\w.-]+/")
    texts = [path for path in tracked_files() if not path.endswith((".woff2", ".png", ".pdf"))]
    assert [path for path in texts if private.search((ROOT / path).read_bytes())] == []
