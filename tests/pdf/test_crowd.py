"""A city with five hundred initiatives gets a report that is as sound as a small one."""

import random

import pytest
from crowd import crowd
from pdf.papers import TOWNS, printed
from pdf.tagged import Tagged
from pdf.verapdf import failed_checks

from generator.derive.snapshot.snapshot import snapshot
from generator.model.initiative import Initiative
from generator.views.print.blocks import RecordList, TableBlock

pytestmark = pytest.mark.slow

SHARE = 0.25
"""How much of an initiative is kept, so that veraPDF needs a minute and not ten."""


def test_five_hundred_initiatives_conform() -> None:
    """Length, random words and mixed scripts break no rule of either standard, and lose no table.

    One test for all, because the report takes longer to make than most tests to run. It keeps a
    part of each initiative; with all of it, 914 pages, veraPDF was run once to the end: no failed
    check of ua1 (125 s of processor) or of 3a (52 s), in 7.6 GB.
    """
    draw = random.Random(500)  # noqa: S311 - for tests
    whole = crowd(500)
    some = tuple(sparse(draw, initiative) for initiative in whole.initiatives)
    report = whole.model_copy(update={"initiatives": some})
    made = printed(TOWNS["real"], snapshot(report, report.about.as_of))
    tables = [part for part in made.document.parts if isinstance(part, TableBlock)]
    lists = [part for part in made.document.parts if isinstance(part, RecordList)]
    tags = Tagged(made.pdf.content).root

    assert failed_checks(made.pdf.content, "ua1") == {}
    assert failed_checks(made.pdf.content, "3a") == {}
    assert len(tags.find("Table")) == len(tables) > 100
    assert len(tags.find("L")) >= len(lists) > 500


def sparse(draw: random.Random, initiative: Initiative) -> Initiative:
    """Return an initiative with a few of its lists."""
    lists = [name for name, value in initiative if isinstance(value, tuple) and value]
    gone = [name for name in lists if name not in ("sources", "ideas") and draw.random() > SHARE]
    return initiative.model_copy(update=dict.fromkeys(gone, ()))
