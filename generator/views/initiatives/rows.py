"""Initiatives and areas as rows of tables."""

from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.report import Report
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Table, Words
from generator.views.base.shared import (
    freshness_cell,
    phase_cell,
    role_cell,
    status_cell,
    to_initiative,
)
from generator.views.base.tables import table


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
