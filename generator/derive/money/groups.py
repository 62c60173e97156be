"""Money in groups: by period, topic area, budget cycle, unit, and fund."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from generator.derive.money.ledger import Ledger, Posting, department_of, units_of
from generator.derive.money.periods import cycle_of, in_order
from generator.derive.snapshot.snapshot import Snapshot


class Grouping(StrEnum):
    """By what money is added up."""

    ALL = "all"
    PERIOD = "period"
    """A fiscal year or budget cycle, as sources name it."""
    AREA = "area"
    CYCLE = "cycle"
    """A listed budget cycle, with all fiscal years in it."""
    UNIT = "unit"
    """The department that is responsible."""
    FUND = "fund"


Groups: TypeAlias = Mapping[str | None, tuple[Posting, ...]]
"""Postings by the id of what they have in common, in its order; None, for those without, last."""


def groups(snapshot: Snapshot, found: Ledger, by: Grouping) -> Groups:
    """Return the money of a snapshot in groups."""
    key, order = _keys(snapshot, found)[by]
    made = found.by(key)
    last = (None,) if None in made else ()
    return {one: made[one] for one in (*(o for o in order if o in made), *last)}


def _keys(
    snapshot: Snapshot, found: Ledger
) -> Mapping[Grouping, tuple[Callable[[Posting], str | None], tuple[str, ...]]]:
    """Return for each grouping in which group a posting is, and all groups in their order."""
    report, organization = snapshot.report, snapshot.report.organization
    periods = tuple(p for p in in_order(report, (one.period for one in found.postings)) if p)
    cycles = cycle_of(report, found.postings)
    responsible = units_of(snapshot)
    above = {unit: department_of(organization, unit) for unit in set(responsible.values())}
    units = {initiative: above[unit] for initiative, unit in responsible.items()}
    return {
        Grouping.ALL: (lambda _: None, ()),
        Grouping.PERIOD: (lambda one: one.period, periods),
        Grouping.AREA: (lambda one: one.area, tuple(area.id for area in report.areas)),
        Grouping.CYCLE: (
            lambda one: cycles.get(one.period or ""),
            tuple(cycle.id for cycle in report.calendar.cycles),
        ),
        Grouping.UNIT: (
            lambda one: units.get(one.initiative),
            tuple(unit.id for unit in organization.units),
        ),
        Grouping.FUND: (lambda one: one.fund, tuple(fund.id for fund in report.about.funds)),
    }
