"""Asks one address of the web whether anything is there, politely and within limits.

Whatever a server does, the answer is a value: an endless or slow answer is cut off, redirects are
followed only so far and only to public web addresses, and of an answer only its head is read.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import Timer
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:=&?~#+!$,;'@()*[]"
"""Signs that stay as they are in an address; letters beyond ASCII do not."""

_REDIRECTS = (301, 302, 303, 307, 308)
_LASTING = (301, 308)
"""Redirects that say that the new address is to be used from now on."""

_GONE = (404, 410)
_TOO_OFTEN = 429
_FAULTY = 400
"""From this number on an answer says that something is wrong."""

_NO_SUCH_NAME = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


class Verdict(StrEnum):
    """What is known about an address after asking."""

    ANSWERED = "answered"
    GONE = "gone"
    UNCHECKED = "unchecked"
    """Nothing: the server refuses programs, or could not be reached."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking an address."""

    verdict: Verdict
    found: str
    """In words, as "404 Not Found"."""
    moved_to: str = ""
    """Where the server says that the page is from now on."""
    is_too_often: bool = False
    """Whether the server asks to be left alone for a while."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how far one address is asked."""

    seconds: float = 15
    """For each step: connecting, and each piece of an answer."""
    seconds_in_all: float = 45
    redirects: int = 8
    own_network: bool = False
    """Whether addresses that are not public are asked as well."""


class _Refused(Exception):  # noqa: N818 - it is an outcome, and named for it
    """The address, or one that it leads to, is not asked; the message says why."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The first lines of an answer."""

    status: int
    words: str
    location: str


def ask(address: str, agent: str, limits: Limits) -> Answer:
    """Return what is found at an address; `agent` tells the server who asks. Raises nothing."""
    try:
        return _followed(urldefrag(address).url, agent, limits)
    except (_Refused, OSError, http.client.HTTPException, ValueError) as fault:
        if isinstance(fault, socket.gaierror) and fault.errno in _NO_SUCH_NAME:
            return Answer(Verdict.GONE, "no site of that name")
        return Answer(Verdict.UNCHECKED, _why(fault))


_WHY: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "the name of the site could not be looked up"),
    (ssl.SSLError, "no encrypted connection could be made"),
    (TimeoutError, "no answer in time"),
    (ConnectionRefusedError, "the server refused the connection"),
    (OSError, "the connection broke off"),
)
"""What is said of each kind of fault; the first that fits."""


def _why(fault: Exception) -> str:
    if isinstance(fault, _Refused):
        return str(fault)
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"a certificate that does not hold: {fault.verify_message or 'no reason was given'}"
    known = (words for kind, words in _WHY if isinstance(fault, kind))
    return next(known, "an answer that is not one of the web")


def _followed(address: str, agent: str, limits: Limits) -> Answer:
    here, moved_to, lasting, seen = address, "", True, {address}
    for _ in range(limits.redirects + 1):
        head = _asked(here, agent, limits)
        if head.status not in _REDIRECTS or not head.location:
            return _answer(head, moved_to)
        here = urldefrag(urljoin(here, head.location)).url
        # An address that is only for now says nothing about those behind it.
        lasting = lasting and head.status in _LASTING
        moved_to = here if lasting else moved_to
        if here in seen:
            raise _Refused("redirects that lead in a circle")
        seen.add(here)
    raise _Refused(f"more than {limits.redirects} redirects")


def _answer(head: _Head, moved_to: str) -> Answer:
    found = f"{head.status} {head.words}".strip()
    if head.status in _GONE:
        return Answer(Verdict.GONE, found)
    if head.status >= _FAULTY:
        return Answer(Verdict.UNCHECKED, found, is_too_often=head.status == _TOO_OFTEN)
    return Answer(Verdict.ANSWERED, found, moved_to)


def _asked(address: str, agent: str, limits: Limits) -> _Head:
    """Return the head of the answer; some servers answer well only who asks for the page."""
    head = _head("HEAD", address, agent, limits)
    if head.status < _FAULTY or head.status == _TOO_OFTEN:
        return head
    return _head("GET", address, agent, limits)


def _head(method: str, address: str, agent: str, limits: Limits) -> _Head:
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _Refused("it leads to something that is not on the web")
    target = quote(parts._replace(scheme="", netloc="").geturl() or "/", safe=_SAFE)
    with _connection(parts, limits) as connection:
        connection.request(method, target, headers={"User-Agent": agent, "Accept": "*/*"})
        answer = connection.getresponse()
        words = "".join(c for c in answer.reason[:60] if c.isprintable())
        return _Head(answer.status, words, answer.getheader("Location", ""))


@contextmanager
def _connection(parts: SplitResult, limits: Limits) -> Iterator[http.client.HTTPConnection]:
    """Give an open connection that is cut off when its time is over."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    made = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    opened = _opened(host, port, limits)
    if parts.scheme == "https":
        opened = ssl.create_default_context().wrap_socket(
            opened, server_hostname=host, do_handshake_on_connect=False
        )
    cut = Timer(limits.seconds_in_all, _cut_off, [opened])
    cut.daemon = True
    cut.start()
    try:
        with closing(made(host, port)) as connection:
            connection.sock = opened
            if isinstance(opened, ssl.SSLSocket):
                opened.do_handshake()
            yield connection
    finally:
        cut.cancel()
        opened.close()


def _cut_off(opened: socket.socket) -> None:
    """End whatever waits for the other side."""
    with suppress(OSError):
        # Not that of the encrypted layer, which would first say goodbye.
        socket.socket.shutdown(opened, socket.SHUT_RDWR)


def _opened(host: str, port: int, limits: Limits) -> socket.socket:
    """Return a connection to a site, on the very address that was found to be public."""
    fault: OSError | None = None
    for family, kind, protocol, _, at in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not (limits.own_network or _is_public(str(at[0]))):
            raise _Refused("an address in a private network, which readers cannot reach")
        made = socket.socket(family, kind, protocol)
        made.settimeout(limits.seconds)
        try:
            made.connect(at)
        except OSError as error:
            made.close()
            fault = error
        else:
            return made
    raise fault or OSError("no address")


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_global
