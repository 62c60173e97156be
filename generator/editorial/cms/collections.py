"""The form editor's configuration: which files it edits, by which forms, written how.

What follows from the model alone is committed, so that a change of a form shows in a review; where
the content is kept is added when the editor is put into a site.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.editorial.cms.references import SOURCES, Offers, with_offers
from generator.editorial.cms.update_forms import (
    BETWEEN,
    FORM,
    OWNERS,
    new_here,
    owners_form,
    whole_form,
)
from generator.editorial.cms.widgets import REPORT_DAY, Widget, form
from generator.editorial.updates.offered import without_mark
from generator.model.background import NarrativePage
from generator.model.edition import Edition
from generator.model.fields import in_words
from generator.model.files import FILE_KINDS
from generator.model.initiative import Initiative
from generator.model.keys import EditionState
from generator.model.measures import Area
from generator.model.updates import Evaluation

CONFIGURATION = "generator/theme/schema/form-editor.json"
"""Where the part that follows from the model is committed."""

YAML = "report-yaml"
MARKDOWN = "report-frontmatter"
"""Names of the two ways of writing a file; editor.js says what they are."""

NO_REPOSITORY = "owner/repository"
"""Stands where nobody said where the content is kept; only a folder on this computer is edited."""

UPDATES = "updates"

RECORDS = "records"
"""The collection in which every field of an update can be edited."""

SUBJECT_KIND = "subject_kind"
"""A hidden field for the word before the colon of what an evaluation is about."""


def configuration() -> bytes:
    """Return what the model says of the configuration, as JSON."""
    return _json(_from_model())


def site_configuration(  # noqa: PLR0913 - each is a plain fact of one city's site
    *,
    title: str,
    repository: str | None,
    branch: str = "main",
    site: str | None = None,
    milestones: Mapping[str, str],
    day: date,
    offers: Offers | None = None,
    source_files: Sequence[str] = (),
) -> bytes:
    """Return the whole configuration for one city's site.

    `repository` is OWNER/NAME at GitHub or its address; None leaves only folders on this computer.
    `milestones` are the titles by id of those for which updates are kept, in the order shown;
    `day` is the report's, with which the days of new records begin; `offers` what fields offer that
    may name records of several kinds; `source_files` the paths of the files over which sources are
    split, where they are.
    """
    backend = {
        "name": "github",
        "repo": _repository(repository) or NO_REPOSITORY,
        "branch": branch,
        "auth_methods": ["token"],
        "commit_messages": {
            "create": "Add {{collection}} {{slug}}",
            "update": "Change {{collection}} {{slug}}",
        },
    }
    where = {"site_url": site, "display_url": site, "logout_redirect_url": site} if site else {}
    whole = {
        "load_config_file": False,
        "backend": backend,
        "app_title": f"Form editor: {title}",
        **where,
        **_from_model(),
        "collections": [
            *(_updates_of(milestone, title) for milestone, title in milestones.items()),
            *(
                _with_source_files(row, source_files)
                for row in _from_model()["collections"]
                if row["name"] != UPDATES
            ),
        ],
    }
    given = {"milestone": milestones, **(offers or {})}
    return _json(_with_day(with_offers(whole, given), day.isoformat()))


def _with_day(value: Any, day: str) -> Any:  # noqa: ANN401 - a configuration is any JSON
    """Return a configuration in which the day of the report is in its place."""
    if isinstance(value, list):
        return [_with_day(item, day) for item in value]
    if isinstance(value, dict):
        return {key: _with_day(inner, day) for key, inner in value.items()}
    return day if value == REPORT_DAY else value


def _with_source_files(row: dict[str, Any], paths: Sequence[str]) -> dict[str, Any]:
    """Return a collection in which each of several files of sources can be edited."""
    if row["name"] != "settings" or not paths:
        return row
    (whole,) = (file for file in row["files"] if file["name"] == SOURCES)
    each = [{**whole, "name": _file_name(path), "label": path, "file": path} for path in paths]
    return {**row, "files": [f for f in row["files"] if f is not whole] + each}


def _file_name(path: str) -> str:
    return path.removesuffix(".yml").replace("/", "-")


def _updates_of(milestone: str, title: str) -> dict[str, Any]:
    """Return the collection of what Owners report at one milestone.

    It is over the folder of all updates, as the forms for editors are: of two collections over one
    file the editor takes the name from that with the deeper folder, and in the other it would tell
    two updates of an initiative no more apart.
    """
    return {
        **_folder(UPDATES, title, owners_form(milestone), **_UPDATES),
        "name": f"{UPDATES}-{milestone}",
        "label_singular": f"Status update for {without_mark(title)}",
        "filter": {"field": FORM, "value": f"{OWNERS} {milestone}"},
    }


def _off_cycle() -> dict[str, Any]:
    """Return the collection of what Owners report between milestones, each under its day."""
    shown = {"field": FORM, "value": f"{OWNERS} {BETWEEN}"}
    label = "Changes between milestones"
    return _folder("off-cycle", label, owners_form(BETWEEN), **_OFF_CYCLE, filter=shown)


def _records() -> list[dict[str, Any]]:
    """Return the collections in which every field of every update can be edited."""
    at_milestones = {"field": FORM, "pattern": rf"^(?!.* {BETWEEN}$)"}
    on_days = {"field": FORM, "pattern": rf" {BETWEEN}$"}
    between = "Compiled records between milestones"
    return [
        _folder(RECORDS, "Compiled records", whole_form(), **_RECORDS, filter=at_milestones),
        _folder(
            f"{RECORDS}-between", between, whole_form(between=True), **_RECORDS, filter=on_days
        ),
    ]


def _evaluations(kind: str, label: str, collection: str) -> dict[str, Any]:
    """Return the collection of evaluations of one kind of subject; their files bear its id."""
    made = _folder(f"evaluations-{kind}", label, form(Evaluation), **_EVALUATIONS)
    chosen: Widget = {"name": "subject", "widget": "hidden", "default": kind}
    if collection:
        chosen = {
            "name": "subject",
            "label": in_words(kind),
            "hint": f"The {kind} that is evaluated.",
            "widget": "relation",
            "collection": collection,
            "value_field": "id",
            "display_fields": ["title"],
            "search_fields": ["title", "id"],
            "required": True,
        }
    fields = [chosen if widget["name"] == "subject" else widget for widget in made["fields"]]
    of_kind: Widget = {"name": SUBJECT_KIND, "widget": "hidden", "default": kind}
    return {
        **made,
        "filter": {"field": SUBJECT_KIND, "value": kind},
        "fields": [new_here(), of_kind, *fields],
    }


def _editions() -> dict[str, Any]:
    """Return the collection of editions; what freezing decides can be read and not changed."""
    made = _folder("editions", "Editions", form(Edition), **_EDITIONS)
    shut = {
        "state": "annual-report freeze YEAR freezes an edition; freezing cannot be undone.",
        "frozen_on": "Filled in by annual-report freeze YEAR.",
        "renewals": "Filled in by annual-report freeze YEAR --again.",
        "redactions": "Filled in by annual-report redact.",
    }
    fields = [
        {**widget, "hint": shut[widget["name"]], "readonly": True}
        if widget["name"] in shut
        else widget
        for widget in made["fields"]
    ]
    for widget in fields:
        if widget["name"] == "state":
            widget["default"] = EditionState.OPEN.value
    return {**made, "fields": fields}


def is_repository(text: str) -> bool:
    """Return whether a text names a repository at GitHub."""
    return _repository(text) is not None


def is_branch(text: str) -> bool:
    """Return whether git could have a branch of this name."""
    named = re.fullmatch(r"[^\x00-\x20\x7f~^:?*\[\\-][^\x00-\x20\x7f~^:?*\[\\]*", text)
    return bool(named) and not re.search(r"\.\.|//|@\{|(?:/|\.|\.lock)$|^/|/\.", text)


def _repository(text: str | None) -> str | None:
    found = re.fullmatch(r"(?:https://github\.com/)?([\w.-]+/[\w.-]+?)(?:\.git)?/?", text or "")
    return found[1] if found else None


def _from_model() -> dict[str, Any]:
    return {
        "publish_mode": "editorial_workflow",
        "media_folder": "content/media",
        "public_folder": "media",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
        "output": {
            # editor.js leaves them out itself, because some lists say something by being empty.
            "omit_empty_optional_fields": False,
            "yaml": {"quote": "double", "indent_size": 2, "indent_sequences": True},
        },
        "collections": [
            _folder(UPDATES, "Status updates", owners_form(""), **_UPDATES),
            _off_cycle(),
            *_records(),
            _folder("initiatives", "Initiatives", form(Initiative), **_INITIATIVES),
            _folder("areas", "Topic areas", form(Area), **_AREAS),
            _evaluations("initiative", "Evaluations of initiatives", "initiatives"),
            _evaluations("area", "Evaluations of topic areas", "areas"),
            _evaluations("program", "Evaluations of the program", ""),
            _folder("pages", "Pages", form(NarrativePage), **_PAGES),
            _editions(),
            _files("settings", "The report", _SETTINGS),
            _files("background", "Background", _BACKGROUND),
        ],
    }


_UPDATES = {
    "label_singular": "Status update",
    "folder": "content/updates",
    "slug": "{{initiative}}",
    "path": "{{milestone}}/{{initiative}}",
    "identifier_field": "initiative",
    "summary": "{{initiative}}: {{status}}",
    "description": "The status of an initiative at one milestone: one for each, never overwritten.",
    "sortable_fields": ["initiative", "as_of", "status"],
    "view_groups": [{"label": "Status", "field": "status"}],
}
_INITIATIVES = {
    "label_singular": "Initiative",
    "slug": "{{id}}",
    "identifier_field": "title",
    "summary": "{{title}}",
    "sortable_fields": ["title", "area", "order"],
    "view_groups": [{"label": "Topic area", "field": "area"}],
}
_AREAS = {
    "label_singular": "Topic area",
    "slug": "{{id}}",
    "identifier_field": "title",
    "summary": "{{title}}",
}
_OFF_CYCLE = {
    **_UPDATES,
    "summary": "{{milestone}}: {{initiative}}, {{status}}",
    "description": "A change that cannot wait for the next milestone: one for each initiative "
    "and day, never overwritten.",
}
_RECORDS = {
    **_UPDATES,
    "label_singular": "Compiled record",
    "summary": "{{milestone}}: {{initiative}}, {{status}}",
    "description": "Every field of every update: for what editors compile from sources, and to "
    "correct what Owners reported. Owners report in the forms above.",
    "view_groups": [{"label": "Milestone", "field": "milestone"}],
}
# Without `fields.` the form editor takes the year to be that of its clock.
_EVALUATIONS = {
    "label_singular": "Evaluation",
    "folder": "content/evaluations",
    "slug": "{{subject}}",
    "path": "{{fields.year}}/{{subject}}",
    "identifier_field": "subject",
    "summary": "{{fields.year}}: {{subject}}, {{result}}",
    "description": "The yearly review: one for each subject and year, never overwritten.",
    "sortable_fields": ["year", "subject", "result"],
}
_EDITIONS = {
    "label_singular": "Edition",
    "slug": "{{fields.year}}",
    "path": "{{slug}}/edition",
    "identifier_field": "title",
    "summary": "{{fields.year}}: {{title}}",
    "description": "What an edition is called, and what the organization published. Freezing is "
    "a command, annual-report freeze YEAR, and a frozen edition stays as it is. "
    "The introduction is the file introduction.md beside it.",
}
_PAGES = {
    "label_singular": "Page",
    "slug": "{{id}}",
    "identifier_field": "title",
    "summary": "{{title}}",
}
_SETTINGS = {
    "report": "The report itself",
    "organization": "Departments, posts, and partners",
    "cycles": "Budget cycles and milestones",
    "sources": "Sources",
    "vocabulary": "Vocabulary",
}
_BACKGROUND = {
    "history": "Earlier programs",
    "survey": "Survey",
    "salons": "Salons and talks",
    "discrepancies": "Where sources disagree",
    "questions": "Open questions",
}
"""Files of which there is one, by the name of their kind, and what they are called."""


def _folder(name: str, label: str, fields: Sequence[Widget], **more: object) -> dict[str, Any]:
    # A file keeps its name: it is the id that others refer to.
    more["slug"] = {"template": more["slug"], "editable": False}
    markdown = any(widget["name"] == "body" for widget in fields)
    return {
        "name": name,
        "label": label,
        "folder": f"content/{name}",
        "extension": "md" if markdown else "yml",
        "format": MARKDOWN if markdown else YAML,
        "create": True,
        "delete": False,
        "duplicate": False,
        **more,
        "fields": fields,
    }


def _files(name: str, label: str, files: Mapping[str, str]) -> dict[str, Any]:
    return {"name": name, "label": label, "files": [_file(*one) for one in files.items()]}


def _file(name: str, label: str) -> dict[str, Any]:
    kind = FILE_KINDS[name]
    path, fields = f"content/{kind.path}", form(kind.record)
    return {"name": name, "label": label, "file": path, "format": YAML, "fields": fields}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
