"""What the preview answers: pages and files to those who may ask, words to everything else."""

import os
import random
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from generator.publish.preview import requests
from generator.publish.preview.hosts import Address
from generator.publish.preview.requests import Builds, PreviewServer, place_of

HOST = b"Host: localhost\r\n"
STATUS = re.compile(rb"HTTP/1\.0 (\d{3}) ")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two pages and a file, beside a file that is nobody's business."""
    site = tmp_path / "site"
    for folder in ("a", "edit", "empty"):
        (site / folder).mkdir(parents=True)
        (site / folder / "index.html").write_text(f"<body>{folder}</body>", "utf-8")
    (site / "empty" / "index.html").unlink()
    (site / "index.html").write_text("<body>home</body>", "utf-8")
    (site / "404.html").write_text("<body>nothing here</body>", "utf-8")
    (site / "b.css").write_text("b{}", "utf-8")
    (site / "straße.txt").write_text("street", "utf-8")
    (tmp_path / "secret.txt").write_text("SECRET", "utf-8")
    return site


@contextmanager
def serving(site: Path, address: Address) -> Iterator[PreviewServer]:
    """Answer for a site, of which one build has been made, while the context lasts."""
    builds = Builds()
    builds.shown()
    with PreviewServer(site, builds, address) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server(site: Path) -> Iterator[PreviewServer]:
    """The preview of the site on this computer."""
    with serving(site, Address(port=0, allowed=("preview.example",))) as server:
        yield server


@pytest.fixture(autouse=True)
def nothing_said(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Whatever is asked, the terminal stays silent: no traceback."""
    yield
    assert capfd.readouterr() == ("", "")


def ask(server: PreviewServer, request: bytes) -> bytes:
    """Return all that is answered to some bytes, after which nothing more is sent."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as browser:
        try:
            browser.sendall(request)
            browser.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: browser.recv(65536), b""))
        except ConnectionError:
            return b""


def get(server: PreviewServer, target: str | bytes, headers: bytes = HOST) -> tuple[int, bytes]:
    """Return the status and all of the answer to a plain question."""
    return status(ask(server, b"GET " + _bytes(target) + b" HTTP/1.1\r\n" + headers + b"\r\n"))


def status(answer: bytes) -> tuple[int, bytes]:
    """Return the status of an answer, and the answer."""
    found = STATUS.match(answer)
    assert found, answer[:200]
    return int(found[1]), answer


def _bytes(target: str | bytes) -> bytes:
    return target.encode() if isinstance(target, str) else target


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/", b"home"),
        ("/a/", b"a<link"),
        ("/a/index.html?x=1", b"a<link"),
        ("/b.css", b"b{}"),
        ("/stra%C3%9Fe.txt", b"street"),
        ("/straße.txt", b"street"),
        ("/%61/", b"a<link"),
        ("http://localhost/b.css", b"b{}"),
        ("HTTP://127.0.0.1:80/b.css", b"b{}"),
        ("http://[::1]", b"home"),
        ("http://preview.example?x", b"home"),
        ("?x", b"home"),
    ],
)
def test_what_is_there_is_answered(server: PreviewServer, target: str, words: bytes) -> None:
    """Pages and files, however their address is spelled rightly."""
    code, answer = get(server, target)

    assert code == 200
    assert words in answer
    assert b"Cache-Control: no-store" in answer


@pytest.mark.parametrize("path", ["/", "/b.css", "/__reload", "/__reload.js", "/edit/", "/none"])
@pytest.mark.parametrize(
    "headers",
    [
        b"Host: city.example\r\n",
        b"Host: localhost.city.example:80\r\n",
        b"Host: localhost:80:80\r\n",
        b"Host: localhost\r\n city.example\r\n",
        b"Host: \xff\r\n",
        b"Host:\r\n",
        b"Host: localhost\r\nOrigin: http://city.example\r\n",
        b"Host: localhost\r\nOrigin: null\r\n",
    ],
)
def test_who_asks_by_another_name_is_refused(
    server: PreviewServer, path: str, headers: bytes
) -> None:
    """Neither page nor file nor what the editor or the reload ask for; words say what to do."""
    code, answer = get(server, path, headers)

    assert code == 403
    assert b"--allow-host" in answer
    assert b"<" not in answer


