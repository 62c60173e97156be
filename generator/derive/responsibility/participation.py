"""Who takes part in an initiative: each partner once, and the units that it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.holders import units_of_holders
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.initiative import Initiative, Partnership
from generator.model.keys import PartnerStanding
from generator.model.organization import Organization


@dataclass(frozen=True, slots=True)
class Participation:
    """What a partner or unit has been for one initiative, as sources name it."""

    org: str
    entries: tuple[Partnership, ...]
    """The firmest last, of these the newest: a partner that was suggested may be confirmed."""

    @property
    def now(self) -> Partnership:
        """Return the entry that says most: the firmest, of these the newest."""
        return self.entries[-1]

    @property
    def is_possible(self) -> bool:
        """Return whether it was merely suggested: whether it takes part, no source says."""
        return all(entry.standing is PartnerStanding.POSSIBLE for entry in self.entries)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the sources of all its entries, each once."""
        return tuple(dict.fromkeys(s for entry in self.entries for s in entry.sources))


def participations(initiative: Initiative, day: date) -> tuple[Participation, ...]:
    """Return each partner and unit that takes part in an initiative once, as first named."""
    found: dict[str, list[Partnership]] = {}
    for entry in initiative.partners:
        found.setdefault(entry.org, []).append(entry)
    firmness = list(PartnerStanding)

    def order(entry: Partnership) -> tuple[int, date, date]:
        return firmness.index(entry.standing), entry.since.last(day), entry.since.first()

    return tuple(Participation(org, tuple(sorted(own, key=order))) for org, own in found.items())


def involved_units(organization: Organization, state: InitiativeState) -> tuple[str, ...]:
    """Return the organization's units that an initiative concerns, in the organization's order.

    They are those that hold its roles or whose posts do, those whose work plan lists it, and those
    that a source names as taking part; units that a report merely suggests are left out.
    """
    units = units_of_holders(organization)
    initiative = state.initiative
    found = {units.get(role.holder) for role in (state.owner, state.sponsor) if role}
    found |= {entry.department for entry in initiative.work_plan}
    found |= {p.org for p in initiative.partners if p.standing is not PartnerStanding.POSSIBLE}
    return tuple(unit.id for unit in organization.units if unit.id in found)


def with_units_above(organization: Organization, units: Iterable[str]) -> tuple[str, ...]:
    """Return some units and every unit above them, each once, in the organization's order.

    A circle, which a rule refuses, is walked once.
    """
    parents = {unit.id: unit.part_of for unit in organization.units}
    found: set[str] = set()
    for unit in units:
        here: str | None = unit
        while here in parents and here is not None and here not in found:
            found.add(here)
            here = parents[here]
    return tuple(unit.id for unit in organization.units if unit.id in found)
