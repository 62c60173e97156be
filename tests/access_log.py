"""What the tests of access looked at, kept for the page of the site that tells of it."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENGINES = {
    "axe-core": "axe-core",
    "HTML CodeSniffer": "html_codesniffer",
    "Nu Html Checker": "vnu-jar",
}
"""The packages of package.json that judge pages, by what the engines are called."""


def engine_versions() -> dict[str, str]:
    """Return the locked version of each engine."""
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {name: locked[f"node_modules/{it}"]["version"] for name, it in ENGINES.items()}


@dataclass
class AccessLog:
    """Every view of a page that an engine judged, on one run of the tests."""

    views: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """Page and view, by engine."""
    widths: set[int] = field(default_factory=set)

    def note(self, engine: str, page: str, view: str = "") -> None:
        """Note that an engine judged a page, at a width, in a palette or in use."""
        self.views[engine].add((page, view))

    def write(self, file: Path, browser: str, *, every_page: bool) -> None:
        """Write what was looked at, on today's day; only a run without a failure may."""
        engines = [
            {
                "name": name,
                "version": version,
                "pages": len({page for page, _ in self.views[name]}),
                "views": len(self.views[name]),
                "errors": 0,
            }
            for name, version in engine_versions().items()
        ]
        results = {
            "on": datetime.now(UTC).date().isoformat(),
            "browser": browser,
            "every_page": every_page,
            "pages": min(engine["pages"] for engine in engines),
            "widths": sorted(self.widths, reverse=True),
            "engines": engines,
        }
        file.write_text(json.dumps(results, indent=2) + "\n", "utf-8")
