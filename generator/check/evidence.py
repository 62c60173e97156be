"""R408-R412: what editors may say of an initiative, and what they must show for it."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.check.statuses import updates_in
from generator.core.naming import name_list, quoted
from generator.derive.snapshot.citations import LocatedRecord
from generator.model.initiative import Event
from generator.model.keys import Basis, Match
from generator.model.statuses import Phase, RoadmapState, Trait
from generator.model.updates import Update


def _compiled(context: RuleContext) -> Iterator[tuple[LocatedRecord, Update]]:
    return ((p, u) for p, u in updates_in(context) if u.basis is Basis.COMPILED)


@rule(
    "R408",
    "Editors judge progress only in a source's own words.",
    "Only the Owner or a source can say whether work is on track; anything else would be a guess.",
)
def editors_do_not_judge(context: RuleContext) -> Iterator[Fault]:
    """Yield compiled updates that judge progress without a source's word for it."""
    for part, update in _compiled(context):
        if Trait.SOURCE_WORD in update.status.traits and not update.source_word:
            yield Fault(
                context.at(part, "status"),
                f"status {update.status} compiled by editors",
                f"under_way, or source_word: the source's own word for {update.status}",
                "Write under_way, or quote the source's word.",
            )


@rule(
    "R409",
    "An update compiled by editors cites an event that is about the initiative.",
    "A status would be shown without any evidence for it.",
)
def compiled_updates_have_evidence(context: RuleContext) -> Iterator[Fault]:
    """Yield compiled updates without a named event or an inferred one that says about what."""
    events = {i.id: {e.id: e for e in i.events} for i in context.report.initiatives}
    for part, update in _compiled(context):
        own = events.get(update.initiative, {})
        if not any(_bears(own[cited]) for cited in update.evidence if cited in own):
            yield Fault(
                context.at(part, "evidence"),
                f"evidence {name_list(update.evidence, 'and')}"
                if update.evidence
                else "a compiled update without evidence",
                "one event with match named, or one with match inferred whose about is not empty",
                "Cite such an event of the initiative, or remove the update.",
            )


def _bears(event: Event) -> bool:
    return event.match is Match.NAMED or bool(event.about)


@rule(
    "R410",
    "A phase assessed by editors has a reason.",
    "The phase is their judgment; without the event behind it, nobody can check it.",
)
def phases_are_explained(context: RuleContext) -> Iterator[Fault]:
    """Yield compiled updates with a phase and without phase_reason."""
    for part, update in _compiled(context):
        if update.phase is not Phase.NOT_ASSESSED and not update.phase_reason:
            yield Fault(
                context.at(part, "phase"),
                f"phase {update.phase} compiled by editors, without phase_reason",
                "phase_reason: the event that shows it, or phase not_assessed",
                "Add the reason, or write not_assessed.",
            )


@rule(
    "R411",
    "A reported update names who reports; a compiled one does not.",
    "Readers could not tell the Owner's word from the editors' judgment.",
)
def authors_are_named(context: RuleContext) -> Iterator[Fault]:
    """Yield reported updates without an author, and compiled ones with one."""
    for part, update in updates_in(context):
        reported = update.basis is Basis.REPORTED
        if update.basis is not Basis.OFFICIAL and reported == (update.author is None):
            stands = f"author {quoted(update.author)}" if update.author else "no author"
            yield Fault(
                context.at(part, "basis" if reported else "author"),
                f"basis {update.basis} with {stands}",
                "author: the id of a post or unit if basis is reported, and not if it is compiled",
                "Add who reports." if reported else "Remove it, or write reported.",
            )


@rule(
    "R412",
    "The outcome of a roadmap milestone says how it ended.",
    "A step would be shown as both over and still to come.",
)
def outcomes_are_outcomes(context: RuleContext) -> Iterator[Fault]:
    """Yield outcomes that say a milestone is still scheduled or in progress."""
    for initiative in context.report.initiatives:
        for place, milestone in enumerate(initiative.roadmap):
            if milestone.outcome and not milestone.outcome.state.is_outcome:
                at = ("initiative", initiative.id, "roadmap", place, "outcome", "state")
                yield Fault(
                    context.places.of(*at),
                    f"the outcome {milestone.outcome.state} for {quoted(milestone.title)}",
                    name_list([state for state in RoadmapState if state.is_outcome]),
                    "Write how it ended, or remove the outcome; begun says that work goes on.",
                )
