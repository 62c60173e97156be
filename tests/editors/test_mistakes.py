"""Five mistakes on each way: what is said alone leads back, and the guide quotes it as it is.

Those of the form editor that need a browser are made in tests/browser/test_serve_edit.py.
`--update-golden` writes the messages into the guide.
"""

import re

import guide
import pytest
from click.testing import CliRunner
from hands import fill, form_body, put, send

from generator.cli.main import main

pytestmark = pytest.mark.slow

WORD, REASON, SECOND, SOURCE, DATE = guide.MISTAKES
SPOILT = {"status": "at risk", "sources": "harbor-news"}


@pytest.fixture
def quoted(request, golden):
    """Return a check of a message against the guide, which renews it if that is asked for."""
    del golden

    def compare(name, mistake, said):
        if request.config.getoption("--update-golden"):
            guide.keep_message(name, mistake, said)
        assert guide.page(name).message(mistake) == said

    return compare


def run(town, *words):
    """Run a command of the program; return its exit code and what it prints."""
    done = CliRunner().invoke(main, ["--project", str(town.root), *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def errors(said):
    """Return the errors that `check` prints, without warnings and the line that counts."""
    blocks = re.split(r"^(?=\S)", said, flags=re.MULTILINE)
    return "".join(block for block in blocks if ": error " in block).strip()


def named(said):
    """Return the word that a message takes to be meant."""
    found = re.search(r"Did you mean [“\"](.+?)[”\"]\?", said)
    assert found, said
    return found[1]


def four_parts(said, place, found):
    """Assert that a message names place, what was found, what is expected and the next step."""
    assert place in said
    assert f"found {found}" in said
    assert re.search(r"expected:? \S", said)
    assert re.search(r"next step: \S|\. [A-Z]", said)


# By text editor


def spoil(town, mistake):
    """Write the guide's file with a mistake in it; return where it is and what is there."""
    text = guide.update_file()
    town.write(guide.UPDATE, text)
    if mistake == WORD:
        town.write(guide.UPDATE, text.replace('"at_risk"', '"at risk"'))
        return f"{guide.UPDATE}:7:1", '"at risk" for "status"'
    if mistake == REASON:
        town.write(guide.UPDATE, re.sub(r"reason: .*\n", "", text))
        return f"{guide.UPDATE}:7:1", "status at_risk without a reason"
    if mistake == SECOND:
        second = guide.UPDATE.replace(".md", "-1.md")
        town.write(second, text.replace("Seven", "Eight"))
        return f"{second}:2:1", '"mid-2024/one-form", which is already used'
    if mistake == SOURCE:
        cited = text.replace("\n---\nSeven", '\nsources:\n  - "harbor-news"\n---\nSeven')
        town.write(guide.UPDATE, cited)
        return f"{guide.UPDATE}:13:5", 'sources "harbor-news", which does not exist'
    town.write(guide.UPDATE, text.replace('"2024-02-09"', '"9 February 2024"'))
    return f"{guide.UPDATE}:4:1", '"9 February 2024" for "as_of"'


def mend(town, mistake, said):
    """Do what the message says, and nothing else."""
    if mistake in (WORD, SOURCE):
        wrong = {WORD: "at risk", SOURCE: "harbor-news"}[mistake]
        town.write(guide.UPDATE, town.read(guide.UPDATE).replace(wrong, named(said)))
    elif mistake == REASON:
        assert "Fill in reason; in a text file it is a separate line below status." in said
        line = 'status: "at_risk"\n'
        text = town.read(guide.UPDATE).replace(line, f'{line}reason: "Two of nine are silent."\n')
        town.write(guide.UPDATE, text)
    elif mistake == SECOND:
        assert "Move its text to one-form.md and remove this file." in said
        second = town.root / guide.UPDATE.replace(".md", "-1.md")
        town.write(guide.UPDATE, second.read_text("utf-8"))
        second.unlink()
    else:
        assert 'Write it with the year first: "2024-02-09".' in said
        text = town.read(guide.UPDATE).replace("9 February 2024", "2024-02-09")
        town.write(guide.UPDATE, text)


@pytest.mark.parametrize("mistake", guide.MISTAKES)
def test_by_text_editor(town, quoted, mistake):
    """`check` says where, what, what else and what to do; done so, nothing is left to say."""
    place, found = spoil(town, mistake)
    code, said = run(town, "check")
    assert code == 1
    said = errors(said)
    four_parts(said, place, found)
    quoted(guide.TEXT, mistake, said)

    mend(town, mistake, said)
    code, said = run(town, "check")
    assert (code, errors(said)) == (0, "")


def test_the_words_of_the_form_editor_are_those_of_its_forms():
    """What the guide says the form says of a date is what the form says."""
    forms = (
        guide.FOLDER.parents[1] / "generator" / "theme" / "schema" / "form-editor.json"
    ).read_text()
    said = guide.page(guide.EDITOR).message(DATE)
    assert said.replace('"', '\\"') in forms
    assert guide.page(guide.EDITOR).message(WORD) == ""
    assert guide.page(guide.EDITOR).message(SOURCE) == ""


# By spreadsheet


@pytest.mark.parametrize(
    ("mistake", "column", "found"),
    [
        (WORD, "F", '"at rsik" for "status"'),
        (REASON, "F", "status at_risk without a reason (R401)"),
        (SECOND, "A", "a second row for budget-fy2023-25 one-form"),
        (SOURCE, "V", 'sources "harbor-news", which does not exist (R601)'),
        (DATE, "C", "the date 9/2/2024, which could be 2024-02-09 or 2024-09-02"),
    ],
)
def test_by_spreadsheet(town, quoted, mistake, column, found):
    """`sheet import` says it by the cell; with the cell fixed the row is taken."""
    book = town.root / "report.xlsx"
    run(town, "sheet", "export", str(book))
    cells = guide.page(guide.SHEET).rows("column")
    wrong = {
        WORD: {"status": "at rsik"},
        REASON: {"reason": None},
        SECOND: {"milestone": "budget-fy2023-25"},
        SOURCE: {"sources": SPOILT["sources"]},
        DATE: {"as_of": "9/2/2024"},
    }[mistake]
    row = fill(book, **{**cells, **wrong})
    code, said = run(town, "sheet", "import", str(book), "--apply")
    assert code == 1
    assert not (town.root / guide.UPDATE).exists()
    said = said.partition("\n1 cell cannot be imported")[0]
    four_parts(said, f"updates!{column}{row}: ", found)
    quoted(guide.SHEET, mistake, said)

    right = {
        WORD: lambda: {"status": named(said)},
        REASON: lambda: {"reason": cells["reason"]},
        SECOND: lambda: {"milestone": "mid-2024"},
        SOURCE: lambda: {"sources": named(said)},
        DATE: lambda: {"as_of": "2024-02-09"},
    }[mistake]()
    put(book, row, **right)
    assert run(town, "sheet", "import", str(book), "--apply")[0] == 0
    assert (town.root / guide.UPDATE).exists()
    assert town.faults() == []


# By the form on the git host


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (WORD, ("Status", "“at risk”, which is not one of the choices")),
        (REASON, ("Status", "status “In danger” without a reason")),
        (SECOND, ("Milestone", "budget-fy2023-25, which already has an update from one-form")),
        (SOURCE, ("Sources", 'sources "harbor-news", which does not exist')),
        (DATE, ("As of", "2/9/2024, which could be ")),
    ],
)
def test_by_form(town, quoted, tmp_path, mistake, told):
    """The comment says it by the question; with the answer fixed the issue makes the change."""
    answers = guide.page(guide.FORM).rows("field")
    wrong = {
        REASON: {"Reason": ""},
        SECOND: {"Milestone": "budget-fy2023-25"},
        SOURCE: {"Sources": SPOILT["sources"]},
        DATE: {"As of": "2/9/2024"},
    }.get(mistake, {})
    body = form_body(town, {**answers, **wrong})
    if mistake == WORD:
        body = body.replace("In danger [at_risk]", "at risk")
    change, said = send(town, body, tmp_path / "first")
    assert not change.good
    [said] = [line.removeprefix("- ") for line in said.splitlines() if line.startswith("- ")]
    label, found = told
    four_parts(said, f"“{label}”: ", found)
    quoted(guide.FORM, mistake, said)

    if mistake == WORD:
        mended = body.replace("\n\nat risk\n", f"\n\n{named(said)}\n")
    else:
        right = {
            REASON: lambda: {"Reason": answers["Reason"]},
            SECOND: lambda: {"Milestone": "mid-2024"},
            SOURCE: lambda: {"Sources": named(said)},
            DATE: lambda: {"As of": "2024-02-09"},
        }[mistake]()
        mended = form_body(town, {**answers, **right})
    change, said = send(town, mended, tmp_path / "second")
    assert change.good, said
    town.write(guide.UPDATE, change.files[guide.UPDATE].decode())
    assert town.faults() == []
