"""A preview on this computer: watch content and templates, rebuild, reload the browser.

A rebuild that fails changes nothing: the last good site stays in sight, and what stands in the way
is told above each of its pages in the terminal's words, until it is mended.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from urllib.parse import parse_qs, urlsplit

from watchfiles import watch

from generator.errors import GeneratorError
from generator.settings import Settings

_POLL = "/__reload"
_POLL_SECONDS = 25.0
_GATHER_MS = 100
"""A program that saves many files is followed once, if it is done within this time."""
_QUIET_MS = 30
"""So long must nothing be written for the rebuild to begin."""
_LOOK_MS = 200
"""So soon does the first build begin once watching has."""
_LOOK = Path(__file__).parent / "preview"
_NOT_YET = b"<!doctype html><title>No page</title><p>There is no such page yet.</p></body>"


def serve(  # noqa: PLR0913 - keywords beyond the first three
    settings: Settings,
    rebuild: Callable[[], str],
    watched: Iterable[Path],
    *,
    say: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
    stop: Event | None = None,
) -> None:
    """Serve `settings.site` and rebuild at the start and at each change, until interrupted.

    `rebuild` prints its own faults and returns them, or nothing if the site is good; an exception
    in it is told through `say` and survived. `watched` are files and folders; a set `stop` ends it.
    Raises GeneratorError when the port cannot be used.
    """
    builds = _Builds()
    with _open(settings.site, builds, host, port) as server:
        serving = Thread(target=server.serve_forever, daemon=True)
        say(f"Serving on http://{host}:{server.server_port}/ until you press Ctrl+C.")
        try:
            try:
                # The first build comes after watching has begun, so that no change of its time is
                # missed, and before there is a second thread: only then may it, which may have
                # all pages to make, use more than one process. Browsers wait for it.
                for changed in _watching(watched, stop):
                    if changed or not builds.turns:
                        _rebuild(rebuild, builds, say)
                    if not serving.is_alive():
                        serving.start()
            finally:
                if serving.is_alive():
                    server.shutdown()
        except KeyboardInterrupt:
            pass
    say("Stopped.")


def _watching(watched: Iterable[Path], stop: Event | None) -> Iterator[bool]:
    """Yield whether something changed: at once after watching has begun, then ever again."""
    changes = watch(
        *(place for place in watched if place.exists()),
        stop_event=stop,
        debounce=_GATHER_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    )
    return map(bool, changes)


def _open(site: Path, builds: "_Builds", host: str, port: int) -> "_Preview":
    try:
        return _Preview(site, builds, host, port)
    except OSError as error:
        raise GeneratorError(
            f"Port {port} on {host} cannot be used: {error.strerror or error}.",
            "Stop the other program that uses it, or choose another with --port.",
        ) from error


def _rebuild(rebuild: Callable[[], str], builds: "_Builds", say: Callable[[str], None]) -> None:
    try:
        faults = rebuild()
    except GeneratorError as error:
        faults = f"{error.message}\n{error.next_step}"
        say(faults)
    except Exception as error:  # noqa: BLE001 - a preview outlives any fault of what it previews
        faults = f"The rebuild stopped on a fault of this program: {type(error).__name__}: {error}"
        say(faults)
    if faults:
        say("The last good site stays until this is mended.")
    builds.add(faults)


class _Builds:
    """Counts the good builds, keeps what stands in the way of the next one, tells browsers."""

    def __init__(self) -> None:
        self.count = 0
        self._faults = ""
        self.turns = 0
        self._changed = Condition()

    def add(self, faults: str) -> None:
        """Take what a build came to: nothing in its way, or faults."""
        with self._changed:
            self.count += not faults
            self._faults = faults
            self.turns += 1
            self._changed.notify_all()

    def newer_than(self, seen: str) -> str:
        """Return how things stand, at once if that is not what was `seen`, else after a wait."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.turns) != seen, timeout=_POLL_SECONDS)
            now = {"turn": str(self.turns), "build": str(self.count), "faults": self._faults}
            return json.dumps(now)


class _Preview(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Path, builds: _Builds, host: str, port: int) -> None:
        super().__init__((host, port), partial(_Handler, site=site, builds=builds))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away, which it does at every reload."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, site: Path, builds: _Builds, **kwargs: object) -> None:
        self.site = site
        self.builds = builds
        super().__init__(*args, directory=str(site), **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == _POLL:
            seen = parse_qs(address.query).get("seen", [""])[0]
            self._answer(HTTPStatus.OK, self.builds.newer_than(seen).encode(), "application/json")
        elif address.path in (f"{_POLL}.js", f"{_POLL}.css"):
            kind = "text/javascript" if address.path.endswith(".js") else "text/css"
            look = _LOOK / address.path.removeprefix("/__")
            self._answer(HTTPStatus.OK, look.read_bytes(), kind)
        elif address.path.startswith("/edit/"):
            # Not reloaded at a rebuild: somebody may be writing there.
            super().do_GET()
        elif page := self._page(address.path):
            self._answer_page(HTTPStatus.OK, page.read_bytes())
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = self.site / "404.html"
        self._answer_page(HTTPStatus.NOT_FOUND, page.read_bytes() if page.is_file() else _NOT_YET)

    def list_directory(self, path: object) -> None:
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for the faults."""

    def _page(self, path: str) -> Path | None:
        place = Path(self.translate_path(path))
        page = place / "index.html" if path.endswith("/") else place
        return page if page.suffix == ".html" and page.is_file() else None

    def _answer_page(self, status: HTTPStatus, page: bytes) -> None:
        script = (
            f'<link rel="stylesheet" href="{_POLL}.css">'
            f'<script src="{_POLL}.js" data-build="{self.builds.count}"></script>'
        )
        head, tag, tail = page.rpartition(b"</body>")
        self._answer(status, head + script.encode() + tag + tail, "text/html; charset=utf-8")

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
