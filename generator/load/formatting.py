"""The content in its normal form, and which files are not in it."""

from generator.core.settings import Settings
from generator.load.files import FormatResult, find_files, read_file, record_types
from generator.load.front_matter import parse_file
from generator.load.migrations import version_fault
from generator.load.normal_form import NormalFormError, format_file
from generator.model.values import Record


def format_content(settings: Settings) -> FormatResult:
    """Return what the normal form would change; nothing is written.

    A file with faults is left as it is, with its faults among the issues; a frozen one is left
    as it was frozen.
    """
    fault = version_fault(settings)
    if fault:
        return FormatResult({}, [], [fault])
    files, issues = find_files(settings)
    result = FormatResult({}, [], list(issues))
    frozen = {edition.edition for edition in files.editions.values() if edition.snapshot}
    for path, model in record_types(files).items():
        if path in frozen:
            continue
        raw, unreadable = read_file(settings, path)
        result.issues.extend(unreadable)
        if raw is not None:
            _format_file(result, path, raw, model)
    return result


def _format_file(result: FormatResult, path: str, raw: bytes, model: type[Record]) -> None:
    document, issues = parse_file(raw, path)
    result.issues.extend(issues)
    if document is None or issues:
        return
    try:
        text = format_file(document, model).encode()
    except NormalFormError as refusal:
        result.refused.append(str(refusal))
        return
    if text != raw:
        result.changed[path] = text
