"""Measures: new points against the newest earlier ones, new targets against those before."""

from collections.abc import Iterator

from generator.derive.history.changes.changed_records import (
    ChangedRecord,
    ChangeSet,
    changed_addresses,
)
from generator.derive.history.changes.names import gap
from generator.derive.history.changes.phrasing import (
    in_details,
    in_sentences,
    stopped,
    unstopped,
)
from generator.derive.history.changes.record_words import baseline, figure_sentence
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.measures.comparable import actuals_of, targets_of
from generator.derive.snapshot.facts import Address
from generator.model.keys import Accumulation
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Amount, Missing
from generator.words.message import Period, Text, amount_text, listing, msg


def measures(
    before: tuple[Measure, ...], after: tuple[Measure, ...], where: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield what is new in the measures of the initiative or area at an address."""
    known = {measure.id: measure for measure in before}
    for measure in after:
        here = (*where, "measures", measure.id)
        if measure.id in known:
            yield from _baseline(known[measure.id], measure, here, change_set)
            yield from _points(known[measure.id], measure, here, change_set)
            yield from _targets(known[measure.id], measure, here, change_set)
        elif found := change_set.take(*here):
            yield _new_measure(measure, found)


def _new_measure(measure: Measure, found: tuple[ChangedRecord, ...]) -> Sentence:
    base = () if isinstance(measure.baseline, Missing) else (measure.baseline,)
    sources = sources_of((*base, *actuals_of(measure), *targets_of(measure)))
    return Sentence(
        ChangeKind.MEASURES,
        described_measure(measure),
        sources=sources,
        accounts=changed_addresses(found),
    )


def described_measure(measure: Measure) -> Text:
    """Return a measure in sentences: its name, where it starts, all figures, all targets."""
    base = () if isinstance(measure.baseline, Missing) else (measure.baseline,)
    said: list[Text] = [
        msg("change-measure-new", title=measure.title),
        *(baseline(figure, measure.unit) for figure in base),
        *(
            text
            for point in actuals_of(measure)
            for text in _point(measure, point, _line_alone(measure, point))
        ),
        *(
            msg("change-target-of-new", target=_target(measure, target))
            for target in targets_of(measure)
        ),
    ]
    return in_sentences(said)


def _baseline(
    before: Measure, after: Measure, here: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield the sentence about a baseline that was not known before."""
    new = after.baseline
    if isinstance(new, Missing) or not isinstance(before.baseline, Missing):
        return
    found = change_set.take(*here, "baseline")
    text = in_sentences([msg("change-measure", title=after.title), baseline(new, after.unit)])
    yield Sentence(
        ChangeKind.MEASURES, text, sources=new.sources, accounts=changed_addresses(found)
    )


def _points(
    before: Measure, after: Measure, here: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    found = change_set.take_new(*here, "actuals")
    fresh = [unit.after for unit in found]
    new = [point for point in actuals_of(after) if point in fresh]
    if not new:
        return
    told: list[Text] = []
    same: list[Text] = []
    for series in dict.fromkeys(point.series for point in actuals_of(after)):
        earlier = [p for p in actuals_of(before) if p.series == series]
        was = earlier[-1] if earlier else before.baseline
        here_new = [p for p in new if p.series == series]
        if here_new:
            told += _against(after, here_new, was)
        elif earlier:
            same.append(_same(after, earlier[-1]))
    yield Sentence(
        ChangeKind.MEASURES,
        in_sentences(told),
        unchanged=tuple(same),
        sources=sources_of(new),
        accounts=changed_addresses(found),
    )


def _against(
    measure: Measure, new: list[Actual], was: Actual | Baseline | Missing
) -> Iterator[Text]:
    """Yield the newest point of one series against all that came before it, newest first."""
    point, name = new[-1], _line(measure, new[-1])
    earlier = [_earlier(one, _details(one)) for one in reversed(new[:-1])]
    # The baseline may be the very point that is new here: then there is nothing before it.
    same_point = isinstance(was, Baseline) and was.period == point.period
    if not isinstance(was, Missing) and not same_point:
        level = measure.accumulation is Accumulation.LEVEL and isinstance(was, Actual)
        if level and not earlier and _amount(was) == _amount(point):
            since = msg("change-figure-since", date=Period(was.period))
            yield from _point(measure, point, name, since)
            return
        earlier.append(_earlier(was, Period(was.period)))
    figure, *note = _point(measure, point, name)
    yield figure
    if earlier:
        yield msg("change-before", figures=in_details(earlier))
    yield from note


def _earlier(amount: Amount, details: Text) -> Text:
    return msg("change-amount", amount=amount_text(amount), details=details)


def _amount(amount: Amount) -> tuple[object, ...]:
    return (amount.value, amount.low, amount.high, amount.qualifier)


def _point(measure: Measure, point: Actual, name: Text, *remarks: Text) -> Iterator[Text]:
    """Yield a point as a sentence with the remarks on it, and its note if it has one."""
    amount = amount_text(point, measure.unit)
    yield figure_sentence(name, amount, _details(point, *remarks))
    if point.note:
        yield stopped(point.note)


def _same(measure: Measure, point: Actual) -> Text:
    """Return a point with its name and its note, for a list."""
    amount = amount_text(point, measure.unit)
    details = _details(point, unstopped(point.note or ""))
    return msg("change-figure", name=_line(measure, point), amount=amount, details=details)


def _details(point: Actual, *remarks: Text) -> Text:
    """Return when a point was measured, and what has to be known beside it."""
    rivals = listing(amount_text(rival) for rival in point.also_stated)
    return in_details(
        [
            Period(point.period),
            msg("change-figure-partial") if point.partial else "",
            msg("change-figure-rivals", amounts=rivals) if point.also_stated else "",
            *remarks,
        ]
    )


def _line(measure: Measure, point: Actual) -> Text:
    """Return what a point is called: its measure, and the series if there are several."""
    label = _series(measure, point.series)
    return msg("change-series", measure=measure.title, series=label) if label else measure.title


def _line_alone(measure: Measure, point: Actual) -> Text:
    return _series(measure, point.series) or msg("change-figure-name")


def _series(measure: Measure, series: str | None) -> str:
    return next((s.label for s in measure.series if s.id == series), series or "")


def _targets(
    before: Measure, after: Measure, here: Address, change_set: ChangeSet
) -> Iterator[Sentence]:
    found = change_set.take_new(*here, "targets")
    new = [unit.after for unit in found if isinstance(unit.after, Target)]
    if not new:
        return
    said = (msg("change-target", title=after.title, target=_target(after, t)) for t in new)
    reasons = (stopped(target.reason) for target in new)
    yield Sentence(
        ChangeKind.TARGETS,
        in_sentences([*said, _target_before(before, after), *reasons]),
        sources=sources_of(new),
        accounts=changed_addresses(found),
    )


def _target_before(before: Measure, after: Measure) -> Text:
    """Return the newest target before, else why there was none."""
    earlier = targets_of(before)
    if earlier:
        return msg("change-before", figures=_target(after, earlier[-1]))
    if isinstance(before.targets, Missing):
        return msg("change-target-gap-before", gap=gap(before.targets))
    return msg("change-target-none-before")


def _target(measure: Measure, target: Target) -> Text:
    series = listing(_series(measure, series) for series in target.series)
    details = in_details(
        [
            msg("change-target-series", series=series) if target.series else "",
            msg("change-target-due", date=target.due)
            if target.due
            else msg("change-target-no-date"),
            msg(f"result-standing-{target.standing.value}") if target.standing else "",
            msg("change-target-set", date=target.set_on),
        ]
    )
    amount = amount_text(target, measure.unit)
    return msg("change-amount", amount=amount, details=details)
