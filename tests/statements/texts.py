"""What is wrong with a line of text, whatever report it is of."""

import re
from calendar import month_name
from collections.abc import Collection, Iterator
from datetime import date

from larkhaven import records_in
from statements.said import Output

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import CellKind
from generator.derive.tables.report import report_tables
from generator.model.dates import PartialDate

DOUBLED = re.compile(r"[.,;:!?]\s*[,;:!?]|(?<!\.)\.\s*\.(?!\.)|\.{4,}|,\s*\.|\(\s*\)|“\s*”")
"""One mark after another; abbreviations end with a period before a comma or a colon."""

ABBREVIATED = re.compile(r"\b(?:c|St|Inc|Dr|No|a\.m|p\.m|U\.S|[A-Z])\.\s*[,;:.]")

ZERO_OF = re.compile(r"(?<![\d.,])0 of\b")

FOUR_DIGITS = re.compile(r"(?<![\w.,/#-])\d{4,}(?![\w/-]|[.,]\d)")

YEARS = range(1900, 2101)

_ID = re.compile(r"(?<![\w/#.=-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/#-]|\.\w)")

_READ = re.compile(r"\s|^[A-Z]\w+$|:$")
"""What is no address and no key of the data from which a document is set."""

_PATH = re.compile(r"^\s*[a-z_]+ / |^annual-report ")
"""A way through the files to a record, or a command, as those who check a sample need it."""

TO_FILL_IN = "because:"
"""Who checks a sample of claims writes behind it."""

MONTHS = {name: number for number, name in enumerate(month_name) if name}

_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})")


def faults(output: Output, ids: Collection[str], days: Collection[date]) -> Iterator[str]:
    """Yield every fault of a page or document.

    `ids` are those of records that have a title, and `days` those that records give.
    """
    where = f"{output.place.kind} {output.place.target}".strip()
    lines = [line for line in output.lines if _READ.search(line) and not _PATH.search(line)]
    for line in lines:
        found = [*_marks(line), *_numbers(line), *_raw_ids(line, ids), *_days(line, days)]
        yield from (f"{where}: {what}: {line}" for what in found)
    if lines and lines[-1].endswith(":") and not lines[-1].endswith(TO_FILL_IN):
        yield f"{where}: a colon before nothing: {lines[-1]}"


def _marks(line: str) -> Iterator[str]:
    if DOUBLED.search(ABBREVIATED.sub("", line)):
        yield "two marks of punctuation"


def _numbers(line: str) -> Iterator[str]:
    if ZERO_OF.search(line):
        yield "0 of"
    if any(int(n) not in YEARS for n in FOUR_DIGITS.findall(line)):
        yield "a number without its separator"


def _raw_ids(line: str, ids: Collection[str]) -> Iterator[str]:
    words = set(_ID.findall(line))
    if raw := sorted(words & set(ids)):
        yield f"the id {raw[0]}"


def _days(line: str, days: Collection[date]) -> Iterator[str]:
    for month, day, year in _DAY.findall(line):
        if date(int(year), MONTHS[month], int(day)) not in days:
            yield f"{month} {day}, {year}, which no record gives"


def finer(seen: Snapshot) -> list[str]:
    """Return the dates of open data that no record gives as they are."""
    given_dates = {
        value.text
        for record in records_in(seen.report)
        for value in record.__dict__.values()
        if isinstance(value, PartialDate)
    }
    return [
        f"{table.name}: {cell}"
        for table in report_tables(seen)
        for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=False)
        if column.kind is CellKind.DATE
        for cell in cells
        if cell and str(cell) not in given_dates
    ]
