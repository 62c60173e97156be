"""The guide, the forms and the workbook have the words of the catalog, and no second ones."""

import re

import guide
import pytest
from larkhaven import larkhaven

from generator.editorial.cms.widgets import MISSING, form
from generator.editorial.forms.questions import UPDATE, forms_of
from generator.editorial.sheet.sheet_kinds import sheet_kinds
from generator.model.fields import fields_of
from generator.model.files import FILE_KINDS
from generator.model.updates import Update

PAGE = guide.FOLDER / "post-an-update.md"
FIELDS = fields_of(Update)
MODELS = [kind.record for kind in FILE_KINDS.values()]


def told():
    """Yield every field of an update as a row of the guide: key, label and the rest."""
    for field in FIELDS.values():
        parts = fields_of(field.of).values() if field.of else ()
        for key, one in [(field.name, field), *((f"{field.name}.{p.name}", p) for p in parts)]:
            cells = (f"`{key}`", one.label, one.meaning, one.needed, one.example)
            yield "| " + " | ".join(cells) + " |\n"


@pytest.mark.usefixtures("golden")
def test_the_guide_tells_every_field_of_an_update(request):
    """Its table is the catalog's."""
    page = PAGE.read_text("utf-8")
    head = "| key | called | what it says | when | for example |\n" + "| --- " * 5 + "|\n"
    table = head + "".join(told())
    current = re.sub(
        r"(<!-- fields -->\n).*(<!-- end of fields -->)",
        lambda marks: f"{marks[1]}{table}{marks[2]}",
        page,
        flags=re.DOTALL,
    )
    if request.config.getoption("--update-golden"):
        PAGE.write_text(current, "utf-8", newline="\n")
        page = current
    assert page == current, "python3 tasks.py golden renews it"


@pytest.mark.parametrize(("name", "first"), [(guide.FORM, "field"), (guide.EDITOR, "field")])
def test_the_ways_name_fields_by_their_labels(name, first):
    """What to fill in is called as it is everywhere."""
    labels = {field.label for field in FIELDS.values()}
    assert guide.page(name).rows(first).keys() <= labels


def test_the_form_asks_in_the_same_words():
    """Every question of a status update has the label and the meaning of its field."""
    asked = next(form for form in forms_of(larkhaven()) if form.id == UPDATE).questions
    known = FIELDS | fields_of(FIELDS["ask"].of)
    assert [q.label for q in asked] == [known[q.id].label for q in asked]
    assert [q.id for q in asked if not q.help.startswith(known[q.id].meaning)] == []


def test_the_form_editor_says_the_same():
    """Every widget has its field's label, and its meaning where there is room for a hint."""
    for model in MODELS:
        for widget in form(model):
            field = fields_of(model)[widget["name"].removesuffix(MISSING)]
            assert widget["label"].removesuffix(": why it is missing") == field.label


def test_the_notes_of_the_workbook_say_the_same():
    """Every note of a column that gives a field begins with its label and meaning."""
    for kind in sheet_kinds():
        for column in kind.columns:
            if len(column.path) == 1:
                field = fields_of(kind.record)[column.path[0]]
                assert column.note.startswith(f"{field.label}. {field.meaning}"), column
