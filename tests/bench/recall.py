"""Whether search finds what it is asked for: every title, every idea and every rare word.

The theme's own worker answers, run by Node.js, from whichever index it is given.
"""

import json
import random
import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import material

from generator.load.report import load_report
from generator.model.report import Report
from generator.settings import Settings

WORKERS = Path(material.__file__).parent / "templates/assets/javascripts/workers"
SCRIPT = Path(__file__).with_name("recall.js")
RARE = 2
"""Records that a rare word occurs in at most."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_ADDRESS = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader types, and the pages of which one should be among the first results."""

    kind: str
    query: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """How many questions of a kind were asked, and how many found."""

    asked: int
    found: int

    @property
    def share(self) -> float:
        """Return the share that was found."""
        return self.found / self.asked if self.asked else 1.0


def questions(report: Report, most: int | None = None) -> list[Question]:
    """Return every title, idea and rare word as a question; at most so many of each kind."""
    found: dict[str, list[Question]] = {"titles": [], "ideas": [], "rare words": []}
    for one in report.initiatives:
        page = (_initiative(one.id),)
        found["titles"].append(Question("titles", one.title, page))
        found["ideas"] += [Question("ideas", idea.text, page) for idea in one.ideas]
    pages: dict[str, set[str]] = defaultdict(set)
    for page, texts in _records(report).items():
        for word in _WORD.findall(_ADDRESS.sub("", " ".join(filter(None, texts))).lower()):
            pages[word].add(page)
    found["rare words"] = [
        Question("rare words", word, tuple(sorted(some)))
        for word, some in sorted(pages.items())
        if len(some) <= RARE
    ]
    draw = random.Random(1)  # noqa: S311 - no secret
    return [
        question
        for some in found.values()
        for question in (some if most is None or len(some) <= most else draw.sample(some, most))
    ]


def _records(report: Report) -> dict[str, list[str | None]]:
    """Return the texts of each record by the address of the page that is about it."""
    found: dict[str, list[str | None]] = defaultdict(list)
    for one in report.initiatives:
        found[_initiative(one.id)] += [one.title, one.summary, *(i.text for i in one.ideas)]
        found[_initiative(one.id)] += [event.text for event in one.events]
        found[_initiative(one.id)] += [partner.note for partner in one.partners]
    for update in report.updates:
        found[_initiative(update.initiative)] += [update.body, update.reason]
    for area in report.areas:
        found[f"areas/{area.id}/"] += [area.title, area.question]
    for page in report.pages:
        found[f"about/{page.id}/"] += [page.title, page.summary, page.body]
    for source in report.sources:
        found["sources/"] += [source.title, source.note]
    for unit in report.organisation.units:
        found[f"departments/{unit.id}/"].append(unit.name)
    for partner in report.organisation.partners:
        found[f"partners/{partner.id}/"].append(partner.name)
    return found


def _initiative(some_id: str) -> str:
    return f"initiatives/{some_id}/"


def recall(index: bytes, asked: Sequence[Question]) -> dict[str, Recall]:
    """Return what is found among the first five results, by kind of question."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("index.json", "questions.json")]
        files[0].write_bytes(index)
        files[1].write_text(json.dumps([asdict(q) for q in asked]), "utf-8")
        (worker,) = WORKERS.glob("search.*.min.js")
        node = shutil.which("node") or "node"
        command = [node, "--max-old-space-size=12000", SCRIPT, worker, *files]
        made = subprocess.run(command, capture_output=True, check=True)
    return {kind: Recall(**count) for kind, count in json.loads(made.stdout)["counts"].items()}


def recalls(
    project: Path, indexes: dict[str, bytes], most: int | None
) -> Iterator[tuple[str, str, float]]:
    """Yield who, which kind of question and the share found, for each index of a project."""
    report = load_report(Settings(root=project)).report
    if report is None:
        return
    asked = questions(report, most)
    for who, index in indexes.items():
        for kind, found in recall(index, asked).items():
            yield who, kind, found.share
