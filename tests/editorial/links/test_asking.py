"""Whatever a server answers, asking an address ends in a verdict, in words, in time."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from generator.editorial.links.asking import Answer, Limits, Verdict, ask

HERE = Limits(own_network=True)
AGENT = "tests"


class Server:
    """A server of one's own that answers each request with the bytes of a function."""

    def __init__(self, reply: Callable[[str, str], bytes]) -> None:
        self.reply = reply
        self.asked: list[str] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"

    def serve(self) -> None:
        """Answer until the socket is closed."""
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        read = b""
        try:
            while b"\r\n\r\n" not in read and (more := connection.recv(4096)):
                read += more
            line = read.partition(b"\r\n")[0].decode()
            self.asked.append(line)
            method, path, _ = line.split(" ")
            connection.sendall(self.reply(method, path))
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(4096):
                pass
        except (OSError, ValueError):
            return


@contextmanager
def serving(reply: Callable[[str, str], bytes]) -> Iterator[Server]:
    """Give a server that runs until the test is over."""
    server = Server(reply)
    thread = Thread(target=server.serve)
    thread.start()
    try:
        yield server
    finally:
        server.listening.shutdown(socket.SHUT_RDWR)
        server.listening.close()
        thread.join()


def says(status: str, *headers: str) -> bytes:
    """Return an answer without a body."""
    return "\r\n".join((f"HTTP/1.1 {status}", *headers, "Content-Length: 0", "", "")).encode()


def answer_of(reply: bytes | Callable[[str, str], bytes], limits: Limits = HERE) -> Answer:
    """Return what is said of an address whose server answers so."""
    with serving(reply if callable(reply) else lambda *_: reply) as server:
        return ask(f"{server.address}/page", AGENT, limits)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("200 OK", Verdict.ANSWERED),
        ("206 Partial Content", Verdict.ANSWERED),
        ("404 Not Found", Verdict.GONE),
        ("410 Gone", Verdict.GONE),
        *((s, Verdict.UNCHECKED) for s in ("401 No", "403 Forbidden", "429 Slow", "503 Busy")),
    ],
)
def test_only_not_found_and_gone_are_gone(status: str, verdict: Verdict) -> None:
    """A server that refuses programs, or is busy, says nothing about the page."""
    assert answer_of(says(status)) == Answer(verdict, status, is_too_often=status.startswith("429"))


def test_a_server_that_refuses_head_is_asked_for_the_page() -> None:
    """Some answer 404 or 405 to whoever asks only for the head."""
    with serving(lambda m, _: says("405 No" if m == "HEAD" else "200 OK")) as server:
        found = ask(f"{server.address}/a%20b?q=ä#part", AGENT, HERE)

    assert found.verdict is Verdict.ANSWERED
    assert server.asked == [f"{m} /a%20b?q=%C3%A4 HTTP/1.1" for m in ("HEAD", "GET")]


def test_a_lasting_redirect_is_told_and_a_passing_one_is_not() -> None:
    """Only what the server calls permanent is where the page is from now on."""

    def reply(_: str, path: str) -> bytes:
        moves = {"/page": ("301 Moved", "/new"), "/new": ("302 Found", "/today")}
        status, target = moves.get(path, ("200 OK", ""))
        return says(status, f"Location: {target}") if target else says(status)

    with serving(reply) as server:
        found = ask(f"{server.address}/page", AGENT, HERE)
        assert found == Answer(Verdict.ANSWERED, "200 OK", f"{server.address}/new")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/page", "redirects that lead in a circle"),
        ("ftp://files.example/", "it leads to something that is not on the web"),
        ("file:///etc/passwd", "it leads to something that is not on the web"),
        ("http://[", "an answer that is not one of the web"),
    ],
)
def test_redirects_go_only_to_the_web_and_not_in_circles(target: str, said: str) -> None:
    """Where a server sends a program otherwise, that is told and not followed."""
    assert answer_of(says("301 Moved", f"Location: {target}")) == Answer(Verdict.UNCHECKED, said)


def test_redirects_without_end_are_followed_only_so_far() -> None:
    """Each answer leads to one more."""
    found = answer_of(lambda _, path: says("302 Found", f"Location: {path}x"))

    assert found == Answer(Verdict.UNCHECKED, "more than 8 redirects")


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x00\xff" * 50,
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 5000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nx: " + b"y" * 100_000 + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n",
    ],
)
def test_what_is_no_answer_of_the_web_is_told_as_such(reply: bytes) -> None:
    """Garbage, far too much, or nothing: no traceback, and nothing is called gone."""
    assert answer_of(reply).verdict is Verdict.UNCHECKED


@pytest.mark.parametrize("beginning", [b"HTTP/1.1 100 Continue\r\n\r\n", b""])
def test_an_answer_without_end_is_cut_off(beginning: bytes) -> None:
    """A server that keeps a program waiting for ever does not keep it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        ended: list[bool] = []

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    while True:
                        connection.sendall(beginning) if beginning else None
                        if not beginning and not connection.recv(4096):
                            break
                except OSError:
                    pass
                ended.append(True)

        thread = Thread(target=drip)
        thread.start()
        limits = Limits(seconds_in_all=0.2, own_network=True)
        found = ask(f"http://127.0.0.1:{port}/", AGENT, limits)
        thread.join()

    assert found.verdict is Verdict.UNCHECKED
    assert ended


def test_a_body_without_end_is_not_read() -> None:
    """Of an answer only its head is read."""
    endless = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 10_000_000
    assert answer_of(endless).verdict is Verdict.ANSWERED


def test_an_address_of_the_own_network_is_not_asked() -> None:
    """Nor one that a public server would lead to: it is no reader's business."""
    with serving(lambda *_: says("200 OK")) as server:
        found = ask(server.address, AGENT, Limits())

    assert found.found == "an address in a private network, which readers cannot reach"
    assert server.asked == []


def test_a_server_that_cannot_encrypt_is_unchecked() -> None:
    """A connection that is not secure is no reason to call a page gone."""
    with serving(lambda *_: says("200 OK")) as server:
        found = ask(server.address.replace("http", "https"), AGENT, HERE)

    assert found.verdict is Verdict.UNCHECKED


def test_a_server_that_is_not_there_is_unchecked_and_a_name_that_is_not_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server may be back tomorrow; a name that nobody has any more will not."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    refused = ask(f"http://127.0.0.1:{port}/", AGENT, HERE)

    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    gone = ask("https://nowhere.example/", AGENT, HERE)

    assert refused == Answer(Verdict.UNCHECKED, "the server refused the connection")
    assert gone == Answer(Verdict.GONE, "no site of that name")
