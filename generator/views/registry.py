"""Which pages a report has: all, in groups that are made apart, or the one at an address."""

from collections.abc import Iterator, Mapping

from generator.derive.measures.goals import goal_references
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.page_groups import PageGroup
from generator.views.base.site_context import SiteContext
from generator.views.page_kinds import PAGE_KINDS


def page_groups(site: SiteContext) -> Iterator[PageGroup]:
    """Yield every page of the site with what is made with it, in a stable order.

    No view is made: each group makes its own when it is asked. What prose can lead to is in
    `prose_targets`.
    """
    for kind in PAGE_KINDS:
        yield from kind.groups(site)


def pages_by_address(site: SiteContext) -> dict[str, PageGroup]:
    """Return every page by its address; the further parts of long pages come with them."""
    return {group.address: group for group in page_groups(site)}


def page_at(groups: Mapping[str, PageGroup], address: str) -> PageGroup | None:
    """Return what makes the page at an address, of `pages_by_address`; None where nothing does.

    Further parts of a long page are below it: whether there is one at an address is told by
    the pages that the group makes.
    """
    while address not in groups:
        address = address[: address.rstrip("/").rfind("/") + 1]
        if not address:
            return None
    return groups[address]


def prose_targets(snapshot: Snapshot) -> frozenset[str]:
    """Return the addresses of all pages to which a link of prose can lead.

    They are known before any page is made: see `addresses.of_prose_link` for what links may name.
    """
    report = snapshot.report
    initiatives = [state.initiative for state in snapshot.states]
    return frozenset(
        (
            addresses.SOURCES,
            *(addresses.area(area.id) for area in report.areas),
            *(addresses.initiative(i) for one in initiatives for i in (one.id, *one.former_ids)),
            *(addresses.narrative(page.id) for page in report.pages),
            *(addresses.goal(reference) for reference in goal_references(report)),
        )
    )
