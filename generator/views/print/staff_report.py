"""The staff report to a meeting: what the records say, and what the meeting's own file says."""

from collections.abc import Iterator

from generator.derive.measures.goals import GoalState, goal_states
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.meetings import Meeting
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Count, Fact, LinkTo, SideNote, Strong, Words
from generator.views.base.shared import links, post_link
from generator.views.base.table_builder import Columns, Figures, Value, cell, facts, table
from generator.views.goals.results import goal_result
from generator.views.overview.glance import glance
from generator.views.print.attention import matter_views, matters_table
from generator.views.print.blocks import (
    Empty,
    FactList,
    Heading,
    Masthead,
    Paragraph,
    Part,
    Placeholder,
    ProseBlock,
    TableBlock,
)
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.fiscal_impact import fiscal_impact, fiscal_parts
from generator.views.print.front_page import headline
from generator.words.message import Message, Text, listing, msg

MOST_MATTERS = 6
"""How many matters that need attention it tells; the brief and the report have more."""

MOST_SUMS = 6
"""How many of the largest sums it names."""


def staff_report_document(frame: DocumentFrame, meeting: Meeting | None) -> Document:
    """Return the staff report of a snapshot to a meeting; None for one that is not known yet.

    What no record and no file of a meeting says is a placeholder, marked as one.
    """
    snapshot = frame.snapshot
    subject = snapshot.report.about.title
    if meeting and meeting.subject:
        subject = meeting.subject
    parts = (
        _masthead(frame, meeting, subject),
        *_told(
            msg("staff-recommendation"),
            msg("staff-placeholder-recommendation"),
            meeting,
            meeting.recommendation if meeting else None,
        ),
        *_background(frame),
        *_told(
            msg("staff-analysis"),
            msg("staff-placeholder-analysis"),
            meeting,
            meeting.analysis if meeting else None,
        ),
        *_matters(frame),
        *fiscal_parts(fiscal_impact(snapshot, MOST_SUMS), 2),
        *_goals(snapshot),
        *_attachments(frame, meeting),
    )
    summary = msg("staff-summary", subject=subject)
    description = msg("print-description", summary=summary, day=snapshot.as_of)
    return document(frame, "staff-report", summary, description, parts)


def _masthead(frame: DocumentFrame, meeting: Meeting | None, subject: str) -> Masthead:
    report = frame.snapshot.report
    by = [post_link(report.organization, post) for post in meeting.prepared_by] if meeting else ()
    given: dict[Text, Value] = {
        msg("staff-meeting"): _when(meeting),
        msg("staff-agenda-item"): meeting.agenda_item if meeting else None,
        msg("staff-prepared-by"): links(by),
    }
    missing = Strong(msg("staff-to-fill-in"))
    return Masthead(
        organization=report.about.city,
        title=msg("staff-title"),
        unofficial=frame.unofficial,
        standing=frame.masthead,
        facts=facts(
            {
                msg("staff-subject"): Strong(subject),
                **{name: cell(value) or missing for name, value in given.items()},
            }
        ),
        notes=frame.notes,
    )


def _when(meeting: Meeting | None) -> Cell:
    if meeting is None:
        return ()
    return (Words(meeting.on), *((SideNote(meeting.title),) if meeting.title else ()))


def _told(
    heading: Message, to_write: Message, meeting: Meeting | None, text: str | None
) -> Iterator[Part]:
    """Yield a text of the meeting's file under its heading, or its placeholder."""
    yield Heading(2, heading)
    if text:
        yield ProseBlock(text, 3)
        return
    said = [to_write]
    if meeting:
        said.append(msg("staff-placeholder-file", file=f"content/meetings/{meeting.key}.yml"))
    yield Placeholder(listing(said, "sentences"), msg("staff-placeholder"))


def _background(frame: DocumentFrame) -> Iterator[Part]:
    whole = glance(frame.snapshot)
    yield Heading(2, msg("staff-background"))
    yield Paragraph((Words(frame.snapshot.report.about.summary),))
    yield from headline(whole)
    if frame.before:
        edition = frame.before.edition
        said = msg("staff-before", title=edition.title, day=edition.as_of)
        yield Paragraph((Words(said),))
    if whole.counts:
        columns: Columns[Count] = {
            msg("status-axis-status"): lambda one: one.signal,
            Figures(msg("staff-count")): lambda one: one.count,
            msg("staff-age"): lambda one: one.age,
        }
        yield TableBlock(table("statuses", msg("staff-statuses"), whole.counts, columns))


def _matters(frame: DocumentFrame) -> Iterator[Part]:
    since = frame.before.then.day if frame.before else None
    found = matter_views(frame.snapshot, since)
    if found:
        yield TableBlock(matters_table(found, MOST_MATTERS))


def _goals(snapshot: Snapshot) -> Iterator[Part]:
    served = [goal for goal in goal_states(snapshot) if goal.serving]
    columns: Columns[GoalState] = {
        msg("goal-heading"): lambda one: LinkTo(one.goal.text, addresses.goal(one.reference)),
        msg("staff-scope"): lambda one: one.area.title if one.area else msg("goal-of-program"),
        Figures(msg("goal-initiatives")): lambda one: len(one.serving),
        msg("goal-result"): goal_result,
    }
    yield Heading(2, msg("staff-goals"))
    if served:
        caption = msg("staff-goals-caption", count=len(served))
        yield TableBlock(table("goals", caption, served, columns))
    else:
        yield Empty(msg("staff-goals-none"))


def _attachments(frame: DocumentFrame, meeting: Meeting | None) -> Iterator[Part]:
    about = frame.snapshot.report.about
    report = msg("staff-attached-report", report=about.title, day=frame.snapshot.as_of)
    attached: list[Cell] = [(LinkTo(report, addresses.download("report", frame.year)),)]
    attached += [(Words(title),) for title in (meeting.attachments if meeting else ())]
    yield Heading(2, msg("staff-attachments"))
    yield FactList(
        tuple(
            Fact(msg("staff-attachment", number=str(number)), one)
            for number, one in enumerate(attached, start=1)
        )
    )
