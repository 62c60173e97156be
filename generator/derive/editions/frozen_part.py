"""What of a snapshot belongs to an edition: all that was visible then, without what only lives.

Narrative pages, the list of editions, meetings, open questions and the background are kept as they
are today; an edition neither holds nor compares them.
"""

from dataclasses import replace

from generator.derive.snapshot.citations import cited_sources
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.background import Background

LIVING = {"editions": (), "pages": (), "meetings": (), "background": Background()}
"""The parts of a report that are only ever shown as they are today, and what an edition holds."""


def frozen_part(snapshot: Snapshot, introduction: str = "") -> Snapshot:
    """Return the snapshot with only what an edition holds.

    Of the sources those remain that something in it cites, or that `introduction` links to.
    """
    report = snapshot.report.model_copy(update=LIVING)
    cited = cited_sources(report, introduction)
    kept = tuple(source for source in report.sources if source.id in cited)
    return replace(snapshot, report=report.model_copy(update={"sources": kept}))
