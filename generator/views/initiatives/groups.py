"""Views of an organization's own groupings: all, one taxonomy, and one group of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.taxonomies import Group, ungrouped
from generator.model.statuses import Status
from generator.model.taxonomies import Taxonomy
from generator.views.base import addresses
from generator.views.base.blocks import Count, LinkTo, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import counts, shown_statuses
from generator.views.base.table_builder import Columns, Figures, Value, table, table_if_any
from generator.views.initiatives.own_records import to_group
from generator.views.initiatives.rows import initiative_columns
from generator.words.message import Text, msg
from generator.words.states import label

Members = Mapping[str, Sequence[InitiativeState]]
"""The initiatives of every group that has any, by how they name it."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """The initiatives of one group, counted by status, and each."""

    title: Text
    lede: Text
    counts: tuple[Count, ...]
    initiatives: Table | None
    more: LinkTo
    """The way to the other groups of the taxonomy."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row of the table of a taxonomy counts."""

    name: Value
    states: Sequence[InitiativeState]


def group_view(snapshot: Snapshot, grouped: Members, group: Group) -> GroupView:
    """Return the view of one group."""
    here = grouped.get(group.reference, ())
    title = group.taxonomy.title
    columns = initiative_columns(snapshot, with_area=True)
    return GroupView(
        title=msg("status-list-title", axis=title, value=group.value.title),
        lede=msg("facts-group-lede", count=len(here), taxonomy=title, day=snapshot.as_of),
        counts=counts(snapshot, here),
        initiatives=table_if_any("initiatives", msg("area-initiatives"), here, columns),
        more=to_taxonomy(group.taxonomy, msg("facts-groups-more", taxonomy=title)),
    )


def to_taxonomy(taxonomy: Taxonomy, text: Text = "") -> LinkTo:
    """Return the link to the page of a taxonomy, by its title where there is no other text."""
    return LinkTo(text or taxonomy.title, addresses.taxonomy(taxonomy.id))


def taxonomy_view(snapshot: Snapshot, grouped: Members, taxonomy: Taxonomy) -> SectionsView:
    """Return the view of one taxonomy: its groups by status, and what is in none of them."""
    alone = ungrouped(snapshot, taxonomy)
    listed = table_if_any(
        addresses.UNGROUPED,
        msg("facts-ungrouped-list", taxonomy=taxonomy.title, count=len(alone)),
        alone,
        initiative_columns(snapshot, with_area=True),
    )
    without = (Section(addresses.UNGROUPED, msg("facts-ungrouped"), listed),) if listed else ()
    return SectionsView(
        title=taxonomy.title,
        lede=msg(
            "facts-taxonomy-lede",
            count=len(snapshot.states),
            groups=len(taxonomy.values),
            day=snapshot.as_of,
        ),
        facts=(),
        sections=(_section(snapshot, grouped, taxonomy, msg("facts-groups-all")), *without),
    )


def groups_view(snapshot: Snapshot, grouped: Members) -> SectionsView:
    """Return the view of all taxonomies."""
    return SectionsView(
        title=msg("facts-groups"),
        lede=msg("facts-groups.lede"),
        facts=(),
        sections=tuple(
            _section(snapshot, grouped, taxonomy, taxonomy.title)
            for taxonomy in snapshot.report.about.taxonomies
        ),
    )


def _section(snapshot: Snapshot, grouped: Members, taxonomy: Taxonomy, heading: Text) -> Section:
    groups = [Group(taxonomy, value) for value in taxonomy.values]
    alone = ungrouped(snapshot, taxonomy)
    rows = [_Row(to_group(group), grouped.get(group.reference, ())) for group in groups]
    rows += [_Row(msg("facts-ungrouped"), alone)] if alone else []
    counted = sum(len(row.states) for row in rows)
    several = msg("facts-taxonomy-several") if counted > len(snapshot.states) else ""
    return Section(f"by-{taxonomy.id}", heading, _table(snapshot, taxonomy, rows), text=several)


def _table(snapshot: Snapshot, taxonomy: Taxonomy, rows: Sequence[_Row]) -> Table:
    """Return how many initiatives of each group have each status that occurs."""
    shown = shown_statuses(snapshot)

    def number(status: Status) -> Callable[[_Row], Value]:
        return lambda row: sum(state.status is status for state in row.states)

    columns: Columns[_Row] = {
        taxonomy.title: lambda row: row.name,
        # Before the others: on a narrow screen the last ones are out of sight.
        Figures(msg("status-by-area-all")): lambda row: len(row.states),
        **{Figures(label(status)): number(status) for status in shown},
    }
    caption = msg(
        "facts-taxonomy-caption" if shown else "facts-taxonomy-caption-alone",
        taxonomy=taxonomy.title,
    )
    return table(f"by-{taxonomy.id}", caption, rows, columns, stacked=False)
