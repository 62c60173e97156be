"""The published schema: what is written keeps it, and what breaks the form does not."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from larkhaven import larkhaven

from generator.core.settings import Settings
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.snapshot import snapshot
from generator.export.snapshot_json import to_json
from generator.export.snapshot_schema import snapshot_schema
from generator.load.report import load_report
from generator.model.report import Report

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(snapshot_schema())


def _real() -> Report:
    report = load_report(Settings(ROOT)).report
    assert report is not None
    return report


def faults(content: object) -> list[str]:
    """Return what a validator finds wrong."""
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(content)]


def test_schema_is_one() -> None:
    """The schema itself is valid, and every reference in it leads to a definition."""
    Draft202012Validator.check_schema(SCHEMA)
    text = json.dumps(SCHEMA)
    used = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}

    assert used == SCHEMA["$defs"].keys()


@pytest.mark.parametrize("report", [larkhaven(), _real()], ids=["sample", "real"])
@pytest.mark.parametrize("day", [date(2016, 12, 31), date(2023, 8, 20), None])
def test_every_snapshot_keeps_the_schema(report: Report, day: date | None) -> None:
    """The living report and those of other days, of a full and of a real town."""
    assert faults(json.loads(to_json(snapshot(report, day or report.about.as_of)))) == []


@pytest.mark.parametrize("edition", larkhaven().editions, ids=lambda edition: str(edition.year))
def test_every_edition_keeps_the_schema(edition: Any) -> None:
    """What an edition freezes, the edition itself included, keeps the same schema."""
    then = frozen_part(snapshot(larkhaven(), edition.as_of), edition.introduction)

    assert faults(json.loads(to_json(then, edition))) == []


def _initiative(content: Any) -> Any:
    return content["report"]["initiatives"][0]


def _first_amount(content: Any) -> Any:
    funding = (f for i in content["report"]["initiatives"] for f in i.get("funding", ()))
    return next(found for found in funding if "value" in found)


DAMAGE: dict[str, Callable[[Any], object]] = {
    "a key too many": lambda c: _initiative(c).update(extra="x"),
    "a title gone": lambda c: _initiative(c).pop("title"),
    "a list gone": lambda c: _initiative(c).pop("ideas"),
    "a null": lambda c: _initiative(c).update(note=None),
    "a figure as number": lambda c: _first_amount(c).update(value=1.5),
    "a figure with a power": lambda c: _first_amount(c).update(value="1E-7"),
    "an unknown status": lambda c: c["states"][0].update(status="fine"),
    "a standing's axis gone": lambda c: c["states"][0].pop("freshness"),
    "a season for a date": lambda c: _initiative(c)["proposed"].update(on="spring 2016"),
    "a day that is none": lambda c: _initiative(c)["proposed"].update(recorded="2016-02-30"),
    "another version": lambda c: c.update(schema_version=99),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_breaks_the_schema(damage: Callable[[Any], object]) -> None:
    """The schema is strict: each of these is found, and as one fault."""
    content = json.loads(to_json(snapshot(larkhaven(), larkhaven().about.as_of)))
    damage(content)

    assert len(faults(content)) == 1
