"""The preview shows what can be shown, outlives what cannot, and tells the browser."""

import json
import signal
import socket
import struct
import sys
from collections.abc import Collection, Iterator
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from previews import PATIENCE, running

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.publish.preview.hosts import Address
from generator.publish.preview.requests import Builds, PreviewServer
from generator.publish.preview.server import serve
from generator.storage.sync import replace


class Preview:
    """A running preview of one content file, in which the word `broken` is a fault."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings(root=root)
        self.source = self.settings.content / "page.txt"
        self.source.parent.mkdir(parents=True)
        self.said: list[str] = []
        self.builds = Builds()
        self.pages: dict[str, bytes] = {}
        self.stop = Event()
        self.address = ""
        self.thread = Thread(target=self._run)

    def _run(self) -> None:
        serve(
            self.settings.site,
            self.pages.get,
            self._follow,
            [self.settings.content, self.settings.root / "not-there"],
            builds=self.builds,
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

    def _follow(self, _: Collection[Path]) -> None:
        written = self.source.read_text("utf-8")
        if "broken" in written:
            self.builds.unread("content/page.txt:1:1 is broken <b>here</b>")
            return
        if "crash" in written:
            raise ZeroDivisionError("by the program")
        if "refuse" in written:
            raise GeneratorError("The site was not built.", "Fix it.")
        page = f"<html><body><p>{written}</p></body></html>".encode()
        self.pages |= {"index.html": page, "a/index.html": page, "b.css": b"b{}"}
        self.builds.shown()
        if "checked" in written:
            self.builds.checked("a link is broken")

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
        """Write the content file as an editor does; return what a browser is told after it."""
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
    assert "second" in preview.get()

    preview.edit("third")
    assert "third" in preview.get()


def test_a_change_before_anybody_watched_is_followed(tmp_path: Path) -> None:
    """What somebody writes while the content is read first is not missed: it is read again."""
    settings, stop, seen = Settings(root=tmp_path), Event(), []
    settings.content.mkdir()

    def follow(_: Collection[Path]) -> None:
        seen.append(sorted(path.name for path in settings.content.iterdir()))
        (settings.content / "late.txt").write_text("late", "utf-8")
        if len(seen) > 1:
            stop.set()

    serve(
        settings.site,
        lambda _: None,
        follow,
        [settings.content],
        builds=Builds(),
        say=lambda _: None,
        address=Address(port=0),
        stop=stop,
    )

    assert seen[:2] == [[], ["late.txt"]]


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


def test_the_browser_is_told_of_each_change(preview: Preview) -> None:
    """A waiting browser is answered by the next report, and by what is found wrong with it.

    New content is shown at once; what was found in it stays until it has been checked again.
    """
    assert preview.now() == {"turn": "1", "build": "1", "faults": ""}

    fault = "content/page.txt:1:1 is broken <b>here</b>"
    assert preview.edit("broken") == {"turn": "2", "build": "1", "faults": fault}
    told = preview.edit("good, when it is checked")
    while told["turn"] != "4":
        told = preview.now(told["turn"])
    assert told == {"turn": "4", "build": "2", "faults": "a link is broken"}
    assert preview.edit("good")["faults"] == "a link is broken"
    assert "good" in preview.get()


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
    """A fault appears in the open page in the terminal's words, as text, and goes when fixed.

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
            _serve_nothing(tmp_path, address)

    assert "--port" in caught.value.next_step


@pytest.mark.parametrize("host", ["192.0.2.7", "a..b", "x" * 300, "no name", "no\0name"])
def test_an_address_of_no_computer_here_is_told_in_words(tmp_path: Path, host: str) -> None:
    """What is no name, or that of another computer, stops the run with the way out."""
    with pytest.raises(GeneratorError, match="not an address of this computer") as caught:
        _serve_nothing(tmp_path, Address(host, 0))

    assert "--host" in caught.value.next_step


def _serve_nothing(root: Path, address: Address) -> None:
    def never(_: object) -> None:
        pytest.fail("nothing is read before there is an address")

    serve(root, never, never, [], builds=Builds(), say=print, address=address)


PROGRAM = """
import pathlib, signal, sys
from generator.publish.preview.requests import Builds
from generator.publish.preview.hosts import Address
from generator.publish.preview.server import serve

def follow(changed):
    if "ENDLESS" in sys.argv:
        print("reading", flush=True)
        signal.pause()

content = pathlib.Path.cwd() / "content"
address = Address(port=0)
serve(content, lambda _: None, follow, [content], builds=Builds(), say=print, address=address)
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
def test_it_ends_while_it_reads(tmp_path: Path, by: signal.Signals) -> None:
    """What goes on is broken off."""
    (tmp_path / "content").mkdir()
    with running(tmp_path, (sys.executable, "-c", PROGRAM, "ENDLESS")) as program:
        program.tells("reading\n")

        said = program.end(by)

        assert said.endswith("\nStopped.\n")
        assert "Traceback" not in said
        assert program.program.returncode == 0
