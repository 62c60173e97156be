"""What the figures must show: each target with what was measured and whether it is met."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.bench.builders import FLAT, NAV, OURS, OWN, PAGES, ZENSICAL, Builder
from tests.bench.figures import Figures, exponent

LARGE = (500, 2_000, 5_000)
PAGE_LIMIT = 500_000
ALIKE = 0.02
NO_LIMIT = "no limit set"


@dataclass(frozen=True, slots=True)
class Row:
    """One target: what, beside what, the limit, and what was measured."""

    what: str
    against: str
    target: str
    measured: str
    met: bool | None
    """None where nothing was measured, or no limit is set."""


def rows(figures: Figures) -> Iterator[Row]:
    """Yield every target in the order of the table."""
    yield from _builds(figures)
    yield from _edits(figures)
    yield from _growth(figures)
    yield from _memory(figures)
    yield from _generator(figures)
    yield from _pages(figures)
    yield _printing(figures)
    yield from _paper(figures)


def _ratio(  # noqa: PLR0913, PLR0917 - a row's words, and two measurements
    what: str,
    against: str,
    most: float | None,
    ours: float | None,
    other: float | None,
    unit: str = "s",
) -> Row:
    """Return the row of a ratio; without a limit it only tells how things are."""
    limit = NO_LIMIT if most is None else f"{most:g}"
    if ours is None or not other:
        return Row(what, against, limit, "not measured", None)
    found = ours / other
    places = 2 if unit == "s" else 0
    shown = f"{found:.3f} ({ours:,.{places}f} / {other:,.{places}f} {unit})"
    return Row(what, against, limit, shown, None if most is None else found <= most)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two programs that were measured in one kind of run, at one number of initiatives."""

    kind: str
    number: int
    one: str
    other: Builder

    def beside(self, f: Figures, words: str, most: float | None, against: str = "") -> Row:
        """Return the row of both, by the clock and by the processor, which is disturbed less."""
        ours, theirs = (
            {what: f.value(self.kind, self.number, who, what) for what in ("wall", "cpu")}
            for who in (self.one, self.other.name)
        )
        row = _ratio(words, against or self.other.name, most, ours["wall"], theirs["wall"])
        if ours["cpu"] is None or not theirs["cpu"]:
            return row
        return replace(row, measured=f"{row.measured}; CPU {ours['cpu'] / theirs['cpu']:.3f}")


def _builds(f: Figures) -> Iterator[Row]:
    pairs = [(500, NAV, 0.12, None), (500, FLAT, 0.20, 0.40), (500, ZENSICAL, None, None)]
    for number, other, most, _ in pairs:
        words = f"cold build of the site from the same Markdown, N={number:,}"
        yield _Pair("cold", number, PAGES.name, other).beside(f, words, most)
    for number, other, _, most in pairs:
        words = f"cold build of everything, generator included, N={number:,}"
        against = f"{other.name}, from finished Markdown"
        yield _Pair("cold", number, OURS.name, other).beside(f, words, most, against)


def _edits(f: Figures) -> Iterator[Row]:
    for number in (43, 500, 5_000):
        words = f"one data edit to finished site, generator included, N={number:,}"
        pair = _Pair("edit", number, OURS.name, FLAT)
        yield pair.beside(f, words, None, "generate and MkDocs, flat nav")
    for number, most in ((43, 0.12), (500, 0.05)):
        ours, theirs = (f.value("serve", number, who) for who in (OWN, "mkdocs serve"))
        yield _ratio(f"one edit in `serve`, N={number}", "`mkdocs serve`", most, ours, theirs)
    largest = f.value("serve", 5_000, OWN)
    if largest is not None:
        yield Row("one edit in `serve`, N=5,000", "", "6 s", f"{largest:.2f} s", largest <= 6)


