"""How long an edit takes to reach a browser, under our preview and under `mkdocs serve`."""

import os
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

from tests.bench.builders import GENERATE, OWN
from tests.bench.projects import BIN, ROOT, TOOL, Town, edit, edited_page, new_word
from tests.bench.spending import BenchError, spend

LONGEST = 600.0
LARGEST_OF_MKDOCS = 500
"""Above, `mkdocs serve` takes minutes for each edit, and only ours is measured."""
STEP = 0.01
SETTLED = 1.5
"""Seconds between an edit that has arrived and the next: nobody edits faster."""


def preview_times(town: Town, rounds: int) -> Iterator[tuple[str, float]]:
    """Yield who and how many seconds, for each edit; ours and MkDocs by turns of whole sessions."""
    page = edited_page(town.ours)
    ours = [TOOL, "--project", town.ours, "serve", "--port"]
    for seconds in _session(ours, page, lambda: edit(town.ours), rounds):
        yield OWN, seconds
    if town.number > LARGEST_OF_MKDOCS:
        return
    theirs = [BIN / "mkdocs", "serve", "--quiet", "-f", town.flat / "mkdocs.yml", "-a"]
    spend(GENERATE(town.flat), ROOT)
    markdown = town.docs / f"{page.rstrip('/')}.md"
    for seconds in _session(theirs, page, lambda: _edit_markdown(markdown), rounds):
        yield "mkdocs serve", seconds


def _edit_markdown(file: Path) -> str:
    """Change a page by hand, which is all that a preview of MkDocs alone would see."""
    word = new_word()
    lines = file.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("Benchmarked")]
    file.write_text("\n".join([*kept, "", f"{word.capitalize()}.", ""]), "utf-8")
    return word


def _session(
    command: Sequence[str | Path], page: str, write: Callable[[], str], rounds: int
) -> Iterator[float]:
    port = _free_port()
    address = f"127.0.0.1:{port}"
    words = [str(word) for word in command]
    last = str(port) if words[-1] == "--port" else address
    with _running([*words, last]):
        _wait_for(f"http://{address}/{page}", "")
        sleep(SETTLED)
        for _ in range(rounds):
            started = perf_counter()
            word = write()
            _wait_for(f"http://{address}/{page}", word)
            yield perf_counter() - started
            sleep(SETTLED)


@contextmanager
def _running(words: Sequence[str]) -> Iterator[None]:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        words, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(address: str, word: str) -> None:
    """Ask for a page until it holds a word, which is where a reader would see it."""
    until = perf_counter() + LONGEST
    while perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
                if word.lower() in answer.read().decode(errors="replace").lower():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        sleep(STEP)
    raise BenchError(f"{address} never held {word!r}.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
