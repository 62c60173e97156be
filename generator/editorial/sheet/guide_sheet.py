"""The first sheet of a workbook: how to fill it in, what it holds, and what is elsewhere."""

from collections.abc import Iterator

from generator.editorial.sheet.sheet_kinds import sheet_kinds

GUIDE = "read me"
"""The name of the sheet; nothing is read from it."""

_RULES = """\
Grey cells are keys: they say which record a row is about, and are locked against slips of the hand.
For a new record fill in an empty row below the others. An empty recorded gets the report's day.
A row that you delete, and a sheet that you delete, change nothing in the report.
An empty cell means that nothing stands there.
Several ids in one cell have ; or , between them; several texts stand one to a line.
Cells with a small arrow offer the words that are allowed. The note at a heading says what it means.
Columns that end in missing, why and expected_on are for a value that is not there: never both.
Write texts, numbers and dates as they are to be read; formulas and percentages are refused.
annual-report sheet import FILE.xlsx shows what would change; with --apply it is written.
"""

ELSEWHERE = (
    ("A new initiative", "annual-report new initiative, the form editor, or the git host's form."),
    ("A new topic area", "the form editor, Topic areas; from then on it has its rows here."),
    ("Ideas begun when proposed", "the form editor, Initiatives, At proposal."),
    (
        "The report itself: title, terms, license",
        "the form editor, The report, The report itself.",
    ),
    ("The vocabulary", "the form editor, The report, Vocabulary."),
    ("Pages", "the form editor, Pages: texts that a table would cut into pieces."),
    ("The background: survey, salons, doubts", "the form editor, Background."),
    ("Editions", "the form editor, Editions; annual-report freeze YEAR freezes one for ever."),
    ("Picture files themselves", "the folder content/media; the sheet pictures describes them."),
)
"""What no sheet holds, and how it is edited."""


def guide_lines() -> Iterator[tuple[str, str]]:
    """Yield the lines of the sheet, two cells each; headings have one."""
    yield "How to fill in this workbook", ""
    for number, rule in enumerate(_RULES.splitlines(), start=1):
        yield str(number), rule
    yield "What each sheet holds", ""
    for kind in sheet_kinds():
        yield kind.name, kind.meaning
    yield "What stands in no sheet, and where it is edited", ""
    yield from ELSEWHERE
