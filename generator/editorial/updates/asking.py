"""What somebody asked for on the command line: a date, or a record under any id that it has had."""

from collections.abc import Mapping
from datetime import date

from pydantic_core import PydanticCustomError

from generator.core.errors import GeneratorError
from generator.core.naming import did_you_mean, name_list, now_called
from generator.derive.history.renames import initiative_of
from generator.derive.responsibility.holders import may_hold
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.keys import HeldBy, RoleKind
from generator.model.references import NO_HOLDER
from generator.model.report import Report
from generator.model.typed_days import year_first
from generator.words.english import in_english


def asked_date(written: str) -> PartialDate:
    """Return a date, whole or partial; raises GeneratorError if it is none."""
    try:
        return PartialDate.parse(written)
    except PydanticCustomError as refusal:
        words = refusal.context or {}
        raise GeneratorError(
            f'"{written}" is not {words["expected"]}.', str(words["next_step"])
        ) from None


def asked_day(written: str) -> date:
    """Return a full day; raises GeneratorError if it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise GeneratorError(
            f'"{written}" is not a full day.',
            year_first(written) or "Write year-month-day, such as 2016-08-30.",
        ) from None


def asked_initiative(report: Report, asked: str) -> Initiative:
    """Return the initiative that an id means, be it a former one.

    Raises GeneratorError, with the nearest id, where there is none.
    """
    found = initiative_of(report, asked)
    if found is None:
        raise no_such("initiative", asked, {one.id: one.title for one in report.initiatives})
    return found


def asked_name(what: str, asked: str, known: Mapping[str, str]) -> str:
    """Return an id if something of its kind has it; `known` are titles by id.

    Raises GeneratorError, with the nearest id, where nothing has.
    """
    if asked not in known:
        raise no_such(what, asked, known)
    return asked


def asked_holder(report: Report, kind: RoleKind, asked: str) -> str:
    """Return what may hold a role, or that nobody does; GeneratorError for anything else."""
    if asked in NO_HOLDER:
        return asked
    what = HOLDERS[report.about.roles.of(kind).held_by]
    return asked_name(what, asked, may_hold(report, kind))


HOLDERS = {HeldBy.POST: "post", HeldBy.UNIT: "unit", HeldBy.EITHER: "post or unit"}
"""What may hold a role, in the words of messages."""


def no_such(what: str, asked: str, known: Mapping[str, str]) -> GeneratorError:
    """Return the refusal of a name that nothing of its kind has, with the nearest that one has.

    `known` are titles by id; who typed a title is told the id.
    """
    usual = f"The content has {name_list(known, 'and')}."
    if not known:
        usual = f"The content has no {what} yet."
    elif what == "initiative":
        usual = "Ids are the names of the files in content/initiatives."
    return GeneratorError(
        f'There is no {what} "{asked}".', did_you_mean(asked, known).strip() or usual
    )


def no_subject(what: str, asked: str, known: Mapping[str, str]) -> GeneratorError:
    """Return the refusal of what a document is about, with what was meant, or all that may be."""
    width = max(map(len, known), default=0)
    choices = "".join(f"\n  {some_id:{width}}  {name}" for some_id, name in known.items())
    return GeneratorError(
        f'There is no {what} "{asked}".' if asked else f"No {what} was named.",
        did_you_mean(asked, known).strip() or f"Name one with --for ID:{choices}",
    )


def record_end_note(report: Report, day: date) -> str:
    """Return a line that says where the record ends, if that is before a day; else nothing."""
    if day <= report.about.as_of:
        return ""
    return (
        f"The record ends on {in_english(report.about.as_of)}: what happened from then to "
        f"{in_english(day)} is not in it.\n"
    )


def record_end(report: Report, day: date) -> str:
    """Return a line that says where the record ends, also where that is after a day."""
    ends = f"The record ends on {in_english(report.about.as_of)}.\n"
    return record_end_note(report, day) or ends


def renamed_note(asked: str, found: Initiative) -> str:
    """Return a line that says what a former id is called now; nothing for the present one."""
    return f"{now_called(asked, found.id)}.\n" if asked != found.id else ""
