"""A snapshot as canonical JSON, and back: the one form of frozen editions and of open data.

Keys are sorted, lists keep their order, text is UTF-8 with LF and a final newline. There are no
floats: figures are text, digit by digit as typed. What is derived (`states`) is stored beside
what it was derived from, so that a later way of deriving changes no earlier edition.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pydantic_core
from pydantic import ValidationError

from generator.derive.editions.editions import notice
from generator.derive.editions.interning import Interning
from generator.derive.snapshot.citations import update_key
from generator.derive.snapshot.evidence import evidence_of
from generator.derive.snapshot.freshness import OwedMilestones
from generator.derive.snapshot.snapshot import DERIVATION, InitiativeState, Snapshot, Stage
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Initiative, Role
from generator.model.keys import IdeaState
from generator.model.report import Report
from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.report_language import language_of

R = TypeVar("R", bound=Record)

_EARLIER = "Take the file back from an earlier commit."

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


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """A snapshot as it was stored."""

    snapshot: Snapshot
    edition: Edition | None
    derivation: int
    """The number of the rules by which its states were derived."""
    notice: str | None


def to_json(snapshot: Snapshot, edition: Edition | None = None) -> bytes:
    """Return a snapshot, and the edition that it is, as canonical JSON."""
    said = (language_of(snapshot.report)(notice(edition)) or None) if edition else None
    return canonical(_form(StoredSnapshot(snapshot, edition, DERIVATION, said)))


def _form(stored: StoredSnapshot) -> dict[str, Any]:
    snapshot, edition = stored.snapshot, stored.edition
    return {
        "schema_version": SCHEMA_VERSION,
        "derivation": stored.derivation,
        "edition": edition.model_dump(mode="json", exclude_none=True) if edition else None,
        "notice": stored.notice,
        "as_of": str(snapshot.as_of),
        "day": snapshot.day.isoformat(),
        "known_by": snapshot.known_by.isoformat() if snapshot.known_by else None,
        "report": snapshot.report.model_dump(mode="json", exclude_none=True),
        "states": [_state_json(state) for state in snapshot.states],
    }


def canonical(value: object) -> bytes:
    """Return plain data in the one JSON form: sorted keys, two spaces, UTF-8, LF."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    # The standard library indents in Python, which takes twice as long as to read and write anew.
    return pydantic_core.to_json(pydantic_core.from_json(text), indent=2) + b"\n"


def _state_json(initiative_state: InitiativeState) -> dict[str, object]:
    return {
        "initiative": initiative_state.initiative.id,
        "updates": [update_key(update) for update in initiative_state.updates],
        "status": initiative_state.status.value,
        "last_known": initiative_state.last_known.value,
        "last_known_on": str(initiative_state.last_known_on),
        "phase": initiative_state.phase.value,
        "confidence": initiative_state.confidence.value,
        "freshness": initiative_state.freshness.value,
        "stage": initiative_state.stage.value,
        "owed": [milestone.id for milestone in initiative_state.owed_milestones.owed],
        "missed": [milestone.id for milestone in initiative_state.owed_milestones.missed],
        "owner": _role_json(initiative_state.owner),
        "sponsor": _role_json(initiative_state.sponsor),
        "ideas": {idea: state.value for idea, state in initiative_state.ideas.items()},
    }


def _role_json(role: Role | None) -> dict[str, str] | None:
    return {"holder": role.holder, "since": str(role.since)} if role else None


def from_json(content: bytes) -> tuple[Snapshot, Edition | None]:
    """Return the snapshot that was stored, equal to the one that was written, and its edition.

    Raises SnapshotFormError, in words, for anything that `to_json` did not write.
    """
    try:
        raw = pydantic_core.from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise SnapshotFormError(f"It is not JSON: {error}.", _EARLIER) from error
    stored = read_snapshot(raw)
    return stored.snapshot, stored.edition


def read_snapshot(raw: object, known: Interning | None = None) -> StoredSnapshot:
    """Return a snapshot from plain data of any version of the form.

    Records that are the same in the report of `known` are the very objects of that report. Raises
    SnapshotFormError for whatever was not written, value by value, as its version writes it.
    """
    stored = parsed_snapshot(raw, known)
    refuse_other_forms(stored, raw)
    return stored


def parsed_snapshot(raw: object, known: Interning | None = None) -> StoredSnapshot:
    """Return what `read_snapshot` does, before anybody asks how it is written."""
    form = in_newest_form(raw)
    derivation = form.get("derivation")
    if not isinstance(derivation, int) or isinstance(derivation, bool) or derivation < 1:
        raise SnapshotFormError("No number of rules.", _EARLIER, ("derivation",))
    if derivation > DERIVATION:
        raise SnapshotFormError(
            f"Its states follow rules number {derivation}; this program knows {DERIVATION}.",
            "Use the version of the program that wrote it, or a newer one.",
            ("derivation",),
        )
    said = form.get("notice")
    return StoredSnapshot(
        _snapshot(form, known),
        _record(Edition, form["edition"], ("edition",)) if form.get("edition") else None,
        derivation,
        said if isinstance(said, str) else None,
    )


