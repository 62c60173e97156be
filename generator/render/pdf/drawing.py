"""Drawings as plain data that one print function draws."""

from generator.prose.escaping import collapsed
from generator.render.pdf.cells import CellSetter
from generator.render.pdf.marks import mark_svg, mixed
from generator.render.pdf.prose import Data
from generator.views.charts.shapes import Drawing, KeyEntry, Label, Mark
from generator.words.message import msg


def drawing_data(cells: CellSetter, drawing: Drawing) -> Data:
    """Return a drawing as data; the outlines of its marks are kept by `cells`."""
    lettering = drawing.letterer(cells.words)
    described = " ".join(map(cells.words, drawing.description))
    return {
        "title": cells.printed(drawing.title),
        "alt": collapsed(
            cells.words(msg("print-drawing-alt", title=drawing.title, description=described))
        ),
        "height": drawing.height,
        "bars": [
            {"x": b.x, "y": b.y, "w": b.width, "h": b.height, **_look(b.look, b.tone)}
            for b in drawing.bars
        ],
        "lines": [
            {"x1": i.x1, "y1": i.y1, "x2": i.x2, "y2": i.y2, **_look(i.look, i.tone)}
            for i in (*drawing.lines, *lettering.strokes)
        ],
        "marks": [{"x": m.x, "y": m.y, "g": _mark(cells, m)} for m in drawing.marks],
        "labels": [label_data(cells, label) for label in lettering.labels],
        "key": [key_data(cells, entry) for entry in drawing.key],
    }


def key_data(cells: CellSetter, entry: KeyEntry) -> Data:
    """Return what a mark or line means, as data."""
    mark = _mark(cells, entry.mark) if entry.mark else None
    looks = {"bar": entry.bar, "line": entry.line, "tone": entry.tone}
    return {"t": cells.printed(entry.text), "g": mark, "pale": mixed(entry.tone, 30), **looks}


def _mark(cells: CellSetter, mark: Mark) -> str:
    name = f"mark-{mark.shape}-{mark.look}-{mark.tone}"
    cells.glyphs[name] = mark_svg(mark)
    return name


def label_data(cells: CellSetter, label: Label) -> Data:
    """Return words of a drawing with their place, as data."""
    return {
        "x": label.x,
        "y": label.y,
        "t": cells.printed(label.text),
        "anchor": label.anchor,
        "shift": label.shift,
        **_look(label.look, label.tone),
    }


def _look(look: str, tone: str) -> Data:
    return {"look": look, "tone": tone, "pale": mixed(tone, 30)}
