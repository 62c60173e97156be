"""R506: a figure lives once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import quoted
from generator.derive.money.entries import currency_of
from generator.derive.snapshot.citations import LocatedRecord, Path
from generator.model.dates import PartialDate
from generator.model.initiative import Event, Initiative
from generator.model.measures import Actual, Baseline, Finding, Measure, Target
from generator.model.money import Funding, Staffing
from generator.model.records import Figure

HOMES = ("funding", "staffing", "measures", "findings", "events")
"""Where an initiative keeps figures, the home that wins first."""

Key = tuple[object, ...]
"""What of two figures is the same where they are one: source, value, unit."""

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _StatedFigure:
    """One figure where it is, with all that tells it from an equal one."""

    part: LocatedRecord
    what: str
    when: PartialDate | None
    told: Key
    """What it is of, in which state, for which period."""

    @property
    def home(self) -> Path:
        """Return what of the initiative it is in."""
        return self.part.path[:2]

    @property
    def is_of_event(self) -> bool:
        return self.home[0] == "events"


@rule(
    "R506",
    "A figure is given once in an initiative: money under funding, series under measures.",
    "When a figure is corrected, its copy would stay wrong, and totals would count it twice.",
)
def figures_live_once(context: RuleContext) -> Iterator[Fault]:
    """Yield figures that one source gives and that are in two places of one initiative.

    Two equal amounts are two facts unless source, what, state and period agree as well.
    """
    found: dict[tuple[str, Key], list[LocatedRecord]] = defaultdict(list)
    for part in context.parts:
        if part.kind == "initiative" and part.path[:1] and part.path[0] in HOMES:
            initiative = context.initiatives[part.key]
            for key in _keys(context, part, initiative):
                found[part.key, key].append(part)
    for (name, (source, value, *_)), parts in found.items():
        if len(parts) > 1:
            places = [_stated(part, context.initiatives[name]) for part in parts]
            yield from (_fault(context, source, value, *pair) for pair in _copies(places))


def _keys(context: RuleContext, part: LocatedRecord, initiative: Initiative) -> Iterator[Key]:
    """Yield source, value and unit of a figure, once for each source that gives it."""
    record = part.record
    if not isinstance(record, _KINDS):
        return
    value = record.value if record.value is not None else record.low
    around = _around(part, initiative)
    unit = record.__dict__.get("unit", "")
    if isinstance(record, Funding):
        unit = currency_of(context.report.about, record)
    unit = around.unit if isinstance(around, Measure) else unit
    sources = part.sources or (around.sources if isinstance(around, Event) else ())
    if value is not None:
        for source in sources:
            yield source, value, record.high, unit.casefold()


_KINDS = (Funding, Staffing, Baseline, Target, Actual, Finding, Figure)


def _around(part: LocatedRecord, initiative: Initiative) -> Measure | Event | None:
    """Return the measure or event that a figure is in."""
    name, place, *_ = part.path
    if name not in ("measures", "events") or not isinstance(place, int):
        return None
    return initiative.measures[place] if name == "measures" else initiative.events[place]


def _stated(part: LocatedRecord, initiative: Initiative) -> _StatedFigure:
    record, around = part.record, _around(part, initiative)
    words: Iterable[str]
    if isinstance(around, Measure):
        words = (around.title, str(getattr(record, "series", None) or ""))
    else:
        words = (str(getattr(record, name, "")) for name in ("what", "title", "label"))
    what = " ".join(filter(None, words)).casefold()
    state = getattr(record, "state", "") if isinstance(record, Funding) else type(record).__name__
    when = around.on if isinstance(around, Event) else _period(record)
    period = getattr(record, "cycle", None) or str(when)
    told = (" ".join(what.split()), state, period)
    if isinstance(around, Event):
        what = f"{what} {around.text.casefold()}"
    return _StatedFigure(part, what, when, told)


def _period(record: object) -> PartialDate | None:
    """Return the time that a figure is about."""
    dates = (getattr(record, name, None) for name in ("due", "period", "on", "reported"))
    return next((one for one in dates if isinstance(one, PartialDate)), None)


def _copies(places: list[_StatedFigure]) -> Iterator[tuple[_StatedFigure, _StatedFigure]]:
    """Yield pairs of equal figures that are one fact, without comparing each with each."""
    first: dict[Key, _StatedFigure] = {}
    at_home: dict[str, _StatedFigure] = {}
    for one in places:
        before = first.setdefault(one.told, one)
        if before.home != one.home:
            yield before, one
        if not one.is_of_event:
            for word in _LONG_WORD.findall(one.what):
                at_home.setdefault(word, one)
    for one in places:
        if one.is_of_event:
            shared = (at_home.get(word) for word in _LONG_WORD.findall(one.what))
            home = next((h for h in shared if h and _same_time(h, one)), None)
            if home:
                yield home, one


def _same_time(one: _StatedFigure, other: _StatedFigure) -> bool:
    """Return whether two figures may be about one time."""
    if one.when is None or other.when is None:
        return True
    end = date.max
    return one.when.first() <= other.when.last(end) and other.when.first() <= one.when.last(end)


def _fault(
    context: RuleContext, source: object, value: object, one: _StatedFigure, other: _StatedFigure
) -> Fault:
    first, second = sorted(context.at(figure.part) for figure in (one, other))
    shown = value if isinstance(value, Decimal) else str(value)
    return Fault(
        second,
        f"{shown} from {quoted(source)}, which is also at {first}",
        "each figure once: money in funding, series in measures, anything else in the event",
        "Keep the one that is in the right place and remove the other.",
    )
