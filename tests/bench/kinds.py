"""Everything that is measured, one function for each kind of run; those beside others by turns."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.bench.builders import BUILDERS, FLAT, GENERATE, OURS, OWN, PARSE, Builder
from tests.bench.previews import preview_times
from tests.bench.projects import BIN, ROOT, TOOL, Town, edit, size_of
from tests.bench.results import Book
from tests.bench.spending import spend
from tests.bench.weights import note_weights

Kind = Callable[[Book, Town, int], None]
"""Measures one town so many times and notes what it found."""


def cold(book: Book, town: Town, rounds: int) -> None:
    """Measure a build from nothing, by every builder: ours of the pages alone, and of all."""
    for turn in range(rounds):
        builders = [one for one in BUILDERS if one.takes_part(town.number, turn)]
        for builder in _shuffled(builders, turn):
            builder.clear(town)
            _build(book, "cold", town, builder)
            if not turn:
                site = builder.project(town) / builder.site
                book.note("cold", town.number, builder.name, output=size_of(site))
    note_weights(book, town)


def grown(book: Book, town: Town, rounds: int) -> None:
    """Measure our whole build from nothing, for how its cost grows with the number."""
    for _ in range(rounds):
        OURS.clear(town)
        _build(book, "growth", town, OURS)


def edited(book: Book, town: Town, rounds: int) -> None:
    """Measure one changed update to the finished site; beside ours, generate and plain MkDocs."""
    spend(OURS.command(town.ours), ROOT)
    spend(GENERATE(town.flat), ROOT)
    for _ in range(rounds):
        edit(town.ours)
        edit(town.flat)
        _build(book, "edit", town, OURS)
        both = spend(GENERATE(town.flat), ROOT) + spend(FLAT.command(town.flat), ROOT)
        book.note_spent("edit", town.number, FLAT.name, both)


def previewed(book: Book, town: Town, rounds: int) -> None:
    """Measure one edit under `serve`, from the file's change to the new words in the browser."""
    for name, seconds in preview_times(town, rounds):
        book.note("serve", town.number, name, wall=seconds)


def generator(book: Book, town: Town, rounds: int) -> None:
    """Measure the generator alone, beside a plain parse."""
    for _ in range(rounds):
        book.note_spent("parse", town.number, "C loader", spend([*PARSE, town.flat], ROOT))
        shutil.rmtree(town.ours / "build", ignore_errors=True)
        cold_run = spend(GENERATE(town.ours), ROOT)
        book.note_spent("generate, cold", town.number, OWN, cold_run)


def positions(book: Book, town: Town, rounds: int) -> None:
    """Measure the reader that knows where every value is, beside a plain parse."""
    script = [*PARSE, town.flat, str(rounds)]
    for without, with_them in json.loads(_said(script)):
        book.note("positions", town.number, "C loader", cpu=without)
        book.note("positions", town.number, OWN, cpu=with_them)


def printed(book: Book, town: Town, rounds: int) -> None:
    """Measure the full report in print, beside an empty document."""
    empty = [BIN / "python", "-c", "import typst; typst.compile(b'= Empty')"]
    paper = town.folder / "report.pdf"
    for _ in range(rounds):
        book.note_spent("pdf", town.number, "empty document", spend(empty, ROOT))
        report = [TOOL, "--project", town.ours, "pdf", "report", "--output", paper]
        book.note_spent("pdf", town.number, "full report", spend(report, ROOT))
    volumes = town.folder.glob("report*.pdf")
    book.note("pdf", town.number, "full report", output=sum(one.stat().st_size for one in volumes))


def everything(book: Book, town: Town, rounds: int) -> None:
    """Measure a cold build of site, data and all PDFs, beside `mkdocs build` of the same pages."""
    whole = [TOOL, "--project", town.ours, "build"]
    for _ in range(rounds):
        OURS.clear(town)
        book.note_spent("with PDFs", town.number, OWN, spend(whole, ROOT))
        FLAT.clear(town)
        _build(book, "with PDFs", town, FLAT)


def portfolio(book: Book, town: Town, rounds: int) -> None:
    """Measure `check` and a cold build of a portfolio with money, schedules, and quarters."""
    check = [TOOL, "--project", town.ours, "check"]
    for _ in range(rounds):
        book.note_spent("portfolio", town.number, "check", spend(check, ROOT))
        OURS.clear(town)
        _build(book, "portfolio", town, OURS)


KINDS: dict[str, tuple[Kind, tuple[int, ...]]] = {
    "cold": (cold, (43, 500, 2_000, 5_000)),
    "growth": (grown, (500, 2_000, 5_000)),
    "edit": (edited, (43, 500, 2_000, 5_000)),
    "serve": (previewed, (43, 500, 5_000)),
    "generator": (generator, (43, 500, 2_000, 5_000)),
    "positions": (positions, (43, 500)),
    "pdf": (printed, (43, 500)),
    "with-pdfs": (everything, (43,)),
    "portfolio": (portfolio, (500, 2_000)),
}
"""Each kind with the numbers of initiatives that it is measured at."""
BY_TURNS = ("growth",)
"""Kinds of which each round goes through all numbers, so that no busy hour is that of one."""


def _build(book: Book, kind: str, town: Town, builder: Builder) -> None:
    spent = spend(builder.command(builder.project(town)), ROOT, builder.env)
    book.note_spent(kind, town.number, builder.name, spent)


def _ready(town: Town, builder: Builder) -> None:
    if not (builder.project(town) / builder.site).exists():
        spend(builder.command(builder.project(town)), ROOT, builder.env)


def _shuffled(builders: list[Builder], turn: int) -> list[Builder]:
    """Return the builders in an order of their own for each turn, the same at every run."""
    order = list(builders)
    random.Random(turn).shuffle(order)  # noqa: S311 - for fairness, not for secrecy
    return order


def _said(command: list[str | Path]) -> str:
    made = subprocess.run([str(w) for w in command], capture_output=True, text=True, check=True)
    return made.stdout
