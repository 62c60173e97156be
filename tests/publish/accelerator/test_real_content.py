"""On the real report, the accelerated site is MkDocs' own after edits of the content."""

from pathlib import Path

import pytest
from sites import REAL, make_project

from generator.commands import build
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.publish.site import SiteResult, build_site
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow


def rebuild(settings: Settings, *, accelerated: bool = True) -> tuple[SiteResult, dict[str, bytes]]:
    """Generate the pages and build them; return the whole site."""
    made = build.generate(settings, Timings(), lambda issues: bool(errors_in(issues)))
    assert made.written is not None
    assert made.day is not None
    result = build_site(
        settings, built_on=made.day, languages=made.languages, accelerated=accelerated
    )
    site = {path: (settings.site / path).read_bytes() for path in files_under(settings.site)}
    return result, site


def test_edits_of_the_real_content_give_the_same_bytes(tmp_path: Path) -> None:
    """One initiative's title, then a word that every page of a status shows."""
    settings = make_project(REAL, tmp_path / "real")
    rebuild(settings)
    title = settings.content / "initiatives" / "shared-bicycles.yml"
    vocabulary = settings.content / "vocabulary.yml"
    own = 'status:\n  ended:\n    label: "Ended, as found"\n    means: "It was stopped."\nwords:'
    for file, old, new in (
        (title, "shared bicycles", "shared bicycles, as found"),
        (vocabulary, "words:", own),
    ):
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

        result, site = rebuild(settings)

        assert result.alone == ""
        assert result.written.changed
        assert result.written.unchanged
    assert rebuild(settings, accelerated=False)[1] == site
