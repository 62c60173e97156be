"""Views of narrative pages, with the lists from the data that belong to them."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.model.background import Page, Survey
from generator.model.keys import Match
from generator.model.report import Report
from generator.views.base.blocks import Cell, Entry, Fact, Table, Words
from generator.views.base.sections import Section
from generator.views.base.shared import (
    organisation_link,
    post_link,
    sources,
    stated_words,
    text_cell,
)
from generator.views.base.tables import table
from generator.views.initiatives.history import event_cell, event_details
from generator.words.english import amount_words, counted, date_words


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative page, with the lists from the data that belong to it."""

    title: str
    summary: str
    body: str
    """Prose."""
    programme: tuple[Entry, ...]
    has_matches: bool
    sections: tuple[Section, ...]
    sources: Cell


def narrative_view(snapshot: Snapshot, page: Page) -> NarrativeView:
    """Return the view of a narrative page; history and appendices carry lists from the data."""
    report = snapshot.report
    extra = {"history": _earlier, "appendices": _appendices}.get(page.id)
    dated = report.about.events if page.id == "history" else ()
    return NarrativeView(
        title=page.title,
        summary=page.summary,
        body=page.body,
        programme=_programme(report) if dated else (),
        has_matches=any(e.match is Match.INFERRED for e in dated),
        sections=extra(report) if extra else (),
        sources=sources(report, page.sources),
    )


def _programme(report: Report) -> tuple[Entry, ...]:
    return tuple(
        Entry(date_words(e.on), event_cell(report, e), event_details(e))
        for e in sorted(report.about.events, key=lambda e: (e.on.first(), e.id))
    )


def _earlier(report: Report) -> tuple[Section, ...]:
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
        name = f"earlier-{area.id}"
        columns = ("Programme:head", "Began", "What it was", "Sources")
        caption = f"{area.title}: {counted(len(rows), 'earlier programme')}"
        made.append(Section(name, area.title, table(name, caption, columns, rows)))
    return tuple(made)


def _appendices(report: Report) -> tuple[Section, ...]:
    survey = report.background.survey
    return (
        Section("salons", "Salons", _salons(report)),
        Section(
            "consultations",
            "Talks inside City Hall",
            _consultations(report),
            why_empty="No source tells of talks inside City Hall.",
        ),
        *(_survey(report, survey) if survey else _NO_SURVEY),
        Section("departments", "Departments and divisions", _units(report)),
        Section("posts", "Posts", _posts(report)),
    )


_NO_SURVEY = (Section("survey", "The survey", why_empty="No survey was held."),)


def _survey(report: Report, survey: Survey) -> tuple[Section, ...]:
    facts: tuple[tuple[str, Cell], ...] = (
        ("Held", text_cell(date_words(survey.held))),
        ("Sent to", text_cell("; ".join(survey.sent_to))),
        ("Note", text_cell(survey.note)),
        ("Sources", sources(report, survey.sources)),
    )
    return (
        Section(
            "survey",
            "The survey",
            _figures(survey),
            facts=tuple(Fact(name, value) for name, value in facts if value),
        ),
        Section("survey-areas", "Votes by topic area", _area_votes(report, survey)),
        Section("polls", "Other polls", _polls(report, survey)),
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


def _consultations(report: Report) -> Table | None:
    rows = [
        (
            (Words(c.scope),),
            (Words(date_words(c.on)),),
            text_cell("; ".join(c.themes)),
            sources(report, c.sources),
        )
        for c in report.background.salons.consultations
    ]
    columns = ("With whom:head", "Date", "Themes", "Sources")
    return table("consultations", "Rounds of talks", columns, rows) if rows else None


def _figures(survey: Survey) -> Table:
    rows = [
        (
            (Words(f.label),),
            text_cell(amount_words(f, f.unit), stated_words(f)),
            text_cell(f.note),
        )
        for f in survey.figures
    ]
    caption = f"{survey.title}, {date_words(survey.held)}"
    return table("survey", caption, ("Figure:head", "Value:number", "Note"), rows)


def _area_votes(report: Report, survey: Survey) -> Table:
    rows = [
        (
            (Words(a.survey_title),),
            (Words(str(a.public_votes)),),
            (Words(a.public_rank),),
            (Words(a.staff_rank),),
            (Words(a.salon_rank or "not mentioned"),),
            sources(report, a.sources),
        )
        for a in survey.areas
    ]
    columns = ("Topic area as asked:head", "Votes:number", "Public", "Staff", "Salon", "Sources")
    return table("survey-areas", "Votes and places", columns, rows)


def _polls(report: Report, survey: Survey) -> Table:
    titles = {area.id: area.title for area in report.areas}
    rows = [
        (
            (Words(p.who),),
            (Words("; ".join(titles.get(area, area) for area in p.order)),),
            text_cell(p.note),
            sources(report, p.sources),
        )
        for p in survey.polls
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
