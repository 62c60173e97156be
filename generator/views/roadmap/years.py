"""The roadmap by year: what happened in each fiscal year, and what was planned for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.fiscal_years import fiscal_start, in_one_year, year_words
from generator.model.initiative import Event
from generator.model.keys import Match
from generator.model.report import About
from generator.model.schedule import RoadmapMilestone
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import match_mark, sources, to_initiative
from generator.views.base.table_builder import Columns, facts, table
from generator.views.base.timing import date_timing_cell
from generator.views.initiatives.schedule_tables import came
from generator.words.message import Message, Text, msg


@dataclass(frozen=True, slots=True)
class YearEvent:
    """An event, or where a step of a roadmap is, of one initiative."""

    when: PartialDate
    initiative_state: InitiativeState
    what: Event | RoadmapMilestone

    def first(self, day: date) -> date:
        """Return the first day it may mean; where that is open, the last."""
        first = self.when.first()
        return self.when.last(day) if first == date.min else first


Years = Mapping[date, Sequence[YearEvent]]
"""What falls into each fiscal year, by its first day, in the order of time."""


def events_by_year(snapshot: Snapshot) -> Years:
    """Return the fiscal years in which something falls, by the earliest day that its date means."""
    found: dict[date, list[YearEvent]] = {}
    day, about = snapshot.day, snapshot.report.about
    for event in sorted(_events(snapshot), key=lambda event: _order(event, day)):
        found.setdefault(fiscal_start(about, event.first(day)), []).append(event)
    return dict(sorted(found.items()))


def year_kind(about: About) -> str:
    """Return whether an organization's years are those of the calendar, for what names them."""
    return "calendar" if in_one_year(about) else "fiscal"


def year_links(snapshot: Snapshot, years: Years) -> tuple[LinkTo, ...]:
    """Return a link to each year, with how much falls into it."""
    about = snapshot.report.about
    return tuple(
        LinkTo(
            msg("roadmap-year-link", year=_name(about, start), count=len(events)),
            addresses.roadmap_year(start.year),
        )
        for start, events in years.items()
    )


def year_view(snapshot: Snapshot, years: Years, start: date) -> SectionsView:
    """Return the view of one year, with the ways to those before and after it."""
    about, events = snapshot.report.about, years[start]
    title = _title(about, start)
    matches = (e.what.match for e in events if isinstance(e.what, Event))
    return SectionsView(
        title=msg("roadmap-year-title", year=title),
        lede=msg("roadmap-year-lede", count=len(events), day=snapshot.as_of),
        facts=facts(_around(about, years, start)),
        sections=(Section("events", title, _table(snapshot, start, events)),),
        has_matches=Match.INFERRED in matches,
    )


def _around(about: About, years: Years, start: date) -> dict[Text, LinkTo]:
    """Return the ways to the years before and after one in which something falls."""
    starts = list(years)
    here = starts.index(start)
    found = {
        msg("roadmap-before"): starts[here - 1] if here else None,
        msg("roadmap-after"): starts[here + 1] if here + 1 < len(starts) else None,
    }
    return {
        name: LinkTo(_title(about, other), addresses.roadmap_year(other.year))
        for name, other in found.items()
        if other
    }


def _name(about: About, start: date) -> str:
    return year_words(about, start.year).removeprefix("FY")


def _title(about: About, start: date) -> Message:
    return msg("roadmap-year", kind=year_kind(about), year=_name(about, start))


def _events(snapshot: Snapshot) -> Iterator[YearEvent]:
    for state in snapshot.states:
        for event in state.initiative.events:
            yield YearEvent(event.on, state, event)
        for step in state.initiative.roadmap:
            yield YearEvent(step.outcome.on if step.outcome else step.planned, state, step)


def _order(event: YearEvent, day: date) -> tuple[date, date, str, str]:
    when, what = event.when, event.what
    return (event.first(day), when.last(day), event.initiative_state.initiative.id, what.id)


def _table(snapshot: Snapshot, start: date, events: Sequence[YearEvent]) -> Table:
    columns: Columns[YearEvent] = {
        msg("roadmap-year-when"): lambda h: (
            SideNote(h.when),
            to_initiative(h.initiative_state.initiative),
        ),
        msg("roadmap-year-what"): lambda h: (
            *_said(snapshot, h),
            *sources(snapshot.report, h.what.sources),
        ),
    }
    return table("events", msg("roadmap-year-from", day=start), events, columns)


def _said(snapshot: Snapshot, event: YearEvent) -> Cell:
    what = event.what
    if isinstance(what, Event):
        return (Words(what.text), *match_mark(what.match))
    if what.outcome:
        return (Strong(what.title), Words(came(what, what.outcome)))
    timing = event.initiative_state.timing.steps[what.id]
    said: Text
    if late := date_timing_cell(timing, "step"):
        said = msg("plan-planned-begun" if what.begun else "plan-planned")
    else:
        # What was closed meanwhile waits for no step any more.
        has_passed = event.when.last(snapshot.day) < snapshot.day
        said = msg("plan-planned-not-known" if has_passed else "plan-planned")
    return (Strong(what.title), Words(said), *late)
