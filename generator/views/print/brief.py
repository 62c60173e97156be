"""The brief for the governing body: what to decide, what needs attention, and what it costs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.derive.history.changes.phrasing import in_sentences
from generator.derive.history.changes.sentence import Sentence
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.meetings import Meeting
from generator.views.base.blocks import Words
from generator.views.base.table_builder import facts
from generator.views.overview.glance import glance
from generator.views.print.attention import MatterView, matter_views, matters_table
from generator.views.print.blocks import Heading, Masthead, Paragraph, Part, RecordList, TableBlock
from generator.views.print.brief_action import action_parts
from generator.views.print.brief_changes import change_parts
from generator.views.print.brief_deadlines import deadline_parts
from generator.views.print.brief_frame import group_parts, more_parts, none_parts
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.fiscal_impact import fiscal_impact, fiscal_parts
from generator.views.print.record_lists import records
from generator.views.print.sections import differences
from generator.words.message import Message, msg

MOST_PAGES = 2
LENGTHS = (5, 4, 3, 2, 1)
"""How many items a list may show, tried in turn until the brief is short enough."""
MOST_SUMS = 3


def brief_document(
    frame: DocumentFrame,
    meeting: Meeting | None,
    most: int,
    told: Sequence[Sentence] | None = None,
) -> Document:
    """Return the brief of a snapshot with at most `most` items in each list.

    `told` is what changed since the report before, where that is known already.
    """
    told = differences(frame) if told is None else told
    snapshot, before = frame.snapshot, frame.before
    found = matter_views(snapshot, before.then.day if before else None)
    parts = (
        _masthead(frame, meeting),
        *_glance(frame),
        *action_parts(snapshot, most, meeting.recommendation if meeting else None),
        *_attention(found, most),
        *deadline_parts(snapshot, most),
        *_money(snapshot, found[:most], most),
        *change_parts(frame, told, most),
        *none_parts(frame, told),
        *more_parts(frame),
    )
    description = msg("print-description", summary=msg("brief-summary"), day=snapshot.as_of)
    return document(frame, "brief", _title(frame), description, parts)


def _title(frame: DocumentFrame) -> Message:
    return msg("brief-title", report=frame.snapshot.report.about.title)


def _masthead(frame: DocumentFrame, meeting: Meeting | None) -> Masthead:
    return Masthead(
        organization=frame.snapshot.report.about.city,
        title=_title(frame),
        unofficial=frame.unofficial,
        standing=frame.masthead,
        facts=facts(
            {
                msg("brief-meeting"): meeting.on,
                msg("brief-agenda-item"): meeting.agenda_item,
            }
            if meeting
            else {}
        ),
        notes=frame.notes,
    )


def _glance(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what became of the initiatives; where nobody speaks of that, where they belong."""
    whole = glance(frame.snapshot)
    said = in_sentences((whole.verdict or whole.headline, whole.found))
    yield Paragraph((Words(said),))
    if not whole.counts:
        yield from group_parts(frame.snapshot)


def _attention(found: Sequence[MatterView], most: int) -> Iterator[Part]:
    if found:
        yield Heading(2, msg("brief-attention-heading"))
        yield TableBlock(matters_table(found, most))


def _money(snapshot: Snapshot, shown: Sequence[MatterView], most: int) -> Iterator[Part]:
    """Yield the fiscal impact, where any money is known; what ended, if no matter tells of it."""
    found = fiscal_impact(snapshot, min(most, MOST_SUMS))
    told = {one.initiative for one in shown}
    if found.ended and all(row[0][0] in told for row in found.ended.rows):
        found = replace(found, ended=None)
    if found.largest or found.totals or shown:
        for part in fiscal_parts(found, 2):
            if isinstance(part, TableBlock) and part.table is not found.totals:
                yield _unlabeled(records(part.table))
            else:
                yield part


def _unlabeled(found: RecordList) -> RecordList:
    """Return a list whose values say themselves what they are: a sum, a purpose, a date."""
    items = (
        replace(item, values=tuple(replace(value, name="") for value in item.values))
        for item in found.items
    )
    return replace(found, items=tuple(items))
