"""R602-R604: every claim has a source, every source a claim and a place. R601: references."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.core.naming import quoted
from generator.derive.snapshot.citations import LocatedRecord
from generator.model.background import EarlierProgram, Salon, Survey
from generator.model.cycles import Milestone
from generator.model.keys import Basis, EvaluationResult, MilestoneKind
from generator.model.links import GoalLink
from generator.model.organization import Post, Unit
from generator.model.own_records import Document
from generator.model.records import Dated
from generator.model.updates import Evaluation, Update
from generator.prose.tree import links

CLAIMS = (Dated, EarlierProgram, Survey, Salon, Unit, Post, Milestone)
"""Records that say something was so."""


@rule(
    "R602",
    "Every listed source is cited.",
    "A list with unused sources claims more evidence than there is.",
    Severity.WARNING,
)
def sources_are_used(context: RuleContext) -> Iterator[Fault]:
    """Yield listed sources that no record and no prose cites."""
    cited = {source for part in context.parts for source in part.sources}
    for field in context.prose:
        cited |= {link.name for link in links(field.prose) if link.scheme == "source"}
    for place, source in enumerate(context.report.sources):
        if source.id not in cited:
            yield Fault(
                context.places.of("sources", "", "sources", place, "id"),
                f"the source {quoted(source.id)}, which is not cited anywhere",
                "a source that at least one record or text cites",
                "Cite it where a claim is based on it, or remove it; until then it is on no page.",
            )


@rule(
    "R603",
    "Every claim names a source.",
    "Readers could not check it, and editors could not tell a fact from a memory.",
)
def claims_have_sources(context: RuleContext) -> Iterator[Fault]:
    """Yield claims without a source; reports, editors' readings, and documents need none."""
    for part in context.parts:
        if isinstance(part.record, CLAIMS) and not part.sources and not _own_ground(part):
            yield Fault(
                context.at(part),
                "a claim without a source",
                "sources: the ids of one or more sources in sources.yml",
                "Add sources; if no source says so, remove the claim.",
            )


@rule(
    "R604",
    "Every source has an address, or says who holds it.",
    "Nobody could look it up or ask for it.",
)
def sources_can_be_found(context: RuleContext) -> Iterator[Fault]:
    """Yield sources with neither an address nor a holder."""
    for place, source in enumerate(context.report.sources):
        if not source.address and not source.holder:
            yield Fault(
                context.places.of("sources", "", "sources", place),
                f"the source {quoted(source.id)} without an address and without a holder",
                'address, or holder: who has it, and under which name, as "Records office, file '
                '2016-14"',
                "Add one of the two.",
            )


def _own_ground(part: LocatedRecord) -> bool:
    """Return whether the record rests on something other than sources."""
    record = part.record
    if isinstance(record, Update):
        # Compiled ones rest on the events they cite, and those on sources (R409).
        return record.basis is not Basis.OFFICIAL
    if isinstance(record, Evaluation):
        return record.basis is Basis.REPORTED or record.result is EvaluationResult.NOT_AVAILABLE
    if isinstance(record, GoalLink):
        return record.basis is Basis.COMPILED
    if isinstance(record, Document):
        # It can be read at its address, or asked for where it is kept (R124).
        return True
    return isinstance(record, Milestone) and record.kind is MilestoneKind.COMPILATION
