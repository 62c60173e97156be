"""Every flat table of a snapshot, in the order in which they are offered."""

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.addenda import addendum_table
from generator.derive.tables.columns import FlatTable
from generator.derive.tables.figures import funding_table, measure_table
from generator.derive.tables.history import event_table, source_table, update_table
from generator.derive.tables.initiatives import (
    idea_table,
    initiative_table,
    partner_table,
    role_table,
)
from generator.derive.tables.matches import match_table
from generator.derive.tables.money import money_table
from generator.derive.tables.own_records import (
    document_table,
    group_table,
    own_id_table,
    place_table,
    progress_table,
    risk_table,
)
from generator.derive.tables.points import point_table
from generator.derive.tables.schedule import date_table, step_table


def report_tables(snapshot: Snapshot) -> tuple[FlatTable, ...]:
    """Return the tables of a snapshot.

    A table is there also where it has no row, but for those of what few organizations keep.
    """
    kept = (
        *(own_id_table, group_table, place_table),
        *(progress_table, risk_table, document_table, money_table),
    )
    return (
        initiative_table(snapshot),
        idea_table(snapshot),
        update_table(snapshot),
        event_table(snapshot),
        match_table(snapshot),
        step_table(snapshot),
        date_table(snapshot),
        measure_table(snapshot),
        point_table(snapshot),
        role_table(snapshot),
        partner_table(snapshot),
        funding_table(snapshot),
        addendum_table(snapshot),
        source_table(snapshot),
        *(table for made in kept if (table := made(snapshot)).rows),
    )
