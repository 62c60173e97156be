"""Frames of the sample and of the real content, as the press makes them, for tests of documents."""

from functools import cache
from pathlib import Path

from larkhaven import larkhaven

from generator.core.settings import Settings
from generator.derive.editions.editions import open_edition
from generator.derive.snapshot.snapshot import snapshot
from generator.load.report import load_report
from generator.model.report import Report
from generator.views.print.document import DocumentFrame

ROOT = Path(__file__).resolve().parents[1]
DIGEST = "0123456789abcdef" * 4


@cache
def west_hollywood() -> Report:
    """Return the real content, read once."""
    report = load_report(Settings(root=ROOT)).report
    assert report is not None
    return report


@cache
def living(which: str) -> DocumentFrame:
    """Return the frame of the living report of `larkhaven` or `west-hollywood`."""
    report = larkhaven() if which == "larkhaven" else west_hollywood()
    editions = tuple(
        open_edition(report, edition) for edition in sorted(report.editions, key=lambda e: e.year)
    )
    return DocumentFrame(snapshot(report, report.about.as_of), DIGEST, None, editions)
