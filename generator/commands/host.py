"""The story of every command between content and the git host: forms, reviewers, issues."""

from collections.abc import Mapping
from dataclasses import replace as replace_fields
from pathlib import Path

from generator.check.codes import reading_faults
from generator.check.rules import ALL
from generator.commands.build import asked_date, check
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Clockwork
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions import verify
from generator.editorial.editions.comparing import Point, compare
from generator.editorial.forms.changes import Change
from generator.editorial.forms.converting import convert
from generator.editorial.forms.form_files import form_files
from generator.editorial.forms.issue_event import read_event, text_digest
from generator.editorial.forms.questions import forms_of
from generator.editorial.forms.reply import acceptance, commit_message, refusal
from generator.editorial.host.codeowners import CODEOWNERS, CodeOwners, code_owners
from generator.editorial.host.git import changed_since
from generator.editorial.updates.preview import would_be
from generator.load import binding, characters, files, front_matter, json_source, pictures, unmerged
from generator.load.report import load_report
from generator.load.yaml import faults, source
from generator.render.text.terminal import plain_changes
from generator.storage.sync import replace_all
from generator.views.base import claims
from generator.views.changes.changes import groups

__all__ = ["changed_since", "form", "issue_forms", "reviewers", "rule_words"]

_READERS = (
    *(files, pictures, characters, unmerged, source, faults, front_matter, binding),
    *(json_source, verify, claims),
)
"""The modules whose docstrings tell the codes of faults that are no rules."""


def issue_forms(settings: Settings, *, write: bool) -> list[str]:
    """Return the issue forms that the content would give otherwise, and write them if asked to.

    Raises GeneratorError where the content has faults.
    """
    return _differing(settings, form_files(_sound(settings).report), write=write)


def reviewers(settings: Settings, *, write: bool) -> tuple[CodeOwners, list[str]]:
    """Return who is asked to review, and whether the file of that differs; write it if asked to.

    Raises GeneratorError where the content has faults.
    """
    owners = code_owners(_sound(settings))
    return owners, _differing(settings, {CODEOWNERS: owners.text.encode()}, write=write)


def _sound(settings: Settings) -> Snapshot:
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    now = snapshot(loaded.report, loaded.report.about.as_of)
    # Editors write about what comes later, too, and name what only that names so far.
    known = {"sources": loaded.report.sources, "organisation": loaded.report.organisation}
    return replace_fields(now, report=now.report.model_copy(update=known))


def _differing(settings: Settings, wanted: Mapping[str, bytes], *, write: bool) -> list[str]:
    """Return the files that hold something else, each after the other; bring them if asked to."""
    places = {path: settings.root / path for path in wanted}
    differing = [p for p, at in places.items() if not at.is_file() or at.read_bytes() != wanted[p]]
    if write:
        replace_all({places[path]: wanted[path] for path in differing})
    return differing


def form(settings: Settings, event: Path, out: Path, recorded: str | None) -> Change:
    """Turn an issue into a change below `out`: content files, words for git, and the answer.

    The sum of the issue's text lies beside them: what was accepted is that text and no other.
    `recorded` is the day of entry, by default the day as of which the report speaks. Where the
    issue is at fault only the answer is written. Raises GeneratorError where the folder is not
    empty, or where event, forms or content cannot be read.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise GeneratorError(f"{out} is not an empty folder.", "Name a new one with --out.")
    now, asked = _sound(settings), read_event(event)
    day = asked_date(recorded).first() if recorded else now.report.about.as_of
    change = convert(settings, now.report, asked, day.isoformat())
    told = _would_change(settings, change) if change.good else ""
    if change.good:
        written = {
            "answer.md": acceptance(change, told).encode(),
            "message.txt": commit_message(change, asked).encode(),
            "text.sha256": f"{text_digest(asked.body)}\n".encode(),
            **change.files,
        }
    else:
        written = {"answer.md": refusal(change, forms_of(now.report)).encode()}
    replace_all({out / path: content for path, content in written.items()})
    return change


def rule_words() -> dict[str, tuple[str, str]]:
    """Return by code what each rule promises, and what harm a breach does."""
    tables = [reading_faults(module.__doc__ or "") for module in _READERS]
    read = {code: (f"{means[0].upper()}{means[1:]}.", "") for t in tables for code, means in t.rows}
    return {rule.code: (rule.title, rule.why) for rule in ALL} | read


def _would_change(settings: Settings, change: Change) -> str:
    """Return in sentences what a change does to what the site shows.

    The errors that it brings are added to it.
    """
    before = check(settings, Clockwork())
    with would_be(settings, change.files) as copy:
        after = check(copy, Clockwork())
    known = {(i.code, i.location.path, i.found) for i in before.issues}
    change.issues += [
        i for i in errors_in(after.issues) if (i.code, i.location.path, i.found) not in known
    ]
    if after.now is None or before.now is None:
        return ""
    told = compare(Point("now", before.now), Point("then", after.now))
    return plain_changes(groups(after.now.report, told, "changes"))
