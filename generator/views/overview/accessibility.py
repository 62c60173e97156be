"""The view of the page on access: what was tested, what is known to be missing, whom to tell."""

from dataclasses import dataclass

from generator.model.report import Report
from generator.views.base.access_results import AccessResults, EngineResult
from generator.views.base.blocks import Fact, Table
from generator.views.base.table_builder import Columns, Figures, table_if_any
from generator.views.overview.reference import contact_fact
from generator.words.message import Text, listing, msg


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """What the program's tests say of access, and where a barrier can be reported."""

    lead: Text
    program: Text
    """What was tested."""
    tested: Text
    """How; empty where no results are stored."""
    engines: Table | None
    browser: str
    contact: Fact | None
    """Where readers can write; None where there is nowhere."""


def accessibility_view(report: Report, results: AccessResults) -> AccessibilityView:
    """Return the view of the page on access."""
    columns: Columns[EngineResult] = {
        msg("access-engine"): lambda e: e.name,
        msg("access-version"): lambda e: e.version,
        Figures(msg("access-pages")): lambda e: e.pages,
        Figures(msg("access-views")): lambda e: e.views,
        Figures(msg("access-errors")): lambda e: e.errors,
    }
    errors = sum(engine.errors for engine in results.engines)
    widths = listing(msg("access-width", width=width) for width in results.widths)
    stored = bool(results.engines)
    lead = msg("access-lead", date=results.on, pages=results.pages, errors=errors)
    return AccessibilityView(
        lead=lead if stored else msg("access-lead-alone"),
        program=msg("access-program" if results.every_page else "access-program-kinds"),
        tested=msg("access-tested", widths=widths) if stored else "",
        engines=table_if_any("engines", msg("access-engines"), results.engines, columns),
        browser=results.browser,
        contact=contact_fact(report),
    )
