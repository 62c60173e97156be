"""The pages of a site, for tests that look at all of them, at those of a kind, or at one."""

from collections.abc import Iterator

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base.page import Page
from generator.views.base.site_context import SiteContext
from generator.views.page_kinds import PAGE_KINDS

Editions = tuple[EditionSnapshot, ...]


def pages(now: Snapshot, editions: Editions = (), *templates: str) -> Iterator[Page]:
    """Yield every page, further parts of long ones too; of kinds with these templates, if any."""
    for kind in PAGE_KINDS:
        if not templates or kind.template in templates:
            for group in kind.groups(SiteContext(now, editions)):
                yield from (made for made in group.pages() if isinstance(made, Page))
