"""The sources of a report as a part of its document: each with all that is known about it."""

from collections.abc import Iterator

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.overview.sources import sources_view
from generator.views.print.blocks import Bibliography, Heading, Lede, Part
from generator.views.print.document import DocumentFrame
from generator.words.message import msg


def source_parts(frame: DocumentFrame) -> Iterator[Part]:
    """Yield the heading, when addresses were last checked, and every source."""
    view = sources_view(frame.snapshot)
    yield Heading(2, msg("common-sources"), addresses.SOURCES)
    yield Lede(view.lead)
    if view.seen:
        yield Lede(view.seen)
    for source in view.sources:
        # On paper an address is read, not clicked.
        links = (piece.target for piece in source.seen if isinstance(piece, LinkTo))
        yield Bibliography(
            addresses.source(source.id),
            source.title,
            source.address,
            source.held,
            source.published,
            source.note,
            (*source.seen, *(LinkTo(target, target) for target in links)),
        )
