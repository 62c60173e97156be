"""Views that say what the report rests on: sources, method, what is not known, narrative pages."""

from dataclasses import dataclass

from generator.derive.citations import Part, cited_by
from generator.derive.snapshot import Snapshot
from generator.derive.totals import totals
from generator.derive.wording import amount_words, counted, date_words, listed
from generator.model.background import Page
from generator.model.keys import Freshness
from generator.model.records import Missing
from generator.model.report import Report, Source
from generator.pages import addresses
from generator.pages.blocks import Cell, Entry, Fact, LinkTo, Signal, Table, Words
from generator.pages.goals import FORMULA
from generator.pages.initiative import doubt_table, question_fact
from generator.pages.shared import (
    organisation_link,
    post_link,
    signal,
    sources,
    text_cell,
    to_initiative,
)
from generator.pages.tables import table

MOST_USERS_SHOWN = 6
"""Pages that rest on a source and are shown without unfolding."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source: what it is, when it appeared, what rests on it."""

    id: str
    title: str
    address: str
    published: str
    note: str
    used_by: tuple[LinkTo, ...]
    also_used_for: str
    folded: str
    """How much rests on it, where that is too much to show at once; else empty."""


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


def _source(snapshot: Snapshot, source: Source, citing: list[Part]) -> SourceView:
    dated = source.published
    published = source.stated if isinstance(dated, Missing) else date_words(dated)
    users = _users(snapshot, citing)
    return SourceView(
        id=source.id,
        title=source.title,
        address=source.address,
        published=published,
        note=source.note or "",
        used_by=users,
        also_used_for=listed(_other_uses(citing)),
        folded=counted(len(users), "page") if len(users) > MOST_USERS_SHOWN else "",
    )


def _users(snapshot: Snapshot, citing: list[Part]) -> tuple[LinkTo, ...]:
    ids = dict.fromkeys(
        part.key.rpartition("/")[2] for part in citing if part.kind in ("initiative", "update")
    )
    used = [to_initiative(s.initiative) for s in snapshot.standings if s.initiative.id in ids]
    areas = dict.fromkeys(part.key for part in citing if part.kind == "area")
    used += [LinkTo(a.title, addresses.area(a.id)) for a in snapshot.report.areas if a.id in areas]
    pages = dict.fromkeys(part.key for part in citing if part.kind == "page")
    used += [
        LinkTo(p.title, addresses.narrative(p.id)) for p in snapshot.report.pages if p.id in pages
    ]
    return tuple(used)


_USES = {
    "about": "the programme",
    "organisation": "the organisation",
    "calendar": "budget cycles",
    "history": "earlier programmes",
    "survey": "the survey",
    "salons": "the salons",
    "discrepancies": "points on which sources differ",
    "evaluation": "evaluations",
    "edition": "earlier reports",
}


def _other_uses(citing: list[Part]) -> list[str]:
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
    rows = [
        _gap("Initiatives whose Owner no public source names", found.owners.not_named, everyone),
        _gap("Initiatives known to have no Owner", found.owners.unassigned, everyone),
        _gap(
            "Initiatives whose Sponsor no public source names", found.sponsors.not_named, everyone
        ),
        _gap("Initiatives known to have no Sponsor", found.sponsors.unassigned, everyone),
        _gap(
            "Initiatives without any update although one was due",
            (found.nothing_since_proposal),
            everyone,
        ),
        _gap("Ideas of which nothing was found", found.ideas_nothing_found, found.ideas),
        _gap("Measures without a target", found.measures_without_target, found.measures),
        _gap("Measures without a baseline", found.measures_without_baseline, found.measures),
    ]
    columns = ("What is missing:head", "How many:number", "Out of:number")
    return table("gaps", "Gaps, counted", columns, rows)


def _gap(what: str, number: int, out_of: int) -> tuple[Cell, ...]:
    return ((Words(what),), (Words(str(number)),), (Words(str(out_of)),))


def _silent(snapshot: Snapshot) -> Table | None:
    rows = [
        (
            (to_initiative(s.initiative),),
            (Words(date_words(s.last_known_on)),),
            (Words(listed([m.title for m in s.answered.missed])),),
        )
        for s in snapshot.standings
        if s.freshness is Freshness.NONE
    ]
    columns = ("Initiative:head", "On the record since", "Updates that were due")
    return table("silent", "Nothing found since the proposal", columns, rows) if rows else None


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the report is made: words, rules and formulas."""

    axes: tuple[tuple[str, str, tuple[Signal, ...]], ...]
    """Anchor, name and signals of each axis."""
    words: tuple[Fact, ...]
    results: str
    """How results of measures and goals are worked out."""
    disclaimer: str
    licence: Fact
    contact: Fact


def method_view(snapshot: Snapshot) -> MethodView:
    """Return the view of the method page."""
    report = snapshot.report
    vocabulary = report.vocabulary
    return MethodView(
        axes=(
            ("status", "Status", _all(report, "status")),
            ("phase", "Phase", _all(report, "phase")),
            ("confidence", "Confidence", _all(report, "confidence")),
            ("freshness", "Freshness", _all(report, "freshness")),
        ),
        words=tuple(Fact(t.label, (Words(t.means),)) for t in vocabulary.words.values()),
        results=FORMULA,
        disclaimer=report.about.disclaimer,
        licence=licence_fact(report),
        contact=_contact(report),
    )


def _all(report: Report, axis: str) -> tuple[Signal, ...]:
    return tuple(signal(report, axis, key) for key in getattr(report.vocabulary, axis))


def licence_fact(report: Report) -> Fact:
    """Return what others may do with the content."""
    licence = report.about.licence
    value: Cell = text_cell(licence.text)
    if licence.address:
        value = (*value, LinkTo("The licence's text", licence.address))
    return Fact(licence.title, value)


def _contact(report: Report) -> Fact:
    contact = report.about.contact
    if isinstance(contact, Missing):
        return Fact("Contact", (Words(contact.why),))
    return Fact(contact.title, (Words(contact.text), LinkTo(contact.address, contact.address)))


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative page, with the lists from the data that belong to it."""

    title: str
    summary: str
    body: str
    """Prose."""
    programme: tuple[Entry, ...]
    tables: tuple[tuple[str, str, Table], ...]
    """Anchor, heading and table."""
    sources: Cell


