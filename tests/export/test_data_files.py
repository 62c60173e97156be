"""The folder of open data: every file at its address, the same bytes every time."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping

from larkhaven import SAMPLE, larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.tables.report import report_tables
from generator.export.data_files import data_files
from generator.export.snapshot_json import to_json
from generator.export.snapshot_schema import snapshot_schema
from generator.load.report import load_report
from generator.model.report import Report

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
TABLES = (
    *(
        "initiatives",
        "ideas",
        "updates",
        "events",
        "matches",
        "steps",
        "dates",
        "measures",
        "points",
    ),
    *("roles", "partners", "funding", "addenda", "sources"),
    *("own_ids", "groups", "places", "progress", "risks", "documents", "money"),
)

MEASURES = (
    *("bench-map/benches", "harbour/warned-homes", "one-form/requests"),
    *("open-ledger/answers-in-time", "phone-line/promise-kept", "shade-trees/hours-of-shade"),
    *("tide-gauge/gauges", "tide-gauge/outage-hours", "tide-gauge/pole-cost"),
)


def made(report: Report | None = None) -> dict[str, bytes]:
    """Return the files of open data of a report, else of the sample."""
    seen = snapshot(report, report.about.as_of) if report else NOW
    return data_files(seen, report_tables(seen))


def test_every_file_has_its_address() -> None:
    """The addresses that are promised, and no others."""
    assert set(made()) == {
        *(f"data/{name}.csv" for name in TABLES),
        *(f"data/measures/{name}.csv" for name in MEASURES),
        "data/places.geojson",
        "data/report.json",
        "data/snapshot.schema.json",
        "data/datapackage.json",
    }


def test_the_same_content_gives_the_same_bytes() -> None:
    """Read anew from disk, the content gives every file again, byte by byte."""
    again = load_report(SAMPLE).report

    assert again is not None
    assert made(again) == made()


def test_the_report_is_the_canonical_snapshot() -> None:
    """There is one JSON form, for the living report as for editions."""
    assert made()["data/report.json"] == to_json(NOW)


def test_the_schema_is_the_one_that_the_model_gives() -> None:
    """The schema beside the data, kept as a file of the program, is that of today's model."""
    assert made()["data/snapshot.schema.json"] == snapshot_schema()


def test_the_dictionary_describes_every_table() -> None:
    """Path, size, digest, columns in their order, and a key that is among the columns."""
    files = made()
    *resources, places = json.loads(files["data/datapackage.json"])["resources"]

    assert [resource["name"] for resource in resources] == list(TABLES)
    assert (places["path"], places["bytes"]) == (
        "places.geojson",
        len(files["data/places.geojson"]),
    )
    for resource in resources:
        content = files[f"data/{resource['path']}"]
        fields = [field["name"] for field in resource["schema"]["fields"]]
        header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert fields == header
        assert set(resource["schema"]["primaryKey"]) <= set(fields)


def test_the_figures_of_each_measure_are_a_file() -> None:
    """Together they are the table of points, line by line, each under the same names."""
    files = made()
    head, *points = files["data/points.csv"].decode("utf-8-sig").splitlines()
    cut = [files[f"data/measures/{name}.csv"].decode("utf-8-sig").splitlines() for name in MEASURES]
    assert {lines[0] for lines in cut} == {head}
    assert sorted(line for lines in cut for line in lines[1:]) == sorted(points)


def test_columns_keep_their_order(golden: Callable[[str, Mapping[str, str]], None]) -> None:
    """Names and order of columns are promises to whoever reads the tables by program."""
    headers = {
        path.removeprefix("data/"): content.decode("utf-8-sig").split("\r\n")[0]
        for path, content in made().items()
        if path.endswith(".csv") and "/measures/" not in path
    }

    golden("data", {"columns.txt": "".join(f"{name}: {line}\n" for name, line in headers.items())})
