"""The files of the forms: valid, drawn from the content, and noticed when they no longer follow."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from larkhaven import SAMPLE, larkhaven

from generator.commands import host
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.forms.form_files import form_files, form_path, read_form
from generator.editorial.forms.questions import CORRECT, PROPOSE, UPDATE, forms_of
from generator.load.report import load_report
from generator.model.organization import Organization

ROOT = Path(__file__).resolve().parents[3]


def without_choices(raw):
    """Return what a form's file says, but for the choices, which follow from the content."""
    form = yaml.safe_load(raw)
    for item in form.get("body", []):
        item["attributes"].pop("options", None)
    return form


@pytest.mark.parametrize("form", forms_of(larkhaven()), ids=lambda form: form.id)
def test_a_file_read_again_gives_the_form(form):
    """The parser of issues is driven by the very file that people fill in."""
    fields = read_form(form_files(larkhaven())[form_path(form.id)], form.id)
    asked = [(q.id, q.label, q.kind, q.required) for q in form.questions]
    assert [(f.id, f.label, f.kind, f.required) for f in fields] == asked
    assert [f.options for f in fields] == [tuple(c.text for c in q.choices) for q in form.questions]


@pytest.mark.parametrize("form", forms_of(larkhaven()), ids=lambda form: form.id)
def test_labels_and_choices_are_told_apart(form):
    """No two labels and no two choices of one question are the same."""
    labels = [question.label for question in form.questions]
    assert len(set(labels)) == len(labels)
    for question in form.questions:
        texts = [choice.text for choice in question.choices]
        assert len(set(texts)) == len(texts)


def test_committed_forms_ask_what_the_program_asks():
    """The forms of this repository have every question; their choices are renewed after a merge."""
    report = load_report(Settings(ROOT)).report
    for path, raw in form_files(report).items():
        assert without_choices((ROOT / path).read_bytes()) == without_choices(raw), (
            "annual-report forms renews it"
        )


@pytest.mark.parametrize("old", ['label: "In danger"', 'title: "Tide gauges on every quay"'])
def test_forms_that_no_longer_follow_are_named(town, old):
    """After a change of what can be chosen `--check` names the form, and writing fixes it."""
    assert host.issue_forms(town, write=False) == []
    changed = 0
    for path in town.content.rglob("*.yml"):
        text = path.read_text("utf-8")
        if old in text:
            path.write_text(text.replace(old, f'{old[:-1]} now"', 1), "utf-8")
            changed += 1
    assert changed
    assert form_path(UPDATE) in host.issue_forms(town, write=False)
    assert host.issue_forms(town, write=True)
    assert host.issue_forms(town, write=False) == []


def test_a_city_without_posts_is_not_asked_for_one():
    """A drop-down between nothing, which the git host would refuse, is left out."""
    report = larkhaven().model_copy(update={"organization": Organization()})
    for path, raw in form_files(report).items():
        assert b"options: []" not in raw, path
    assert {form.id for form in forms_of(report)} == {PROPOSE, UPDATE, CORRECT}


@pytest.mark.parametrize(
    "raw", [b"", b"name: x", b"body: 3", b"body:\n  - x", b"body: []", b"\xff"]
)
def test_a_file_that_is_no_form_stops_with_words(raw):
    """A form's file that somebody broke is named, with the command that writes it anew."""
    with pytest.raises(GeneratorError, match="annual-report forms"):
        read_form(raw, "a.yml")


@pytest.mark.slow
@pytest.mark.parametrize("settings", [Settings(ROOT), SAMPLE], ids=["here", "Larkhaven"])
def test_forms_follow_the_schemas_of_github(settings, tmp_path):
    """A form that GitHub would refuse is refused here first."""
    for path, raw in form_files(load_report(settings).report).items():
        (tmp_path / Path(path).name).write_bytes(raw)
    tool = Path(sys.executable).parent / "check-jsonschema"
    forms = sorted(path for path in tmp_path.iterdir() if path.name != "config.yml")
    for schema, paths in (
        ("vendor.github-issue-forms", forms),
        ("vendor.github-issue-config", [tmp_path / "config.yml"]),
    ):
        words = [tool, "--builtin-schema", schema, *paths]
        found = subprocess.run(words, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout
