"""The view of all ideas, by topic area."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import Totals, totals
from generator.model.initiative import Idea
from generator.model.keys import IdeaState
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table
from generator.views.base.shared import age_text, idea_cell
from generator.views.base.table_builder import Columns, Figures, table
from generator.words.message import Message, Text, msg
from generator.words.states import label, meaning


@dataclass(frozen=True, slots=True)
class IdeasView:
    """All ideas, by topic area."""

    lead: Text
    states: Table
    """How many ideas are in each state, how old that is, and what each means."""
    areas: tuple[tuple[str, Text, Table], ...]
    """Anchor, heading and table of each area."""


def ideas_view(snapshot: Snapshot) -> IdeasView:
    """Return the view of the ideas page."""
    found = totals(snapshot)
    return IdeasView(
        lead=_lead(found),
        states=_states(found),
        areas=tuple(
            (f"ideas-{area.id}", area.title, _ideas_of(snapshot, area.id))
            for area in snapshot.report.areas
            if any(s.initiative.area == area.id and s.initiative.ideas for s in snapshot.states)
        ),
    )


def _lead(found: Totals) -> Message:
    later = found.ideas - found.ideas_at_proposal - found.ideas_nothing_found
    counted = {"count": found.ideas, "known": later, "unknown": found.ideas_nothing_found}
    if found.ideas_at_proposal:
        return msg("idea-lead-at-proposal", started=found.ideas_at_proposal, **counted)
    return msg("idea-lead", **counted)


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


def _ideas_of(snapshot: Snapshot, area_id: str) -> Table:
    found = [
        (initiative_state, idea)
        for initiative_state in snapshot.states
        for idea in initiative_state.initiative.ideas
        if initiative_state.initiative.area == area_id
    ]

    columns: Columns[tuple[InitiativeState, Idea]] = {
        msg("idea-idea"): lambda f: f[1].text,
        msg("common-initiative"): lambda f: LinkTo(
            f[0].initiative.title, f"{addresses.initiative(f[0].initiative.id)}#ideas"
        ),
        msg("idea-found"): lambda f: idea_cell(f[0], f[1].id),
    }
    return table(f"ideas-{area_id}", msg("idea-count", count=len(found)), found, columns)
