"""Chapters of the full report that are there only where an organization keeps such records."""

from collections.abc import Iterator

from generator.derive.taxonomies import members
from generator.views.base import addresses
from generator.views.base.blocks import Words
from generator.views.initiatives.groups import groups_view
from generator.views.initiatives.places import has_places, places_view
from generator.views.print.blocks import Heading, Lede, Paragraph, Part, TableBlock
from generator.views.print.document import DocumentFrame
from generator.views.print.sections import section_parts
from generator.words.message import msg


def groups_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield how many initiatives of each group have which status, by taxonomy."""
    snapshot = frame.snapshot
    if snapshot.report.about.taxonomies:
        yield from section_parts(groups_view(snapshot, members(snapshot)), 2, addresses.GROUPS)


def places_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield every place with its initiative, by kind."""
    if not has_places(frame.snapshot):
        return
    view = places_view(frame.snapshot)
    yield Heading(2, msg("facts-places-title"), addresses.PLACES, fresh_page=True)
    yield Lede(view.lede)
    yield Paragraph((Words(view.without_point),))
    for kind in view.kinds:
        yield Heading(3, kind.heading, f"{addresses.PLACES}#{kind.anchor}", listed=False)
        yield TableBlock(kind.table)
