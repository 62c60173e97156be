"""The view of all ideas, by topic area."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import totals
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Strong, Table, Words
from generator.views.base.tables import table
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
    rows: list[tuple[Cell, ...]] = []
    for standing in snapshot.standings:
        if standing.initiative.area != area_id:
            continue
        for idea in standing.initiative.ideas:
            state = standing.ideas.get(idea.id)
            what: Cell = (Strong(states[state].label),) if state else (Words("Nothing found"),)
            link = LinkTo(
                standing.initiative.title, (f"{addresses.initiative(standing.initiative.id)}#ideas")
            )
            rows.append(((Words(idea.text),), (link,), what))
    caption = counted(len(rows), "idea")
    columns = ("Idea:head", "Initiative", "What was found")
    return table(f"ideas-{area_id}", caption, columns, rows)
