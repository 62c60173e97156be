"""Between content and the git host: issue forms, reviewers, reminders, history."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.check.codes import reading_codes
from generator.check.rules import ALL
from generator.commands.check import check, without_faults
from generator.commands.edit import differing_files, snapshot_of
from generator.commands.review import new_faults, shortened, told_review
from generator.core.errors import GeneratorError
from generator.core.issues import Severity, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions import verify
from generator.editorial.forms.content_changes import ContentChange
from generator.editorial.forms.converting import convert
from generator.editorial.forms.form_files import form_files
from generator.editorial.forms.issue_event import read_event, text_digest
from generator.editorial.forms.questions import forms_of
from generator.editorial.forms.reply import acceptance, commit_message, question_at, refusal
from generator.editorial.host import github
from generator.editorial.host.codeowners import CODEOWNERS, CodeOwners, code_owners
from generator.editorial.host.commit_history import history, history_text
from generator.editorial.host.reminders import plan, plan_text
from generator.editorial.meetings import archive
from generator.editorial.updates.asking import asked_date, asked_initiative
from generator.editorial.updates.preview import preview
from generator.load import (
    binding,
    characters,
    files,
    front_matter,
    json_source,
    migrations,
    pictures,
    unmerged,
)
from generator.load.yaml import parser_messages, source
from generator.storage.sync import replace_all
from generator.views.base import address_claims

_READERS = (
    *(files, pictures, characters, unmerged, source, parser_messages, front_matter, binding),
    *(json_source, verify, archive, address_claims, migrations),
)
"""The modules whose docstrings tell the codes of faults that are no rules."""

_MOST_WORDS = 50_000
"""Characters of a change that an answer has room for."""


def issue_forms(settings: Settings, *, write: bool) -> list[str]:
    """Return the issue forms that the content would give otherwise, and write them if asked to.

    Raises GeneratorError if the content has faults.
    """
    return _brought(settings, form_files(_report_for_editors(settings).report), write=write)


def reviewers(settings: Settings, *, write: bool) -> tuple[CodeOwners, list[str]]:
    """Return who is asked to review, and whether the file of that differs; write it if asked to.

    Raises GeneratorError if the content has faults.
    """
    owners = code_owners(_report_for_editors(settings))
    return owners, _brought(settings, {CODEOWNERS: owners.text.encode()}, write=write)


def _report_for_editors(settings: Settings) -> Snapshot:
    _, report = without_faults(settings)
    now = snapshot(report, report.about.as_of)
    # Editors write about what comes later, too, and name what only that names so far.
    known = {"sources": report.sources, "organization": report.organization}
    return replace(now, report=now.report.model_copy(update=known))


def _brought(settings: Settings, wanted: Mapping[str, bytes], *, write: bool) -> list[str]:
    """Return the files that hold something else, and bring them to what is wanted if asked to."""
    differing = differing_files(settings, wanted)
    if write:
        replace_all({settings.root / path: content for path, content in differing.items()})
    return list(differing)


def form(settings: Settings, event: Path, out: Path, recorded: str | None) -> ContentChange:
    """Turn an issue into a change below `out`: content files, words for git, and the answer.

    The sum of the issue's text lies beside them: what was accepted is that text and no other.
    `recorded` is the day of entry, by default the day as of which the report speaks. Where the
    issue is at fault only the answer is written. Raises GeneratorError if the folder is not
    empty, or where event, forms or content cannot be read.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise GeneratorError(f"{out} is not an empty folder.", "Name a new folder with --out.")
    now, asked = _report_for_editors(settings), read_event(event)
    day = asked_date(recorded).first() if recorded else now.report.about.as_of
    change = convert(settings, now.report, asked, day.isoformat())
    told = _effect(settings, change) if change.files else ""
    if change.good:
        written = {
            "answer.md": acceptance(change, told, forms_of(now.report)).encode(),
            "message.txt": commit_message(change, asked).encode(),
            "text.sha256": f"{text_digest(asked.body)}\n".encode(),
            **change.files,
        }
    else:
        written = {"answer.md": refusal(change, forms_of(now.report)).encode()}
        change.files.clear()
    replace_all({out / path: content for path, content in written.items()})
    return change


def _effect(settings: Settings, change: ContentChange) -> str:
    """Return what a change does to what the site shows, with each new text whole.

    The errors that it brings are added to it, and what is doubted of it, but for those of answers
    that something stands in for. Nothing is told where faults prevent it.
    """
    before = check(settings, Timings())
    with preview(settings, change.files) as copy:
        after = check(copy, Timings())
    found = [
        issue
        for issue in new_faults(before.issues, after.issues, change.files)
        if question_at(issue.location, change) not in change.stand_ins
    ]
    change.issues += errors_in(found)
    if not change.stand_ins:
        change.doubts += [issue for issue in found if issue.severity is Severity.WARNING]
    one, two = before.loaded.report, after.loaded.report
    if not change.good or one is None or two is None:
        return ""
    return shortened(told_review(one, two, "markdown"), _MOST_WORDS)


def rule_words() -> dict[str, tuple[str, str]]:
    """Return by code what each rule promises, and what harm a breach does."""
    tables = [reading_codes(module.__doc__ or "") for module in _READERS]
    read = {code: (f"{means[0].upper()}{means[1:]}.", "") for t in tables for code, means in t.rows}
    return {rule.code: (rule.title, rule.why) for rule in ALL} | read


def remind(
    settings: Settings,
    as_of: str | None,
    weeks: int,
    milestone: str | None = None,
    *,
    apply: bool,
) -> str:
    """Return which issues are to be opened, commented and closed, and do so if asked to.

    Raises GeneratorError if the content has faults, there is no such milestone, or `gh` cannot tell
    or do its part.
    """
    then = snapshot_of(settings, as_of)
    known = apply or github.is_there()
    there = github.open_reminders(settings.root) if known else ()
    steps = plan(then, there, weeks, milestone)
    if apply:
        github.carry_out(settings.root, steps)
    unknown = (
        "" if known else ("Without gh, there is no way to know which issues are already open.\n")
    )
    return unknown + plan_text(steps)


def history_of(settings: Settings, initiative: str) -> str:
    """Return who changed an initiative's files and who let it in, newest first.

    Raises GeneratorError if there is no such initiative, or no whole history.
    """
    found = asked_initiative(without_faults(settings)[1], initiative)
    return history_text(found.title, history(settings, found.id, found.former_ids))
