"""What a whole process cost: seconds of clock and processor, and the most memory it held."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEASURING = Path(__file__).with_name("measuring.py")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a program cost, its own children included."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor, user and system."""
    peak: float
    """MiB that the largest of its processes held at once."""

    def __add__(self, then: "Spent") -> "Spent":
        """Return what two programs cost, one after the other."""
        return Spent(self.wall + then.wall, self.cpu + then.cpu, max(self.peak, then.peak))


class BenchError(Exception):
    """Something that is measured failed; the text holds what it said last."""


def spend(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Spent:
    """Run a program to its end and return what it cost. Raises BenchError when it fails."""
    words = [str(word) for word in command]
    surroundings = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", **(env or {})}
    # Whoever uses one of these programs a second time has it compiled.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        cost = Path(folder, "cost.json")
        ended = subprocess.run(
            [sys.executable, "-I", "-S", MEASURING, cost, *words],
            cwd=cwd,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if ended.returncode:
            last = ended.stdout[-2000:].decode(errors="replace")
            raise BenchError(f"{' '.join(words)} ended with {ended.returncode}:\n{last}")
        return Spent(**json.loads(cost.read_text("utf-8")))
