"""A preview that runs as a program of its own, as people start it; it is ended whatever happens."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread
from urllib.error import HTTPError
from urllib.request import urlopen

from sites import ROOT

PATIENCE = 180.0
"""Seconds that a first build, or the end of one, may take on a busy machine."""

SERVE = (sys.executable, "-m", "generator", "serve", "--port", "0")


class Running:
    """A preview that runs, what it has said, and where it serves."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self.program = program
        self._said = ""
        self._more = Condition()
        self._over = False
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def _listen(self) -> None:
        assert self.program.stdout is not None
        for line in self.program.stdout:
            with self._more:
                self._said += line
                self._more.notify_all()
        with self._more:
            self._over = True
            self._more.notify_all()

    def tells(self, words: str) -> str:
        """Wait until it has said some words; return all it has said."""
        with self._more:
            self._more.wait_for(lambda: words in self._said or self._over, PATIENCE)
            assert words in self._said, f"never said {words!r}: {self._said}"
            return self._said

    @property
    def address(self) -> str:
        """Return the site's address, once it is there."""
        said = self.tells(" until you press")
        return said.partition("Serving on ")[2].partition(" until")[0]

    def get(self, path: str) -> str:
        """Return the page at a path, or that of an error."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own
                return str(answer.read().decode())
        except HTTPError as error:
            return str(error.read().decode())

    def shows(self, path: str, words: str) -> None:
        """Wait, build after build, until a page of the site holds some words."""
        turn = ""
        for _ in range(20):
            # Answered by the next build, or after some time without one.
            turn = json.loads(self.get(f"__reload?seen={turn}"))["turn"]
            if words in self.get(path):
                return
        raise AssertionError(f"{path} never showed {words!r}: {self._said}")

    def close(self) -> None:
        """Hear no more of it."""
        self._listening.join(PATIENCE)
        if self._over and self.program.stdout:
            self.program.stdout.close()

    def end(self, by: signal.Signals = signal.SIGTERM) -> str:
        """Ask it to end, wait for that, and return all it has said."""
        self.program.send_signal(by)
        self.program.wait(PATIENCE)
        self._listening.join(PATIENCE)
        assert self._over, "something that it started still runs"
        return self._said


@contextmanager
def running(
    root: Path, words: Sequence[str] = SERVE, *, before: Sequence[str] = ()
) -> Iterator[Running]:
    """Start a preview in a folder; `before` is before its words, as a shell's do."""
    program = subprocess.Popen(
        [*before, *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    preview = Running(program)
    try:
        yield preview
    finally:
        program.kill()
        program.wait(PATIENCE)
        preview.close()
