"""The form editor's configuration: which files it edits, by which forms, written how.

What follows from the model alone is committed, so that a change of a form shows in a review; where
the content is kept is added when the editor is put into a site.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.editorial.form_editor.widgets import Widget, form
from generator.model.background import (
    Discrepancies,
    History,
    Page,
    Questions,
    Salons,
    Survey,
)
from generator.model.cycles import Calendar
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organisation import Organisation
from generator.model.report import About, Sources
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

CONFIGURATION = "generator/schema/form-editor.json"
"""Where the part that follows from the model is committed."""

YAML = "report-yaml"
MARKDOWN = "report-frontmatter"
"""Names of the two ways of writing a file; editor.js says what they are."""

NO_REPOSITORY = "owner/repository"
"""Stands where nobody said where the content is kept; only a folder on this computer is edited."""

UPDATES = "updates"

MODELS: tuple[type[Record], ...] = (
    *(Initiative, Update, Area, Evaluation, Page),
    *(About, Organisation, Calendar, Sources),
    *(History, Survey, Salons, Discrepancies, Questions),
)
"""Every record that the editor has a form for. The vocabulary and editions are edited as text."""


def configuration() -> bytes:
    """Return what the model says of the configuration, as JSON."""
    return _json(_from_model())


def site_configuration(
    *,
    title: str,
    repository: str | None,
    branch: str = "main",
    site: str | None = None,
    milestones: Mapping[str, str],
) -> bytes:
    """Return the whole configuration for one city's site.

    `repository` is OWNER/NAME at GitHub or its address; None leaves only folders on this computer.
    `milestones` are the titles by id of those for which updates are kept, in the order shown.
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
    return _json(
        {
            "load_config_file": False,
            "backend": backend,
            "app_title": f"Form editor: {title}",
            **where,
            **_from_model(),
            "collections": [
                *(_updates_of(milestone, title) for milestone, title in milestones.items()),
                *(row for row in _from_model()["collections"] if row["name"] != UPDATES),
            ],
        }
    )


def _updates_of(milestone: str, title: str) -> dict[str, Any]:
    """Return the collection of one milestone's updates.

    The editor makes names unique in a collection. Were all updates in one, it would give the first
    update of an initiative at a milestone another name because of those before it; or, without the
    slug in the path, write over the one that is there.
    """
    made = _folder(UPDATES, title, Update, **{**_UPDATES, "path": "{{slug}}"})
    kept = {"name": "milestone", "widget": "hidden", "default": milestone}
    fields = [kept if widget["name"] == "milestone" else widget for widget in made["fields"]]
    return {
        **made,
        "name": f"{UPDATES}-{milestone}",
        "folder": f"content/updates/{milestone}",
        "fields": fields,
    }


def is_repository(text: str) -> bool:
    """Return whether a text names a repository at GitHub."""
    return _repository(text) is not None


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
            _folder(UPDATES, "Status updates", Update, **_UPDATES),
            _folder("initiatives", "Initiatives", Initiative, **_INITIATIVES),
            _folder("areas", "Topic areas", Area, **_AREAS),
            _folder("evaluations", "Evaluations", Evaluation, **_EVALUATIONS),
            _folder("pages", "Pages", Page, **_PAGES),
            _files("settings", "The report", _SETTINGS),
            _files("background", "Background", _BACKGROUND),
        ],
    }


_UPDATES = {
    "label_singular": "Status update",
    "slug": "{{initiative}}",
    "path": "{{milestone}}/{{slug}}",
    "identifier_field": "initiative",
    "summary": "{{initiative}}: {{status}}",
    "description": "How an initiative stood at one milestone: one for each, never written over.",
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
_EVALUATIONS = {
    "label_singular": "Evaluation",
    "slug": "{{subject}}",
    "path": "{{year}}/{{slug}}",
    "identifier_field": "subject",
    "summary": "{{year}}: {{subject}}, {{result}}",
    "create": False,
    "description": "The yearly look at the programme, an area or an initiative. A new one begins as"
    " a text file: its name is the id without the word before the colon.",
}
_PAGES = {
    "label_singular": "Page",
    "slug": "{{id}}",
    "identifier_field": "title",
    "summary": "{{title}}",
}
_SETTINGS: tuple[tuple[str, str, type[Record], str], ...] = (
    ("report", "The report itself", About, "content/report.yml"),
    ("organisation", "Departments, posts and partners", Organisation, "content/organisation.yml"),
    ("cycles", "Budget cycles and milestones", Calendar, "content/cycles.yml"),
    ("sources", "Sources", Sources, "content/sources.yml"),
)
_BACKGROUND: tuple[tuple[str, str, type[Record], str], ...] = (
    ("history", "Earlier programmes", History, "content/background/history.yml"),
    ("survey", "Survey", Survey, "content/background/survey.yml"),
    ("salons", "Salons and talks", Salons, "content/background/salons.yml"),
    (
        "discrepancies",
        "Where sources disagree",
        Discrepancies,
        "content/background/discrepancies.yml",
    ),
    ("questions", "Open questions", Questions, "content/background/questions.yml"),
)


def _folder(name: str, label: str, model: type[Record], **more: object) -> dict[str, Any]:
    fields = form(model)
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


def _files(
    name: str, label: str, files: Sequence[tuple[str, str, type[Record], str]]
) -> dict[str, Any]:
    return {"name": name, "label": label, "files": [_file(*row) for row in files]}


def _file(name: str, label: str, model: type[Record], path: str) -> dict[str, Any]:
    fields: list[Widget] = form(model)
    return {"name": name, "label": label, "file": path, "format": YAML, "fields": fields}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
