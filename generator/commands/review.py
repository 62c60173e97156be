"""A change of the content as whoever approves it sees it: in sentences, with every text whole."""

import textwrap
from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from generator.commands.check import CheckResult, check
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, Severity, faults_in
from generator.core.markdown import as_words
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.history.redactions import newly_redacted
from generator.derive.snapshot.not_yet_shown import shown_from
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.editions.report_versions import (
    ContentVersion,
    folder_version,
    revision_range,
    revision_version,
)
from generator.editorial.editions.touched_editions import frozen_touched
from generator.model.report import Report
from generator.render.text.review import markdown_review, plain_review
from generator.views.changes.review import ReviewView, review_view
from generator.views.changes.reviewed_translations import ReviewedLanguage, reviewed_translations
from generator.words.english import counted
from generator.words.localization import Localization
from generator.words.report_language import language_of

Say = Callable[[str], None]

FORMS: Mapping[str, Callable[[ReviewView, Localization, str], str]] = MappingProxyType(
    {"text": plain_review, "markdown": markdown_review}
)
"""How a review is written, by name."""

_WIDTH = 96
_WHOLE = "The command annual-report review shows all."

REDACTED = (
    "Something was removed (annual-report redact). What changes is not told here, so that it is "
    "not told once more.\n"
)
"""Said in place of sentences, which would quote it."""


def review(settings: Settings, span: str, say: Say, form: str = "text", site: str = "") -> None:
    """Say what changes for the public from one revision to another, and what to look at.

    `site` is the address of a site that has the change, if there is one. Raises GeneratorError if
    there are no such revisions, or their content has faults.
    """
    _review(*of_revisions(settings, span), say, form, site)


def review_folders(before: str, after: str, say: Say, form: str = "text", site: str = "") -> None:
    """Say what changes for the public from one folder of content to another, as `review` does."""
    _review(*of_folders(before, after), say, form, site)


def of_revisions(settings: Settings, span: str) -> tuple[ContentVersion, ContentVersion]:
    """Return the content of the two revisions that a span names; GeneratorError for none."""
    base, head = revision_range(settings, span)
    return revision_version(settings, base), revision_version(settings, head)


def of_folders(before: str, after: str) -> tuple[ContentVersion, ContentVersion]:
    """Return the content of two folders; raises GeneratorError where one holds none."""
    return _named_folder(before), _named_folder(after)


def _named_folder(written: str) -> ContentVersion:
    version = folder_version(written)
    if version is None:
        raise GeneratorError(
            f"There is no content in {written}: no report.yml in it or in its folder content.",
            "Name two folders of content; for git revisions, write BASE..HEAD.",
        )
    return version


def _review(before: ContentVersion, after: ContentVersion, say: Say, form: str, site: str) -> None:
    """Say what changes from one version of the content to another.

    The first line names the files of frozen editions that it touches, if any; it is said even
    where the rest cannot be. What was removed as personal data is not repeated.
    """
    frozen = frozen_touched(before.files, after.files)
    if frozen:
        say(f"{frozen}\n\n")
    was, now = _checked(before), _checked(after)
    one, two, found = _compared(before, after, was, now)
    words = as_words if form == "markdown" else str
    say(words(f"From {before.on_its_day(one)} to {after.on_its_day(two)}") + "\n\n")
    say(to_look_at(found, words))
    if newly_redacted(one, two):
        say(REDACTED)
        return
    translated = reviewed_translations(
        (one, was.loaded.translations), (two, now.loaded.translations)
    )
    say(told_review(one, two, form, site, translated))


def checked(before: ContentVersion, after: ContentVersion) -> tuple[Report, Report, list[Issue]]:
    """Return both reports, and what a check finds only in the second; GeneratorError for faults."""
    return _compared(before, after, _checked(before), _checked(after))


def _compared(
    before: ContentVersion, after: ContentVersion, was: CheckResult, now: CheckResult
) -> tuple[Report, Report, list[Issue]]:
    one, two = (
        version.without_faults(result.loaded.report)
        for version, result in ((before, was), (after, now))
    )
    changed = {path for path, raw in after.files.items() if before.files.get(path) != raw}
    return one, two, new_faults(was.issues, now.issues, changed)


def _checked(version: ContentVersion) -> CheckResult:
    with version.project() as settings:
        return check(settings, Timings())


def told_review(
    before: Report,
    after: Report,
    form: str,
    site: str = "",
    translations: tuple[ReviewedLanguage, ...] = (),
) -> str:
    """Return what changes from one report to another, in a form, as readers will see it.

    What is dated after the day of the report is told as well, on the day that shows it.
    """
    then, now = (snapshot(report, report.about.as_of) for report in (before, after))
    day = shown_from(before, after)
    later = (snapshot(before, day), snapshot(after, day)) if day > now.day else None
    view = review_view(then, now, later, translations)
    return FORMS[form](view, language_of(now.report), site)


def new_faults(
    before: Iterable[Issue], after: Iterable[Issue], changed: Collection[str]
) -> list[Issue]:
    """Return what a check finds that an earlier one did not: errors, and warnings of some files.

    What a change makes of a count in another file is nothing to look at.
    """
    known = {(issue.code, issue.location.path, issue.found) for issue in before}
    return [
        issue
        for issue in faults_in(after)
        if (issue.code, issue.location.path, issue.found) not in known
        and (issue.severity is Severity.ERROR or issue.location.path in changed)
    ]


def to_look_at(issues: Collection[Issue], words: Callable[[str], str] = str) -> str:
    """Return faults as a list for somebody who approves; nothing where there are none."""
    if not issues:
        return ""
    lines = [f"{i.location}: found {i.found}; expected {i.expected}. {i.next_step}" for i in issues]
    items = [_item(words(line)) for line in lines]
    return "\n".join(["Look at this first:", "", *items, "", ""])


def _item(line: str) -> str:
    return textwrap.fill(
        line,
        _WIDTH,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def shortened(told: str, most: int) -> str:
    """Return as many whole lines of a review as a place has room for, and say that there are more.

    `most` is the number of characters.
    """
    if len(told) <= most:
        return told
    kept = told[:most].rpartition("\n")[0]
    left = told.count("\n") - kept.count("\n")
    return f"{kept}\n\nToo long to be shown here: {counted(left, 'more line')}. {_WHOLE}\n"
