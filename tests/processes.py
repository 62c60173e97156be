"""The processes that a test run has started and that still run."""

from contextlib import suppress
from pathlib import Path


def running_children() -> dict[int, str]:
    """Return the command line of every process that has this one for a parent and still runs."""
    found = {}
    for task in Path("/proc/self/task").glob("*/children"):
        for pid in map(int, task.read_text("ascii").split()):
            with suppress(OSError):  # it has ended meanwhile
                words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
                found |= {pid: words} if words else {}  # what has ended has no command line
    return found