@pytest.mark.parametrize(
    "target", ["http://city.example/", "http://[/", "http://", "http:///", "http://localhost@x/"]
)
def test_a_whole_address_of_others_is_refused(server: PreviewServer, target: str) -> None:
    """The address counts as much as the header beside it."""
    assert get(server, target)[0] == 403


@pytest.mark.parametrize("headers", [b"", HOST + HOST, HOST + b"host: city.example\r\n"])
@pytest.mark.parametrize("version", [b" HTTP/1.1", b" HTTP/1.0", b""])
def test_one_host_is_to_be_named(server: PreviewServer, headers: bytes, version: bytes) -> None:
    """Without a name, or with two, nothing is shown."""
    assert status(ask(server, b"GET /" + version + b"\r\n" + headers + b"\r\n"))[0] == 400


@pytest.mark.parametrize(
    "target",
    [
        *("/%00", "/a%00/", "/%", "/%zz", "/%ff", b"/\xff", "/a%2Findex.html", "/a%5cindex.html"),
        *("/a\\index.html", "/..", "/../secret.txt", "/%2e%2e/secret.txt", "/.%2E/secret.txt"),
        *("/..%2fsecret.txt", "/..%5csecret.txt", "/%2e%2e%2fsecret.txt", "/a/../../secret.txt"),
        *("/%252e%252e/secret.txt", "/..%c0%afsecret.txt", "/%c0%ae%c0%ae/secret.txt"),
        *("//secret.txt", "//city.example/..", "/a//", "/./", "/b.css/", "/none/", "/empty/"),
        *("/" + "a" * 5_000, "/" + "a/" * 2_000, "/index.html:x", "/__reload.txt"),
    ],
)
def test_what_is_not_in_the_site_is_not_found(server: PreviewServer, target: str | bytes) -> None:
    """A missing page, and each way out of the site, give 404 with a page that reloads."""
    code, answer = get(server, target)

    assert code == 404
    assert b"nothing here" in answer
    assert b"__reload.js" in answer
    assert b"SECRET" not in answer


@pytest.mark.parametrize("target", ["*", "b.css", "localhost:80", "https://localhost/", "/#x"])
def test_what_is_no_path_is_refused(server: PreviewServer, target: str) -> None:
    """A request is for a path, or for a whole address of this preview."""
    assert get(server, target)[0] == 400


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (b"GET http://[ HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1 x\r\n\r\n", 400),
        (b"GET / HTTP/x\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\n\r\n", 505),
        (b"GET\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", 400),
        (b"\xff\xfe / HTTP/1.1\r\n" + HOST + b"\r\n", 501),
        (b"BREW / HTTP/1.1\r\n" + HOST + b"\r\n", 501),
        (b"get / HTTP/1.1\r\n" + HOST + b"\r\n", 501),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 200 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: localho", 403),
        (b"GET / HT", 400),
        (b"GET /", 400),
    ],
)
def test_broken_requests_are_answered(server: PreviewServer, request_: bytes, code: int) -> None:
    """What is cut off, too long or no request at all is told so."""
    answer = ask(server, request_)

    # A browser that is still sending may not get to read what it is answered.
    assert not answer or status(answer)[0] == code
    assert answer or len(request_) > 60_000
    assert get(server, "/b.css")[0] == 200


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"PATCH", b"DELETE", b"OPTIONS", b"TRACE"])
def test_nothing_can_be_written(server: PreviewServer, site: Path, method: bytes) -> None:
    """Whoever asks, and whatever for: the preview shows the site, and that alone."""
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}

    for path in (b"/b.css", b"/edit/", b"/__reload", b"*"):
        request = method + b" " + path + b" HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n"
        code, answer = status(ask(server, request))
        assert code == 405
        assert b"Allow: GET, HEAD" in answer

    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("path", ["/", "/a", "/b.css", "/none", "/edit/", "/__reload.js"])
