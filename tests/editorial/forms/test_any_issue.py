"""Issues at random: whatever is sent ends in words or in a change that its form may make."""

import pytest

from generator.editorial.forms.questions import CORRECT, PROPOSE, UPDATE

from .mutants import Mutants, differences, overstepped, town_in, tried


@pytest.mark.parametrize("seed", range(4))
def test_any_issue_ends_in_words_or_in_a_change_that_is_allowed(tmp_path, seed):
    """No traceback, nothing outside, nothing of the content touched."""
    settings = town_in(tmp_path)
    mutants = Mutants(settings, seed)
    ends = [tried(settings, mutants, tmp_path) for _ in range(12)]
    assert [wrong for _, wrong in ends if wrong] == []
    assert len({end for end, _ in ends}) > 1


@pytest.mark.parametrize(
    ("form", "files"),
    [
        (PROPOSE, {"content/report.yml": b'title: "x"\n'}),
        (PROPOSE, {"content/sources.yml": b'sources:\n  - id: "x"\n'}),
        (UPDATE, {"content/initiatives/one-form.yml": b'id: "x"\n'}),
        (UPDATE, {"content/editions/2022/errata.md": b"---\n---\n"}),
        (CORRECT, {"content/new.yml": b"x: y\n"}),
        (CORRECT, {".github/CODEOWNERS": b"x\n"}),
    ],
)
def test_what_oversteps_is_seen(tmp_path, form, files):
    """The trial is not blind: changes that no form may make are found."""
    assert overstepped(town_in(tmp_path), form, files)


def test_a_difference_is_seen_where_it_is():
    """Words that are new, gone or others are told by their way."""
    assert differences("a:\n  - b\n  - c\n", "a:\n  - b\n  - d\nn: 1\n") == {("a", 1), ("n",)}
