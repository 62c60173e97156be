"""Where the form editor finds what a reference may name, by what it names (`Ref.to`)."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.derive.references import known
from generator.model.keys import RoleKind
from generator.model.references import PROGRAM
from generator.model.report import Report
from generator.words.states import usual_labels

Offers: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind of choice the words shown by what is stored."""

OFFERED = frozenset({"holder", "reporter", "role", "member", "goal", "taxonomy_value"})
"""What may be records of several kinds, or a word for none.

The form editor lets a field choose from one list of one file. Where the choices come from several,
they are worked out when the editor is put into a site.
"""


def _of_settings(file: str, name: str, shown: str) -> dict[str, object]:
    """Return where one list of one file is chosen from, in the form editor's notation."""
    return _relation("settings", f"{name}.*.id", f"{name}.*.{shown}") | {"file": file}


def _relation(collection: str, value: str, shown: str) -> dict[str, object]:
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": value,
        "display_fields": [shown],
        "search_fields": [shown, value],
    }


_CYCLES = _of_settings("cycles", "cycles", "id")

RELATIONS: Mapping[str, Mapping[str, object]] = {
    "area": _relation("areas", "id", "title"),
    "initiative": _relation("initiatives", "id", "title"),
    "unit": _of_settings("organization", "units", "name"),
    "post": _of_settings("organization", "posts", "title"),
    "cycle": _CYCLES,
    "fiscal_year": _CYCLES,
    "fund": _of_settings("report", "funds", "title"),
    "milestone": _of_settings("cycles", "milestones", "title"),
    "source": _of_settings("sources", "sources", "title"),
}
"""The widgets of fields that choose from one list of one file."""


SOURCES = "sources"
"""The file of a list that may be split over several."""


def offers(report: Report, *, split: bool = False) -> Offers:
    """Return the choices that a city's report gives, in the order shown.

    `split` says that its sources are in several files: then they are offered too.
    """
    there = known(report)
    whose = {area.id: area.short_title for area in report.areas}
    whose[PROGRAM] = report.about.program
    goals = {g: f"{whose[g.partition('/')[0]]}: {text}" for g, text in there["goal"].items()}
    roles = usual_labels(RoleKind, there["role"])
    sources = {SOURCES: there["source"]} if split else {}
    return {**{kind: there[kind] for kind in OFFERED}, "goal": goals, "role": roles, **sources}


_OF_EVERY_WIDGET = frozenset({"name", "label", "hint", "required", "multiple"})
"""What any kind of field has."""


def with_offers(value: Any, given: Offers) -> Any:  # noqa: ANN401 - a configuration is any JSON
    """Return a configuration in which each kind of choices, named in its place, is spelled out.

    Fields are left out for which the report has no choices: the form editor refuses an empty list.
    """
    if isinstance(value, list):
        return [with_offers(item, given) for item in value if not _offers_nothing(item, given)]
    if not isinstance(value, dict):
        return value
    made = {key: with_offers(inner, given) for key, inner in value.items()}
    if value.get("widget") == "relation" and value.get("file") == SOURCES in given:
        words = given[SOURCES]
        options = [{"label": label, "value": key} for key, label in words.items()]
        kept = {key: made[key] for key in made if key in _OF_EVERY_WIDGET}
        return {**kept, "widget": "select", "options": options}
    if isinstance(value.get("options"), str):
        words = given.get(value["options"], {})
        made["options"] = [{"label": label, "value": key} for key, label in words.items()]
    return made


def _offers_nothing(field: Any, given: Offers) -> bool:  # noqa: ANN401 - as above
    named = field.get("options") if isinstance(field, dict) else None
    return isinstance(named, str) and not given.get(named)
