"""R413: what became of a merged or superseded initiative can be followed to an end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.reference_cycles import reference_cycles
from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location
from generator.core.naming import quoted
from generator.derive.responsibility.budget_cycle import OPEN_END
from generator.derive.snapshot.citations import update_key
from generator.model.statuses import Status, Trait
from generator.model.updates import Update


@dataclass(frozen=True, slots=True)
class _Step:
    """The newest word of an initiative that it continues in another one."""

    update: Update
    heir: str

    def place(self, context: RuleContext) -> Location:
        """Return where the other one is named."""
        return context.places.of("update", update_key(self.update), "continues_in")


@rule(
    "R413",
    "A merged or superseded initiative leads to one that is still going, or that ended on its own.",
    "Readers who follow a promise would go in a circle, or reach a dead end.",
)
def chains_have_an_end(context: RuleContext) -> Iterator[Fault]:
    """Yield a fault for every cycle of successors, and for every chain with a dead end."""
    steps = _steps(context)
    into = _into(steps)
    yield from _cycles(context, steps)
    for name, step in steps.items():
        why = _dead_end(context, step)
        before = _before(name, into)
        # One step alone to nowhere is R107's.
        if why and (len(before) > 1 or step.heir in context.initiatives):
            yield Fault(
                step.place(context),
                f"{_chain_words([*before, step.heir])}, which {why}",
                "a chain that leads to an initiative that is still going, or that ended on its own",
                "Name the initiative that it continues in, or correct the status.",
            )


def _steps(context: RuleContext) -> dict[str, _Step]:
    """Return where each initiative continues whose newest update says so."""
    found: dict[str, _Step] = {}
    for name, updates in context.updates.items():
        newest = updates[-1]
        if newest.continues_in and newest.continues_in != name:
            found[name] = _Step(newest, newest.continues_in)
    return found


def _into(steps: Mapping[str, _Step]) -> dict[str, str]:
    """Return, for each initiative that others continue in, the first that does."""
    found: dict[str, str] = {}
    for name, step in steps.items():
        found.setdefault(step.heir, name)
    return found


def _before(name: str, into: Mapping[str, str]) -> list[str]:
    """Return a chain of initiatives that leads to one, which is its last."""
    chain = [name]
    seen = {name}
    while (earlier := into.get(chain[-1])) and earlier not in seen:
        chain.append(earlier)
        seen.add(earlier)
    return chain[::-1]


def _cycles(context: RuleContext, steps: Mapping[str, _Step]) -> Iterator[Fault]:
    for circle in reference_cycles({name: (step.heir,) for name, step in steps.items()}):
        yield Fault(
            steps[circle[-1]].place(context),
            f"a circle: {_chain_words([*circle, circle[0]])}",
            "a chain that leads to an initiative that is still going, or that ended on its own",
            "Give one of them a status of its own that says whether it is still going or has "
            "ended.",
        )


def _dead_end(context: RuleContext, step: _Step) -> str:
    """Return why nothing goes on where a step leads; nothing where something does."""
    heir = context.initiatives.get(step.heir)
    if heir is None:
        return "does not exist"
    when = step.update.actual_on or step.update.as_of
    if heir.proposed.on.first() > when.last(OPEN_END):
        return f"was put on the record later ({heir.proposed.on}, after {when})"
    updates = context.updates.get(heir.id, [])
    if not updates or not _has_stopped(updates[-1].status):
        return ""
    ended = updates[-1].actual_on or updates[-1].as_of
    if ended.last(OPEN_END) > when.last(OPEN_END):
        return ""
    return f"was {updates[-1].status} by then ({ended})"


def _has_stopped(status: Status) -> bool:
    """Return whether nothing goes on any more, here or in another initiative."""
    return status.is_final and Trait.SUCCESSOR not in status.traits


def _chain_words(names: Sequence[str]) -> str:
    return " continues in ".join(map(quoted, names))
