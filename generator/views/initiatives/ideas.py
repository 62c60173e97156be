"""The view of all ideas, by topic area."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.model.initiative import Idea
from generator.model.keys import IdeaState
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Strong, Table
from generator.views.base.table_builder import Columns, Value, table
from generator.words.message import Text, msg
from generator.words.states import label, meaning


@dataclass(frozen=True, slots=True)
class IdeasView:
    """All ideas, by topic area."""

    lead: Text
    areas: tuple[tuple[str, Text, Table], ...]
    """Anchor, heading and table of each area."""
    states: tuple[tuple[Text, Text], ...]
    """Label and meaning of each state."""


def ideas_view(snapshot: Snapshot) -> IdeasView:
    """Return the view of the ideas page."""
    found = totals(snapshot)
    return IdeasView(
        lead=msg(
            "idea-lead",
            count=found.ideas,
            known=found.ideas - found.ideas_nothing_found,
            unknown=found.ideas_nothing_found,
        ),
        areas=tuple(
            (f"ideas-{area.id}", area.title, _ideas_of(snapshot, area.id))
            for area in snapshot.report.areas
        ),
        states=tuple((label(state), meaning(state)) for state in IdeaState),
    )


def _ideas_of(snapshot: Snapshot, area_id: str) -> Table:
    found = [
        (initiative_state, idea)
        for initiative_state in snapshot.states
        for idea in initiative_state.initiative.ideas
        if initiative_state.initiative.area == area_id
    ]

    def what_was_found(entry: tuple[InitiativeState, Idea]) -> Value:
        state = entry[0].ideas.get(entry[1].id)
        return Strong(label(state)) if state else msg("idea-nothing-found")

    columns: Columns[tuple[InitiativeState, Idea]] = {
        msg("idea-idea"): lambda f: f[1].text,
        msg("common-initiative"): lambda f: LinkTo(
            f[0].initiative.title, f"{addresses.initiative(f[0].initiative.id)}#ideas"
        ),
        msg("idea-found"): what_was_found,
    }
    return table(f"ideas-{area_id}", msg("idea-count", count=len(found)), found, columns)
