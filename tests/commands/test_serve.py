"""The preview reads only what changed, shows what can be read, and has the rest checked."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest
from any_edit import FROZEN, KINDS, edit
from larkhaven import SAMPLE
from previews import running
from sites import SAMPLE as SAMPLE_CONTENT
from sites import make_project

from generator.commands import build, editions
from generator.commands.serve import ContentReader
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage.sync import files_under

SEED = 20261130


def generated(settings: Settings) -> dict[str, bytes]:
    """Return every file of `build/docs`, made from nothing, whatever is at fault."""
    build.generate(settings, Timings(), lambda _: False)
    return {path: (settings.docs / path).read_bytes() for path in files_under(settings.docs)}


@pytest.mark.slow
def test_after_any_edit_what_is_read_again_is_as_from_nothing(tmp_path: Path) -> None:
    """Words, updates that go, errata, frozen editions that somebody changed: all is followed."""
    settings = Settings(tmp_path)
    shutil.copytree(SAMPLE.content, settings.content)
    for year in FROZEN:
        assert editions.freeze(settings, year)[1]
    reader, chance = ContentReader(settings), random.Random(SEED)  # noqa: S311 - for edits
    reader.read()
    for kind in chance.sample(KINDS, len(KINDS)):
        edit(settings, kind, chance)

        [folder], _ = reader.read()

        assert folder.files() == generated(settings), kind.__doc__


def test_content_that_cannot_be_read_gives_its_faults(tmp_path: Path) -> None:
    """Every fault of reading is told; once it is fixed the same reader goes on."""
    settings = Settings(tmp_path)
    shutil.copytree(SAMPLE.content, settings.content)
    reader = ContentReader(settings)
    file = settings.content / "initiatives" / "one-form.yml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("title:", "titel:", 1), "utf-8")

    folders, issues = reader.read()

    assert folders == ()
    assert [issue.location.path for issue in issues] == ["content/initiatives/one-form.yml"]
    file.write_text(good, "utf-8")
    assert reader.read()[0]


def test_a_document_is_printed_when_it_is_asked_for(tmp_path: Path) -> None:
    """Those that a build would offer, although no page of the preview offers them; no other."""
    settings = Settings(tmp_path)
    shutil.copytree(SAMPLE.content, settings.content)
    [folder], _ = ContentReader(settings).read()

    assert str(folder.document("downloads/brief.pdf")).startswith("b'%PDF-")
    assert folder.document("downloads/other.pdf") is None


@pytest.mark.slow
def test_what_a_rule_finds_is_told_beside_the_new_page(tmp_path: Path) -> None:
    """A page shows content that can be read at once; the background tells what is wrong with it."""
    settings = make_project(SAMPLE_CONTENT, tmp_path / "town")
    file = settings.content / "initiatives" / "one-form.yml"
    with running(settings.root) as program:
        assert "Ask for anything with one form" in program.get("initiatives/one-form/")
        text = re.sub(r"(?m)^title: .*$", 'title: "Another title"', file.read_text("utf-8"))
        file.write_text(re.sub(r'sources:\n +- "', r"\g<0>no-", text, count=1), "utf-8")

        program.shows("initiatives/one-form/", "Another title")
        program.tells('"no-')

        told = json.loads(program.get("__reload?seen="))
        assert "content/initiatives/one-form.yml" in told["faults"]
        assert "Traceback" not in program.end()
