"""What editors ask of the content and change in it: states, dues, holders of roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.commands.check import CheckResult, check, without_faults
from generator.commands.editions import told_changes
from generator.commands.review import new_faults
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, RecordLocations, Severity, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions.report_versions import ReportVersion
from generator.editorial.updates.asking import (
    asked_date,
    asked_day,
    asked_holder,
    asked_initiative,
    record_end,
    record_end_note,
    renamed_note,
)
from generator.editorial.updates.assigning import Assignment, assigned, refuse_unasked
from generator.editorial.updates.citing import Memo, cite, refuse_unsaid
from generator.editorial.updates.content_files import (
    ContentFile,
    misfits,
    read_one,
    written_files,
)
from generator.editorial.updates.due import due_text, due_updates, outdated_text
from generator.editorial.updates.preview import preview
from generator.model.dates import PartialDate
from generator.model.keys import RoleKind
from generator.model.report import Report
from generator.render.text.terminal import plain_initiative
from generator.storage.sync import replace_all
from generator.views.initiatives.initiative import initiative_view
from generator.words.english import in_english
from generator.words.report_language import language_of


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """A change of the content: what it would say, and what prevents it."""

    files: Mapping[str, bytes]
    """New bytes of every file that changes, by path from the project."""
    told: str = ""
    """What changes for the public, in sentences."""
    errors: Sequence[Issue] = ()
    warnings: Sequence[Issue] = ()
    """What is doubted of the files that change, and was not before: it prevents nothing."""
    made: bool = False
    places: RecordLocations | None = None
    """Where each part of the content would be."""


def show(settings: Settings, initiative_id: str, as_of: str | None) -> str:
    """Return the state of one initiative as plain text.

    Raises GeneratorError for a date that is none, content with faults or an unknown initiative.
    """
    _, report = without_faults(settings)
    then = _as_of(report, as_of)
    found = asked_initiative(report, initiative_id)
    state = then.state_of(found.id)
    if state is None:
        raise GeneratorError(
            f'The initiative "{found.id}" was not yet listed on {in_english(then.as_of)}.',
            f"Its proposal is dated {in_english(found.proposed.on)}; ask for a later date.",
        )
    told = renamed_note(initiative_id, found) + record_end(report, then.day)
    return told + plain_initiative(initiative_view(then, state), language_of(report))


def due(settings: Settings, milestone: str | None, as_of: str | None) -> str:
    """Return who owes which update by when, and which translations are outdated, in words.

    Raises GeneratorError if the content has faults, or there is no such milestone or date.
    """
    loaded, report = without_faults(settings)
    then = _as_of(report, as_of)
    outdated = "" if milestone else outdated_text(report, loaded.translations)
    ends = record_end_note(report, then.day)
    return ends + due_text(due_updates(then, milestone), then.day) + outdated


def assign(
    settings: Settings,
    initiative: str,
    holders: Mapping[RoleKind, str],
    dates: tuple[str, str | None],
    sources: Sequence[str | Memo],
) -> ProposedChange:
    """Give roles to other holders from a date on; `dates` are that one and the day of entry.

    Raises GeneratorError if there is no such initiative, holder or source, nothing to change, no
    source at all, or such a role is not asked.
    """
    _, report = without_faults(settings)
    refuse_unasked(report, holders)
    found = asked_initiative(report, initiative)
    for kind, holder in holders.items():
        asked_holder(report, kind, holder)
    refuse_unsaid("who holds a role", sources)
    entered = recorded(report, dates[1])
    cited, listed = cite(settings, report, sources, entered)
    asked = Assignment(holders, asked_date(dates[0]), entered, cited)
    file = assigned(read_one(settings, ("initiative", found.id)), found, asked)
    proposed = propose_files(settings, [file, *listed])
    since, day = asked.since.last(date.max), report.about.as_of
    if proposed.errors or since <= day:
        return proposed
    told = (
        f"Scheduled: shown from {in_english(since)} on, once as_of in content/report.yml is that "
        f"day or later; it is {in_english(day)}.\n"
    )
    return replace(proposed, told=told)


def propose_files(settings: Settings, files: Sequence[ContentFile]) -> ProposedChange:
    """Do what `propose` does with files as typed; what does not fit its model is an error of it."""
    faults = [fault for file in files for fault in misfits(file)]
    if faults:
        return ProposedChange({}, errors=faults)
    return propose(settings, written_files(files))


def propose(
    settings: Settings, files: Mapping[str, bytes], *, write: bool = True
) -> ProposedChange:
    """Check the content as it would be; write all files if that finds no error, else none."""
    differing = differing_files(settings, files)
    if not differing:
        return ProposedChange({})
    before = check(settings, Timings())
    after, told = changed_by(settings, differing, before)
    errors = errors_in(after.issues)
    if errors:
        return ProposedChange(differing, errors=errors, places=after.loaded.places)
    if write:
        replace_all({settings.root / path: content for path, content in differing.items()})
    notes = [i for i in after.issues if i.severity is Severity.NOTE and i not in before.issues]
    told += "".join(f"\nNote: {note.found}. {note.next_step}\n" for note in notes)
    warnings = new_faults(before.issues, after.issues, differing)
    return ProposedChange(differing, told, (), warnings, write, after.loaded.places)


def changed_by(
    settings: Settings, files: Mapping[str, bytes], before: CheckResult
) -> tuple[CheckResult, str]:
    """Return what checking finds in the content with other files, and what that tells the public.

    Nothing is told where faults prevent it of either content.
    """
    with preview(settings, files) as copy:
        after = check(copy, Timings())
    if after.now is None or before.now is None:
        return after, ""
    one, two = ReportVersion("now", before.now), ReportVersion("then", after.now)
    return after, told_changes(after.now.report, one, two)


def differing_files(settings: Settings, wanted: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return which files of the project hold something else than is wanted, as it is wanted."""
    places = {path: settings.root / path for path in wanted}
    return {
        path: content
        for path, content in wanted.items()
        if not places[path].is_file() or places[path].read_bytes() != content
    }


def snapshot_of(settings: Settings, on: str | None) -> Snapshot:
    """Return the report as of a day, by default its own; GeneratorError where that cannot be."""
    return _as_of(without_faults(settings)[1], on)


def _as_of(report: Report, day: str | None) -> Snapshot:
    return snapshot(report, asked_date(day) if day else PartialDate(str(report.about.as_of)))


def recorded(report: Report, day: str | None) -> date:
    """Return the day of entry that was asked for, by default that of the report."""
    return asked_day(day) if day else report.about.as_of
