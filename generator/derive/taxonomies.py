"""The groups of a report: of each taxonomy its values, and which initiatives belong to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Initiative
from generator.model.report import Report
from generator.model.taxonomies import Taxonomy, TaxonomyValue


@dataclass(frozen=True, slots=True)
class Group:
    """One value of a taxonomy."""

    taxonomy: Taxonomy
    value: TaxonomyValue

    @property
    def reference(self) -> str:
        """How initiatives name it."""
        return f"{self.taxonomy.id}/{self.value.id}"


def groups(report: Report) -> Iterator[Group]:
    """Yield every group of a report, in the order in which report.yml lists them."""
    for taxonomy in report.about.taxonomies:
        yield from (Group(taxonomy, value) for value in taxonomy.values)


def groups_of(report: Report, initiative: Initiative) -> tuple[Group, ...]:
    """Return the groups to which an initiative belongs, in the order of report.yml."""
    if not initiative.taxonomies:
        return ()
    named = set(initiative.taxonomies)
    return tuple(group for group in groups(report) if group.reference in named)


def members(snapshot: Snapshot) -> Mapping[str, Sequence[InitiativeState]]:
    """Return the initiatives of every group that has any, by how they name it."""
    found: dict[str, list[InitiativeState]] = {}
    for state in snapshot.states:
        for reference in dict.fromkeys(state.initiative.taxonomies):
            found.setdefault(reference, []).append(state)
    return found


def ungrouped(snapshot: Snapshot, taxonomy: Taxonomy) -> tuple[InitiativeState, ...]:
    """Return the initiatives that belong to no group of a taxonomy."""
    beginning = f"{taxonomy.id}/"
    return tuple(
        state
        for state in snapshot.states
        if not any(name.startswith(beginning) for name in state.initiative.taxonomies)
    )
