"""Tables of what an organization keeps itself: numbers, groups, places, progress, risks, documents.

Few organizations keep all of it; a table without rows is not offered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    OwnedRecord,
    belonging,
    entry_columns,
    field_columns,
    rows,
)
from generator.derive.taxonomies import Group, groups_of
from generator.model.initiative import Initiative
from generator.model.own_records import Document, OwnId, Progress, Risk, RiskClosed
from generator.model.places import Place, Point
from generator.model.values import Record
from generator.words.message import msg

R = TypeVar("R", bound=Record)


_OWN_IDS: tuple[Column[OwnedRecord[OwnId]], ...] = (
    belonging(),
    *field_columns(OwnId, ("scheme", "id"), lambda row: row.record),
)


def own_id_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of the organization's own numbers."""
    return FlatTable(
        "own_ids",
        msg("dictionary-own-ids"),
        msg("dictionary-own-ids.means"),
        ("initiative", "scheme", "id"),
        _OWN_IDS,
        rows(_OWN_IDS, _owned(snapshot, lambda initiative: initiative.own_ids)),
    )


@dataclass(frozen=True, slots=True)
class _Membership:
    initiative: str
    group: Group


_GROUPS: tuple[Column[_Membership], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda m: m.initiative),
    Column("taxonomy", CellKind.ID, msg("dictionary-taxonomy"), lambda m: m.group.taxonomy.id),
    Column("group", CellKind.ID, msg("dictionary-group"), lambda m: m.group.value.id),
    Column(
        "taxonomy_title",
        CellKind.TEXT,
        msg("dictionary-taxonomy-title"),
        lambda m: m.group.taxonomy.title,
    ),
    Column(
        "group_title", CellKind.TEXT, msg("dictionary-group-title"), lambda m: m.group.value.title
    ),
)


def group_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of the groups to which initiatives belong."""
    found = [
        _Membership(initiative.id, group)
        for initiative in snapshot.report.initiatives
        for group in groups_of(snapshot.report, initiative)
    ]
    return FlatTable(
        "groups",
        msg("dictionary-groups"),
        msg("dictionary-groups.means"),
        ("initiative", "taxonomy", "group"),
        _GROUPS,
        rows(_GROUPS, found),
    )


_PLACES: tuple[Column[OwnedRecord[Place]], ...] = (
    belonging(),
    *field_columns(Place, ("name", "kind"), lambda row: row.record),
    *field_columns(Point, ("lat", "lon"), lambda row: row.record.point),
)


def place_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of places."""
    return FlatTable(
        "places",
        msg("dictionary-places"),
        msg("dictionary-places.means"),
        ("initiative", "name"),
        _PLACES,
        rows(_PLACES, _owned(snapshot, lambda initiative: initiative.places)),
    )


_PROGRESS: tuple[Column[OwnedRecord[Progress]], ...] = (
    belonging(),
    *field_columns(Progress, ("on", "percent", "note"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def progress_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of progress by the organization's own count."""
    return FlatTable(
        "progress",
        msg("dictionary-progress"),
        msg("dictionary-progress.means"),
        ("initiative", "on"),
        _PROGRESS,
        rows(_PROGRESS, _owned(snapshot, lambda initiative: initiative.progress)),
    )


_RISKS: tuple[Column[OwnedRecord[Risk]], ...] = (
    belonging(),
    *field_columns(
        Risk,
        ("id", "text", "likelihood", "impact", "rating", "mitigation", "on"),
        lambda row: row.record,
    ),
    *field_columns(RiskClosed, ("on", "note"), lambda row: row.record.closed, "closed_"),
    *entry_columns(lambda row: row.record),
)


def risk_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of risks, open and closed."""
    return FlatTable(
        "risks",
        msg("dictionary-risks"),
        msg("dictionary-risks.means"),
        ("initiative", "id"),
        _RISKS,
        rows(_RISKS, _owned(snapshot, lambda initiative: initiative.risks)),
    )


_DOCUMENTS: tuple[Column[OwnedRecord[Document]], ...] = (
    belonging(),
    *field_columns(Document, ("title", "kind", "address", "holder", "on"), lambda row: row.record),
    *entry_columns(lambda row: row.record),
)


def document_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of documents."""
    return FlatTable(
        "documents",
        msg("dictionary-documents"),
        msg("dictionary-documents.means"),
        ("initiative", "title", "on"),
        _DOCUMENTS,
        rows(_DOCUMENTS, _owned(snapshot, lambda initiative: initiative.documents)),
    )


def _owned(
    snapshot: Snapshot, records: Callable[[Initiative], Iterable[R]]
) -> list[OwnedRecord[R]]:
    return [
        OwnedRecord(initiative.id, record)
        for initiative in snapshot.report.initiatives
        for record in records(initiative)
    ]
