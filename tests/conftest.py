"""What every test may ask for: the project's folder, a browser, golden files."""

import ast
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from statistics import median

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright
from processes import running_children

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
CHROMIUM = Path("/usr/bin/chromium")

# The same examples on every machine. `tasks.py sweep` tries more, and others on every run;
# `--hypothesis-profile=explore` looks for new ones as long as it takes.
settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=25)
settings.register_profile("sweep", deadline=None, database=None, max_examples=200)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")

# What a page must come to is waited for; beside busy cores the usual five seconds are too few.
expect.set_options(timeout=60_000)

ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): what loses its parent becomes a child of this process."""


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program's catalogues and the made language's beside them."""
    # Not above: a project that is made to test this file has no program.
    from made_language import make_catalog  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("catalog")
    make_catalog(folder)
    return folder


@pytest.fixture
def made_catalog(made_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find the made language (`made_language.MADE`)."""
    monkeypatch.setattr("generator.words.bundles.CATALOG", made_folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switches that the task file uses."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run")
    parser.addoption("--access-results", help="write here what the tests of access looked at")
    parser.addoption("--every-page", action="store_true", help="visit all pages of the two sites")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep only the golden tests when golden files are to be rewritten."""
    if config.getoption("--update-golden"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


def pytest_report_header() -> str:
    """Report the sizes that a reader meets; only their ceilings are tested."""
    modules = sorted((ROOT / "generator").rglob("*.py"))
    texts = [path.read_text("utf-8") for path in modules]
    functions = [
        node.end_lineno - node.lineno + 1
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    ]
    module, function = median(len(text.splitlines()) for text in texts), median(functions)
    return f"house: {len(modules)} modules; median lines: module {module:g}, function {function:g}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for skipped tests where the caller asked for that: a skip is not a pass."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    asked = session.config.getoption("--no-skips")
    if asked and reporter and reporter.stats.get("skipped") and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_running() -> Iterator[None]:
    """Fail the session's last test for every program that tests started and did not end.

    It is set up before, and so torn down after, all other fixtures of the session.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1)
    before = running_children().keys()
    yield
    left = {pid: words for pid, words in running_children().items() if pid not in before}
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert left == {}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium, started once; fail plainly where there is none."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: run `python3 tasks.py test` with the right to install")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Mapping[str, str]], None]:
    """Return a check of `{path: text}` against a folder of tests/golden, file by file.

    With `--update-golden` the folder is brought to the texts instead.
    """
    update = request.config.getoption("--update-golden")

    def compare(folder: str, texts: Mapping[str, str]) -> None:
        if update:
            _rewrite(GOLDEN / folder, texts)
        assert dict(texts) == _texts_in(GOLDEN / folder), "python3 tasks.py golden renews them"

    return compare


def _texts_in(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def _rewrite(folder: Path, texts: Mapping[str, str]) -> None:
    for path in _texts_in(folder).keys() - texts.keys():
        (folder / path).unlink()
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="\n")
