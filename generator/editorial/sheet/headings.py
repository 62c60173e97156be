"""The first row of a sheet, and its name, against those of the kind of row that it holds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from openpyxl.utils import get_column_letter

from generator.core.naming import name_list, quoted
from generator.editorial.sheet.refusal import Refusal, cell_place
from generator.editorial.sheet.sheet_kinds import SheetKind


def heading_faults(
    kind: SheetKind, found: Sequence[str], filled: Mapping[int, int]
) -> Iterator[Refusal]:
    """Yield what is wrong with a row of headings, each fault once.

    `filled` gives, of each column that has values below its first row, a row that has one.
    """
    wanted = [column.name for column in kind.columns]
    found = [*found, *[""] * (max(filled, default=-1) + 1 - len(found))]
    named = max((place for place, name in enumerate(found) if name), default=-1)
    if found == wanted:
        return
    if found[: len(wanted)] == wanted and named < len(wanted):
        beside = min(place for place in filled if place >= len(wanted))
        yield _too_many(kind, beside, "", filled[beside])
    elif not set(found) & set(wanted):
        yield _no_headings(kind, wanted)
    elif sorted(found[: named + 1]) == sorted(wanted):
        yield _in_another_order(kind, found, wanted)
    else:
        yield from _column_faults(kind, found, wanted, filled)


def _no_headings(kind: SheetKind, wanted: Sequence[str]) -> Refusal:
    return Refusal(
        cell_place(kind.name, 1, 0),
        "no heading row",
        f"the headings {name_list(wanted, 'and', len(wanted))} in row 1",
        "Restore the first row, or export a new workbook and copy your values into it.",
    )


def _in_another_order(kind: SheetKind, found: Sequence[str], wanted: Sequence[str]) -> Refusal:
    place = next(n for n, name in enumerate(found) if name != wanted[n])
    return Refusal(
        cell_place(kind.name, 1, place),
        f"the heading {quoted(found[place])}: the columns are in a different order",
        f"the headings {name_list(wanted, 'and', len(wanted))}",
        "Move the columns back into this order, each with its values.",
    )


def _column_faults(
    kind: SheetKind, found: Sequence[str], wanted: Sequence[str], filled: Mapping[int, int]
) -> Iterator[Refusal]:
    """Yield a fault for each heading that is renamed, gone or too many, in the order of columns."""
    steps = SequenceMatcher(None, found, wanted, autojunk=False).get_opcodes()
    gone = {name for name in wanted if name not in found}
    for _, first, last, begin, end in (step for step in steps if step[0] != "equal"):
        lost = [name for name in wanted[begin:end] if name in gone]
        for place in range(first, last):
            name = found[place]
            if name not in wanted and lost:
                yield _renamed(kind, place, name, lost.pop(0))
            elif not name and place not in filled and not found[place - 1]:
                continue  # one of several empty columns, of which the first is told
            elif name in wanted:
                yield _out_of_place(kind, place, name, is_twice=found.count(name) > 1)
            else:
                yield _too_many(kind, place, name, filled.get(place))
        for name in lost:
            yield _gone(kind, first, name, wanted)


def _renamed(kind: SheetKind, place: int, name: str, wanted: str) -> Refusal:
    return Refusal(
        cell_place(kind.name, 1, place),
        f"the heading {quoted(name)}" if name else "no heading",
        f"the heading {quoted(wanted)}",
        f"Change it back to {wanted}.",
    )


def _out_of_place(kind: SheetKind, place: int, name: str, *, is_twice: bool) -> Refusal:
    right = next(n for n, column in enumerate(kind.columns) if column.name == name)
    return Refusal(
        cell_place(kind.name, 1, place),
        f"the heading {quoted(name)} {'twice' if is_twice else 'in another place'}",
        f"it once, in column {get_column_letter(right + 1)}",
        "Remove one of the two columns." if is_twice else "Move the column back.",
    )


def _too_many(kind: SheetKind, place: int, name: str, row: int | None) -> Refusal:
    what = "an empty column between the others"
    if name:
        what = f"the column {quoted(name)}, which is not read"
    elif row is not None:
        what = f"values without a heading, as in row {row}"
    return Refusal(
        cell_place(kind.name, 1, place),
        what,
        f"only the columns of {kind.name}",
        "Remove this column; keep your own notes in another workbook.",
    )


def _gone(kind: SheetKind, place: int, name: str, wanted: Sequence[str]) -> Refusal:
    before = wanted.index(name)
    where = f"after {quoted(wanted[before - 1])}" if before else "as the first"
    return Refusal(
        cell_place(kind.name, 1, place),
        f"no column {quoted(name)}",
        f"the column {quoted(name)} {where}",
        "Insert it there with its heading and its values; a new export has both.",
    )


def stray_sheet(
    name: str, found: Collection[str], kinds: Collection[SheetKind], absent: Collection[str]
) -> Refusal:
    """Return the fault of a sheet that has values and none of the names that are read.

    `absent` are the names that no sheet of the workbook has.
    """
    heads = {word for word in found if word}
    alike = [k.name for k in kinds if heads and heads == {c.name for c in k.columns}]
    same = [known for known in absent if known.casefold() == name.strip().casefold()]
    renamed = [*same, *(known for known in alike if known in absent)]
    place = f"{name}!A1"
    if renamed:
        return Refusal(
            place,
            f"the sheet {quoted(name)}, which looks like {quoted(renamed[0])} renamed",
            f"the name {quoted(renamed[0])}",
            f"Change the name back to {renamed[0]}.",
        )
    if alike:
        return Refusal(
            place,
            f"a copy of the sheet {quoted(alike[0])}",
            "one sheet of each kind",
            f"Move the rows you need to {alike[0]} and remove this sheet.",
        )
    return Refusal(
        place,
        "a sheet that is not read",
        f"only the sheets {name_list([kind.name for kind in kinds], 'and', len(kinds))}",
        "Copy what belongs in the report to the right sheet and remove this one.",
    )
