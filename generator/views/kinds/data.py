"""Data and sources: what the report is based on, and what it lacks."""

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_groups import PlainFile
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.initiatives.matches import matches_view
from generator.views.overview.audit import audit_view
from generator.views.overview.data import data_view
from generator.views.overview.dictionary import columns_view, dictionary_view
from generator.views.overview.reference import unknown_view
from generator.views.overview.sources import source_pages, sources_view
from generator.words.message import msg

_DATA = LinkTo(msg("page-data"), addresses.DATA)
_ABOUT = LinkTo(msg("page-about"), addresses.ABOUT)


DATA_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        records=lambda site: (None,) if site.open_data else (),
        address=addresses.DATA,
        nav=msg("page-data"),
        template="data",
        schema_type="Dataset",
        title=msg("page-data"),
        description=msg("page-data.description"),
        view=lambda site, _: data_view(site.now, site.data.tables, site.data.sizes, site.downloads),
        more=lambda site: (
            PlainFile(path, content.decode()) for path, content in site.data.files.items()
        ),
    ),
    PageKind(
        records=lambda site: (None,) if site.open_data else (),
        address=addresses.DICTIONARY,
        template="dictionary",
        title=msg("page-dictionary"),
        description=msg("page-dictionary.description"),
        view=lambda site, _: dictionary_view(site.data.tables),
        crumbs=(_DATA,),
    ),
    PageKind(
        records=lambda site: site.data.tables if site.open_data else (),
        address=lambda flat: addresses.columns_of(flat.name),
        template="sections",
        view=lambda site, flat: columns_view(flat, site.data.sizes),
        crumbs=(_DATA, LinkTo(msg("page-dictionary"), addresses.DICTIONARY)),
        searchable=False,
    ),
    PageKind(
        address=addresses.UNKNOWN,
        nav=msg("page-unknown"),
        documents=("report",),
        template="unknown",
        title=msg("page-unknown"),
        description=msg("page-unknown.description"),
        view=lambda site, _: unknown_view(site.now),
    ),
    PageKind(
        address=addresses.SOURCES,
        nav=msg("page-sources"),
        documents=("report",),
        template="sources",
        title=msg("page-sources"),
        description=msg("page-sources.description"),
        view=lambda site, _: sources_view(site.now),
        more=lambda site: source_pages(site.now),
    ),
    PageKind(
        address=addresses.MATCHES,
        nav=msg("page-matches"),
        documents=("report",),
        template="sections",
        title=msg("page-matches"),
        description=msg("page-matches.description"),
        view=lambda site, _: matches_view(site.now),
        crumbs=(_ABOUT,),
        wide=True,
    ),
    PageKind(
        address=addresses.AUDIT,
        nav=msg("page-audit"),
        documents=("report",),
        template="sections",
        title=msg("page-audit"),
        description=msg("page-audit.description"),
        view=lambda site, _: audit_view(site.now),
        crumbs=(_ABOUT,),
        searchable=False,
        wide=True,
    ),
)
