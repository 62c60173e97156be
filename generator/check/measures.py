"""R501-R505, R507: measures whose points can be told apart and compared."""

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import did_you_mean, name_list, quoted
from generator.derive.measures.comparable import actuals_of, targets_of
from generator.model.keys import Accumulation
from generator.model.measures import Actual, Measure, Target
from generator.model.money import Funding
from generator.model.records import Amount, Missing


@rule(
    "R501",
    "A figure is one value, or a range from low to high; only a measured point may be a result "
    "without a number instead.",
    "A figure without a value, or with two, cannot be added up or compared.",
)
def amounts_are_whole(context: RuleContext) -> Iterator[Fault]:
    """Yield amounts with neither form, with both, or with low not below high."""
    for part, record in context.each(Amount):
        if found := _amount_fault(record):
            by_year = isinstance(record, Funding)
            yield Fault(
                context.at(part),
                found,
                "only value; or both low and high, with low below high"
                + "; or only years, with an amount for each" * by_year,
                f"Write the figure in one of these {'three' if by_year else 'two'} ways.",
            )


def _amount_fault(amount: Amount) -> str:
    given = [name for name in ("value", "low", "high") if getattr(amount, name) is not None]
    if isinstance(amount, Actual) and amount.result:
        return f"the result {amount.result} with {name_list(given, 'and')}" if given else ""
    if isinstance(amount, Funding) and amount.years:
        given += ["cycle", "years"] if amount.cycle else ["years"]
    if given == ["low", "high"] and amount.low is not None and amount.high is not None:
        return "" if amount.low < amount.high else f"low {amount.low} and high {amount.high}"
    if given in (["value"], ["years"]):
        return ""
    return f"a figure with {name_list(given, 'and')}" if given else "a figure without a value"


@rule(
    "R502",
    "In a measure with several series, every point names its series.",
    "Points for different things would be joined in one line.",
)
def points_name_their_series(context: RuleContext) -> Iterator[Fault]:
    """Yield points without a series where there are some, or of one that does not exist."""
    for part, measure in context.each(Measure):
        known = {series.id for series in measure.series}
        for place, actual in enumerate(actuals_of(measure)):
            if actual.series not in known if known else actual.series is not None:
                at = context.at(part, "actuals", place, "series")
                yield Fault(
                    at,
                    f"series {quoted(actual.series)}" if actual.series else "no series",
                    f"series: {name_list(sorted(known))}"
                    if known
                    else "no series, since the measure has none",
                    f"{did_you_mean(actual.series or '', known)}Correct it, or add the series.",
                )
        for place, target in enumerate(targets_of(measure)):
            for number, name in enumerate(target.series):
                if name not in known:
                    yield Fault(
                        context.at(part, "targets", place, "series", number),
                        f"series {quoted(name)}",
                        f"series of this measure: {name_list(sorted(known))}",
                        f"{did_you_mean(name, known)}Correct it, or add the series.",
                    )


@rule(
    "R503",
    "A target is never overwritten: a new one is added below it, with the reason for the change.",
    "A promise could be made easier without anyone noticing.",
)
def targets_are_appended(context: RuleContext) -> Iterator[Fault]:
    """Yield targets that change an earlier one without a reason, or are above an older one."""
    for part, measure in context.each(Measure):
        targets = targets_of(measure)
        for place, target in enumerate(targets):
            earlier = [t for t in targets[:place] if _overlap(t, target)]
            if earlier and not target.reason:
                yield Fault(
                    context.at(part, "targets", place),
                    f"a second target for {quoted(measure.title)} without a reason",
                    "reason: why it is different from the one before",
                    "Add the reason.",
                )
            if any(t.set_on.first() > target.set_on.last(date.max) for t in earlier):
                yield Fault(
                    context.at(part, "targets", place, "set_on"),
                    f"a target set on {target.set_on} below one set later",
                    "targets in the order they were set",
                    "Move the newest target to the end of the list.",
                )


def _overlap(one: Target, other: Target) -> bool:
    if one.standing is not other.standing:
        return False
    return not one.series or not other.series or bool({*one.series} & {*other.series})


@rule(
    "R504",
    "A baseline is the newest figure from before the proposal.",
    "Progress made before the promise would count as its success.",
)
def baselines_come_first(context: RuleContext) -> Iterator[Fault]:
    """Yield baselines that begin after the proposal, or are older than another known point."""
    proposed = {i.id: i.proposed.on for i in context.report.initiatives}
    for part, measure in context.each(Measure):
        start = proposed.get(part.key) if part.kind == "initiative" else None
        baseline = measure.baseline
        if start is None or isinstance(baseline, Missing):
            continue
        if baseline.period.first() > start.last(date.max):
            yield Fault(
                context.at(part, "baseline", "period"),
                f"a baseline of {baseline.period}, after the proposal of {start}",
                f"a figure from {start} or earlier, or missing with why",
                "Move the figure to actuals, and write why there is no baseline.",
            )
        newer = [
            actual
            for actual in actuals_of(measure)
            if not (measure.series or actual.partial)
            and actual.period.last(date.max) < start.first()
            and actual.period.first() > baseline.period.last(date.max)
        ]
        for actual in newer[:1]:
            yield Fault(
                context.at(part, "baseline", "period"),
                f"a baseline of {baseline.period}, although {actual.period} is known",
                "the newest figure from the proposal or earlier",
                "Swap the two.",
            )


_COMPLETE = frozenset({Accumulation.LEVEL, Accumulation.RATE})
"""What says the same of part of a period as of all of it."""


@rule(
    "R505",
    "Only an amount for a period or a running total can be partial.",
    "A level or a rate cannot be partial: the point would be left out of every comparison for no "
    "reason.",
)
def levels_are_never_partial(context: RuleContext) -> Iterator[Fault]:
    """Yield points of a level or a rate that are marked as partial."""
    for part, measure in context.each(Measure):
        adds = measure.accumulation.value
        for place, actual in enumerate(actuals_of(measure)):
            if actual.partial and measure.accumulation in _COMPLETE:
                yield Fault(
                    context.at(part, "actuals", place, "partial"),
                    f"a partial point of {quoted(measure.title)}, which is a {adds}",
                    "partial only if accumulation is flow or cumulative",
                    "Remove partial, or correct accumulation.",
                )


@rule(
    "R507",
    "An adopted target has a due date, or says why it has none.",
    "A target is judged when it falls due; without a date nobody could say whether it was missed.",
)
def targets_fall_due(context: RuleContext) -> Iterator[Fault]:
    """Yield adopted targets with neither a due date nor a reason, and any with both."""
    for part, measure in context.each(Measure):
        for place, target in enumerate(targets_of(measure)):
            if target.due and target.why_no_due:
                yield Fault(
                    context.at(part, "targets", place, "why_no_due"),
                    f"a due date of {target.due}, and why there is none",
                    "one of the two",
                    "Remove why_no_due, or the due date.",
                )
            elif not target.due and not target.why_no_due and target.standing is None:
                yield Fault(
                    context.at(part, "targets", place),
                    f"a target for {quoted(measure.title)} without a due date",
                    "due: by when it should be reached; or why_no_due: why no source says",
                    "Add one of the two; or, if the organization did not adopt the target, add "
                    "standing: proposed, other_body, or earlier.",
                )
