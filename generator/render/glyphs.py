"""Outlines of signals and of marks in drawings, as SVG: the one source for the site and for print.

Whoever prints them says what their classes look like.
"""

SHAPES = {
    "dots": '<circle class="line" stroke-dasharray="2.6 2.55" cx="8" cy="8" r="6.6"/>',
    "ring": '<circle class="line" cx="8" cy="8" r="6.6"/>',
    "half": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 2a6 6 0 0 1 0 12z"/>',
    "arrow": '<circle class="full" cx="8" cy="8" r="7.6"/>'
    '<path class="cut" d="M4 8h7M8.2 4.8 11.4 8l-3.2 3.2"/>',
    "triangle": '<path class="full" d="M8 .6 15.8 15H.2z"/>'
    '<path class="cut" d="M8 5.5v4.5M8 11.3v2"/>',
    "octagon": '<path class="full" d="M4.9.4h6.2l4.5 4.5v6.2l-4.5 4.5H4.9L.4 11.1V4.9z"/>'
    '<path class="cut" d="M8 3.3v5.8M8 10.8v2.1"/>',
    "bars": '<path class="full" d="M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z"/>',
    "check": '<circle class="full" cx="8" cy="8" r="7.6"/>'
    '<path class="cut" d="m4.3 8.2 2.6 2.7 4.9-5.6"/>',
    "target": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<circle class="full" cx="8" cy="8" r="3.3"/>',
    "square": '<path class="full" d="M1.5 1.5h13v13h-13z"/>',
    "cross": '<path class="line" d="m2.5 2.5 11 11M13.5 2.5l-11 11"/>',
    "merge": '<path class="line" d="M3 1v3.5L8 9.5V15M13 1v3.5L8 9.5"/>',
    "steps": '<path class="line" d="m2 2 6 6-6 6M8 2l6 6-6 6"/>',
    "dash": '<path class="line" d="M1.5 8h13"/>',
    "quarter": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 8V2a6 6 0 0 1 6 6z"/>',
    "most": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 8V2a6 6 0 1 1-6 6z"/>',
    "disc": '<circle class="full" cx="8" cy="8" r="7.6"/>',
    "clock": '<circle class="line" cx="8" cy="8" r="6.6"/><path class="line" d="M8 4v4.5l3 1.8"/>',
    "hollow": '<path class="line" d="M8 2.2 14.5 14h-13z"/>',
    "wedge": '<path class="full" d="M.5 1.5h15L8 15z"/>',
    "box": '<path class="line" d="M2.2 2.2h11.6v11.6H2.2z"/>',
    "wave": '<path class="line" d="M1.2 9.5C3 5.5 5.5 5.5 8 8s5 2.5 6.8-1.5"/>',
}
"""Of signals, on a field of 16 by 16.

`full` is filled with the signal's tone, `line` drawn with it, `cut` drawn in the paper's color.
"""

_BOX = '<path class="o" d="M-6-6H6V6H-6z"/>'
_DIAMOND = '<path class="o" d="M0-6.2 6.2 0 0 6.2-6.2 0z"/>'
MARKS = {
    "circle": '<circle class="f" r="5"/>',
    "square": '<path class="f" d="M-4.6-4.6h9.2v9.2h-9.2z"/>',
    "triangle": '<path class="f" d="M0-6 6 5H-6z"/>',
    "star": '<path class="f" d="M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"/>',
    "cross": '<path class="f" d="M-5.5-3.5-3.5-5.5 0-2 3.5-5.5 5.5-3.5 2 0 5.5 3.5 3.5 5.5 0 2'
    '-3.5 5.5-5.5 3.5-2 0z"/>',
    "diamond": '<path class="f" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>',
    "planned": _DIAMOND,
    "moved": _DIAMOND + '<circle class="g" r="2.2"/>',
    "reached": '<path class="f" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>',
    "part": _DIAMOND + '<path class="g" d="M0-6.2V6.2L-6.2 0z"/>',
    "expected": '<path class="o" stroke-dasharray="2.4 2" d="M0-6.2 6.2 0 0 6.2-6.2 0z"/>',
    "onset": '<path class="o" d="M0-8V8M0 8H5M0-8H5"/>',
    "deadline": '<path class="o" d="M0-8V8M0 8H-5M0-8H-5"/>',
    "begun": _DIAMOND + '<path class="g" d="M0 6.2-6.2 0H6.2z"/>',
    "dropped": _DIAMOND + '<path class="o" d="M-8.6 0H8.6"/>',
    "missed": _DIAMOND + '<path class="o" d="m-3.1-3.1 6.2 6.2M3.1-3.1l-6.2 6.2"/>',
    "ring": '<circle class="o" r="4.6"/>',
    "tick": '<path class="o" d="M0-5V5"/>',
    "phase-investigation": _BOX + '<path class="g" d="M-6 3H6V6H-6z"/>',
    "phase-discovery": _BOX + '<path class="g" d="M-6 0H6V6H-6z"/>',
    "phase-implementation": _BOX + '<path class="g" d="M-6-3H6V6H-6z"/>',
    "phase-adaptation": '<path class="g" d="M-7-7H7V7H-7z"/>',
    "phase-closed": _BOX + '<path class="o" d="m-6-6 12 12M6-6-6 6"/>',
    "phase-not_assessed": _BOX,
}
"""Of marks in drawings, around the point 0,0.

`f` is filled with the tone and rimmed with paper, `g` is filled without a rim, `o` is an outline.
"""

_EDGE = '<path class="line" d="M1 1h12v12H1z"/>'
_DOTTED = '<path class="line" stroke-dasharray="2 1.6" d="M1 1h12v12H1z"/>'
_SQUARE_FILLINGS = {
    "in_place": (
        '<path class="full" d="M1 1h12v12H1z"/>',
        '<path class="line" d="M1 5 5 1M1 9 9 1M1 13 13 1M5 13l8-8M9 13l4-4"/>',
    ),
    "partly_done": (
        '<path class="full" d="M1 1v12h12z"/>',
        '<path class="line" d="m1 1 12 12M1 5l8 8M1 9l4 4"/>',
    ),
    "under_way": (
        '<path class="full" d="M4.5 4.5h5v5h-5z"/>',
        '<path class="line" d="M4.5 4.5h5v5h-5z"/>',
    ),
    "ended": ('<path class="full" d="M1 1h12v12H1z"/><path class="cut" d="M3 7h8"/>',) * 2,
    "dropped": ('<path class="line" d="m1 1 12 12M13 1 1 13"/>',) * 2,
}
"""How full a square is by what became of an idea: if that was found of late, and if long ago."""

SQUARES = {
    f"{state}-{age}": edge + filling
    for state, (now, before) in _SQUARE_FILLINGS.items()
    for age, edge, filling in (
        ("recent", _EDGE, now),
        ("last", _EDGE, before),
        ("proposal", _DOTTED, before),
    )
} | {"none": _DOTTED}
"""Of ideas, on a field of 14 by 14; classes are those of signals."""
