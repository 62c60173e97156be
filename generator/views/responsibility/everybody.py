"""Views of everybody whom sources name: an index of the units, of the posts, and of the partners.

The page of who is responsible shows the first of the units, and leads to all three.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from generator.derive.responsibility.participation import involved_units, with_units_above
from generator.derive.responsibility.roles import Register, Responsibility
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.keys import PartnerStanding, RoleKind
from generator.model.organization import Organization, Partner, Post, Unit
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import organization_link, post_link, unit_kind
from generator.views.base.table_builder import Columns, Figures, facts, table
from generator.words.message import msg

INDEXES = {"departments": "units", "posts": "posts", "partners": "partners"}
"""What is in each index, by its anchor, which is also its folder of addresses."""

MOST = 8
"""Rows that the page of who is responsible shows of each index."""


def units_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of every unit that sources name, the one with most initiatives first."""
    return _index("departments", _all_units(snapshot, found))


def posts_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of every post that sources name."""
    return _index("posts", _posts(snapshot, found))


def partners_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of every partner that sources name."""
    return _index("partners", _partners(snapshot, found))


def everybody(snapshot: Snapshot, found: Register) -> Iterator[Section]:
    """Yield a section for the units, the posts, and the partners, as far as there are any.

    A short index is here whole; of more units those with most initiatives, and the way to all.
    """
    organization = snapshot.report.organization
    if organization.units:
        every = _all_units(snapshot, found)
        yield _way("departments", addresses.UNITS, every, _most_involved(snapshot))
    if organization.posts:
        yield _way("posts", addresses.POSTS, _posts(snapshot, found))
    if organization.partners:
        yield _way("partners", addresses.PARTNERS, _partners(snapshot, found))


def _way(anchor: str, target: str, every: Table, most: Table | None = None) -> Section:
    heading, count = msg(f"responsibility-{INDEXES[anchor]}-heading"), len(every.rows)
    if count <= MOST:
        return Section(anchor, heading, every)
    more = LinkTo(msg(f"responsibility-{INDEXES[anchor]}-all", count=count), target)
    return Section(anchor, heading, most, facts=facts({msg("responsibility-index"): more}))


def _index(anchor: str, made: Table) -> SectionsView:
    name = INDEXES[anchor]
    heading = msg(f"responsibility-{name}-heading")
    lede = msg(f"responsibility-{name}-lede", count=len(made.rows))
    section = Section(anchor, msg(f"responsibility-{name}-index-heading"), made)
    return SectionsView(heading, lede, (), (section,))


def _involved(snapshot: Snapshot) -> Counter[str]:
    """Return with how many initiatives each unit has to do, those of its own units included."""
    organization = snapshot.report.organization
    return Counter(
        unit
        for state in snapshot.states
        for unit in with_units_above(organization, involved_units(organization, state))
    )


def _by_number(organization: Organization, involved: Counter[str]) -> list[Unit]:
    return sorted(organization.units, key=lambda unit: -involved[unit.id])


def _most_involved(snapshot: Snapshot) -> Table | None:
    """Return the units with most initiatives; none where too many have the same number of them."""
    organization, involved = snapshot.report.organization, _involved(snapshot)
    units = [unit for unit in _by_number(organization, involved) if involved[unit.id]]
    others = max((involved[unit.id] for unit in units[MOST:]), default=0)
    shown = [unit for unit in units if involved[unit.id] > others]
    if not shown:
        return None
    columns: Columns[Unit] = {
        msg("responsibility-unit"): lambda u: _named(organization, u),
        Figures(msg("responsibility-involved-in")): lambda u: involved[u.id],
    }
    caption = msg("responsibility-units-most")
    return table("departments", caption, shown, columns, stacked=False)


def _all_units(snapshot: Snapshot, found: Register) -> Table:
    organization, involved = snapshot.report.organization, _involved(snapshot)
    columns: Columns[Unit] = {
        msg("responsibility-unit"): lambda u: _named(organization, u),
        msg("responsibility-kind"): unit_kind,
        Figures(msg("responsibility-involved-in")): lambda u: involved[u.id],
        **_held(snapshot.report, found.units),
        Figures(msg("responsibility-takes-part")): lambda u: len(found.units[u.id].takes_part_in),
        Figures(msg("responsibility-in-work-plans")): lambda u: len(found.units[u.id].planned),
    }
    caption = msg("responsibility-units", count=len(organization.units))
    return table("departments", caption, _by_number(organization, involved), columns)


def _held(report: Report, found: Mapping[str, Responsibility]) -> Columns[Unit | Post]:
    """Return the columns of how many initiatives units or posts hold each role of today."""

    def number(kind: RoleKind) -> Callable[[Unit | Post], int]:
        return lambda one: len(found[one.id].holding(kind))

    return {
        Figures(msg(f"responsibility-{kind.value}-of")): number(kind)
        for kind in report.about.roles.asked
    }


def _named(organization: Organization, unit: Unit) -> Cell:
    """Return the link to a unit, with what it belongs to."""
    names = {u.id: u.name for u in organization.units}
    link = organization_link(organization, unit.id)
    if unit.part_of not in names:
        return (link,)
    return (link, SideNote(msg("responsibility-belongs-to", unit=names[unit.part_of])))


def _posts(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization
    columns: Columns[Post] = {
        msg("responsibility-post"): lambda p: post_link(organization, p.id),
        msg("responsibility-unit"): lambda p: (
            organization_link(organization, p.unit) if p.unit else msg("responsibility-not-stated")
        ),
        **_held(snapshot.report, found.posts),
    }
    caption = msg("responsibility-posts", count=len(organization.posts))
    return table("posts", caption, organization.posts, columns)


def _partners(snapshot: Snapshot, found: Register) -> Table:
    organization = snapshot.report.organization

    def number(partner: Partner, state: PartnerStanding) -> int:
        named = found.partners[partner.id].participations
        return sum(part.now.standing is state for _, part in named)

    columns: Columns[Partner] = {
        msg("responsibility-partner"): lambda p: organization_link(organization, p.id),
        Figures(msg("responsibility-confirmed-in")): lambda p: number(p, PartnerStanding.CONFIRMED),
        Figures(msg("responsibility-named-in")): lambda p: number(p, PartnerStanding.NAMED),
        Figures(msg("responsibility-possible-in")): lambda p: number(p, PartnerStanding.POSSIBLE),
    }
    caption = msg("responsibility-partners", count=len(organization.partners))
    return table("partners", caption, organization.partners, columns)
