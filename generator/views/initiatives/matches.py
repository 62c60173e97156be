"""The view of what editors matched: how much rests on it, and each match with its reason."""

from collections.abc import Iterator, Sequence

from generator.derive.snapshot.matches import (
    EditorsMatch,
    editors_matches,
    match_totals,
    rests_on_matches,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Event, OtherTitle
from generator.model.links import GoalLink
from generator.model.references import WHOLE
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Phrase, SideNote, Table, phrase
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    area_link,
    links,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Value, table, table_if_any
from generator.views.goals.measure_tables import goal_text
from generator.words.message import Text, listing, msg

ALONE = "alone"
"""Where on the page the statuses are that rest on matches alone."""


def matches_view(snapshot: Snapshot) -> SectionsView:
    """Return the view of every match that editors made, by topic area."""
    totals = match_totals(snapshot)
    return SectionsView(
        title=msg("page-matches"),
        lede=msg("match-lede", matches=totals.matches, records=totals.records),
        facts=(),
        sections=tuple(_sections(snapshot)),
    )


def _sections(snapshot: Snapshot) -> Iterator[Section]:
    totals, found = match_totals(snapshot), editors_matches(snapshot)
    if totals.statuses:
        yield Section(
            ALONE,
            msg("match-alone-heading"),
            _alone(snapshot),
            text=msg("match-alone", alone=totals.alone, statuses=totals.statuses),
        )
    for area in snapshot.report.areas:
        here = [m for m in found if m.state and m.state.initiative.area == area.id]
        yield from _section(snapshot.report, area.id, area.title, here)
    of_program = [m for m in found if m.state is None]
    yield from _section(snapshot.report, "program", msg("match-program-heading"), of_program)


def _section(
    report: Report, key: str, heading: Text, found: Sequence[EditorsMatch]
) -> Iterator[Section]:
    if found:
        anchor = f"area-{key}"
        caption = msg("match-caption", count=len(found), area=heading)
        listed = table(anchor, caption, found, _columns(report))
        yield Section(anchor, heading, listed, folded=msg("match-unfold", count=len(found)))


def _columns(report: Report) -> Columns[EditorsMatch]:
    return {
        msg("common-initiative"): _initiative,
        msg("match-what"): lambda m: _what(report, m),
        msg("match-with"): _with,
        msg("match-why"): lambda m: m.why,
        msg("match-carries"): _carries,
        msg("common-sources"): lambda m: sources(report, m.record.sources),
    }


def _initiative(match: EditorsMatch) -> Value:
    return to_initiative(match.state.initiative) if match.state else msg("match-program")


def _what(report: Report, match: EditorsMatch) -> Cell:
    """Return what was matched, as its source has it."""
    match match.record:
        case Event() as event:
            return text_cell(event.text, msg("match-event", date=event.on))
        case GoalLink() as link:
            goal = LinkTo(goal_text(report, link.goal), addresses.goal(link.goal))
            return (goal, SideNote(msg("match-goal", date=link.since)))
        case OtherTitle() as other:
            return text_cell(other.title, msg("match-title"))


def _with(match: EditorsMatch) -> Text:
    """Return what of the initiative it was matched with."""
    record = match.record
    if match.state is None:
        return msg("match-with-program")
    if not isinstance(record, Event) or WHOLE in record.about:
        return msg("match-with-whole")
    ideas = [idea.text for idea in match.state.initiative.ideas if idea.id in record.about]
    return listing(ideas, "sentences") if ideas else msg("match-with-context")


def _carries(match: EditorsMatch) -> Cell:
    """Return links to the updates that give it as evidence, and whether the status needs it."""
    shown = links(
        LinkTo(msg("match-update", date=u.as_of), addresses.update(u.initiative, u.milestone))
        for u in match.updates
    )
    return (*shown, SideNote(msg("match-carries-alone"))) if match.carries_status else shown


def _alone(snapshot: Snapshot) -> Table | None:
    report = snapshot.report
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("status-axis-status"): status_cell,
        msg("common-area"): lambda s: area_link(report, s.initiative),
    }
    alone = [state for state in snapshot.states if rests_on_matches(state)]
    caption = msg("match-alone-caption", count=len(alone))
    return table_if_any(ALONE, caption, alone, columns)


def share_of_matches(snapshot: Snapshot) -> Phrase | None:
    """Return how many statuses rest on matches alone, with a link; None where none does."""
    totals = match_totals(snapshot)
    if not totals.alone:
        return None
    link = LinkTo(msg("match-share.link"), addresses.MATCHES)
    return phrase(msg("match-share", alone=totals.alone, statuses=totals.statuses), link=link)


def on_matches_alone(state: InitiativeState) -> tuple[Phrase, ...]:
    """Return the words behind a status that rests on matches alone, with a link; else nothing."""
    if not rests_on_matches(state):
        return ()
    link = LinkTo(msg("match-status-alone.link"), addresses.MATCHES)
    return (phrase(msg("match-status-alone"), link=link),)
