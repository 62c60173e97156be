"""Views that say what the report rests on: sources, method, what is not known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from generator.derive.snapshot.citations import LocatedRecord, cited_by
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.derive.source_links import gone_addresses, reader_address, sources_seen
from generator.derive.translations import TranslationCounts
from generator.model.keys import RoleKind
from generator.model.link_checks import GoneAddress
from generator.model.records import Missing
from generator.model.report import Report, Source
from generator.model.statuses import AXES, Freshness, Status
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Fact,
    LinkTo,
    Signal,
    Strong,
    Table,
    Words,
    phrase,
)
from generator.views.base.page import Page
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    gap_text,
    held_by,
    legend,
    published_on,
    remarks,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, facts, table, table_if_any
from generator.views.goals.goals import FORMULA
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.words.localization import Localization
from generator.words.message import DayOfYear, Message, Text, listing, msg
from generator.words.report_language import language_of
from generator.words.states import WORDS, further_words, label, last_reported, word, word_meaning

MOST_USERS_SHOWN = 6
"""Pages that rest on a source and are shown without unfolding."""

MOST_USERS_LISTED = 300
"""Pages that rest on a source and are listed with it; more have a page of their own."""


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
    also_used_for: Text
    folded: Text
    """How much rests on it, where that is too much to show at once; else empty."""
    elsewhere: LinkTo | None = None
    """The page of what rests on it, where that is too much for the list."""
    seen: Cell = ()
    """A copy in an archive, and that its first address is gone."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source that the report cites."""

    lead: Text
    seen: Text
    """When the addresses were last checked, and what came of it; empty if nobody checked."""
    sources: tuple[SourceView, ...]


def sources_view(snapshot: Snapshot) -> SourcesView:
    """Return the view of the list of sources, in the order of sources.yml."""
    report = snapshot.report
    citing, words = cited_by(report), language_of(report)
    return SourcesView(
        lead=msg("source-lead", count=len(report.sources)),
        seen=_checked(report),
        sources=tuple(
            _source(snapshot, s, citing.get(s.id, []), _published(s, words, snapshot.day))
            for s in report.sources
        ),
    )


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


@dataclass(frozen=True, slots=True)
class UnknownView:
    """What is not known, and where sources disagree."""

    lead: Text
    gaps: Table
    silent: Table | None
    questions: tuple[Fact, ...]
    doubts: tuple[Table, ...]


def unknown_view(snapshot: Snapshot) -> UnknownView:
    """Return the view of what is not known."""
    report = snapshot.report
    return UnknownView(
        lead=msg("unknown-lead"),
        gaps=_gaps(snapshot),
        silent=_silent(snapshot),
        questions=tuple(question_fact(q) for q in report.background.questions),
        doubts=tuple(doubt_table(report, d) for d in report.background.discrepancies),
    )


def _gaps(snapshot: Snapshot) -> Table:
    found = totals(snapshot)
    everyone = msg("unknown-of-initiatives", count=found.initiatives)
    ideas = msg("unknown-of-ideas", count=found.ideas)
    measures = msg("unknown-of-measures", count=found.measures)
    gaps = (
        *(
            gap
            for kind, count in found.roles.items()
            for gap in (
                (msg(f"unknown-gap-{kind.value}-not-named"), count.not_named, everyone),
                (msg(f"unknown-gap-{kind.value}-unassigned"), count.unassigned, everyone),
            )
        ),
        (msg("unknown-gap-update"), found.without_update, everyone),
        (msg("unknown-gap-idea"), found.ideas_without_later, ideas),
        (msg("unknown-gap-target"), found.measures_without_target, measures),
        (msg("unknown-gap-baseline"), found.measures_without_baseline, measures),
    )
    columns: Columns[tuple[Message, int, Message]] = {
        msg("unknown-gap"): itemgetter(0),
        Figures(msg("unknown-gap-count")): itemgetter(1),
        Figures(msg("unknown-gap-of")): itemgetter(2),
    }
    return table("gaps", msg("unknown-gaps"), gaps, columns)


