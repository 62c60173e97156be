"""What the preview answers a browser: pages with the script that reloads them, files, refusals."""

import json
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from re import compile as pattern
from socketserver import TCPServer
from threading import Condition
from typing import NamedTuple
from urllib.parse import parse_qs, unquote_to_bytes

from generator.core.settings import EDITOR
from generator.publish.preview.hosts import Address
from generator.theme import PREVIEW

_POLL = "/__reload"
_POLL_SECONDS = 25.0
_PATIENCE = 30
"""Seconds after which a browser that says nothing more is given up."""
_LOOK = PREVIEW
_NOT_YET = b"<!doctype html><title>No page</title><p>There is no such page yet.</p></body>"
_WRITING = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE")
_TARGET = pattern(r"(?:[Hh][Tt][Tt][Pp]://([^/?#]*))?(/[^?#]*|(?=\?|$))(?:\?([^#]*))?")
"""The target of a request: a path, or a whole address as a proxy is asked for it."""


Made = Callable[[str], bytes | None]
"""Makes the file at a path of the site, as `a/index.html`; None where that is not to be made."""


class Builds:
    """Counts the reports that were shown, keeps what is wrong with the content, tells browsers."""

    def __init__(self) -> None:
        self.count = 0
        self._unread = self._found = ""
        self._turns = 0
        self._changed = Condition()

    def shown(self) -> None:
        """Pages are of newer content; what was found in it before stays until it is checked."""
        with self._changed:
            self.count += 1
            self._tell("", self._found)

    def unread(self, faults: str) -> None:
        """There is newer content that cannot be shown, because of faults."""
        with self._changed:
            self._tell(faults, self._found)

    def checked(self, faults: str) -> None:
        """The content that is shown has been checked; nothing was found where faults are empty."""
        with self._changed:
            self._tell("", faults)

    def _tell(self, unread: str, found: str) -> None:
        self._unread, self._found = unread, found
        self._turns += 1
        self._changed.notify_all()

    def newer_than(self, seen: str) -> str:
        """Return how things are, at once if that is not what was `seen`, else after a wait."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._turns) != seen, timeout=_POLL_SECONDS)
            faults = self._unread or self._found
            now = {"turn": str(self._turns), "build": str(self.count), "faults": faults}
            return json.dumps(now)


class Asked(NamedTuple):
    """What a request asks for: a path as it was sent, and what follows its question mark."""

    path: str
    query: str


class PreviewServer(ThreadingHTTPServer):
    """Answers each browser in a thread of its own; raises OSError or ValueError where it cannot."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_port = False

    def __init__(
        self, site: Path, builds: Builds, address: Address, made: Made = lambda _: None
    ) -> None:
        """Answer with what is `made`, else with the files of `site`."""
        self.address_family = address.family()
        handler = partial(_Handler, site=site, builds=builds, address=address, made=made)
        super().__init__((address.host, address.port), handler)

    def server_bind(self) -> None:
        """Bind without asking a name server what this computer is called, as HTTPServer does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away, which it does at every reload."""
        del request, client_address
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            sys.stderr.write(f"A browser got no answer: {type(error).__name__}: {error}\n")


