"""The matrix of initiatives as plain data that one print function sets."""

from generator.render.pdf.cells import CellSetter
from generator.render.pdf.prose import Data
from generator.views.base.blocks import Signal
from generator.views.charts.matrix import Matrix, MatrixRow
from generator.words.message import Text, msg


def matrix_data(cells: CellSetter, every: Matrix) -> Data:
    """Return a matrix as data; the outlines of its states are kept by `cells`."""
    heads = [
        msg("common-initiative"),
        *(column.label for column in every.columns),
        *((msg("matrix-newest"),) if every.years else ()),
        *((msg("matrix-ideas"),) if every.has_ideas else ()),
    ]
    return {
        "caption": cells.printed(every.caption),
        "head": list(map(cells.printed, heads)),
        "times": len(every.columns),
        "groups": [
            {
                "t": cells.cell((group.area,) if group.area else ()),
                "rows": [_row(cells, every, row) for row in group.rows],
            }
            for group in every.groups
        ],
    }


def _row(cells: CellSetter, every: Matrix, row: MatrixRow) -> Data:
    newest = (row.strip.newest if row.strip else "") or msg("matrix-no-find")
    share: Text = ""
    if row.ideas:
        share = msg("matrix-idea-share", found=row.ideas.found, proposed=row.ideas.proposed)
    return {
        "t": cells.cell((row.link,)),
        "states": [_state(cells, state) for state in row.states],
        "figures": [
            *([cells.printed(newest)] if every.years else []),
            *([cells.printed(share)] if every.has_ideas else []),
        ],
    }


def _state(cells: CellSetter, state: Signal | None) -> Data:
    """Return a state as its shape, which is read out as its word; nothing before it was listed."""
    if state is None:
        return {}
    return {"g": cells.signal(state)["g"], "alt": cells.words(state.label)}
