"""Views of meetings: what was presented at each, as it was, to be opened and compared."""

from decimal import Decimal

from generator.model.meetings import Meeting, PresentedDocument
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import links, post_link
from generator.views.base.table_builder import Columns, Figures, facts, table
from generator.words.message import Message, msg

_KILO = 1000


def presented(report: Report) -> tuple[Meeting, ...]:
    """Return the meetings at which something was presented, the newest first."""
    there = [meeting for meeting in report.meetings if meeting.presented]
    return tuple(sorted(there, key=lambda meeting: meeting.on, reverse=True))


def meetings_view(report: Report) -> SectionsView:
    """Return the view of the list of meetings."""
    found = presented(report)
    columns: Columns[Meeting] = {
        msg("meeting-date"): lambda one: LinkTo(one.on, addresses.meeting(one.key)),
        msg("meeting-called"): lambda one: one.title,
        msg("meeting-agenda-item"): lambda one: one.agenda_item,
        Figures(msg("meeting-documents")): lambda one: len(one.presented),
    }
    caption = msg("meeting-count", count=len(found))
    return SectionsView(
        title=msg("page-meetings"),
        lede=msg("meeting-list-lede"),
        facts=(),
        sections=(Section("all", msg("meeting-all"), table("all", caption, found, columns)),),
    )


def meeting_view(report: Report, meeting: Meeting) -> SectionsView:
    """Return the view of one meeting: its documents, each with form, day and digest."""
    by = [post_link(report.organization, post) for post in meeting.prepared_by]
    columns: Columns[PresentedDocument] = {
        msg("meeting-document"): lambda one: LinkTo(
            one.title, addresses.presented(meeting.key, one.file)
        ),
        msg("meeting-form"): _form,
        msg("meeting-archived"): lambda one: one.archived_on,
    }
    caption = msg("meeting-presented-caption", count=len(meeting.presented))
    return SectionsView(
        title=msg("meeting-title", day=meeting.on),
        lede=msg("meeting-lede"),
        facts=facts(
            {
                msg("meeting-called"): meeting.title,
                msg("meeting-agenda-item"): meeting.agenda_item,
                msg("meeting-subject"): meeting.subject,
                msg("meeting-prepared-by"): links(by),
            }
        ),
        sections=(
            Section(
                "documents",
                msg("meeting-documents"),
                table("documents", caption, meeting.presented, columns),
            ),
            Section(
                "digests",
                msg("meeting-digests"),
                text=msg("meeting-digests-text"),
                facts=facts({one.file: one.digest for one in meeting.presented}),
            ),
        ),
    )


def _form(document: PresentedDocument) -> Message:
    form = document.file.rpartition(".")[2].upper()
    size = max(1, round(Decimal(document.size) / _KILO))
    if document.pages is None:
        return msg("meeting-size", form=form, size=size)
    return msg("meeting-size-pages", form=form, size=size, pages=document.pages)
