"""The view of all measures: baseline, target, newest figure and result, area by area."""

from collections.abc import Sequence

from generator.derive.measures.goals import MeasureResults, all_measure_results
from generator.derive.measures.results import Verdict
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import Section, SectionsView
from generator.views.base.table_builder import facts
from generator.views.goals.goals import FORMULA
from generator.views.goals.results import readings_table
from generator.words.english import counted, day_words


def measures_view(snapshot: Snapshot) -> SectionsView:
    """Return the view of the list of all measures."""
    found = all_measure_results(snapshot)
    lines = [r for m in found for r in m.readings]
    with_target = sum(any(r.target for r in m.readings) for m in found)
    told = sum(r.verdict is not Verdict.CANNOT_BE_TOLD for r in lines)
    return SectionsView(
        title="Measures",
        lede=f"{counted(len(found), 'measure')} as of {day_words(snapshot.day)}; {with_target} "
        f"{'has' if with_target == 1 else 'have'} a target.",
        facts=facts(
            {
                "How results are worked out": FORMULA,
                "Results": f"A result can be told for {told} of "
                f"{counted(len(lines), 'series', 'series')} measured.",
                "Goals": LinkTo("Goals and what tells about them", addresses.GOALS),
            }
        ),
        sections=tuple(_section(snapshot, area, found) for area in snapshot.report.areas),
    )


def _section(snapshot: Snapshot, area: Area, found: Sequence[MeasureResults]) -> Section:
    mine = [m for m in found if m.area == area.id]
    caption = f"{area.title}: {counted(len(mine), 'measure')}"
    made = readings_table(f"measures-{area.id}", caption, snapshot.report, mine)
    return Section(
        f"measures-{area.id}",
        area.title,
        made,
        why_empty="No measure of the area or its initiatives was found in any source.",
    )
