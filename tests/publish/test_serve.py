"""The preview shows each good build, outlives each bad one, and tells the browser."""

import json
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from generator.errors import GeneratorError
from generator.output import bring
from generator.publish.serve import serve
from generator.settings import Settings


class Preview:
    """A running preview of one content file, whose build refuses the word `broken`."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings(root=root)
        self.source = self.settings.content / "page.txt"
        self.source.parent.mkdir(parents=True)
        self.said: list[str] = []
        self.stop = Event()
        self.port = _free_port()
        self.thread = Thread(target=self._run)

    def _run(self) -> None:
        serve(
            self.settings,
            self._rebuild,
            [self.settings.content, self.settings.root / "not-there"],
            say=self.said.append,
            port=self.port,
            stop=self.stop,
        )

    def _rebuild(self) -> str:
        written = self.source.read_text("utf-8")
        if "broken" in written:
            self.said.append("content/page.txt:1:1 is broken <b>here</b>")
            return self.said[-1]
        if "crash" in written:
            raise ZeroDivisionError("by the program")
        if "refuse" in written:
            raise GeneratorError("The site was not built.", "Mend it.")
        page = f"<html><body><p>{written}</p></body></html>".encode()
        bring(self.settings.site, {"index.html": page, "a/index.html": page, "b.css": b"b{}"})
        return ""

    def get(self, path: str = "/") -> str:
        """Return what the browser would get."""
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
            return answer.read().decode()

    def now(self, seen: str = "") -> dict[str, str]:
        """Return what a browser is told that has `seen` a turn."""
        told: dict[str, str] = json.loads(self.get(f"/__reload?seen={seen}"))
        return told

    def edit(self, text: str) -> None:
        """Write the content file as an editor does."""
        self.source.write_text(text, "utf-8")

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fail after some seconds."""
        for _ in range(200):
            if holds():
                return
            time.sleep(0.03)
        pytest.fail(f"did not happen; said so far: {self.said}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Start a preview of a good page and stop it afterwards."""
    preview = Preview(tmp_path)
    preview.edit("first")
    preview.thread.start()
    preview.until((preview.settings.site / "index.html").exists)
    yield preview
    preview.stop.set()
    preview.thread.join(timeout=5)
    assert not preview.thread.is_alive()


def test_edit_break_and_mend(preview: Preview) -> None:
    """A good edit shows; a bad one leaves the old page and says why; the next good one shows."""
    assert "first" in preview.get()

    preview.edit("second")
    preview.until(lambda: "second" in preview.get())

    preview.edit("broken")
    preview.until(lambda: any("last good site" in line for line in preview.said))
    assert "content/page.txt:1:1 is broken <b>here</b>" in preview.said
    assert "second" in preview.get()

    preview.edit("third")
    preview.until(lambda: "third" in preview.get())


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

    serve(settings, rebuild, [settings.content], say=lambda _: None, port=_free_port(), stop=stop)

    assert built[:2] == [[], ["late.txt"]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("crash", "ZeroDivisionError: by the program"),
        ("refuse", "The site was not built.\nMend it."),
    ],
)
def test_an_exception_is_told_and_survived(preview: Preview, word: str, expected: str) -> None:
    """Neither a fault of the program nor a refusal ends the preview."""
    preview.edit(word)
    preview.until(lambda: any(expected in line for line in preview.said))
    assert "first" in preview.get()

    preview.edit("after")
    preview.until(lambda: "after" in preview.get())


def test_the_browser_is_told_of_each_build(preview: Preview) -> None:
    """A waiting browser is answered by the next build: with its number, or with the faults."""
    assert preview.now() == {"turn": "1", "build": "1", "faults": ""}
    answers: list[dict[str, str]] = []
    waiting = Thread(target=lambda: answers.append(preview.now("1")))
    waiting.start()

    preview.edit("broken")
    waiting.join(timeout=5)
    fault = "content/page.txt:1:1 is broken <b>here</b>"
    assert answers == [{"turn": "2", "build": "1", "faults": fault}]

    preview.edit("good")
    assert preview.now("2") == {"turn": "3", "build": "2", "faults": ""}


