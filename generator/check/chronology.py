"""R301-R304: dates in order. Partial dates leave room: only what is certainly wrong is a fault."""

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import quoted
from generator.derive.snapshot.citations import LocatedRecord
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Role
from generator.model.keys import EditionState
from generator.model.measures import Actual, Baseline, Target
from generator.model.records import Dated, Missing
from generator.model.schedule import Forecast, PlannedDate, Revision, RoadmapMilestone
from generator.model.updates import Update
from generator.model.values import Record

PAIRS: tuple[tuple[type[Record], str, str], ...] = (
    (Role, "since", "until"),
    (Target, "set_on", "due"),
    (RoadmapMilestone, "set_on", "original"),
    (PlannedDate, "set_on", "original"),
    (Revision, "on", "to"),
    (Forecast, "on", "expects"),
    (Actual, "period", "reported"),
    (Baseline, "period", "reported"),
    (Milestone, "opens", "due"),
    (Update, "actual_on", "as_of"),
    (Edition, "as_of", "frozen_on"),
)
"""Kinds of record with two dates, the earlier first."""

When = PartialDate | date


def first(when: When) -> date:
    """Return the first day that a date may mean."""
    return when.first() if isinstance(when, PartialDate) else when


def last(when: When) -> date:
    """Return the last day that a date may mean; an open end is as late as can be."""
    return when.last(date.max) if isinstance(when, PartialDate) else when


@rule(
    "R301",
    "Nothing is entered before it could have begun, but for a change of roles.",
    "The record would claim to know the future, and nobody could say what was known when.",
)
def entered_after_it_began(context: RuleContext) -> Iterator[Fault]:
    """Yield dated records whose first possible day lies after the day they were entered.

    Who takes over a role is decided before that day comes.
    """
    for part, record in context.each(Dated):
        if record.when.first() > record.recorded and not isinstance(record, Role):
            yield Fault(
                context.at(part, "recorded"),
                f"recorded {record.recorded}, but {record.DATE} {record.when} begins later",
                f"recorded on or after {record.when.first()}, or an earlier {record.DATE}",
                "Correct the wrong one; recorded is the day of entry. Plans belong in the roadmap.",
            )


@rule(
    "R302",
    "Dates are in order.",
    "An end before a beginning makes lateness, periods, and snapshots wrong.",
)
def dates_in_order(context: RuleContext) -> Iterator[Fault]:
    """Yield later dates that certainly lie before the earlier ones they follow."""
    for kind, earlier, later in PAIRS:
        for part, record in context.each(kind):
            yield from _pair(
                context, (part, later, getattr(record, later)), (earlier, getattr(record, earlier))
            )
    for kind in (RoadmapMilestone, PlannedDate, Update):
        for part, _ in context.each(kind):
            yield from _inside(context, part)
    yield from _updates_after_proposal(context)


def _pair(
    context: RuleContext,
    later: tuple[LocatedRecord, str, When | None],
    earlier: tuple[str, When | Missing | None],
) -> Iterator[Fault]:
    part, name, when = later
    before, start = earlier
    if when is None or start is None or isinstance(start, Missing):
        return
    if last(when) < first(start):
        yield Fault(
            context.at(part, *name.split(".")),
            f"{name} {when}, before {before} ({start})",
            f"{name} not before {before}",
            "Correct whichever of the two dates is wrong.",
        )


def _inside(context: RuleContext, part: LocatedRecord) -> Iterator[Fault]:
    """Yield faults between the dates of a record and those of the records inside it."""
    record = part.record
    if isinstance(record, RoadmapMilestone | PlannedDate):
        set_on: tuple[str, When | Missing] = ("set_on", record.set_on)
        for place, revision in enumerate(record.revised):
            inside = LocatedRecord(part.kind, part.key, (*part.path, "revised", place), revision)
            yield from _pair(context, (inside, "on", revision.on), set_on)
            set_on = ("the revision above", revision.on)
    if isinstance(record, RoadmapMilestone):
        if record.outcome:
            inside = LocatedRecord(part.kind, part.key, (*part.path, "outcome"), record.outcome)
            yield from _pair(context, (inside, "on", record.outcome.on), ("set_on", record.set_on))
    elif isinstance(record, Update) and record.ask:
        asked = (part, "ask.by", record.ask.by)
        yield from _pair(context, asked, ("as_of", record.as_of))


def _updates_after_proposal(context: RuleContext) -> Iterator[Fault]:
    proposed = {i.id: i.proposed.on for i in context.report.initiatives}
    for part, update in context.each(Update):
        start = ("the initiative's proposal", proposed.get(update.initiative))
        yield from _pair(context, (part, "as_of", update.as_of), start)


@rule(
    "R303",
    "An update cites only events that had begun by its date.",
    "It would report what had not happened yet, and an edition would show what was learned later.",
)
def evidence_had_begun(context: RuleContext) -> Iterator[Fault]:
    """Yield cited events that certainly began after the update's as-of date."""
    for part, update in context.each(Update):
        initiative = context.initiatives.get(update.initiative)
        events = {event.id: event for event in initiative.events} if initiative else {}
        for place, cited in enumerate(update.evidence):
            if cited in events and events[cited].on.first() > last(update.as_of):
                yield Fault(
                    context.at(part, "evidence", place),
                    f"the event {quoted(cited)} of {events[cited].on}",
                    f"an event that had begun by the update's as_of, {update.as_of}",
                    "Cite it in a later update, or correct as_of.",
                )


@rule(
    "R304",
    "Editions are in order, none later than the living report, and a frozen one gives the day it "
    "was frozen.",
    "Changes between two editions could not be listed, or would be listed backward.",
)
def editions_in_order(context: RuleContext) -> Iterator[Fault]:
    """Yield editions out of order, ahead of the living report, or frozen without a day."""
    before: Edition | None = None
    for part, edition in sorted(context.each(Edition), key=lambda found: found[1].year):
        if before:
            earlier = (f"that of the {before.year} edition", before.as_of)
            yield from _pair(context, (part, "as_of", edition.as_of), earlier)
        now = context.report.about.as_of
        if first(edition.as_of) > now:
            yield Fault(
                context.at(part, "as_of"),
                f"as_of {edition.as_of}, after the living report's {now}",
                f"a date up to {now}, the as_of of report.yml",
                "Correct it, or move as_of in report.yml forward.",
            )
        if (edition.state is EditionState.FROZEN) != (edition.frozen_on is not None):
            yield Fault(
                context.at(part, "state"),
                f"state {edition.state} and frozen_on {edition.frozen_on or 'not given'}",
                "frozen_on if state is frozen, and only then",
                "Add the day, or remove it.",
            )
        before = edition
