"""The results as docs/performance.md: what must hold, what was measured, on what machine."""

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.builders import BUILDERS, OURS
from tests.bench.figures import Figures, exponent
from tests.bench.targets import LARGE, growth_kind, rows

INTRODUCTION = """\
# Performance

Made by `python3 tasks.py bench`; do not edit by hand. Towns of N initiatives with five editions
behind them are made from a seed (N=43 is the real content). The programs run by turns, each run a
whole process. Times are medians by the clock. CPU is user and system time with all children. MiB
peak is what the largest process of a run held at once: a program that copies itself holds more in
all, and its copies share what they have not changed.

A cold build starts without a site and without anything that an earlier build kept. Two things of
ours are measured so, and they must not be confused:

- **ours, pages alone**: what `annual-report build` does once the Markdown is generated, and no
  more: the very Markdown that the other builders get is turned into the published site. This is
  what can be compared with them, and the targets for cold builds of the site are about it.
- **ours, whole build**: `annual-report build --no-documents`, which reads and checks the content,
  verifies the frozen editions, generates the Markdown and the data, and then builds the site. The
  other builders do none of the former; the rows that say "generator included" set it beside them
  all the same, so that it can be seen what a user waits for.
- **not accelerated**: the same of either, with MkDocs left alone.
- **MkDocs, flat nav**: `mkdocs build` of the generated Markdown with our `mkdocs.yml`, and nothing
  of ours in the process.
- **MkDocs, all in nav**: the same pages, each of them in the nav, in Material's theme as it comes
  (our own header would print the nav more than once). Left out at 5,000, where one build would take
  about a quarter of an hour and ten gigabytes, and built no more than twice at 2,000.
- **Zensical, flat nav**: the same folder and configuration as MkDocs, flat nav.
- **Hugo**: the same Markdown with a theme of one template, and a search index of every page.

Ours includes the search index that Pagefind makes of the finished pages; MkDocs makes none here.

An edit is one changed sentence in one update; beside ours stand `annual-report generate` and then a
plain `mkdocs build`. Under `serve`, the time runs from the file's change to the new words in the
answer; `mkdocs serve` is given the changed Markdown itself. Growth is measured on our whole build,
cold; its exponent is the slope of a line through the logarithms of all single runs, and its
interval comes from drawing the runs anew. What each further initiative takes of memory is the
difference between the smallest and the largest N, divided by the initiatives between them.
"""
FLOORS = Path(__file__).with_name("floors.md")
"""What is written by hand: of each target that is not reached, the profile and the floor."""


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
    yield f"\n{FLOORS.read_text('utf-8').strip()}"
    for kind, heading in HEADINGS.items():
        if figures.numbers(kind):
            yield f"\n## {heading}\n"
            yield from _runs(figures, kind)
    yield "\n## Growth of CPU seconds, cold\n"
    yield from _growth(figures)


HEADINGS = {
    "cold": "Cold build",
    "growth": "Whole build, cold, for its growth",
    "edit": "One data edit to finished site",
    "serve": "One edit in `serve`",
    "parse": "Plain C-loader parse",
    "generate, cold": "Generator, cold",
    "pdf": "The full report in print",
    "with PDFs": "Site, data and PDFs, cold",
    "portfolio": "Portfolio: 90 amounts by year and fund, quarters, and delays for each initiative",
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


def _growth(figures: Figures) -> Iterator[str]:
    found = []
    for who in dict.fromkeys([OURS.name, *(builder.name for builder in BUILDERS)]):
        kind = growth_kind(figures) if who == OURS.name else "cold"
        runs = {n: figures.runs(kind, n, who, "cpu") for n in LARGE}
        power = exponent(runs)
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
