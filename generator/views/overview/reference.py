"""Views that say what the report rests on: sources, method, what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from generator.derive.snapshot.citations import LocatedRecord, cited_by
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.totals import totals
from generator.model.records import Missing
from generator.model.report import Report, Source
from generator.model.statuses import AXES, Freshness
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, Signal, Table, Words
from generator.views.base.page import Page
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import gap_text, signal, sources, text_cell, to_initiative
from generator.views.base.table_builder import Columns, Figures, facts, table, table_if_any
from generator.views.goals.goals import FORMULA
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.words.english import counted, date_words, day_words, word_list
from generator.words.message import Text, msg

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
    published: Text
    note: str
    used_by: tuple[LinkTo, ...]
    also_used_for: str
    folded: str
    """How much rests on it, where that is too much to show at once; else empty."""
    elsewhere: LinkTo | None = None
    """The page of what rests on it, where that is too much for the list."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source that the report cites."""

    lead: str
    sources: tuple[SourceView, ...]


def sources_view(snapshot: Snapshot) -> SourcesView:
    """Return the view of the list of sources, in the order of sources.yml."""
    report = snapshot.report
    citing = cited_by(report)
    return SourcesView(
        lead=f"Everything in this report rests on {counted(len(report.sources), 'source')}, all of "
        "them public. Titles and facts belong to those who published them.",
        sources=tuple(_source(snapshot, s, citing.get(s.id, [])) for s in report.sources),
    )


def _source(snapshot: Snapshot, source: Source, citing: list[LocatedRecord]) -> SourceView:
    published = _published(source)
    users = _users(snapshot, citing)
    many = len(users) > MOST_USERS_LISTED
    elsewhere = LinkTo(f"{len(users):,} pages", addresses.source_users(source.id))
    return SourceView(
        id=source.id,
        title=source.title,
        address=source.address,
        published=published,
        note=source.note or "",
        used_by=() if many else users,
        elsewhere=elsewhere if many else None,
        also_used_for=word_list(_other_uses(citing)),
        folded="" if many or len(users) <= MOST_USERS_SHOWN else counted(len(users), "page"),
    )


def source_pages(snapshot: Snapshot) -> Iterator[Page]:
    """Yield the pages of what rests on a source, of sources with too much for their list."""
    citing = cited_by(snapshot.report)
    for source in snapshot.report.sources:
        users = _users(snapshot, citing.get(source.id, []))
        if len(users) > MOST_USERS_LISTED:
            title = f"What rests on {source.title}"
            view = SectionsView(title, counted(len(users), "page"), (), (_resting(users),))
            target = addresses.source_users(source.id)
            crumbs = (LinkTo("Sources", addresses.SOURCES),)
            yield Page(target, "sections", title, view.lede, view, crumbs, searchable=False)


def _resting(users: Sequence[LinkTo]) -> Section:
    columns: Columns[LinkTo] = {"Page": lambda user: user}
    return Section("users", "Pages", table("users", "Pages that rest on it", users, columns))


def _published(source: Source) -> Text:
    """Return the date, and how the source gives it where that is put otherwise."""
    when = source.published
    if isinstance(when, Missing):
        return msg("source-date-gap", gap=gap_text(when), stated=source.stated)
    alike = {when.text, when.text.replace("~", ""), when.text.replace("/", "-")}
    if source.stated in alike:
        return when
    return msg("source-date-stated", date=when, stated=source.stated)


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


_USES = {
    "about": "the programme",
    "organization": "the organisation",
    "calendar": "budget cycles",
    "history": "earlier programmes",
    "survey": "the survey",
    "salons": "the salons",
    "discrepancies": "points on which sources differ",
    "evaluation": "evaluations",
    "edition": "earlier reports",
}


def _other_uses(citing: list[LocatedRecord]) -> list[str]:
    return list(dict.fromkeys(_USES[part.kind] for part in citing if part.kind in _USES))


@dataclass(frozen=True, slots=True)
class UnknownView:
    """What is not known, and where sources disagree."""

    lead: str
    gaps: Table
    silent: Table | None
    questions: tuple[Fact, ...]
    doubts: tuple[Table, ...]


