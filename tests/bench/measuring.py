"""Start a command from a small process and write what it cost: seconds, and the most memory.

`python -I -S tests/bench/measuring.py FILE COMMAND...` ends as the command does. Linux counts the
memory of whoever starts a program as the program's own, so that no large process may do that.
"""

import json
import os
import sys
from time import perf_counter


def main(file: str, *command: str) -> int:
    """Run a command to its end, write its cost to a file, and return how it ended."""
    started = perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    wall = perf_counter() - started
    cost = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss / 1024,
    }
    with open(file, "w", encoding="utf-8") as place:  # noqa: PTH123 - pathlib is a large import
        json.dump(cost, place)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
