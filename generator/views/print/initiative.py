"""An initiative's page as a section of a document: the same view, the same order, every fact."""

from collections.abc import Iterator

from generator.views.base import addresses
from generator.views.base.blocks import Fact, LinkTo, Table, Words
from generator.views.base.table_builder import cell
from generator.views.goals.measure_tables import MeasureView
from generator.views.initiatives.initiative import InitiativeView
from generator.views.print.blocks import (
    DrawingBlock,
    Empty,
    FactList,
    Heading,
    Image,
    Key,
    Lede,
    Notice,
    Paragraph,
    Part,
    Points,
    ProseBlock,
    SourceList,
    TableBlock,
    Timeline,
)
from generator.views.print.document import cited
from generator.views.print.record_lists import records, run_in, under_heading
from generator.views.print.sections import swimlane_parts
from generator.words.message import Text, msg

FEW_FIGURES = 2
"""Figures of a measure up to which columns say nothing that a list does not."""


def initiative_parts(
    view: InitiativeView, initiative_id: str, level: int, *, fresh_page: bool = False
) -> tuple[Part, ...]:
    """Return an initiative as a section whose heading has `level`."""
    target = addresses.initiative(initiative_id)
    parts: list[Part] = [
        Heading(level, view.title, target, fresh_page),
        *verdict_parts(view),
        *([ProseBlock(view.description, level + 1)] if view.description else []),
        FactList(all_facts(view), paired=True),
    ]
    parts += related_parts(view)
    parts += _pictures(view)
    parts += _newest_update(view, level + 1)
    if view.ideas:
        parts += [Heading(level + 1, msg("idea-title")), under_heading(view.ideas)]
    parts += _roadmap(view, level + 1)
    parts += _tables(level + 1, msg("print-plans"), view.plans)
    parts += _measures(view, level + 1, target)
    parts += _money(view, level + 1)
    if view.partners:
        parts.append(run_in(msg("initiative-partners-heading"), view.partners))
    parts += _tables(level + 1, msg("initiative-roles-heading"), [view.roles])
    if view.links:
        parts += [Heading(level + 1, msg("initiative-links-heading")), FactList(view.links)]
    parts += _tables(level + 1, msg("facts-risks-heading"), [view.risks])
    parts += _tables(level + 1, msg("facts-documents-heading"), [view.documents])
    parts += [
        Heading(level + 1, msg("initiative-history-heading")),
        Timeline(view.history, level + 2),
    ]
    if view.in_editions:
        parts.append(run_in(msg("initiative-editions-heading"), view.in_editions))
    parts += _tables(level + 1, msg("initiative-evaluations-heading"), [view.evaluations])
    parts += _doubts(view, level + 1)
    return (*parts, *_sources(view, tuple(parts)))


def verdict_parts(view: InitiativeView) -> Iterator[Part]:
    """Yield what became of an initiative, and what it is about."""
    yield Paragraph(view.verdict.state)
    if view.verdict.sentence:
        yield Lede(view.verdict.sentence)
    if view.summary:
        yield Paragraph(cell(view.summary))


def all_facts(view: InitiativeView) -> tuple[Fact, ...]:
    """Return who is responsible, and all other facts."""
    return (*view.verdict.facts, *view.facts, *view.further_facts)


def related_parts(view: InitiativeView) -> tuple[Part, ...]:
    """Return what was found that is related to an initiative of which there is no update."""
    if not view.related:
        return ()
    return (Paragraph((Words(msg("initiative-related-heading")),)), Points(view.related))


def _pictures(view: InitiativeView) -> Iterator[Part]:
    media = addresses.media("")
    for picture in view.pictures:
        if picture.is_image:
            file = picture.target.removeprefix(media)
            yield Image(file, picture.alt, picture.caption, picture.credit)
        else:
            link = LinkTo(picture.caption or picture.alt, picture.target)
            about = picture.alt if picture.caption else ""
            yield Paragraph((link, *cell(about), *cell(picture.credit)))


def _newest_update(view: InitiativeView, level: int) -> Iterator[Part]:
    said = view.newest_update
    if said is None:
        return
    yield Heading(level, said.heading)
    if said.body.strip():
        yield ProseBlock(said.body, level + 1)
    if said.ask:
        yield Notice(said.ask)
    if said.evidence:
        yield FactList((Fact(msg("initiative-evidence"), said.evidence),))


def _roadmap(view: InitiativeView, level: int) -> Iterator[Part]:
    own = view.roadmap
    if own is None or not own.is_planned:
        return
    yield Heading(level, msg("page-roadmap"))
    yield from swimlane_parts(
        msg("print-roadmap-of", title=view.title), own.chart, msg("print-roadmap-elsewhere")
    )
    yield Key(own.chart.key, own.chart.note)


def _tables(
    level: int, heading: Text, tables: tuple[Table, ...] | list[Table | None]
) -> Iterator[Part]:
    """Yield tables under their heading; nothing where there are none."""
    found = [table for table in tables if table]
    if found:
        yield Heading(level, heading)
    yield from (TableBlock(table) for table in found)


def _measures(view: InitiativeView, level: int, target: str) -> Iterator[Part]:
    if view.measures or view.findings:
        yield Heading(level, msg("initiative-measures-heading"))
    for measure in view.measures:
        yield from measure_parts(measure, level + 1, target)
    if view.findings:
        yield TableBlock(view.findings)


def _money(view: InitiativeView, level: int) -> Iterator[Part]:
    """Yield what the money comes to, and every sum that sources give."""
    if view.money:
        yield Heading(level, msg("initiative-money-heading"))
    if view.sums:
        if view.sums.text:
            yield Paragraph((Words(view.sums.text),))
        yield TableBlock(view.sums.table)
    yield from map(TableBlock, view.money)


def measure_parts(view: MeasureView, level: int, target: str) -> Iterator[Part]:
    """Yield a measure under its heading; `target` is the address of the page it is on."""
    yield Heading(level, view.title, f"{target}#{view.id}")
    if view.sentences:
        yield Paragraph(view.sentences)
    if view.chart:
        yield DrawingBlock(view.chart, view.unit)
    if view.points:
        yield _points(view.points)
    else:
        yield Empty(view.points_why_empty)
    yield FactList(view.facts, run_in=True)


def _points(points: Table) -> Part:
    """Return the figures of a measure: a few as a list, which takes less room than a table."""
    return TableBlock(points) if len(points.rows) > FEW_FIGURES else under_heading(points)


def _doubts(view: InitiativeView, level: int) -> Iterator[Part]:
    if view.doubts or view.questions:
        yield Heading(level, msg("initiative-doubts-heading"))
    yield from map(records, view.doubts)
    if view.questions:
        yield FactList(view.questions)


def _sources(view: InitiativeView, parts: tuple[Part, ...]) -> Iterator[Part]:
    in_text = cited(parts)
    found: dict[LinkTo, None] = dict.fromkeys(in_text.sources if in_text else ())
    found |= dict.fromkeys(view.sources)
    if found:
        yield SourceList(tuple(found))
