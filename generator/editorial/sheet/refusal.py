"""What of a workbook cannot be taken, told at its cell."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be taken as it is, in plain words."""

    place: str
    """The sheet and the cell, as `updates!F7`."""
    found: str
    wanted: str
    next_step: str

    def __str__(self) -> str:
        return (
            f"{self.place}: found {self.found}\n    expected: {self.wanted}\n"
            f"    next step: {self.next_step}\n"
        )


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return the name of a cell; columns count from 0."""
    return f"{sheet}!{get_column_letter(column + 1)}{row}"
