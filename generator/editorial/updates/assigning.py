"""Assign another Owner or Sponsor from a day on; the former holder stays on the record."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.core.errors import GeneratorError
from generator.derive.snapshot.snapshot import holder_of
from generator.editorial.updates.content_files import ContentFile, Fields, with_fields
from generator.load.source_document import Value
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative, Role
from generator.model.keys import RoleKind
from generator.model.report import Report


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who takes over which role, from when."""

    holders: Mapping[RoleKind, str]
    since: PartialDate
    recorded: date
    sources: Sequence[str] = ()


def assigned(file: ContentFile, initiative: Initiative, asked: Assignment) -> ContentFile:
    """Return the initiative's file with new holders of its roles from a date on.

    The entry before ends where the new one begins. Raises GeneratorError if the holder stays
    the same, or where an entry begins on that date or later already.
    """
    raw = file.fields.get("roles", [])
    roles: list[Value] = list(raw) if isinstance(raw, list) else []
    for kind, holder in asked.holders.items():
        former = _former(initiative, kind, holder, asked.since)
        new: Fields = {"role": kind.value, "holder": holder, "since": asked.since.text}
        new["recorded"] = asked.recorded.isoformat()
        if asked.sources:
            new["sources"] = list(asked.sources)
        place = _end_former(roles, former, asked.since) if former else len(roles)
        roles.insert(place, new)
    return with_fields(file, roles=roles)


def refuse_unasked(report: Report, given: Collection[RoleKind]) -> None:
    """Raise GeneratorError for roles that the organization does not ask for."""
    for kind in given:
        if kind not in report.about.roles.asked:
            raise GeneratorError(
                f"No initiative has the role {kind.value}: report.yml says that it is not asked.",
                f"Leave out --{kind.value}, or write asked: true under roles, {kind.value}.",
            )


def _former(initiative: Initiative, kind: RoleKind, holder: str, since: PartialDate) -> Role | None:
    """Return the newest entry of a role, which ends with the new one."""
    own = [role for role in initiative.roles if role.role is kind]
    later = [role for role in own if role.since.last(date.max) >= since.first()]
    if later:
        raise GeneratorError(
            f"{initiative.id} already has an entry for its {kind.value} since {later[0].since}.",
            "Give a later date; history is added to, never rewritten. Correct a mistake in the "
            "file itself.",
        )
    newest = max(own, key=lambda role: role.since.last(date.max), default=None)
    current = holder_of(initiative, kind, since.first())
    if current and current.holder == holder:
        raise GeneratorError(
            f"{holder} is the {kind.value} of {initiative.id} since {current.since}.",
            "There is nothing to do, unless you meant another holder.",
        )
    return newest


def _end_former(roles: list[Value], former: Role, since: PartialDate) -> int:
    """Set the end of the entry before, unless it has one; return the place behind it."""
    for place, entry in enumerate(roles):
        if not isinstance(entry, dict):
            continue
        if (entry.get("role"), entry.get("since")) == (former.role.value, former.since.text):
            if "until" not in entry:
                roles[place] = {**entry, "until": _day_before(since)}
            return place + 1
    return len(roles)


def _day_before(since: PartialDate) -> str:
    """Return the last day of the former holder; as exact as the date given, and no more."""
    full_day = len("2016-08-30")
    if len(since.text) == full_day:
        return (since.first() - timedelta(days=1)).isoformat()
    return since.text
