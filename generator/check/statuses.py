"""R401-R407: what a status, a confidence and their change must say."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import name_list, quoted
from generator.derive.snapshot.citations import LocatedRecord, update_key
from generator.model.initiative import Initiative
from generator.model.keys import Basis, LinkKind
from generator.model.statuses import INITIAL, Status, Trait
from generator.model.updates import Evaluation, Update


def updates_in(context: RuleContext) -> Iterator[tuple[LocatedRecord, Update]]:
    """Yield every status update with its address."""
    for update in context.report.updates:
        yield LocatedRecord("update", update_key(update), (), update), update


def _is_judged(update: Update) -> bool:
    """Return whether somebody judged for this report; records of the organization did before."""
    return update.basis is not Basis.OFFICIAL


@rule(
    "R401",
    "A status that is compiled, is a cause for concern, or ends the promise has a reason; one "
    "taken from the organization's own records has it where they give one.",
    "Readers would see a verdict without a reason.",
)
def reasons_are_given(context: RuleContext) -> Iterator[Fault]:
    """Yield updates and evaluations without the reason that status or basis asks for."""
    for part, update in updates_in(context):
        compiled = update.basis is Basis.COMPILED
        judged = Trait.REASON in update.status.traits and _is_judged(update)
        if not update.reason and (compiled or judged):
            why = "an update compiled by editors" if compiled else f"status {update.status}"
            yield Fault(
                context.at(part, "status"),
                f"{why} without a reason",
                "reason: one sentence that says why it has this status",
                "Fill in reason; in a text file it is a separate line below status.",
            )
    for part in context.parts:
        evaluation = part.record
        if not isinstance(evaluation, Evaluation) or evaluation.reason:
            continue
        if evaluation.basis is Basis.COMPILED:
            yield Fault(
                context.at(part, "basis"),
                "an evaluation compiled by editors without a reason",
                "reason: one sentence that says what editors base it on",
                "Fill in reason; in a text file it is a separate line below basis.",
            )


@rule(
    "R402",
    "A confidence says whose forecast it is, and why; one taken from the organization's own "
    "records has both where they give them.",
    "A color that nobody is accountable for is decoration.",
)
def confidence_is_explained(context: RuleContext) -> Iterator[Fault]:
    """Yield confidences other than not_assessed without who or why."""
    for part, update in updates_in(context):
        given = {
            "confidence_by": update.confidence_by,
            "confidence_reason": update.confidence_reason,
        }
        lacking = [name for name, value in given.items() if not value]
        if Trait.REASON in update.confidence.traits and lacking and _is_judged(update):
            yield Fault(
                context.at(part, "confidence"),
                f"confidence {update.confidence} without {name_list(lacking, 'and')}",
                "confidence_by: who assessed it, and confidence_reason: why",
                "Add what is missing, or write not_assessed.",
            )


@rule(
    "R403",
    "An update that is off track, or with red confidence, says what is needed, from whom, and by "
    "when; one taken from the organization's own records does where they say so.",
    "The governing body would read about trouble and not know what it can do.",
)
def asks_are_made(context: RuleContext) -> Iterator[Fault]:
    """Yield updates off track or with red confidence that ask for nothing."""
    for part, update in updates_in(context):
        states = (update.status, update.confidence)
        asking = next((state for state in states if Trait.ASK in state.traits), None)
        if asking and update.ask is None and _is_judged(update):
            yield Fault(
                context.at(part, asking.axis),
                f"{asking.axis} {asking} without an ask",
                "ask, with of (from whom), what, and by (when)",
                "Add the ask; the brief for the governing body prints it.",
            )


@rule(
    "R404",
    "A merged or superseded initiative names the one it continues in, and that one says so too.",
    "Readers would lose track of the promise between the two initiatives.",
)
def successors_are_mirrored(context: RuleContext) -> Iterator[Fault]:
    """Yield successors that are missing, out of place, or not told on both sides."""
    for part, update in updates_in(context):
        named = update.continues_in is not None
        if (Trait.SUCCESSOR in update.status.traits) != named:
            yield Fault(
                context.at(part, "continues_in" if update.continues_in else "status"),
                f"status {update.status} and continues_in {update.continues_in or 'not given'}",
                "continues_in if the status is merged or superseded, and only then",
                "Name the initiative that it continues in, or correct the status.",
            )
        heir = context.initiatives.get(update.continues_in or "")
        if heir and not _takes_over(heir, update.initiative):
            yield Fault(
                context.at(part, "continues_in"),
                f"continues_in {quoted(heir.id)}, which does not say that it takes over",
                f"under links of {heir.id}: kind takes_over, to {update.initiative}",
                f"Add the link to {context.files.get(('initiative', heir.id), heir.id)}.",
            )
    yield from _unmatched_takeovers(context)


def _takes_over(heir: Initiative, former: str) -> bool:
    return any(k.kind is LinkKind.TAKES_OVER and k.to == former for k in heir.links)


def _unmatched_takeovers(context: RuleContext) -> Iterator[Fault]:
    handed = {(u.initiative, u.continues_in) for u in context.report.updates if u.continues_in}
    for heir in context.report.initiatives:
        for place, link in enumerate(heir.links):
            if link.kind is LinkKind.TAKES_OVER and (link.to, heir.id) not in handed:
                yield Fault(
                    context.places.of("initiative", heir.id, "links", place),
                    f"takes_over {quoted(link.to)}, which no update confirms",
                    f"an update on {link.to}: merged or superseded, continues_in {heir.id}",
                    "Add that update, or change the kind of the link to related.",
                )


@rule(
    "R405",
    "A completed, ended, or canceled initiative gives the date when that happened.",
    "Nobody could say whether it was later than planned.",
)
def endings_are_dated(context: RuleContext) -> Iterator[Fault]:
    """Yield endings without actual_on, and actual_on where nothing has ended."""
    closing = sorted(status for status in Status if status.is_closed)
    for part, update in updates_in(context):
        if Trait.DAY in update.status.traits and update.actual_on is None:
            yield Fault(
                context.at(part, "status"),
                f"status {update.status} without actual_on",
                "actual_on: the date, as exact as you know it",
                "Add it below status.",
            )
        elif update.actual_on and not update.status.is_closed:
            yield Fault(
                context.at(part, "actual_on"),
                f"actual_on {update.actual_on} with status {update.status}",
                f"actual_on only with {name_list(closing)}",
                "Remove it, or correct the status.",
            )


@rule(
    "R406",
    "A status is possible after the one before it; a change from a final one needs a reason and "
    "a source.",
    "A closed promise would come back, or a finished one would become a plan, without an "
    "explanation.",
)
def moves_are_allowed(context: RuleContext) -> Iterator[Fault]:
    """Yield updates whose status cannot follow the one before."""
    for initiative in context.report.initiatives:
        before = initiative.status_at_proposal
        for update in context.updates.get(initiative.id, []):
            explained = before.is_final and update.reason and update.sources
            if not update.status.may_follow(before) and not explained:
                yield _refused_move(context, update, before)
            before = update.status


def _refused_move(context: RuleContext, update: Update, before: Status) -> Fault:
    final = before.is_final
    allowed = [status.value for status in Status if status.may_follow(before)]
    return Fault(
        context.places.of("update", update_key(update), "status"),
        f"status {update.status} after {before}{', which is final' if final else ''}",
        "reason and sources that say why work resumed" if final else name_list(allowed),
        "Add both to this update, or correct the status."
        if final
        else "Correct the status, or the one before.",
    )


@rule(
    "R407",
    "The initial state of an initiative is proposed or under_way.",
    "What came later would look as if it had been so from the start.",
)
def initial_states_are_initial(context: RuleContext) -> Iterator[Fault]:
    """Yield initial states that only an update can tell."""
    for initiative in context.report.initiatives:
        start = initiative.at_proposal
        if start and Trait.INITIAL not in start.status.traits:
            yield Fault(
                context.places.of("initiative", initiative.id, "at_proposal", "status"),
                f"the initial status {start.status}",
                name_list(INITIAL),
                "Write one of these, and report the rest in a status update.",
            )
