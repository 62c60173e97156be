"""Personal data taken out of the content and its frozen editions: all files, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.commands.check import check
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.editions.verify import verify
from generator.editorial.redaction.plan import AskedRedaction, RedactionPlan, redaction_plan
from generator.editorial.redaction.removal import Mark
from generator.editorial.updates.asking import asked_day
from generator.editorial.updates.preview import preview
from generator.storage.sync import replace_all

_LONGEST_REASON = 200
_IN_NO_REASON = "<>{}[]"
"""Signs that no name may hold, in which the mark may stand, or that would end it."""


@dataclass(frozen=True, slots=True)
class RedactResult:
    """The outcome: what goes, and what stood in the way."""

    plan: RedactionPlan
    errors: Sequence[Issue] = ()
    """What the content would break without what is removed."""
    made: bool = False


@dataclass(frozen=True, slots=True)
class RedactRequest:
    """What somebody asked to be removed, and why."""

    texts: tuple[str, ...]
    addresses: tuple[str, ...]
    reason: str
    recorded: str | None = None


def redact(settings: Settings, asked: RedactRequest, *, apply: bool) -> RedactResult:
    """Take something out of all content and frozen editions, or only say where it would go.

    Nothing is written where it cannot all be removed, or where the content would break a rule that
    it keeps now. Raises GeneratorError for a request that says too little, an address that leads to
    nothing, content with faults, or a frozen edition that is not what was frozen.
    """
    before = check(settings, Timings())
    report = before.loaded.report
    if report is None:
        raise GeneratorError(
            "The content has faults.", "Run annual-report check and fix what it lists."
        )
    editions = verify(settings, before.loaded).as_frozen()
    day = asked_day(asked.recorded) if asked.recorded else report.about.as_of
    what = AskedRedaction(*_sought(asked), Mark(day, _reason(asked.reason)))
    plan = redaction_plan(settings, before.loaded, report, editions, what)
    if plan.left or plan.reach.commented or list(plan.reach.stuck) or not plan.reach.files:
        return RedactResult(plan)
    with preview(settings, plan.reach.files) as copy:
        after = check(copy, Timings())
    known = {_told(issue) for issue in before.issues}
    errors = [issue for issue in errors_in(after.issues) if _told(issue) not in known]
    if apply and not errors:
        replace_all({settings.root / path: raw for path, raw in plan.reach.files.items()})
    return RedactResult(plan, errors, made=apply and not errors)


def _told(issue: Issue) -> tuple[str, str, str]:
    return issue.code, issue.location.path, issue.found


def _sought(asked: RedactRequest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    texts = tuple(" ".join(text.split()) for text in asked.texts)
    if bool(texts) is bool(asked.addresses) or not all(texts):
        raise GeneratorError(
            "It is not clear what is to be removed.",
            'Write --text "the exact words" or --record ADDRESS, either of them more than once if'
            " needed, and not both.",
        )
    return texts, asked.addresses


def _reason(written: str) -> str:
    reason = " ".join(written.split()).rstrip(".")
    if not reason or len(reason) > _LONGEST_REASON or set(reason) & set(_IN_NO_REASON):
        raise GeneratorError(
            "The reason cannot be shown in the place of what is removed.",
            f"Write a few plain words, at most {_LONGEST_REASON} characters and none of "
            f"{' '.join(_IN_NO_REASON)}, and nothing of what is to be removed.",
        )
    return reason
