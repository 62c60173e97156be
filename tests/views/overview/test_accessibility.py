"""The page on access: it says what was tested, and offers what works."""

import json
from dataclasses import replace
from datetime import date

from access_log import AccessLog, engine_versions
from larkhaven import larkhaven

from generator.model.records import Missing
from generator.theme import ACCESS_RESULTS
from generator.views.base.access_results import AccessResults, EngineResult
from generator.views.overview.accessibility import accessibility_view
from tests.spoken import spoken

AXE = EngineResult("axe-core", "4.14.1", 300, 1200, 0)
RESULTS = AccessResults(
    on=date(2024, 3, 1),
    browser="Chromium 142",
    every_page=True,
    pages=300,
    widths=(1280, 320),
    engines=(AXE,),
)


def test_results_are_said_with_their_day_and_number() -> None:
    """Errors that were found are said like those that were not."""
    view = spoken(accessibility_view(larkhaven(), RESULTS))
    worse = replace(RESULTS, engines=(AXE, replace(AXE, errors=2)))

    assert "on March 1, 2024, the engines below found no error on 300 pages." in view.lead
    assert "found 2 errors on 300 pages" in spoken(accessibility_view(larkhaven(), worse)).lead
    assert "every page of two reports" in view.program
    assert len(view.engines.rows) == 1


def test_one_page_of_each_kind_is_not_called_every_page() -> None:
    """The page claims no more than was looked at."""
    some = replace(RESULTS, every_page=False)

    assert "the largest page of each kind" in spoken(accessibility_view(larkhaven(), some)).program


def test_without_results_nothing_is_said_of_tests() -> None:
    """No number of nothing, and no empty table."""
    view = spoken(accessibility_view(larkhaven(), replace(RESULTS, engines=())))

    assert view.engines is None
    assert "tested" not in view.lead


def test_a_barrier_can_be_reported_only_where_somebody_reads_it() -> None:
    """A report without a contact invites nobody to write."""
    report = larkhaven()
    nobody = Missing(missing="not_found", why="Not settled yet.")
    about = report.about.model_copy(update={"contact": nobody})

    assert accessibility_view(report, RESULTS).contact
    assert accessibility_view(report.model_copy(update={"about": about}), RESULTS).contact is None


def test_what_the_tests_store_is_what_the_page_reads(tmp_path) -> None:
    """A view is counted once, a page once for each engine that looked at it."""
    log = AccessLog()
    for view in ("wide", "narrow", "wide"):
        log.note("axe-core", "a", view)
    for engine in engine_versions():
        log.note(engine, "b", "wide")
    log.widths = {320, 1280}
    log.write(tmp_path / "results.json", "Chromium 142", every_page=False)

    found = AccessResults.of(json.loads((tmp_path / "results.json").read_text("utf-8")))

    assert found.widths == (1280, 320)
    assert {(e.name, e.pages, e.views) for e in found.engines} == {
        ("axe-core", 2, 3),
        ("HTML CodeSniffer", 1, 1),
        ("Nu Html Checker", 1, 1),
    }


def test_stored_results_are_of_the_engines_in_use() -> None:
    """A new version of an engine asks for new results: `python3 tasks.py access`."""
    stored = AccessResults.of(json.loads(ACCESS_RESULTS.read_text("utf-8")))

    assert {e.name: e.version for e in stored.engines} == engine_versions()
