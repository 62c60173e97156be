"""The first lines of a new topic area, initiative, and status update."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.core.errors import GeneratorError
from generator.core.naming import did_you_mean, name_list, now_called
from generator.core.settings import Settings
from generator.derive.history.renames import present_ids
from generator.derive.responsibility.budget_cycle import due_now
from generator.derive.responsibility.holders import may_report
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.updates.asking import asked_day, asked_initiative, asked_name
from generator.editorial.updates.assigning import refuse_unasked
from generator.editorial.updates.content_files import ContentFile, Fields, FileKey, place_for
from generator.editorial.updates.offered import offered_milestones
from generator.model.dates import PartialDate
from generator.model.ids import id_from, reserved
from generator.model.initiative import Initiative, Role
from generator.model.keys import Basis, HowProposed, RoleKind
from generator.model.references import NO_HOLDER, NOT_NAMED
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase, Status
from generator.model.values import Id
from generator.words.english import in_english


@dataclass(frozen=True, slots=True)
class NewArea:
    """What whoever begins a topic area says of it."""

    id: str
    title: str
    short_title: str
    sources: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class NewInitiative:
    """What whoever proposes an initiative says of it."""

    id: str
    title: str
    area: str
    sources: Sequence[str] = ()
    summary: str = ""
    proposed: str = ""
    """The date of the proposal; nothing where it is first seen on the day of the report."""
    owner: str = ""
    """A post or unit; nothing where no source names one."""
    sponsor: str = ""
    """As `owner`."""
    status: str = Status.PROPOSED.value
    why: str = ""
    """What shows its initial state."""


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """What whoever reports says of an initiative; what is empty is filled in from the report."""

    initiative: str
    milestone: str
    """A milestone, or a day; nothing where it is the milestone that is due now."""
    status: str
    basis: str = Basis.REPORTED.value
    as_of: str = ""
    """When it was so; else the day of the report."""
    reason: str = ""
    phase: str = ""
    confidence: str = Confidence.NOT_ASSESSED.value
    confidence_by: str = ""
    confidence_reason: str = ""
    author: str = ""
    actual_on: str = ""
    ask_of: str = ""
    ask_what: str = ""
    ask_by: str = ""
    evidence: Sequence[str] = ()
    sources: Sequence[str] = ()
    body: str = ""


def new_area(settings: Settings, report: Report, asked: NewArea) -> ContentFile:
    """Return the file of a new topic area, the last one.

    Raises GeneratorError where its file is there, or its id is none.
    """
    _refuse_id(asked.id, "a topic area", otherwise=asked.title)
    fields: Fields = {
        "id": asked.id,
        "title": asked.title,
        "short_title": asked.short_title,
        "order": str(max((area.order or 0 for area in report.areas), default=0) + 1),
        "sources": list(asked.sources),
    }
    return _new(settings, ("area", asked.id), fields, "")


def new_initiative(
    settings: Settings, report: Report, asked: NewInitiative, recorded: date
) -> ContentFile:
    """Return the file of a new initiative, last in its area.

    Nothing is written that was not given: who is not named is `not_named`. Raises GeneratorError
    where its file is there, its area is not, its id is none or was another's, or the organization
    does not ask for a role that is given.
    """
    _refuse_id(asked.id, "an initiative", otherwise=asked.title)
    present = present_ids(report.initiatives).get(asked.id)
    if present:
        raise GeneratorError(
            f"{now_called(asked.id, present)}, and old links by that id lead there.",
            "Choose an id that no initiative has had.",
        )
    _refuse_area(report, asked.area)
    sources = list(asked.sources)
    entered = recorded.isoformat()
    proposed = asked.proposed or report.about.as_of.isoformat()
    places = [i.order for i in report.initiatives if i.area == asked.area and i.order is not None]
    fields: Fields = {
        "id": asked.id,
        "title": asked.title,
        "area": asked.area,
        **({"order": str(max(places) + 1)} if places else {}),
        **({"summary": asked.summary} if asked.summary else {}),
        "proposed": {
            "on": proposed,
            "how": (HowProposed.PROPOSED if asked.proposed else HowProposed.FIRST_SEEN).value,
            "recorded": entered,
            "sources": [*sources],
        },
        **_at_proposal(asked),
        "roles": [
            {
                "role": kind.value,
                "holder": holder or NOT_NAMED,
                "since": proposed,
                "recorded": entered,
                "sources": [*sources],
            }
            for kind, holder in _holders(report, asked).items()
        ],
        "sources": [*sources],
    }
    return _new(settings, ("initiative", asked.id), fields, "")


def _at_proposal(asked: NewInitiative) -> Fields:
    """Return what had begun by the time of the proposal, where anything is said of it."""
    if asked.status == Status.PROPOSED.value and not asked.why:
        return {}
    why: Fields = {"why": asked.why} if asked.why else {}
    return {"at_proposal": {"status": asked.status, **why, "sources": [*asked.sources]}}


def _holders(report: Report, asked: NewInitiative) -> dict[RoleKind, str]:
    """Return who was named for each role that the organization asks for."""
    given = {RoleKind.OWNER: asked.owner, RoleKind.SPONSOR: asked.sponsor}
    refuse_unasked(report, [kind for kind, holder in given.items() if holder])
    return {kind: given[kind] for kind in report.about.roles.asked}


def _refuse_id(some_id: str, what: str, *, otherwise: str) -> None:
    """Raise GeneratorError for what can be no id, with one that is made of it or of other words."""
    try:
        TypeAdapter(Id).validate_python(some_id)
    except ValidationError as fault:
        expected = fault.errors()[0]["msg"]
        near = id_from(some_id) or id_from(otherwise)
        if not near or reserved(near):
            near = id_from(f"{near} {otherwise}")
        raise GeneratorError(
            f'"{some_id}" cannot be the id of {what}. Expected {expected}.',
            f'For example "{near}".',
        ) from fault


def _refuse_area(report: Report, area: str) -> None:
    known = [one.id for one in report.areas]
    if area in known:
        return
    if not known:
        raise GeneratorError(
            f'There is no area "{area}"; the content does not have any yet.',
            f"Begin it first: annual-report new area {id_from(area) or 'parks'} --title TITLE "
            "--source ID.",
        )
    raise GeneratorError(
        f'There is no area "{area}".',
        f"{did_you_mean(area, known)}The content has {name_list(known, 'and')}.",
    )


def new_update(settings: Settings, report: Report, asked: NewUpdate, recorded: date) -> ContentFile:
    """Return the file of a new status update.

    Milestone, author and phase are what is due now, the Owner of that time and the phase before,
    where none is given. Raises GeneratorError where the update is there, or the initiative, the
    milestone or the author is not.
    """
    initiative = asked_initiative(report, asked.initiative)
    milestone = _milestone(report, asked.milestone)
    as_of = asked.as_of or report.about.as_of.isoformat()
    then = snapshot(report, PartialDate.parse(as_of)).state_of(initiative.id)
    phase = then.phase if then and then.phase else Phase.NOT_ASSESSED
    given: dict[str, str] = {
        "initiative": initiative.id,
        "milestone": milestone,
        "as_of": as_of,
        "basis": asked.basis,
        "author": _author(report, asked, then.owner if then else None),
        "status": asked.status,
        "reason": asked.reason,
        "actual_on": asked.actual_on,
        "phase": asked.phase or phase.value,
        "confidence": asked.confidence,
        "confidence_by": asked.confidence_by,
        "confidence_reason": asked.confidence_reason,
        "recorded": recorded.isoformat(),
    }
    fields: Fields = {name: text for name, text in given.items() if text}
    ask = {"of": asked.ask_of, "what": asked.ask_what, "by": asked.ask_by}
    if any(ask.values()):
        fields["ask"] = {name: text for name, text in ask.items() if text}
    if asked.evidence:
        fields["evidence"] = list(asked.evidence)
    if asked.sources:
        fields["sources"] = list(asked.sources)
    _refuse_second(report, initiative, milestone)
    return _new(settings, ("update", milestone, initiative.id), fields, asked.body)


def _milestone(report: Report, asked: str) -> str:
    """Return the milestone or day that was asked for, else the milestone that is due now."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", asked, re.ASCII):
        return asked_day(asked).isoformat()
    offered = offered_milestones(report)
    if asked:
        return asked_name("milestone", asked, offered)
    now = due_now(report.calendar, report.about.as_of)
    if now is None:
        raise GeneratorError(
            f"No milestone is due on {in_english(report.about.as_of)}.",
            f"Give --milestone: a full day, or one of {name_list(offered)}.",
        )
    return now.id


def _author(report: Report, asked: NewUpdate, owner: Role | None) -> str:
    if asked.author:
        return asked_name("post or unit", asked.author, may_report(report))
    is_known = owner is not None and owner.holder not in NO_HOLDER
    return owner.holder if owner and is_known and asked.basis == Basis.REPORTED.value else ""


def _refuse_second(report: Report, initiative: Initiative, milestone: str) -> None:
    for update in report.updates:
        if (update.initiative, update.milestone) == (initiative.id, milestone):
            by = f", by {update.author}" if update.author else ""
            raise GeneratorError(
                f"{initiative.id} already has an update for {milestone}, as of {update.as_of}{by}: "
                f"content/updates/{milestone}/{initiative.id}.md already exists, and was left as "
                "it is.",
                "Correct that file if it is wrong. For news since then, give a full day as "
                "--milestone, or the next milestone once it is due.",
            )


def _new(settings: Settings, key: FileKey, fields: Fields, body: str) -> ContentFile:
    path = place_for(settings, key)
    if (settings.root / path).exists():
        raise GeneratorError(
            f"{path} already exists, and was left as it is.",
            "Change that file, or choose another id or milestone.",
        )
    return ContentFile(key, path, fields, body)
