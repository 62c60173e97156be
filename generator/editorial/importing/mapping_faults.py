"""What is wrong with a mapping, or with an export for the mapping that it has, in plain words."""

from collections.abc import Iterable

from generator.core.issues import Issue, Location
from generator.core.naming import name_list, quoted
from generator.editorial.importing.dates_read import ValueFault
from generator.editorial.importing.headings import PlacedColumn
from generator.editorial.importing.mapping_file import ReadMapping
from generator.editorial.importing.source_rows import SourceRow


def path_fault(read: ReadMapping, found: PlacedColumn, path: str, fault: ValueFault) -> Issue:
    """Return why a column cannot fill what its mapping says."""
    return Issue(
        "I003",
        read.place(*found.at),
        f"{quoted(path)} for the column {quoted(found.heading)}",
        fault.expected,
        fault.next_step,
    )


def also_fault(path: str, prefix: str, fault: ValueFault) -> ValueFault:
    """Return why a path of `also` leads nowhere; it begins below the first list on the way."""
    return ValueFault(
        f"in place of {quoted(path)} under also, {fault.expected}",
        f"It is a path below {prefix or 'the initiative'}. {fault.next_step}",
    )


def second_row(
    rows: tuple[SourceRow, SourceRow],
    columns: Iterable[tuple[int, str]],
    key: str,
    place: Location,
) -> Issue:
    """Return that two rows of one key say different things, and in which columns."""
    first, second = rows
    differing = dict.fromkeys(
        quoted(heading) for index, heading in columns if first.cells[index] != second.cells[index]
    )
    return Issue(
        "I010",
        place,
        f"a second row for {quoted(key)}, with another {name_list(list(differing))}",
        f"rows with the same key that say the same; the first is row {first.number}",
        "Correct the export, or name further columns in row_key. Where the rows of one initiative "
        "are its funds, steps, or other parts, name the file in two tables of the mapping "
        "(docs/adopt/from-a-spreadsheet.md, Several tables).",
    )
