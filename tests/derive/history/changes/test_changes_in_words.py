"""Real sentences of change, word for word, to be read when they change."""

from functools import cache
from itertools import pairwise
from pathlib import Path

from larkhaven import larkhaven

from generator.core.settings import Settings
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.history.changes.sentence import Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import snapshot
from generator.load.report import load_report
from generator.model.dates import PartialDate
from tests.spoken import ENGLISH

ROOT = Path(__file__).parents[4]
POINTS = ("2015-08", "2016~", "2017~", "2026-11-23")
SHOWN = ("shared-bicycles", "weho-wifi", "live-chat")


@cache
def told(before: str, after: str) -> tuple[Sentence, ...]:
    """Return what changed in West Hollywood between two times."""
    report = load_report(Settings(ROOT)).report
    assert report
    one, two = (frozen_part(snapshot(report, PartialDate(date))) for date in (before, after))
    return changes(one, two)


def lines_about(initiative: str, before: str, after: str) -> list[str]:
    """Return the sentences about one initiative, with what they rest on."""
    lines = [f"From {before} to {after}"]
    for sentence in told(before, after):
        if sentence.subject == f"initiative:{initiative}":
            lines.append(f"  {sentence.kind}: {ENGLISH(sentence.text)}")
            lines += [f"    unchanged: {ENGLISH(words)}" for words in sentence.unchanged]
            lines += [f"    {ENGLISH(e.on)} ({e.match}): {e.id}" for e in sentence.evidence]
    return lines


def test_sentences_of_three_initiatives(golden):
    """Bicycles that came and went, Wi-Fi that came in part, a chat of which nothing was heard."""
    golden(
        "changes",
        {
            f"{initiative}.txt": "\n".join(
                line for pair in pairwise(POINTS) for line in lines_about(initiative, *pair)
            )
            + "\n"
            for initiative in SHOWN
        },
    )


def test_nothing_is_said_to_have_ended_but_what_ended():
    """From 2017 to today one initiative ended, and none vanished."""
    kinds = [s.kind for s in told("2017~", "2026-11-23")]
    assert kinds.count("ended") == 1
    assert kinds.count("gone") == 0


def test_a_silent_initiative_has_no_change_of_status():
    """Not reported is no status that anybody gave, so it is no change of status."""
    about = [s.kind for s in told("2015-08", "2016~") if s.subject == "initiative:live-chat"]
    assert about == ["freshness", "nothing_since"]


def test_a_step_that_is_partly_met_is_not_called_early():
    """Only a step that was met is early or late; a part of it says what was planned."""
    report = larkhaven()
    early, late = (snapshot(report, PartialDate(d)) for d in ("2023-11", "2024-02-10"))
    words = [ENGLISH(s.text) for s in changes(early, late) if s.kind == "roadmap"]
    assert any("partly met" in text and "(planned for " in text for text in words)
    assert not any("earlier than planned" in text for text in words)
