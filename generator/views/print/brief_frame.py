"""What is around the matters of a brief: of what there is none, whom to ask, and where more is."""

from collections.abc import Iterator, Sequence

from generator.derive.history.changes.sentence import Sentence
from generator.derive.snapshot.freshness import is_measured
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import totals
from generator.derive.taxonomies import members
from generator.model.keys import Basis
from generator.model.records import Missing
from generator.model.statuses import Trait
from generator.views.base import addresses
from generator.views.base.blocks import Inline, LinkTo, Table, Words, phrase
from generator.views.base.presence import has_page
from generator.views.initiatives.groups import groups_view
from generator.views.initiatives.rows import area_table
from generator.views.print.blocks import Paragraph, Part, TableBlock
from generator.views.print.brief_action import asked
from generator.views.print.brief_changes import changed_targets, moved
from generator.views.print.brief_deadlines import deadlines
from generator.views.print.document import DocumentFrame
from generator.views.print.late import late, plans_by_dates
from generator.words.message import Message, listing, msg


def group_parts(snapshot: Snapshot) -> Iterator[Part]:
    """Yield how many initiatives belong where: all that can be told where nobody tells more."""
    yield TableBlock(area_table(snapshot))
    for section in groups_view(snapshot, members(snapshot)).sections:
        if isinstance(section.table, Table):
            yield TableBlock(section.table)


def none_parts(frame: DocumentFrame, told: Sequence[Sentence]) -> Iterator[Part]:
    """Yield in one line of what there is none, and that a first report has none before it."""
    nothing = tuple(_nothing(frame, told))
    if nothing:
        yield Paragraph((Words(msg("brief-none", what=listing(nothing))),))
    if frame.editions and frame.before is None:
        yield Paragraph((Words(msg("brief-first-report")),))


def _nothing(frame: DocumentFrame, told: Sequence[Sentence]) -> Iterator[Message]:
    """Yield of what there is none, of all that this organization keeps."""
    snapshot = frame.snapshot
    report, found, dates = snapshot.report, totals(snapshot), deadlines(snapshot)
    if report.updates and not asked(snapshot):
        yield msg("brief-none-requests")
    if "status" in snapshot.axes and not any(
        Trait.TROUBLE in s.status.traits for s in snapshot.states
    ):
        yield _no_trouble(snapshot)
    if plans_by_dates(snapshot) and not late(snapshot):
        yield msg("brief-none-late")
    if frame.before and "status" in snapshot.axes and not moved(frame):
        yield msg("brief-none-moved")
    if frame.before and has_page(addresses.MEASURES, snapshot) and not changed_targets(told):
        yield msg("brief-none-targets")
    if is_measured(report) and not any(one.is_overdue for one in dates):
        yield msg("brief-none-overdue")
    if snapshot.states and found.roles and not any(count.open for count in found.roles.values()):
        yield msg("brief-none-vacancies")
    if has_page(addresses.ROADMAP, snapshot) and all(one.is_overdue for one in dates):
        yield msg("brief-none-coming")
    if isinstance(report.about.contact, Missing):
        yield msg("brief-none-contact")


def _no_trouble(snapshot: Snapshot) -> Message:
    """Return that nothing is off track or at risk, and how much of that editors cannot judge."""
    newest = [s.newest for s in snapshot.states if s.newest]
    compiled = sum(update.basis is Basis.COMPILED for update in newest)
    if not compiled:
        return msg("brief-none-trouble")
    return msg("brief-none-trouble-compiled", count=compiled, all=len(newest))


def more_parts(frame: DocumentFrame) -> Iterator[Part]:
    """Yield whom to ask, and where there is more than the brief has."""
    contact = frame.snapshot.report.about.contact
    if not isinstance(contact, Missing):
        address = LinkTo(contact.address.removeprefix("mailto:"), contact.address)
        said = phrase(msg("brief-contact", who=contact.title), address=address)
        yield Paragraph((said, _more(frame)))
    else:
        yield Paragraph((_more(frame),))


def _more(frame: DocumentFrame) -> Inline:
    """Return where there is more, as far as there is."""
    there = all(
        has_page(address, frame.snapshot, frame.editions)
        for address in (addresses.CHANGES, addresses.UNKNOWN)
    )
    if not frame.snapshot.report.about.site:
        return Words(msg("brief-more-in-report" if there else "brief-more-in-report-all"))
    to_report = LinkTo(msg("brief-more.report"), addresses.download("report", frame.year))
    if not there:
        every = LinkTo(msg("page-initiatives"), addresses.INITIATIVES)
        return phrase(msg("brief-more-all"), report=to_report, status=every)
    return phrase(
        msg("brief-more"),
        report=to_report,
        status=LinkTo(msg("brief-more.status"), addresses.INITIATIVES),
        changes=LinkTo(msg("brief-more.changes"), addresses.CHANGES),
        unknown=LinkTo(msg("brief-more.unknown"), addresses.UNKNOWN),
    )
