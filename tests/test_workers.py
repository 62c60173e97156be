"""The same work on several cores: the same lines, the same faults, and nobody left behind."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import workers
from generator.workers import beside, processes_for, spread

MANY = 200


@pytest.fixture(autouse=True)
def four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with four cores, in a process without other threads."""
    monkeypatch.setattr(workers, "_cores", lambda: 4)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture
def no_copy_left() -> Iterator[None]:
    """No process remains of those that a test began; others of the test run are not its own."""
    before = _children()
    yield
    assert _children() <= before


def _children() -> set[str]:
    lists = Path("/proc/self/task").glob("*/children")
    return {child for file in lists for child in file.read_text("ascii").split()}


def _who(task: int) -> str:
    return f"{task} {os.getpid()} «a\u2028b\\n»"


def test_lines_come_back_in_their_order() -> None:
    """Several processes share the tasks; each task's line stands at its place."""
    lines = spread(MANY, _who)

    assert [line.split()[0] for line in lines] == [str(task) for task in range(MANY)]
    assert all(line.endswith("«a\u2028b\\n»") for line in lines)


def test_there_are_as_many_processes_as_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than cores; none for a few tasks; none beside threads, whose locks would stay."""
    assert [processes_for(number) for number in (0, 1, 47, 48, 95, 96, 5000)] == [
        *(1, 1, 1, 2, 3, 4, 4),
    ]
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert processes_for(MANY) == 1
    me = str(os.getpid())
    assert {line.split()[1] for line in spread(MANY, _who)} == {me}
    assert beside(lambda: _who(0), lambda: 1, worth=True) == (_who(0), 1)


def test_more_tasks_than_a_pipe_holds() -> None:
    """Where tasks are many, they are taken some at a time, and none is left out."""
    assert spread(20_001, str) == [str(task) for task in range(20_001)]


@pytest.mark.usefixtures("no_copy_left")
def test_what_a_copy_met_is_raised() -> None:
    """A fault is worded as it is without copies, wherever the task was done."""

    def do(task: int) -> str:
        if task == MANY - 1:
            raise LookupError("nothing called harbour")
        return str(task)

    with pytest.raises(LookupError, match="nothing called harbour"):
        spread(MANY, do)


@pytest.mark.usefixtures("no_copy_left")
def test_what_this_process_met_ends_the_copies() -> None:
    """Nobody goes on working for a run that has failed."""
    me = os.getpid()

    def do(task: int) -> str:
        if os.getpid() == me:
            raise LookupError("nothing called harbour")
        signal.pause()
        return str(task)

    with pytest.raises(LookupError, match="nothing called harbour"):
        spread(MANY, do)


def test_work_of_a_copy_that_was_killed_is_done() -> None:
    """A copy that the system ends takes nothing of the result with it."""
    me = os.getpid()

    def do(task: int) -> str:
        if os.getpid() != me:
            os.kill(os.getpid(), signal.SIGKILL)
        return str(task)

    assert spread(MANY, do) == [str(task) for task in range(MANY)]


def test_copies_that_the_system_forgets() -> None:
    """Where a program was started so that no end of a process is told, their work is there."""
    me = os.getpid()
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        lines = spread(MANY, _who)
        assert beside(lambda: str(os.getpid()), os.getpid, worth=True)[0] != str(me)
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert [line.split()[0] for line in lines] == [str(task) for task in range(MANY)]


def test_without_copies_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot copy a process gives the same, later."""
    monkeypatch.delattr(os, "fork")
    assert spread(MANY, str) == [str(task) for task in range(MANY)]
    assert beside(lambda: "there", lambda: "here", worth=True) == ("there", "here")


def test_without_room_for_copies_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system makes no more processes, this one works alone."""

    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert spread(MANY, str) == [str(task) for task in range(MANY)]
    assert beside(lambda: "there", lambda: "here", worth=True) == ("there", "here")


def test_two_things_at_once() -> None:
    """One thing is done in a copy while the other is done here."""
    line, here = beside(lambda: str(os.getpid()), os.getpid, worth=True)

    assert here == os.getpid() != int(line)
    assert beside(lambda: str(os.getpid()), os.getpid, worth=False) == (str(here), here)


@pytest.mark.usefixtures("no_copy_left")
def test_two_things_of_which_one_fails() -> None:
    """A fault is worded as it is without a copy, whichever of the two met it."""

    def fail() -> str:
        raise LookupError("nothing called harbour")

    with pytest.raises(LookupError, match="nothing called harbour"):
        beside(fail, lambda: 1, worth=True)
    with pytest.raises(LookupError, match="nothing called harbour"):
        beside(lambda: str(signal.pause()), fail, worth=True)
