"""Documents to plain data that the print templates set: nothing to sum, sort or look up there."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from generator.pages.blocks import Cell, Fact, Inline, Refs, Table
from generator.pages.documents import parts as p
from generator.pages.documents.document import Document
from generator.prose.characters import collapsed
from generator.render.columns import widths
from generator.render.print_marks import PALETTE, signal_svg, signal_tone
from generator.render.printed_drawing import drawing_data, key_data, label_data
from generator.render.printed_prose import Data, ProseSetter
from generator.render.printed_text import printed

Paper = Literal["us-letter", "a4"]

CHARACTERS = {"us-letter": 118.0, "a4": 114.0}
"""Characters of a table's type in the width of a page's text."""

_SMALL_TABLE = 8
_SMALL_CELL = 260
_LONG_ROW = 700
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as JSON, and the files of content/media that it shows."""

    data: bytes
    media: tuple[str, ...]


def render_document(document: Document, paper: Paper = "us-letter") -> Printed:
    """Return a document as the data that its template reads; the same document, the same bytes."""
    setter = _Setter(document, CHARACTERS[paper])
    made = [setter.part(part) for part in document.parts]
    for before, after in pairwise(made):
        before["sticky"] = before["k"] == "paragraph" and after["k"] == "figure"
    day = document.day
    data = {
        "kind": document.kind,
        "title": collapsed(document.title),
        "description": collapsed(document.description),
        "running": printed(document.running),
        "foot": printed(document.foot),
        "language": _language(document.language),
        "day": [day.year, day.month, day.day],
        "paper": paper,
        "palette": PALETTE,
        "glyphs": setter.glyphs,
        "parts": made,
        "chapters": _chapters(made),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Printed(text.encode(), tuple(sorted(setter.prose.media)))


def _chapters(parts: list[Data]) -> list[Data]:
    """Return where chapters begin and end, each on pages of its own, with what its head says."""
    starts = [at for at, part in enumerate(parts) if part.get("fresh") or part["k"] == "contents"]
    ends = [*starts, len(parts)]
    first = [{"t": "", "from": 0, "to": ends[0]}]
    return first + [
        {"t": parts[start]["t"], "from": start, "to": end}
        for start, end in pairwise(ends)
        if start < end
    ]


def _language(tag: str) -> list[str | None]:
    """Return a language tag as language and region, None for no region."""
    language, *rest = tag.split("-")
    region = next((r for r in rest if len(r) == len("US") and r.isalpha()), None)
    return [language.lower(), region]


@dataclass(slots=True)
class _Setter:
    """Turns parts into data, keeping what they have in common."""

    document: Document
    room: float
    glyphs: dict[str, str] = field(default_factory=dict)
    headings: frozenset[str] = field(init=False)
    spots: frozenset[str] = field(init=False)
    numbers: Mapping[str, int] = field(init=False)
    prose: ProseSetter = field(init=False)

    def __post_init__(self) -> None:
        parts = self.document.parts
        self.headings = frozenset(part.anchor for part in parts if part.kind == "heading")
        self.spots = frozenset(part.anchor for part in parts if part.kind == "source")
        numbered = enumerate(self.document.source_numbers, start=1)
        self.numbers = {address: number for number, address in numbered}
        self.prose = ProseSetter(self.link, self.room)

    def part(self, part: p.Part) -> Data:
        maker: Callable[[_Setter, Any], Data] = _MAKERS[part.kind]
        return {"k": part.kind, **maker(self, part)}

    def link(self, target: str) -> Data:
        """Return where an address leads: inside the document, on the web, or nowhere."""
        if target.startswith(("https://", "http://", "mailto:", "tel:")):
            return {"url": target}
        for inside in (target, target.partition("#")[0]):
            if inside and inside in self.headings:
                return {"to": inside}
            if inside in self.spots:
                return {"spot": inside}
        return {"url": self.document.site + target} if self.document.site else {}

    def source(self, target: str) -> Data:
        """Return where a source itself is found, on the web."""
        number = self.numbers.get(target)
        return self.link(self.document.source_addresses[number - 1] if number else target)

    def cell(self, pieces: Cell) -> list[Data]:
        return [self.piece(piece) for piece in pieces]

    def piece(self, piece: Inline) -> Data:
        match piece.kind:
            case "link":
                return {"k": "a", "t": printed(piece.text), **self.link(piece.target)}
            case "signal":
                return {"k": "signal", **self.signal(piece.axis, piece.key, piece.label)}
            case "refs":
                return self.refs(piece)
            case "match":
                return {"k": "match"}
            case _:
                return {"k": piece.kind, "t": printed(piece.text)}

    def refs(self, refs: Refs) -> Data:
        """Return sources by their numbers, and what else is pointed at by its words."""
        others = [
            {"t": printed(ref.text), **self.link(ref.target)}
            for ref in refs.refs
            if ref.target not in self.numbers
        ]
        return {"k": "refs", "c": self.numbered(refs), "links": others}

    def numbered(self, refs: Refs) -> list[str]:
        return [str(self.numbers[r.target]) for r in refs.refs if r.target in self.numbers]

    def signal(self, axis: str, key: str, label: str) -> Data:
        name = f"{axis}-{key}"
        self.glyphs[name] = signal_svg(axis, key)
        return {"g": name, "tone": signal_tone(axis, key), "t": printed(label)}

    def said(self, cell: Cell) -> str:
        """Return a cell's text as long as it is printed; a shape counts as two characters."""
        pieces = []
        for piece in cell:
            match piece.kind:
                case "refs":
                    pieces += [r.text for r in piece.refs if r.target not in self.numbers]
                    pieces.append(f"[{', '.join(self.numbered(piece))}]")
                case "match":
                    pieces.append("(editors' match)")
                case "signal":
                    pieces.append(f"oo{piece.label}")
                case _:
                    pieces.append(piece.text)
        return " ".join(pieces)

    def facts(self, rows: Iterable[Fact]) -> list[Data]:
        return [{"name": printed(row.name), "c": self.cell(row.value)} for row in rows]

    def table(self, table: Table) -> Data:
        texts = [[self.said(cell) for cell in row] for row in table.rows]
        columns = [
            [column.label, *(row[place] for row in texts)]
            for place, column in enumerate(table.columns)
        ]
        longest = max((len(cell) for row in texts for cell in row), default=0)
        return {
            "caption": printed(table.caption),
            "widths": widths(columns, self.room),
            "head": [printed(column.label) for column in table.columns],
            "kinds": [column.kind for column in table.columns],
            "rows": [[self.cell(cell) for cell in row] for row in table.rows],
            "whole": [sum(map(len, row)) < _LONG_ROW for row in texts],
            "small": len(texts) <= _SMALL_TABLE and longest < _SMALL_CELL,
        }


def _heading(_: _Setter, part: p.Heading) -> Data:
    return {
        "level": min(part.level, 6),
        "t": printed(part.text),
        "anchor": part.anchor,
        "fresh": part.fresh_page,
        "listed": part.listed,
    }


def _text(_: _Setter, part: p.Lede | p.Empty) -> Data:
    return {"t": printed(part.text)}


def _paragraph(setter: _Setter, part: p.Paragraph) -> Data:
    return {"c": setter.cell(part.value)}


def _notice(_: _Setter, part: p.Notice) -> Data:
    return {"t": printed(part.text), "title": printed(part.title)}


def _prose(setter: _Setter, part: p.Prose) -> Data:
    return {"c": setter.prose.blocks(part.markdown, part.level)}


def _facts(setter: _Setter, part: p.FactList) -> Data:
    longest = max((len(row.name) for row in part.rows), default=0)
    return {
        "rows": setter.facts(part.rows),
        "paired": part.paired,
        "beside": longest <= _LONGEST_NAME,
    }


def _grid(setter: _Setter, part: p.Grid) -> Data:
    return setter.table(part.table)


def _timeline(setter: _Setter, part: p.Timeline) -> Data:
    entries = [
        {
            "date": printed(entry.date),
            "c": setter.cell(entry.value),
            "details": [setter.cell(detail) for detail in entry.details],
            "body": setter.prose.blocks(entry.body, part.level) if entry.body.strip() else [],
        }
        for entry in part.entries
    ]
    return {"entries": entries}


def _points(setter: _Setter, part: p.Points) -> Data:
    return {"items": [setter.cell(item) for item in part.items]}


def _legend(setter: _Setter, part: p.Legend) -> Data:
    rows = [
        {"means": printed(s.means), **setter.signal(s.axis, s.key, s.label)} for s in part.signals
    ]
    return {"rows": rows}


def _counts(setter: _Setter, part: p.Counts | p.Cover) -> Data:
    rows = part.rows if isinstance(part, p.Counts) else part.counts
    made = [{"count": row.count, "width": row.width, **setter.piece(row.signal)} for row in rows]
    return {"rows": made}


def _figure(setter: _Setter, part: p.Figure) -> Data:
    return {"unit": printed(part.unit), **drawing_data(setter.glyphs, part.drawing)}


def _image(setter: _Setter, part: p.Image) -> Data:
    setter.prose.media.add(part.file)
    return {
        "file": part.file,
        "alt": collapsed(part.alt),
        "caption": printed(part.caption),
        "credit": printed(part.credit),
    }


def _lanes(setter: _Setter, part: p.Lanes) -> Data:
    chart = part.chart
    alt = f"{part.title}. {chart.note} The table that follows says the same in words."
    return {
        "alt": collapsed(alt),
        "axis": chart.axis_height,
        "labels": [label_data(label) for label in chart.axis_labels],
        "rules": [{"x": rule.x, "look": rule.look} for rule in chart.rules],
        "lanes": [
            {"name": printed(lane.name), **drawing_data(setter.glyphs, lane.drawing)}
            for lane in chart.lanes
        ],
    }


def _key(setter: _Setter, part: p.Key) -> Data:
    return {
        "rows": [key_data(setter.glyphs, entry) for entry in part.entries],
        "note": printed(part.note),
    }


def _source_list(setter: _Setter, part: p.SourceList) -> Data:
    rows = [
        {"n": setter.numbers.get(s.target, 0), "t": printed(s.text), **setter.source(s.target)}
        for s in part.sources
    ]
    return {"rows": sorted(rows, key=lambda row: row["n"])}


def _source(setter: _Setter, part: p.Bibliography) -> Data:
    return {
        "anchor": part.anchor,
        "n": setter.numbers[part.anchor],
        "t": printed(part.title),
        "url": part.address,
        "address": printed(part.address),
        "published": printed(part.published),
        "note": printed(part.note),
    }


def _contents(_: _Setter, part: p.Contents) -> Data:
    return {"t": printed(part.title), "depth": part.depth}


def _index(setter: _Setter, part: p.Index) -> Data:
    return {"rows": [{"t": printed(e.text), **setter.link(e.target)} for e in part.entries]}


def _cover(setter: _Setter, part: p.Cover) -> Data:
    return {
        "city": printed(part.city),
        "t": printed(part.title),
        "subtitle": printed(part.subtitle),
        "standing": printed(part.standing),
        "headline": printed(part.headline),
        "notes": [printed(note) for note in part.notes],
        **_counts(setter, part),
    }


def _masthead(setter: _Setter, part: p.Masthead) -> Data:
    return {
        "city": printed(part.city),
        "t": printed(part.title),
        "standing": printed(part.standing),
        "facts": {"rows": setter.facts(part.facts), "paired": False, "beside": True},
        "notes": [printed(note) for note in part.notes],
    }


_MAKERS: dict[str, Callable[[_Setter, Any], Data]] = {
    "heading": _heading,
    "lede": _text,
    "paragraph": _paragraph,
    "empty": _text,
    "notice": _notice,
    "prose": _prose,
    "facts": _facts,
    "table": _grid,
    "timeline": _timeline,
    "points": _points,
    "legend": _legend,
    "counts": _counts,
    "figure": _figure,
    "image": _image,
    "lanes": _lanes,
    "key": _key,
    "sources": _source_list,
    "source": _source,
    "contents": _contents,
    "index": _index,
    "cover": _cover,
    "masthead": _masthead,
}
