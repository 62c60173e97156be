"""The same work on several cores: the same results, the same faults, and nobody left behind."""

import _thread
import fcntl
import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from processes import running_children

from generator.storage import parallel
from generator.storage.parallel import parallel_map, processes_for, run_in_parallel

ROOT = Path(__file__).parents[2]
MANY = 200
SMALLEST_PIPE = 4096
COUNT = parallel._threads  # noqa: SLF001 - as it is where no test says otherwise


@pytest.fixture(autouse=True)
def four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with four cores, in a process without other threads."""
    monkeypatch.setattr(parallel, "_cores", lambda: 4)
    monkeypatch.setattr(parallel, "_threads", lambda: 1)


@pytest.fixture(autouse=True)
def no_worker_left() -> Iterator[None]:
    """No process remains of those that a test began; others of the test run are not its own."""
    before = running_children().keys()
    yield
    assert running_children().keys() <= before


def _who(task: int) -> str:
    return f"{task} {os.getpid()} «a\u2028b\\n»"


def test_lines_come_back_in_their_order() -> None:
    """Several processes share the tasks; each task's line is at its place."""
    lines = parallel_map(_who, range(MANY))

    assert [line.split()[0] for line in lines] == [str(task) for task in range(MANY)]
    assert all(line.endswith("«a\u2028b\\n»") for line in lines)


def test_there_are_as_many_processes_as_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than cores; none for a few tasks; none beside threads, whose locks would stay."""
    assert [processes_for(number) for number in (0, 1, 47, 48, 95, 96, 5000)] == [
        *(1, 1, 1, 2, 3, 4, 4),
    ]
    assert [processes_for(number, 1) for number in (0, 1, 2, 9)] == [1, 1, 2, 4]
    assert str(os.getpid()) not in {
        one.split()[1] for one in parallel_map(_who, range(4), enough=1)
    }
    monkeypatch.setattr(parallel, "_threads", lambda: 2)
    assert processes_for(MANY) == 1
    me = str(os.getpid())
    assert {line.split()[1] for line in parallel_map(_who, range(MANY))} == {me}
    assert run_in_parallel(lambda: _who(0), lambda: 1, worth=True) == (_who(0), 1)


def test_threads_that_python_did_not_start_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library's thread may hold a lock too, so that a process with one is not copied."""
    monkeypatch.setattr(parallel, "_threads", COUNT)
    known = threading.active_count()
    runs, ends = _thread.allocate_lock(), _thread.allocate_lock()
    runs.acquire()
    with ends:
        _thread.start_new_thread(lambda: (runs.release(), ends.acquire()), ())
        runs.acquire()
        assert threading.active_count() == known
        assert processes_for(MANY) == 1


def test_more_tasks_than_a_pipe_holds() -> None:
    """Where tasks are many, none is left out."""
    assert parallel_map(str, range(20_001)) == [str(task) for task in range(20_001)]


def test_more_than_the_smallest_pipe_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives small pipes, what is larger still arrives, and nobody waits."""
    pipe = os.pipe

    def small() -> tuple[int, int]:
        ends = pipe()
        assert fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, SMALLEST_PIPE) == SMALLEST_PIPE
        return ends

    monkeypatch.setattr(os, "pipe", small)
    assert parallel_map(str, range(20_001)) == [str(task) for task in range(20_001)]
    assert parallel_map(lambda task: str(task) * 50_000, range(MANY)) == [
        str(t) * 50_000 for t in range(MANY)
    ]
    assert run_in_parallel(lambda: "x" * 1_000_000, lambda: 1, worth=True) == ("x" * 1_000_000, 1)


def test_copies_that_say_much() -> None:
    """What copies print is neither in the way nor lost."""
    said = _program(f"""
        def do(task):
            print("x" * 10_000)
            return task
        assert parallel.parallel_map(do, range({MANY})) == list(range({MANY}))
    """)

    assert said.count("x") == MANY * 10_000


def test_nobody_listens_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what is printed goes to a program that has ended, the work is done all the same."""

    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    with monkeypatch.context() as closed:
        closed.setattr(sys, "stdout", Closed())
        results = parallel_map(str, range(MANY))
    assert results == [str(task) for task in range(MANY)]


def test_copies_of_a_killed_program_end() -> None:
    """Nobody goes on working for a program that has been killed."""
    # What is read ends when the last process that could write has: the copies as well.
    said = _program(
        """
        me = os.getpid()
        def do(task):
            os.kill(me, signal.SIGKILL)
            signal.pause()
        parallel.parallel_map(do, range(1000))
        """,
        code=-signal.SIGKILL,
    )

    assert said == ""


