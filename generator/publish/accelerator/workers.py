"""The same work for many pages, spread over processes that are copies of this one."""

import os
import signal
import struct
import tempfile
import threading
from collections.abc import Callable
from typing import IO

ENOUGH = 24
"""Fewer tasks than this for each process are not worth one: a copy costs some twenty of them."""

_NUMBER = struct.Struct("<I")
_QUEUE_HOLDS = 8000
"""Numbers that a pipe takes in without a reader: 64 KiB on Linux, and half of that to be safe."""


class WorkerError(Exception):
    """A copy ended early; what it met will be met again by whoever does its work instead."""


def spread(number: int, do: Callable[[int], str]) -> list[str]:
    """Return `do(0)` to `do(number - 1)`, made by as many processes as are worth it.

    `do` returns one line of text. A process with more than one thread is not copied: a lock that
    another thread holds would stay locked in the copy for ever. The preview has such threads once
    it serves, so that it works alone then, on the few pages of an edit.
    """
    processes = min(_cores(), number // ENOUGH)
    if processes <= 1 or threading.active_count() > 1:
        return [do(task) for task in range(number)]
    queue = _queue(number)
    size = number // _QUEUE_HOLDS + 1
    copies: list[tuple[int, IO[str]]] = []
    try:
        copies += [_copy(queue, size, number, do) for _ in range(processes - 1)]
        lines = dict(_tasks(queue, size, number, do))
        for process, made in list(copies):
            copies.remove((process, made))
            lines |= _of_copy(process, made)
    finally:
        os.close(queue)
        for process, made in copies:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            made.close()
    if len(lines) != number:
        raise WorkerError(f"{number - len(lines)} pages were not made.")
    return [lines[task] for task in range(number)]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _queue(number: int) -> int:
    """Return a pipe's end from which each process takes the next batch, until there is none."""
    read, write = os.pipe()
    batches = range((number - 1) // (number // _QUEUE_HOLDS + 1) + 1)
    os.write(write, b"".join(map(_NUMBER.pack, batches)))
    os.close(write)
    return read


def _tasks(
    queue: int, size: int, number: int, do: Callable[[int], str], parent: int = 0
) -> list[tuple[int, str]]:
    lines = []
    while taken := os.read(queue, _NUMBER.size):
        first = _NUMBER.unpack(taken)[0] * size
        for task in range(first, min(first + size, number)):
            if parent and os.getppid() != parent:
                raise WorkerError("Nobody waits for this any more.")
            lines.append((task, do(task)))
    return lines


def _copy(queue: int, size: int, number: int, do: Callable[[int], str]) -> tuple[int, IO[str]]:
    """Start a copy of this process that works through the queue; return it and where it writes."""
    made = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - read by the caller
    parent = os.getpid()
    process = os.fork()
    if process:
        return process, made
    code = 1
    try:
        for task, line in _tasks(queue, size, number, do, parent):
            made.write(f"{task} {line}\n")
        made.flush()
        code = 0
    finally:
        # Without the farewells of a whole program: those are the original's to make.
        os._exit(code)


def _of_copy(process: int, made: IO[str]) -> dict[int, str]:
    with made:
        if os.waitpid(process, 0)[1] != 0:
            raise WorkerError("A copy of the program ended early.")
        made.seek(0)
        lines = (line.rstrip("\n").partition(" ") for line in made)
        return {int(task): line for task, _, line in lines}
