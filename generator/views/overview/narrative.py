"""Views of narrative pages, with the lists from the data that belong to them."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.model.background import AreaVotes, Consultation, NarrativePage, Poll, Salon, Survey
from generator.model.keys import Match
from generator.model.organization import Post, Unit
from generator.model.records import Figure
from generator.model.report import Report
from generator.views.base.blocks import Cell, DatedEntry, Table
from generator.views.base.sections import Section
from generator.views.base.shared import (
    organization_link,
    post_link,
    sources,
    stated_text,
    text_cell,
)
from generator.views.base.table_builder import Columns, Figures, cited, facts, table, table_if_any
from generator.views.initiatives.history import event_cell, event_details
from generator.views.overview.area import earlier_programs
from generator.words.english import amount_words, date_words


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative page, with the lists from the data that belong to it."""

    title: str
    summary: str
    body: str
    """Prose."""
    program: tuple[DatedEntry, ...]
    has_matches: bool
    sections: tuple[Section, ...]
    sources: Cell


def narrative_view(snapshot: Snapshot, page: NarrativePage) -> NarrativeView:
    """Return the view of a narrative page; history and appendices carry lists from the data."""
    report = snapshot.report
    extra = {"history": _earlier, "appendices": _appendices}.get(page.id)
    dated = report.about.events if page.id == "history" else ()
    return NarrativeView(
        title=page.title,
        summary=page.summary,
        body=page.body,
        program=_program(report) if dated else (),
        has_matches=any(e.match is Match.INFERRED for e in dated),
        sections=extra(report) if extra else (),
        sources=sources(report, page.sources),
    )


def _program(report: Report) -> tuple[DatedEntry, ...]:
    return tuple(
        DatedEntry(date_words(e.on), event_cell(report, e), event_details(e))
        for e in sorted(report.about.events, key=lambda e: (e.on.first(), e.id))
    )


def _earlier(report: Report) -> tuple[Section, ...]:
    names = {area: f"earlier-{area.id}" for area in report.areas}
    return tuple(
        Section(name, area.title, earlier_programs(report, area, name))
        for area, name in names.items()
    )


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
    return (
        Section(
            "survey",
            "The survey",
            _figures(survey),
            facts=facts(
                {
                    "Held": date_words(survey.held),
                    "Sent to": "; ".join(survey.sent_to),
                    "Note": survey.note,
                    "Sources": sources(report, survey.sources),
                }
            ),
        ),
        Section("survey-areas", "Votes by topic area", _area_votes(report, survey)),
        Section("polls", "Other polls", _polls(report, survey)),
    )


def _salons(report: Report) -> Table:
    columns: Columns[Salon] = {
        "Salon": lambda s: s.number,
        "Date": lambda s: date_words(s.on),
        "Theme": lambda s: text_cell(s.theme, s.note),
        "Sources": cited(report),
    }
    return table("salons", "Public salons", report.background.salons.salons, columns)


def _consultations(report: Report) -> Table | None:
    columns: Columns[Consultation] = {
        "With whom": lambda c: c.scope,
        "Date": lambda c: date_words(c.on),
        "Themes": lambda c: "; ".join(c.themes),
        "Sources": cited(report),
    }
    held = report.background.salons.consultations
    return table_if_any("consultations", "Rounds of talks", held, columns)


def _figures(survey: Survey) -> Table:
    columns: Columns[Figure] = {
        "Figure": lambda f: f.label,
        Figures("Value"): lambda f: text_cell(amount_words(f, f.unit), stated_text(f)),
        "Note": lambda f: f.note,
    }
    return table("survey", f"{survey.title}, {date_words(survey.held)}", survey.figures, columns)


def _area_votes(report: Report, survey: Survey) -> Table:
    columns: Columns[AreaVotes] = {
        "Topic area as asked": lambda a: a.survey_title,
        Figures("Votes"): lambda a: a.public_votes,
        "Public": lambda a: a.public_rank,
        "Staff": lambda a: a.staff_rank,
        "Salon": lambda a: a.salon_rank or "not mentioned",
        "Sources": cited(report),
    }
    return table("survey-areas", "Votes and places", survey.areas, columns)


def _polls(report: Report, survey: Survey) -> Table:
    titles = {area.id: area.title for area in report.areas}
    columns: Columns[Poll] = {
        "Who": lambda p: p.who,
        "Order of areas": lambda p: "; ".join(titles.get(area, area) for area in p.order),
        "Note": lambda p: p.note,
        "Sources": cited(report),
    }
    return table("polls", "Orders of the topic areas", survey.polls, columns)


def _units(report: Report) -> Table:
    organization = report.organization
    columns: Columns[Unit] = {
        "Unit": lambda u: organization_link(organization, u.id),
        "Kind": lambda u: u.kind.value.replace("_", " "),
        "Part of": lambda u: organization_link(organization, u.part_of) if u.part_of else None,
        "Seen in sources": lambda u: date_words(u.seen),
        "Note": lambda u: u.note,
        "Sources": cited(report),
    }
    caption = "Units of the City that sources name"
    return table("departments", caption, organization.units, columns)


def _posts(report: Report) -> Table:
    organization = report.organization
    columns: Columns[Post] = {
        "Post": lambda p: post_link(organization, p.id),
        "Unit": lambda p: organization_link(organization, p.unit) if p.unit else None,
        "Seen in sources": lambda p: date_words(p.seen),
        "Sources": cited(report),
    }
    return table("posts", "Posts that sources name", organization.posts, columns)
