"""Read the content, check it against every rule and every frozen edition, and say what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.check.references import explained
from generator.check.rule import RuleContext
from generator.check.rules import ALL, RECORD_RULES, TEXT_RULES, check_report
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, in_reading_order
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.references import Known, known
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.editions.shown import Shown, as_shown, pictures_of
from generator.editorial.editions.verify import MANY, FrozenEditions, read_frozen_editions, verify
from generator.editorial.meetings.archive import archive_issues
from generator.load.files import FormatResult
from generator.load.formatting import format_content
from generator.load.migrations import migrate_content
from generator.load.report import LoadedReport, load_report
from generator.model.keys import EditionState
from generator.model.report import Report
from generator.storage.parallel import run_in_parallel
from generator.storage.sync import replace_all
from generator.views.base.address_claims import clashes


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of a check: the report, and every fault found while reading and by rules."""

    loaded: LoadedReport
    issues: list[Issue]
    shown: Shown | None = None
    """The living report and its editions; None where a fault prevents it."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Every picture that the report and its editions show, cleaned, by name."""

    @property
    def now(self) -> Snapshot | None:
        """The living report; None where a fault prevents it."""
        return self.shown.now if self.shown else None

    @property
    def editions(self) -> tuple[EditionSnapshot, ...]:
        """Every edition of the report, in the order of their years."""
        return self.shown.editions if self.shown else ()


def check(settings: Settings, timings: Timings) -> CheckResult:
    """Read the content and check it against every rule and the frozen editions."""
    with timings.stage("read"):
        loaded = load_report(settings)
    report = loaded.report
    if report is None:
        return CheckResult(loaded, in_reading_order(_explained(loaded)))
    with timings.stage("check"):
        subject = RuleContext(
            report, loaded.places, loaded.media, loaded.files, loaded.translations
        )
        breaches, frozen = _breaches_and_editions(settings, subject)
        verified = verify(settings, loaded, frozen)
        shared = clashes(report, loaded.places)
        archive = archive_issues(settings, loaded)
    with timings.stage("pictures"):
        shown = as_shown(report, subject.now, verified.editions)
        pictures = pictures_of(settings, loaded.media, report, shown)
    found = [*loaded.issues, *breaches, *verified.issues, *shared, *archive, *pictures.issues]
    return CheckResult(loaded, in_reading_order(found), shown, pictures.cleaned)


def _explained(loaded: LoadedReport) -> list[Issue]:
    """Return the faults of what was read, with guesses by the part that could be read."""
    if loaded.readable is None:
        return loaded.issues
    report, issues = loaded.readable, loaded.issues
    names = known(report) if any(issue.no_id for issue in issues) else {}
    addresses = {
        source.address.rstrip("/"): source.id for source in report.sources if source.address
    }
    return [explained(issue, names, addresses) for issue in issues]


def _breaches_and_editions(
    settings: Settings, subject: RuleContext
) -> tuple[list[Issue], FrozenEditions]:
    """Return every breach of a rule, and the frozen editions, by two processes if worth it.

    Editions are read here, for they are too much to be sent, while a worker checks the rules; where
    there are none, the rules about texts are checked there and all others here.
    """
    report = subject.report
    frozen = any(edition.state is EditionState.FROZEN for edition in report.editions)
    there, here = (ALL, ()) if frozen else (TEXT_RULES, RECORD_RULES)
    found, (editions, others) = run_in_parallel(
        lambda: check_report(subject, there),
        lambda: (
            read_frozen_editions(settings, report, subject.days),
            check_report(subject, here),
        ),
        worth=len(report.initiatives) >= MANY,
    )
    return [*found, *others], editions


def readable_names(settings: Settings) -> Known:
    """Return what references may name in as much of the report as can be read."""
    readable = load_report(settings).readable
    return known(readable) if readable else {}


def without_faults(settings: Settings) -> tuple[LoadedReport, Report]:
    """Return the content as it was loaded, and its report.

    Raises GeneratorError if a fault is in the report's way.
    """
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError(
            "The content has faults.", "Run annual-report check and fix what it lists."
        )
    return loaded, loaded.report


def fmt(settings: Settings, *, write: bool) -> FormatResult:
    """Return what the normal form changes in the content, and write it if asked to.

    Nothing is written while any file has a fault.
    """
    formatted = format_content(settings)
    if write and not formatted.issues:
        replace_all({settings.root / path: raw for path, raw in formatted.changed.items()})
    return formatted


def migrate(settings: Settings, *, write: bool) -> FormatResult:
    """Return what brings the content to the newest names and keys, and write it if asked to.

    All files or none: nothing is written while a file has faults.
    """
    newest = migrate_content(settings)
    if write and not newest.issues:
        replace_all({settings.root / path: raw for path, raw in newest.changed.items()})
    return newest
