"""Where the preview listens, by which names it may be asked, and why it cannot listen."""

import errno
import socket

import pytest

from generator.core.errors import GeneratorError
from generator.publish.preview.hosts import Address, name_of

HERE = "127.0.0.1"


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "localhost:8000", "LocalHost:1", "127.0.0.1", "127.0.0.1:65535"),
        *("[::1]", "[::1]:8000", "[0:0:0:0:0:0:0:1]:80"),
    ],
)
def test_names_of_this_computer_are_answered_to(host: str) -> None:
    """By name or number, with any port that is one, or none."""
    assert Address().answers_to(host, HERE)


@pytest.mark.parametrize(
    "host",
    [
        *("city.example", "city.example:8000", "localhost.city.example", "127.0.0.1.city.example"),
        *("192.0.2.7", "[2001:db8::1]", "localhost.", "127.1", "2130706433", "0x7f.0.0.1"),
        *("localhost:", "localhost:x", "localhost:65536", "localhost:123456", "localhost:-1"),
        *("", " ", ":8000", "localhost:80:80", "::1", "[::1", "::1]", "[::1]x", "[127.0.0.1]"),
        *("[localhost]", "[]", "user@localhost", "localhost/", "http://localhost", "localhost?"),
        *("localhost\x00", "local host", "localhost,city.example", "localhost:٨٠", "ｌocalhost"),
        "localhost\r\n city.example",
    ],
)
def test_nothing_else_is_answered_to(host: str) -> None:
    """A name that somebody led here, an address of another computer, or what is none at all."""
    assert not Address().answers_to(host, HERE)


def test_what_is_asked_to_be_allowed_is_answered_to() -> None:
    """Each name that is allowed, in any case and with any port, and those of this computer."""
    address = Address(allowed=("Preview.example", "2001:DB8::1", "desk"))

    for host in ("preview.example:443", "PREVIEW.EXAMPLE", "[2001:db8:0::1]:80", "desk", "[::1]"):
        assert address.answers_to(host, HERE)
    assert not address.answers_to("other.preview.example", HERE)


@pytest.mark.parametrize(
    "name", ["", "*", "http://desk", "desk/", "desk:port", "desk desk", "büro", "[desk]"]
)
def test_a_name_that_cannot_be_asked_for_is_refused(name: str) -> None:
    """Words say how a name is to be given, before anything is built."""
    with pytest.raises(GeneratorError) as caught:
        Address(allowed=(name,))

    assert f'"{name}"' in caught.value.message
    assert "preview.example" in caught.value.next_step


def test_what_is_listened_on_is_answered_to() -> None:
    """By the name that was given; where that is all addresses, by the one that was reached."""
    assert Address("desk.city.example").answers_to("desk.city.example:8000", "192.0.2.7")
    everywhere = Address("0.0.0.0")  # noqa: S104 - as a person may ask for it
    assert everywhere.answers_to("192.0.2.7:8000", "192.0.2.7")
    assert not everywhere.answers_to("192.0.2.8:8000", "192.0.2.7")
    assert not everywhere.answers_to("city.example", "192.0.2.7")
    assert Address("::").answers_to("192.0.2.7", "::ffff:192.0.2.7")
    assert Address("::").answers_to("[fe80::1]:8000", "fe80::1%eth0")


@pytest.mark.parametrize(
    ("origin", "answered"),
    [
        ("http://localhost:8000", True),
        ("https://127.0.0.1", True),
        ("http://city.example", False),
        ("null", False),
        ("file://", False),
        ("http://localhost:8000/x", False),
        ("http://localhost http://city.example", False),
    ],
)
def test_pages_of_others_are_not_answered(origin: str, *, answered: bool) -> None:
    """A browser says which page asks; only one of this preview's own may."""
    assert Address().answers_to_origin(origin, HERE) is answered


@pytest.mark.parametrize(
    ("written", "name"),
    [("LOCALHOST:80", "localhost"), ("[::FFFF:127.0.0.1]", "127.0.0.1"), ("a b", None)],
)
def test_one_spelling_of_a_name(written: str, name: str | None) -> None:
    """Case, port and the long form of an address make no difference."""
    assert name_of(written) == name


def test_the_address_as_a_browser_takes_it() -> None:
    """A number of version 6 is in brackets."""
    assert Address("::1").at(8000) == "http://[::1]:8000/"
    assert Address("localhost").at(80) == "http://localhost:80/"


@pytest.mark.parametrize(
    ("host", "family"),
    [("::1", socket.AF_INET6), ("127.0.0.1", socket.AF_INET), ("localhost", socket.AF_INET)],
)
def test_the_kind_of_address(host: str, family: socket.AddressFamily) -> None:
    """Both kinds are listened on; a name that is of both means the one that all browsers try."""
    assert Address(host, 0).family() is family


@pytest.mark.parametrize(
    ("error", "message", "step"),
    [
        (OSError(errno.EADDRINUSE, ""), "Port 80 is in use by another program.", "--port"),
        (PermissionError(errno.EACCES, ""), "permission to open port 80", "below 1024"),
        (OSError(errno.EADDRNOTAVAIL, ""), '"desk" is not an address of this computer', "--host"),
        (socket.gaierror(-2, "unknown"), '"desk" is not an address of this computer', "--host"),
        (UnicodeError("label too long"), '"desk" is not an address of this computer', "--host"),
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files", "--port"),
    ],
)
def test_why_nothing_can_be_served(error: OSError, message: str, step: str) -> None:
    """Each reason in words, with what to do about it."""
    told = Address("desk", 80).unusable(error)

    assert message in told.message
    assert step in told.next_step
