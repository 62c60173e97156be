"""Two points of the report's history to compare: dates, editions, or revisions kept by git."""

import io
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator.derive.changes.sentence import Sentence
from generator.derive.changes.telling import changes
from generator.derive.editions import EditionThen
from generator.derive.frozen_part import frozen_part
from generator.derive.snapshot import Snapshot, snapshot
from generator.derive.wording import date_words, day_words
from generator.editorial.git import git, not_known, refuse_option
from generator.errors import GeneratorError
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Point:
    """The report at one point of its history."""

    name: str
    """In words, as "the 2016 edition"."""
    then: Snapshot
    is_edition: bool = False
    """Whether it holds only what an edition keeps."""


def compare(one: Point, two: Point) -> tuple[Sentence, ...]:
    """Return what changed from one point to another; beside an edition only what editions keep."""
    if one.is_edition or two.is_edition:
        return changes(frozen_part(one.then), frozen_part(two.then))
    return changes(one.then, two.then)


def point(
    settings: Settings, report: Report, editions: Sequence[EditionThen], written: str
) -> Point:
    """Return what a word on the command line means: an edition's year, a date, or a revision.

    Raises GeneratorError where it is none of them, or where git is needed and not there.
    """
    edition = next((e for e in editions if str(e.edition.year) == written), None)
    if edition:
        return Point(f"the {written} edition", edition.then, is_edition=True)
    try:
        date = PartialDate.parse(written)
    except PydanticCustomError:
        return _revision(settings, written)
    return Point(date_words(date), snapshot(report, date))


def revisions(settings: Settings, span: str) -> tuple[Point, Point]:
    """Return the two points that BASE..HEAD names; BASE...HEAD begins where the two parted.

    Raises GeneratorError where it names no two revisions whose content can be compared.
    """
    base, dots, head = span.partition("...") if "..." in span else span.partition("..")
    if not (base and dots and head):
        raise GeneratorError(
            f'"{span}" does not name two revisions.', 'Write them as "main..HEAD".'
        )
    if dots == "...":
        base = _parting(settings, base, head)
    return _revision(settings, base), _revision(settings, head)


def _parting(settings: Settings, base: str, head: str) -> str:
    """Return the newest revision that both hold."""
    for revision in (base, head):
        refuse_option(revision)
    found = git(settings, "merge-base", base, head)
    if found is None:
        raise not_known(
            settings,
            f"{base} and {head} have nothing in common that git knows here.",
            "Name two revisions that git knows, of one history.",
        )
    return found.decode().strip()


def _revision(settings: Settings, revision: str) -> Point:
    """Return the living report as a revision of the content had it."""
    with tempfile.TemporaryDirectory(prefix="annual-report-") as folder:
        _unpack(_archive(settings, revision), Path(folder))
        loaded = load_report(Settings(root=Path(folder)))
    if loaded.report is None:
        raise GeneratorError(
            f"The content of revision {revision} has faults, so nothing can be compared with it.",
            "Choose a revision whose content passes annual-report check.",
        )
    then = snapshot(loaded.report, loaded.report.about.as_of)
    return Point(f"revision {revision}, as of {day_words(then.day)}", then)


def _archive(settings: Settings, revision: str) -> bytes:
    """Return the content of a revision as git keeps it, packed; nothing is checked out."""
    refuse_option(revision)
    others = f'"{revision}" is no year of an edition and no date; as a revision git would know it.'
    packed = git(
        settings,
        *("archive", "--format=tar", revision, settings.content.name),
        without=f"{others} Install git, or name a date or an edition.",
    )
    if packed is None:
        raise not_known(
            settings,
            f'"{revision}" is neither the year of an edition, nor a date, nor a revision that git'
            " knows here.",
            'Write an edition as "2016", a date as "2016-08-30", a revision as git names it.',
        )
    return packed


def _unpack(packed: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
