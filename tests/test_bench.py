"""The benchmark's arithmetic; it is run by a command, and none of its own files is a test."""

import shutil
from pathlib import Path

import pytest

from tests.bench.__main__ import main
from tests.bench.builders import NAV
from tests.bench.figures import Figures, exponent
from tests.bench.pages_alone import PLAIN
from tests.bench.pages_alone import main as pages_alone
from tests.bench.parsing import texts_of
from tests.bench.projects import edit
from tests.bench.report import FLOORS, write
from tests.bench.results import Book, Result
from tests.bench.spending import BenchError, spend
from tests.bench.targets import rows


def result(kind: str, number: int, who: str, what: str, value: float) -> Result:
    """Return a result of no particular code."""
    return Result(kind, number, who, what, value, "abc1234")


def test_growth_is_the_slope_of_the_logarithms() -> None:
    """A cost that grows with the square has the exponent two, and no doubt about it."""
    found = exponent({n: [n * n, n * n] for n in (500, 2_000, 5_000)})
    assert found == pytest.approx((2, 2, 2))
    assert exponent({500: [1.0]}) is None


def test_interval_holds_the_exponent_and_widens_with_noise() -> None:
    """Runs that scatter say how sure the exponent is."""
    found = exponent({500: [1.0, 1.3, 0.9], 5_000: [10.0, 12.0, 8.0]})
    assert found is not None
    assert found[1] < found[0] < found[2]


def test_a_target_is_met_by_the_median_of_its_runs() -> None:
    """One slow run out of three decides nothing."""
    figures = Figures(
        [
            *(result("cold", 500, "ours, pages alone", "wall", v) for v in (1.0, 9.0, 1.2)),
            result("cold", 500, "ours, whole build", "wall", 5.5),
            *(result("cold", 500, "MkDocs, all in nav", "wall", value) for value in (10, 11, 12)),
        ]
    )
    first = next(iter(rows(figures)))
    assert first.measured.startswith("0.109 (1.20 / 11.00")
    assert first.met is True


def test_the_whole_build_is_told_beside_the_same_builders() -> None:
    """Whoever reads of the site alone can see what a user waits for, and which is which."""
    figures = Figures(
        [
            result("cold", 500, "ours, pages alone", "wall", 1.0),
            result("cold", 500, "ours, whole build", "wall", 5.5),
            result("cold", 500, "MkDocs, flat nav", "wall", 10.0),
        ]
    )
    told = {row.what: row for row in rows(figures) if row.against.startswith("MkDocs, flat nav")}
    alone = told["cold build of the site from the same Markdown, N=500"]
    whole = told["cold build of everything, generator included, N=500"]
    assert (alone.measured, alone.met) == ("0.100 (1.00 / 10.00 s)", True)
    assert (whole.measured, whole.met) == ("0.550 (5.50 / 10.00 s)", False)


def test_memory_is_told_by_what_each_further_initiative_takes() -> None:
    """The programs' own size does not count, only how it grows."""
    peaks = {500: 100.0, 5_000: 280.0}
    figures = Figures(result("cold", n, "MkDocs, flat nav", "peak", p) for n, p in peaks.items())
    (row,) = (row for row in rows(figures) if row.what.startswith("memory"))
    assert row.measured == "41 KiB (100 MiB at 500, 280 MiB at 5,000)"


def test_growth_comes_from_runs_of_its_own_once_there_are_some_at_each_number() -> None:
    """Runs made for the growth are more, and by turns; those of the table are in until then."""
    figures = [result("cold", n, "ours, whole build", "cpu", n) for n in (500, 2_000, 5_000)]
    own = [result("growth", n, "ours, whole build", "cpu", n * n) for n in (500, 2_000, 5_000)]
    for known, power in (
        (figures, "1.000"),
        (figures + own[:2], "1.000"),
        (figures + own, "2.000"),
    ):
        (row,) = (row for row in rows(Figures(known)) if row.what.startswith("growth"))
        assert row.measured.startswith(power)


