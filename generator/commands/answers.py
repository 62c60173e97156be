"""What commands answer as data, for scripts: the shapes that docs/json-output.md describes.

Dates are texts as in content, days in full; what is not known is null.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from generator.commands.check import without_faults
from generator.commands.edit import snapshot_of
from generator.commands.editions import versions
from generator.commands.review import checked, of_folders, of_revisions
from generator.core.settings import Settings
from generator.derive.history.changes.changed_texts import changed_texts
from generator.derive.history.changes.sentence import Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.history.redactions import newly_redacted
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.tables.columns import Value
from generator.derive.tables.report import report_tables
from generator.editorial.editions.report_versions import ReportVersion, compare
from generator.editorial.editions.touched_editions import frozen_touched
from generator.editorial.updates.asking import asked_initiative
from generator.editorial.updates.due import DueUpdate, Holder, due_updates
from generator.export.csv_tables import as_text
from generator.words.localization import Localization
from generator.words.report_language import language_of

Answer: TypeAlias = dict[str, Any]
"""An object of JSON."""


def due_data(settings: Settings, milestone: str | None, as_of: str | None) -> Answer:
    """Return which updates are due, as `due` lists them; raises GeneratorError where it does."""
    then = snapshot_of(settings, as_of)
    return {**_times(then), "due": [_due(update) for update in due_updates(then, milestone)]}


def show_data(settings: Settings, initiative: str, as_of: str | None) -> Answer:
    """Return the rows of the open data about an initiative; raises GeneratorError as `show` does.

    Its row among the initiatives is in a list too; it is empty before the initiative was listed.
    """
    found = asked_initiative(without_faults(settings)[1], initiative)
    then = snapshot_of(settings, as_of)
    return {**_times(then), "initiative": found.id, "tables": dict(_rows_about(then, found.id))}


def diff_data(project: Callable[[], Settings], before: str, after: str) -> Answer:
    """Return what changed, a sentence each; raises GeneratorError as `diff` does."""
    today, one, two = versions(project, before, after)
    words = language_of(today)
    return {
        "from": _version(one),
        "to": _version(two),
        "record_ends": today.about.as_of.isoformat(),
        "changes": [_sentence(sentence, words) for sentence in compare(one, two)],
    }


def review_data(project: Callable[[], Settings], span: str, after: str | None) -> Answer:
    """Return what a change says and what to look at; raises GeneratorError as `review` does.

    `span` is the first folder where `after` is a second one.
    """
    one, two = of_folders(span, after) if after else of_revisions(project(), span)
    before, now, found = checked(one, two)
    then, today = (snapshot(report, report.about.as_of) for report in (before, now))
    hidden = newly_redacted(before, now)
    told = () if hidden else changes(then, today)
    texts = () if hidden else changed_texts(then, today)
    return {
        "from": {"name": one.name, "as_of": then.day.isoformat()},
        "to": {"name": two.name, "as_of": today.day.isoformat()},
        "frozen_editions": frozen_touched(one.files, two.files) or None,
        "is_redacted": hidden,
        "to_look_at": [issue.as_data() for issue in found],
        "changes": [_sentence(sentence, language_of(now)) for sentence in told],
        "texts": [
            {
                "subject": text.subject,
                "before": text.before.strip() or None,
                "after": text.after.strip(),
            }
            for text in texts
        ],
    }


def _times(then: Snapshot) -> Answer:
    return {
        "as_of": then.day.isoformat(),
        "record_ends": then.report.about.as_of.isoformat(),
    }


def _due(update: DueUpdate) -> Answer:
    return {
        "milestone": update.milestone.id,
        "due": str(update.milestone.due),
        "initiative": update.initiative,
        "title": update.title,
        "is_overdue": update.overdue,
        "is_asked_for": update.asked is not None and not update.before,
        "missed": update.missed,
        "owner": _holder(update.owner),
        "sponsor": _holder(update.sponsor),
    }


def _holder(held: Holder | None) -> Answer | None:
    return {"id": held.id, "name": held.name, "account": held.account} if held else None


def _rows_about(then: Snapshot, initiative: str) -> Iterable[tuple[str, list[Answer]]]:
    """Yield the name of each table that has rows about an initiative, with these."""
    for table in report_tables(then):
        names = [column.name for column in table.columns]
        own = "id" if table.name == "initiatives" else "initiative"
        if own in names:
            place = names.index(own)
            rows = [
                dict(zip(names, map(_value, row), strict=True))
                for row in table.rows
                if row[place] == initiative
            ]
            if rows or own == "id":
                yield table.name, rows


def _value(value: Value) -> Any:  # noqa: ANN401 - as JSON has it
    """Return a value of a table: numbers that are no whole ones and dates as texts."""
    if value is None or isinstance(value, bool | int):
        return value
    return [str(item) for item in value] if isinstance(value, tuple) else as_text(value)


def _version(version: ReportVersion) -> Answer:
    return {"name": version.name, "as_of": version.then.day.isoformat()}


def _sentence(sentence: Sentence, words: Localization) -> Answer:
    return {
        "kind": sentence.kind.value,
        "subject": sentence.subject,
        "title": sentence.title,
        "text": words(sentence.text),
        "sources": list(sentence.sources),
    }
