"""Documents to plain data that the print templates set: nothing to sum, sort or look up there."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from generator.prose.escaping import collapsed
from generator.render.pdf.cells import CellSetter
from generator.render.pdf.column_widths import widths
from generator.render.pdf.drawing import drawing_data, key_data, label_data
from generator.render.pdf.marks import PALETTE, mixed
from generator.render.pdf.matrix import matrix_data
from generator.render.pdf.prose import Data, ProseSetter
from generator.render.pdf.references import index_data, source_data, source_list_data
from generator.views.base.blocks import (
    Count,
    Fact,
    Signal,
    Table,
    in_every_row,
)
from generator.views.print import blocks as p
from generator.views.print.document import Document
from generator.words.localization import Localization
from generator.words.marking import MarkingLocalization
from generator.words.message import msg

Paper = Literal["us-letter", "a4"]

CHARACTERS = {"us-letter": 122.0, "a4": 118.0}
"""Characters of a table's type in the width of a page's text."""

_SMALL_TABLE = 8
_SMALL_CELL = 260
_LONG_ROW = 700
_LONGEST_NAME = 30
_TOGETHER = {("paragraph", "figure"), ("lanes", "key")}
"""Parts that are on one page with the beginning of the part that follows."""
_LEADING = {"paragraph", "lede"}
"""Parts that lead from a heading to facts."""


PAGE = "\ue000"
"""Stands for the number of a page, which is known when all is set; a letter of no script."""

PAGES = "\ue001"
"""Stands for the number of the last page."""


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A document as JSON, and the files of content/media that it shows."""

    data: bytes
    media: tuple[str, ...]
    link: str = PAGE
    """What a link inside the document is read out as, with PAGE for the number of its page."""


