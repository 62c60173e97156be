"""Whatever hands leave in the content, every command ends in words: seeded, in two sizes."""

import pytest
from larkhaven import SAMPLE
from mutations import Mutations, examples, some_date
from pydantic_core import PydanticCustomError

from generator.commands import check
from generator.commands.build import docs_folder
from generator.core.issues import errors_in
from generator.core.timings import Timings
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from tests.spoken import ENGLISH


def tried(mutations, count, kind):
    """Check each example, render it where it is sound, and return how many were."""
    sound = 0
    for made in examples(mutations, count, kind):
        checked = check.check(mutations.settings, Timings())
        for issue in checked.issues:
            assert issue.found, made
            assert issue.next_step, made
            assert issue.location.line >= 1, made
        if checked.loaded.report is not None:
            for day in ("0001", "1999-12-31", "2022", "9999-12-31"):
                snapshot(checked.loaded.report, PartialDate(day))
        if checked.shown is not None and not errors_in(checked.issues):
            assert docs_folder(mutations.settings, checked.shown, dict).files()
            sound += 1
    return sound


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["edits", "dates"])
def test_changed_content_ends_in_words(tmp_path, kind):
    """Any line, value, byte or date may be wrong or gone."""
    tried(Mutations(SAMPLE.content, tmp_path, seed=12), 8, kind)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "least"), [("edits", 10), ("dates", 1)])
def test_much_changed_content_ends_in_words(tmp_path, kind, least):
    """The same more often; some of it passes the check, and then makes every page."""
    assert tried(Mutations(SAMPLE.content, tmp_path, seed=2026), 120, kind) >= least


def test_any_text_is_a_date_or_refused(tmp_path):
    """A date that is taken has its first day before its last, and words."""
    random = Mutations(SAMPLE.content, tmp_path, seed=7).random
    taken = 0
    for _ in range(3000):
        text = some_date(random)
        try:
            found = PartialDate.parse(text)
        except PydanticCustomError:
            continue
        taken += 1
        assert found.is_open or found.first() <= found.last(found.first()) or "/" in text
        assert ENGLISH(found)
    assert taken > 300
