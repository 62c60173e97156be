"""Snapshots of earlier versions of the form: pure steps to the newest, and the way back.

An edition's bytes stay as they were frozen; what is read goes through these steps.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

EARLIER = "Take the file back from an earlier commit."

SCHEMA_VERSION = 5
"""Raised when the form changes; editions keep the version they were frozen with."""


class SnapshotFormError(Exception):
    """Something that no version of `to_json` wrote; the rest says what, where and what to do."""

    def __init__(
        self, message: str, next_step: str, path: Sequence[str | int] = (), expected: str = ""
    ) -> None:
        super().__init__(f"{message} {next_step}")
        self.message = message
        self.next_step = next_step
        self.path = tuple(path)
        """The way to the value, in the bytes that were read."""
        self.expected = expected


def in_newest_form(raw: object) -> dict[str, Any]:
    """Return plain data of any version of the form as this version writes it.

    Raises SnapshotFormError for another version, or none.
    """
    form = raw if isinstance(raw, dict) else {}
    version = form.get("schema_version")
    if isinstance(version, int) and not isinstance(version, bool):
        while version in STEPS:
            form = STEPS[version](form)
            version = form["schema_version"]
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise SnapshotFormError(
            f"It is written in version {version} of the form; this program reads versions up to"
            f" {SCHEMA_VERSION}.",
            "Use the version of the program that wrote it, or a newer one.",
            ("schema_version",),
        )
    return form


def _from_1(form: dict[str, Any]) -> dict[str, Any]:
    """Version 1 had no numbers of rules, since there were only the first; nothing was renewed."""
    edition = form.get("edition")
    if "derivation" in form or (isinstance(edition, dict) and "renewals" in edition):
        raise SnapshotFormError("A key that its version of the form does not have.", EARLIER)
    newer = {**form, "schema_version": 2, "derivation": 1}
    if isinstance(edition, dict):
        newer["edition"] = {**edition, "renewals": []}
    return newer


_KEYS_OF_2 = {
    "programme": "program",
    "licence": "license",
    "programmes": "programs",
    "organisation": "organization",
}
"""Keys of records that version 3 spells the American way."""

_VALUES_OF_2 = {
    "kind": ("recognised", "recognized"),
    "scope": ("programme", "program"),
    "subject": ("programme", "program"),
    "about": ("programme", "program"),
}
"""Listed values that version 3 spells the American way, by the key that they are under."""


def _from_2(form: dict[str, Any]) -> dict[str, Any]:
    """Version 2 spelled keys and listed values the British way, and called states standings."""
    if "states" in form:
        raise SnapshotFormError("A key that its version of the form does not have.", EARLIER)
    newer: dict[str, Any] = {
        "states" if name == "standings" else name: (
            _american(name, value) if name in ("edition", "report") else value
        )
        for name, value in form.items()
    }
    return {**newer, "schema_version": 3}


def _from_3(form: dict[str, Any]) -> dict[str, Any]:
    """Version 3 had one language, and held what things were called."""
    report = form.get("report")
    about = report.get("about") if isinstance(report, dict) else None
    newest = {**form, "schema_version": 4}
    if not isinstance(report, dict) or not isinstance(about, dict):
        return newest
    if "languages" in about or "language" not in about:
        raise SnapshotFormError("A key that its version of the form does not have.", EARLIER)
    newer = {n: v for n, v in about.items() if n != "language"} | {"languages": [about["language"]]}
    kept = {name: part for name, part in report.items() if name != "vocabulary"}
    return {**newest, "report": {**kept, "about": newer}}


def _from_4(form: dict[str, Any]) -> dict[str, Any]:
    """Version 4 did not say since when anything of the calendar was known, nor what came later."""
    return {**form, "schema_version": 5}


def path_in_version(path: Sequence[str | int], version: object) -> tuple[str | int, ...]:
    """Return the way to a value in a stored form of some version, given that in the newest one."""
    if not isinstance(version, int) or version > 3:  # noqa: PLR2004
        return tuple(path)
    if tuple(path[:3]) == ("report", "about", "languages"):
        return ("report", "about", "language")
    if version > 2:  # noqa: PLR2004
        return tuple(path)
    names = {new: old for old, new in _KEYS_OF_2.items()} | {"states": "standings"}
    return tuple(names.get(step, step) if isinstance(step, str) else step for step in path)


def _american(key: str, value: object) -> object:
    """Return a value of a record, and all inside, as version 3 spells it."""
    if isinstance(value, dict):
        return {_KEYS_OF_2.get(name, name): _american(name, part) for name, part in value.items()}
    if isinstance(value, list):
        return [_american(key, part) for part in value]
    if isinstance(value, str):
        old, new = _VALUES_OF_2.get(key, ("", ""))
        if key in ("goal", "goals"):
            return re.sub(r"^programme/(?=[a-z0-9-]+$)", "program/", value)
        return new if value == old else value.replace("](goal:programme/", "](goal:program/")
    return value


STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: _from_1,
    2: _from_2,
    3: _from_3,
    4: _from_4,
}
"""How plain data of each earlier version becomes data of the next.

A new field of the model whose default is written needs a new version, and a step that adds it.
"""
