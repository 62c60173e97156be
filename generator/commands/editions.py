"""Editions frozen, verified and compared; what changed between two points of the history."""

from collections.abc import Callable, Sequence

from generator.commands.check import check, without_faults
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.editions.freeze import RefreezeReason, freeze_again, translated
from generator.editorial.editions.freeze import freeze as freeze_open
from generator.editorial.editions.frozen_files import edition_files
from generator.editorial.editions.report_versions import (
    ReportVersion,
    compare,
    folder_version,
    report_version,
)
from generator.editorial.editions.verify import CONTENT_DIFFERS, Verification, verify
from generator.editorial.updates.asking import asked_day, record_end
from generator.model.report import Report
from generator.render.text.terminal import plain_changes
from generator.storage.sync import replace_all
from generator.views.changes.change_groups import groups
from generator.words.report_language import language_of

DIGEST_PROTECTS = (
    "What a digest shows is a change by accident. A change on purpose is shown by the history of "
    "the repository, and by the first line of the review of a pull request."
)
"""Said by `verify`: what its word is worth."""

LEFT_OVER = frozenset({"V009"})
"""Files beside an open edition are what a freezing that was interrupted left."""


def freeze(
    settings: Settings, year: int, erratum: str | None = None, recorded: str | None = None
) -> tuple[Sequence[Issue], list[str]]:
    """Freeze an edition, or freeze it again for the reason of an erratum.

    Returns the errors that prevent it, and the paths that were written. What today's content
    says otherwise than frozen editions do is the reason to freeze one again, and no obstacle; any
    other error is one, so that nothing forged is frozen with it. Raises GeneratorError if the
    edition cannot be frozen.
    """
    checked = check(settings, Timings())
    report = checked.loaded.report
    excused = LEFT_OVER if erratum is None else CONTENT_DIFFERS
    errors = [i for i in errors_in(checked.issues) if i.code not in excused]
    if report is None or errors:
        return errors, []
    if erratum is None:
        files = freeze_open(report, year)
    else:
        former = next((edition_files(settings, e) for e in report.editions if e.year == year), None)
        digest = former.digest if former and former.digest else b""
        files = freeze_again(
            report, year, RefreezeReason(erratum, asked_day(recorded) if recorded else None), digest
        )
    files |= translated(report, year, checked.loaded.translations)
    changed = replace_all({settings.content / path: raw for path, raw in files.items()})
    return [], [path.relative_to(settings.content).as_posix() for path in changed]


def verify_editions(settings: Settings) -> Verification:
    """Return what is at fault with the frozen editions, and what was found about their times.

    Raises GeneratorError if the content has faults that prevent it.
    """
    return verify(settings, without_faults(settings)[0])


def diff(project: Callable[[], Settings], before: str, after: str) -> str:
    """Return what changed between two dates, editions, folders or revisions, in sentences by kind.

    Two folders of content need no `project`. Raises GeneratorError if the content has faults or a
    word means none of these.
    """
    today, one, two = versions(project, before, after)
    ends = record_end(today, max(one.then.day, two.then.day))
    return f"From {one.name} to {two.name}\n{ends}\n{told_changes(today, one, two)}"


def versions(
    project: Callable[[], Settings], before: str, after: str
) -> tuple[Report, ReportVersion, ReportVersion]:
    """Return the report as it is today, and the two points of its history that are compared.

    Two folders of content need no `project`; the second is then today's. Raises GeneratorError as
    `diff` does.
    """
    first, second = folder_version(before), folder_version(after)
    if first and second:
        one, two = first.report_version(), second.report_version()
        return two.then.report, one, two
    settings = project()
    loaded, report = without_faults(settings)
    editions = verify(settings, loaded).as_frozen()
    one, two = (report_version(settings, report, editions, word) for word in (before, after))
    return report, one, two


def told_changes(today: Report, one: ReportVersion, two: ReportVersion) -> str:
    """Return what changed from one point to another in plain sentences, as said today."""
    found = groups(two.then.report, compare(one, two), "changes")
    return plain_changes(found, language_of(today))
