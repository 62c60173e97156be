"""The same work on several cores, in copies of this process: `multiprocessing`, started by fork."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

ENOUGH = 24
"""Fewer tasks than this for each process are not worth one: a copy costs some twenty of them."""


def processes_for(number: int) -> int:
    """Return how many processes a number of tasks is worth; 1 where this one works alone.

    A process with more than one thread is not copied: a lock that another thread holds would stay
    locked in the copy for ever. Threads that libraries started count as well.
    """
    if not hasattr(os, "fork") or _threads() > 1:
        return 1
    return max(1, min(_cores(), number // ENOUGH))


def spread(number: int, do: Callable[[int], T]) -> list[T]:
    """Return `do(0)` to `do(number - 1)`, made by as many processes as are worth it.

    Each process takes every n-th task, in order. Whatever a copy could not do, this process does,
    and so raises what the copy met. What `do` returns is sent by pickle.
    """
    processes = processes_for(number)
    mine, *others = (range(first, number, processes) for first in range(processes))
    done: dict[int, T] = {}
    works: list[Iterable[T]] = [map(do, share) for share in others]
    with _copies(works) as copies:
        done |= {task: do(task) for task in mine}
        for share, copy in zip(others, copies, strict=True):
            # A copy that ended early has sent less than its share.
            done |= zip(share, copy.results(), strict=False)
    return [done[task] if task in done else do(task) for task in range(number)]


def beside(there: Callable[[], T], here: Callable[[], U], *, worth: bool) -> tuple[T, U]:
    """Return what both return, `there` made in a copy of this process meanwhile.

    Where it is not worth a copy, no second core is there, or no copy can be made, `there` is called
    first, then `here`.
    """
    if not worth or processes_for(2 * ENOUGH) == 1:
        return there(), here()
    with _copies([_calls(there)]) as [copy]:
        made = here()
        results = copy.results()
    return results[0] if results else there(), made


def apart(do: Callable[[], T]) -> T:
    """Return what `do` returns, made in a copy of this process while this one waits.

    For libraries that leave threads behind: this process could not be copied afterwards.
    """
    if processes_for(2 * ENOUGH) == 1:
        return do()
    with _copies([_calls(do)]) as [copy]:
        results = copy.results()
    return results[0] if results else do()


def _calls(do: Callable[[], T]) -> Iterator[T]:
    yield do()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _threads() -> int:
    """Return how many threads this process has, where the system tells, else those of Python."""
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir()))
    return threading.active_count()


class _Copy(Generic[T]):
    """A copy of this process at work; one that the system had no room for has done nothing."""

    def __init__(self, work: Iterable[T]) -> None:
        self._process: BaseProcess | None = None
        self._from: Connection | None = None
        with suppress(OSError):
            context = get_context("fork")
            self._from, to = context.Pipe(duplex=False)
            # Only the copy keeps the end that it writes to: when it ends, so does what is read.
            with to:
                process = context.Process(target=_work, args=(work, self._from, to, os.getpid()))
                process.start()
                self._process = process

    def results(self) -> Sequence[T]:
        """Wait for what was done, in order; less than was asked where something stopped it."""
        results: list[T] = []
        if self._from and self._process:
            with suppress(EOFError, OSError):
                results = self._from.recv()
        return results

    def end(self) -> None:
        """Leave nothing running, and nothing open."""
        if self._process:
            self._process.kill()
            self._process.join()
        if self._from:
            self._from.close()


@contextmanager
def _copies(works: Iterable[Iterable[T]]) -> Iterator[list[_Copy[T]]]:
    """Start a copy of this process for each work; none is left at the end, however it comes."""
    copies: list[_Copy[T]] = []
    try:
        for work in works:
            copies.append(_Copy(work))  # noqa: PERF401 - those that were begun are ended
        yield copies
    finally:
        for copy in copies:
            copy.end()


def _work(work: Iterable[T], theirs: Connection, to: Connection, parent: int) -> None:
    """Do the work of a copy, and send what came of it as a whole at the end."""
    # Ctrl+C reaches the whole group of processes; the original ends its copies.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    theirs.close()
    # What is there already stays where it is, shared with the original, not looked through.
    gc.freeze()
    results: list[T] = []
    # What stopped it is met again by the original, which does the rest.
    with suppress(Exception):
        for result in work:
            if os.getppid() != parent:
                return
            results.append(result)
    with suppress(Exception):
        to.send(results)
