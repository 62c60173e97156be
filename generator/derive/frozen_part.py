"""What of a snapshot belongs to an edition: all that was visible then, without what only lives.

Narrative pages, the list of editions, open questions and the background are kept as they stand
today; an edition neither holds nor compares them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.derive.citations import parts
from generator.derive.snapshot import Snapshot
from generator.model.background import Background
from generator.model.report import Report

LIVING = {"editions": (), "pages": (), "background": Background()}
"""The parts of a report that are only ever shown as they stand today, and what an edition holds."""

_SOURCE_LINK = re.compile(r"\]\(source:([a-z0-9-]+)\)")


def frozen_part(snapshot: Snapshot, introduction: str = "") -> Snapshot:
    """Return the snapshot with only what an edition holds.

    Of the sources those remain that something in it cites, or that `introduction` links to.
    """
    report = snapshot.report.model_copy(update=LIVING)
    cited = {*_cited(report), *_SOURCE_LINK.findall(introduction)}
    kept = tuple(source for source in report.sources if source.id in cited)
    return replace(snapshot, report=report.model_copy(update={"sources": kept}))


def _cited(report: Report) -> Iterator[str]:
    for part in parts(report):
        yield from part.sources
        for name in ("body", "text"):
            text = part.record.__dict__.get(name)
            if isinstance(text, str) and "](source:" in text:
                yield from _SOURCE_LINK.findall(text)
