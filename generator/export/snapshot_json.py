"""A snapshot as canonical JSON, and back: the one form of frozen editions and of open data.

Keys are sorted, lists keep their order, text is UTF-8 with LF and a final newline. There are no
floats: figures are text, digit by digit as typed. What is derived (`standings`) is stored beside
what it was derived from, so that a later way of deriving changes no earlier edition.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pydantic_core
from pydantic import ValidationError

from generator.derive.citations import update_key
from generator.derive.editions import notice
from generator.derive.freshness import Answered
from generator.derive.sharing import Stock
from generator.derive.snapshot import Snapshot, Stage, Standing
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Initiative, Role
from generator.model.keys import Confidence, Freshness, IdeaState, Phase, Status
from generator.model.report import Report
from generator.model.updates import Update

SCHEMA_VERSION = 1
"""Raised when the form changes; editions keep the version they were frozen with."""


class SnapshotFormError(Exception):
    """Bytes that `to_json` of this version did not write; `message` and `next_step` say why."""

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(f"{message} {next_step}")
        self.message = message
        self.next_step = next_step


def to_json(snapshot: Snapshot, edition: Edition | None = None) -> bytes:
    """Return a snapshot, and the edition that it is, as canonical JSON."""
    return canonical(
        {
            "schema_version": SCHEMA_VERSION,
            "edition": edition.model_dump(mode="json", exclude_none=True) if edition else None,
            "notice": (notice(edition) or None) if edition else None,
            "as_of": str(snapshot.as_of),
            "day": snapshot.day.isoformat(),
            "known_by": snapshot.known_by.isoformat() if snapshot.known_by else None,
            "report": snapshot.report.model_dump(mode="json", exclude_none=True),
            "standings": [_standing_json(standing) for standing in snapshot.standings],
        }
    )


def canonical(value: object) -> bytes:
    """Return plain data in the one JSON form: sorted keys, two spaces, UTF-8, LF."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    # The standard library indents in Python, which takes twice as long as to read and write anew.
    return pydantic_core.to_json(pydantic_core.from_json(text), indent=2) + b"\n"


def _standing_json(standing: Standing) -> dict[str, object]:
    return {
        "initiative": standing.initiative.id,
        "updates": [update_key(update) for update in standing.updates],
        "status": standing.status.value,
        "last_known": standing.last_known.value,
        "last_known_on": str(standing.last_known_on),
        "phase": standing.phase.value,
        "confidence": standing.confidence.value,
        "freshness": standing.freshness.value,
        "stage": standing.stage.value,
        "owed": [milestone.id for milestone in standing.answered.owed],
        "missed": [milestone.id for milestone in standing.answered.missed],
        "owner": _role_json(standing.owner),
        "sponsor": _role_json(standing.sponsor),
        "ideas": {idea: state.value for idea, state in standing.ideas.items()},
    }


def _role_json(role: Role | None) -> dict[str, str] | None:
    return {"holder": role.holder, "since": str(role.since)} if role else None


def from_json(content: bytes, known: Stock | None = None) -> tuple[Snapshot, Edition | None]:
    """Return the snapshot that was stored, equal to the one that was written, and its edition.

    Records that stand alike in the report of `known` are the very objects of that report.

    Raises SnapshotFormError, in words, for anything that `to_json` did not write.
    """
    raw = _parsed(content)
    version = raw.get("schema_version")
    if version != SCHEMA_VERSION:
        raise SnapshotFormError(
            f"It is written in version {version} of the form; this program reads version"
            f" {SCHEMA_VERSION}.",
            "Use the version of the program that wrote it, or a newer one.",
        )
    try:
        edition = Edition.model_validate(raw["edition"]) if raw["edition"] else None
        return _snapshot(raw, known), edition
    except (ValidationError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise SnapshotFormError(
            f"It is not a snapshot that this program wrote ({type(error).__name__}).",
            "Take the file back from an earlier commit.",
        ) from error


def _parsed(content: bytes) -> Mapping[str, Any]:
    try:
        raw = pydantic_core.from_json(content)
    except ValueError as error:
        raise SnapshotFormError(
            f"It is not JSON: {error}.", "Take the file back from an earlier commit."
        ) from error
    return raw if isinstance(raw, dict) else {}


def _snapshot(raw: Mapping[str, Any], known: Stock | None) -> Snapshot:
    report = Report.model_validate(known.taken(raw["report"]) if known else raw["report"])
    known_by = raw["known_by"]
    initiatives = {initiative.id: initiative for initiative in report.initiatives}
    updates = {update_key(update): update for update in report.updates}
    return Snapshot(
        report=report,
        as_of=PartialDate.parse(raw["as_of"]),
        day=date.fromisoformat(raw["day"]),
        known_by=date.fromisoformat(known_by) if known_by else None,
        standings=tuple(
            _standing(report, initiatives[stored["initiative"]], updates, stored)
            for stored in raw["standings"]
        ),
    )


def _standing(
    report: Report,
    initiative: Initiative,
    updates: Mapping[str, Update],
    stored: Mapping[str, Any],
) -> Standing:
    return Standing(
        initiative=initiative,
        updates=tuple(updates[key] for key in stored["updates"]),
        status=Status(stored["status"]),
        last_known=Status(stored["last_known"]),
        last_known_on=PartialDate.parse(stored["last_known_on"]),
        phase=Phase(stored["phase"]),
        confidence=Confidence(stored["confidence"]),
        freshness=Freshness(stored["freshness"]),
        answered=Answered(
            owed=_milestones(report, stored["owed"]), missed=_milestones(report, stored["missed"])
        ),
        owner=_role(initiative, "owner", stored["owner"]),
        sponsor=_role(initiative, "sponsor", stored["sponsor"]),
        ideas={idea: IdeaState(state) for idea, state in stored["ideas"].items()},
        stage=Stage(stored["stage"]),
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
