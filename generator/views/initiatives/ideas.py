"""The views of all ideas: how many came how far in each topic area, and those of one area."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.initiative import Idea
from generator.model.keys import IdeaState
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table
from generator.views.base.shared import age_text, idea_cell
from generator.views.base.table_builder import Columns, Figures, table, table_if_any
from generator.views.initiatives.idea_squares import (
    KINDS,
    IdeaKind,
    SquareRun,
    ideas_a_square,
    kind_of,
    kinds_of,
    square_runs,
    tally,
)
from generator.words.message import Message, Text, listing, msg
from generator.words.states import label, meaning

MOST_ON_ONE_PAGE = 30
"""Ideas up to which all of them are on the one page; of more, each topic area has its own."""


@dataclass(frozen=True, slots=True)
class IdeaLists:
    """The ideas about which something was found, and the others."""

    found: Table | None
    silent: Table | None


@dataclass(frozen=True, slots=True)
class TopicIdeas:
    """What became of the ideas of one topic area."""

    anchor: str
    heading: Text
    lead: Text
    squares: tuple[SquareRun, ...]
    link: LinkTo | None
    """To the page that lists them; None where they are listed here."""
    lists: IdeaLists | None


@dataclass(frozen=True, slots=True)
class IdeasView:
    """What became of all ideas, by topic area."""

    lead: Text
    known: Text
    """About how many something was found at all."""
    scale: Text
    """How many ideas a square stands for; empty where it is one."""
    topics: tuple[TopicIdeas, ...]
    by_topic: Table
    """The same as the squares, as a table."""
    states: Table
    """How many ideas are in each state, how old that is, and what each means."""


@dataclass(frozen=True, slots=True)
class AreaIdeasView:
    """The ideas of one topic area."""

    title: Text
    lede: Text
    scale: Text
    squares: tuple[SquareRun, ...]
    lists: IdeaLists
    area: LinkTo


def ideas_view(snapshot: Snapshot) -> IdeasView:
    """Return the view of the ideas page."""
    found = totals(snapshot)
    areas = areas_with_ideas(snapshot)
    on_one_page = not areas_with_pages(snapshot)
    each = ideas_a_square(found.ideas)
    return IdeasView(
        lead=_lead(found.ideas, kinds_of(snapshot.states)),
        known=_known(found),
        scale=_scale(each),
        topics=tuple(_topic(snapshot, area, each, on_one_page) for area in areas),
        by_topic=_by_topic(snapshot, areas),
        states=_states(found),
    )


def areas_with_ideas(snapshot: Snapshot) -> tuple[Area, ...]:
    """Return the topic areas whose initiatives have ideas."""
    return tuple(area for area in snapshot.report.areas if any(_ideas_of(snapshot, area)))


def areas_with_pages(snapshot: Snapshot) -> tuple[Area, ...]:
    """Return the topic areas whose ideas have a page of their own: none where all are few."""
    ideas = sum(len(state.initiative.ideas) for state in snapshot.states)
    return areas_with_ideas(snapshot) if ideas > MOST_ON_ONE_PAGE else ()


def area_ideas_view(snapshot: Snapshot, area: Area) -> AreaIdeasView:
    """Return the view of the ideas of one topic area."""
    states = _states_of(snapshot, area)
    kinds = kinds_of(states)
    each = ideas_a_square(kinds.total())
    return AreaIdeasView(
        title=msg("idea-of-area", area=area.title),
        lede=_lead(kinds.total(), kinds),
        scale=_scale(each),
        squares=square_runs(kinds, each),
        lists=_lists(area, _ideas_of(snapshot, area)),
        area=LinkTo(area.title, addresses.area(area.id)),
    )


def _lead(ideas: int, kinds: Counter[IdeaKind]) -> Message:
    said = tally(kinds)
    if not said:
        return msg("idea-lead-nothing-found", count=ideas)
    return msg("idea-lead", count=ideas, tally=listing(said))


def _known(found: Totals) -> Message:
    later = found.ideas - found.ideas_at_proposal - found.ideas_nothing_found
    counted = {"known": later, "unknown": found.ideas_nothing_found}
    if found.ideas_at_proposal:
        return msg("idea-known-at-proposal", started=found.ideas_at_proposal, **counted)
    return msg("idea-known", **counted)


def _scale(each: int) -> Text:
    return msg("idea-scale", count=each) if each > 1 else ""


def _topic(snapshot: Snapshot, area: Area, each: int, on_one_page: bool) -> TopicIdeas:  # noqa: FBT001 - named by its only caller
    kinds = kinds_of(_states_of(snapshot, area))
    to_list = LinkTo(msg("idea-list-link", count=kinds.total()), addresses.ideas_of(area.id))
    return TopicIdeas(
        anchor=f"ideas-{area.id}",
        heading=area.title,
        lead=msg("idea-count", count=kinds.total()),
        squares=square_runs(kinds, each),
        link=None if on_one_page else to_list,
        lists=_lists(area, _ideas_of(snapshot, area)) if on_one_page else None,
    )


def _by_topic(snapshot: Snapshot, areas: Sequence[Area]) -> Table:
    rows: list[tuple[Text, Counter[IdeaKind]]]
    rows = [(area.title, kinds_of(_states_of(snapshot, area))) for area in areas]
    rows.append((msg("idea-all-topics"), kinds_of(snapshot.states)))
    shown = [state for state in IdeaState if any(_count(kinds, state) for _, kinds in rows)]

    def column(state: IdeaState | None) -> Callable[[tuple[Text, Counter[IdeaKind]]], int]:
        return lambda row: _count(row[1], state)

    columns: Columns[tuple[Text, Counter[IdeaKind]]] = {
        msg("common-area"): lambda row: row[0],
        **{Figures(label(state)): column(state) for state in shown},
        Figures(msg("idea-nothing-found")): column(None),
        Figures(msg("idea-all")): lambda row: row[1].total(),
    }
    return table("by-topic", msg("idea-by-topic"), rows, columns)


def _count(kinds: Counter[IdeaKind], state: IdeaState | None) -> int:
    return sum(count for kind, count in kinds.items() if kind.state is state)


def _states(found: Totals) -> Table:
    def age(state: IdeaState) -> Text:
        ages = found.idea_ages.get(state)
        return age_text(ages, found.recent_since) if ages else ""

    columns: Columns[IdeaState] = {
        msg("idea-state"): label,
        Figures(msg("idea-state-count")): lambda state: found.ideas_by_state[state],
        msg("idea-state-age"): age,
        msg("idea-state-means"): meaning,
    }
    return table("states", msg("idea-states"), IdeaState, columns)


def _states_of(snapshot: Snapshot, area: Area) -> list[InitiativeState]:
    return [state for state in snapshot.states if state.initiative.area == area.id]


def _ideas_of(snapshot: Snapshot, area: Area) -> list[tuple[InitiativeState, Idea]]:
    return [(s, idea) for s in _states_of(snapshot, area) for idea in s.initiative.ideas]


def _lists(area: Area, ideas: Iterable[tuple[InitiativeState, Idea]]) -> IdeaLists:
    """Return the ideas of an area in two tables, those that came furthest first."""
    rows = list(ideas)
    columns: Columns[tuple[InitiativeState, Idea]] = {
        msg("idea-idea"): lambda f: f[1].text,
        msg("idea-found"): lambda f: idea_cell(f[0], f[1].id) if f[1].id in f[0].ideas else None,
        msg("common-initiative"): lambda f: LinkTo(
            f[0].initiative.title, f"{addresses.initiative(f[0].initiative.id)}#ideas"
        ),
    }
    known = [(state, idea) for state, idea in rows if idea.id in state.ideas]
    known.sort(key=lambda f: KINDS.index(kind_of(f[0], f[1].id)))
    silent = [(state, idea) for state, idea in rows if idea.id not in state.ideas]
    found = msg("idea-found-count", area=area.short_title, count=len(known))
    nothing = msg("idea-silent-count", area=area.short_title, count=len(silent))
    return IdeaLists(
        found=table_if_any(f"ideas-{area.id}-found", found, known, columns),
        silent=table_if_any(f"ideas-{area.id}-silent", nothing, silent, columns),
    )
