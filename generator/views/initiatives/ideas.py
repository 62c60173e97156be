"""The view of all ideas, by topic area."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.model.initiative import Idea
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Strong, Table
from generator.views.base.table_builder import Columns, Value, table
from generator.words.english import counted


@dataclass(frozen=True, slots=True)
class IdeasView:
    """All ideas, by topic area."""

    lead: str
    areas: tuple[tuple[str, str, Table], ...]
    """Anchor, heading and table of each area."""
    states: tuple[tuple[str, str], ...]
    """Label and meaning of each state."""


def ideas_view(snapshot: Snapshot) -> IdeasView:
    """Return the view of the ideas page."""
    found = totals(snapshot)
    vocabulary = snapshot.report.vocabulary.idea_state
    known = found.ideas - found.ideas_nothing_found
    return IdeasView(
        lead=f"{counted(found.ideas, 'idea')} for putting the initiatives into practice. "
        f"Something was found of {known}; of {found.ideas_nothing_found} nothing.",
        areas=tuple(
            (f"ideas-{area.id}", area.title, _ideas_of(snapshot, area.id))
            for area in snapshot.report.areas
        ),
        states=tuple((t.label, t.means) for t in vocabulary.values()),
    )


def _ideas_of(snapshot: Snapshot, area_id: str) -> Table:
    states = snapshot.report.vocabulary.idea_state
    found = [
        (initiative_state, idea)
        for initiative_state in snapshot.states
        for idea in initiative_state.initiative.ideas
        if initiative_state.initiative.area == area_id
    ]

    def what_was_found(entry: tuple[InitiativeState, Idea]) -> Value:
        state = entry[0].ideas.get(entry[1].id)
        return Strong(states[state].label) if state else "Nothing found"

    columns: Columns[tuple[InitiativeState, Idea]] = {
        "Idea": lambda f: f[1].text,
        "Initiative": lambda f: LinkTo(
            f[0].initiative.title, f"{addresses.initiative(f[0].initiative.id)}#ideas"
        ),
        "What was found": what_was_found,
    }
    return table(f"ideas-{area_id}", counted(len(found), "idea"), found, columns)
