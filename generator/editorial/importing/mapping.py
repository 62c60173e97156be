"""What a mapping file says: where an export comes from, and what each of its columns means."""

from collections.abc import Callable, Collection, Mapping
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from generator.core.naming import did_you_mean, name_list
from generator.editorial.importing.csv_rows import ENCODINGS, SEPARATORS
from generator.editorial.importing.dates_read import CALENDARS, ORDERS, UNITS
from generator.editorial.importing.numbers_read import AS_WRITTEN, FORMS, SCALES
from generator.model.keys import MissingWhy
from generator.model.outside import Language
from generator.model.report import Source
from generator.model.values import Id, Name, Record, Text, Title, Whole, refusal

IGNORE, UNPLACED = "ignore", "?"
"""What a column goes to that is left out, and one of which nobody has said what it means."""

NOTHING = "nothing"
"""What a word means that stands for no value."""

HTML, MARKDOWN = "html", "markdown"
FIRST_SENTENCE, REST = "first sentence", "rest"
AREA, UNIT, POST, PARTNER, FUND, GROUP = "area", "unit", "post", "partner", "fund", "group"

Consequences: TypeAlias = dict[str, str]
"""Values by the paths of their fields."""


def _one_of(words: Collection[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in words:
            expected = f"one of: {name_list(list(words), most=len(words))}"
            step = did_you_mean(value, words).rstrip() or "Write one of these words."
            raise refusal("not_one_of", expected, step)
        return value

    return check


def _words(words: Collection[str]) -> AfterValidator:
    return AfterValidator(_one_of(words))


class Reading(Record):
    """How cells are written; said for all tables, for one, or for a single column."""

    dates: Annotated[str, _words(ORDERS)] | None = None
    """The order of day, month, and year where dates are numbers. Example: day/month/year"""
    calendar: Annotated[str, _words(CALENDARS)] | None = None
    """From when years are counted, where that is another calendar. Example: buddhist"""
    numbers: Annotated[str, _words(FORMS)] | None = None
    """A number as they are written, where the language does it differently. Example: 1,234.56"""
    scale: Annotated[str, _words((*SCALES, AS_WRITTEN))] | None = None
    """What numbers are counted in. Example: thousand"""
    zero: Annotated[str, _words(("value", NOTHING))] | None = None
    """Whether zero is a value, or means that there is nothing. Example: nothing"""
    text: Annotated[str, _words(("plain", HTML, MARKDOWN))] | None = None
    """What texts are written in. Example: html"""
    case: Annotated[str, _words(("as is", "title"))] | None = None
    """Whether names in capitals get small letters. Example: title"""


class ColumnMap(Reading):
    """What one column means."""

    to: Text
    """The field that it fills, by its path. Example: schedule.end.planned.original"""
    words: dict[str, Consequences] = Field(default={})
    """What its words mean; one with * stands for all that fit. Example: Done: completed"""
    also: Consequences = Field(default={})
    """Other fields of the same record, by their path below it. Example: state: planned"""
    item: Text | None = None
    """The record of a list that it is a part of, where several columns fill one.

    Example: contract
    """
    take: Annotated[str, _words(("all", FIRST_SENTENCE, REST))] = "all"
    """Which part of a text it takes. Example: first sentence"""
    split: Text | None = None
    """What is between the parts of a cell that holds several. Example: ;"""
    create: Annotated[str, _words((AREA, UNIT, POST, PARTNER, FUND, GROUP))] | None = None
    """What is made of its words where nothing has such a name. Example: unit"""
    created: Consequences = Field(default={})
    """What is said of everything that is made of its words. Example: kind: department"""
    taxonomy: Id | None = None
    """The taxonomy whose groups its words are. Example: district"""
    after: Text | None = None
    """The column from which a duration is counted. Example: Start"""
    count: Annotated[str, _words(UNITS)] | None = None
    """What a duration is counted in. Example: months"""


class TableMap(Reading):
    """One table of an export."""

    file: Text | None = None
    """Its file, or a pattern for its name. Example: activities*.xlsx"""
    sheet: Text | None = None
    """Its sheet, by name or number. Example: 2"""
    heading_row: Whole = 1
    """The row that holds the headings. Example: 3"""
    encoding: Annotated[str, _words(ENCODINGS)] | None = None
    """The encoding of a CSV file. Example: windows-1252"""
    separator: Annotated[str, _words(SEPARATORS)] | None = None
    """What is between the cells of a CSV file. Example: semicolon"""
    one: Text = "initiative"
    """What one of its rows is: an initiative, or a record of one of its lists. Example: step"""
    of: Text | None = None
    """The table of the initiatives that its rows belong to. Example: projects"""
    by: tuple[Text, ...] = ()
    """The columns that name the row they belong to. Example: Project number"""
    row_key: tuple[Text, ...] = ()
    """The columns that tell one row from all others. Example: Project number"""
    scheme: Name | None = None
    """What numbers of this kind are called. Example: Project number"""
    columns: dict[str, tuple[ColumnMap, ...]] = Field(default={})
    """What each column means."""
    columns_if_there: dict[str, tuple[ColumnMap, ...]] = Field(default={})
    """What columns mean that some exports have and others do not. Label: Columns if there"""
    ignore: tuple[Text, ...] = ()
    """Columns that are left out on purpose. Example: Comments"""
    skip: dict[str, tuple[str, ...]] = Field(default={})
    """Rows that are none, as those of totals: words of a column by which they are known.

    Example: Project: Total
    """
    always: Consequences = Field(default={})
    """What is true of every row. Example: area: capital-projects"""


class MappingFile(TableMap):
    """Everything in a mapping file."""

    about: Title | None = None
    """Which export it is for. Example: Action plan of Barcelona"""
    source: Source
    """The export as a source of the report."""
    language: Language | None = None
    """The language of the export; by default that of the report. Example: ca"""
    missing: dict[str, Annotated[str, _words((NOTHING, *MissingWhy))]] = Field(default={})
    """Cells that hold no value, and what each of them means. Example: TBD: not_yet_due"""
    words: dict[str, dict[str, Consequences]] = Field(default={})
    """What words mean, by the field that they stand in. Example: status: ..."""
    not_given: Text = "The export does not give it."
    """What is said, in the report's language, where an export lacks what a record needs."""
    date_changed: Text = "The export gives another date than the one before."
    """What is said, in the report's language, of a planned date that an export changes."""
    tables: dict[Id, TableMap] = Field(default={})
    """The tables, where there are several."""

    @property
    def each_table(self) -> Mapping[str, TableMap]:
        """Return every table by its name; the only one has none."""
        return self.tables or {"": self}
