"""The processes that a test run has started and that still run."""

from contextlib import suppress
from pathlib import Path

_TRACKER = "multiprocessing.resource_tracker"


def running_children() -> dict[int, str]:
    """Return the command line of every process that has this one for a parent and still runs.

    The standard library's tracker of what processes share is left out: it ends with this process.
    """
    found = {}
    for task in Path("/proc/self/task").glob("*/children"):
        for pid in map(int, task.read_text("ascii").split()):
            with suppress(OSError):  # it has ended meanwhile
                words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
                # What has ended has no command line.
                found |= {pid: words} if words and _TRACKER not in words else {}
    return found