def narrative_view(snapshot: Snapshot, page: Page) -> NarrativeView:
    """Return the view of a narrative page; history and appendices carry lists from the data."""
    report = snapshot.report
    extra = {"history": _earlier_tables, "appendices": _appendix_tables}.get(page.id)
    return NarrativeView(
        title=page.title,
        summary=page.summary,
        body=page.body,
        programme=_programme(report) if page.id == "history" else (),
        tables=extra(report) if extra else (),
        sources=sources(report, page.sources),
    )


def _programme(report: Report) -> tuple[Entry, ...]:
    return tuple(
        Entry(date_words(e.on), (Words(e.text), *sources(report, e.sources)))
        for e in sorted(report.about.events, key=lambda e: (e.on.first(), e.id))
    )


def _earlier_tables(report: Report) -> tuple[tuple[str, str, Table], ...]:
    made = []
    for area in report.areas:
        rows = [
            (
                (Words(p.title),),
                (Words(date_words(p.began) if p.began else "not stated"),),
                (Words(p.text),),
                sources(report, p.sources),
            )
            for p in report.background.history.programmes
            if p.area == area.id
        ]
        columns = ("Programme:head", "Began", "What it was", "Sources")
        caption = f"{area.title}: {counted(len(rows), 'earlier programme')}"
        made.append(
            (
                f"earlier-{area.id}",
                area.title,
                table(f"earlier-{area.id}", caption, (columns), rows),
            )
        )
    return tuple(made)


def _appendix_tables(report: Report) -> tuple[tuple[str, str, Table], ...]:
    return (
        ("salons", "Salons", _salons(report)),
        ("survey", "The survey", _survey_figures(report)),
        ("survey-areas", "Votes by topic area", _area_votes(report)),
        ("polls", "Other polls", _polls(report)),
        ("departments", "Departments and divisions", _units(report)),
        ("posts", "Posts", _posts(report)),
    )


def _salons(report: Report) -> Table:
    rows = [
        (
            (Words(f"{s.number}"),),
            (Words(date_words(s.on)),),
            text_cell(s.theme, s.note),
            sources(report, s.sources),
        )
        for s in report.background.salons.salons
    ]
    return table("salons", "Public salons", ("Salon:head", "Date", "Theme", "Sources"), rows)


def _survey_figures(report: Report) -> Table:
    survey = report.background.survey
    rows = [
        ((Words(f.label),), (Words(amount_words(f, f.unit)),), text_cell(f.note))
        for f in (survey.figures if survey else ())
    ]
    caption = f"{survey.title}, {date_words(survey.held)}" if survey else "No survey was held"
    return table("survey", caption, ("Figure:head", "Value:number", "Note"), rows)


def _area_votes(report: Report) -> Table:
    survey = report.background.survey
    rows = [
        (
            (Words(a.survey_title),),
            (Words(str(a.public_votes)),),
            (Words(a.public_rank),),
            (Words(a.staff_rank),),
            (Words(a.salon_rank or "not mentioned"),),
        )
        for a in (survey.areas if survey else ())
    ]
    columns = ("Topic area as asked:head", "Votes:number", "Public", "Staff", "Salon")
    return table("survey-areas", "Votes and places", columns, rows)


def _polls(report: Report) -> Table:
    survey = report.background.survey
    rows = [
        (
            (Words(p.who),),
            (Words(", ".join(p.order)),),
            text_cell(p.note),
            (sources(report, p.sources)),
        )
        for p in (survey.polls if survey else ())
    ]
    columns = ("Who:head", "Order of areas", "Note", "Sources")
    return table("polls", "Orders of the topic areas", columns, rows)


def _units(report: Report) -> Table:
    organisation = report.organisation
    rows = [
        (
            (organisation_link(organisation, u.id),),
            (Words(u.kind.value.replace("_", " ")),),
            (organisation_link(organisation, u.part_of),) if u.part_of else (),
            (Words(date_words(u.seen)),),
            text_cell(u.note),
            sources(report, u.sources),
        )
        for u in organisation.units
    ]
    columns = ("Unit:head", "Kind", "Part of", "Seen in sources", "Note", "Sources")
    return table("departments", "Units of the City that sources name", columns, rows)


def _posts(report: Report) -> Table:
    organisation = report.organisation
    rows = [
        (
            (post_link(organisation, p.id),),
            (organisation_link(organisation, p.unit),) if p.unit else (),
            (Words(date_words(p.seen)),),
            sources(report, p.sources),
        )
        for p in organisation.posts
    ]
    columns = ("Post:head", "Unit", "Seen in sources", "Sources")
    return table("posts", "Posts that sources name", columns, rows)
