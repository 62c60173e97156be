"""A preview on this computer: watch content and templates, rebuild, reload the browser.

A rebuild that fails is told in words and changes nothing: the last good site stays in sight.
"""

from collections.abc import Callable, Iterable
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
_SCRIPT = f"""\
(async (seen) => {{
  for (;;) {{
    try {{
      const answer = await fetch("{_POLL}?seen=" + seen);
      if (answer.ok && (await answer.text()) !== seen) {{ location.reload(); return; }}
    }} catch {{
      await new Promise((resume) => setTimeout(resume, 1000));
    }}
  }}
}})(document.currentScript.dataset.version);
"""
_NOT_YET = b"<!doctype html><title>No page</title><p>There is no such page yet.</p></body>"


def serve(  # noqa: PLR0913 - keywords beyond the first three
    settings: Settings,
    rebuild: Callable[[], bool],
    watched: Iterable[Path],
    *,
    say: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
    stop: Event | None = None,
) -> None:
    """Serve `settings.site` and rebuild at the start and at each change, until interrupted.

    `rebuild` prints its own faults and returns whether the site is good; an exception in it is
    told through `say` and survived. `watched` are files and folders; a set `stop` ends it.
    Raises GeneratorError when the port cannot be used.
    """
    builds = _Builds()
    with _open(settings.site, builds, host, port) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        say(f"Serving on http://{host}:{server.server_port}/ until you press Ctrl+C.")
        try:
            _rebuild(rebuild, builds, say)
            places = [place for place in watched if place.exists()]
            for _ in watch(*places, stop_event=stop, debounce=200, step=50):
                _rebuild(rebuild, builds, say)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    say("Stopped.")


def _open(site: Path, builds: "_Builds", host: str, port: int) -> "_Preview":
    try:
        return _Preview(site, builds, host, port)
    except OSError as error:
        raise GeneratorError(
            f"Port {port} on {host} cannot be used: {error.strerror or error}.",
            "Stop the other program that uses it, or choose another with --port.",
        ) from error


def _rebuild(rebuild: Callable[[], bool], builds: "_Builds", say: Callable[[str], None]) -> None:
    try:
        good = rebuild()
    except GeneratorError as error:
        say(f"{error.message}\n{error.next_step}")
        good = False
    except Exception as error:  # noqa: BLE001 - a preview outlives any fault of what it previews
        say(f"The rebuild stopped on a fault of this program: {type(error).__name__}: {error}")
        good = False
    if good:
        builds.add()
    else:
        say("The last good site stays until this is mended.")


class _Builds:
    """Counts the good builds and lets browsers wait for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = Condition()

    def add(self) -> None:
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def newer_than(self, seen: str) -> str:
        """Return the count as text, at once if it is not `seen`, else after a wait."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.count) != seen, timeout=_POLL_SECONDS)
            return str(self.count)


class _Preview(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Path, builds: _Builds, host: str, port: int) -> None:
        super().__init__((host, port), partial(_Handler, site=site, builds=builds))


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, site: Path, builds: _Builds, **kwargs: object) -> None:
        self.site = site
        self.builds = builds
        super().__init__(*args, directory=str(site), **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == _POLL:
            seen = parse_qs(address.query).get("seen", [""])[0]
            self._answer(HTTPStatus.OK, self.builds.newer_than(seen).encode(), "text/plain")
        elif address.path == f"{_POLL}.js":
            self._answer(HTTPStatus.OK, _SCRIPT.encode(), "text/javascript")
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
        script = f'<script src="{_POLL}.js" data-version="{self.builds.count}"></script>'
        head, tag, tail = page.rpartition(b"</body>")
        self._answer(status, head + script.encode() + tag + tail, "text/html; charset=utf-8")

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
