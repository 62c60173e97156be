"""What a whole process cost: seconds of clock and processor, and the most memory it held."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Spent:
    """What a program cost, its own children included."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor, user and system."""
    peak: float
    """MiB that the largest of its processes held at once."""


class BenchError(Exception):
    """Something that is measured failed; the text holds what it said last."""


def spend(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Spent:
    """Run a program to its end and return what it cost. Raises BenchError when it fails."""
    words = [str(word) for word in command]
    surroundings = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", **(env or {})}
    with tempfile.TemporaryFile() as said:
        started = perf_counter()
        process = subprocess.Popen(words, cwd=cwd, env=surroundings, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            last = said.read()[-2000:].decode(errors="replace")
            raise BenchError(f"{' '.join(words)} ended with {process.returncode}:\n{last}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
