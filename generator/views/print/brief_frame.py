"""What is around the exceptions of a brief: how many there are of what, and where there is more."""

from collections.abc import Iterator

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.taxonomies import members
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table, Words, phrase
from generator.views.base.presence import has_page
from generator.views.initiatives.groups import groups_view
from generator.views.initiatives.rows import area_table
from generator.views.print.blocks import Paragraph, Part, TableBlock
from generator.views.print.document import DocumentFrame
from generator.words.message import msg


def group_parts(snapshot: Snapshot) -> Iterator[Part]:
    """Yield how many initiatives belong where: all that can be told where nobody tells more."""
    yield TableBlock(area_table(snapshot))
    for section in groups_view(snapshot, members(snapshot)).sections:
        if isinstance(section.table, Table):
            yield TableBlock(section.table)


def more_parts(frame: DocumentFrame) -> Iterator[Part]:
    """Yield where there is more than the brief has, as far as there is."""
    there = all(
        has_page(address, frame.snapshot, frame.editions)
        for address in (addresses.CHANGES, addresses.UNKNOWN)
    )
    if not frame.snapshot.report.about.site:
        said = msg("brief-more-in-report" if there else "brief-more-in-report-all")
        yield Paragraph((Words(said),))
        return
    to_report = LinkTo(msg("brief-more.report"), addresses.download("report", frame.year))
    if not there:
        every = LinkTo(msg("page-initiatives"), addresses.INITIATIVES)
        yield Paragraph((phrase(msg("brief-more-all"), report=to_report, status=every),))
        return
    sentence = phrase(
        msg("brief-more"),
        report=to_report,
        status=LinkTo(msg("brief-more.status"), addresses.INITIATIVES),
        changes=LinkTo(msg("brief-more.changes"), addresses.CHANGES),
        unknown=LinkTo(msg("brief-more.unknown"), addresses.UNKNOWN),
    )
    yield Paragraph((sentence,))
