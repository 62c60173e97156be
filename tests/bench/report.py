"""The results as docs/performance.md: what must hold, what was measured, on what machine."""

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.figures import Figures, exponent
from tests.bench.targets import rows

INTRODUCTION = """\
# Performance

Made by `python3 tasks.py bench`; do not edit by hand. Towns of N initiatives with five editions
behind them are made from a seed (N=43 is the real content), and every program builds the same
generated Markdown, by turns, each run a whole process. Times are medians. CPU is user and system
time with all children; memory is that of the largest process.

- **ours**: `annual-report build --no-documents`: checks, generates, builds the site, data included.
- **ours, not accelerated**: the same with MkDocs left alone.
- **MkDocs, flat nav**: `mkdocs build` of the generated Markdown with our `mkdocs.yml`, and nothing
  of ours in the process.
- **MkDocs, all in nav**: the same pages, each of them in the nav, in Material's theme as it comes
  (our own header would print the nav more than once). Left out at 5,000, where one build would take
  about a quarter of an hour and ten gigabytes.
- **Zensical, flat nav**: the same folder and configuration as MkDocs, flat nav.
- **Hugo**: the same Markdown with a theme of one template, and a search index of every page.

An edit is one changed sentence in one update; beside ours stand `annual-report generate` and then a
plain `mkdocs build`. Under `serve`, the time runs from the file's change to the new words in the
answer; `mkdocs serve` is given the changed Markdown itself. "Material's default" index is what its
search plugin makes of the same pages if nothing is marked.
"""


def write(figures: Figures, path: Path, note: str = "") -> None:
    """Write the report; a `note` says what must be known of the runs."""
    path.write_text("\n".join(_lines(figures, note)) + "\n", "utf-8")


def _lines(figures: Figures, note: str) -> Iterator[str]:
    yield INTRODUCTION
    yield f"Machine: {_machine()}."
    yield f"Code: {_codes(figures)}"
    if note:
        yield note
    yield "\n## What it must show\n"
    yield from _table(
        ("what", "against", "at most", "measured", "met?"),
        [
            (r.what, r.against, r.target, r.measured, {True: "yes", False: "**no**"}.get(r.met, ""))
            for r in rows(figures)
        ],
    )
    for kind, heading in HEADINGS.items():
        if figures.numbers(kind):
            yield f"\n## {heading}\n"
            yield from _runs(figures, kind)
    yield "\n## Search index, bytes\n"
    yield from _index(figures)
    yield "\n## Growth of CPU seconds, cold\n"
    yield from _growth(figures)


HEADINGS = {
    "cold": "Cold build",
    "unchanged": "Nothing changed",
    "edit": "One data edit to finished site",
    "serve": "One edit in `serve`",
    "parse": "Plain C-loader parse",
    "generate, cold": "Generator, cold",
    "generate, unchanged": "Generator, nothing changed",
    "pdf": "The full report in print",
    "with PDFs": "Site, data and PDFs, cold",
}


def _runs(figures: Figures, kind: str) -> Iterator[str]:
    found = []
    for number in figures.numbers(kind):
        for who in figures.names(kind, number):
            wall, cpu, peak, output = (
                figures.value(kind, number, who, what) for what in ("wall", "cpu", "peak", "output")
            )
            runs = len(figures.runs(kind, number, who, "wall"))
            size = _number(output and output / 1e6, 1)
            cells = (_number(wall, 2), _number(cpu, 2), _number(peak, 0), size, str(runs))
            found.append((f"{number:,}", who, *cells))
    head = ("N", "who", "wall s", "CPU s", "peak MiB", "output MB", "runs")
    shown = [n for n in range(len(head)) if any(row[n] for row in found)]
    yield from _table([head[n] for n in shown], [[row[n] for n in shown] for row in found])


def _index(figures: Figures) -> Iterator[str]:
    found = [
        (
            f"{number:,}",
            who,
            _number(figures.value("index", number, who, "raw"), 0),
            _number(figures.value("index", number, who, "zipped"), 0),
        )
        for number in figures.numbers("index")
        for who in figures.names("index", number)
    ]
    yield from _table(("N", "index", "raw", "gzip"), found)


def _growth(figures: Figures) -> Iterator[str]:
    found = []
    numbers = figures.numbers("cold")
    for who in figures.names("cold", numbers[0]) if numbers else []:
        runs = {
            n: figures.runs("cold", n, who, "cpu") for n in numbers if n >= min(500, numbers[-1])
        }
        power = exponent({n: r for n, r in runs.items() if r})
        if power:
            span = f"{min(n for n in runs if runs[n]):,} to {max(n for n in runs if runs[n]):,}"
            cells = (f"{power[0]:.3f}", f"{power[1]:.3f} to {power[2]:.3f}", span)
            found.append((who, *cells))
    yield from _table(("who", "exponent", "95 % interval", "N"), found)


def _table(head: Sequence[str], body: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in body:
        yield f"| {' | '.join(row)} |"


def _number(value: float | None, places: int) -> str:
    return "" if value is None else f"{value:,.{places}f}"


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return (
        f"{cores} cores shared with other work, {memory:.0f} GiB of memory, {platform.system()} on "
        f"{platform.machine()}, Python {platform.python_version()}"
    )


def _codes(figures: Figures) -> str:
    """Say which revision each kind was measured at, those of one revision together."""
    by_code: dict[str, list[str]] = {}
    for (kind, number), codes in sorted(figures.codes().items()):
        by_code.setdefault(", ".join(sorted(codes)), []).append(f"{kind} at {number:,}")
    if len(by_code) == 1:
        return f"revision {next(iter(by_code))}."
    parts = (f"revision {code}: {', '.join(kinds)}" for code, kinds in by_code.items())
    return "; ".join(parts) + ". A + behind a revision: with changes not yet committed."
