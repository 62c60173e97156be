"""The view of all measures: target beside figure by result, then those without a target."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.derive.measures.goals import all_measure_results
from generator.derive.measures.results import Verdict
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_groups import DrawingFile
from generator.views.base.presence import has_page
from generator.views.base.sections import Section, SectionsView
from generator.views.base.table_builder import facts
from generator.views.charts.measure_chart import measure_chart
from generator.views.goals.goals import FORMULA
from generator.views.goals.measure_sentence import measure_sentences
from generator.views.goals.results import (
    MeasureLine,
    figures_table,
    has_target,
    lines_of,
    results_table,
)
from generator.words.message import Text, listing, msg


def measures_view(snapshot: Snapshot) -> SectionsView:
    """Return the view of the list of all measures."""
    found = all_measure_results(snapshot)
    lines = lines_of(found)
    aimed = [line for line in lines if has_target(line[1])]
    with_target = sum(any(r.target for r in m.readings) for m in found)
    lede = msg("measure-list-lede", count=len(found), day=snapshot.as_of, targets=with_target)
    to_goals = LinkTo(msg("measure-list-goals-link"), addresses.GOALS)
    return SectionsView(
        title=msg("measure-list"),
        lede=listing((lede, *_told(lines, aimed)), "sentences"),
        facts=facts(
            {msg("measure-list-goals"): to_goals if has_page(addresses.GOALS, snapshot) else None}
        ),
        sections=(
            *_by_verdict(aimed),
            *_without_target(snapshot, lines),
            Section("formula", msg("goal-list-formula"), text=FORMULA),
        ),
    )


def measure_drawings(snapshot: Snapshot) -> Iterator[DrawingFile]:
    """Yield the chart of every measure that has one, as a file."""
    note = msg("chart-file-note", report=snapshot.report.about.title, day=snapshot.as_of)
    for found in all_measure_results(snapshot):
        measure, day = found.measure, snapshot.day
        if chart := measure_chart(measure, day, measure_sentences(measure, day)):
            owner_id = found.reference.partition("/")[0]
            yield DrawingFile(addresses.measure_chart(owner_id, measure.id), chart, note)


def _told(lines: Sequence[MeasureLine], aimed: Sequence[MeasureLine]) -> Iterator[Text]:
    """Yield how many data series came out how, where any is or could be judged."""
    counted = Counter(reading.verdict for _, reading in aimed)
    said = [
        msg(f"measure-told-{verdict.value}", count=counted[verdict])
        for verdict in Verdict
        if counted[verdict]
    ]
    if without := len(lines) - len(aimed):
        said.append(msg("measure-told-without", count=without))
    if aimed:
        yield msg("measure-list-told", lines=len(lines), results=listing(said))


def _by_verdict(aimed: Sequence[MeasureLine]) -> Iterator[Section]:
    for verdict in Verdict:
        mine = [line for line in aimed if line[1].verdict is verdict]
        if mine:
            anchor = f"result-{verdict.value}"
            heading = msg(f"measure-group-{verdict.value}")
            caption = msg("measure-list-lines", subject=heading, count=len(mine))
            made = results_table(anchor, caption, mine, with_verdict=False)
            yield Section(anchor, heading, made)


def _without_target(snapshot: Snapshot, lines: Sequence[MeasureLine]) -> Iterator[Section]:
    """Yield what has no target, area by area, and at last which areas have no measure at all."""
    areas = snapshot.report.areas
    for area in areas:
        mine = [m for m in lines if m[0].area == area.id and not has_target(m[1])]
        if mine:
            anchor, heading = f"measures-{area.id}", msg("measure-list-no-target", area=area.title)
            caption = msg("measure-list-lines", subject=heading, count=len(mine))
            yield Section(anchor, heading, figures_table(anchor, caption, mine))
    measured = {line[0].area for line in lines}
    silent = [area.title for area in areas if area.id not in measured]
    if silent:
        said = msg("measure-list-none", areas=listing(silent))
        yield Section("no-measure", msg("measure-list-none-heading"), text=said)
