"""When sentences about sums of money may be said, by the records alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from statements.records import GAPS, Records
from statements.said import Place

from generator.model.initiative import Initiative
from generator.model.keys import FundingState, RoleKind


def _stated(one: Initiative) -> bool:
    return any(money.state is not FundingState.NOT_STATED for money in one.funding)


def _of_unit(now: Records, unit: str) -> list[Initiative]:
    """Return what a unit owns, or plans while nobody is known to own it."""
    posts, units = now.posts_of(unit), now.units_below(unit)
    return [
        one
        for one in now.initiatives
        if (holder := now.holder(one, RoleKind.OWNER)) in posts | units
        or (holder in GAPS and any(e.department in units for e in one.work_plan))
    ]


def _scopes(place: Place) -> Iterator[Sequence[Initiative]]:
    """Yield of which initiatives a place may speak: of one group of them, or each in turn."""
    now, folder = place.now, place.target.partition("/")[0]
    if not place.is_about_one or folder == "money":
        yield now.initiatives
    for area in now.report.areas:
        if not place.is_about_one or place.target == f"areas/{area.id}/":
            yield [one for one in now.initiatives if one.area == area.id]
    for unit in now.report.organization.units:
        if place.target == f"departments/{unit.id}/":
            yield _of_unit(now, unit.id)


def _counts(place: Place) -> Iterator[Mapping[str, int]]:
    for scope in _scopes(place):
        with_any = sum(bool(one.funding) for one in scope)
        known = sum(map(_stated, scope))
        yield {
            "all": len(scope),
            "known": known,
            "unstated": with_any - known,
            "none": len(scope) - with_any,
        }


def _headline(place: Place, values: Mapping[str, Any]) -> bool:
    said = values["known"], values["all"]
    return said[0] > 0 and any((c["known"], c["all"]) == said for c in _counts(place))


def _unstated(place: Place, values: Mapping[str, Any]) -> bool:
    said = values["count"], values["added"], values["all"]
    found = [(c["unstated"], c["known"], c["all"]) for c in _counts(place)]
    return said[0] > 0 and said in found


def _none(place: Place, values: Mapping[str, Any]) -> bool:
    return values["count"] > 0 and any(c["none"] == values["count"] for c in _counts(place))


MONEY_CLAIMS = {
    "money-headline": _headline,
    "money-unstated": _unstated,
    "money-none-known": _none,
}
