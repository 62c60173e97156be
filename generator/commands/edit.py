"""The story of every command of the cycle: who owes what, new records, the workbook, reminders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from datetime import date
from pathlib import Path

from generator.commands.build import asked_date, check
from generator.commands.build import freeze as freeze_edition
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, Places, errors_in
from generator.core.naming import listed
from generator.core.settings import Settings
from generator.core.timings import Clockwork
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions.comparing import Point, at_revision, compare, ends
from generator.editorial.editions.files import edition_files
from generator.editorial.editions.freeze import Why, freeze_again
from generator.editorial.editions.frozen_touched import frozen_touched
from generator.editorial.editions.verify import CONTENT_DIFFERS
from generator.editorial.host import github
from generator.editorial.host.history import history, history_text
from generator.editorial.host.reminders import plan, plan_text
from generator.editorial.sheet.package import read_package
from generator.editorial.sheet.round_trip import Imported, export, read_back
from generator.editorial.sheet.rule_faults import at_cells
from generator.editorial.starting.scaffold import (
    NewInitiative,
    NewUpdate,
    new_initiative,
    new_update,
)
from generator.editorial.updates.asking import asked_initiative
from generator.editorial.updates.assigning import Assignment, assigned
from generator.editorial.updates.content_files import read_one, written
from generator.editorial.updates.due import debts, due_text
from generator.editorial.updates.preview import would_be
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.keys import RoleKind
from generator.model.report import Report
from generator.render.text.terminal import plain_changes
from generator.storage.sync import replace, replace_all
from generator.views.changes.changes import groups


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change of the content: what it would say, and what stands in its way."""

    files: Mapping[str, bytes]
    """New bytes of every file that changes, by path from the project."""
    told: str = ""
    """What changes for the public, in sentences."""
    errors: Sequence[Issue] = ()
    made: bool = False
    places: Places | None = None
    """Where each part of the content would stand."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import of a workbook comes to."""

    imported: Imported
    proposed: Proposed


def due(settings: Settings, milestone: str | None, on: str | None) -> str:
    """Return who owes which update by when, in words.

    Raises GeneratorError where the content has faults, or there is no such milestone or date.
    """
    then = _snapshot(settings, on)
    return due_text(debts(then, milestone), then.day)


def remind(settings: Settings, on: str | None, weeks: int, *, apply: bool) -> str:
    """Return which issues are to be opened, commented and closed, and do so if asked to.

    Raises GeneratorError where the content has faults, or `gh` cannot tell or do its part.
    """
    then = _snapshot(settings, on)
    known = apply or github.is_there()
    steps = plan(then, github.open_reminders(settings.root) if known else (), weeks)
    if apply:
        github.carry_out(settings.root, steps)
    unknown = "" if known else "Without gh it is not known which issues are open already.\n"
    return unknown + plan_text(steps)


def review(settings: Settings, span: str, say: Callable[[str], None]) -> None:
    """Say what changes for the public from one revision to another, in sentences.

    The first line names the files of frozen editions that it touches, if any; it is said even
    where the rest cannot be. Raises GeneratorError where there are no such revisions, or their
    content has faults.
    """
    base, head = ends(settings, span)
    frozen = frozen_touched(settings, base, head)
    if frozen:
        say(f"{frozen}\n\n")
    one, two = (at_revision(settings, revision) for revision in (base, head))
    told = groups(two.then.report, compare(one, two), "changes")
    waits = f"Not yet shown: {listed(two.waiting, 'and')}.\n" if two.waiting else ""
    say(f"From {one.name} to {two.name}\n{waits}\n{plain_changes(told)}")


def history_of(settings: Settings, initiative: str) -> str:
    """Return who changed an initiative's files and who let it in, newest first.

    Raises GeneratorError where there is no such initiative, or no whole history.
    """
    found = asked_initiative(_report(settings), initiative)
    return history_text(found.title, history(settings, found.id, found.former_ids))


def freeze(
    settings: Settings, year: int, erratum: str | None, on: str | None
) -> tuple[Sequence[Issue], list[str]]:
    """Freeze an edition, or freeze it again for the reason of an erratum.

    Returns the errors that stand in the way, and the paths that were written. What today's content
    says otherwise than frozen editions do is the reason to freeze one again, and no obstacle; any
    other error is one, so that nothing forged is frozen with it. Raises GeneratorError where the
    edition cannot be frozen.
    """
    if erratum is None:
        checked, written = freeze_edition(settings, year)
        return errors_in(checked.issues), written
    checked = check(settings, Clockwork())
    report = checked.loaded.report
    errors = [i for i in errors_in(checked.issues) if i.code not in CONTENT_DIFFERS]
    if report is None or errors:
        return errors, []
    former = next((edition_files(settings, e) for e in report.editions if e.year == year), None)
    digest = former.digest if former and former.digest else b""
    files = freeze_again(report, year, Why(erratum, _asked_day(on) if on else None), digest)
    changed = replace_all({settings.content / path: raw for path, raw in files.items()})
    return [], [path.relative_to(settings.content).as_posix() for path in changed]


