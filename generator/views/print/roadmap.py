"""The roadmap as a chapter of the full report: what comes next, by stage, and drawn by topic."""

from collections.abc import Iterator

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.views.base import addresses
from generator.views.base.blocks import Fact, SideNote, Words
from generator.views.base.presence import has_page
from generator.views.base.table_builder import table
from generator.views.initiatives.rows import initiative_columns
from generator.views.print.blocks import (
    FactList,
    Heading,
    Key,
    Lede,
    Notice,
    Paragraph,
    Part,
    TableBlock,
)
from generator.views.print.document import DocumentFrame
from generator.views.print.late import late_parts
from generator.views.print.record_lists import under_heading
from generator.views.print.sections import swimlane_parts
from generator.views.roadmap.roadmap import RoadmapView, roadmap_view
from generator.words.message import msg


def roadmap_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what comes next, the initiatives by stage, and each topic area as a drawing."""
    if not has_page(addresses.ROADMAP, frame.snapshot):
        return
    view = roadmap_view(frame.snapshot, obligations_by_milestone(frame.snapshot))
    yield Heading(2, msg("page-roadmap"), addresses.ROADMAP, fresh_page=True)
    yield Lede(view.next.lead)
    if view.calendar_note:
        yield Notice(view.calendar_note)
    if view.next.table:
        yield TableBlock(view.next.table)
    yield from late_parts(frame.snapshot, 3)
    yield Heading(3, msg("report-stages-heading"), listed=False)
    yield from _stages(view)
    if view.work_plans:
        yield Heading(3, msg("plan-work-heading"), listed=False)
    yield from map(TableBlock, view.work_plans)
    if view.dependencies:
        yield TableBlock(view.dependencies)
        yield Paragraph((Words(view.dependencies_note),))
    yield from _drawings(view)


def _stages(view: RoadmapView) -> Iterator[Part]:
    """Yield the initiatives in each stage; those in which none is, in one line."""
    for stage in view.stages:
        if stage.table:
            yield Heading(4, stage.title, f"{addresses.ROADMAP}#{stage.anchor}")
            yield Paragraph((Words(stage.means),))
            yield under_heading(stage.table)
    none = SideNote(msg("report-no-initiative"))
    empty = (s for s in view.stages if not s.table)
    yield FactList(tuple(Fact(s.title, (Words(s.means), none)) for s in empty), run_in=True)


def _drawings(view: RoadmapView) -> Iterator[Part]:
    """Yield the drawing of each topic area; sections of initiatives say the same in words."""
    if view.key:
        yield Key(view.key.key, view.key.note)
    for area in view.areas:
        if area.chart:
            yield Heading(3, area.area.text, f"{addresses.ROADMAP}#{area.anchor}", listed=False)
            title = msg("print-roadmap-of", title=area.area.text)
            yield from swimlane_parts(title, area.chart, msg("report-drawn-elsewhere"))


def all_initiatives_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield a table of all initiatives, where no roadmap lists them by stage."""
    states = frame.snapshot.states
    if has_page(addresses.ROADMAP, frame.snapshot):
        return
    caption = msg("report-all", count=len(states))
    yield Heading(2, msg("report-all-heading"))
    columns = initiative_columns(frame.snapshot, with_area=True)
    yield TableBlock(table("all", caption, states, columns))
    yield from late_parts(frame.snapshot, 3)
