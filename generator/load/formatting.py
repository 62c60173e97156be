"""The content in its normal form, and which files are not in it."""

from dataclasses import dataclass

from generator.core.issues import Issue
from generator.core.settings import Settings
from generator.load.files import find_files, read_file
from generator.load.front_matter import parse_markdown
from generator.load.normal_form import NormalFormError, format_markdown, format_yaml
from generator.load.roles import models_of
from generator.load.yaml.source import parse_yaml
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class Formatted:
    """The content's files in normal form."""

    changed: dict[str, bytes]
    """New bytes of every file that is not in normal form, by path."""
    refused: list[str]
    """Why a file was left as it is, one sentence each."""
    issues: list[Issue]


def format_content(settings: Settings) -> Formatted:
    """Return what the normal form would change; nothing is written.

    A file with faults is left as it is, with its faults among the issues; a frozen one is left
    as it was frozen.
    """
    files, issues = find_files(settings)
    result = Formatted({}, [], list(issues))
    frozen = {edition.edition for edition in files.editions.values() if edition.snapshot}
    for path, model in models_of(files).items():
        if path in frozen:
            continue
        raw, unreadable = read_file(settings, path)
        result.issues.extend(unreadable)
        if raw is not None:
            _format_file(result, path, raw, model)
    return result


def _format_file(result: Formatted, path: str, raw: bytes, model: type[Record]) -> None:
    try:
        text, issues = _formatted(path, raw, model)
    except NormalFormError as refusal:
        result.refused.append(f"{refusal.message} {refusal.next_step}")
        return
    result.issues.extend(issues)
    if text is not None and text.encode() != raw:
        result.changed[path] = text.encode()


def _formatted(path: str, raw: bytes, model: type[Record]) -> tuple[str | None, list[Issue]]:
    if path.endswith(".md"):
        markdown, issues = parse_markdown(raw, path)
        return (None if markdown is None or issues else format_markdown(markdown, model)), issues
    document, issues = parse_yaml(raw, path)
    return (None if document is None or issues else format_yaml(document, model)), issues
