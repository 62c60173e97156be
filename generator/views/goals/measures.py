"""The view of all measures: baseline, target, newest figure and result, area by area."""

from collections.abc import Sequence

from generator.derive.measures.goals import MeasureResults, all_measure_results
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import Section, SectionsView
from generator.views.base.table_builder import facts
from generator.views.goals.goals import FORMULA
from generator.views.goals.results import readings_table
from generator.words.message import msg


def measures_view(snapshot: Snapshot) -> SectionsView:
    """Return the view of the list of all measures."""
    found = all_measure_results(snapshot)
    lines = [r for m in found for r in m.readings]
    with_target = sum(any(r.target for r in m.readings) for m in found)
    told = sum(r.is_told for r in lines)
    return SectionsView(
        title=msg("measure-list"),
        lede=msg("measure-list-lede", count=len(found), day=snapshot.as_of, targets=with_target),
        facts=facts(
            {
                msg("goal-list-formula"): FORMULA,
                msg("measure-list-results"): msg("measure-list-told", told=told, lines=len(lines)),
                msg("measure-list-goals"): LinkTo(msg("measure-list-goals-link"), addresses.GOALS),
            }
        ),
        sections=tuple(_section(snapshot, area, found) for area in snapshot.report.areas),
    )


def _section(snapshot: Snapshot, area: Area, found: Sequence[MeasureResults]) -> Section:
    mine = [m for m in found if m.area == area.id]
    caption = msg("measure-list-of-area", area=area.title, count=len(mine))
    made = readings_table(f"measures-{area.id}", caption, snapshot.report, mine)
    return Section(
        f"measures-{area.id}",
        area.title,
        made,
        why_empty=msg("measure-list-none"),
    )
