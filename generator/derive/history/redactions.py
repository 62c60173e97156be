"""Whether something was removed from a report: a review must not tell it once more."""

from generator.model.report import Report
from generator.words.redaction_marks import marks_of


def newly_redacted(before: Report, after: Report) -> bool:
    """Return whether a report has marks of what was removed that it did not have before.

    What held no mark, as an account, is told by the edition that it was removed from.
    """
    return _removals(after) > _removals(before)


def _removals(report: Report) -> int:
    noted = sum(len(edition.redactions) for edition in report.editions)
    return noted + len(marks_of(report.about.languages[0]).findall(report.model_dump_json()))
