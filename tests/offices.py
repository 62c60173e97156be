"""An office with nothing in its report yet, and exports of other systems brought into it."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.commands import exports
from generator.core.settings import Settings
from generator.load.report import load_report

EXPORTS = Path(__file__).parent / "editorial" / "importing" / "exports"

REPORT = {
    "content_version": "4",
    "title": "What became of it",
    "program": "Plan",
    "city": "City of Larkspur",
    "kind": "city",
    "summary": "What became of what was planned.",
    "as_of": "2026-12-31",
    "fiscal_year_start": "07-01",
    "fiscal_year_label": "FY2017",
    "currency": "USD",
    "roles": {"owner": {"asked": "false"}, "sponsor": {"asked": "false"}},
    "contact": {"missing": "not_stated", "why": "Nobody is named."},
    "license": {"title": "CC BY 4.0", "text": "Share it."},
    "disclaimer": "Made up for tests.",
    "reporting_period": {"span": "2025/2026", "sources": ["catalog"]},
    "sources": ["catalog"],
}
OF_UNITS = {"owner": {"asked": "true", "held_by": "unit"}, "sponsor": {"asked": "false"}}
"""A policy by which each initiative has an Owner, which is a unit."""

SOURCE = {
    "id": "catalog",
    "title": "Catalog of open data",
    "address": "https://data.city.example/",
    "published": "2025",
}


@dataclass
class Office:
    """A project, and a hand that imports exports into it."""

    settings: Settings

    @property
    def folder(self) -> Path:
        """Where the project is."""
        return self.settings.root

    def put(self, name: str, text: str | bytes) -> Path:
        """Write a file beside the project's content; return its path."""
        place = self.folder / name
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        return place

    def bring(
        self, mapping: str, *files: Path, as_of: str = "2026-03-31", apply: bool = True
    ) -> exports.ExportOutcome:
        """Return the outcome of importing files by the text of a mapping, or the path of one."""
        place = mapping if mapping.endswith(".yml") else str(self.put("map.yml", mapping))
        asked = exports.ExportRequest(files, place, as_of, as_of, apply=apply, force=True)
        return exports.import_export(self.settings, asked)

    def bring_shape(
        self, name: str, *others: str, as_of: str = "2026-03-31"
    ) -> exports.ExportOutcome:
        """Return the outcome of importing one of the made-up exports, with its own mapping."""
        first = next(path for path in EXPORTS.glob(f"{name}.*") if path.suffix != ".yml")
        files = [first, *(EXPORTS / other for other in others)]
        return self.bring(str(EXPORTS / f"{name}.yml"), *files, as_of=as_of)

    @property
    def report(self):
        """The report as it is now; fails where it has faults."""
        loaded = load_report(self.settings)
        assert loaded.report is not None, loaded.issues
        return loaded.report

    @property
    def initiatives(self):
        """The initiatives as they are now, by title."""
        return {one.title: one for one in self.report.initiatives}

    def bytes(self) -> dict[str, bytes]:
        """Return every file of the content."""
        files = sorted(path for path in self.settings.content.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def git(self, *words: str) -> str:
        """Let git do something in the project."""
        made = subprocess.run(
            ["git", "-c", "user.name=Jo", "-c", "user.email=jo@city.example", *words],
            cwd=self.folder,
            capture_output=True,
            check=True,
        )
        return made.stdout.decode()


def make_office(folder: Path, **otherwise: object) -> Office:
    """Write the content of an office; `otherwise` are other values of its report.yml."""
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    files = {
        "report.yml": {**REPORT, **otherwise},
        "organization.yml": {"units": []},
        "cycles.yml": {"cycles": []},
        "sources.yml": {"sources": [SOURCE]},
    }
    for name, held in files.items():
        text = yaml.safe_dump(_quoted(held), sort_keys=False, allow_unicode=True)
        (content / name).write_text(text, "utf-8")
    return Office(Settings(folder))


def _quoted(value: object) -> object:
    if isinstance(value, dict):
        return {name: _quoted(one) for name, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_quoted(one) for one in value]
    return str(value)