class _Handler(SimpleHTTPRequestHandler):
    timeout = _PATIENCE
    # What is no request at all is answered as one of 1.0 is: with a status that says so.
    default_request_version = "HTTP/1.0"

    def __init__(
        self, *args: object, site: Path, builds: Builds, address: Address, made: Made
    ) -> None:
        self._site, self._builds, self._address, self._made = site, builds, address, made
        super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        asked = self._asked()
        if asked is None:
            return
        if asked.path == _POLL:
            seen = parse_qs(asked.query).get("seen", [""])[0]
            self._answer(HTTPStatus.OK, self._builds.newer_than(seen).encode(), "application/json")
        elif asked.path in (f"{_POLL}.js", f"{_POLL}.css"):
            kind = "text/javascript" if asked.path.endswith(".js") else "text/css"
            look = _LOOK / asked.path.removeprefix("/__")
            self._answer(HTTPStatus.OK, look.read_bytes(), kind)
        elif not self._answer_file(asked):
            self.path = f"{asked.path}?{asked.query}" if asked.query else asked.path
            super().do_HEAD() if self.command == "HEAD" else super().do_GET()

    def _answer_file(self, asked: Asked) -> bool:
        """Answer with what is made at a path, or with a page that was built; return whether so."""
        names = plain_names(asked.path)
        if names is None or names[0] == EDITOR:
            # The form editor is not reloaded at a change: somebody may be writing there.
            return False
        path = "/".join(names)
        content = self._made(path)
        may_be_folder = content is None and "." not in names[-1]
        if may_be_folder and self._made(f"{path}/index.html") is not None:
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", Location=_slashed(asked))
            return True
        if content is None and path.endswith(".html"):
            place = place_of(self._site, asked.path)
            content = _content(place) if place else None
        if content is None:
            return False
        if path.endswith(".html"):
            self._answer_page(HTTPStatus.OK, content)
        else:
            self._answer(HTTPStatus.OK, content, self.guess_type(path))
        return True

    def do_HEAD(self) -> None:
        self.do_GET()

    def _asked(self) -> Asked | None:
        """Return what is asked for; None where that is refused, which has been answered then."""
        found = _TARGET.fullmatch(self.path)
        hosts = self.headers.get_all("Host", [])
        if found is None or len(hosts) != 1:
            words = "This is not a request for a page: one path and one Host header are expected."
            self._refuse(HTTPStatus.BAD_REQUEST, words)
            return None
        reached = self.connection.getsockname()[0]
        for host in (hosts[0], found[1]):
            if host is not None and not self._address.answers_to(host.strip(), reached):
                self._refuse_name(host)
                return None
        for origin in self.headers.get_all("Origin", []):
            if not self._address.answers_to_origin(origin.strip(), reached):
                self._refuse_name(origin)
                return None
        return Asked(found[2] or "/", found[3] or "")

    def _refuse_name(self, name: str) -> None:
        words = (
            f"This preview was requested as {ascii(name)[:200]}, and answers only to "
            f"{self._address.names}.\nIf people you trust know this computer by that name, start "
            "the preview with --allow-host and that name."
        )
        self._refuse(HTTPStatus.FORBIDDEN, words)

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._answer(status, f"{words}\n".encode(), "text/plain; charset=utf-8")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == HTTPStatus.NOT_FOUND:
            page = self._made("404.html") or _content(self._site / "404.html")
            self._answer_page(HTTPStatus.NOT_FOUND, _NOT_YET if page is None else page)
        elif code == HTTPStatus.NOT_IMPLEMENTED and self.command in _WRITING:
            # Nothing is written by way of this server, whoever asks.
            words = b"The preview only shows the site: it takes GET and HEAD.\n"
            self._answer(HTTPStatus.METHOD_NOT_ALLOWED, words, "text/plain", Allow="GET, HEAD")
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: object) -> None:
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for the faults."""

    def translate_path(self, path: str) -> str:
        """Return where a path lies; nowhere, if it is none of the site's own."""
        return str(place_of(self._site, path.partition("?")[0]) or "")

    def _answer_page(self, status: HTTPStatus, page: bytes) -> None:
        script = (
            f'<link rel="stylesheet" href="{_POLL}.css">'
            f'<script src="{_POLL}.js" data-build="{self._builds.count}"></script>'
        )
        head, tag, tail = page.rpartition(b"</body>")
        self._answer(status, head + script.encode() + tag + tail, "text/html; charset=utf-8")

    def _answer(self, status: HTTPStatus, content: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def plain_names(path: str) -> list[str] | None:
    """Return the names on the way to a file of the site, which a browser spells its own way.

    A path with a slash at its end leads to the folder's page. None where it is not plainly spelled.
    """
    names = path.removeprefix("/").split("/")
    names[-1] = names[-1] or "index.html"
    try:
        plain = [unquote_to_bytes(name.encode("latin-1")).decode("utf-8") for name in names]
    except ValueError:
        return None
    refused = any(n in ("", ".", "..") or not _FORBIDDEN.isdisjoint(n) for n in plain)
    return None if refused else plain


def place_of(site: Path, path: str) -> Path | None:
    """Return the file or folder that a path of the site leads to, as a browser spells it.

    None where nothing is there, where the path is not plainly spelled, or where a symbolic link is
    on the way: it may lead anywhere.
    """
    names = plain_names(path)
    if names is None:
        return None
    place = site
    try:
        for name in names:
            place = place / name
            if place.is_symlink():
                return None
        return place if place.is_file() or place.is_dir() else None
    except (OSError, ValueError):
        return None


def _slashed(asked: Asked) -> str:
    return f"{asked.path}/?{asked.query}" if asked.query else f"{asked.path}/"


_FORBIDDEN = frozenset("/\\:\0")


def _content(file: Path) -> bytes | None:
    try:
        return None if file.is_symlink() or not file.is_file() else file.read_bytes()
    except OSError:
        return None