def test_a_question_for_the_head_alone(server: PreviewServer, path: str) -> None:
    """HEAD is answered as GET is, without what follows."""
    head = ask(server, b"HEAD " + path.encode() + b" HTTP/1.1\r\n" + HOST + b"\r\n")
    whole, _, _ = get(server, path)[1].partition(b"\r\n\r\n")

    assert _without_date(head) == _without_date(whole + b"\r\n\r\n")


def _without_date(answer: bytes) -> bytes:
    return re.sub(rb"\r\nDate: [^\r]*", b"", answer)


def test_a_part_of_a_file_is_answered_with_all_of_it(server: PreviewServer) -> None:
    """A browser that asks for a part takes the whole, as any server may give it."""
    code, answer = get(server, "/b.css", HOST + b"Range: bytes=0-0\r\n")

    assert (code, answer[-3:]) == (200, b"b{}")


def test_a_folder_leads_to_its_page(server: PreviewServer) -> None:
    """Within this site, and with what was asked behind the question mark."""
    code, answer = get(server, "/a?x=//city.example")

    assert code == 301
    assert b"Location: /a/?x=//city.example\r\n" in answer


def test_links_in_the_site_are_not_followed(site: Path, server: PreviewServer) -> None:
    """Neither a linked file, nor a linked folder on the way, nor a link as a folder's page."""
    (site / "file.txt").symlink_to(site.parent / "secret.txt")
    (site / "within.css").symlink_to(site / "b.css")
    (site / "up").symlink_to(site.parent)
    (site / "a" / "deep").symlink_to(site.parent)
    (site / "empty" / "index.html").symlink_to(site.parent / "secret.txt")
    (site / "404.html").unlink()
    (site / "404.html").symlink_to(site.parent / "secret.txt")

    for path in ("/file.txt", "/within.css", "/up", "/up/", "/up/secret.txt", "/up/site/b.css"):
        assert get(server, path)[0] == 404
    for path in ("/a/deep/secret.txt", "/empty/", "/empty/index.html", "/404.html", "/none"):
        code, answer = get(server, path)
        assert (code, b"SECRET" in answer) == (404, False)


def test_what_is_no_file_is_not_read(site: Path, server: PreviewServer) -> None:
    """A pipe in the site would keep whoever reads it for ever."""
    os.mkfifo(site / "pipe")
    os.mkfifo(site / "pipe.html")

    assert [get(server, path)[0] for path in ("/pipe", "/pipe.html", "/pipe/")] == [404] * 3


def test_a_browser_that_says_nothing_more_is_given_up(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it has sent nothing, half a line or half of its headers."""
    monkeypatch.setattr(requests._Handler, "timeout", 0.05)  # noqa: SLF001 - for patience
    with serving(site, Address(port=0)) as server:
        for begun in (b"", b"GE", b"GET / HTTP/1.1\r\nHos"):
            with socket.create_connection(("127.0.0.1", server.server_port), 60) as browser:
                browser.sendall(begun)
                assert browser.recv(100) == b""


PIECES = (
    *("/", "//", "..", "%2e", "%2F", "%5c", "%00", "%", "%ff", "a", "b.css", "\\", "?", "#", " "),
    *("http://", "localhost", "[", "]", ":", "@", "edit", "__reload.js", "é", "\t", "*"),
)


def test_whatever_is_asked_is_answered(server: PreviewServer) -> None:
    """Targets and hosts put together at random: an answer each, and nothing from outside."""
    draw = random.Random(10)  # noqa: S311 - for tests
    for _ in range(300):
        target = "".join(draw.choices(PIECES, k=draw.randint(1, 6)))
        host = "".join(draw.choices(PIECES, k=draw.randint(0, 3))) if draw.random() < 0.3 else ""
        headers = f"Host: {host or 'localhost'}\r\n".encode()
        code, answer = get(server, target, headers)
        assert code in (200, 301, 400, 403, 404), target
        assert b"SECRET" not in answer


@pytest.mark.parametrize("path", ["/", "/a/", "/a", "/b.css", "/a/index.html"])
def test_where_a_path_leads(site: Path, path: str) -> None:
    """What is there is found at its place."""
    place = place_of(site, path)

    assert place is not None
    assert place.exists()
    assert place.is_relative_to(site)
