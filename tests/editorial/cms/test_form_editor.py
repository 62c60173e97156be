"""The form editor's forms: every key of the model, nothing else, the normal form's own bytes."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from larkhaven import SAMPLE, larkhaven

from generator.core.settings import Settings
from generator.editorial.cms.bundle import page_files
from generator.editorial.cms.collections import (
    NO_REPOSITORY,
    SUBJECT_KIND,
    configuration,
    site_configuration,
)
from generator.editorial.cms.references import Offers, offers
from generator.editorial.cms.update_forms import FORM, NEW
from generator.editorial.cms.widgets import (
    MISSING,
    form,
    open_mappings,
    optional_flags,
    required_lists,
)
from generator.load.report import load_report
from generator.model.fields import written_fields
from generator.model.files import FILE_KINDS
from generator.model.initiative import Initiative
from generator.model.report import Vocabulary
from generator.model.statuses import Status
from generator.model.updates import Update
from generator.model.values import Record

DAY = date(2024, 2, 10)
MODELS = [kind.record for kind in FILE_KINDS.values()]
ROOT = Path(__file__).resolve().parents[3]
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


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_its_widget_in_the_order_of_the_file(model: type[Record]) -> None:
    """A form knows each key that a file may hold, so that saving loses none and moves none."""
    names = [widget["name"] for widget in form(model)]
    written = [name for name in names if not name.endswith(MISSING) and name != "body"]
    assert written == [field.name for field in written_fields(model)]


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
    """A flag that may be left out, and a list that says something by being empty."""
    assert optional_flags(Initiative) == {"more", "partial"}
    assert {"targets", "actuals"} <= required_lists(*MODELS)
    assert "sources" not in required_lists(*MODELS)


def test_nothing_is_deleted_and_each_milestone_keeps_its_own_updates() -> None:
    """Every collection refuses deletion; each milestone shows what Owners reported at it."""
    milestones = {"mid-2026": "Middle", "2026-03-01": "2026-03-01"}
    made = json.loads(
        site_configuration(title="Report", repository=None, day=DAY, milestones=milestones)
    )
    assert [c["name"] for c in made["collections"] if c.get("delete")] == []
    updates = [c for c in made["collections"] if c.get("name", "").startswith("updates")]
    assert [c["filter"]["value"] for c in updates] == [f"reported {m}" for m in milestones]
    assert {(c["folder"], c["path"]) for c in updates} == {
        ("content/updates", "{{milestone}}/{{initiative}}")
    }
    assert {c["slug"]["editable"] for c in made["collections"] if "slug" in c} == {False}
    assert _named(updates[0]["fields"], "milestone")["default"] == "mid-2026"


def _collection(name: str, offered: Offers | None = None) -> dict:
    made = json.loads(
        site_configuration(title="Report", repository=None, day=DAY, milestones={}, offers=offered)
    )
    return _named(made["collections"], name)


def test_what_several_kinds_of_record_could_be_is_chosen_too() -> None:
    """Holders of roles, partners and goals are offered by their names, also inside lists."""
    report = larkhaven()
    fields = _collection("initiatives", offers(report))["fields"]
    holders = _named(_named(fields, "roles")["fields"], "holder")["options"]
    assert {"label": "Harbour Director", "value": "harbour-director"} in holders
    assert [option["value"] for option in holders[-2:]] == ["unassigned", "not_named"]
    partners = _named(_named(fields, "partners")["fields"], "org")["options"]
    assert {"tide-lab", "harbour-office"} <= {option["value"] for option in partners}
    for goal in (
        _named(_named(fields, "goals")["fields"], "goal"),
        _named(_named(fields, "measures")["fields"], "goals"),
    ):
        assert {"harbour/dry-feet", "program/trust"} <= {o["value"] for o in goal["options"]}
    assert goal["multiple"]


def test_every_choice_that_content_makes_is_offered() -> None:
    """Nothing that the two contents name would be missing from a list."""
    for settings in (Settings(ROOT), SAMPLE):
        report = load_report(settings).report
        assert report is not None
        given = offers(report)
        for initiative in report.initiatives:
            assert {role.holder for role in initiative.roles} <= given["holder"].keys()
            assert {partner.org for partner in initiative.partners} <= given["member"].keys()
            assert {link.goal for link in initiative.goals} <= given["goal"].keys()


def test_no_field_offers_nothing() -> None:
    """What a report has no choices for is not asked: the editor refuses an empty list."""
    for settings in (Settings(ROOT), SAMPLE):
        report = load_report(settings).report
        assert report is not None
        made = site_configuration(
            title="Report", repository=None, day=DAY, milestones={}, offers=offers(report)
        )
        selects = [w for w in _widgets(json.loads(made)) if w.get("widget") == "select"]
        assert selects
        assert [w["name"] for w in selects if not w["options"]] == []


def _widgets(value: object) -> Iterator[dict[str, Any]]:
    """Yield every part of a configuration that may be a field."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _widgets(inner)


