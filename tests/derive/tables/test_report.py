"""The flat tables: a row for every record, a key for every row, every field of the model."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from larkhaven import larkhaven
from spoken import ENGLISH

from generator.core.settings import Settings
from generator.derive.snapshot.citations import records_inside
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.snapshot.totals import totals
from generator.derive.tables.columns import CellKind, FlatTable, Value
from generator.derive.tables.report import report_tables
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.initiative import Event, Idea, Initiative, Partnership, Role
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.money import Funding
from generator.model.own_records import Document, OwnId, Progress, Risk
from generator.model.places import Place
from generator.model.records import Addendum, Missing
from generator.model.report import Report, Source
from generator.model.schedule import (
    Forecast,
    Occurrence,
    Outcome,
    PlannedDate,
    Revision,
    RoadmapMilestone,
)
from generator.model.updates import Update
from generator.model.values import Record

ROOT = Path(__file__).parents[3]


def _real() -> Report:
    report = load_report(Settings(ROOT)).report
    assert report is not None
    return report


SEEN = {
    "sample": snapshot(larkhaven(), larkhaven().about.as_of),
    "before anything": snapshot(larkhaven(), date(2020, 1, 1)),
    "later": snapshot(larkhaven(), date(2031, 1, 1)),
    "real": snapshot(_real(), _real().about.as_of),
}
EVERY = pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)

DATED_BY_PLAN = (PlannedDate, RoadmapMilestone, Revision, Forecast, Occurrence, Outcome)
"""Records that are a row of the table of dates each."""

TYPES: dict[CellKind, type | tuple[type, ...]] = {
    CellKind.IDS: tuple,
    CellKind.DATE: PartialDate,
    CellKind.DAY: date,
    CellKind.NUMBER: Decimal,
    CellKind.WHOLE: int,
    CellKind.FLAG: bool,
}

ELSEWHERE = {
    Initiative: {
        **dict.fromkeys(("also_titled", "also_called"), "only in the JSON"),
        "proposed": "proposed_on, proposed_how",
        "at_proposal": "status_at_proposal",
        "roles": "a table of its own",
        "partners": "a table of its own",
        "funding": "a table of its own",
        **dict.fromkeys(("work_plan", "approvals", "support", "staffing"), "only in the JSON"),
        "schedule": "start and end, each by first, planned, forecast, came; the table of dates",
        "roadmap": "the tables of steps and of dates",
        **dict.fromkeys(("findings", "links", "pictures"), "only in the JSON"),
        **dict.fromkeys(("ideas", "events", "measures"), "counted; a table of its own"),
        **dict.fromkeys(("places", "progress", "risks", "documents"), "a table of its own"),
    },
    Update: {"ask": "ask_of, ask_what, ask_by"},
    Event: {"figures": "only in the JSON"},
    Measure: {
        "classified": "classified_basis, classified_reason",
        **dict.fromkeys(("baseline", "targets", "actuals"), "rows of the table of points"),
    },
    Baseline: {},
    Target: {},
    Actual: {"also_stated": "rows of their own"},
    RoadmapMilestone: {
        **dict.fromkeys(("revised", "forecasts", "begun", "outcome"), "the table of dates")
    },
    Idea: {},
    Role: {},
    Partnership: {},
    Funding: {"years": "a row for each year"},
    Source: {"archived": "archived_address, archived_on"},
    OwnId: {},
    Place: {"point": "lat, lon"},
    Progress: {},
    Risk: {"closed": "closed_on, closed_note"},
    Document: {},
}
"""Fields of the model that have no column of their name, and where they are instead."""

OF_TEXTS = {"plans": "only in the JSON", "later": "the table of addenda"}
"""Such fields of all records with texts."""

RECORDS: dict[str, tuple[type[Record], ...]] = {
    "initiatives": (Initiative,),
    "ideas": (Idea,),
    "updates": (Update,),
    "events": (Event,),
    "measures": (Measure,),
    "steps": (RoadmapMilestone,),
    "points": (Baseline, Target, Actual),
    "roles": (Role,),
    "partners": (Partnership,),
    "funding": (Funding,),
    "sources": (Source,),
    "own_ids": (OwnId,),
    "places": (Place,),
    "progress": (Progress,),
    "risks": (Risk,),
    "documents": (Document,),
}


def tables(seen: Snapshot) -> dict[str, FlatTable]:
    """Return the tables of a snapshot by name."""
    return {table.name: table for table in report_tables(seen)}


def records(table: FlatTable) -> list[dict[str, Value]]:
    """Return a table's rows by column."""
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def _rows_where_any(table: str, numbers: list[int]) -> dict[str, int]:
    """Return the rows of a table that is there only where it has any."""
    return {table: sum(numbers)} if any(numbers) else {}