def _program(text: str, code: int = 0) -> str:
    """Return what a program says, and all its copies, once they have ended."""
    # What a script starts in the background ignores INT, and whatever that starts does so too.
    whole = "import os, signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    whole += "from generator.storage import parallel\nparallel._cores = lambda: 4\n"
    whole += dedent(text)
    made = subprocess.run(
        [sys.executable, "-c", whole],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
        text=True,
        timeout=120,
    )
    assert made.returncode == code
    return made.stdout


def test_what_a_copy_met_is_raised() -> None:
    """A fault is worded as it is without copies, wherever the task was done."""

    def do(task: int) -> str:
        if task == MANY - 1:
            raise LookupError("nothing called harbour")
        return str(task)

    with pytest.raises(LookupError, match="nothing called harbour"):
        parallel_map(do, range(MANY))


def test_a_fault_ends_the_other_workers() -> None:
    """Nobody goes on working for a run that has failed."""

    def do(task: int) -> str:
        if task == 0:
            raise LookupError("nothing called harbour")
        return str(signal.pause())

    with pytest.raises(LookupError, match="nothing called harbour"):
        parallel_map(do, range(MANY))


def test_ctrl_c_ends_the_workers() -> None:
    """Whoever interrupts a program need not wait for its workers, and none is left."""
    said = _program(
        f"""
        me = os.getpid()
        def do(task):
            if task == 0:
                os.kill(me, signal.SIGINT)
            signal.pause()
        try:
            parallel.parallel_map(do, range({MANY}))
        except KeyboardInterrupt:
            print("interrupted")
        """
    )

    assert said == "interrupted\n"


def test_work_of_a_copy_that_was_killed_is_done() -> None:
    """A copy that the system ends takes nothing of the result with it."""
    me = os.getpid()

    def do(task: int) -> str:
        if os.getpid() != me:
            os.kill(os.getpid(), signal.SIGKILL)
        return str(task)

    assert parallel_map(do, range(MANY)) == [str(task) for task in range(MANY)]
    assert run_in_parallel(lambda: do(1), lambda: 2, worth=True) == ("1", 2)


def test_copies_that_the_system_forgets() -> None:
    """Where a program was started so that no end of a process is told, their work is there."""
    me = os.getpid()
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        lines = parallel_map(_who, range(MANY))
        assert run_in_parallel(lambda: str(os.getpid()), os.getpid, worth=True)[0] != str(me)
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert [line.split()[0] for line in lines] == [str(task) for task in range(MANY)]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_without_copies_all_is_done_here(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    """A system on which no process is copied gives the same, later."""
    monkeypatch.setattr(sys, "platform", system)
    assert processes_for(MANY) == 1
    assert parallel_map(str, range(MANY)) == [str(task) for task in range(MANY)]
    assert run_in_parallel(lambda: "there", lambda: "here", worth=True) == ("there", "here")


def test_without_room_for_copies_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system makes no more processes, this one works alone."""

    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert parallel_map(str, range(MANY)) == [str(task) for task in range(MANY)]
    assert run_in_parallel(lambda: "there", lambda: "here", worth=True) == ("there", "here")


def test_without_room_for_all_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has room for one worker and not for the next, this process works alone."""
    fork, made = os.fork, []

    def refuse_the_second() -> int:
        made.append(1)
        if len(made) == 2:
            raise BlockingIOError("too many processes")
        return fork()

    monkeypatch.setattr(os, "fork", refuse_the_second)
    assert {line.split()[1] for line in parallel_map(_who, range(MANY))} == {str(os.getpid())}


def test_without_pipes_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no more files can be opened, this process works alone."""

    def refuse() -> tuple[int, int]:
        raise OSError("too many open files")

    monkeypatch.setattr(os, "pipe", refuse)
    assert parallel_map(str, range(MANY)) == [str(task) for task in range(MANY)]


def test_two_things_at_once() -> None:
    """One thing is done in a copy while the other is done here."""
    line, here = run_in_parallel(lambda: str(os.getpid()), os.getpid, worth=True)

    assert here == os.getpid() != int(line)
    assert run_in_parallel(lambda: str(os.getpid()), os.getpid, worth=False) == (str(here), here)


def test_two_things_of_which_one_fails() -> None:
    """A fault is worded as it is without a copy, whichever of the two met it."""

    def fail() -> str:
        raise LookupError("nothing called harbour")

    with pytest.raises(LookupError, match="nothing called harbour"):
        run_in_parallel(fail, lambda: 1, worth=True)
    with pytest.raises(LookupError, match="nothing called harbour"):
        run_in_parallel(lambda: str(signal.pause()), fail, worth=True)
