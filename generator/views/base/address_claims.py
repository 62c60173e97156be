"""Address clashes: two things of the report at one address, so that one is out of reach.

| code | what it means |
| --- | --- |
| A001 | an id whose address on the site is also that of something else |
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.issues import Issue, Location, RecordLocations
from generator.core.naming import quoted
from generator.model.ids import folded
from generator.model.references import NOT_NAMED, PROGRAM, UNASSIGNED
from generator.model.report import Report
from generator.model.statuses import AXES
from generator.views.base import addresses
from generator.views.initiatives.status_axes import NO_DEPARTMENT

Where = tuple[str, str, tuple[str | int, ...]]
"""Kind, key and path of an id in the content."""


@dataclass(frozen=True, slots=True)
class AddressClaim:
    """An address that a record of the content claims by its id."""

    address: str
    what: str
    """The kind of thing, as a message names it."""
    id: str
    where: Where


def clashes(report: Report, places: RecordLocations) -> list[Issue]:
    """Return an issue for every id by which two different things would have one address.

    Two things of one kind with one id are another rule's.
    """
    taken = {folded(address): "a page of every report" for address in of_every_report()}
    kinds: dict[str, str] = {}
    issues = []
    for claim in address_claims(report):
        key = folded(claim.address)
        holder = taken.get(key) or _further_part(claim.address) or _year(claim.address)
        if holder and kinds.get(key) != claim.what:
            issues.append(_clash(claim, holder, _place(claim, places)))
        taken.setdefault(key, f"the {claim.what} {quoted(claim.id)}")
        kinds.setdefault(key, claim.what)
    return issues


def address_claims(report: Report) -> Iterator[AddressClaim]:
    """Yield the address of every page, list and place on a page that an id of the content makes."""
    yield from _of_initiatives(report)
    for area in report.areas:
        where = _where("area", area.id, "id")
        yield AddressClaim(addresses.area(area.id), "area", area.id, where)
        yield AddressClaim(addresses.roadmap_of(area.id), "roadmap of the area", area.id, where)
        yield AddressClaim(addresses.ideas_of(area.id), "ideas of the area", area.id, where)
        yield AddressClaim(addresses.goals_of(area.id), "goals of the area", area.id, where)
        for at, measure in enumerate(area.measures):
            address = addresses.measure(addresses.area(area.id), measure.id)
            where = _where("area", area.id, "measures", at, "id")
            yield AddressClaim(address, "measure", measure.id, where)
            address = addresses.measure_chart(area.id, measure.id)
            yield AddressClaim(address, "chart of the area's measure", measure.id, where)
    yield from _of_goals(report)
    yield from _of_organization(report)
    for at, milestone in enumerate(report.calendar.milestones):
        where = _where("calendar", "", "milestones", at, "id")
        yield AddressClaim(addresses.milestone(milestone.id), "milestone", milestone.id, where)
    for at, source in enumerate(report.sources):
        where = _where("sources", "", "sources", at, "id")
        yield AddressClaim(addresses.source(source.id), "source", source.id, where)
        yield AddressClaim(addresses.source_users(source.id), "list of a source", source.id, where)
    yield from _of_groups(report)
    for page in report.pages:
        yield AddressClaim(
            addresses.narrative(page.id), "page", page.id, _where("page", page.id, "id")
        )


def _of_initiatives(report: Report) -> Iterator[AddressClaim]:
    for initiative in report.initiatives:
        some_id = initiative.id
        for at, name in enumerate((some_id, *initiative.former_ids)):
            path = ("former_ids", at - 1) if at else ("id",)
            where = _where("initiative", some_id, *path)
            yield AddressClaim(addresses.initiative(name), "initiative", name, where)
        home = addresses.initiative(some_id)
        for at, measure in enumerate(initiative.measures):
            where = _where("initiative", some_id, "measures", at, "id")
            yield AddressClaim(addresses.measure(home, measure.id), "measure", measure.id, where)
            address = addresses.measure_chart(some_id, measure.id)
            yield AddressClaim(address, "chart of the measure", measure.id, where)
    for update in report.updates:
        address = addresses.update(update.initiative, update.milestone)
        where = _where("update", f"{update.milestone}/{update.initiative}", "milestone")
        yield AddressClaim(address, "update", update.milestone, where)


def _of_goals(report: Report) -> Iterator[AddressClaim]:
    of_program = (("about", "", PROGRAM, report.about.goals),)
    of_areas = (("area", area.id, area.id, area.goals) for area in report.areas)
    for kind, key, owner, goals in (*of_program, *of_areas):
        for at, goal in enumerate(goals):
            where = _where(kind, key, "goals", at, "id")
            yield AddressClaim(addresses.goal(f"{owner}/{goal.id}"), "goal", goal.id, where)


def _of_groups(report: Report) -> Iterator[AddressClaim]:
    for at, taxonomy in enumerate(report.about.taxonomies):
        where = _where("about", "", "taxonomies", at, "id")
        yield AddressClaim(addresses.taxonomy(taxonomy.id), "taxonomy", taxonomy.id, where)
        for place, value in enumerate(taxonomy.values):
            where = _where("about", "", "taxonomies", at, "values", place, "id")
            address = addresses.group(f"{taxonomy.id}/{value.id}")
            yield AddressClaim(address, "group", value.id, where)


def _of_organization(report: Report) -> Iterator[AddressClaim]:
    found = report.organization
    for at, unit in enumerate(found.units):
        where = _where("organization", "", "units", at, "id")
        yield AddressClaim(addresses.unit(unit.id), "unit", unit.id, where)
        listed = addresses.holder_list("department", unit.id)
        yield AddressClaim(listed, "list of the unit", unit.id, where)
        for kind in report.about.roles.of_units:
            listed = addresses.holder_list(kind.value, unit.id)
            yield AddressClaim(listed, f"list of the {kind}", unit.id, where)
    for at, post in enumerate(found.posts):
        where = _where("organization", "", "posts", at, "id")
        yield AddressClaim(addresses.post(post.id), "post", post.id, where)
        for role in ("owner", "sponsor"):
            listed = addresses.holder_list(role, post.id)
            yield AddressClaim(listed, f"list of the {role}", post.id, where)
    for at, partner in enumerate(found.partners):
        where = _where("organization", "", "partners", at, "id")
        yield AddressClaim(addresses.partner(partner.id), "partner", partner.id, where)


def of_every_report() -> Iterator[str]:
    """Yield every address that no id has a part in."""
    yield from addresses.OF_EVERY_REPORT
    yield from addresses.OF_SOME_REPORTS
    yield addresses.STATUS
    # The heading of that page, whose own anchor is made of its words.
    yield addresses.source("sources")
    yield addresses.goals_of(PROGRAM)
    for state in (state for states in AXES.values() for state in states):
        yield addresses.state_list(state)
        if former := addresses.former_state_list(state):
            yield former
    yield from (addresses.state_index(axis) for axis in AXES if axis != "status")
    for axis in ("department", "owner", "sponsor"):
        yield addresses.holder_lists(axis)
        for key in (UNASSIGNED, NOT_NAMED, NO_DEPARTMENT):
            yield addresses.holder_list(axis, key)


def _further_part(address: str) -> str:
    """Return what an address is that a long table's further parts may take; else nothing."""
    return "a further part of a long table" if re.search(r"/part-\d+/$", address) else ""


def _year(address: str) -> str:
    """Return what an address is that the roadmap of a year may take; else nothing."""
    found = re.fullmatch(rf"{addresses.ROADMAP}fy-\d+/", address)
    return "the roadmap of a year" if found else ""


def _where(kind: str, key: str, *path: str | int) -> Where:
    return kind, key, path


def _place(claim: AddressClaim, places: RecordLocations) -> Location:
    kind, key, path = claim.where
    return places.of(kind, key, *path)


def _clash(claim: AddressClaim, holder: str, at: Location) -> Issue:
    return Issue(
        "A001",
        at,
        f"{quoted(claim.id)}, by which the {claim.what} would stand at {claim.address}",
        f"an id of its own: this address is that of {holder}",
        f'Give it another id, with a second word, as "{claim.id}-plan".',
    )
