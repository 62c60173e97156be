"""Meetings of the governing body to which the report is presented: what no other record says."""

from typing import ClassVar

from pydantic import Field

from generator.model.records import nothing
from generator.model.references import PostRef
from generator.model.values import Day, MarkdownText, Name, Record, Text, Title, Whole


class PresentedDocument(Record):
    """One document that was presented at a meeting, kept as it was."""

    KEY: ClassVar[tuple[str, ...]] = ("file",)

    file: Name
    """The name of its file in the folder of the meeting. Example: staff-report.pdf"""
    title: Title
    """Its title. Example: Staff report: two decisions"""
    pages: Whole | None = None
    """How many pages it has. Needed: where its file says so. Example: 3"""
    size: Whole
    """How many bytes it has. Example: 43960"""
    digest: Text
    """The sum of its bytes. Example: sha256:9f86d081884c7d65"""
    archived_on: Day
    """The day on which it was archived."""


class Meeting(Record):
    """One meeting to which the report is presented; a staff report is made for it."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    on: Day
    """The day of the meeting, which its file is named for. Label: Meeting date"""
    title: Title | None = Field(default=None, exclude_if=nothing)
    """What the meeting is called. Example: Regular meeting"""
    agenda_item: Text | None = Field(default=None, exclude_if=nothing)
    """The number of the item on the agenda. Example: 5.B"""
    subject: Title | None = Field(default=None, exclude_if=nothing)
    """What the staff report is about.

    Needed: where it is not the report as a whole.
    Example: Innovations Annual Report 2026: two decisions
    """
    prepared_by: tuple[PostRef, ...] = Field(default=(), exclude_if=nothing)
    """Ids of the posts that prepared the staff report."""
    recommendation: MarkdownText | None = Field(default=None, exclude_if=nothing)
    """What the staff recommends that the meeting decides, in Markdown.

    Example: Receive and file the report.
    """
    analysis: MarkdownText | None = Field(default=None, exclude_if=nothing)
    """How the staff judges the matter, in Markdown.

    Example: Two of the three decisions cannot wait for the next budget cycle.
    """
    attachments: tuple[Title, ...] = Field(default=(), exclude_if=nothing)
    """What is attached to the staff report besides the report itself, one to a line.

    Example: Agreement with the operator
    """
    presented: tuple[PresentedDocument, ...] = Field(default=(), exclude_if=nothing)
    """What was presented, kept as it was in the folder that is named for the day.

    Needed: Filled in by annual-report present DAY FILE.
    """
