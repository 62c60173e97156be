"""The columns of the flat sheet, in the organization's own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.editorial.sheet.sheet_kinds import CellContent
from generator.model.keys import HeldBy, RoleKind
from generator.model.report import Report
from generator.model.statuses import REPORTED, Phase, Status, Trait
from generator.words.own_terms import own_terms, usual_terms
from generator.words.report_language import language_of
from generator.words.states import label

Names: TypeAlias = tuple[str, ...]


class Column(StrEnum):
    """What a column holds; the value is what it is called in every report."""

    TITLE = "title"
    AREA = "area"
    DEPARTMENT = "department"
    OWNER = "owner"
    SPONSOR = "sponsor"
    STATUS = "status"
    AS_OF = "as of"
    REASON = "reason"
    PHASE = "phase"
    START = "start"
    END = "end"
    BUDGET = "budget"
    LINK = "link"
    NOTE = "note"
    ID = "id"
    """Hidden, and filled in by the program: which initiative a row is about."""


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """One column of the sheet."""

    key: Column
    heading: str
    note: str
    example: str
    holds: CellContent = CellContent.TEXT
    choices: Names = ()
    """What the cells offer."""
    is_closed: bool = False
    """Whether nothing else is taken."""
    width: int = 16

    def is_called(self, heading: str) -> bool:
        """Return whether a heading is that of the column, in the report's words or the usual."""
        known = {self.heading, self.key.value, *_ALSO_CALLED.get(self.key, ())}
        return plain_heading(heading) in {plain_heading(name) for name in known}


_ALSO_CALLED: dict[Column, Names] = {
    Column.TITLE: ("name", "initiative", "project"),
    Column.AREA: ("topic area", "topic"),
    Column.AS_OF: ("as_of", "date of status"),
    Column.LINK: ("web address", "url"),
    Column.NOTE: ("notes", "remark", "comment"),
}

NOT_IN_A_ROW = frozenset(status for status in Status if Trait.SUCCESSOR in status.traits)
"""Statuses that name another initiative, for which a row has no room."""


def plain_heading(heading: str) -> str:
    """Return what two ways to write a heading share."""
    return " ".join(heading.replace("*", " ").replace("_", " ").casefold().split())


def flat_columns(report: Report) -> tuple[FlatColumn, ...]:
    """Return the columns that the organization fills in; a role that it does not ask is not there.

    The last one holds the ids and is hidden.
    """
    asked = {Column(kind.value) for kind in report.about.roles.asked}
    unasked = {Column.OWNER, Column.SPONSOR} - asked
    return tuple(column for column in _columns(report) if column.key not in unasked)


def status_labels(report: Report) -> dict[str, Status]:
    """Return the statuses that somebody reports, by what readers call them."""
    say = language_of(report)
    return {say(label(status)): status for status in REPORTED}


def phase_labels(report: Report) -> dict[str, Phase]:
    """Return the phases, by what readers call them."""
    say = language_of(report)
    return {say(label(phase)): phase for phase in Phase}


def _columns(report: Report) -> Iterable[FlatColumn]:
    yield from _what_and_who(report)
    yield from _how_it_stands(report)
    yield from _when_and_how_much(report)
    yield FlatColumn(Column.ID, "id", "Filled in by the program.", "")


def _what_and_who(report: Report) -> Iterable[FlatColumn]:
    organization = report.organization
    yield FlatColumn(
        Column.TITLE, "Title", "What it is called. Each row needs one, different from all others.",
        "Example: Shared bicycles", width=44,
    )  # fmt: skip
    yield FlatColumn(
        Column.AREA, _term(report, "area"),
        "What it belongs to. A name that is new here becomes one.",
        "Transportation", choices=tuple(a.title for a in report.areas), width=24,
    )  # fmt: skip
    yield FlatColumn(
        Column.DEPARTMENT, "Department",
        "Who carries it out. A name that is new here becomes a department.",
        "Public Works", choices=tuple(u.name for u in organization.units), width=24,
    )  # fmt: skip
    yield _role(report, RoleKind.OWNER, "Who runs it day to day", "Streets Manager")
    yield _role(report, RoleKind.SPONSOR, "Who is responsible for its success", "Chief Engineer")


def _how_it_stands(report: Report) -> Iterable[FlatColumn]:
    statuses = tuple(n for n, s in status_labels(report).items() if s not in NOT_IN_A_ROW)
    yield FlatColumn(
        Column.STATUS, "Status", "How it is going. Empty if nobody has said.",
        statuses[2], choices=statuses, is_closed=True, width=30,
    )  # fmt: skip
    yield FlatColumn(
        Column.AS_OF, "As of", "Since when, or on which day, the status is so: 2016, 06/2016, "
        "Q2 2016, or a day. Empty for the day of the sheet. A new status needs a new date.",
        report.about.as_of.isoformat(), CellContent.DATE,
    )  # fmt: skip
    yield FlatColumn(
        Column.REASON, "Reason", "Why it has this status, in one sentence. Readers look for it "
        "where it is at risk, off track, paused, ended, or canceled.",
        "The first ten stations are being built.", width=44,
    )  # fmt: skip
    yield FlatColumn(
        Column.PHASE, "Phase", "Where in its life it is.",
        next(iter(phase_labels(report))), choices=tuple(phase_labels(report)), is_closed=True,
    )  # fmt: skip


def _when_and_how_much(report: Report) -> Iterable[FlatColumn]:
    currency = report.about.currency or "the report's currency"
    yield FlatColumn(
        Column.START, "Start", "When it began or is to begin: 2016, 06/2016, Q2 2016, or a day. "
        "A date after the status is a plan.", "06/2016", CellContent.DATE,
    )  # fmt: skip
    yield FlatColumn(
        Column.END, "End", "When it ended or is to end, as exact as you know. It is a plan until "
        "the status says that it is over.", "Q4 2018", CellContent.DATE,
    )  # fmt: skip
    yield FlatColumn(
        Column.BUDGET, "Budget", f"The amount that is planned for it, in {currency}: 1200000, "
        "1,200,000, or 1.2m.", "1.2m", CellContent.NUMBER,
    )  # fmt: skip
    yield FlatColumn(
        Column.LINK, "Link", "The web address of a page or document about it, or who keeps that "
        "document.", "https://city.example/bicycles", width=32,
    )  # fmt: skip
    yield FlatColumn(
        Column.NOTE, "Note", "Anything readers should know.", "Shared with the county.", width=44
    )


def _role(report: Report, kind: RoleKind, what: str, example: str) -> FlatColumn:
    held_by, organization = report.about.roles.of(kind).held_by, report.organization
    posts = () if held_by is HeldBy.UNIT else tuple(post.title for post in organization.posts)
    units = () if held_by is HeldBy.POST else tuple(unit.name for unit in organization.units)
    choices = tuple(dict.fromkeys((*posts, *units)))
    note = f"{what}: a post, not a person. Empty if nobody is named; vacant if nobody has the post."
    return FlatColumn(
        Column(kind.value), _term(report, kind.value), note, example, choices=choices, width=32
    )


def _term(report: Report, name: str) -> str:
    """Return the organization's own word, as a heading."""
    language = report.about.languages[0]
    forms = {**usual_terms(language), **own_terms(report.about, language)}[name]
    word = forms.get("one") or next(iter(forms.values()))
    return word[:1].upper() + word[1:]
