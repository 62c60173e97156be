"""The guide's four ways, walked by its words alone: every command run, every field filled in.

The form editor's way needs a browser and is walked in tests/browser/test_serve_edit.py. The form on
the git host cannot be driven here: its text is made from the form's own file as the host makes it,
and everything after that is run.
"""

import json
import sys

import guide
import pytest
from hands import fill, form_body, send

from generator.editorial.forms.form_files import form_path, read_form
from generator.editorial.forms.questions import UPDATE
from generator.storage.sync import replace

pytestmark = pytest.mark.slow

GH = """#!{python}
import json, os, sys
given = sys.stdin.read() if "-" in sys.argv else ""
open(os.environ["GH_LOG"], "a").write(json.dumps([sys.argv[1:], given]) + "\\n")
if sys.argv[1:3] == ["pr", "create"]:
    print("https://git.example/larkhaven/report/pull/7")
if sys.argv[1:3] == ["issue", "view"]:
    print(os.environ["ISSUE_NOW"])
"""
TO_THE_FORM = 4
"""Presses on Issues, New issue, the form's name, and Create."""


def test_all_four_pages_fill_in_the_same_update():
    """The tables of the guide differ in their words only; each is as long as the page says."""
    for name, head in ((guide.FORM, "field"), (guide.EDITOR, "field"), (guide.SHEET, "column")):
        page = guide.page(name)
        # In the form editor the update is chosen from what is due, before the form.
        chosen_before = 1 if name == guide.EDITOR else 0
        assert page.takes()["field"] == len(page.rows(head)) + chosen_before
        assert len(page.commands()) == page.takes()["command"], name
    front, text = guide.update_file().split("---\n")[1:]
    typed = len(front.splitlines()) + len(text.splitlines())
    page = guide.page(guide.TEXT)
    assert (page.takes()["field"], page.takes()["command"]) == (typed, len(page.commands()))


def test_the_overview_says_what_each_way_takes():
    """The table that helps to choose a way has the figures of the ways' own pages."""
    rows = guide.page("post-an-update").text.splitlines()
    for name in (guide.FORM, guide.EDITOR, guide.SHEET, guide.TEXT):
        takes = guide.page(name).takes()
        [row] = [row for row in rows if row.startswith("|") and f"({name}.md)" in row]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[-3:] == [str(takes[what]) for what in ("field", "click", "command")], name


def test_by_text_editor(town):
    """The file as the guide shows it and its commands, in order, hand in one good file."""
    page = guide.page(guide.TEXT)
    first, *rest = page.commands()
    town.sh(first)
    town.write(guide.UPDATE, guide.update_file())
    said = [town.sh(line) for line in rest]
    assert "0 errors" in said[0]
    assert said[1] == "", "the file of the guide is in the normal form already"
    assert town.handed_in("one-form-mid-2024") == {guide.UPDATE: guide.update_file()}


def test_the_command_writes_the_same_file(town):
    """The shortcut ends with the very bytes of the file that the guide shows."""
    part = guide.page(guide.TEXT).part("Or let a command write the file")
    town.sh(part.partition("```sh\n")[2].partition("```")[0].strip())
    assert town.read(guide.UPDATE) == guide.update_file()


def test_by_spreadsheet(town):
    """The cells as the guide lists them and its commands, in order, hand in the same file."""
    page = guide.page(guide.SHEET)
    begin, export, look, *rest = page.commands()
    town.sh(begin)
    town.sh(export)
    fill(town.root / "report.xlsx", **page.rows("column"))
    assert "Nothing was written" in town.sh(look)
    assert not (town.root / guide.UPDATE).exists()
    for line in rest:
        town.sh(line)
    assert town.handed_in("one-form-mid-2024") == {guide.UPDATE: guide.update_file()}


def test_by_form(town, tmp_path):
    """The answers as the guide lists them become a pull request with the same file."""
    (tmp_path / "tools" / "gh").write_text(GH.format(python=sys.executable), "utf-8")
    (tmp_path / "tools" / "gh").chmod(0o755)
    out = tmp_path / "out"
    body = form_body(town, guide.page(guide.FORM).rows("field"))
    change, said = send(town, body, out)
    assert change.good, said
    assert guide.UPDATE in said
    replace(town.root / guide.UPDATE, (out / guide.UPDATE).read_bytes())
    patch = town.sh("git add content && git diff --cached --binary && git reset --quiet --hard")
    (out / "change.patch").write_text(patch, "utf-8")
    town.environment |= {
        "GH_LOG": str(tmp_path / "gh.log"),
        "ISSUE_NOW": json.dumps({"body": body, "state": "OPEN"}),
        "BASE": "main",
        "MAY_OPEN": "true",
        "GITHUB_REPOSITORY": "larkhaven/report",
        "GITHUB_SERVER_URL": "https://git.example",
    }
    town.sh(f"{sys.executable} .ci/propose.py open --folder {out} --branch form/12 --issue 12")
    assert town.handed_in("form/12") == {guide.UPDATE: guide.update_file()}
    calls = [json.loads(line) for line in (tmp_path / "gh.log").read_text("utf-8").splitlines()]
    assert ["pr", "create"] in [words[:2] for words, _ in calls]
    assert any("pull/7" in given for words, given in calls if words[0] == "issue")
    town.sh("git switch --quiet --detach origin/form/12")
    assert town.faults() == []


def test_the_clicks_of_the_form_are_those_of_its_file(town):
    """Two presses for each list that is answered, four to reach the form and to send it."""
    page = guide.page(guide.FORM)
    fields = read_form((town.root / form_path(UPDATE)).read_bytes(), form_path(UPDATE))
    kinds = {field.label: field.kind for field in fields}
    required = {field.label for field in fields if field.required}
    answers = page.rows("field")
    lists = [label for label in answers if kinds[label] == "dropdown"]
    assert page.takes()["click"] == TO_THE_FORM + 2 * len(lists)
    assert required <= answers.keys()
    words = {6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}
    assert f"{words[len(required)]} fields are required" in page.text
    assert len(answers) - len(required) == 3


@pytest.mark.parametrize("name", [guide.FORM, guide.EDITOR, guide.SHEET, guide.TEXT])
def test_every_way_tells_of_the_five_mistakes(name):
    """Each page has a part for each of the five, in the same order."""
    text = guide.page(name).text
    places = [text.index(f"\n### {mistake}\n") for mistake in guide.MISTAKES]
    assert places == sorted(places)
