"""CSV: what was typed comes back letter by letter, and no spreadsheet runs any of it."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven
from nasty import PLAIN

from generator.core.settings import Settings
from generator.derive.snapshot.citations import located_records
from generator.derive.snapshot.matches import editors_matches
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.tables.columns import CellKind, Column, FlatTable, Value
from generator.derive.tables.report import report_tables
from generator.export.csv_tables import MARK, NOT_TEXT, escape_formula, to_csv
from generator.load.report import load_report
from generator.model.initiative import Initiative
from generator.model.measures import Actual
from generator.model.money import Funding
from generator.model.records import Addendum, Missing
from generator.model.report import Report
from generator.model.values import Record

ROOT = Path(__file__).parents[2]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HOSTILE = (
    *PLAIN,
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\x00=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'",
    "''",
    "'=1",
    "' =1",
    '"',
    '"",=1',
    'a,"b"\r\nc',
    "a;b",
    "\r\n",
    "naïve 東京 🚲",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE)


def from_csv(content: bytes, kinds: Mapping[str, CellKind]) -> list[dict[str, str]]:
    """Return the rows of a CSV file as its readers are told to read it: one mark taken off."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [
        {name: cell if kinds[name] in NOT_TEXT else unguarded(cell) for name, cell in row.items()}
        for row in reader
    ]


def unguarded(cell: str) -> str:
    """Return the text that a cell of a text column stands for."""
    return cell.removeprefix(MARK)


def _real() -> Report:
    report = load_report(Settings(ROOT)).report
    assert report is not None
    return report


SEEN = {
    "sample": snapshot(larkhaven(), larkhaven().about.as_of),
    "real": snapshot(_real(), _real().about.as_of),
}
EVERY = pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)


def kinds(table: FlatTable) -> dict[str, CellKind]:
    """Return what the cells of each column are."""
    return {column.name: column.kind for column in table.columns}


def raw_cells(content: bytes) -> list[list[str]]:
    """Return a file's cells as any program finds them, names of columns first."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def one_text_column(texts: Iterable[str]) -> FlatTable:
    """Return a table of one column of texts, between two others."""
    number: Column[Any] = Column("number", CellKind.WHOLE, "A number.", lambda _: 1)
    text: Column[Any] = Column("text", CellKind.TEXT, "A text.", lambda _: "")
    rows = tuple((1, text, -1) for text in texts)
    return FlatTable("t", "T", "T.", ("text",), (number, text, replace(number, name="n")), rows)


@given(text=TEXTS)
def test_taking_the_mark_off_gives_the_text(text: str) -> None:
    """Whatever the text, exactly one apostrophe is put on or none, and taken off again."""
    assert unguarded(escape_formula(text)) == text
    assert escape_formula(text) in (text, f"'{text}")


@given(text=TEXTS)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    """Also behind what a program may drop: white space and invisible characters."""
    shown = "".join(
        sign for sign in escape_formula(text) if sign.isprintable() and not sign.isspace()
    )

    assert not escape_formula(text).startswith(DANGEROUS)
    assert not shown.startswith(DANGEROUS)


@pytest.mark.parametrize("text", ["live chat", "2016", "a=b", "", " quiet", "O'Hara", "·-"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    """A mark is put on only where it is needed."""
    assert escape_formula(text) == text


@given(texts=st.lists(TEXTS, min_size=1))
def test_any_texts_survive_the_way_through_a_file(texts: list[str]) -> None:
    """Quotes, commas, line breaks of every kind and any other character come back."""
    table = one_text_column(texts)

    rows = from_csv(to_csv(table), kinds(table))

    assert [row["text"] for row in rows] == texts
    assert {(row["number"], row["n"]) for row in rows} == {("1", "-1")}


@pytest.mark.slow
@EVERY
@given(data=st.data())
def test_a_report_full_of_hostile_text_is_safe(seen: Snapshot, data: st.DataObject) -> None:
    """With any text in every text cell, no cell but a number or date begins with a sign."""
    for table in report_tables(seen):
        hostile = _filled(table, lambda: data.draw(TEXTS))
        _, *cells = raw_cells(to_csv(hostile))
        for row in cells:
            for column, cell in zip(hostile.columns, row, strict=True):
                if column.kind in NOT_TEXT:
                    assert re.fullmatch(r"-?[\d./~-]*|true|false", cell)
                else:
                    assert not cell.startswith(DANGEROUS)


def _filled(table: FlatTable, text: Callable[[], str]) -> FlatTable:
    """Return the first rows of a table with other texts."""
    of_text = [column.kind is CellKind.TEXT for column in table.columns]
    rows = tuple(
        tuple(text() if is_text else value for is_text, value in zip(of_text, row, strict=True))
        for row in table.rows[:2]
    )
    return replace(table, rows=rows)


@EVERY
def test_files_have_the_form_of_rfc_4180(seen: Snapshot) -> None:
    """A byte order mark, names in the first line, CR LF behind every line, as many cells each."""
    for table in report_tables(seen):
        content = to_csv(table)
        names, *cells = raw_cells(content)
        assert content.startswith(b"\xef\xbb\xbf" + table.columns[0].name.encode())
        assert content.endswith(b"\r\n")
        assert names == list(kinds(table))
        assert len(cells) == len(table.rows)
        assert {len(row) for row in cells} <= {len(names)}


def originals(seen: Snapshot) -> Mapping[str, list[Record]]:
    """Return the model's records behind the rows of each table, in the order of the rows."""
    initiatives = [state.initiative for state in seen.states]
    measures = [m for owner in (*initiatives, *seen.report.areas) for m in owner.measures]
    return {
        "initiatives": list(initiatives),
        "ideas": [idea for i in initiatives for idea in i.ideas],
        "updates": [update for state in seen.states for update in state.updates],
        "events": [*seen.report.about.events, *(e for i in initiatives for e in i.events)],
        "matches": [match.record for match in editors_matches(seen)],
        "steps": [step for i in initiatives for step in i.roadmap],
        "dates": [record for i in initiatives for record in _dates(i)],
        "measures": list(measures),
        "points": [point for measure in measures for point in _points(measure)],
        "roles": [role for i in initiatives for role in i.roles],
        "partners": [partner for i in initiatives for partner in i.partners],
        "funding": [one for i in initiatives for f in i.funding for one in _amounts(f, seen)],
        "addenda": [
            part.record
            for part in located_records(seen.report)
            if isinstance(part.record, Addendum)
        ],
        "sources": list(seen.report.sources),
        "groups": [initiative for initiative in initiatives for _ in initiative.taxonomies],
        **{
            name: [record for i in initiatives for record in i.__dict__[name]]
            for name in ("own_ids", "places", "progress", "risks", "documents")
        },
    }


