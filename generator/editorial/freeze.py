"""Freezing an edition: from then on its pages and data are built from what is stored here."""

from generator.derive.absences import as_frozen_today
from generator.editorial.edition_files import DIGEST, SNAPSHOT, digest_of
from generator.errors import GeneratorError
from generator.export.snapshot_json import to_json
from generator.load.normal_form import emit
from generator.model.edition import Edition
from generator.model.keys import EditionState
from generator.model.report import Report


def freeze(report: Report, year: int) -> dict[str, bytes]:
    """Return the files that make an edition a frozen one, by path below `content`.

    `edition.yml` comes last: while it is not written, the edition is still open. The day of
    freezing is the day as of which the living report stands, never the clock's. Raises
    GeneratorError where there is no such edition, where it is frozen already, and where something
    is missing.
    """
    edition = _open_edition(report, year)
    missing = _missing(report, edition)
    if missing:
        raise GeneratorError(
            f"Edition {year} cannot be frozen yet: {'; '.join(missing)}.",
            "Add what is missing; then freeze it.",
        )
    frozen = edition.model_copy(
        update={"state": EditionState.FROZEN, "frozen_on": report.about.as_of}
    )
    content = to_json(as_frozen_today(report, frozen), frozen)
    folder = f"editions/{year}"
    return {
        f"{folder}/{SNAPSHOT}": content,
        f"{folder}/{DIGEST}": digest_of(content),
        f"{folder}/edition.yml": emit(frozen).encode(),
    }


def _open_edition(report: Report, year: int) -> Edition:
    edition = next((e for e in report.editions if e.year == year), None)
    if edition is None:
        known = ", ".join(str(e.year) for e in report.editions) or "none"
        raise GeneratorError(
            f"There is no edition {year}; the content has {known}.",
            f"Write content/editions/{year}/edition.yml and introduction.md first.",
        )
    if edition.state is EditionState.FROZEN:
        raise GeneratorError(
            f"Edition {year} was frozen on {edition.frozen_on}; it never changes again.",
            "Write what was wrong in it into its errata.md.",
        )
    return edition


def _missing(report: Report, edition: Edition) -> list[str]:
    """Return what an edition needs before it can be frozen, in words."""
    earlier = [
        e.year for e in report.editions if e.year < edition.year and e.state is EditionState.OPEN
    ]
    wants = {
        "its introduction.md is missing or empty": not edition.introduction.strip(),
        f"its time ({edition.as_of}) is not over on {report.about.as_of}, the day of the report": (
            edition.as_of.last(report.about.as_of) > report.about.as_of
        ),
        f"the editions before it are still open ({', '.join(map(str, earlier))})": bool(earlier),
        "no initiative is on the record at its time": not any(
            i.proposed.on.last(report.about.as_of) <= edition.as_of.last(report.about.as_of)
            for i in report.initiatives
        ),
    }
    return [words for words, wanting in wants.items() if wanting]