@EVERY
def test_there_are_as_many_rows_as_the_totals_count(seen: Snapshot) -> None:
    """Tables and pages count the same records."""
    made, found = tables(seen), totals(seen)
    initiatives = seen.report.initiatives
    measures = [m for owner in (*initiatives, *seen.report.areas) for m in owner.measures]
    actuals = [a for m in measures if not isinstance(m.actuals, Missing) for a in m.actuals]
    targets = [t for m in measures if not isinstance(m.targets, Missing) for t in m.targets]
    points = [row["point"] for row in records(made["points"])]
    elsewhere = {"points", "money"}  # counted below, and in tests of money

    assert {name: len(table.rows) for name, table in made.items() if name not in elsewhere} == {
        "initiatives": found.initiatives,
        "ideas": found.ideas,
        "updates": len(seen.report.updates),
        "events": len(seen.report.about.events) + sum(len(i.events) for i in initiatives),
        "matches": sum(r.__dict__.get("match") == "inferred" for r in records_inside(seen.report)),
        "steps": sum(len(i.roadmap) for i in initiatives),
        "dates": sum(
            isinstance(
                r, PlannedDate | RoadmapMilestone | Revision | Forecast | Occurrence | Outcome
            )
            for r in records_inside(seen.report)
        ),
        "measures": found.measures,
        "roles": sum(len(i.roles) for i in initiatives),
        "partners": sum(len(i.partners) for i in initiatives),
        "funding": sum(len(f.years) or 1 for i in initiatives for f in i.funding),
        "addenda": sum(isinstance(r, Addendum) for r in records_inside(seen.report)),
        "sources": len(seen.report.sources),
        **_rows_where_any("own_ids", [len(i.own_ids) for i in initiatives]),
        **_rows_where_any("groups", [len(i.taxonomies) for i in initiatives]),
        **_rows_where_any("places", [len(i.places) for i in initiatives]),
        **_rows_where_any("progress", [len(i.progress) for i in initiatives]),
        **_rows_where_any("risks", [len(i.risks) for i in initiatives]),
        **_rows_where_any("documents", [len(i.documents) for i in initiatives]),
    }
    assert points.count("baseline") == found.measures - found.measures_without_baseline
    assert points.count("target") == len(targets)
    assert points.count("actual") == len(actuals)
    assert points.count("also_stated") == sum(len(a.also_stated) for a in actuals)


@EVERY
def test_the_key_tells_every_row_from_all_others(seen: Snapshot) -> None:
    """Whoever joins tables by their keys joins no row twice."""
    for table in report_tables(seen):
        keys = [tuple(row[name] for name in table.key) for row in records(table)]
        assert len(keys) == len(set(keys)), table.name


@EVERY
def test_every_cell_is_what_its_column_says(seen: Snapshot) -> None:
    """The dictionary of columns is true of every value: its kind, and the keys that may be."""
    for table in report_tables(seen):
        for place, column in enumerate(table.columns):
            values = [row[place] for row in table.rows if row[place] is not None]
            wanted = TYPES.get(column.kind, str)
            assert all(isinstance(v, wanted) for v in values), (table.name, column.name)
            if column.keys:
                assert set(values) <= set(column.keys), (table.name, column.name)


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_the_model_has_a_column(name: str) -> None:
    """A field of a record is a column, or is on the short list that says where it is."""
    columns = {column.name for column in tables(SEEN["sample"])[name].columns}
    for record in RECORDS[name]:
        known = columns | ELSEWHERE[record].keys() | OF_TEXTS.keys()
        assert record.model_fields.keys() <= known, record.__name__
        assert ELSEWHERE[record].keys() <= record.model_fields.keys(), "a reason without a field"


def test_the_sample_leaves_no_column_untried() -> None:
    """Every column has a value in some row of the sample, or its other values prove nothing."""
    empty = {
        f"{table.name}.{column.name}"
        for table in report_tables(SEEN["later"])
        for place, column in enumerate(table.columns)
        if not any(row[place] not in (None, ()) for row in table.rows)
    }

    assert empty <= {"measures.baseline_missing_until", "measures.targets_missing_until"}


def test_every_column_says_what_it_means() -> None:
    """No column is left without words, and none is named twice in its table."""
    for table in report_tables(SEEN["sample"]):
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert all(ENGLISH(column.means).endswith(".") for column in table.columns)
        assert all((column.kind is CellKind.KEY) == bool(column.keys) for column in table.columns)
