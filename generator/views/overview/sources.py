"""The view of the sources: where each is found, when it appeared, and what rests on it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive.snapshot.citations import LocatedRecord, cited_by
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.source_links import gone_addresses, reader_address, sources_seen
from generator.model.link_checks import GoneAddress
from generator.model.records import Missing
from generator.model.report import Report, Source
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    LinkTo,
    Strong,
    Table,
    phrase,
)
from generator.views.base.page import Page
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    gap_text,
    held_by,
    published_on,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, table
from generator.words.localization import Localization
from generator.words.message import Text, listing, msg
from generator.words.report_language import language_of

MOST_USERS_SHOWN = 6
"""Pages that rest on a source and are shown without unfolding."""

MOST_USERS_LISTED = 300
"""Pages that rest on a source and are listed with it; more have a page of their own."""

MOST_SOURCES_AT_ONCE = 20
"""Sources in one list; more are folded, by the year in which they appeared."""

MOST_USED = 6
"""Sources that are named before the years, where they are folded."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source: what it is, when it appeared, what rests on it."""

    id: str
    title: str
    address: str
    """Where readers are led; empty for a source that somebody holds and no address gives."""
    held: Text
    """Who holds it; empty where nobody is said to."""
    published: Text
    note: str
    used_by: tuple[LinkTo, ...]
    uses: int
    """How many pages rest on it, listed here or not."""
    also_used_for: Text
    folded: Text
    """How much rests on it, where that is too much to show at once; else empty."""
    elsewhere: LinkTo | None = None
    """The page of what rests on it, where that is too much for the list."""
    seen: Cell = ()
    """A copy in an archive, and that its first address is gone."""


