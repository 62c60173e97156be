"""The first sheet of a workbook: how to fill it in, what it holds, and what is elsewhere."""

from collections.abc import Iterator

from generator.editorial.sheet.sheet_kinds import sheet_kinds

GUIDE = "read me"
"""The name of the sheet; nothing is read from it."""

_RULES = """\
Gray cells are keys: they say which record a row is about, and are locked to prevent slips.
For a new record, fill in an empty row below the others; leave its id empty, and one is made.
Where an id is asked for, the name does too, if only one record has it: Public Works.
An empty recorded gets the report's day.
Deleting a row or a sheet does not change anything in the report.
An empty cell means that there is nothing.
Separate several ids in one cell with ; or , and put several texts on separate lines.
Cells with a small arrow list the allowed words. The note on a heading says what it means.
If a value is missing, fill in the columns that end in missing, why, and expected_on instead of it.
Dates may be 2016, 2016-08, 06/2016, Q3 2016, or June 2016; amounts 1,200,000 or 1.2m.
Formulas and percentages are not accepted.
annual-report sheet import FILE.xlsx shows what would change; with --apply it writes the changes.
"""

ELSEWHERE = (
    ("Ideas begun when proposed", "the form editor, Initiatives, At proposal."),
    (
        "The report itself: title, terms, license",
        "the form editor, The report, The report itself.",
    ),
    ("The vocabulary", "the form editor, The report, Vocabulary."),
    ("Whether addresses still answer", "annual-report links --write, which looks at each."),
    ("Pages", "the form editor, Pages: texts that a table would break into pieces."),
    ("The background: survey, salons, doubts", "the form editor, Background."),
    ("Editions", "the form editor, Editions; annual-report freeze YEAR freezes one permanently."),
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
    yield "What is not in any sheet, and where to edit it", ""
    yield from ELSEWHERE
