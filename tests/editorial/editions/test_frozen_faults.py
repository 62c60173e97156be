"""What is stored is told in words, and what is alike in several editions only once."""

from dataclasses import replace

import pytest

from generator.core.issues import Issue, Location, Severity
from generator.editorial.editions.frozen_faults import merged_by_year, stored
from generator.editorial.editions.verify import verify
from generator.load.report import load_report


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing"),
        ("[]", "nothing"),
        ("one", '"one"'),
        ('["budget-2012"]', '"budget-2012"'),
        ('["a", "b", "c"]', '"a", "b", and "c"'),
        ("two\n\n  lines", '"two lines"'),
        ("[not a list]", '"[not a list]"'),
        ("[1", '"[1"'),
        ("x" * 100, '"' + "x" * 77 + '..."'),
    ],
)
def test_what_is_stored_is_shown_in_words(text, words):
    """Neither empty quotes nor brackets nor escapes reach an editor."""
    assert stored(text) == words


def _gone(year, at="content/cycles.yml", severity=Severity.ERROR):
    name = f"name it in content/editions/{year}/errata.md"
    found = f"a cycle is gone, and frozen edition {year} holds it"
    return year, Issue(
        "V005", Location(at), found, "it there", f"Put it back, or {name}.", severity
    )


def test_one_fault_of_several_editions_is_told_once():
    """The first edition is named in full, the others by their years."""
    (issue,) = merged_by_year([_gone(2015), _gone(2016), _gone(2017)])
    assert issue.found.endswith("edition 2015 holds it (and so with editions 2016 and 2017)")
    assert issue.next_step.endswith("2015/errata.md. Likewise for editions 2016 and 2017.")


def test_faults_that_differ_are_told_apart():
    """Another place or severity is another fault, and one edition alone stays as it is."""
    several = [_gone(2015), _gone(2016, "content/x.yml"), _gone(2017, severity=Severity.WARNING)]
    assert merged_by_year(several) == [issue for _, issue in several]
    assert merged_by_year([]) == []


def test_a_removed_record_is_one_error(town):
    """A cycle that every frozen edition holds is gone once, not three times."""
    loaded = load_report(town)
    calendar = loaded.report.calendar
    kept = calendar.model_copy(update={"cycles": calendar.cycles[1:]})
    report = loaded.report.model_copy(update={"calendar": kept})
    loaded = replace(loaded, report=report)
    gone = [i for i in verify(town, loaded).issues if i.code == "V005"]
    assert len(gone) == 1
    assert gone[0].found.endswith("edition 2021 has it (and so with editions 2022 and 2023)")