@dataclass(frozen=True, slots=True)
class SourceYear:
    """The sources that appeared in one year."""

    anchor: str
    heading: Text
    """The year, and how many they are."""
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source that the report cites."""

    lead: Text
    seen: Text
    """When the addresses were last checked, and what came of it; empty if nobody checked."""
    sources: tuple[SourceView, ...]
    """In the order of sources.yml."""
    most_used: Table | None
    """Those on which most pages rest, where all are too many for one list."""
    years: tuple[SourceYear, ...]
    """The same sources by year, newest first, where they are too many for one list."""


def sources_view(snapshot: Snapshot) -> SourcesView:
    """Return the view of the list of sources."""
    report = snapshot.report
    citing, words = cited_by(report), language_of(report)
    shown = tuple(
        _source(snapshot, s, citing.get(s.id, []), _published(s, words, snapshot.day))
        for s in report.sources
    )
    many = len(shown) > MOST_SOURCES_AT_ONCE
    return SourcesView(
        lead=msg("source-lead", count=len(shown)),
        seen=_checked(report),
        sources=shown,
        most_used=_most_used(shown) if many else None,
        years=tuple(_years(report, shown)) if many else (),
    )


def _most_used(shown: Sequence[SourceView]) -> Table:
    columns: Columns[SourceView] = {
        msg("source-title"): lambda s: LinkTo(s.title, f"#{s.id}"),
        msg("common-date"): lambda s: s.published,
        Figures(msg("source-uses")): lambda s: s.uses,
    }
    most = sorted(shown, key=lambda s: -s.uses)[:MOST_USED]
    return table("most--used", msg("source-most-used"), most, columns)


def _years(report: Report, shown: Sequence[SourceView]) -> Iterator[SourceYear]:
    """Yield the sources of each year, newest first, and at the end those without one."""
    by_year: dict[int, list[SourceView]] = {}
    for source, view in zip(report.sources, shown, strict=True):
        by_year.setdefault(_year(source), []).append(view)
    for year, found in sorted(by_year.items(), reverse=True):
        counted = msg("source-of-no-year", count=len(found))
        heading = msg("source-of-year", year=str(year), count=len(found)) if year else counted
        # Two hyphens keep it from every id of a source.
        yield SourceYear(f"year--{year or 'none'}", heading, tuple(found))


def _year(source: Source) -> int:
    """Return the first year in which it may have appeared, or the last; 0 where none is known."""
    when = source.published
    point = None if isinstance(when, Missing) else when.start or when.end
    return point.numbers[0] if point else 0


def _checked(report: Report) -> Text:
    seen = sources_seen(report)
    if seen is None or not report.sources:
        return ""
    count = seen.answered + seen.gone + seen.unchecked
    found = [msg("source-checked-answered", answered=seen.answered, count=count)]
    if seen.gone:
        found.append(msg("source-checked-gone", gone=seen.gone))
    if seen.unchecked:
        found.append(msg("source-checked-unchecked", unchecked=seen.unchecked))
    return msg("source-checked", date=seen.day, found=listing(found))


def _seen(source: Source, gone: GoneAddress | None) -> Cell:
    """Return where there is a copy, and that the first address is gone."""
    copy = source.archived
    if gone and copy:
        first = LinkTo(gone.address, gone.address)
        return (
            phrase(
                msg("source-gone-copied", date=copy.on, gone=gone.on, found=gone.found),
                address=first,
            ),
        )
    if gone:
        return (Strong(msg("source-gone", gone=gone.on, found=gone.found)),)
    return (LinkTo(msg("source-archived", date=copy.on), copy.address),) if copy else ()


def _source(
    snapshot: Snapshot, source: Source, citing: list[LocatedRecord], published: Text
) -> SourceView:
    users = _users(snapshot, citing)
    gone = gone_addresses(snapshot.report)
    many = len(users) > MOST_USERS_LISTED
    elsewhere = LinkTo(msg("source-pages", count=len(users)), addresses.source_users(source.id))
    few = many or len(users) <= MOST_USERS_SHOWN
    return SourceView(
        id=source.id,
        title=source.title,
        address=reader_address(source, gone) or "",
        held=held_by(source),
        published=published,
        note=source.note or "",
        used_by=() if many else users,
        uses=len(users),
        elsewhere=elsewhere if many else None,
        also_used_for=_other_uses(citing),
        folded="" if few else msg("source-used-for-pages", count=len(users)),
        seen=_seen(source, gone.get(source.address or "")),
    )


def source_pages(snapshot: Snapshot) -> Iterator[Page]:
    """Yield the pages of what rests on a source, of sources with too much for their list."""
    citing = cited_by(snapshot.report)
    for source in snapshot.report.sources:
        users = _users(snapshot, citing.get(source.id, []))
        if len(users) > MOST_USERS_LISTED:
            title = msg("source-users-title", source=source.title)
            count = msg("source-pages", count=len(users))
            view = SectionsView(title, count, (), (_users_section(users),))
            target = addresses.source_users(source.id)
            crumbs = (LinkTo(msg("page-sources"), addresses.SOURCES),)
            yield Page(target, "sections", title, view.lede, view, crumbs, searchable=False)


def _users_section(users: Sequence[LinkTo]) -> Section:
    columns: Columns[LinkTo] = {msg("source-page"): lambda user: user}
    listed = table("users", msg("source-users"), users, columns)
    return Section("users", msg("source-users-heading"), listed)


def _published(source: Source, words: Localization, day: date) -> Text:
    """Return the date, and how the source gives it where that says something else.

    A date after the day is marked.

    `words` is the language in which the content is written.
    """
    when = source.published
    if isinstance(when, Missing):
        if source.stated is None:
            return msg("source-date-gap-alone", gap=gap_text(when))
        return msg("source-date-gap", gap=gap_text(when), stated=source.stated)
    said = published_on(source, day)
    if source.stated is None:
        return said
    alike = {when.text, when.text.replace("~", ""), when.text.replace("/", "-")}
    # "15 September 2021" says no more than "September 15, 2021".
    if source.stated in alike or _parts(source.stated) == _parts(words(when)):
        return said
    return msg("source-date-stated", date=said, stated=source.stated)


def _parts(date: str) -> list[str]:
    return sorted(re.findall(r"\w+", date.casefold()))


def _users(snapshot: Snapshot, citing: list[LocatedRecord]) -> tuple[LinkTo, ...]:
    ids = dict.fromkeys(
        part.key.rpartition("/")[2] for part in citing if part.kind in ("initiative", "update")
    )
    used = [to_initiative(s.initiative) for s in snapshot.states if s.initiative.id in ids]
    areas = dict.fromkeys(part.key for part in citing if part.kind == "area")
    used += [LinkTo(a.title, addresses.area(a.id)) for a in snapshot.report.areas if a.id in areas]
    pages = dict.fromkeys(part.key for part in citing if part.kind == "page")
    used += [
        LinkTo(p.title, addresses.narrative(p.id)) for p in snapshot.report.pages if p.id in pages
    ]
    return tuple(used)


_USES = frozenset(
    (
        *("about", "organization", "calendar", "history", "survey"),
        *("salons", "discrepancies", "evaluation", "edition"),
    )
)
"""Kinds of records that have no page of their own among those that use a source."""


def _other_uses(citing: list[LocatedRecord]) -> Text:
    kinds = dict.fromkeys(part.kind for part in citing if part.kind in _USES)
    return listing((msg(f"source-use-{kind}") for kind in kinds), "apart") if kinds else ""