def unknown_view(snapshot: Snapshot) -> UnknownView:
    """Return the view of what is not known."""
    report = snapshot.report
    return UnknownView(
        lead="An honest report says what it does not know. The counts come from the same records "
        "as every other page; the questions are those that no source answers.",
        gaps=_gaps(snapshot),
        silent=_silent(snapshot),
        questions=tuple(question_fact(q) for q in report.background.questions),
        doubts=tuple(doubt_table(report, d) for d in report.background.discrepancies),
    )


def _gaps(snapshot: Snapshot) -> Table:
    found = totals(snapshot)
    everyone = found.initiatives
    gaps = (
        ("Initiatives whose Owner no public source names", found.owners.not_named, everyone),
        ("Initiatives known to have no Owner", found.owners.unassigned, everyone),
        ("Initiatives whose Sponsor no public source names", found.sponsors.not_named, everyone),
        ("Initiatives known to have no Sponsor", found.sponsors.unassigned, everyone),
        (
            "Initiatives without any update although one was due",
            found.nothing_since_proposal,
            everyone,
        ),
        ("Ideas of which nothing was found", found.ideas_nothing_found, found.ideas),
        ("Measures without a target", found.measures_without_target, found.measures),
        ("Measures without a baseline", found.measures_without_baseline, found.measures),
    )
    columns: Columns[tuple[str, int, int]] = {
        "What is missing": itemgetter(0),
        Figures("How many"): itemgetter(1),
        Figures("Out of"): itemgetter(2),
    }
    return table("gaps", "Gaps, counted", gaps, columns)


def _silent(snapshot: Snapshot) -> Table | None:
    silent = [s for s in snapshot.states if s.freshness is Freshness.NONE]
    columns: Columns[InitiativeState] = {
        "Initiative": lambda s: to_initiative(s.initiative),
        "On the record since": lambda s: date_words(s.last_known_on),
        "Updates that were due": lambda s: word_list([m.title for m in s.owed_milestones.missed]),
    }
    return table_if_any("silent", "Nothing found since the proposal", silent, columns)


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the report is made: words, rules and formulas."""

    axes: tuple[tuple[str, str, tuple[Signal, ...]], ...]
    """Anchor, name and signals of each axis."""
    words: tuple[Fact, ...]
    results: str
    """How results of measures and goals are worked out."""
    disclaimer: str
    license: Fact
    contact: Fact
    about: tuple[Fact, ...] = ()
    """Whose report it is, and of which years."""


def method_view(snapshot: Snapshot) -> MethodView:
    """Return the view of the method page."""
    report = snapshot.report
    vocabulary = report.vocabulary
    return MethodView(
        axes=tuple((axis, axis.capitalize(), _all(report, axis)) for axis in AXES),
        words=tuple(Fact(t.label, (Words(t.means),)) for t in vocabulary.words.values()),
        results=FORMULA,
        disclaimer=report.about.disclaimer,
        license=license_fact(report),
        contact=contact_fact(report),
        about=_about(report),
    )


def _cycle_words(report: Report) -> str:
    month, day = map(int, report.about.fiscal_year_start.split("-"))
    begins = day_words(date(2000, month, day)).removesuffix(" 2000")
    years = counted(report.about.cycle_years, "fiscal year")
    return f"{years} each; a fiscal year begins on {begins}"


def _about(report: Report) -> tuple[Fact, ...]:
    about, period = report.about, report.about.reporting_period
    return facts(
        {
            "City": about.city,
            "Years with annual reports": (
                *text_cell(date_words(period.span), period.note),
                *sources(report, period.sources),
            ),
            "Budget cycles": _cycle_words(report),
            "Published at": LinkTo(about.site, about.site) if about.site else None,
            "Rests on": sources(report, about.sources),
        }
    )


def _all(report: Report, axis: str) -> tuple[Signal, ...]:
    return tuple(signal(report, key) for key in getattr(report.vocabulary, axis))


def license_fact(report: Report) -> Fact:
    """Return what others may do with the content."""
    terms = report.about.license
    value: Cell = text_cell(terms.text)
    if terms.address:
        value = (*value, LinkTo("The licence's text", terms.address))
    return Fact(terms.title, value)


def contact_fact(report: Report) -> Fact:
    """Return where readers can write, or why nowhere."""
    contact = report.about.contact
    if isinstance(contact, Missing):
        return Fact("Contact", (Words(gap_text(contact)),))
    return Fact(contact.title, (Words(contact.text), LinkTo(contact.address, contact.address)))
