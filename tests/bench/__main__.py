"""Measure our tool beside other builders and write docs/performance.md.

`python3 tasks.py bench` runs everything, which takes hours; `--quick` takes minutes.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import CalledProcessError
from time import monotonic

from tests.bench.figures import Figures
from tests.bench.kinds import BY_TURNS, KINDS
from tests.bench.projects import Town, prepare, prepare_portfolio
from tests.bench.report import write
from tests.bench.results import ROOT, Book
from tests.bench.spending import BenchError

ROOM = ROOT / "build" / "bench"
QUICK = (43, 500)
ROUNDS, QUICK_ROUNDS = 5, 1
LEFT_OUT = ("growth", "pdf")
"""Kinds that a quick run leaves out: no target is about them, or one of larger numbers."""


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for and write the table of everything measured so far."""
    asked = _asked(arguments)
    book = Book(asked.room / "results.jsonl")
    for kind in asked.kinds:
        numbers = [n for n in KINDS[kind][1] if n in asked.sizes]
        if kind in BY_TURNS and len(numbers) < 2:
            continue
        for number in numbers:
            for name in NAMES.get(kind, (kind,)):
                book.forget(name, number)
        ready = prepare_portfolio if kind == "portfolio" else prepare
        turns = asked.rounds if kind in BY_TURNS else 1
        for number in numbers * turns:
            _measure(book, kind, ready(number, asked.room), asked.rounds // turns)
            write(Figures(book), asked.output, asked.note)
    write(Figures(book), asked.output, asked.note)
    return 0


def _measure(book: Book, kind: str, town: Town, rounds: int) -> None:
    started = monotonic()
    try:
        KINDS[kind][0](book, town, rounds)
    except (BenchError, OSError, CalledProcessError) as fault:
        _say(f"{kind} at {town.number:,} failed: {fault}")
    _say(f"{kind} at {town.number:,}: {monotonic() - started:,.0f} s")


NAMES = {
    "cold": ("cold", "weight", "index"),
    "generator": ("parse", "generate, cold"),
    "with-pdfs": ("with PDFs",),
}
"""Under which names a kind keeps its results, where not under its own."""


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tasks.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="N = 43 and 500, one run of each")
    parser.add_argument("--sizes", type=_numbers, help="numbers of initiatives, as 43,500")
    parser.add_argument("--kinds", type=_kinds, help=", ".join(KINDS))
    parser.add_argument("--rounds", type=int, help="runs of each")
    parser.add_argument("--note", default="", help="a sentence to stand with the figures")
    parser.add_argument("--room", type=Path, default=ROOM, help="where towns and results are kept")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "performance.md")
    asked = parser.parse_args(arguments)
    every = sorted({n for _, numbers in KINDS.values() for n in numbers})
    usual = [kind for kind in KINDS if not (asked.quick and kind in LEFT_OUT)]
    asked.kinds = asked.kinds or usual
    asked.sizes = asked.sizes or (QUICK if asked.quick else every)
    asked.rounds = asked.rounds or (QUICK_ROUNDS if asked.quick else ROUNDS)
    asked.room = asked.room.resolve()
    return asked


def _numbers(written: str) -> list[int]:
    return [int(word.replace("_", "")) for word in written.split(",")]


def _kinds(written: str) -> list[str]:
    found = [kind for kind in written.split(",") if kind]
    unknown = [kind for kind in found if kind not in KINDS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(KINDS)}")
    return found


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
