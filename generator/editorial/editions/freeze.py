"""Freezing an edition: from then on its pages and data are built from what is stored here.

A frozen edition is frozen again only with a reason. What it said before is told by its former
digest, which stays with the edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.check.later_times import foreknown
from generator.core.errors import GeneratorError
from generator.core.issues import Location
from generator.core.naming import quoted
from generator.derive.editions.edition_comparison import written_address
from generator.derive.editions.missing_records import as_frozen_today
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.translations import Translations, valid
from generator.editorial.editions.frozen_files import (
    DIGEST,
    SNAPSHOT,
    TRANSLATIONS,
    digest_of,
    translations_file,
)
from generator.export.snapshot_json import to_json
from generator.load.normal_form import emit
from generator.model.edition import Edition, Renewal
from generator.model.keys import EditionState
from generator.model.report import Report


def freeze(report: Report, year: int) -> dict[str, bytes]:
    """Return the files that make an edition a frozen one, by path below `content`.

    `edition.yml` comes last: while it is not written, the edition is still open. The day of
    freezing is the day as of which the living report is, never the clock's. Raises
    GeneratorError where there is no such edition, where it is frozen already, and where something
    is missing.
    """
    edition = _edition(report, year)
    if edition.state is EditionState.FROZEN:
        raise GeneratorError(
            f"Edition {year} was frozen on {edition.frozen_on}, and stays as it is.",
            "Say what was wrong in its errata.md. If the edition itself must change: "
            f'annual-report freeze {year} --again --erratum "why".',
        )
    next_step = "Add what is missing, then freeze it."
    _refuse(f"Edition {year} cannot be frozen yet", _wants(report, edition), next_step)
    frozen = edition.model_copy(
        update={"state": EditionState.FROZEN, "frozen_on": report.about.as_of}
    )
    return _files(report, frozen)


@dataclass(frozen=True, slots=True)
class RefreezeReason:
    """Why an edition is frozen again, and on which day; else that of the report."""

    reason: str
    on: date | None = None


def freeze_again(report: Report, year: int, why: RefreezeReason, former: bytes) -> dict[str, bytes]:
    """Return the files of a frozen edition as today's content gives them, as `freeze` does.

    `former` is the digest file of what they replace; its sum stays with the edition. Raises
    GeneratorError where the edition is not frozen, no reason is given, or something is missing.
    """
    edition = _edition(report, year)
    if edition.state is not EditionState.FROZEN or edition.frozen_on is None:
        raise GeneratorError(
            f"Edition {year} is not frozen yet.", f"Freeze it: annual-report freeze {year}."
        )
    on = why.on or report.about.as_of
    wants = {
        "the reason is empty": not why.reason.strip(),
        f"{on} is before it was frozen ({edition.frozen_on})": on < edition.frozen_on,
        "its introduction.md is missing or empty": not edition.introduction.strip(),
    }
    day = "--recorded DAY if that is not the report's day"
    next_step = f'Write --erratum "why", and {day}.'
    _refuse(f"Edition {year} cannot be frozen again", wants, next_step)
    renewal = Renewal(
        on=on,
        frozen_on=edition.frozen_on,
        digest=former.decode(errors="replace").split(" ")[0].strip(),
        reason=" ".join(why.reason.split()),
    )
    update = {"frozen_on": report.about.as_of, "renewals": (*edition.renewals, renewal)}
    return _files(report, edition.model_copy(update=update))


def _files(report: Report, frozen: Edition) -> dict[str, bytes]:
    held = as_frozen_today(report, frozen)
    _refuse_foreknown(held, frozen.year)
    content = to_json(held, frozen)
    folder = f"editions/{frozen.year}"
    return {
        f"{folder}/{SNAPSHOT}": content,
        f"{folder}/{DIGEST}": digest_of(content),
        f"{folder}/edition.yml": emit(frozen).encode(),
    }


def _refuse_foreknown(held: Snapshot, year: int) -> None:
    """Raise GeneratorError where an edition would tell of a time after its own."""
    found = list(foreknown(held.report, held.day))
    if found:
        lines = (f"{written_address(one.address)} names {quoted(one.words)}" for one in found)
        raise GeneratorError(
            f"Edition {year} would tell what nobody could know by {held.day}: {'; '.join(lines)}.",
            found[0].fault(Location("")).next_step,
        )


def translated(
    report: Report, year: int, translations: Mapping[str, Translations]
) -> dict[str, bytes]:
    """Return the file of what is translated of an edition, by path below `content`.

    There is none where nothing is. What is translated later is added to it as the edition is shown.
    """
    edition = _edition(report, year)
    held = as_frozen_today(report, edition).report.model_copy(update={"editions": (edition,)})
    known = {language: valid(held, texts) for language, texts in translations.items()}
    kept = {language: memory for language, memory in known.items() if memory}
    path = f"editions/{year}/{TRANSLATIONS}"
    return {path: translations_file(kept)} if kept else {}


def _edition(report: Report, year: int) -> Edition:
    edition = next((e for e in report.editions if e.year == year), None)
    if edition is None:
        known = ", ".join(str(e.year) for e in report.editions) or "none"
        raise GeneratorError(
            f"There is no edition for {year}; the content has {known}.",
            f"Write content/editions/{year}/edition.yml and introduction.md first.",
        )
    return edition


def _refuse(what: str, wants: Mapping[str, bool], next_step: str) -> None:
    """Raise GeneratorError where anything is wanting, which the words of each say."""
    missing = [words for words, wanting in wants.items() if wanting]
    if missing:
        raise GeneratorError(f"{what}: {'; '.join(missing)}.", next_step)


def _wants(report: Report, edition: Edition) -> dict[str, bool]:
    """Return in words what may be missing before an edition can be frozen, and whether it is."""
    earlier = [
        e.year for e in report.editions if e.year < edition.year and e.state is EditionState.OPEN
    ]
    return {
        "its introduction.md is missing or empty": not edition.introduction.strip(),
        f"its period ({edition.as_of}) has not ended by {report.about.as_of}, the day of the "
        "report": (edition.as_of.last(report.about.as_of) > report.about.as_of),
        f"the editions before it are still open ({', '.join(map(str, earlier))})": bool(earlier),
        "no initiative is on the record by then": not any(
            i.proposed.on.last(report.about.as_of) <= edition.as_of.last(report.about.as_of)
            for i in report.initiatives
        ),
    }
