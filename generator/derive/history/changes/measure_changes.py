"""Measures: new points against the newest earlier ones, new targets against those before."""

from collections.abc import Iterator

from generator.derive.history.changes.changed_records import (
    ChangedRecord,
    ChangeSet,
    changed_addresses,
)
from generator.derive.history.changes.names import Names, headline, joined
from generator.derive.history.changes.record_words import described
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.measures.comparable import actuals_of, targets_of
from generator.derive.snapshot.facts import Address
from generator.model.keys import Accumulation
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Amount, Missing
from generator.words.english import amount_words, date_words


def measures(
    before: tuple[Measure, ...],
    after: tuple[Measure, ...],
    where: Address,
    names: Names,
    change_set: ChangeSet,
) -> Iterator[Sentence]:
    """Yield what is new in the measures of the initiative or area at an address."""
    known = {measure.id: measure for measure in before}
    for measure in after:
        here = (*where, "measures", measure.id)
        if measure.id in known:
            yield from _points(known[measure.id], measure, here, change_set)
            yield from _targets(known[measure.id], measure, here, change_set)
        elif found := change_set.take(*here):
            yield _followed(measure, names, found)


def _followed(measure: Measure, names: Names, found: tuple[ChangedRecord, ...]) -> Sentence:
    base = () if isinstance(measure.baseline, Missing) else (measure.baseline,)
    points, targets = actuals_of(measure), targets_of(measure)
    pieces = [
        f"Now followed: {measure.title}",
        *(described(baseline, names) for baseline in base),
        *(f"{_line(measure, p.series)}{_value(measure, p)}" for p in points),
        *(_target(measure, target) for target in targets),
    ]
    sources = sources_of((*base, *points, *targets))
    return Sentence(
        ChangeKind.MEASURES, joined(pieces), sources=sources, accounts=changed_addresses(found)
    )


def _points(
    before: Measure, after: Measure, here: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    found = change_set.take_new(*here, "actuals")
    fresh = [unit.after for unit in found]
    new = [point for point in actuals_of(after) if point in fresh]
    if not new:
        return
    told, same = [], []
    for series in dict.fromkeys(point.series for point in actuals_of(after)):
        earlier = [p for p in actuals_of(before) if p.series == series]
        was = earlier[-1] if earlier else before.baseline
        here_new = [p for p in new if p.series == series]
        line = f"{after.title}, {_line(after, series)}" if series else f"{after.title}: "
        if here_new:
            told.append(line + _against(after, here_new, was))
        elif earlier:
            same.append(line + _value(after, earlier[-1]))
    yield Sentence(
        ChangeKind.MEASURES,
        joined(told),
        unchanged=tuple(same),
        sources=sources_of(new),
        accounts=changed_addresses(found),
    )


def _against(measure: Measure, new: list[Actual], was: Actual | Baseline | Missing) -> str:
    """Return the newest point of one series against all that came before it, newest first."""
    earlier = [_bare(point) for point in reversed(new[:-1])]
    if not isinstance(was, Missing):
        level = measure.accumulation is Accumulation.LEVEL and not new[-1].partial
        if level and not earlier and _amount(was) == _amount(new[-1]):
            return _value(measure, new[-1], f" (unchanged since {date_words(was.period)})")
        earlier.append(f"{amount_words(was)}, {date_words(was.period)}")
    told = f" (before: {'; '.join(earlier)})" if earlier else ""
    return _value(measure, new[-1], told)


def _bare(point: Actual, unit: str = "") -> str:
    rivals = "; ".join(amount_words(rival) for rival in point.also_stated)
    also = f", also given as {rivals}" if rivals else ""
    partial = ", for part of the period" if point.partial else ""
    return f"{amount_words(point, unit)}, {date_words(point.period)}{partial}{also}"


def _amount(amount: Amount) -> tuple[object, ...]:
    return (amount.value, amount.low, amount.high, amount.qualifier)


def _value(measure: Measure, point: Actual, against: str = "") -> str:
    note = f". {point.note.rstrip('.')}" if point.note else ""
    return _bare(point, measure.unit) + against + note


def _line(measure: Measure, series: str | None) -> str:
    label = next((s.label for s in measure.series if s.id == series), series)
    return f"{label}: " if label else ""


def _targets(
    before: Measure, after: Measure, here: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    found = change_set.take_new(*here, "targets")
    new = [unit.after for unit in found if isinstance(unit.after, Target)]
    if not new:
        return
    earlier = [_target(after, t) for t in targets_of(before)]
    missing = headline(before.targets) if isinstance(before.targets, Missing) else "none"
    was = f"before: {earlier[-1] if earlier else missing}"
    pieces = [f"{after.title}: {'; '.join(_target(after, target) for target in new)} ({was})"]
    pieces += [target.reason or "" for target in new]
    yield Sentence(
        ChangeKind.TARGETS,
        joined(pieces),
        sources=sources_of(new),
        accounts=changed_addresses(found),
    )


def _target(measure: Measure, target: Target) -> str:
    due = f" by {date_words(target.due)}" if target.due else ", no date given"
    series = ", ".join(_line(measure, s).removesuffix(": ") for s in target.series)
    for_whom = f" for {series}" if series else ""
    amount = amount_words(target, measure.unit)
    return f"target {amount}{for_whom}{due} (set {date_words(target.set_on)})"