def is_written_so(stored: StoredSnapshot, raw: object, content: bytes) -> bool:
    """Return whether a snapshot of today's version is written byte for byte as `content` is.

    Then nothing is left to compare. `raw` is the plain data that the content holds.
    """
    newest = isinstance(raw, dict) and raw.get("schema_version") == SCHEMA_VERSION
    return newest and canonical(_form(stored)) == content


def refuse_other_forms(stored: StoredSnapshot, raw: object) -> None:
    """Raise SnapshotFormError where plain data was not written, value by value, as it would be."""
    where = _first_difference(in_newest_form(raw), _form(stored), ())
    if where is not None:
        raise SnapshotFormError("It is written otherwise than it would be.", _EARLIER, where)


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
        raise SnapshotFormError("A key that its version of the form does not have.", _EARLIER)
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
        raise SnapshotFormError("A key that its version of the form does not have.", _EARLIER)
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
        raise SnapshotFormError("A key that its version of the form does not have.", _EARLIER)
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


def _first_difference(
    one: object, other: object, path: tuple[str | int, ...]
) -> tuple[str | int, ...] | None:
    """Return the path of the first value in which plain data differs."""
    if type(one) is not type(other):
        return path
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [k for k in one if k not in other] + [k for k in other if k not in one]
        if keys:
            return (*path, keys[0])
        steps: Iterable[tuple[str | int, object, object]] = (
            (k, v, other[k]) for k, v in one.items()
        )
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return path
        steps = ((i, *pair) for i, pair in enumerate(zip(one, other, strict=True)))
    else:
        return path if one != other else None
    found = (_first_difference(a, b, (*path, step)) for step, a, b in steps)
    return next((where for where in found if where is not None), None)


def _record(model: type[R], raw: object, path: tuple[str | int, ...]) -> R:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        expected = str(first.get("ctx", {}).get("expected", first["msg"]))
        raise SnapshotFormError(
            "A value that does not fit.", _EARLIER, (*path, *first["loc"]), expected
        ) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SnapshotFormError("A value that does not fit.", _EARLIER, path) from error


def _snapshot(raw: Mapping[str, Any], known: Interning | None) -> Snapshot:
    stored = raw.get("report")
    report = _record(Report, known.taken(stored) if known else stored, ("report",))
    known_by, listed = raw.get("known_by"), raw.get("states")
    initiatives = {initiative.id: initiative for initiative in report.initiatives}
    updates = {update_key(update): update for update in report.updates}
    if not isinstance(listed, list):
        raise SnapshotFormError("No list.", _EARLIER, ("states",))
    with _at("as_of", "day", "known_by"):
        times = (
            PartialDate.parse(raw["as_of"]),
            date.fromisoformat(raw["day"]),
            date.fromisoformat(known_by) if known_by is not None else None,
        )
    states = []
    for index, one in enumerate(listed):
        with _at("states", index):
            initiative = initiatives[one["initiative"]]
            states.append(_initiative_state(report, initiative, updates, one, times[1]))
    return Snapshot(report, *times, tuple(states))


@contextmanager
def _at(*path: str | int) -> Iterator[None]:
    """Say where something is that does not fit."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        where = path if len(path) > 1 and isinstance(path[1], int) else ()
        raise SnapshotFormError(
            "A value that does not fit, or names what is not there.", _EARLIER, where
        ) from error


def _initiative_state(
    report: Report,
    initiative: Initiative,
    updates: Mapping[str, Update],
    stored: Mapping[str, Any],
    day: date,
) -> InitiativeState:
    told = tuple(updates[key] for key in stored["updates"])
    return InitiativeState(
        initiative=initiative,
        updates=told,
        status=Status(stored["status"]),
        last_known=Status(stored["last_known"]),
        last_known_on=PartialDate.parse(stored["last_known_on"]),
        phase=Phase(stored["phase"]),
        confidence=Confidence(stored["confidence"]),
        freshness=Freshness(stored["freshness"]),
        owed_milestones=OwedMilestones(
            owed=_milestones(report, stored["owed"]), missed=_milestones(report, stored["missed"])
        ),
        owner=_role(initiative, "owner", stored["owner"]),
        sponsor=_role(initiative, "sponsor", stored["sponsor"]),
        ideas={idea: IdeaState(state) for idea, state in stored["ideas"].items()},
        stage=Stage(stored["stage"]),
        evidence=evidence_of(report, initiative, told, day),
    )


def _milestones(report: Report, ids: Iterable[str]) -> tuple[Milestone, ...]:
    known = {milestone.id: milestone for milestone in report.calendar.milestones}
    return tuple(known[milestone_id] for milestone_id in ids)


def _role(initiative: Initiative, kind: str, stored: Mapping[str, str] | None) -> Role | None:
    if stored is None:
        return None
    wanted = (kind, stored["holder"], stored["since"])
    for role in initiative.roles:
        if (role.role.value, role.holder, str(role.since)) == wanted:
            return role
    raise KeyError(wanted)
