"""Views over all initiatives: home and status."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.snapshot import Snapshot, Standing
from generator.derive.totals import Totals, totals
from generator.derive.wording import counted, day_words
from generator.model.keys import Status
from generator.model.report import Report
from generator.pages import addresses
from generator.pages.blocks import Cell, Count, Fact, LinkTo, Signal, Table, Way, Words
from generator.pages.shared import (
    counts,
    freshness_cell,
    legend,
    phase_cell,
    role_cell,
    signal,
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


@dataclass(frozen=True, slots=True)
class StatusView:
    """Every initiative, grouped by status, with the legend of all four axes."""

    lead: str
    counts: tuple[Count, ...]
    by_area: Table
    groups: tuple[tuple[str, Signal, Table], ...]
    """Anchor, signal and table of each status that occurs."""
    legends: tuple[tuple[str, tuple[Signal, ...]], ...]


def status_view(snapshot: Snapshot) -> StatusView:
    """Return the view of the status page."""
    report, found = snapshot.report, totals(snapshot)
    shown = [s for s in Status if found.by_status[s]]
    return StatusView(
        lead=f"All {counted(found.initiatives, 'initiative')} as they stood on "
        f"{day_words(snapshot.day)}. Each status carries the date it was given for.",
        counts=counts(report, found.by_status),
        by_area=_status_by_area(snapshot, shown),
        groups=tuple(_group(snapshot, status) for status in shown),
        legends=_legends(snapshot),
    )


def _group(snapshot: Snapshot, status: Status) -> tuple[str, Signal, Table]:
    mark = signal(snapshot.report, "status", status)
    rows = [initiative_row(snapshot.report, s) for s in snapshot.standings if s.status is status]
    anchor = addresses.status(status.value).partition("#")[2]
    caption = f"{mark.label}: {counted(len(rows), 'initiative')}"
    return anchor, mark, table(f"{anchor}", caption, INITIATIVE_COLUMNS, rows)


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


def _status_by_area(snapshot: Snapshot, shown: Sequence[Status]) -> Table:
    labels = [snapshot.report.vocabulary.status[s].label for s in shown]
    rows = []
    for area in snapshot.report.areas:
        here = [s.status for s in snapshot.standings if s.initiative.area == area.id]
        numbers: list[Cell] = [(Words(str(here.count(status))),) for status in shown]
        link: Cell = (LinkTo(area.short_title, addresses.area(area.id)),)
        rows.append((link, *numbers, (Words(str(len(here))),)))
    columns = ("Topic area:head", *(f"{label}:number" for label in labels), "All:number")
    caption = "Initiatives by topic area and status"
    return table("status-by-area", caption, columns, rows, stacked=False)


def _legends(snapshot: Snapshot) -> tuple[tuple[str, tuple[Signal, ...]], ...]:
    report, standings = snapshot.report, snapshot.standings
    return (
        ("Status", legend(report, "status", (s.status for s in standings))),
        ("Phase", legend(report, "phase", (s.phase for s in standings))),
        ("Confidence", legend(report, "confidence", (s.confidence for s in standings))),
        ("Freshness", legend(report, "freshness", (s.freshness for s in standings))),
    )