def _amounts(funding: Funding, seen: Snapshot) -> list[Record]:
    """Return a record for each amount, with its year and currency."""
    said = funding.model_copy(
        update={"currency": funding.currency or seen.report.about.currency, "years": {}}
    )
    by_year = [
        said.model_copy(update={"cycle": year, "value": value})
        for year, value in funding.years.items()
    ]
    return by_year or [said]


def _dates(initiative: Initiative) -> list[Record]:
    """Return a record for each date of a schedule and of steps, in their order."""
    schedule = initiative.schedule
    found: list[Record | None] = []
    for scheduled in (schedule.start, schedule.end) if schedule else ():
        if scheduled:
            plan = scheduled.planned
            found += [plan, *(plan.revised if plan else ()), *scheduled.forecasts, scheduled.actual]
    for step in initiative.roadmap:
        found += [step, *step.revised, *step.forecasts, step.begun, step.outcome]
    return [record for record in found if record]


def _points(measure: Any) -> list[Record]:
    found: list[Record] = []
    for part in ((measure.baseline,), measure.targets, measure.actuals):
        for point in () if isinstance(part, Missing) else part:
            if not isinstance(point, Missing):
                found += [point, *getattr(point, "also_stated", ())]
    return found


@EVERY
def test_every_value_comes_back_as_the_model_holds_it(seen: Snapshot) -> None:
    """Each cell named for a field holds the field's value, for every record of every table."""
    compared = 0
    for table in report_tables(seen):
        if table.name == "money":  # sums, which are no records
            continue
        read = from_csv(to_csv(table), kinds(table))
        for row, record in zip(read, originals(seen)[table.name], strict=True):
            expected = record.model_dump(mode="json")
            for name in row.keys() & expected.keys():
                assert row[name] == _as_typed(expected[name]), (table.name, name, row)
                compared += 1
    assert compared > 1000


def _as_typed(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return json.dumps(value)
        case list():
            return ";".join(map(_id, value))
        case {"missing": _}:
            return ""
        case dict():
            return ";".join(f"{key}={state}" for key, state in value.items())
        case _:
            return str(value)


def _id(item: object) -> str:
    """Return what names an item of a list: a record by its goal or id."""
    return item.get("goal") or item["id"] if isinstance(item, dict) else str(item)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("0.0000001", "0.0000001"),
        ("10.50", "10.50"),
        ("-3", "-3"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_figures_keep_every_digit(value: str, cell: str) -> None:
    """A figure is written as it was typed, also where it is very small or very long."""
    figure: Value = Actual.model_validate(
        {"period": "2016", "reported": "2016", "recorded": "2016-01-01", "value": value}
    ).value
    table = one_text_column([""])
    number = replace(table.columns[0], kind=CellKind.NUMBER)

    assert raw_cells(to_csv(replace(table, columns=(number,), rows=((figure,),))))[1] == [cell]
