"""Which kinds of pages there are: for each its records, address, template and view."""

from generator.views.base import addresses, site_sections
from generator.views.base.page_kind import AnyPageKind, PageKind, in_section
from generator.views.kinds.about import ABOUT_KINDS
from generator.views.kinds.data import DATA_KINDS
from generator.views.kinds.goals import GOALS_KINDS
from generator.views.kinds.initiatives import INITIATIVES_KINDS
from generator.views.kinds.topics import TOPICS_KINDS
from generator.views.kinds.what_changed import WHAT_CHANGED_KINDS
from generator.views.overview.home import home_view
from generator.views.print.download import download_ways
from generator.words.message import msg

PAGE_KINDS: tuple[AnyPageKind, ...] = (
    # What takes longest comes first, so that no core waits for it at the end.
    *in_section(site_sections.WHAT_CHANGED, WHAT_CHANGED_KINDS),
    *in_section(site_sections.DATA, DATA_KINDS),
    PageKind(
        address=addresses.HOME,
        template="home",
        schema_type="Report",
        title=msg("home-title"),
        description=msg("home-description"),
        view=lambda site, _: home_view(site.now, site.editions, download_ways(site.downloads)),
        wide=True,
    ),
    *in_section(site_sections.TOPICS, TOPICS_KINDS),
    *in_section(site_sections.INITIATIVES, INITIATIVES_KINDS),
    *in_section(site_sections.GOALS, GOALS_KINDS),
    *in_section(site_sections.ABOUT, ABOUT_KINDS),
)
"""Every kind of page."""
