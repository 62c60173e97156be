"""New records: the files of a new topic area, initiative, and status update."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose, propose_files, recorded
from generator.core.settings import Settings
from generator.editorial.starting.scaffold import (
    NewArea,
    NewInitiative,
    NewUpdate,
    new_area,
    new_initiative,
    new_update,
)
from generator.editorial.starting.translating import translation_files
from generator.editorial.updates.asking import asked_date, asked_holder
from generator.editorial.updates.citing import Memo, cite, refuse_unsaid
from generator.model.keys import RoleKind
from generator.model.report import Report


def start_area(settings: Settings, asked: NewArea, memos: Sequence[Memo] = ()) -> ProposedChange:
    """Write the file of a new topic area.

    Raises GeneratorError if it is there already, or a source is not listed.
    """
    _, report = without_faults(settings)
    refuse_unsaid("a topic area", [*asked.sources, *memos])
    sources, listed = cite(settings, report, [*asked.sources, *memos], report.about.as_of)
    file = new_area(settings, report, replace(asked, sources=sources))
    return propose_files(settings, [file, *listed])


def start_initiative(
    settings: Settings, asked: NewInitiative, day: str | None, memos: Sequence[Memo] = ()
) -> ProposedChange:
    """Write the file of a new initiative.

    Raises GeneratorError if it is there already, or a source or a holder is not known.
    """
    _, report = without_faults(settings)
    for kind, holder in ((RoleKind.OWNER, asked.owner), (RoleKind.SPONSOR, asked.sponsor)):
        if holder:
            asked_holder(report, kind, holder)
    refuse_unsaid("an initiative", [*asked.sources, *memos])
    entered = entered_on(report, day, asked.proposed)
    sources, listed = cite(settings, report, [*asked.sources, *memos], entered)
    file = new_initiative(settings, report, replace(asked, sources=sources), entered)
    return propose_files(settings, [file, *listed])


def start_translation(settings: Settings, asked: str, language: str) -> ProposedChange:
    """Write the files in which a record is translated, with what is still missing.

    Raises GeneratorError if there is no such record, or no such language of the report.
    """
    loaded, report = without_faults(settings)
    known = loaded.translations.get(language, {})
    files = translation_files(report, loaded.files, known, asked, language)
    return propose(settings, {f"{settings.content.name}/{p}": raw for p, raw in files.items()})


def start_update(
    settings: Settings, asked: NewUpdate, day: str | None, memos: Sequence[Memo] = ()
) -> ProposedChange:
    """Write the file of a new status update.

    Raises GeneratorError if it is there already, or what it names is not known.
    """
    _, report = without_faults(settings)
    entered = entered_on(report, day, asked.as_of)
    sources, listed = cite(settings, report, [*asked.sources, *memos], entered)
    file = new_update(settings, report, replace(asked, sources=sources), entered)
    return propose_files(settings, [file, *listed])


def entered_on(report: Report, day: str | None, of: str) -> date:
    """Return the day of entry that was asked for, else that of the report.

    What is of a later day is entered on that day: nothing is known before it was so.
    """
    known = asked_date(of).first() if of and not day else date.min
    return max(recorded(report, day), known)