def _growth(f: Figures) -> Iterator[Row]:
    kind = growth_kind(f)
    runs = {n: f.runs(kind, n, OURS.name, "cpu") for n in f.numbers(kind)}
    large = {n: values for n, values in runs.items() if n in LARGE}
    enough = len(large) == len(LARGE)
    found = exponent(large if enough else runs)
    what = "growth exponent of CPU seconds, whole pipeline, cold"
    if found is None:
        yield Row(what, "", "1.0", "not measured", None)
        return
    fewest = min(len(values) for values in (large if enough else runs).values())
    span = "500 to 5,000" if enough else f"{min(runs):,} to {max(runs):,} only"
    shown = f"{found[0]:.3f} (95 %: {found[1]:.3f} to {found[2]:.3f}; {span}, {fewest} runs each)"
    yield Row(what, "", "1.0", shown, found[0] <= 1 if enough else None)


def _memory(f: Figures) -> Iterator[Row]:
    """Yield what each further initiative takes of memory, ours beside what a plain build takes."""
    words = "memory of the largest process, for each further initiative"
    for one, against in ((OURS, growth_kind(f)), (PAGES, "cold"), (FLAT, "cold")):
        peaks = {n: f.value(against, n, one.name, "peak") for n in LARGE}
        found = {n: peak for n, peak in peaks.items() if peak is not None}
        if len(found) < 2:
            continue
        least, most = min(found), max(found)
        slope = (found[most] - found[least]) / (most - least) * 1024
        shown = f"{slope:,.0f} KiB ({found[least]:,.0f} MiB at {least:,}, {found[most]:,.0f} MiB"
        yield Row(f"{words}: {one.name}", "", NO_LIMIT, f"{shown} at {most:,})", None)


def growth_kind(f: Figures) -> str:
    """Return in which kind of run growth shows: runs of their own if there are at every size."""
    return "growth" if set(LARGE) <= set(f.numbers("growth")) else "cold"


def _generator(f: Figures) -> Iterator[Row]:
    for number in f.numbers("parse"):
        parse = f.value("parse", number, "C loader", "cpu")
        whole = f.value("generate, cold", number, OWN, "cpu")
        what = f"generator, CPU, cold, N={number:,}"
        yield _ratio(what, "plain C-loader parse", 3, whole, parse)
    for number in f.numbers("positions"):
        ours, parse = (f.value("positions", number, who, "cpu") for who in (OWN, "C loader"))
        what = f"positions for messages, CPU, N={number:,}"
        yield _ratio(what, "plain C-loader parse", 1.25, ours, parse)


def _pages(f: Figures) -> Iterator[Row]:
    pages = {n: f.value("weight", n, OWN, "page") for n in f.numbers("weight")}
    found = {n: size for n, size in pages.items() if size and n >= LARGE[0]}
    what = "HTML of an initiative's page, mean"
    if len(found) > 1:
        least, most = min(found), max(found)
        change = found[most] / found[least] - 1
        shown = f"{change:+.1%} ({found[least]:,.0f} at {least:,}, {found[most]:,.0f} at {most:,})"
        yield Row(what, f"N={least:,}", "within 2 %", shown, abs(change) <= ALIKE)
    else:
        yield Row(what, "N=500", "within 2 %", "not measured", None)
    for number in f.numbers("weight"):
        for name in ("status", "roadmap"):
            size = f.value("weight", number, OWN, name)
            if size is not None:
                what = f"`/{name}/`, gzip, N={number:,}"
                yield Row(what, "", "500,000 bytes", f"{size:,.0f}", size < PAGE_LIMIT)


def _printing(f: Figures) -> Row:
    what = "real content, site, data and PDFs, cold"
    return _Pair("with PDFs", 43, OWN, FLAT).beside(f, what, 3, "MkDocs, flat nav, pages alone")


def _paper(f: Figures) -> Iterator[Row]:
    """Yield the council's full report, of which the limits are seconds and MiB, not shares."""
    for number, seconds, memory in ((43, 2, None), (500, 12, 1_024)):
        for what, most in (("wall", seconds), ("peak", memory)):
            found = f.value("pdf", number, "full report", what)
            if most is not None and found is not None:
                unit = "s" if what == "wall" else "MiB"
                name = f"full report in print, whole process, N={number:,}"
                yield Row(name, "", f"{most:,} {unit}", f"{found:,.2f} {unit}", found <= most)