def _silent(snapshot: Snapshot) -> Table | None:
    silent = [s for s in snapshot.states if s.freshness is Freshness.NONE]
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("unknown-silent-since"): lambda s: s.last_known_on,
        msg("unknown-silent-found"): lambda s: msg(
            "unknown-silent-related" if s.evidence.newest else "unknown-silent-nothing"
        ),
        msg("unknown-silent-missed"): lambda s: listing(m.title for m in s.owed_milestones.missed),
    }
    return table_if_any("silent", msg("unknown-silent"), silent, columns)


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the report is made: words, rules and formulas."""

    axes: tuple[tuple[str, Text, tuple[Signal, ...]], ...]
    """Anchor, name and signals of each axis."""
    update_rules: tuple[Text, ...]
    """How the last update is judged."""
    words: tuple[Fact, ...]
    results: Text
    """How results of measures and goals are worked out."""
    disclaimer: str
    license: Fact
    contact: Fact
    about: tuple[Fact, ...] = ()
    """Whose report it is, and of which years."""
    translated: tuple[Text, ...] = ()
    """How much of it is translated, where the page is in a further language."""


def method_view(snapshot: Snapshot, counts: TranslationCounts | None = None) -> MethodView:
    """Return the view of the method page, in a further language with how much is translated."""
    report = snapshot.report
    return MethodView(
        axes=tuple((axis, msg(f"status-axis-{axis}"), legend(kind)) for axis, kind in AXES.items()),
        update_rules=_update_rules(),
        words=tuple(_words(report)),
        results=FORMULA,
        disclaimer=report.about.disclaimer,
        license=license_fact(report),
        contact=contact_fact(report),
        about=_about(report),
        translated=tuple(_translated(counts)) if counts else (),
    )


def _translated(counts: TranslationCounts) -> Iterator[Message]:
    if counts.translated == counts.texts:
        yield msg("translation-all")
    else:
        yield msg("translation-some", translated=counts.translated, texts=counts.texts)
    if counts.outdated:
        yield msg("translation-changed", count=counts.outdated)


def _words(report: Report) -> Iterator[Fact]:
    """Yield every other word with its meaning, those that only this organization has at the end."""
    asked = report.about.roles.asked
    unspoken = {kind.value for kind in RoleKind if kind not in asked}
    unspoken |= set() if asked else {"vacancy", "unassigned", "not-named"}
    for name in (name for name in WORDS if name not in unspoken):
        yield Fact(word(name), (Words(word_meaning(name)),))
    for term in further_words(report.vocabulary):
        yield Fact(term.label, (Words(term.means),))


def _update_rules() -> tuple[Message, ...]:
    """Return how the last update is judged, in the words that label it."""
    return (
        msg("method-updates-owed"),
        msg(
            "method-updates-missed",
            current=label(Freshness.CURRENT),
            late=label(Freshness.LATE),
            stale=label(Freshness.STALE),
        ),
        msg("method-updates-exempt", not_measurable=label(Freshness.NOT_MEASURABLE)),
        msg("method-updates-age", outdated=last_reported(Status.UNDER_WAY)),
    )


def _years(report: Report) -> Mapping[Text, Value]:
    """Return when fiscal years begin, and how many of them a budget cycle has, if there are any."""
    month, day = map(int, report.about.fiscal_year_start.split("-"))
    begins = DayOfYear(month, day)
    if years := report.about.cycle_years:
        return {msg("method-cycles"): msg("method-cycle", years=years, begins=begins)}
    return {msg("method-fiscal-years"): msg("method-fiscal-year", begins=begins)}


def _about(report: Report) -> tuple[Fact, ...]:
    about, period = report.about, report.about.reporting_period
    return facts(
        {
            msg("method-organization"): about.city,
            msg("method-period"): (
                *text_cell(period.span, period.note),
                *remarks(report, period),
                *sources(report, period.sources),
            ),
            **_years(report),
            msg("method-site"): LinkTo(about.site, about.site) if about.site else None,
            msg("method-sources"): sources(report, about.sources),
        }
    )


def license_fact(report: Report) -> Fact:
    """Return what others may do with the content."""
    terms = report.about.license
    value: Cell = text_cell(terms.text)
    if terms.address:
        value = (*value, LinkTo(msg("about-license-text"), terms.address))
    return Fact(terms.title, value)


def contact_fact(report: Report) -> Fact:
    """Return where readers can write, or why nowhere."""
    contact = report.about.contact
    if isinstance(contact, Missing):
        return Fact(msg("about-contact"), (Words(gap_text(contact)),))
    return Fact(contact.title, (Words(contact.text), LinkTo(contact.address, contact.address)))
