"""The form editor's forms: every key of the model, nothing else, the normal form's own bytes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.editorial.form_editor import bundle, widgets
from generator.editorial.form_editor.bundle import page_files
from generator.editorial.form_editor.collections import (
    CONFIGURATION,
    MODELS,
    NO_REPOSITORY,
    configuration,
    site_configuration,
)
from generator.editorial.form_editor.widgets import MISSING, form, optional_flags, required_lists
from generator.errors import GeneratorError
from generator.load.report import load_report
from generator.load.shape_paths import written_fields
from generator.model.initiative import Initiative
from generator.model.updates import Update
from generator.model.values import Record
from generator.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
YAML_AGAIN = """
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
const options = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 };
for (const path of process.argv.slice(1)) {
  const text = readFileSync(path, "utf8");
  const front = path.endsWith(".md") ? text.match(/^---\\n([^]*?\\n)---\\n/)[1] : text;
  if (stringify(parse(front), options) !== front) console.log(path);
}
"""


def _named(fields: list[dict], name: str) -> dict:
    return next(field for field in fields if field["name"] == name)


def test_the_committed_forms_are_those_of_the_model() -> None:
    """`annual-report cms config` would change nothing."""
    assert (ROOT / CONFIGURATION).read_bytes() == configuration(), "annual-report cms config"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_its_widget_in_the_order_of_the_file(model: type[Record]) -> None:
    """A form knows each key that a file may hold, so that saving loses none and moves none."""
    names = [widget["name"] for widget in form(model)]
    written = [name for name in names if not name.endswith(MISSING) and name != "body"]
    assert written == [name for name in written_fields(model) if name != "body"]


def test_the_model_has_no_key_that_a_widget_would_be_taken_for() -> None:
    """No key ends as the second widgets do, or a value would be taken for a reason."""
    fields = [name for model in MODELS for name in model.model_fields]
    assert [name for name in fields if name.endswith(MISSING)] == []


def test_choices_hints_and_refusals_come_from_the_model() -> None:
    """What nobody may type is not offered; records are chosen, not typed; ids keep their form."""
    fields = form(Update)
    status = [option["value"] for option in _named(fields, "status")["options"]]
    assert "on_track" in status
    assert "not_reported" not in status
    assert _named(fields, "milestone")["file"] == "cycles"
    assert _named(fields, "sources")["multiple"]
    assert _named(fields, "body")["modes"] == ["raw"]
    assert "date as exact as the source" in _named(fields, "as_of")["pattern"][1]
    measures = _named(_named(form(Initiative), "measures")["fields"], f"targets{MISSING}")
    assert [widget["name"] for widget in measures["fields"]] == ["missing", "why", "expected_on"]


def test_what_is_written_only_sometimes_is_told_to_the_editor() -> None:
    """A flag that is false by default, and a list that says something by being empty."""
    assert optional_flags(Initiative) == {"partial"}
    assert {"targets", "actuals"} <= required_lists(*MODELS)
    assert "sources" not in required_lists(*MODELS)


def test_nothing_is_deleted_and_each_milestone_keeps_its_own_updates() -> None:
    """Every collection refuses deletion; names of updates are made unique within a milestone."""
    milestones = {"mid-2026": "Middle", "2026-03-01": "2026-03-01"}
    made = json.loads(site_configuration(title="Report", repository=None, milestones=milestones))
    assert [c["name"] for c in made["collections"] if c.get("delete")] == []
    updates = [c for c in made["collections"] if c.get("name", "").startswith("updates")]
    assert [c["folder"] for c in updates] == [f"content/updates/{m}" for m in milestones]
    assert {(c["slug"], c["path"]) for c in updates} == {("{{initiative}}", "{{slug}}")}
    assert _named(updates[0]["fields"], "milestone")["default"] == "mid-2026"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://github.com/city/report", "city/report"),
        ("https://github.com/city/report.git", "city/report"),
        ("city/report", "city/report"),
        ("https://elsewhere.example/city/report", NO_REPOSITORY),
        (None, NO_REPOSITORY),
    ],
)
def test_the_repository_is_the_reports_own(given: str | None, expected: str) -> None:
    """Addresses and names both lead to the same place; without one, only folders are edited."""
    made = json.loads(site_configuration(title="Report", repository=given, milestones={}))
    assert made["backend"]["repo"] == expected
    assert made["backend"]["auth_methods"] == ["token"]


def test_the_page_has_a_policy_of_its_own_and_hides_from_search() -> None:
    """No foreign script, one foreign host to talk to, no indexing; the title is text."""
    report = load_report(Settings(ROOT)).report
    assert report is not None
    about = report.about.model_copy(update={"title": "<script>x</script>"})
    report = report.model_copy(update={"about": about})
    page = page_files(report, None, "main")["index.html"].decode()
    assert "default-src 'none'; script-src 'self';" in page
    assert 'name="robots" content="noindex' in page
    assert "<script>x" not in page
    assert page.count("https://api.github.com") == 1


def test_a_package_that_is_missing_or_another_is_told(tmp_path: Path) -> None:
    """Nothing but the locked version goes into a site."""
    (tmp_path / "package-lock.json").write_text(
        json.dumps({"packages": {"node_modules/@sveltia/cms": {"version": "9.9.9"}}}), "utf-8"
    )
    with pytest.raises(GeneratorError, match=r"@sveltia/cms 9\.9\.9; it is not installed"):
        bundle.package_files(tmp_path)
    folder = tmp_path / "node_modules" / "@sveltia" / "cms"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"version": "1.0.0"}', "utf-8")
    with pytest.raises(GeneratorError, match=r"1\.0\.0 is installed"):
        bundle.package_files(tmp_path)


def test_drift_is_told_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more word to choose and the committed forms no longer hold."""
    settings = Settings(tmp_path)
    assert pipeline.form_editor_forms(settings, write=True) == [CONFIGURATION]
    assert pipeline.form_editor_forms(settings, write=False) == []

    monkeypatch.setattr(widgets, "_refused", lambda _: set())
    assert pipeline.form_editor_forms(settings, write=False) == [CONFIGURATION]


@pytest.mark.slow
def test_the_editor_accepts_its_configuration(tmp_path: Path) -> None:
    """The whole configuration is valid by the schema that comes with the editor."""
    path = tmp_path / "config.json"
    path.write_bytes(
        site_configuration(
            title="Report",
            repository="city/report",
            site="https://city.example/",
            milestones={"mid-2026": "Middle of the cycle"},
        )
    )
    schema = ROOT / "node_modules" / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
    command = [Path(sys.executable).parent / "check-jsonschema", "--schemafile", schema, path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["content", "tests/sample/content"])
def test_every_file_is_as_the_editor_would_write_it(folder: str) -> None:
    """The editor's own library reads each file and writes the same bytes again."""
    paths = [p for p in sorted((ROOT / folder).rglob("*")) if p.suffix in {".md", ".yml"}]
    paths = [p for p in paths if p.suffix == ".yml" or p.read_text("utf-8").startswith("---\n")]
    command = ["node", "--input-type=module", "--eval", YAML_AGAIN, "--", *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")