def assign(
    settings: Settings,
    initiative: str,
    holders: Mapping[RoleKind, str],
    dates: tuple[str, str | None],
    sources: Sequence[str],
) -> Proposed:
    """Give roles to other posts from a date on; `dates` are that one and the day of entry.

    Raises GeneratorError where there is no such initiative, or nothing to change.
    """
    report = _report(settings)
    found = asked_initiative(report, initiative)
    recorded = _recorded(report, dates[1])
    asked = Assignment(holders, asked_date(dates[0]), recorded, sources)
    file = assigned(read_one(settings, ("initiative", found.id)), found, asked)
    return _make(settings, {file.path: written(file)})


def start_initiative(settings: Settings, asked: NewInitiative, recorded: str | None) -> Proposed:
    """Write the file of a new initiative; raises GeneratorError where it is there already."""
    report = _report(settings)
    file = new_initiative(settings, report, asked, _recorded(report, recorded))
    return _make(settings, {file.path: written(file)})


def start_update(settings: Settings, asked: NewUpdate, recorded: str | None) -> Proposed:
    """Write the file of a new status update; raises GeneratorError where it is there already."""
    now = _snapshot(settings, None)
    file = new_update(settings, now, asked, _recorded(now.report, recorded))
    return _make(settings, {file.path: written(file)})


def sheet_export(settings: Settings, place: Path, *, again: bool) -> int:
    """Write the content as a workbook and return its size in bytes.

    Raises GeneratorError where the file is there already and is not to be written again.
    """
    if place.suffix.lower() != ".xlsx":
        raise GeneratorError(f"{place.name} does not end in .xlsx.", "Choose such a name.")
    if place.exists() and not again:
        raise GeneratorError(
            f"{place} is there already, and may hold somebody's work.",
            "Choose another name, or say --replace.",
        )
    content = export(settings, _report(settings))
    replace(place, content)
    return len(content)


def sheet_import(settings: Settings, place: Path, *, apply: bool) -> Brought:
    """Return what a workbook changes in the content, and write it if asked to and nothing refuses.

    Raises GeneratorError where the workbook cannot be read.
    """
    report = _report(settings)
    imported = read_back(settings, report, read_package(place), place.name)
    if imported.merged.refusals:
        return Brought(imported, Proposed({}))
    proposed = _make(settings, imported.files, write=apply)
    if proposed.places is not None:
        # Whoever fills in a workbook does not see the files that it makes.
        refused, others = at_cells(imported.merged, proposed.errors, proposed.places)
        imported.merged.refusals += refused
        proposed = replace_fields(proposed, errors=others)
    return Brought(imported, proposed)


def _make(settings: Settings, files: Mapping[str, bytes], *, write: bool = True) -> Proposed:
    """Check the content as it would be; write all files if that finds no error, else none."""
    differing = {
        path: content
        for path, content in files.items()
        if not (settings.root / path).is_file() or (settings.root / path).read_bytes() != content
    }
    if not differing:
        return Proposed({})
    before = check(settings, Clockwork())
    with would_be(settings, differing) as copy:
        after = check(copy, Clockwork())
    errors = errors_in(after.issues)
    if errors or before.now is None or after.now is None:
        return Proposed(differing, errors=errors, places=after.loaded.places)
    told = compare(Point("now", before.now), Point("then", after.now))
    words = plain_changes(groups(after.now.report, told, "changes"))
    if write:
        replace_all({settings.root / path: content for path, content in differing.items()})
    return Proposed(differing, words, made=write)


def _report(settings: Settings) -> Report:
    report = load_report(settings).report
    if report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    return report


def _snapshot(settings: Settings, on: str | None) -> Snapshot:
    report = _report(settings)
    return snapshot(report, asked_date(on) if on else PartialDate(report.about.as_of.isoformat()))


def _asked_day(written: str) -> date:
    """Return a full day given on the command line; raises GeneratorError where it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise GeneratorError(
            f'"{written}" is not a full day.', "Write year-month-day, as 2016-08-30."
        ) from None


def _recorded(report: Report, day: str | None) -> date:
    return _asked_day(day) if day else report.about.as_of
