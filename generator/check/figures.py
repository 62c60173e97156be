"""R506: a figure lives once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.check.rule import Fault, Subject, rule
from generator.derive.citations import Part
from generator.issues import Location
from generator.model.initiative import Funding
from generator.model.records import Amount
from generator.wording import quoted

HOMES = ("funding", "staffing", "measures", "findings", "events")
"""Where an initiative keeps figures, the home that wins first."""

Given = tuple[str, Decimal, Decimal | None]
"""A source, and the value or range that it gives."""


@dataclass(frozen=True, slots=True)
class _Stated:
    home: tuple[str | int, ...]
    unit: str
    at: Location


@rule(
    "R506",
    "A figure stands once in an initiative: money under funding, series under measures.",
    "When a figure is corrected, its copy would stay wrong; totals would count it twice.",
)
def figures_live_once(subject: Subject) -> Iterator[Fault]:
    """Yield figures that one source gives and that stand in two places of one initiative."""
    found: dict[str, dict[Given, list[_Stated]]] = defaultdict(lambda: defaultdict(list))
    for part in subject.parts:
        if part.kind == "initiative" and part.path[:1] and part.path[0] in HOMES:
            for given in _given(subject, part):
                found[part.key][given].append(_stated(subject, part))
    for figures in found.values():
        for (source, value, _), places in figures.items():
            yield from _copies(source, value, places)


def _given(subject: Subject, part: Part) -> Iterator[Given]:
    record = part.record
    if not isinstance(record, Amount):
        return
    value = record.value if record.value is not None else record.low
    if value is not None:
        for source in part.sources or _sources_above(subject, part):
            yield source, value, record.high


def _sources_above(subject: Subject, part: Part) -> tuple[str, ...]:
    """Return the sources of the event that a figure stands in."""
    initiative = subject.initiatives[part.key]
    place = part.path[1]
    if part.path[0] == "events" and isinstance(place, int):
        return initiative.events[place].sources
    return ()


def _stated(subject: Subject, part: Part) -> _Stated:
    record = part.record
    unit = record.currency if isinstance(record, Funding) else getattr(record, "unit", "")
    return _Stated(part.path[:2], unit.casefold(), subject.at(part))


def _copies(source: str, value: Decimal, places: list[_Stated]) -> Iterator[Fault]:
    first = places[0]
    for other in places[1:]:
        if other.home != first.home and _alike(first.unit, other.unit):
            yield Fault(
                max(first.at, other.at),
                f"{value} from {quoted(source)}, which stands at {min(first.at, other.at)} too",
                "each figure once: money in funding, series in measures, else in the event",
                "Keep the one in its proper place and remove the other.",
            )


def _alike(one: str, other: str) -> bool:
    """Tell whether two units may be the same; the unit of a point is that of its measure."""
    return not one or not other or one == other
