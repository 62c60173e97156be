"""A random sample of what the report claims, so that somebody can check it in an hour."""

from generator.commands.check import CheckResult, check
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.snapshot.claims import Claim
from generator.editorial.editions.shown import edition_of
from generator.editorial.updates.record_locations import location_of
from generator.render.text.audit import markdown_sections, plain_sections
from generator.views.overview.audit import Draw, audit_sheet
from generator.words.report_language import language_of

FORMS = {"text": plain_sections, "markdown": markdown_sections}
"""How a sample is written, by the name of the format."""


def audit(
    settings: Settings, form: str, seed: int | None, size: int | None, year: int | None
) -> tuple[CheckResult, str]:
    """Return a sample of the living report's claims, or of an edition's, with file and line.

    Without a seed and a size it is the sample that is published.

    There is none where the content has errors. Raises GeneratorError if there is no such edition.
    """
    checked = check(settings, Timings())
    if checked.shown is None or errors_in(checked.issues):
        return checked, ""
    now, report = checked.shown.now, checked.loaded.report
    found = edition_of(checked.editions, year) if year else None

    def located(claim: Claim) -> str:
        place = location_of(claim.address, report or now.report, checked.loaded.places)
        return f"{place.path}:{place.line}"

    frozen = found is not None and found.is_frozen
    draw = Draw(seed, size, None if frozen else located)
    then, edition = (found.then, found.edition) if found else (now, None)
    return checked, FORMS[form](audit_sheet(then, draw, edition), language_of(now.report))
