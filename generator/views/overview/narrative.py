"""Views of narrative pages, with the lists from the data that belong to them."""

from dataclasses import dataclass, replace

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
    remarks,
    sources,
    stated_text,
    text_cell,
    unit_kind,
)
from generator.views.base.table_builder import Columns, Figures, cited, facts, table, table_if_any
from generator.views.initiatives.history import event_cell, event_details
from generator.views.overview.area import earlier_programs
from generator.words.message import Text, amount_text, listing, msg

MOST_ENTRIES_SHOWN = 6
"""Entries of a list below a text; longer lists are folded."""


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative page, with the lists from the data that belong to it."""

    title: str
    summary: str
    body: str
    """Prose."""
    program: tuple[DatedEntry, ...]
    program_folded: Text
    """What unfolds them, where they are many; else empty."""
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
        program_folded=_folded(len(dated)),
        has_matches=any(e.match is Match.INFERRED for e in dated),
        sections=tuple(map(_shortened, extra(report) if extra else ())),
        sources=sources(report, page.sources),
    )


def _folded(entries: int) -> Text:
    """Return what unfolds so many entries; nothing where they are few enough to be there."""
    return msg("narrative-unfold", count=entries) if entries > MOST_ENTRIES_SHOWN else ""


def _shortened(section: Section) -> Section:
    """Return a section with its table folded where that is long."""
    return replace(section, folded=_folded(len(section.table.rows))) if section.table else section


def _program(report: Report) -> tuple[DatedEntry, ...]:
    return tuple(
        DatedEntry(e.on, event_cell(report, e), event_details(report, e))
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
        Section("salons", msg("narrative-salons-heading"), _salons(report)),
        Section(
            "consultations",
            msg("narrative-talks-heading"),
            _consultations(report),
            why_empty=msg("narrative-talks-none"),
        ),
        *(_survey(report, survey) if survey else _NO_SURVEY),
        Section("departments", msg("narrative-units-heading"), _units(report)),
        Section("posts", msg("narrative-posts-heading"), _posts(report)),
    )


_NO_SURVEY = (
    Section("survey", msg("narrative-survey-heading"), why_empty=msg("narrative-survey-none")),
)


def _survey(report: Report, survey: Survey) -> tuple[Section, ...]:
    return (
        Section(
            "survey",
            msg("narrative-survey-heading"),
            _figures(survey),
            facts=facts(
                {
                    msg("narrative-survey-held"): survey.held,
                    msg("narrative-survey-sent-to"): listing(survey.sent_to, "apart")
                    if survey.sent_to
                    else None,
                    msg("common-note"): survey.note,
                    msg("common-sources"): sources(report, survey.sources),
                }
            ),
        ),
        Section("survey-areas", msg("narrative-votes-heading"), _area_votes(report, survey)),
        Section("polls", msg("narrative-polls-heading"), _polls(report, survey)),
    )


def _salons(report: Report) -> Table:
    columns: Columns[Salon] = {
        msg("narrative-salon"): lambda s: s.number,
        msg("common-date"): lambda s: s.on,
        msg("narrative-theme"): lambda s: text_cell(s.theme, s.note),
        msg("common-sources"): cited(report),
    }
    return table("salons", msg("narrative-salons"), report.background.salons.salons, columns)


def _consultations(report: Report) -> Table | None:
    columns: Columns[Consultation] = {
        msg("narrative-talks-with"): lambda c: c.scope,
        msg("common-date"): lambda c: c.on,
        msg("narrative-themes"): lambda c: listing(c.themes, "apart") if c.themes else None,
        msg("common-sources"): cited(report),
    }
    held = report.background.salons.consultations
    return table_if_any("consultations", msg("narrative-talks"), held, columns)


def _figures(survey: Survey) -> Table:
    columns: Columns[Figure] = {
        msg("area-figure"): lambda f: f.label,
        Figures(msg("area-figure-value")): lambda f: text_cell(
            amount_text(f, f.unit), stated_text(f)
        ),
        msg("common-note"): lambda f: f.note,
    }
    caption = msg("narrative-survey", title=survey.title, date=survey.held)
    return table("survey", caption, survey.figures, columns)


def _area_votes(report: Report, survey: Survey) -> Table:
    columns: Columns[AreaVotes] = {
        msg("area-votes-asked-as"): lambda a: a.survey_title,
        Figures(msg("area-survey-votes")): lambda a: a.public_votes,
        msg("narrative-votes-public"): lambda a: a.public_rank,
        msg("narrative-votes-staff"): lambda a: a.staff_rank,
        msg("narrative-votes-salon"): lambda a: a.salon_rank or msg("area-votes-not-mentioned"),
        msg("common-sources"): cited(report),
    }
    return table("survey-areas", msg("narrative-votes"), survey.areas, columns)


def _polls(report: Report, survey: Survey) -> Table:
    titles = {area.id: area.title for area in report.areas}
    columns: Columns[Poll] = {
        msg("narrative-polls-who"): lambda p: p.who,
        msg("narrative-polls-order"): lambda p: listing(
            (titles.get(area, area) for area in p.order), "apart"
        ),
        msg("common-note"): lambda p: p.note,
        msg("common-sources"): cited(report),
    }
    return table("polls", msg("narrative-polls"), survey.polls, columns)


def _units(report: Report) -> Table:
    organization = report.organization
    columns: Columns[Unit] = {
        msg("narrative-unit"): lambda u: organization_link(organization, u.id),
        msg("narrative-unit-kind"): unit_kind,
        msg("narrative-unit-part-of"): lambda u: (
            organization_link(organization, u.part_of) if u.part_of else None
        ),
        msg("narrative-seen"): lambda u: u.seen,
        msg("common-note"): lambda u: remarks(report, u, u.note),
        msg("common-sources"): cited(report),
    }
    return table("departments", msg("narrative-units"), organization.units, columns)


def _posts(report: Report) -> Table:
    organization = report.organization
    columns: Columns[Post] = {
        msg("narrative-post"): lambda p: post_link(organization, p.id),
        msg("narrative-unit"): lambda p: (
            organization_link(organization, p.unit) if p.unit else None
        ),
        msg("narrative-seen"): lambda p: p.seen,
        msg("common-sources"): cited(report),
    }
    return table("posts", msg("narrative-posts"), organization.posts, columns)
