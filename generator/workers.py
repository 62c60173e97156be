"""The same work for many pages, spread over processes that are copies of this one."""

import gc
import os
import signal
import struct
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, TypeVar

T = TypeVar("T")

ENOUGH = 24
"""Fewer tasks than this for each process are not worth one: a copy costs some twenty of them."""

_NUMBER = struct.Struct("<I")
_QUEUE_HOLDS = 8000
"""Numbers that a pipe takes in without a reader: 64 KiB on Linux, and half of that to be safe."""

_WHOLE = "whole\n"
"""What a copy writes last."""

Lines = Iterable[tuple[int, str]]
"""Tasks, each with the line that came of it."""


class WorkerError(Exception):
    """A copy ended early; what it met will be met again by whoever does its work instead."""


def processes_for(number: int) -> int:
    """Return how many processes a number of tasks is worth; 1 where this one works alone.

    A process with more than one thread is not copied: a lock that another thread holds would stay
    locked in the copy for ever. The preview has such threads once it serves, so that it works
    alone then, on the few pages of an edit.
    """
    if threading.active_count() > 1 or not hasattr(os, "fork"):
        return 1
    return max(1, min(_cores(), number // ENOUGH))


def spread(number: int, do: Callable[[int], str]) -> list[str]:
    """Return `do(0)` to `do(number - 1)`, made by as many processes as are worth it.

    `do` returns one line of text. Tasks are begun in their order. Whatever a copy could not
    do, this process does, and so raises what the copy met.
    """
    lines = _together(number, do, processes) if (processes := processes_for(number)) > 1 else {}
    return [lines.pop(task) if task in lines else do(task) for task in range(number)]


def beside(there: Callable[[], str], here: Callable[[], T], *, worth: bool) -> tuple[str, T]:
    """Return what both return: one line of text, made in a copy meanwhile, and anything.

    Where it is not worth a copy, no second core is there, or no copy can be made, `there` is called
    first, then `here`.
    """
    if not worth or processes_for(2 * ENOUGH) == 1:
        return there(), here()
    copies = _copies(lambda _: [(0, there())])
    lines: dict[int, str] = {}
    try:
        made = here()
        while copies:
            with suppress(WorkerError):
                lines.update(_of_copy(copies.pop()))
    finally:
        for copy in copies:
            _end(copy)
    return lines[0] if lines else there(), made


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _together(number: int, do: Callable[[int], str], processes: int) -> dict[int, str]:
    """Return the lines of all tasks but those that a copy took and could not do."""
    queue = _queue(number)
    copies: list[_Copy] = []
    try:
        for _ in range(processes - 1):
            copies += _copies(lambda parent: _tasks(queue, number, do, parent))
        lines = dict(_tasks(queue, number, do))
        while copies:
            with suppress(WorkerError):
                lines.update(_of_copy(copies.pop()))
    finally:
        os.close(queue)
        for copy in copies:
            _end(copy)
    return lines


def _batch(number: int) -> int:
    return number // _QUEUE_HOLDS + 1


def _queue(number: int) -> int:
    """Return a pipe's end from which each process takes the next batch, until there is none."""
    read, write = os.pipe()
    batches = range((number - 1) // _batch(number) + 1)
    os.write(write, b"".join(map(_NUMBER.pack, batches)))
    os.close(write)
    return read


def _tasks(
    queue: int, number: int, do: Callable[[int], str], parent: int = 0
) -> Iterator[tuple[int, str]]:
    size = _batch(number)
    while taken := os.read(queue, _NUMBER.size):
        first = _NUMBER.unpack(taken)[0] * size
        for task in range(first, min(first + size, number)):
            if parent and os.getppid() != parent:
                raise WorkerError("Nobody waits for this any more.")
            yield task, do(task)


_Copy = tuple[int, IO[str]]
"""A copy of this process, and where it writes."""


def _copies(work: Callable[[int], Lines]) -> list[_Copy]:
    """Start a copy of this process, unless the system has no room for one."""
    try:
        made = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - read later
    except OSError:
        return []
    try:
        return [(_copy(work, made), made)]
    except OSError:
        made.close()
        return []


def _copy(work: Callable[[int], Lines], made: IO[str]) -> int:
    """Start a copy of this process that writes down what `work`, given its parent, yields."""
    parent = os.getpid()
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        # What is there already stays where it is, shared with the original, not looked through.
        gc.freeze()
        for task, line in work(parent):
            made.write(f"{task} {line}\n")
        made.write(_WHOLE)
        made.flush()
        code = 0
    finally:
        # Without the farewells of a whole program: those are the original's to make.
        os._exit(code)


def _of_copy(copy: _Copy) -> dict[int, str]:
    """Return the lines of a copy that has come to its end."""
    process, made = copy
    with made:
        _wait_for(process)
        made.seek(0)
        lines: dict[int, str] = {}
        for line in made:
            if line == _WHOLE:
                return lines
            task, _, text = line.rstrip("\n").partition(" ")
            lines[int(task)] = text
    raise WorkerError("A copy of the program ended early.")


def _end(copy: _Copy) -> None:
    process, made = copy
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    _wait_for(process)
    made.close()


def _wait_for(process: int) -> None:
    # Where the program was started so that the system forgets its children, nobody knows their end.
    with suppress(ChildProcessError):
        os.waitpid(process, 0)
