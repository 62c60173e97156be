"""Which files of content/media a report shows, in pictures of initiatives and in prose."""

from collections.abc import Iterable, Iterator

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.citations import records_inside
from generator.model.fields import prose_fields
from generator.model.pictures import Picture
from generator.model.report import Report
from generator.prose.parser import parse_prose
from generator.prose.tree import images


def shown_in(report: Report) -> frozenset[str]:
    """Return the names of all pictures that a report's records show."""
    return frozenset(_shown(report))


def shown_in_edition(edition: EditionSnapshot) -> frozenset[str]:
    """Return the names of all pictures that the pages of an edition show."""
    beside = (edition.edition.introduction, edition.errata.body if edition.errata else "")
    return shown_in(edition.then.report) | {name for text in beside for name in _in_prose(text)}


def published(now: Report, editions: Iterable[EditionSnapshot]) -> frozenset[str]:
    """Return the names of all pictures that the site shows: the living report and its editions."""
    return shown_in(now).union(*map(shown_in_edition, editions))


def _shown(report: Report) -> Iterator[str]:
    if report.about.look.logo:
        yield report.about.look.logo
    for record in records_inside(report):
        if isinstance(record, Picture):
            yield record.file
        for field in prose_fields(type(record)):
            yield from _in_prose(getattr(record, field.name) or "")


def _in_prose(text: str) -> Iterator[str]:
    # Most texts show nothing, and need not be read for that.
    for image in images(parse_prose(text)) if "![" in text else ():
        if image.scheme == "media":
            yield image.name