def test_what_belongs_to_no_milestone_or_to_a_year_has_its_right_path() -> None:
    """Days, years and subjects are folders and names; a new file carries what marks it as new."""
    off_cycle = _collection("off-cycle")
    assert (off_cycle["folder"], off_cycle["path"]) == (
        "content/updates",
        "{{milestone}}/{{initiative}}",
    )
    assert off_cycle["filter"] == {"field": FORM, "value": "reported between milestones"}
    shown = {name: _collection(name)["filter"] for name in ("records", "records-between")}
    for kind in ("reported", "compiled"):
        at, between = f"{kind} mid-2024", f"{kind} between milestones"
        assert re.search(shown["records"]["pattern"], at)
        assert not re.search(shown["records"]["pattern"], between)
        assert re.search(shown["records-between"]["pattern"], between)
        assert not re.search(shown["records-between"]["pattern"], at)
    kinds = {"initiative": "relation", "area": "relation", "program": "hidden"}
    for kind, widget in kinds.items():
        made = _collection(f"evaluations-{kind}")
        assert made["folder"] == "content/evaluations"
        assert made["path"] == "{{fields.year}}/{{subject}}"
        assert made["filter"] == {"field": SUBJECT_KIND, "value": kind}
        assert _named(made["fields"], "subject")["widget"] == widget
        assert _named(made["fields"], NEW)["default"] == "{{uuid}}"
    assert made["create"]


def test_every_field_that_is_shown_says_what_it_holds() -> None:
    """No field is without a hint, at any depth; nobody is told to type quotation marks."""
    shown = [w for w in _fields(json.loads(configuration())) if w["widget"] != "hidden"]
    assert len(shown) > 500
    assert [w["name"] for w in shown if not w.get("hint")] == []
    assert [w["pattern"][1] for w in shown if "pattern" in w and "quote" in w["pattern"][1]] == []
    assert [w["pattern"][1] for w in shown if "pattern" in w and '"' in w["pattern"][1]] == []


def test_what_is_added_to_a_list_is_one() -> None:
    """A button that adds an item names one, never several."""
    lists = [field for field in _fields(json.loads(configuration())) if field["widget"] == "list"]
    singular = {field["label_singular"] for field in lists}
    assert {"Budget cycle", "Milestone", "Roadmap step"} <= singular
    assert [word for word in singular if word.endswith("s") and word != "Series"] == []


def _fields(value: object) -> Iterator[dict[str, Any]]:
    """Yield every field of a configuration, but not the one kind of item of a simple list."""
    for part in _widgets(value):
        for field in part.get("fields", ()):
            yield from [field] if isinstance(field, dict) else ()


def test_what_freezing_decides_is_read_only() -> None:
    """An edition is named in its form; whether and when it was frozen only a command says."""
    fields = _collection("editions")["fields"]
    assert [field["name"] for field in fields if field.get("readonly")] == [
        "state",
        "frozen_on",
        "renewals",
        "redactions",
    ]
    assert "annual-report freeze" in _named(fields, "state")["hint"]


def test_the_vocabulary_has_a_part_for_each_fixed_key_and_a_list_for_the_citys_words() -> None:
    """Keys of the program are named by the form; words of the city bring their own ids."""
    fields = form(Vocabulary)
    status = _named(fields, "status")["fields"]
    assert [part["name"] for part in status] == [str(key) for key in Status]
    assert [part["name"] for part in status[0]["fields"]] == ["label", "means"]
    assert [part["name"] for part in _named(fields, "words")["fields"]] == ["id", "label", "means"]
    assert open_mappings(*MODELS) == {"terms", "words"}


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
    made = json.loads(site_configuration(title="Report", repository=given, day=DAY, milestones={}))
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


def test_sources_that_are_split_are_offered_and_edited_file_by_file() -> None:
    """The editor can choose from one file only, so all are spelled out, and each has its form."""
    paths = ("content/sources.yml", "content/sources/roads.yml")
    found = json.loads(
        site_configuration(
            title="Report",
            repository=None,
            day=DAY,
            milestones={},
            offers=offers(larkhaven(), split=True),
            source_files=paths,
        )
    )["collections"]
    cited = _named(_named(found, "initiatives")["fields"], "sources")
    assert {"label": "Harbour News, a weekly", "value": "harbour-news"} in cited["options"]
    assert cited["multiple"]
    files = _named(found, "settings")["files"]
    assert [file["file"] for file in files if "sources" in file["file"]] == [*paths]


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
            day=DAY,
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
    command = [
        Path(sys.executable).parent / "node",
        "--input-type=module",
        "--eval",
        YAML_AGAIN,
        "--",
        *paths,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")
