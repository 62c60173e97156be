"""Answers as people type and paste them, put into the form of content, with a word about each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as of_each

from pydantic import TypeAdapter, ValidationError

from generator.core.naming import name_list
from generator.derive.pasted_text import as_markdown, without_bullets
from generator.editorial.forms.answers import Answers, excerpt
from generator.editorial.forms.questions import Form, FormQuestion
from generator.editorial.importing.repairs import Repairs, repaired
from generator.editorial.sheet.typed_text import AmbiguousDateError, date_in
from generator.load.characters import HIDDEN
from generator.model.dates import PATTERN, PartialDate
from generator.model.fields import Field, Holds, Shape
from generator.model.values import MOST_READ
from generator.words.english import counted, in_english
from generator.words.message import listing

_A_DATE = (
    "a date as exact as you know it, such as 2026, November 2026, November 20, 2026, 11/20/2026, "
    "or 2026-11-20"
)

_DROPPED = re.compile(
    r"<img\b[^>]*>"
    r"|!\[[^\]\n]*\]\(\s*https?://[^)\s]*\s*\)"
    r"|\[[^\]\n]*\]\(\s*https?://[^)\s]*/user-attachments/[^)\s]*\s*\)"
    r"|^https?://\S*/user-attachments/\S*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What the host writes where somebody drops a picture, a film or another file into an answer."""


@dataclass(slots=True)
class _Reading:
    """What became of one answer."""

    text: str
    faults: list[str] = of_each(default_factory=list)
    notes: list[str] = of_each(default_factory=list)


def put_right(answers: Answers, form: Form) -> Answers:
    """Return the answers as content has them: dates, lists, and no sign that nobody sees.

    What was understood otherwise than it was typed is noted; what cannot be is a fault.
    """
    given, faults, notes = dict(answers.given), list(answers.faults), list(answers.notes)
    unfit = set(answers.unfit)
    for question in form.questions:
        if question.id not in given or question.choices:
            continue
        reading = _read(given.pop(question.id), question)
        faults += reading.faults
        notes += reading.notes
        if reading.faults:
            unfit.add(question.id)
        elif reading.text:
            given[question.id] = reading.text
    return Answers(given, faults, notes, frozenset(unfit))


def _read(typed: str, question: FormQuestion) -> _Reading:
    field = question.field
    repairs = Repairs()
    reading = _Reading(repaired(typed, question.label, repairs) if field else HIDDEN.sub("", typed))
    reading.notes += [f"Put right: {told}." for told in repairs.told()]
    if dropped := _DROPPED.findall(reading.text):
        reading.faults.append(_pictures(len(dropped), question.label))
    elif field and (reader := _READERS.get(field.holds)):
        reader(reading, question.label, field)
        if not reading.faults and field.shape is Shape.ONE:
            reading.faults += _misfits(reading.text, question.label, field)
    return reading


def _misfits(text: str, label: str, field: Field) -> Iterator[str]:
    """Yield why a field cannot hold an answer, as its type says it."""
    adapter: TypeAdapter[object] = TypeAdapter(field.value)
    try:
        adapter.validate_python(text)
    except ValidationError as error:
        told = error.errors()[0].get("ctx", {})
        if field.holds in (Holds.DATE, Holds.DAY):
            told = {"expected": _A_DATE, "next_step": "Write it in one of these ways."}
        yield (
            f"“{label}”: found “{excerpt(text)}”; expected "
            f"{told.get('expected', 'something else')}. {told.get('next_step', 'Correct it.')}"
        )


def _pictures(count: int, label: str) -> str:
    return (
        f"“{label}”: found {counted(count, 'picture or file', 'pictures or files')} dropped into "
        "the answer; expected words only, since the report shows no picture without a description "
        "and the name of whoever made it. Take it out of the answer. To show a picture, put its "
        "file into content/media and name it in the text, as docs/editors/add-a-picture.md says; "
        "to cite a document, add it as a source."
    )


def _date(reading: _Reading, label: str, _: Field) -> None:
    typed = reading.text
    try:
        reading.text = date_in(typed)
    except AmbiguousDateError as error:
        days = [PartialDate(str(day)) for day in error.readings]
        either = in_english(listing(days, "or"))
        reading.faults.append(
            f"“{label}”: found {typed}, which could be {either}; expected a date that can be read "
            f"in one way. Write the month in letters, as here, or write {name_list(days)}."
        )
        return
    if reading.text != typed and re.fullmatch(PATTERN, reading.text, re.ASCII):
        said = in_english(PartialDate(reading.text))
        reading.notes.append(f"“{label}”: {typed} was read as {said}.")


def _prose(reading: _Reading, label: str, _: Field) -> None:
    pasted = as_markdown(reading.text)
    reading.text = pasted.text
    if pasted.seen:
        reading.notes.append(f"“{label}”: {pasted.seen} became paragraphs and lists.")
    reading.notes += _long(reading.text, label)


def _text(reading: _Reading, label: str, field: Field) -> None:
    if field.is_long:
        pasted = without_bullets(reading.text)
        reading.text = pasted.text
        if pasted.seen:
            reading.notes.append(
                f"“{label}” is one paragraph: {pasted.seen} left out; the words are all there."
            )
        reading.notes += _long(reading.text, label)


def _long(text: str, label: str) -> Iterator[str]:
    count = len(text.split())
    if count > MOST_READ:
        yield (
            f"“{label}” is long: {in_english(count)} words. Few people read more than {MOST_READ}. "
            "Say first what matters most, and leave out what is said elsewhere."
        )


def _as_it_is(reading: _Reading, label: str, field: Field) -> None:
    """Leave an answer as it was typed."""


_READERS: dict[Holds, Callable[[_Reading, str, Field], None]] = {
    Holds.DATE: _date,
    Holds.DAY: _date,
    Holds.PROSE: _prose,
    Holds.TEXT: _text,
    Holds.ADDRESS: _as_it_is,
}
"""What is made of an answer by what its field holds; others list ids, and are read elsewhere."""