def render_document(
    document: Document,
    words: Localization,
    paper: Paper = "us-letter",
    written_in: str = "",
    colors: Mapping[str, str] | None = None,
) -> RenderedDocument:
    """Return a document as the data that its template reads; the same document, the same bytes.

    `written_in` is the language of the content, that of `words` unless it is given. `colors` are
    those of the palette that a report has otherwise, by name.
    """
    setter = _PartSetter(document, words, written_in or words.language, CHARACTERS[paper])
    made = [setter.part(part) for part in document.parts]
    _hold_together(made)
    day = document.day
    data = {
        "kind": document.kind,
        "title": collapsed(words(document.title)),
        "description": collapsed(words(document.description)),
        "author": collapsed(words(document.author)),
        "running": setter.cells.printed(document.running),
        "foot": setter.cells.printed(document.foot),
        "pages": words(msg("print-page", page=PAGE, pages=PAGES)),
        "language": language_and_region(words),
        "rtl": words.is_right_to_left,
        "day": [day.year, day.month, day.day],
        "paper": paper,
        "palette": PALETTE | dict(colors or {}),
        "glyphs": setter.cells.glyphs,
        "parts": made,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    link = words(msg("print-link", page=PAGE))
    return RenderedDocument(text.encode(), tuple(sorted(setter.prose.media)), link)


def _hold_together(parts: list[Data]) -> None:
    """Mark what is on one page with the beginning of the part after it.

    Between a heading and the facts of what it is about, every paragraph is.
    """
    held = False
    for after, before in pairwise(reversed(parts)):
        leads = after["k"] == "facts" and after.get("paired", False)
        held = before["k"] in _LEADING and (leads or held)
        before["sticky"] = held or (before["k"], after["k"]) in _TOGETHER


def language_and_region(words: Localization) -> list[str | None]:
    """Return the language in which something is said as Typst wants it: None for no region."""
    language, *rest = words.speaks.split("-")
    region = next((r for r in rest if len(r) == len("US") and r.isalpha()), None)
    return [language.lower(), region]


class _PartSetter:
    """Turns parts into data, keeping what they have in common."""

    def __init__(
        self, document: Document, words: Localization, written_in: str, room: float
    ) -> None:
        self.room = room
        self.cells = CellSetter(document, words, MarkingLocalization(words, written_in))
        self.prose = ProseSetter(self.cells.link, words, written_in, room)

    def part(self, part: p.Part) -> Data:
        maker: Callable[[_PartSetter, Any], Data] = _MAKERS[part.kind]
        return {"k": part.kind, **maker(self, part)}

    def facts(self, rows: Iterable[Fact]) -> list[Data]:
        return [
            {"name": self.cells.printed(row.name), "c": self.cells.cell(row.value)} for row in rows
        ]

    def table(self, table: Table) -> Data:
        texts = [[self.cells.said(cell) for cell in row] for row in table.rows]
        columns = [
            [self.cells.words(column.label), *(row[place] for row in texts)]
            for place, column in enumerate(table.columns)
        ]
        longest = max((len(cell) for row in texts for cell in row), default=0)
        return {
            "caption": self.cells.printed(table.caption),
            "same": [self.cells.cell(in_every_row(fact)) for fact in table.same],
            "widths": widths(columns, self.room),
            "head": [self.cells.printed(column.label) for column in table.columns],
            "kinds": [column.kind for column in table.columns],
            "rows": [[self.cells.cell(cell) for cell in row] for row in table.rows],
            "long": [at for at, row in enumerate(texts) if sum(map(len, row)) >= _LONG_ROW],
            "small": len(texts) <= _SMALL_TABLE and longest < _SMALL_CELL,
        }


def _heading(setter: _PartSetter, part: p.Heading) -> Data:
    return {
        "level": min(part.level, 6),
        "t": setter.cells.printed(part.text),
        "anchor": part.anchor,
        "fresh": part.fresh_page,
        "listed": part.listed,
        "slight": part.slight,
    }


def _text(setter: _PartSetter, part: p.Lede | p.Empty) -> Data:
    return {"t": setter.cells.printed(part.text)}


def _paragraph(setter: _PartSetter, part: p.Paragraph) -> Data:
    return {"c": setter.cells.cell(part.value)}


def _notice(setter: _PartSetter, part: p.Notice | p.Placeholder) -> Data:
    title = msg("common-name", name=part.title) if part.title else ""
    return {"t": setter.cells.printed(part.text), "title": setter.cells.printed(title)}


def _prose(setter: _PartSetter, part: p.ProseBlock) -> Data:
    return {"c": setter.prose.blocks(part.markdown, part.level)}


def _facts(setter: _PartSetter, part: p.FactList) -> Data:
    if part.run_in:
        return {"c": setter.cells.run_in(part.rows)}
    longest = max((len(setter.cells.words(row.name)) for row in part.rows), default=0)
    return {
        "rows": setter.facts(part.rows),
        "paired": part.paired,
        "dense": part.dense,
        "beside": longest <= _LONGEST_NAME,
    }


def _grid(setter: _PartSetter, part: p.TableBlock) -> Data:
    return setter.table(part.table)


def _timeline(setter: _PartSetter, part: p.Timeline) -> Data:
    entries = [
        {
            "date": setter.cells.printed(entry.date),
            "c": setter.cells.cell(entry.value),
            "details": setter.cells.run_in(Fact("", detail) for detail in entry.details),
            "body": setter.prose.blocks(entry.body, part.level) if entry.body.strip() else [],
        }
        for entry in part.entries
    ]
    return {"entries": entries}


def _points(setter: _PartSetter, part: p.Points) -> Data:
    cell = setter.cells.cell
    items = [{"head": cell(item[:1]), "gap": " ", "c": cell(item[1:])} for item in part.items]
    return {"items": items}


def _records(setter: _PartSetter, part: p.RecordList) -> Data:
    items = [
        {
            "head": setter.cells.cell(item.head),
            "gap": setter.cells.gap_after(item.head, item.values),
            "c": setter.cells.run_in(item.values),
        }
        for item in part.items
    ]
    firsts = [item.values[0].value for item in part.items if item.values]
    same = [setter.cells.cell(in_every_row(fact)) for fact in part.same]
    return {
        "caption": setter.cells.printed(part.caption),
        "same": same,
        "items": items,
        "between": setter.cells.between if part.run_in else "",
        # Where what is said is strong, what it is said of is not.
        "heavy": not any(value and value[0].kind == "strong" for value in firsts),
    }


def _legend(setter: _PartSetter, part: p.Legend) -> Data:
    return {
        "rows": [
            {"means": setter.cells.printed(s.means), **_signal(setter, s)} for s in part.signals
        ]
    }


def _signal(setter: _PartSetter, signal: Signal) -> Data:
    return setter.cells.signal(signal)


def _counts(setter: _PartSetter, found: Iterable[Count]) -> Data:
    return {"rows": [_count(setter, one) for one in found]}


def _count(setter: _PartSetter, count: Count) -> Data:
    return {
        "count": count.count,
        "width": count.width,
        "recent": count.recent,
        "pale": mixed(count.signal.tone, 35),
        "age": setter.cells.printed(count.age),
        **_signal(setter, count.signal),
    }


def _figure(setter: _PartSetter, part: p.DrawingBlock) -> Data:
    return {"unit": setter.cells.printed(part.unit), **drawing_data(setter.cells, part.drawing)}


def _matrix(setter: _PartSetter, part: p.MatrixBlock) -> Data:
    return matrix_data(setter.cells, part.matrix)


def _beside(setter: _PartSetter, part: p.Beside) -> Data:
    return {
        "left": list(map(setter.part, part.left)),
        "right": list(map(setter.part, part.right)),
    }


def _image(setter: _PartSetter, part: p.Image) -> Data:
    setter.prose.media.add(part.file)
    return {
        "file": part.file,
        "alt": collapsed(setter.cells.words(part.alt)),
        "caption": setter.cells.printed(part.caption),
        "credit": setter.cells.printed(part.credit),
    }


def _lanes(setter: _PartSetter, part: p.SwimlaneBlock) -> Data:
    chart = part.chart
    alt = msg("print-lanes-alt", title=part.title, note=chart.note, elsewhere=part.words)
    return {
        "alt": collapsed(setter.cells.words(alt)),
        "axis": chart.axis_height,
        "labels": [
            label_data(setter.cells, label)
            for label in chart.axis_letterer(setter.cells.words).labels
        ],
        "bands": [{"x": band.x, "width": band.width} for band in chart.bands],
        "rules": [{"x": rule.x, "look": rule.look} for rule in chart.rules],
        "lanes": [
            {"name": setter.cells.printed(lane.name), **drawing_data(setter.cells, lane.drawing)}
            for lane in chart.lanes
        ],
    }


def _key(setter: _PartSetter, part: p.Key) -> Data:
    return {
        "rows": [key_data(setter.cells, entry) for entry in part.entries],
        "note": setter.cells.printed(part.note),
    }


def _contents(setter: _PartSetter, part: p.Contents) -> Data:
    return {"t": setter.cells.printed(part.title), "depth": part.depth}


def _cover(setter: _PartSetter, part: p.Cover) -> Data:
    return {
        "organization": setter.cells.printed(part.organization),
        "t": setter.cells.printed(part.title),
        "subtitle": setter.cells.printed(part.subtitle),
        "unofficial": setter.cells.printed(part.unofficial),
        "standing": setter.cells.printed(part.standing),
        "headline": setter.cells.printed(part.headline),
        "age": setter.cells.printed(part.age),
        "notes": [setter.cells.printed(note) for note in part.notes],
        **_counts(setter, part.counts),
    }


def _masthead(setter: _PartSetter, part: p.Masthead) -> Data:
    return {
        "organization": setter.cells.printed(part.organization),
        "t": setter.cells.printed(part.title),
        "unofficial": setter.cells.printed(part.unofficial),
        "standing": setter.cells.printed(part.standing),
        "facts": {
            "rows": setter.facts(part.facts),
            "paired": False,
            "dense": False,
            "beside": True,
        },
        "notes": [setter.cells.printed(note) for note in part.notes],
    }


def _with_cells(maker: Callable[[CellSetter, Any], Data]) -> Callable[[_PartSetter, Any], Data]:
    """Return the maker of a part that needs nothing but cells."""
    return lambda setter, part: maker(setter.cells, part)


_MAKERS: dict[str, Callable[[_PartSetter, Any], Data]] = {
    "heading": _heading,
    "lede": _text,
    "paragraph": _paragraph,
    "empty": _text,
    "notice": _notice,
    "placeholder": _notice,
    "prose": _prose,
    "facts": _facts,
    "table": _grid,
    "timeline": _timeline,
    "points": _points,
    "records": _records,
    "legend": _legend,
    "figure": _figure,
    "matrix": _matrix,
    "beside": _beside,
    "image": _image,
    "lanes": _lanes,
    "key": _key,
    "sources": _with_cells(source_list_data),
    "source": _with_cells(source_data),
    "contents": _contents,
    "index": _with_cells(index_data),
    "cover": _cover,
    "masthead": _masthead,
}
