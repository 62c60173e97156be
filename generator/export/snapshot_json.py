"""A snapshot as canonical JSON, and back: the one form of frozen editions and of open data.

Keys are sorted, lists keep their order, text is UTF-8 with LF and a final newline. There are no
floats: figures are text, digit by digit as typed. What is derived (`states`) is stored beside
what it was derived from, so that a later way of deriving changes no earlier edition.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
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
from generator.derive.snapshot.timing import timing_of
from generator.export.snapshot_versions import (
    EARLIER,
    SCHEMA_VERSION,
    SnapshotFormError,
    in_newest_form,
)
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Initiative, Role
from generator.model.keys import IdeaState, RoleKind
from generator.model.report import Report
from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.report_language import language_of

R = TypeVar("R", bound=Record)


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
        "states": [_state_json(state, snapshot.report) for state in snapshot.states],
    }


def canonical(value: object) -> bytes:
    """Return plain data in the one JSON form: sorted keys, two spaces, UTF-8, LF."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    # The standard library indents in Python, which takes twice as long as to read and write anew.
    return pydantic_core.to_json(pydantic_core.from_json(text), indent=2) + b"\n"


def _state_json(initiative_state: InitiativeState, report: Report) -> dict[str, object]:
    asked = report.about.roles.asked
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
        **{kind.value: _role_json(initiative_state.held(kind)) for kind in asked},
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
        raise SnapshotFormError(f"It is not JSON: {error}.", EARLIER) from error
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
        raise SnapshotFormError("No number of rules.", EARLIER, ("derivation",))
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
        raise SnapshotFormError("It is written otherwise than it would be.", EARLIER, where)


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
            "A value that does not fit.", EARLIER, (*path, *first["loc"]), expected
        ) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SnapshotFormError("A value that does not fit.", EARLIER, path) from error


def _snapshot(raw: Mapping[str, Any], known: Interning | None) -> Snapshot:
    stored = raw.get("report")
    report = _record(Report, known.taken(stored) if known else stored, ("report",))
    known_by, listed = raw.get("known_by"), raw.get("states")
    initiatives = {initiative.id: initiative for initiative in report.initiatives}
    updates = {update_key(update): update for update in report.updates}
    if not isinstance(listed, list):
        raise SnapshotFormError("No list.", EARLIER, ("states",))
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
            "A value that does not fit, or names what is not there.", EARLIER, where
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
        owner=_role(report, initiative, RoleKind.OWNER, stored),
        sponsor=_role(report, initiative, RoleKind.SPONSOR, stored),
        ideas={idea: IdeaState(state) for idea, state in stored["ideas"].items()},
        stage=Stage(stored["stage"]),
        evidence=evidence_of(report, initiative, told, day),
        timing=timing_of(initiative, Status(stored["last_known"]), told[-1] if told else None, day),
    )


def _milestones(report: Report, ids: Iterable[str]) -> tuple[Milestone, ...]:
    known = {milestone.id: milestone for milestone in report.calendar.milestones}
    return tuple(known[milestone_id] for milestone_id in ids)


def _role(
    report: Report, initiative: Initiative, kind: RoleKind, state: Mapping[str, Any]
) -> Role | None:
    """Return who holds a role; nobody does where it is not asked, and nothing is stored of it."""
    stored = state[kind.value] if kind in report.about.roles.asked else None
    if stored is None:
        return None
    wanted = (kind.value, stored["holder"], stored["since"])
    for role in initiative.roles:
        if (role.role.value, role.holder, str(role.since)) == wanted:
            return role
    raise KeyError(wanted)
