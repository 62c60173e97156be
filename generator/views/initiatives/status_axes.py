"""By what initiatives can be told apart: the axes of the filter and of the ready-made lists."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.derive.responsibility.participation import involved_units, with_units_above
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Initiative, Role
from generator.model.organization import Organization
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.report import Report
from generator.model.statuses import AXES, State
from generator.views.base import addresses
from generator.words.message import Text, msg
from generator.words.states import label

NO_GROUP = "in_no_group"
"""Stands for initiatives in no group of a taxonomy; ids have no underscores."""

DEPARTMENT = "department"
"""The axis of the organization's units."""

NO_DEPARTMENT = "not_on_record"
"""Stands for initiatives of which no source names a department; ids have no underscores."""

Keys = Mapping[str, tuple[str, ...]]
"""The values of one initiative, by axis."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an axis and where the list of its initiatives is."""

    key: str
    """Its word in the filter's address."""
    label: Text
    target: str
    state: State | None = None
    """Of a fixed axis, the state that it is."""
    former_key: str = ""
    """Its word in addresses of earlier versions, if it was another."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One way to tell initiatives apart."""

    name: str
    label: Text
    values: tuple[Value, ...]


def axes(snapshot: Snapshot, found: Iterable[Keys]) -> tuple[Axis, ...]:
    """Return every axis with all values a list is kept for, in the order they are shown.

    `found` are the values of all initiatives; departments and posts without any are left out.
    """
    report, organization = snapshot.report, snapshot.report.organization
    seen = {(name, key) for values in found for name, some in values.items() for key in some}
    areas = (Value(a.id, a.short_title, addresses.area(a.id)) for a in report.areas)
    return (
        Axis("area", msg("status-axis-area"), tuple(areas)),
        *fixed_axes(snapshot),
        *_group_axes(report, seen),
        *([_open(seen, DEPARTMENT, _departments(organization))] if organization.units else ()),
        *(_open(seen, kind.value, _holders(organization)) for kind in report.about.roles.asked),
    )


def fixed_axes(snapshot: Snapshot) -> tuple[Axis, ...]:
    """Return the axes whose values have a page each, whether an initiative is there or not.

    An axis of which the report does not speak is none.
    """
    return tuple(
        Axis(
            axis,
            msg(f"status-axis-{axis}"),
            tuple(_state_value(state) for state in kind),
        )
        for axis, kind in AXES.items()
        if axis in snapshot.axes
    )


def _group_axes(report: Report, seen: AbstractSet[tuple[str, str]]) -> Iterator[Axis]:
    """Yield an axis for each taxonomy, with the groups that have any initiative."""
    for taxonomy in report.about.taxonomies:
        name = group_axis(taxonomy.id)
        alone = Value(NO_GROUP, msg("facts-ungrouped"), addresses.ungrouped(taxonomy.id))
        values = (
            Value(value.id, value.title, addresses.group(f"{taxonomy.id}/{value.id}"))
            for value in taxonomy.values
        )
        shown = tuple(value for value in (*values, alone) if (name, value.key) in seen)
        yield Axis(name, taxonomy.title, shown)


def group_axis(taxonomy_id: str) -> str:
    """Return what the axis of a taxonomy is called, which no other axis is."""
    return f"group-{taxonomy_id}"


def values_of_fixed_axes(snapshot: Snapshot) -> Iterator[tuple[Axis, Value]]:
    """Yield every value that has a page of its own, with its axis."""
    return ((axis, value) for axis in fixed_axes(snapshot) for value in axis.values)


def _state_value(state: State) -> Value:
    former = state.value if state.value != state.slug else ""
    return Value(state.slug, label(state), addresses.state_list(state), state, former)


def keys(snapshot: Snapshot, initiative_state: InitiativeState) -> Keys:
    """Return the values of one initiative on every axis; each axis has at least one.

    A division counts for the departments it belongs to as well.
    """
    report = snapshot.report
    units = involved_units(report.organization, initiative_state)
    departments = with_units_above(report.organization, units) or (NO_DEPARTMENT,)
    return {
        "area": (initiative_state.initiative.area,),
        **{
            state.axis: (state.slug,)
            for state in initiative_state.states
            if state.axis in snapshot.axes
        },
        **_group_keys(report, initiative_state.initiative),
        **({DEPARTMENT: departments} if report.organization.units else {}),
        **{
            kind.value: (_holder(initiative_state.held(kind)),) for kind in report.about.roles.asked
        },
    }


def _group_keys(report: Report, initiative: Initiative) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {taxonomy.id: [] for taxonomy in report.about.taxonomies}
    for reference in dict.fromkeys(initiative.taxonomies):
        taxonomy, _, value = reference.partition("/")
        if taxonomy in found:
            found[taxonomy].append(value)
    return {group_axis(name): tuple(keys) or (NO_GROUP,) for name, keys in found.items()}


def _holder(role: Role | None) -> str:
    return role.holder if role else UNASSIGNED


def _open(
    seen: AbstractSet[tuple[str, str]], name: str, values: Iterable[tuple[str, Text]]
) -> Axis:
    """Return an axis of the values that occur; all of them share one page of lists."""
    shown = (
        Value(key, text, addresses.holder_list(name, key))
        for key, text in values
        if (name, key) in seen
    )
    return Axis(name, msg(f"status-axis-{name}"), tuple(shown))


def _departments(organization: Organization) -> Iterable[tuple[str, Text]]:
    yield from ((unit.id, unit.name) for unit in organization.units)
    yield NO_DEPARTMENT, msg("status-no-department")


def _holders(organization: Organization) -> Iterable[tuple[str, Text]]:
    yield from ((post.id, post.title) for post in organization.posts)
    yield from ((unit.id, unit.name) for unit in organization.units)
    yield UNASSIGNED, msg("common-vacant")
    yield NOT_NAMED, msg("common-not-named")