@pytest.mark.slow
def test_an_open_page_reloads_by_itself(preview: Preview, browser: Browser) -> None:
    """A page that is open in a browser shows the next good build without a hand on it."""
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/")

    preview.edit("the next text")

    page.get_by_text("the next text").wait_for(timeout=5000)
    page.close()


@pytest.mark.slow
def test_a_fault_is_shown_above_the_page_until_it_is_mended(
    preview: Preview, browser: Browser
) -> None:
    """A fault appears in the open page in the terminal's words, as text, and goes when mended.

    The last good page stays beneath it, also on a page that is opened meanwhile.
    """
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/")

    preview.edit("broken")

    told = page.get_by_role("alert").filter(has_text="page.txt:1:1 is broken <b>here</b>")
    told.wait_for(timeout=5000)
    assert page.get_by_text("first").is_visible()
    page.goto(f"http://127.0.0.1:{preview.port}/a/")
    told.wait_for(timeout=5000)

    preview.edit("the next text")

    page.get_by_text("the next text").wait_for(timeout=5000)
    assert not page.locator("#preview-faults h2").count()
    page.close()


def test_pages_get_the_reload_script_and_files_do_not(preview: Preview) -> None:
    """The script is a file of this server, so that a strict page policy lets it in."""
    assert '<script src="/__reload.js" data-build="1"></script></body>' in preview.get("/a/")
    assert "#preview-faults" in preview.get("/__reload.css")
    assert "location.reload" in preview.get("/__reload.js")
    assert preview.get("/b.css") == "b{}"


@pytest.mark.parametrize("path", ["/none/", "/../content/page.txt", "/%2e%2e/content/page.txt"])
def test_what_is_not_in_the_site_is_not_found(preview: Preview, path: str) -> None:
    """A missing page, and a path out of the site, give 404 with a page that reloads."""
    with pytest.raises(HTTPError) as caught:
        preview.get(path)

    with caught.value as answer:
        assert answer.code == 404
        assert b"__reload.js" in answer.read()


def test_folders_are_not_listed(preview: Preview) -> None:
    """A folder without a page of its own shows nothing of what it holds."""
    (preview.settings.site / "empty").mkdir()

    with pytest.raises(HTTPError) as caught:
        preview.get("/empty/")

    with caught.value as answer:
        assert answer.code == 404


def test_a_browser_that_goes_away_is_not_told_of(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    """A browser that breaks off while it waits leaves no traceback in the terminal."""
    with socket.create_connection(("127.0.0.1", preview.port)) as waiting:
        at_once = struct.pack("ii", 1, 0)
        waiting.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        waiting.sendall(b"GET /__reload?seen=1 HTTP/1.1\r\nHost: city.example\r\n\r\n")
        time.sleep(0.1)

    preview.edit("second")
    preview.until(lambda: "second" in preview.get())
    time.sleep(0.1)

    assert capfd.readouterr().err == ""


def test_a_port_in_use_is_told_in_words(tmp_path: Path) -> None:
    """A port that another program holds stops the run with the way out."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(GeneratorError) as caught:
            serve(Settings(root=tmp_path), str, [], say=print, port=port)

    assert "--port" in caught.value.next_step


PROGRAM = """
import sys, pathlib
from generator.settings import Settings
from generator.publish.serve import serve
settings = Settings(pathlib.Path(sys.argv[1]))
serve(settings, str, [settings.content], say=lambda line: print(line, flush=True),
      port=int(sys.argv[2]))
"""


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    """An interrupt stops the preview with exit code 0 and no traceback."""
    (tmp_path / "content").mkdir()
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path), str(_free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    assert "Ctrl+C" in program.stdout.readline()
    time.sleep(0.3)

    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=5)

    assert (program.returncode, out, err) == (0, "Stopped.\n", "")
