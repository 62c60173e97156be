"""What was measured, one line of JSON for each run: a run that is cut short keeps what it has."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from tests.bench.spending import Spent

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """One measured value of one kind of run."""

    kind: str
    """What was done, as `cold` or `edit`."""
    number: int
    """Initiatives."""
    who: str
    """Which program did it."""
    what: str
    """What was measured: wall, cpu, peak, output, or a name of its own."""
    value: float
    code: str
    """The revision that was measured."""


@cache
def revision() -> str:
    """Return the short name of the revision that is checked out, with a mark where files differ."""

    def git(*words: str) -> str:
        made = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
        return made.stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "generator", "overrides")
    return git("rev-parse", "--short", "HEAD") + ("+" if changed else "")


class Book:
    """The results of all runs so far, kept in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)

    def note(self, kind: str, number: int, who: str, **values: float) -> None:
        """Keep values of one run."""
        with self._file.open("a", encoding="utf-8") as book:
            for what, value in values.items():
                result = Result(kind, number, who, what, value, revision())
                book.write(json.dumps(asdict(result)) + "\n")

    def note_spent(self, kind: str, number: int, who: str, spent: Spent) -> None:
        """Keep what a process cost."""
        self.note(kind, number, who, **asdict(spent))

    def forget(self, kind: str, number: int) -> None:
        """Drop what was measured before of a kind at a size: only one code's figures are."""
        kept = [r for r in self if (r.kind, r.number) != (kind, number)]
        lines = "".join(json.dumps(asdict(result)) + "\n" for result in kept)
        self._file.write_text(lines, "utf-8")

    def __iter__(self) -> Iterator[Result]:
        """Yield every result, oldest first."""
        if self._file.exists():
            for line in self._file.read_text("utf-8").splitlines():
                yield Result(**json.loads(line))
