"""The files of the issue forms: written for the git host, and read again before an issue is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.core.errors import GeneratorError
from generator.editorial.forms.questions import Form, FormQuestion, forms_of
from generator.load.normal_form import emit
from generator.load.source_document import Value
from generator.load.yaml.source import parse_yaml
from generator.model.records import Missing
from generator.model.report import Report

FOLDER = ".github/ISSUE_TEMPLATE"
MADE = "# Made by `annual-report forms` from the content; a change here would be lost.\n"
LABEL = "form"
"""The label that every form gives its issues, beside its own name."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field as the form's file has it."""

    id: str
    label: str
    kind: str
    required: bool
    options: tuple[str, ...]


def form_path(name: str) -> str:
    """Return where the file of a form is, relative to the project."""
    return f"{FOLDER}/{name}.yml"


def form_files(report: Report) -> dict[str, bytes]:
    """Return the file of every form, and of the list that leads to them, by path."""
    files = {form_path(form.id): emit(_form(form)) for form in forms_of(report)}
    files[f"{FOLDER}/config.yml"] = emit(_config(report))
    return {path: (MADE + text).encode() for path, text in files.items()}


def _form(form: Form) -> dict[str, object]:
    opening = {"type": "markdown", "attributes": {"value": form.opening}}
    return {
        "name": form.name,
        "description": form.about,
        "title": f"{form.name}: ",
        "labels": [LABEL, form.id],
        "body": [opening, *map(_field, form.questions)],
    }


def _field(question: FormQuestion) -> dict[str, object]:
    attributes: dict[str, object] = {"label": question.label}
    if question.help:
        attributes["description"] = question.help
    if question.choices:
        attributes["options"] = [choice.text for choice in question.choices]
    return {
        "type": question.kind,
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _config(report: Report) -> dict[str, object]:
    contact = report.about.contact
    config: dict[str, object] = {"blank_issues_enabled": True}
    if not isinstance(contact, Missing) and contact.address.startswith("http"):
        link = {"name": contact.title, "url": contact.address, "about": contact.text}
        config["contact_links"] = [link]
    return config


def read_form(raw: bytes, path: str) -> tuple[FormField, ...]:
    """Return the fields of a form's file, in its order.

    Raises GeneratorError if the file is no form that this program wrote.
    """
    document, issues = parse_yaml(raw, path)
    try:
        if document is None or issues:
            raise ValueError(path)  # noqa: TRY301  # one way out for every misfit
        fields = _fields(document.data)
    except (KeyError, ValueError) as fault:
        raise GeneratorError(
            f"{path} is not a form that this program can read.",
            "Run annual-report forms to write the file again.",
        ) from fault
    return fields


def _fields(data: Value) -> tuple[FormField, ...]:
    body = _items(_keys(data)["body"])
    fields = tuple(_read(_keys(item)) for item in body if _keys(item)["type"] != "markdown")
    if not fields or len({field.label for field in fields}) < len(fields):
        raise ValueError(data)
    return fields


def _read(item: Mapping[str, Value]) -> FormField:
    attributes, rules = _keys(item["attributes"]), _keys(item["validations"])
    return FormField(
        id=str(item["id"]),
        label=str(attributes["label"]),
        kind=str(item["type"]),
        required=rules["required"] == "true",
        options=tuple(map(str, _items(attributes.get("options", [])))),
    )


def _keys(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, dict):
        raise ValueError(value)  # noqa: TRY004  # one kind of fault for a file of the wrong shape
    return value


def _items(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004  # as above
    return value
