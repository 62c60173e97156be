"""The preview shows each good build, outlives each bad one, and tells the browser."""

import json
import signal
import socket
import struct
import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from previews import PATIENCE, running

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.publish.preview.answers import Builds, PreviewServer
from generator.publish.preview.hosts import Address
from generator.publish.preview.server import serve
from generator.storage.sync import bring, replace


class Preview:
    """A running preview of one content file, whose build refuses the word `broken`."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings(root=root)
        self.source = self.settings.content / "page.txt"
        self.source.parent.mkdir(parents=True)
        self.said: list[str] = []
        self.stop = Event()
        self.address = ""
        self.thread = Thread(target=self._run)

    def _run(self) -> None:
        serve(
            self.settings,
            self._rebuild,
            [self.settings.content, self.settings.root / "not-there"],
            say=self.said.append,
            address=Address(port=0),
            opened=self._opened,
            stop=self.stop,
        )

    def _opened(self, address: str) -> None:
        self.address = address
        self.open.set()

    def start(self) -> None:
        """Begin; return once there is an address, and the first build is answered from."""
        self.open = Event()
        self.thread.start()
        assert self.open.wait(PATIENCE)
        self.now()

    def _rebuild(self) -> str:
        written = self.source.read_text("utf-8")
        if "broken" in written:
            self.said.append("content/page.txt:1:1 is broken <b>here</b>")
            return self.said[-1]
        if "crash" in written:
            raise ZeroDivisionError("by the program")
        if "refuse" in written:
            raise GeneratorError("The site was not built.", "Fix it.")
        page = f"<html><body><p>{written}</p></body></html>".encode()
        bring(self.settings.site, {"index.html": page, "a/index.html": page, "b.css": b"b{}"})
        return ""

    def get(self, path: str = "/") -> str:
        """Return what the browser would get."""
        whole = self.address.rstrip("/") + path
        with urlopen(whole, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            return answer.read().decode()

    def now(self, seen: str = "") -> dict[str, str]:
        """Return what a browser is told that has `seen` a turn: the next, or how things are."""
        told: dict[str, str] = json.loads(self.get(f"/__reload?seen={seen}"))
        return told

    def edit(self, text: str) -> dict[str, str]:
        """Write the content file as an editor does; return what the build after it came to."""
        seen = self.now()["turn"]
        # In one step: a file that is still empty is a change of its own.
        replace(self.source, text.encode())
        return self.now(seen)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Start a preview of a good page and stop it afterwards."""
    preview = Preview(tmp_path)
    replace(preview.source, b"first")
    try:
        preview.start()
        yield preview
    finally:
        preview.stop.set()
        preview.thread.join(PATIENCE)
    assert not preview.thread.is_alive()


def test_edit_break_and_mend(preview: Preview) -> None:
    """A good edit shows; a bad one leaves the old page and says why; the next good one shows."""
    assert "first" in preview.get()

    preview.edit("second")
    assert "second" in preview.get()

    preview.edit("broken")
    assert any("last good site" in line for line in preview.said)
    assert "content/page.txt:1:1 is broken <b>here</b>" in preview.said
    assert "second" in preview.get()

    preview.edit("third")
    assert "third" in preview.get()


def test_a_change_during_the_first_build_is_followed(tmp_path: Path) -> None:
    """What somebody writes while the first build runs is not missed: another build follows."""
    settings, stop, built = Settings(root=tmp_path), Event(), []
    settings.content.mkdir()

    def rebuild() -> str:
        built.append(sorted(path.name for path in settings.content.iterdir()))
        (settings.content / "late.txt").write_text("late", "utf-8")
        if len(built) > 1:
            stop.set()
        return ""

    address = Address(port=0)
    serve(settings, rebuild, [settings.content], say=lambda _: None, address=address, stop=stop)

    assert built[:2] == [[], ["late.txt"]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("crash", "ZeroDivisionError: by the program"),
        ("refuse", "The site was not built.\nFix it."),
    ],
)
def test_an_exception_is_told_and_survived(preview: Preview, word: str, expected: str) -> None:
    """Neither a fault of the program nor a refusal ends the preview."""
    assert expected in preview.edit(word)["faults"]
    assert any(expected in line for line in preview.said)
    assert "first" in preview.get()

    assert preview.edit("after")["faults"] == ""
    assert "after" in preview.get()


def test_the_browser_is_told_of_each_build(preview: Preview) -> None:
    """A waiting browser is answered by the next build: with its number, or with the faults."""
    assert preview.now() == {"turn": "1", "build": "1", "faults": ""}

    fault = "content/page.txt:1:1 is broken <b>here</b>"
    assert preview.edit("broken") == {"turn": "2", "build": "1", "faults": fault}
    assert preview.edit("good") == {"turn": "3", "build": "2", "faults": ""}


@pytest.mark.slow
def test_an_open_page_reloads_by_itself(preview: Preview, browser: Browser) -> None:
    """A page that is open in a browser shows the next good build without a hand on it."""
    page = browser.new_page()
    page.goto(preview.address)

    preview.edit("the next text")

    page.get_by_text("the next text").wait_for(timeout=PATIENCE * 1000)
    page.close()


