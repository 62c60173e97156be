"""A city with five hundred initiatives gets a report that is as sound as a small one."""

import random
from collections.abc import Sequence

import pytest
from crowd import crowd
from pdf.papers import TOWNS, every_part
from pdf.tagged import Tagged
from pdf.verapdf import failed_checks

from generator.commands import documents
from generator.commands.documents import PdfRequest, Renderer, renderer
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions.shown import Shown
from generator.model.initiative import Initiative
from generator.publish.pdf.finishing import Pdf
from generator.render.pdf.document import Paper
from generator.views.print.blocks import RecordList, TableBlock
from generator.views.print.document import Document

pytestmark = pytest.mark.slow

MOST_PAGES = 150
"""Pages of a volume, so that a part of each initiative fills several."""

SHARE = 0.25
"""How much of an initiative is kept, so that veraPDF needs a minute and not ten."""


def test_five_hundred_initiatives_conform() -> None:
    """Length, random words and mixed scripts break no rule of either standard, and lose no table.

    One test for all, because the report takes longer to make than most tests to run. It keeps a
    part of each initiative, and is printed in volumes all the same.
    """
    draw = random.Random(500)  # noqa: S311 - for tests
    whole = crowd(500)
    some = tuple(sparse(draw, initiative) for initiative in whole.initiatives)
    report = whole.model_copy(update={"initiatives": some})
    parts, volumes = printed_in_volumes(snapshot(report, report.about.as_of))
    tables = [part for part in parts if isinstance(part, TableBlock)]
    lists = [part for part in parts if isinstance(part, RecordList) and not part.run_in]
    tags = [Tagged(volume).root for volume in volumes]

    assert len(volumes) > 1
    assert [failed_checks(volume, "ua1") for volume in volumes] == [{} for _ in volumes]
    assert [failed_checks(volume, "3a") for volume in volumes] == [{} for _ in volumes]
    assert sum(len(root.find("Table")) for root in tags) == len(tables) > 50
    assert sum(len(root.find("L")) for root in tags) >= len(lists) > 300


def printed_in_volumes(now: Snapshot) -> tuple[list[object], list[bytes]]:
    """Return the parts of all volumes of the full report as they were meant, and the volumes."""
    print_all, meant = documents.print_all, []

    def keep(ready: Renderer, volumes: Sequence[Document], paper: Paper) -> list[Pdf]:
        meant[:] = every_part([part for volume in volumes for part in volume.parts])
        return print_all(ready, volumes, paper)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "print_all", keep)
        patch.setattr(documents, "_ESTIMATED_PAGES", MOST_PAGES)
        made = renderer(TOWNS["real"], Shown(now, ())).print(PdfRequest("report"))
    return meant, [printout.pdf.content for printout in made]


def sparse(draw: random.Random, initiative: Initiative) -> Initiative:
    """Return an initiative with a few of its lists."""
    lists = [name for name, value in initiative if isinstance(value, tuple) and value]
    gone = [name for name in lists if name not in ("sources", "ideas") and draw.random() > SHARE]
    return initiative.model_copy(update=dict.fromkeys(gone, ()))
