"""Answers as they are typed: dates, pasted signs, pictures, and texts that are long."""

import pytest
from larkhaven import larkhaven

from generator.editorial.forms.answers import Answers
from generator.editorial.forms.questions import CORRECT, UPDATE, forms_of
from generator.editorial.forms.typed_answers import put_right
from generator.model.values import MOST_READ

FORMS = {form.id: form for form in forms_of(larkhaven())}


def read(form=UPDATE, **typed):
    """Return what becomes of answers to a form."""
    return put_right(Answers(typed, []), FORMS[form])


@pytest.mark.parametrize(
    ("typed", "date", "words"),
    [
        ("11/20/2026", "2026-11-20", "11/20/2026 was read as November 20, 2026."),
        ("20.11.2026", "2026-11-20", "November 20, 2026"),
        ("5/5/2026", "2026-05-05", "May 5, 2026"),
        ("Nov 20, 2026", "2026-11-20", "November 20, 2026"),
        ("November 2026", "2026-11", "was read as November 2026."),
        ("2026-Q3", "2026-Q3", ""),
        ("2026-11-20", "2026-11-20", ""),
        ("2026", "2026", ""),
    ],
)
def test_dates_are_understood_and_confirmed(typed, date, words):
    """What can be read in one way is, and is said in words; what is a date already is left."""
    answers = read(as_of=typed)
    assert (answers.given, answers.faults) == ({"as_of": date}, [])
    assert words in "".join(answers.notes)
    assert bool(answers.notes) is bool(words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("11/10/2026", "which could be October 11, 2026 or November 10, 2026"),
        ("13/13/2026", "found “13/13/2026”; expected a date as exact as you know it, such as"),
        ("2/30/2026", "found “2/30/2026”"),
        ("soon", "November 20, 2026, 11/20/2026, or 2026-11-20. Write it in one"),
    ],
)
def test_dates_that_are_none_or_two_are_told(typed, words):
    """Nothing is guessed, and nobody is taught a notation first."""
    answers = read(as_of=typed)
    assert (answers.given, answers.unfit) == ({}, {"as_of"})
    [fault] = answers.faults
    assert fault.startswith("“As of”: found ")
    assert words in fault


@pytest.mark.parametrize(
    "dropped",
    [
        '<img width="3" src="https://git.example/user-attachments/assets/1">',
        "![image](https://git.example/user-attachments/assets/1)",
        "[memo.pdf](https://git.example/user-attachments/files/1/memo.pdf)",
        "https://git.example/user-attachments/assets/1",
    ],
)
def test_pictures_and_files_are_told_how(dropped):
    """Whatever a host writes for them, in whichever answer."""
    for name in ("body", "reason", "phase_reason"):
        [fault] = read(**{name: f"See:\n{dropped}\n"}).faults
        assert "1 picture or file dropped into the answer" in fault
    assert "picture" in read(CORRECT, should=dropped).faults[0]


def test_links_and_pictures_of_the_report_are_no_dropped_ones():
    """A link to a page of the web, and a picture in content/media."""
    typed = "See [it](https://larkhaven.example/x), ![A quay](media:quay.png)."
    assert read(body=typed).faults == []


def test_signs_that_nobody_sees_go():
    """They are counted under the question's name."""
    answers = read(body="a\u202eb\u200b\u00a0c\x1b[31m")
    assert answers.given == {"body": "ab c[31m"}
    assert [note for note in answers.notes if "“" not in note and "What happened" in note]


def test_words_to_be_found_stay_as_they_were_typed():
    """A correction is about what the content has, bullets and special spaces included."""
    assert read(CORRECT, now="• a\u00a0b").given == {"now": "• a\u00a0b"}


def test_long_texts_are_warned_about_with_a_count():
    """They are taken all the same."""
    for name in ("body", "reason"):
        answers = read(**{name: "word " * (MOST_READ + 1)})
        assert answers.faults == []
        assert f"is long: {MOST_READ + 1} words" in answers.notes[0]
    assert read(body="word " * MOST_READ).notes == []


def test_a_choice_is_left_alone():
    """What was chosen from a list needs nothing."""
    assert read(status="on_track").given == {"status": "on_track"}