@pytest.mark.slow
def test_a_fault_is_shown_above_the_page_until_it_is_mended(
    preview: Preview, browser: Browser
) -> None:
    """A fault appears in the open page in the terminal's words, as text, and goes when mended.

    The last good page stays beneath it, also on a page that is opened meanwhile.
    """
    page = browser.new_page()
    page.goto(preview.address)

    preview.edit("broken")

    told = page.get_by_role("alert").filter(has_text="page.txt:1:1 is broken <b>here</b>")
    told.wait_for(timeout=PATIENCE * 1000)
    assert page.get_by_text("first").is_visible()
    page.goto(f"{preview.address}a/")
    told.wait_for(timeout=PATIENCE * 1000)

    preview.edit("the next text")

    page.get_by_text("the next text").wait_for(timeout=PATIENCE * 1000)
    assert not page.locator("#preview-faults h2").count()
    page.close()


def test_pages_get_the_reload_script_and_files_do_not(preview: Preview) -> None:
    """The script is a file of this server, so that a strict page policy lets it in."""
    assert '<script src="/__reload.js" data-build="1"></script></body>' in preview.get("/a/")
    assert "#preview-faults" in preview.get("/__reload.css")
    assert "location.reload" in preview.get("/__reload.js")
    assert preview.get("/b.css") == "b{}"


def test_a_browser_that_goes_away_is_not_told_of(
    preview: Preview, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that breaks off while it waits leaves no traceback in the terminal."""
    asked, answered = Event(), Event()
    newer, over = Builds.newer_than, PreviewServer.shutdown_request

    def noted(builds: Builds, seen: str) -> str:
        if seen == "gone":
            asked.set()
            seen = "1"
        return newer(builds, seen)

    def ended(server: PreviewServer, request: socket.socket) -> None:
        over(server, request)
        answered.set()

    monkeypatch.setattr(Builds, "newer_than", noted)
    port = int(preview.address.rpartition(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port)) as waiting:
        at_once = struct.pack("ii", 1, 0)
        waiting.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        waiting.sendall(b"GET /__reload?seen=gone HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert asked.wait(PATIENCE)

    monkeypatch.setattr(PreviewServer, "shutdown_request", ended)
    replace(preview.source, b"second")
    assert answered.wait(PATIENCE)

    assert capfd.readouterr().err == ""


def test_a_fault_of_the_server_is_one_line(
    preview: Preview, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw is told in words, without a traceback, and the next is answered."""

    def broken(*_: object) -> str:
        raise ZeroDivisionError("by the program")

    with monkeypatch.context() as patch:
        patch.setattr(Builds, "newer_than", broken)
        with pytest.raises((OSError, HTTPException)):
            preview.get("/__reload?seen=1")
    assert "first" in preview.get()

    assert capfd.readouterr().err == "A browser got no answer: ZeroDivisionError: by the program\n"


def test_a_port_in_use_is_told_in_words(tmp_path: Path) -> None:
    """A port that another program holds stops the run with the way out, before any build."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = Address(port=other.getsockname()[1])

        with pytest.raises(GeneratorError, match="in use by another program") as caught:
            serve(Settings(root=tmp_path), _never, [], say=print, address=address)

    assert "--port" in caught.value.next_step


@pytest.mark.parametrize("host", ["192.0.2.7", "a..b", "x" * 300, "no name", "no\0name"])
def test_an_address_of_no_computer_here_is_told_in_words(tmp_path: Path, host: str) -> None:
    """What is no name, or that of another computer, stops the run with the way out."""
    with pytest.raises(GeneratorError, match="not an address of this computer") as caught:
        serve(Settings(root=tmp_path), _never, [], say=print, address=Address(host, 0))

    assert "--host" in caught.value.next_step


def _never() -> str:
    pytest.fail("nothing is built before there is an address")


PROGRAM = """
import os, pathlib, signal
from generator.storage import parallel as workers
from generator.publish.preview.hosts import Address
from generator.publish.preview.server import serve
from generator.core.settings import Settings

def build_without_end():
    def do(task):
        os.write(1, b"working\\n")
        signal.pause()
    workers._cores = lambda: 2
    workers.spread(100, do)

settings = Settings(pathlib.Path.cwd())
build = build_without_end if os.environ.get("ENDLESS") else str
serve(settings, build, [settings.content], say=print, address=Address(port=0))
"""

IGNORING = ("sh", "-c", "trap '' INT TERM; exec \"$@\"", "sh")
"""Starts a program as a script does in its background: with these signals ignored."""


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("before", [(), IGNORING], ids=["in front", "in a script's background"])
def test_it_ends_when_it_is_asked_to(
    tmp_path: Path, by: signal.Signals, before: tuple[str, ...]
) -> None:
    """Ctrl+C and a request to end: exit code 0, one word, no traceback, and the port is free."""
    (tmp_path / "content").mkdir()
    with running(tmp_path, (sys.executable, "-c", PROGRAM), before=before) as program:
        # Answered, so that it serves and watches already.
        program.get("none/")
        port = int(program.address.rpartition(":")[2].strip("/"))

        said = program.end(by)

        assert said.splitlines()[1:] == ["Stopped."]
        assert program.program.returncode == 0
    with socket.create_server(("127.0.0.1", port)):
        pass


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_during_a_build(
    tmp_path: Path, by: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that goes on is broken off, and no copy of the process is left."""
    monkeypatch.setenv("ENDLESS", "yes")
    (tmp_path / "content").mkdir()
    with running(tmp_path, (sys.executable, "-c", PROGRAM)) as program:
        program.tells("working\nworking\n")

        # All that could still write has ended: the copies as well.
        said = program.end(by)

        assert said.endswith("\nStopped.\n")
        assert "Traceback" not in said
        assert program.program.returncode == 0