def test_a_nav_of_every_page_is_built_seldom_where_that_takes_minutes() -> None:
    """It is left out where one build would take a quarter of an hour."""
    turns = {n: [t for t in range(5) if NAV.takes_part(n, t)] for n in (500, 2_000, 5_000)}
    assert turns == {500: [0, 1, 2, 3, 4], 2_000: [0, 1], 5_000: []}


def test_what_was_not_measured_is_not_met(tmp_path: Path) -> None:
    """A partial run gives a whole table, with no answer where there is no figure."""
    figures = Figures([result("cold", 43, "ours, whole build", "wall", 1.0)])
    assert {row.met for row in rows(figures)} == {None}
    write(figures, tmp_path / "performance.md")
    text = (tmp_path / "performance.md").read_text("utf-8")
    assert "not measured" in text
    assert "| 43 | ours, whole build | 1.00 | 1 |" in text
    assert "revision abc1234" in text
    assert FLOORS.read_text("utf-8") in text


def test_pages_alone_give_the_same_site_with_and_without_the_accelerator(tmp_path: Path) -> None:
    """What is measured is a whole site, and the same one both times."""
    (tmp_path / "build" / "docs").mkdir(parents=True)
    (tmp_path / "build" / "docs" / "index.md").write_text("# Home\n\nWelcome.\n", "utf-8")
    lines = ["site_name: Town", "docs_dir: build/docs", "plugins: []"]
    lines.append("theme: {name: material, font: false}")
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines), "utf-8")
    sites = []
    for how in ("", PLAIN):
        pages_alone(str(tmp_path), how)
        site = tmp_path / "site"
        sites.append({p: p.read_bytes() for p in site.rglob("*") if p.suffix in (".html", ".json")})
        shutil.rmtree(site)
    assert sites[0] == sites[1]
    assert tmp_path / "site" / "index.html" in sites[0]


def test_results_outlive_a_run_that_is_cut_short(tmp_path: Path) -> None:
    """Each run is a line of its own; measuring a kind anew drops what it said before."""
    book = Book(tmp_path / "results.jsonl")
    book.note("cold", 43, "ours", wall=1.0, cpu=2.0)
    book.note("edit", 43, "ours", wall=3.0)
    assert [(r.kind, r.what, r.value) for r in book] == [
        ("cold", "wall", 1.0),
        ("cold", "cpu", 2.0),
        ("edit", "wall", 3.0),
    ]
    book.forget("cold", 43)
    assert [r.kind for r in Book(tmp_path / "results.jsonl")] == ["edit"]


def test_an_edit_is_new_each_time_and_leaves_one_trace(tmp_path: Path) -> None:
    """Whoever waits for the word of an edit cannot find that of an earlier one."""
    file = tmp_path / "content" / "updates" / "review-2026" / "tide-gauge.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\nas_of: 2026-10-01\n---\nIt works.\n", "utf-8")
    words = {edit(tmp_path), edit(tmp_path)}
    assert len(words) == 2
    assert file.read_text("utf-8").count("Benchmarked") == 1
    assert texts_of(tmp_path) == [("tide-gauge.md", b"as_of: 2026-10-01\n")]


def test_a_program_that_fails_is_not_measured(tmp_path: Path) -> None:
    """What it said last is told; the memory of whoever measures is not counted."""
    assert spend(["true"], tmp_path).cpu >= 0
    held = bytearray(60 * 2**20)
    assert spend(["true"], tmp_path).peak < 30
    del held
    with pytest.raises(BenchError, match="no such place"):
        spend(["sh", "-c", "echo no such place; exit 3"], tmp_path)


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """A misspelt kind does not pass for one that was measured."""
    with pytest.raises(SystemExit):
        main(["--kinds", "colds", "--room", str(tmp_path)])
