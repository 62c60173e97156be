"""The sample town of tests/sample, read once for all tests that start from a whole report."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.core.settings import Settings
from generator.load.pictures import read_pictures
from generator.load.report import LoadedReport, load_report
from generator.model.report import Report
from generator.model.values import Record

SAMPLE = Settings(root=Path(__file__).parent / "sample")


@cache
def loaded() -> LoadedReport:
    """Return what the sample's content folder holds."""
    return load_report(SAMPLE)


def larkhaven() -> Report:
    """Return the sample report; records are frozen, so tests may share it."""
    report = loaded().report
    if report is None:
        raise AssertionError("\n".join(map(str, loaded().issues)))
    return report


@cache
def pictures() -> dict[str, bytes]:
    """Return every picture of the sample as the site may show it, by name."""
    return dict(read_pictures(SAMPLE, loaded().media, loaded().media, {}).cleaned)


def records_in(value: object) -> Iterator[Record]:
    """Yield every record at or below a value."""
    if isinstance(value, Record):
        yield value
        for part in value.__dict__.values():
            yield from records_in(part)
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from records_in(part)
