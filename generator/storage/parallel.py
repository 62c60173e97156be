"""The same work on several cores, by the standard library's process pool.

Workers are forked, so that they have whatever they work with at no cost, and only results are
sent. A process with more than one thread is not forked: a lock that another thread holds would
stay locked in the worker for ever. Windows cannot fork, and on macOS the system's own libraries do
not survive it. Where there is no worker, the process works alone.
"""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, suppress
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from time import sleep
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")

ENOUGH = 24
"""Fewer tasks than this for each process are not worth one: to fork costs some twenty of them."""

_MOMENTS = 100
"""How many thousandths of a second a thread that has ended is waited for."""

_PORTIONS = 8
"""In how many portions a worker gets its share, so that none waits long for another's last."""


def processes_for(number: int, enough: int | None = None) -> int:
    """Return how many processes a number of tasks is worth; 1 where this one works alone.

    `enough` tasks are worth one, ENOUGH where nobody says.
    """
    if not _may_fork() or _threads() > 1:
        return 1
    return max(1, min(_cores(), number // (enough or ENOUGH)))


def parallel_map(do: Callable[[T], U], tasks: Sequence[T], *, enough: int | None = None) -> list[U]:
    """Return `do(task)` of every task, in their order; as `parallel_each`, but all at once."""
    return list(parallel_each(do, tasks, enough=enough))


def parallel_each(
    do: Callable[[T], U], tasks: Sequence[T], *, enough: int | None = None
) -> Iterator[U]:
    """Yield `do(task)` of every task, in their order, made by as many processes as are worth it.

    `enough` as in `processes_for`. Results are sent by pickle. What a worker that was killed
    did not do is done here. Raises what `do` raises.
    """
    processes = processes_for(len(tasks), enough)
    done = 0
    if processes > 1:
        size = -(-len(tasks) // (processes * _PORTIONS))
        portions = [tasks[start : start + size] for start in range(0, len(tasks), size)]

        def work(number: int) -> list[U]:
            return [do(task) for task in portions[number]]

        with _where_possible(), _pool(work, processes) as pool:
            # Not by `map`, which cancels the rest where one fails, and so trips the pool's thread.
            made = deque(pool.submit(_run, number) for number in range(len(portions)))
            while made:
                portion = made.popleft().result()
                done += len(portion)
                yield from portion
    yield from map(do, tasks[done:])


def run_in_parallel(there: Callable[[], T], here: Callable[[], U], *, worth: bool) -> tuple[T, U]:
    """Return what both return, `there` made by a worker meanwhile, and sent by pickle.

    Where it is not worth a worker, or none can be started, `there` is called first, then `here`.
    """
    if worth and processes_for(2 * ENOUGH) > 1:
        with _where_possible(), _pool(lambda _: there(), 1) as pool:
            future = pool.submit(_run, 0)
            made = here()
            return future.result(), made
    return there(), here()


def new_processes(number: int, *, tasks_each: int | None = None) -> Executor:
    """Return a pool of processes that begin empty, for work that takes much or leaves threads.

    Functions and what they are given are sent by pickle. A process ends after `tasks_each` tasks,
    and gives back what memory it took.
    """
    context = get_context("spawn")
    return ProcessPoolExecutor(number, context, _begin_new, max_tasks_per_child=tasks_each)


def _where_possible() -> AbstractContextManager[None]:
    """Go on where a worker was killed, or where the system has no room for one."""
    return suppress(BrokenProcessPool, OSError)


@contextmanager
def _pool(work: Callable[[int], object], processes: int) -> Iterator[Executor]:
    """Give a pool of forked workers that do `work`; none is left at the end, however it comes."""
    others, threads = set(active_children()), _threads()
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (work,)) as pool:
        try:
            yield pool
        except BaseException:
            for worker in set(active_children()) - others:
                worker.kill()
                worker.join()
            raise
    # Threads of the pool have ended by now, but the system may list one for a moment longer, for
    # which whoever asks next would work alone.
    for _ in range(_MOMENTS):
        if _threads() <= threads:
            break
        sleep(0.001)


_inherited: Callable[[int], Any] | None = None
"""What a worker does; only workers set it, since what they inherit cannot be sent to them."""


def _begin(work: Callable[[int], object]) -> None:
    """Make a worker ready: it ends with its parent, and at once where somebody presses Ctrl+C."""
    global _inherited  # noqa: PLW0603 - see above
    _inherited = work
    _begin_new()
    # What is there already stays where it is, shared with the parent, not looked through.
    gc.freeze()


def _begin_new() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _run(task: int) -> Any:  # noqa: ANN401 - whatever the work returns
    if _inherited is None:
        raise RuntimeError("A worker has nothing to do.")
    return _inherited(task)


def _may_fork() -> bool:
    return sys.platform not in {"win32", "darwin"}


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _threads() -> int:
    """Return how many threads this process has, where the system tells, else those of Python."""
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir()))
    return threading.active_count()
