"""From an issue to a change of the content, by the form that the issue was written with."""

from dataclasses import replace

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.history.renames import Names, present_ids
from generator.editorial.forms.answers import Answers, read_answers
from generator.editorial.forms.content_changes import ContentChange
from generator.editorial.forms.correcting import correction
from generator.editorial.forms.form_files import form_path, read_form
from generator.editorial.forms.issue_event import IssueEvent
from generator.editorial.forms.proposing import proposal
from generator.editorial.forms.questions import (
    CORRECT,
    PROPOSE,
    UPDATE,
    Form,
    choices_of,
    forms_of,
    key_in,
)
from generator.editorial.forms.typed_answers import put_right
from generator.editorial.forms.updating import status_update
from generator.load.files import read_file
from generator.model.report import Report


def convert(settings: Settings, report: Report, event: IssueEvent, recorded: str) -> ContentChange:
    """Return what the issue changes, or in words why it changes nothing.

    Raises GeneratorError if the issue's labels name no form, or where the form's file is not
    there.
    """
    form = _form(report, event)
    raw, _ = read_file(settings, form_path(form.id))
    if raw is None:
        raise GeneratorError(
            f"{form_path(form.id)} is missing.", "Run annual-report forms; it writes the file."
        )
    answers = read_answers(event.body, read_form(raw, form_path(form.id)))
    if not answers.is_readable:
        return ContentChange(form.name, faults=answers.faults)
    answers = put_right(_by_key(answers, form, present_ids(report.initiatives)), form)
    change = _change(settings, report, form, answers, recorded)
    change.faults[:0] = answers.faults
    change.notes[:0] = answers.notes
    return change


def _change(
    settings: Settings, report: Report, form: Form, answers: Answers, recorded: str
) -> ContentChange:
    match form.id:
        case "propose-initiative":
            return proposal(settings, report, answers, recorded)
        case "status-update":
            return status_update(settings, report, answers, recorded)
    return correction(settings, answers)


def labels_of(event: IssueEvent) -> frozenset[str]:
    """Return the names of the forms that an issue's labels give."""
    return event.labels & {PROPOSE, UPDATE, CORRECT}


def _form(report: Report, event: IssueEvent) -> Form:
    named = labels_of(event)
    if len(named) != 1:
        raise GeneratorError(
            "The issue's labels do not name exactly one form.",
            f"Give it one of the labels {PROPOSE}, {UPDATE}, or {CORRECT}.",
        )
    return next(form for form in forms_of(report) if form.id in named)


def _by_key(answers: Answers, form: Form, renamed: Names) -> Answers:
    """Put the content's own keys for the words that were chosen.

    The key in brackets counts: a title may be reworded, and an initiative renamed, before the form
    is made anew.
    """
    asked = {question.id: question for question in form.questions}
    given, faults, unfit = dict(answers.given), [*answers.faults], set(answers.unfit)
    for name, choices in choices_of(form).items():
        if name not in given:
            continue
        key = key_in(given[name])
        present = renamed.get(key, key) if asked[name].names == "initiative" else key
        if present in choices.values():
            given[name] = present
        else:
            del given[name]
            unfit.add(name)
            faults.append(
                f"“{asked[name].label}” names something that no longer exists. Fill in a new form."
            )
    return replace(answers, given=given, faults=faults, unfit=frozenset(unfit))
