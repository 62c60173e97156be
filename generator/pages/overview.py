"""The view of the front page, and initiatives and areas as rows of tables."""

from dataclasses import dataclass

from generator.derive.snapshot import Snapshot, Standing
from generator.derive.totals import Totals, totals
from generator.derive.wording import counted, day_words
from generator.model.keys import Status
from generator.model.report import Report
from generator.pages import addresses
from generator.pages.blocks import Cell, Count, Fact, LinkTo, Table, Way, Words
from generator.pages.shared import (
    counts,
    freshness_cell,
    phase_cell,
    role_cell,
    status_cell,
    to_initiative,
)
from generator.pages.tables import table


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: what this is, how many stand where, what is not known, three ways in."""

    title: str
    summary: str
    headline: str
    counts: tuple[Count, ...]
    nothing_since: str
    unknown: tuple[Fact, ...]
    ways: tuple[Way, ...]
    areas: Table


def home_view(snapshot: Snapshot) -> HomeView:
    """Return the view of the front page."""
    report, found = snapshot.report, totals(snapshot)
    return HomeView(
        title=report.about.title,
        summary=report.about.summary,
        headline=_headline(report, found, snapshot),
        counts=counts(report, found.by_status),
        nothing_since=_nothing_since(found),
        unknown=_unknown(found),
        ways=_ways(),
        areas=area_table(snapshot),
    )


def _headline(report: Report, found: Totals, snapshot: Snapshot) -> str:
    later = f" and {found.joined_later} that joined later" if found.joined_later else ""
    return (
        f"{counted(found.first_proposed, 'initiative')} proposed{later}, with "
        f"{counted(found.ideas, 'idea')} in {counted(len(report.areas), 'topic area')}. "
        f"This is how they stood on {day_words(snapshot.day)}."
    )


def _nothing_since(found: Totals) -> str:
    if not found.nothing_since_proposal:
        return ""
    return (
        f"Of {counted(found.nothing_since_proposal, 'initiative')} nothing was found since they "
        "were put on the record, although updates were due."
    )


def _unknown(found: Totals) -> tuple[Fact, ...]:
    without = found.initiatives - found.owners.held
    return (
        Fact("Without a named Owner", _of(without, found.initiatives)),
        Fact(
            "Without a named Sponsor",
            _of(found.initiatives - found.sponsors.held, (found.initiatives)),
        ),
        Fact("Ideas of which nothing was found", _of(found.ideas_nothing_found, found.ideas)),
        Fact("Measures without a target", _of(found.measures_without_target, found.measures)),
    )


def _of(part: int, whole: int) -> Cell:
    return (Words(f"{part} of {whole}"),)


def _ways() -> tuple[Way, ...]:
    return (
        Way(
            "By topic",
            addresses.AREAS,
            "The fields of city life that the report covers, each with its goals.",
        ),
        Way("By status", addresses.STATUS, "Every initiative in one table, and where it stands."),
        Way(
            "By question", addresses.UNKNOWN, "What nobody has said yet, and where sources differ."
        ),
    )


def area_table(snapshot: Snapshot) -> Table:
    """Return the topic areas with their counts."""
    rows = []
    for area in snapshot.report.areas:
        here = [s for s in snapshot.standings if s.initiative.area == area.id]
        silent = sum(s.status is Status.NOT_REPORTED for s in here)
        rows.append(
            (
                (LinkTo(area.title, addresses.area(area.id)),),
                (Words(str(len(here))),),
                (Words(str(sum(len(s.initiative.ideas) for s in here))),),
                (Words(str(len(here) - silent)),),
                (Words(str(silent)),),
            )
        )
    columns = (
        "Topic area:head",
        "Initiatives:number",
        "Ideas:number",
        "With news since:number",
        "Nothing found:number",
    )
    return table("areas", "Topic areas", columns, rows)


INITIATIVE_COLUMNS = ("Initiative:head", "Status", "Phase", "Freshness", "Owner", "Topic area")


def initiative_row(report: Report, standing: Standing) -> tuple[Cell, ...]:
    """Return an initiative as a row of a table with `INITIATIVE_COLUMNS`."""
    area = next((a for a in report.areas if a.id == standing.initiative.area), None)
    return (
        (to_initiative(standing.initiative),),
        status_cell(report, standing),
        phase_cell(report, standing) or (Words("Not assessed"),),
        freshness_cell(report, standing)[:1],
        role_cell(report, standing.owner)[:1],
        (LinkTo(area.short_title, addresses.area(area.id)),) if area else (),
    )
