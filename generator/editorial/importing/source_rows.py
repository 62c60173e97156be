"""The rows of an export, whichever format it came in: texts with the place of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.core.errors import GeneratorError
from generator.core.issues import Issue, Location

LARGEST = 100_000_000
"""Bytes of one file."""
MOST_ROWS = 200_000
"""Rows of one table; no portfolio has more."""


class ExactText(str):
    """A number or a day as its file keeps it, so that nobody's way of writing applies to it.

    Numbers have a decimal point and nothing else, days are year, month, and day.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table."""

    number: int
    """Which row of the file it is, counted from 1 as a spreadsheet does."""
    cells: Sequence[str]
    """A text for each heading; empty where there is nothing."""


@dataclass(slots=True)
class SourceTable:
    """All rows of one table of an export."""

    path: str
    """The name of its file, with its sheet where it has several."""
    headings: list[str]
    rows: list[SourceRow]
    heading_row: int = 1
    notes: list[str] = field(default_factory=list)
    """How it was read, where people might wonder."""
    faults: list[Issue] = field(default_factory=list)

    def place(self, row: int, column: int = 0) -> Location:
        """Return where a cell is; rows count from 1, columns from 0."""
        return Location(self.path, row, column + 1)


class UnreadableError(GeneratorError):
    """An export cannot be read at all."""


def named_headings(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return a name for each column, and what is to be said of those that had none of their own.

    Line breaks and repeated spaces in a heading count as one space. A second heading of the same
    name has its number behind it.
    """
    names: list[str] = []
    notes: list[str] = []
    seen: dict[str, int] = {}
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            notes.append(f'The heading "{name}" is there {seen[name]} times.')
            name = f"{name} ({seen[name]})"
        names.append(name)
    return names, notes


def squared(
    cells: Sequence[str], table: SourceTable, number: int, beyond: str = "I004"
) -> Sequence[str]:
    """Return a row's cells, one for each heading; what is beyond them becomes a fault."""
    width = len(table.headings)
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        table.faults.append(
            Issue(
                beyond,
                table.place(number, width),
                f"{len(cells)} cells in a row",
                f"at most {width}, one for each heading",
                "Check the quotation marks in this row, or give the extra column a heading.",
            )
        )
    return [*cells[:width], *[""] * (width - len(cells))]
