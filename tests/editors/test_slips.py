"""A plausible slip on each way of posting an update: it is taken, and doubted in the answer.

What the form editor writes is a file as any other: `check` and the review tell of it.
"""

import guide
import pytest
from hands import fill, form_body, send

from generator.commands import importing
from generator.commands.check import check
from generator.commands.host import issue_forms
from generator.commands.review import new_faults
from generator.commands.starting import start_update
from generator.core.timings import Timings
from generator.editorial.forms.questions import OFF_CYCLE
from generator.editorial.starting.scaffold import NewUpdate
from generator.model.fields import fields_of
from generator.model.updates import Update

pytestmark = pytest.mark.slow

GOOD = {
    "initiative": "one-form",
    "milestone": "mid-2024",
    "as_of": "2024-02-09",
    "basis": "reported",
    "author": "desk-manager",
    "status": "on_track",
    "phase": "implementation",
    "confidence": "not_assessed",
    "body": "Seven of nine offices use the form.",
}
SLIPS = {
    "before": ({"as_of": "2023-02-09"}, "R510", "before the milestone mid-2024"),
    "long after": (
        {"milestone": "mid-2022", "as_of": "2023-02-09"},
        "R510",
        "long after the milestone mid-2022",
    ),
    "another milestone": ({"milestone": "report-2023"}, "R511", "expected mid-2024"),
    "none at all": ({"milestone": "2024-02-09"}, "R511", "expected mid-2024"),
    "author": ({"author": "water-manager"}, "R512", "does not hold a role"),
}
"""What is typed otherwise, by which rule it is doubted, and what the answer says of it."""
QUESTIONS = {name: field.label for name, field in fields_of(Update).items()}


@pytest.fixture(params=SLIPS)
def slip(request):
    """Return an update with one slip in it, the rule that doubts it, and words of the answer."""
    typed, code, words = SLIPS[request.param]
    return {**GOOD, **typed}, code, words


def plain(told):
    """Return a message in one line, as the form's answer words it."""
    return " ".join(told.split()).replace(" expected: ", "; expected ").replace("next step: ", "")


def test_a_good_update_is_not_doubted(town, tmp_path):
    """The update of the guide gets no question on any way."""
    assert start_update(town.settings, NewUpdate(**GOOD), None).warnings == []
    (town.root / guide.UPDATE).unlink()
    change, answer = posted(town, GOOD, tmp_path)
    assert (change.doubts, "check before" in answer) == ([], False)
    assert imported(town, GOOD, tmp_path).doubted == []


def posted(town, update, folder):
    """Send the form with an update; return the change and the answer."""
    issue_forms(town.settings, write=True)
    given = {QUESTIONS[name]: text for name, text in update.items()}
    if update["milestone"] == update["as_of"]:
        given[QUESTIONS["milestone"]] = OFF_CYCLE
    return send(town, form_body(town, given), folder / "answered")


def test_the_answer_to_a_form_doubts_it(town, slip, tmp_path):
    """The change is made, and the answer begins with what may be a slip, by its question."""
    update, _, words = slip
    change, answer = posted(town, update, tmp_path)
    assert change.good
    assert words in answer
    assert answer.index("Please check before it is published") < answer.index("was turned into")
    assert any(f"“{QUESTIONS[name]}”: found" in answer for name in ("as_of", "milestone", "author"))


def imported(town, update, folder):
    """Bring a workbook with an update back; return the outcome, of which nothing is written."""
    place = folder / "town.xlsx"
    importing.sheet_export(town.settings, place, again=True)
    fill(place, **update)
    return importing.sheet_import(town.settings, place, apply=False)


def test_the_import_of_a_workbook_doubts_its_cell(town, slip, tmp_path):
    """The row is taken, and the doubt is told at the cell."""
    update, code, words = slip
    outcome = imported(town, update, tmp_path)
    (doubt,) = outcome.doubted
    assert not outcome.imported.merged.refusals
    assert doubt.place.startswith("updates!")
    assert f"({code})" in doubt.found
    assert words in plain(str(doubt))


def test_the_command_doubts_it(town, slip):
    """The file is written, and the doubt is told with it."""
    update, code, _ = slip
    made = start_update(town.settings, NewUpdate(**update), None)
    assert made.made
    assert [warning.code for warning in made.warnings] == [code]


def test_check_and_review_doubt_the_file(town, slip):
    """A file that was typed, or written by the form editor, is doubted where it is."""
    update, code, _ = slip
    path = f"content/updates/{update['milestone']}/one-form.md"
    front = "".join(f'{name}: "{text}"\n' for name, text in update.items() if name != "body")
    before = check(town.settings, Timings()).issues
    town.write(path, f'---\n{front}recorded: "2024-02-10"\n---\n{update["body"]}\n')
    after = check(town.settings, Timings()).issues
    assert [issue.code for issue in new_faults(before, after, {path})] == [code]
